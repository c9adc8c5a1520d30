"""Prepared sentences become padded batches of numbers, an epoch after the other, shuffled with a seed."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from random import Random
from typing import Any, TypeVar

import numpy as np
import torch
from torch import Tensor

from readout_en.pieces import CLS, SEP, casing, pieces
from training.labels import Labels
from training.repair import DOUBTFUL

UNLABELLED = -100
S = TypeVar("S", bound=Sequence[Any])


@dataclass(frozen=True, slots=True)
class Batch:
    """What the network reads (see `Network`), and the numbers of the right labels by what they label."""

    inputs: tuple[Tensor, ...]
    gold: dict[str, Tensor]

    @property
    def words(self) -> Tensor:
        return self.inputs[4]


def inputs(sentences: Sequence[Sequence[str]]) -> tuple[Tensor, ...]:
    """ids, case, mask, first, words: padded."""
    cut = [[pieces(word) for word in sentence] for sentence in sentences]
    length = max(sum(map(len, sentence)) for sentence in cut) + 2
    count, longest = len(sentences), max(map(len, sentences)) + 1
    ids, case = np.zeros((2, count, length), np.int64)
    first = np.zeros((count, longest), np.int64)
    mask, words = np.zeros((count, length), np.float32), np.zeros((count, longest), np.float32)
    for row, (sentence, own) in enumerate(zip(sentences, cut, strict=True)):
        ids[row, 0], at = CLS, 1
        for place, (word, parts) in enumerate(zip(sentence, own, strict=True), 1):
            first[row, place] = at
            ids[row, at : at + len(parts)] = parts
            case[row, at : at + len(parts)] = casing(word)
            at += len(parts)
        ids[row, at] = SEP
        mask[row, : at + 1] = 1
        words[row, : len(sentence) + 1] = 1
    return tuple(torch.from_numpy(array) for array in (ids, case, mask, first, words))


def _gold(rows: Sequence[Sequence[int]]) -> Tensor:
    padded = torch.full((len(rows), max(map(len, rows))), UNLABELLED)
    for place, row in enumerate(rows):
        padded[place, : len(row)] = torch.tensor(row)
    return padded


class Numbers:
    """Labels as numbers."""

    def __init__(self, labels: Labels) -> None:
        self.upos, self.xpos, self.names, self.relations = (
            {label: place for place, label in enumerate(column)}
            for column in (labels.upos, labels.xpos, labels.names, labels.relations)
        )
        self.names[DOUBTFUL] = UNLABELLED

    def trees(self, sentences: Sequence[list[list[Any]]]) -> Batch:
        gold = {
            "upos": [[self.upos[t[1]] for t in s] for s in sentences],
            "xpos": [[self.xpos[t[2]] for t in s] for s in sentences],
            "heads": [[t[3] for t in s] for s in sentences],
            "relations": [[self.relations[t[4]] for t in s] for s in sentences],
        }
        return Batch(inputs([[t[0] for t in s] for s in sentences]), {name: _gold(rows) for name, rows in gold.items()})

    def tagged(self, sentences: Sequence[Sequence[tuple[str, str]]]) -> Batch:
        gold = {"names": _gold([[self.names[tag] for _, tag in s] for s in sentences])}
        return Batch(inputs([[form for form, _ in s] for s in sentences]), gold)


def endless(epoch: Callable[[], list[S]], words: int, random: Random) -> Iterator[list[S]]:
    """Batches of about `words` words with padding, sentences of like length together; `epoch` gives the sentences."""
    while True:
        gathered: list[list[S]] = [[]]
        for sentence in sorted(epoch(), key=lambda s: len(s) + 6 * random.random()):
            longest = max([len(sentence), *map(len, gathered[-1])])
            if gathered[-1] and longest * (len(gathered[-1]) + 1) > words:
                gathered.append([])
            gathered[-1].append(sentence)
        random.shuffle(gathered)
        yield from gathered
