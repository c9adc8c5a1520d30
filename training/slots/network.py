"""The network that casts parts, in torch: sums of trait vectors, one hidden layer, one score a company."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
import torch

from readout.reading.casting import QUOTATION
from readout.reading.proposals.weigh import ACTORS
from readout_en.casting import SIZES
from training.slots.examples import Example

KINDS = [*ACTORS, QUOTATION]
"""What is cast: the parts of each kind, and those of statements in general news."""
LEAST = 15
"""Findings in which a trait stands at the least, to have a vector: with 6 a network is twice as large and no better."""
SIDES = 3
"""A trait counts where all of a company have it, where some do, and where somebody left out has it."""
Ints = npt.NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Numbered:
    """An example as numbers: the vectors of each company one after the other, and how many each has."""

    example: Example
    vectors: Ints
    counts: Ints

    @property
    def teaches(self) -> bool:
        """Whether some companies are wanted and others are not."""
        return any(self.example.wanted) and not all(self.example.wanted)


def vocabulary(examples: Iterable[Example]) -> list[str]:
    """The traits that are frequent enough, alone and with their kind."""
    counts: Counter[str] = Counter()
    for example in examples:
        own = {trait for traits in example.traits for trait in traits}
        counts.update(own)
        counts.update(f"{example.kind}|{trait}" for trait in own)
    return sorted(trait for trait, count in counts.items() if count >= LEAST)


def numbered(example: Example, traits: dict[str, int]) -> Numbered:
    """The example with the numbers of its vectors: trait + vocabulary * side, and one for kind and size."""
    known = {trait: k for k, trait in enumerate(dict.fromkeys(t for own in example.traits for t in own))}
    has = np.zeros((len(example.traits), len(known)), bool)
    for row, own in enumerate(example.traits):
        has[row, [known[trait] for trait in own]] = True
    rows = [(traits.get(trait, -1), traits.get(f"{example.kind}|{trait}", -1)) for trait in known]
    numbers = np.array(rows, np.int64)
    found = [_company(example.kind, has, company, numbers, len(traits)) for company in example.companies]
    return Numbered(example, np.concatenate(found), np.array([len(own) for own in found]))


def _company(kind: str, has: npt.NDArray[np.bool_], company: tuple[int, ...], numbers: Ints, many: int) -> Ints:
    inside = has[list(company)]
    everyone, some = inside.all(0), inside.any(0)
    left_out = np.delete(has, company, 0).any(0)
    found = [numbers[side].ravel() + many * k for k, side in enumerate((everyone, some & ~everyone, left_out))]
    known = [own[own >= many * k] for k, own in enumerate(found)]
    size = SIDES * many + KINDS.index(kind) * SIZES + min(len(company), SIZES - 1)
    return np.concatenate([*known, [size]])


class Network(torch.nn.Module):
    """Scores companies; a vector's first number is its plain weight, the others go to the hidden layer."""

    def __init__(self, traits: int, hidden: int, drop: float) -> None:
        super().__init__()
        vectors = SIDES * traits + len(KINDS) * SIZES
        self.plain = torch.nn.EmbeddingBag(vectors, 1, mode="sum")
        self.inner = torch.nn.EmbeddingBag(vectors, hidden, mode="sum")
        self.shift = torch.nn.Parameter(torch.zeros(hidden))
        self.out = torch.nn.Linear(hidden, 1, bias=False)
        self.drop = torch.nn.Dropout(drop)
        torch.nn.init.zeros_(self.plain.weight)
        torch.nn.init.normal_(self.inner.weight, std=0.05)

    def forward(self, vectors: torch.Tensor, starts: torch.Tensor) -> torch.Tensor:
        """One score a company; `starts` tells where the vectors of each begin."""
        hidden = torch.relu(self.inner(vectors, starts) + self.shift)
        scores: torch.Tensor = self.plain(vectors, starts)[:, 0] + self.out(self.drop(hidden))[:, 0]
        return scores
