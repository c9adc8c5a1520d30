"""The network of spans: an encoder that reads the sentences of a window together, with heads for spans, labels and links."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

import torch
from torch import Tensor, nn
from torch.nn import functional

from readout_en.pieces import PLACES
from training.network import FAR, VOCABULARY, Layer, Shape
from training.pieces import CASES

FURTHEST = 7
"""Sentences between two words beyond which the distance no longer counts."""
TAGS = 3
LINK = 32
"""Numbers in which the words of a finding ask for its actors, and mentions answer."""
MASK = 103
"""The piece that stands for a hidden one."""
PADDED = -1
"""The place of pieces and the sentence of words that are padding."""


@dataclass(frozen=True, slots=True)
class Size:
    """How large the network is: layers that see pieces, layers that see words, and `own`, the width of a row."""

    pieces: int = 4
    words: int = 2
    own: int = 384
    heads: int = 12
    feed: int = 1536
    dropout: float = 0.1


@dataclass(frozen=True, slots=True)
class Inputs:
    """One window, as `readout_en.spans.window` makes it and in its order."""

    ids: Tensor
    case: Tensor
    place: Tensor
    features: Tensor
    first: Tensor
    rows: Tensor
    sentence: Tensor
    head: Tensor


class Scores(NamedTuple):
    """`tags` (words, kinds, 3) are log-probabilities of O, B and I, `labels` (words, labels of all kinds) scores.

    A finding of a kind on some words has an actor whom a word names by the log odds: the mean of its words' `asks` (words,
    kinds, LINK) times that word's `answers` (words, LINK), plus its `plays` (words, kinds).
    """

    tags: Tensor
    labels: Tensor
    asks: Tensor
    answers: Tensor
    plays: Tensor


class SpanNet(nn.Module):
    """Scores of one window.

    The lower layers are an encoder's, over the pieces of all sentences; at the first piece of each word they are joined by
    what the language model knows of the word and of its head. The upper ones see words, and how many sentences apart they stand.
    """

    def __init__(self, features: Mapping[str, Sequence[str]], kinds: Mapping[str, Sequence[str]], size: Size) -> None:
        super().__init__()
        self.size, self.kinds = size, len(kinds)
        shape = Shape(hidden=size.own, heads=size.heads, feed=size.feed, dropout=size.dropout)
        self.word, self.place = nn.Embedding(VOCABULARY, size.own), nn.Embedding(PLACES, size.own)
        self.case = nn.Embedding(CASES, size.own)
        nn.init.zeros_(self.case.weight)
        self.features = nn.ModuleList(nn.Embedding(1 + len(values), size.own) for values in features.values())
        for table in self.features:
            nn.init.normal_(table.weight, std=0.01)
        self.norm = nn.LayerNorm(size.own, 1e-12)
        self.lower, self.upper, self.above = (nn.Linear(size.own, size.own) for _ in range(3))
        for linear in (self.lower, self.upper, self.above):
            nn.init.zeros_(linear.weight), nn.init.zeros_(linear.bias)
        self.layers = nn.ModuleList(Layer(shape) for _ in range(size.pieces + size.words))
        self.distance = nn.Parameter(torch.zeros(size.heads, 1 + FURTHEST))
        self.distance.data[:, 1:] = -1.0  # a word looks at its own sentence first
        self.drop = nn.Dropout(size.dropout)
        self.tags = nn.Linear(size.own, TAGS * self.kinds)
        self.labels = nn.Linear(size.own, sum(len(labels) for labels in kinds.values()))
        self.asks = nn.Linear(size.own, self.kinds * LINK)
        self.answers = nn.Linear(size.own, LINK)
        self.plays = nn.Linear(size.own, self.kinds)

    def forward(self, window: Inputs, hidden: Tensor | None = None) -> Scores:
        """See `Scores`; `hidden` (pieces,) are read as unknown. Nothing looks at padding, whose scores mean nothing."""
        x = self.drop(self.embedded(window, hidden)).unsqueeze(0)
        unseen = (window.place == PADDED).to(x.dtype) * FAR
        for layer in self.layers[: self.size.pieces]:
            x = layer(x, unseen)
        x = self.joined(x.squeeze(0)[window.first], window).unsqueeze(0)
        apart = (window.sentence.unsqueeze(1) - window.sentence.unsqueeze(0)).abs().clamp(max=FURTHEST)
        each = functional.one_hot(apart, 1 + FURTHEST).to(x.dtype)  # a product learns faster than a look-up here
        bias = (each @ self.distance.T).permute(2, 0, 1) + (window.sentence == PADDED).to(x.dtype) * FAR
        for layer in self.layers[self.size.pieces :]:
            x = layer(x, bias)
        return self.scores(self.drop(x.squeeze(0)))

    def scores(self, x: Tensor) -> Scores:
        """What is told of words by their rows, (words, own)."""
        tags = self.tags(x).view(-1, self.kinds, TAGS).log_softmax(-1)
        asks = self.asks(x).view(-1, self.kinds, LINK) / math.sqrt(LINK)
        return Scores(tags, self.labels(x), asks, self.answers(x), self.plays(x))

    def embedded(self, window: Inputs, hidden: Tensor | None = None) -> Tensor:
        """What the layers begin from, (pieces, own)."""
        ids = window.ids if hidden is None else window.ids.masked_fill(hidden, MASK)
        x = self.word(ids) + self.place(window.place.clamp(min=0)) + self.case(window.case)
        for number, table in enumerate(self.features):
            x = x + table(window.features[:, number])
        found: Tensor = self.norm(x)
        return found

    def joined(self, x: Tensor, window: Inputs) -> Tensor:
        """The words' rows, (words, own), with what is known of them besides."""
        lower, upper = window.rows.split(self.size.own, -1)
        found: Tensor = x + self.lower(lower) + self.upper(upper) + self.above(x[window.head])
        return found
