"""Learning: windows of annotated reports, the loss, and the steps."""

from __future__ import annotations

import copy
import random
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
import torch
from torch import Tensor
from torch.nn import functional

from readout_en.pieces import PLACES
from readout_en.spans import LONGEST_WINDOW, WORDS_PER_WINDOW, window, windows
from training.spans.examples import UNLABELLED, Example, Link
from training.spans.network import PADDED, Inputs, SpanNet

LABEL_WEIGHT = 0.5
LINK_WEIGHT = 2.0
WORDS_A_STEP = 40.0
"""What a window's loss is divided by, so that the rates do not depend on its length."""
BEGIN = 10
"""About so many steps pass before the mean is one of many."""
STEP = 32
"""Windows are padded to a multiple of so many pieces and words: few shapes, for each of which the kernels are compiled once."""
PADDING = {"place": PADDED, "sentence": PADDED}
SHORTEST = 40
"""Words of a first window that was moved, at the least."""


@dataclass(frozen=True, slots=True)
class Window:
    """Tensors of one window of a report, see `Example`."""

    inputs: Inputs
    tags: Tensor
    counts: Tensor
    labels: Tensor
    links: tuple[Link, ...]
    is_partial: bool
    """Whether the report annotates some kinds alone."""

    @property
    def is_empty(self) -> bool:
        """Whether it is of a report that does not annotate all kinds, and holds no span."""
        return self.is_partial and not (self.tags > 0).any()


@dataclass(frozen=True, slots=True)
class Schedule:
    """How a network learns.

    `rate` is the peak rate of what an encoder learned before; what is new learns `faster` times as fast. `hidden` is the
    share of pieces that are hidden, and of windows that are empty one in `every` is learned from. The network becomes the
    mean of its steps, each older one counting `average` times as much.
    """

    epochs: int = 5
    rate: float = 1e-4
    faster: float = 5.0
    warm_up: int = 60
    together: int = 4
    decay: float = 0.01
    hidden: float = 0.1
    every: int = 3
    average: float = 0.99


def cut(example: Example, first: int = 0) -> Iterator[Window]:
    """The windows of a report as the network reads them, padded; with `first` the first one ends behind so many words."""
    partial = bool((~example.counts.any(0)).any())
    known = example.words, example.rows, example.features, example.sentence.tolist(), example.head.tolist()
    for start, stop in moved(known[3], first):
        fed = window(*known, start, stop)
        if len(fed["ids"]) > PLACES:
            continue
        inputs = Inputs(*(padded(fed[name], PADDING.get(name, 0)) for name in Inputs.__dataclass_fields__))
        own = slice(start, stop)
        told = (padded(column[own], value) for column, value in (
            (example.tags, 0), (example.counts, 0), (example.labels, UNLABELLED)))  # fmt: skip
        links = (link.within(start, stop) for link in example.links)
        yield Window(inputs, *told, tuple(link for link in links if link), partial)


def moved(sentence: Sequence[int], first: int) -> Iterator[tuple[int, int]]:
    """The windows of a text, but for the first, which ends with the sentence of the `first`th word; those of `windows` where
    `first` is 0 or the text ends before."""
    while 0 < first < len(sentence) and sentence[first] == sentence[first - 1]:
        first += 1
    if not 0 < first < min(len(sentence), LONGEST_WINDOW):
        yield from windows(sentence)
        return
    yield 0, first
    yield from ((first + start, first + stop) for start, stop in windows(sentence[first:]))


def drawn(examples: Sequence[Example], every: int) -> list[Window]:
    """The windows of an epoch: those of long reports begin elsewhere each time, so that words are seen with other sentences."""
    firsts = [random.randint(SHORTEST, WORDS_PER_WINDOW) if len(e.words) > WORDS_PER_WINDOW else 0 for e in examples]
    return chosen([one for example, first in zip(examples, firsts, strict=True) for one in cut(example, first)], every)


def padded(column: np.ndarray, value: int = 0) -> Tensor:
    """A column as a tensor, filled up to a multiple of `STEP`."""
    more = -len(column) % STEP
    filled = torch.from_numpy(np.pad(column, [(0, more)] + [(0, 0)] * (column.ndim - 1), constant_values=value))
    return filled if filled.is_floating_point() or filled.dtype == torch.bool else filled.long()


def chosen(cuts: Sequence[Window], every: int) -> list[Window]:
    """The windows to learn from: of those that are empty one in so many, drawn by chance."""
    empty = [k for k, one in enumerate(cuts) if one.is_empty]
    left_out = set(random.sample(empty, len(empty) - len(empty) // every))
    return [one for k, one in enumerate(cuts) if k not in left_out]


def loss(net: SpanNet, own: Window, sizes: Sequence[int], hidden: float = 0.0) -> Tensor:
    """Cross-entropy of tags where words count, of labels on the words of spans, and of who their actors are.

    `sizes` are the labels of each kind.
    """
    unseen = (torch.rand(len(own.inputs.ids)) < hidden) & (own.inputs.case > 0) if hidden else None
    tags, labels, *linking = net(own.inputs, unseen)
    missed = functional.nll_loss(tags.flatten(0, 1), own.tags.flatten(), reduction="none").view(own.counts.shape)
    total = (missed * own.counts).sum()
    for column, scores in enumerate(labels.split(list(sizes), -1)):
        wanted = own.labels[:, column]
        if (wanted != UNLABELLED).any():
            missed = functional.cross_entropy(scores, wanted, ignore_index=UNLABELLED, reduction="sum")
            total = total + LABEL_WEIGHT * missed
    for link in own.links:
        total = total + LINK_WEIGHT * _unlinked(link, *linking)
    return total / WORDS_A_STEP


def _unlinked(link: Link, asks: Tensor, answers: Tensor, plays: Tensor) -> Tensor:
    """Cross-entropy of a finding's actors: of the mentions of each the likeliest one speaks for it."""
    asked = asks[link.first : link.stop, link.kind].mean(0)
    odds = [(answers[list(places)] @ asked + plays[list(places), link.kind]).max() for places, _ in link.parties]
    wanted = torch.tensor([float(plays_it) for _, plays_it in link.parties])
    return functional.binary_cross_entropy_with_logits(torch.stack(odds).float(), wanted, reduction="sum")


def learn(
    net: SpanNet, draw: Callable[[], Sequence[Window]], kinds: Mapping[str, Sequence[str]], plan: Schedule
) -> Iterator[float]:
    """Trains the network on the windows that are drawn for each epoch; yields its mean loss. Seed torch and random before."""
    cuts, mean = list(draw()), copy.deepcopy(net)
    sizes = [len(labels) for labels in kinds.values()]
    optimizer, rates = _optimizer(net, plan, plan.epochs * (len(cuts) // plan.together))
    steps = 0
    for epoch in range(plan.epochs):
        cuts = list(draw()) if epoch else cuts
        random.shuffle(cuts)
        net.train()
        total = 0.0
        for start in range(0, len(cuts) - plan.together + 1, plan.together):
            optimizer.zero_grad()
            for own in cuts[start : start + plan.together]:
                with torch.autocast("cpu", torch.bfloat16):
                    cost = loss(net, own, sizes, plan.hidden)
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
    learned = {p for part in (net.word, net.place, net.norm, net.layers) for p in part.parameters()}
    groups = [
        {"params": [p for p in net.parameters() if p in learned], "lr": plan.rate},
        {"params": [p for p in net.parameters() if p not in learned], "lr": plan.rate * plan.faster},
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
