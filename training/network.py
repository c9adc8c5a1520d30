"""The network: MiniLM's encoder with casing, and heads for tags, names, arcs (biaffine) and relations (biaffine)."""

import math
from dataclasses import dataclass

import torch
from torch import Tensor, nn
from torch.nn import functional

from readout_en.pieces import PLACES
from training.labels import Labels
from training.pieces import CASES

VOCABULARY = 30522
FAR = -10000.0  # added to the scores of what a word may not look at


@dataclass(frozen=True, slots=True)
class Shape:
    """Sizes of the network.

    `feed` is the width of each layer's inner part. From layer `words_from` on (counted from 0) only the rows of words'
    first pieces and of roots are kept: the other pieces have told their word what they know, and reading gets cheaper.
    """

    layers: int = 6
    hidden: int = 384
    heads: int = 12
    feed: int = 1536
    words_from: int = 6
    arc: int = 256
    relation: int = 96
    dropout: float = 0.1


class Layer(nn.Module):
    """One layer of BERT, with queries, keys and values in one matrix."""

    def __init__(self, shape: Shape) -> None:
        super().__init__()
        self.heads = shape.heads
        self.qkv = nn.Linear(shape.hidden, 3 * shape.hidden)
        self.out = nn.Linear(shape.hidden, shape.hidden)
        self.norm1 = nn.LayerNorm(shape.hidden, 1e-12)
        self.up = nn.Linear(shape.hidden, shape.feed)
        self.down = nn.Linear(shape.feed, shape.hidden)
        self.norm2 = nn.LayerNorm(shape.hidden, 1e-12)
        self.drop = nn.Dropout(shape.dropout)

    def forward(self, x: Tensor, unseen: Tensor) -> Tensor:
        batch, rows, hidden = x.shape
        parts = self.qkv(x).view(batch, rows, 3, self.heads, hidden // self.heads).permute(2, 0, 3, 1, 4)
        query, key, value = parts.unbind(0)
        weights = functional.softmax(query @ key.transpose(-1, -2) / math.sqrt(hidden // self.heads) + unseen, -1)
        context = (weights @ value).transpose(1, 2).reshape(batch, rows, hidden)
        x = self.norm1(x + self.drop(self.out(context)))
        found: Tensor = self.norm2(x + self.drop(self.down(functional.gelu(self.up(x)))))
        return found


class Network(nn.Module):
    """Scores of tags, names, heads and relations for batches of sentences, padded.

    `ids`, `case`, `mask` are (sentences, pieces); `first` and `words` (the mask of words) are (sentences, 1 + words),
    the root first.
    """

    def __init__(self, labels: Labels, shape: Shape) -> None:
        super().__init__()
        self.shape = shape
        hidden = shape.hidden
        self.word = nn.Embedding(VOCABULARY, hidden)
        self.place = nn.Embedding(PLACES, hidden)
        self.case = nn.Embedding(CASES, hidden)
        self.norm = nn.LayerNorm(hidden, 1e-12)
        self.layers = nn.ModuleList(Layer(shape) for _ in range(shape.layers))
        self.drop = nn.Dropout(shape.dropout)
        self.upos = nn.Linear(hidden, len(labels.upos))
        self.xpos = nn.Linear(hidden, len(labels.xpos))
        self.names = nn.Linear(hidden, len(labels.names))
        self.arc_dependent = nn.Linear(hidden, shape.arc)
        self.arc_head = nn.Linear(hidden, shape.arc)
        self.arc = nn.Parameter(torch.randn(shape.arc, shape.arc) * 0.02)
        self.arc_bias = nn.Linear(shape.arc, 1, bias=False)
        self.relation_dependent = nn.Linear(hidden, shape.relation)
        self.relation_head = nn.Linear(hidden, shape.relation)
        self.relation = nn.Parameter(torch.randn(len(labels.relations), shape.relation, shape.relation) * 0.02)
        self.relation_bias = nn.Linear(2 * shape.relation, len(labels.relations))
        nn.init.zeros_(self.case.weight)

    def encode(self, ids: Tensor, case: Tensor, mask: Tensor, first: Tensor, words: Tensor) -> Tensor:
        """Vectors of the root and the words, (sentences, 1 + words, hidden)."""
        x = self.word(ids) + self.place.weight[: ids.shape[1]] + self.case(case)
        x = self.drop(self.norm(x))
        unseen = (1.0 - mask)[:, None, None, :] * FAR
        for number, layer in enumerate(self.layers):
            if number == self.shape.words_from:
                x, unseen = rows(x, first), (1.0 - words)[:, None, None, :] * FAR
            x = layer(x, unseen)
        if self.shape.words_from >= len(self.layers):
            x = rows(x, first)
        found: Tensor = self.drop(x)
        return found

    def arcs(self, x: Tensor, words: Tensor) -> Tensor:
        """Scores of every head for every word, (sentences, words, 1 + words)."""
        dependent, head = functional.gelu(self.arc_dependent(x[:, 1:])), functional.gelu(self.arc_head(x))
        scores: Tensor = dependent @ self.arc @ head.transpose(1, 2) + self.arc_bias(head).transpose(1, 2)
        return scores + ((1.0 - words) * FAR)[:, None, :]

    def relations(self, x: Tensor, heads: Tensor) -> Tensor:
        """Scores of every relation for every word to the head given, (sentences, words, relations)."""
        dependent, head = functional.gelu(self.relation_dependent(x[:, 1:])), functional.gelu(self.relation_head(x))
        return self.relation_scores(dependent, rows(head, heads))

    def relation_scores(self, dependent: Tensor, head: Tensor) -> Tensor:
        inner = dependent @ self.relation.permute(1, 0, 2).flatten(1)
        inner = inner.view(*dependent.shape[:-1], *self.relation.shape[:2])
        scores: Tensor = (inner * head.unsqueeze(-2)).sum(-1) + self.relation_bias(torch.cat([dependent, head], -1))
        return scores


def rows(x: Tensor, which: Tensor) -> Tensor:
    """The rows of each sentence that `which` (sentences, n) numbers."""
    return torch.gather(x, 1, which.unsqueeze(-1).expand(-1, -1, x.shape[-1]))
