"""The network of spans: layers over the encoder's rows in which a window's sentences see one another, and two linear heads."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import torch
from torch import Tensor, nn
from torch.nn import functional

from training.network import FAR, Layer, Shape

FURTHEST = 7
"""Sentences between two words beyond which the distance no longer counts."""
TAGS = 3


@dataclass(frozen=True, slots=True)
class Size:
    """How large the network is; `own` is the width of one of the encoder's two rows."""

    layers: int = 2
    own: int = 384
    heads: int = 12
    feed: int = 1536
    dropout: float = 0.2


class SpanNet(nn.Module):
    """Scores of one window: `rows` (words, 2 * own), `features` (words, features), `sentence` and `head` (words,).

    `tags` come out as (words, kinds, 3) log-probabilities of O, B and I, `labels` as (words, labels of all kinds) scores.
    """

    def __init__(self, features: Mapping[str, Sequence[str]], kinds: Mapping[str, Sequence[str]], size: Size) -> None:
        super().__init__()
        self.size, self.kinds = size, len(kinds)
        self.features = nn.ModuleList(nn.Embedding(1 + len(values), size.own) for values in features.values())
        for table in self.features:
            nn.init.normal_(table.weight, std=0.02)
        self.upper, self.above = nn.Linear(size.own, size.own), nn.Linear(size.own, size.own)
        for linear in (self.upper, self.above):
            nn.init.zeros_(linear.weight), nn.init.zeros_(linear.bias)
        shape = Shape(hidden=size.own, heads=size.heads, feed=size.feed, dropout=size.dropout)
        self.layers = nn.ModuleList(Layer(shape) for _ in range(size.layers))
        self.distance = nn.Parameter(torch.zeros(size.heads, 1 + FURTHEST))
        self.distance.data[:, 1:] = -3.0  # a word looks at its own sentence first
        self.drop = nn.Dropout(size.dropout)
        self.tags = nn.Linear(size.own, TAGS * self.kinds)
        self.labels = nn.Linear(size.own, sum(len(labels) for labels in kinds.values()))

    def forward(self, rows: Tensor, features: Tensor, sentence: Tensor, head: Tensor) -> tuple[Tensor, Tensor]:
        """Words of sentence -1 are padding: no word looks at them, and what comes out for them means nothing."""
        lower, upper = rows.split(self.size.own, -1)
        x = lower + self.upper(upper) + self.above(lower[head])
        for number, table in enumerate(self.features):
            x = x + table(features[:, number])
        apart = (sentence.unsqueeze(1) - sentence.unsqueeze(0)).abs().clamp(max=FURTHEST)
        each = functional.one_hot(apart, 1 + FURTHEST).to(rows.dtype)  # a product learns faster than a look-up here
        bias = (each @ self.distance.T).permute(2, 0, 1) + (sentence < 0).to(rows.dtype) * FAR
        x = x.unsqueeze(0)
        for layer in self.layers:
            x = layer(x, bias)
        x = self.drop(x.squeeze(0))
        return self.tags(x).view(-1, self.kinds, TAGS).log_softmax(-1), self.labels(x)
