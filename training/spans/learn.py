"""Learning: windows of annotated reports, the loss, and the steps."""

from __future__ import annotations

import copy
import random
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

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
BEGIN = 10
"""About so many steps pass before the mean is one of many."""
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
    untold: Tensor
    """(kinds,): True for the kinds that the report does not annotate."""
    taught: Tensor | None = None
    """(words, kinds, 3): the probabilities that a network gives to tags of kinds that are untold; 0 for the others."""

    @property
    def is_empty(self) -> bool:
        """Whether it is of a report that does not annotate all kinds, and holds no span."""
        return bool(self.untold.any()) and not (self.tags > 0).any()


@dataclass(frozen=True, slots=True)
class Schedule:
    """How a network learns.

    `rate` is the layers' peak rate; heads and embeddings learn `faster` times as fast. `hidden` is the share of words whose
    rows are hidden, `rare` the weight of the kinds in `RARE`, and of windows that are empty one in `every` is learned from.
    Where `average` is not 0 the network becomes the mean of its steps, each step older counting so many times less.
    """

    epochs: int = 12
    rate: float = 3e-4
    faster: float = 4.0
    warm_up: int = 40
    together: int = 2
    decay: float = 0.01
    hidden: float = 0.0
    rare: float = 1.0
    every: int = 3
    average: float = 0.0


GOING_ON = Schedule(epochs=4, rate=2e-4, faster=3.0, hidden=0.1, rare=1.5, average=0.995)
"""Of a network that learned before."""
RARE = ("agreement", "project", "progress")


def cut(example: Example) -> Iterator[Window]:
    """The windows of a report, as the network reads them, padded."""
    untold = torch.from_numpy(~example.counts.any(0))
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
            untold,
        )


def _padded(column: np.ndarray, more: int, value: int = 0) -> Tensor:
    filled = np.pad(column, [(0, more)] + [(0, 0)] * (column.ndim - 1), constant_values=value)
    found = torch.from_numpy(filled)
    return found if found.is_floating_point() or found.dtype == torch.bool else found.long()


def chosen(examples: Sequence[Example], every: int) -> list[Window]:
    """The windows to learn from: of those that are empty one in so many, drawn by chance."""
    cuts = [window for example in examples for window in cut(example)]
    empty = [k for k, window in enumerate(cuts) if window.is_empty]
    left_out = set(random.sample(empty, len(empty) - len(empty) // every))
    return [window for k, window in enumerate(cuts) if k not in left_out]


def taught(windows: Iterable[Window], teacher: SpanNet) -> Iterator[Window]:
    """The windows with what a network, as it reads, says of the kinds that their reports do not annotate."""
    for window in windows:
        if window.untold.any():
            with torch.no_grad(), torch.autocast("cpu", torch.bfloat16):
                tags, _ = teacher(window.rows, window.features, window.sentence, window.head)
            words = (window.sentence >= 0).float().view(-1, 1, 1)
            yield replace(window, taught=tags.float().exp() * words * window.untold.float().view(1, -1, 1))
        else:
            yield window


def loss(net: SpanNet, window: Window, sizes: Sequence[int], weights: Tensor, hidden: float = 0.0) -> Tensor:
    """Cross-entropy of tags where words count or a network taught them, and of labels on the words of spans.

    `sizes` are the labels of each kind, `weights` (kinds,) how much a kind counts.
    """
    rows = window.rows * (torch.rand(len(window.rows), 1) >= hidden) if hidden else window.rows
    tags, labels = net(rows, window.features, window.sentence, window.head)
    missed = functional.nll_loss(tags.flatten(0, 1), window.tags.flatten(), reduction="none").view_as(window.counts)
    total = (missed * window.counts * weights).sum()
    if window.taught is not None:
        total = total - (window.taught * tags).sum()
    for column, own in enumerate(labels.split(list(sizes), -1)):
        wanted = window.labels[:, column]
        if (wanted != UNLABELLED).any():
            missed = functional.cross_entropy(own, wanted, ignore_index=UNLABELLED, reduction="sum")
            total = total + LABEL_WEIGHT * weights[column] * missed
    return total / WORDS_A_STEP


def learn(
    net: SpanNet, windows: Sequence[Window], kinds: Mapping[str, Sequence[str]], plan: Schedule
) -> Iterator[float]:
    """Trains the network; yields the mean loss of each epoch. Seed torch and random before."""
    cuts, mean = list(windows), copy.deepcopy(net)
    sizes = [len(labels) for labels in kinds.values()]
    weights = torch.tensor([plan.rare if kind in RARE else 1.0 for kind in kinds])
    optimizer, rates = _optimizer(net, plan, plan.epochs * (len(cuts) // plan.together))
    steps = 0
    for _ in range(plan.epochs):
        random.shuffle(cuts)
        net.train()
        total = 0.0
        for start in range(0, len(cuts) - plan.together + 1, plan.together):
            optimizer.zero_grad()
            with torch.autocast("cpu", torch.bfloat16):
                costs = [loss(net, w, sizes, weights, plan.hidden) for w in cuts[start : start + plan.together]]
            cost = torch.stack(costs).sum()
            cost.backward()
            total += float(cost.detach())
            torch.nn.utils.clip_grad_norm_(net.parameters(), 1.0)
            optimizer.step()
            rates.step()
            steps += 1
            _towards(mean, net, 1 - min(plan.average, steps / (steps + BEGIN)))
        net.eval()
        yield total / len(cuts)
    net.load_state_dict(mean.state_dict())


def _optimizer(
    net: SpanNet, plan: Schedule, steps: int
) -> tuple[torch.optim.Optimizer, torch.optim.lr_scheduler.LambdaLR]:
    """Rates rise over the first steps and fall to 0 over all."""
    layers = set(net.layers.parameters())
    groups = [
        {"params": list(layers), "lr": plan.rate},
        {"params": [p for p in net.parameters() if p not in layers], "lr": plan.rate * plan.faster},
    ]
    optimizer = torch.optim.AdamW(groups, weight_decay=plan.decay)
    return optimizer, torch.optim.lr_scheduler.LambdaLR(
        optimizer, lambda s: min(1.0, s / plan.warm_up) * max(0.0, 1 - s / steps)
    )


def _towards(mean: SpanNet, net: SpanNet, share: float) -> None:
    """Moves the mean towards the network by a share of the way."""
    with torch.no_grad():
        for own, new in zip(mean.parameters(), net.parameters(), strict=True):
            own.lerp_(new, share)
