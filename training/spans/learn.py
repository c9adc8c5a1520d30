"""Learning: windows of annotated reports, the loss, and the steps."""

from __future__ import annotations

import random
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
import torch
from torch import Tensor
from torch.nn import functional

from readout_en.spans import windows
from training.spans.examples import UNLABELLED, Example
from training.spans.network import SpanNet

LABEL_WEIGHT = 0.5
WORDS_A_STEP = 40.0
"""What a window's loss is divided by, so that the rates do not depend on its length."""
STEP = 64
"""Windows are padded to a multiple of so many words: few shapes, for each of which the kernels are compiled once."""


@dataclass(frozen=True, slots=True)
class Window:
    """Tensors of one window of a report, see `Example`."""

    rows: Tensor
    features: Tensor
    sentence: Tensor
    head: Tensor
    tags: Tensor
    counts: Tensor
    labels: Tensor


@dataclass(frozen=True, slots=True)
class Schedule:
    """`rate` is the layers' peak rate; heads and embeddings learn `faster` times as fast."""

    epochs: int = 12
    rate: float = 3e-4
    faster: float = 4.0
    warm_up: int = 40
    together: int = 2
    decay: float = 0.01


def cut(example: Example) -> Iterator[Window]:
    """The windows of a report, as the network reads them, padded."""
    for start, stop in windows(example.sentence.tolist()):
        own = slice(start, stop)
        more = -(stop - start) % STEP
        head = (example.head[own] - start).clip(0, stop - start - 1)
        yield Window(
            _padded(example.rows[own], more).float(),
            _padded(example.features[own], more),
            _padded(example.sentence[own], more, -1),
            _padded(head, more),
            _padded(example.tags[own], more),
            _padded(example.counts[own], more).float(),
            _padded(example.labels[own], more, UNLABELLED),
        )


def _padded(column: np.ndarray, more: int, value: int = 0) -> Tensor:
    filled = np.pad(column, [(0, more)] + [(0, 0)] * (column.ndim - 1), constant_values=value)
    found = torch.from_numpy(filled)
    return found if found.is_floating_point() or found.dtype == torch.bool else found.long()


def loss(net: SpanNet, window: Window, sizes: Sequence[int]) -> Tensor:
    """Cross-entropy of tags where words count, and of labels on the words of spans."""
    tags, labels = net(window.rows, window.features, window.sentence, window.head)
    missed = functional.nll_loss(tags.flatten(0, 1), window.tags.flatten(), reduction="none").view_as(window.counts)
    total = (missed * window.counts).sum()
    for column, own in enumerate(labels.split(list(sizes), -1)):
        wanted = window.labels[:, column]
        if (wanted != UNLABELLED).any():
            total = total + LABEL_WEIGHT * functional.cross_entropy(
                own, wanted, ignore_index=UNLABELLED, reduction="sum"
            )
    return total / WORDS_A_STEP


def learn(
    net: SpanNet, examples: Sequence[Example], kinds: Mapping[str, Sequence[str]], plan: Schedule
) -> Iterator[float]:
    """Trains the network; yields the mean loss of each epoch. Seed torch and random before."""
    cuts = [window for example in examples for window in cut(example)]
    sizes = [len(labels) for labels in kinds.values()]
    layers = set(net.layers.parameters())
    groups = [
        {"params": list(layers), "lr": plan.rate},
        {"params": [p for p in net.parameters() if p not in layers], "lr": plan.rate * plan.faster},
    ]
    optimizer = torch.optim.AdamW(groups, weight_decay=plan.decay)
    steps = plan.epochs * (len(cuts) // plan.together)
    rates = torch.optim.lr_scheduler.LambdaLR(optimizer, lambda s: min(1.0, s / plan.warm_up) * max(0.0, 1 - s / steps))
    for _ in range(plan.epochs):
        random.shuffle(cuts)
        net.train()
        total = 0.0
        for start in range(0, len(cuts) - plan.together + 1, plan.together):
            optimizer.zero_grad()
            for window in cuts[start : start + plan.together]:
                with torch.autocast("cpu", torch.bfloat16):
                    cost = loss(net, window, sizes)
                cost.backward()
                total += float(cost.detach())
            torch.nn.utils.clip_grad_norm_(net.parameters(), 1.0)
            optimizer.step()
            rates.step()
        net.eval()
        yield total / len(cuts)
