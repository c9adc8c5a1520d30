"""An annotated text as plain columns, a value a word: what the finders look at."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property

import numpy as np
import numpy.typing as npt
from spacy.attrs import DEP, ENT_IOB, ENT_TYPE, HEAD, IDX, ORTH, POS, SENT_START, TAG
from spacy.tokens import Doc

from readout.model import Span

NAMES = {"PER": "PER", "ORG": "ORG", "LOC": "LOC", "PERSON": "PER", "GPE": "LOC", "FAC": "LOC"}
"""The names that finders look at, by what pipelines call them; other entities (dates, sums) are none."""


_ATTRIBUTES = [ORTH, POS, TAG, DEP, ENT_TYPE, HEAD, IDX, ENT_IOB, SENT_START]
_IOB = ("", "I", "O", "B")


@dataclass(frozen=True)
class Words:
    """Columns over the words of one text; heads are word numbers, a root's head is itself; offsets are code points.

    `folded` is the text as the annotator read it, in which `place` counts; `start` and `end` count in `text`. `rows` are
    what the encoder knows of each word, (words, size), or (words, 0) where the pipeline keeps none.
    """

    text: str
    folded: str
    form: list[str]
    lower: list[str]
    pos: list[str]
    tag: list[str]
    dep: list[str]
    head: list[int]
    start: list[int]
    end: list[int]
    sentence: list[int]
    name: list[str]
    place: list[int]
    rows: npt.NDArray[np.float32] = field(compare=False)

    @classmethod
    def of(cls, doc: Doc, text: str, folded: str | None = None, starts: list[int] | None = None) -> Words:
        """The columns of a spaCy Doc of `text`, or of its `folded` form, whose i-th code point is at `starts[i]` of it."""
        rows: npt.NDArray[np.uint64] = doc.to_array(_ATTRIBUTES)  # type: ignore[assignment]  # its stub says floats
        kept = [i for i, orth in enumerate(rows[:, 0].tolist()) if not doc.vocab.strings[orth].isspace()]
        number = {token: word for word, token in enumerate(kept)}
        orth, pos, tag, dep, kind = (_strings(doc, rows[kept, column]) for column in range(5))
        distance, begin, iob, opens = (rows[:, column].astype("int64") for column in range(5, 9))
        heads = [
            number.get(i + step, word) for word, (i, step) in enumerate(zip(kept, distance[kept].tolist(), strict=True))
        ]
        start = begin[kept].tolist()
        end = [first + len(form) for first, form in zip(start, orth, strict=True)]
        return cls(
            text,
            text if folded is None else folded,
            orth,
            [form.lower() for form in orth],
            pos,
            tag,
            dep,
            heads,
            [starts[i] for i in start] if starts else start,
            [starts[i - 1] + 1 for i in end] if starts else end,
            _counted(np.cumsum(opens == 1)[kept]),
            [
                f"{_IOB[i]}-{NAMES[name]}" if name in NAMES else "O"
                for i, name in zip(iob[kept].tolist(), kind, strict=True)
            ],
            start,
            _rows(doc)[kept],
        )

    def __len__(self) -> int:
        return len(self.form)

    @cached_property
    def children(self) -> list[list[int]]:
        """The words that hang directly on each word, in order."""
        below: list[list[int]] = [[] for _ in self.form]
        for i, head in enumerate(self.head):
            if head != i:
                below[head].append(i)
        return below

    @cached_property
    def edges(self) -> list[tuple[int, int]]:
        """First and last word of all that hangs on each word, itself included."""
        low, high = list(range(len(self.form))), list(range(len(self.form)))
        order: list[int] = [i for i, head in enumerate(self.head) if head == i]
        for i in order:
            order.extend(self.children[i])
        for i in reversed(order):
            head = self.head[i]
            low[head] = min(low[head], low[i])
            high[head] = max(high[head], high[i])
        return list(zip(low, high, strict=True))

    @cached_property
    def sentences(self) -> list[tuple[int, int]]:
        """First word and the word after the last of each sentence."""
        spans: list[tuple[int, int]] = []
        for i, number in enumerate(self.sentence):
            if i == 0 or number != self.sentence[i - 1]:
                spans.append((i, i + 1))
            else:
                spans[-1] = (spans[-1][0], i + 1)
        return spans

    @cached_property
    def sentence_of(self) -> list[tuple[int, int]]:
        """For each word its sentence's first word and the word after its last."""
        return [span for span in self.sentences for _ in range(*span)]

    def span(self, first: int, last: int) -> Span:
        """The code points from word `first` to word `last`, both included."""
        return Span(self.start[first], self.end[last])

    def said(self, first: int, last: int) -> str:
        """The text from word `first` to word `last`, both included, as it stands."""
        return self.text[self.start[first] : self.end[last]]

    def child(self, i: int, *relations: str) -> int | None:
        """The first word that hangs on `i` by one of the relations."""
        return next((k for k in self.children[i] if self.dep[k] in relations), None)

    def kin(self, i: int, *relations: str) -> Iterator[int]:
        """The words that hang on `i` by one of the relations."""
        return (k for k in self.children[i] if self.dep[k] in relations)

    def is_noun(self, i: int) -> bool:
        """Nouns, names and pronouns."""
        return self.pos[i] in ("NOUN", "PROPN", "PRON")


def _counted(sentence: npt.NDArray[np.int64]) -> list[int]:
    """The number of each word's sentence, without those of white space alone."""
    counted: list[int] = np.unique(sentence, return_inverse=True)[1].tolist()
    return counted


def _strings(doc: Doc, column: npt.NDArray[np.uint64]) -> list[str]:
    """What the numbers of a column stand for in the pipeline's vocabulary."""
    numbers = column.tolist()
    known = {number: doc.vocab.strings[number] for number in set(numbers)}
    return [known[number] for number in numbers]


def _rows(doc: Doc) -> npt.NDArray[np.float32]:
    rows = np.asarray(doc.tensor, dtype=np.float32)
    return rows if rows.shape[:1] == (len(doc),) and rows.ndim == 2 else np.zeros((len(doc), 0), np.float32)
