"""The answer: two accounts and the rows that stand between them."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any, Literal

from readout.model import Report, Span

Verdict = Literal["both", "differently", "one", "other"]
Sort = Literal["strength", "number", "actor", "kind", "place"]


@dataclass(frozen=True, slots=True)
class Account:
    """One of the two reports: its outlet, the country (or organisation) for which that speaks, and how many sentences it has.

    `outlet` and `side` are None where nobody knows them.
    """

    report: Report
    outlet: str | None
    side: str | None
    sentences: int


@dataclass(frozen=True, slots=True)
class Passage:
    """Words of a report: `sentence` is the number of the sentence in which they begin, from 1."""

    span: Span
    sentence: int
    words: str

    def to_dict(self) -> dict[str, Any]:
        """The passage as the JSON form writes it."""
        return {"words": self.words, "span": self.span.to_list(), "sentence": self.sentence}


@dataclass(frozen=True, slots=True)
class Telling:
    """A finding as its account tells it: its own words (`parts`, where they are interrupted), and the sentence around them."""

    finding: str
    kind: str
    parts: tuple[Passage, ...]
    around: Passage
    who: tuple[str, ...]
    said: tuple[tuple[str, str], ...]
    cues: tuple[Span, ...] = ()

    def to_dict(self) -> dict[str, Any]:
        """The telling as the JSON form writes it."""
        return {
            "finding": self.finding,
            "kind": self.kind,
            "words": " … ".join(part.words for part in self.parts),
            "spans": [part.span.to_list() for part in self.parts],
            "sentence": self.around.to_dict(),
            "who": list(self.who),
            "said": dict(self.said),
        }


@dataclass(frozen=True, slots=True)
class Difference:
    """A field that the accounts fill differently, with the words that say so; one side is empty where only one fills it."""

    field: str
    sort: Sort
    one: tuple[str, ...]
    other: tuple[str, ...]
    where_one: tuple[Span, ...] = ()
    where_other: tuple[Span, ...] = ()

    def mirrored(self) -> Difference:
        """The same with the accounts swapped."""
        return Difference(self.field, self.sort, self.other, self.one, self.where_other, self.where_one)

    def to_dict(self) -> dict[str, Any]:
        """The difference as the JSON form writes it."""
        spans = {"one": [s.to_list() for s in self.where_one], "other": [s.to_list() for s in self.where_other]}
        return {
            "field": self.field,
            "sort": self.sort,
            "one": list(self.one),
            "other": list(self.other),
            "spans": spans,
        }


@dataclass(frozen=True, slots=True)
class Row:
    """One thing that is told. The first telling of a side is the one that was compared; the rest tell it again.

    `likeness` of the wording is 0 to 1. `near` is, where only one account tells it, the sentence of the other account that
    comes closest to it, where one comes close.
    """

    kind: str
    one: tuple[Telling, ...]
    other: tuple[Telling, ...]
    differences: tuple[Difference, ...] = ()
    likeness: float | None = None
    near: Passage | None = None

    @property
    def verdict(self) -> Verdict:
        """Whether both tell it, both but differently, or one alone."""
        if self.one and self.other:
            return "differently" if self.differences else "both"
        return "one" if self.one else "other"

    def mirrored(self) -> Row:
        """The same with the accounts swapped."""
        swapped = tuple(each.mirrored() for each in self.differences)
        return replace(self, one=self.other, other=self.one, differences=swapped)

    def to_dict(self) -> dict[str, Any]:
        """The row as the JSON form writes it."""
        return {
            "verdict": self.verdict,
            "kind": self.kind,
            "one": [telling.to_dict() for telling in self.one],
            "other": [telling.to_dict() for telling in self.other],
            "differences": [difference.to_dict() for difference in self.differences],
            "likeness": self.likeness,
            "near": self.near.to_dict() if self.near else None,
        }


@dataclass(frozen=True, slots=True)
class Subject:
    """A name that one account alone mentions, where it first stands."""

    name: str
    kind: str
    passage: Passage

    def to_dict(self) -> dict[str, Any]:
        """The subject as the JSON form writes it."""
        return {"name": self.name, "kind": self.kind, **self.passage.to_dict()}


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two accounts side by side; `one_meeting` says whether they seem to tell of one meeting at all."""

    one: Account
    other: Account
    one_meeting: bool
    rows: tuple[Row, ...]
    named_by_one: tuple[Subject, ...] = ()
    named_by_other: tuple[Subject, ...] = ()

    def of(self, verdict: Verdict, kind: str | None = None) -> tuple[Row, ...]:
        """The rows of a verdict, of one kind or of all."""
        return tuple(row for row in self.rows if row.verdict == verdict and kind in (None, row.kind))

    def mirrored(self) -> Comparison:
        """What comparing the other way round gives."""
        rows = tuple(row.mirrored() for row in self.rows)
        return Comparison(self.other, self.one, self.one_meeting, rows, self.named_by_other, self.named_by_one)

    def counts(self) -> dict[str, int]:
        """How many rows there are of each verdict."""
        verdicts: tuple[Verdict, ...] = ("both", "differently", "one", "other")
        return {verdict: len(self.of(verdict)) for verdict in verdicts}

    def to_dict(self) -> dict[str, Any]:
        """The comparison in the published JSON form (docs/reference/comparison.md)."""
        accounts = {
            name: {"id": account.report.id, **account.report.to_dict(), "outlet": account.outlet, "side": account.side}
            for name, account in (("one", self.one), ("other", self.other))
        }
        return {
            "accounts": accounts,
            "one_meeting": self.one_meeting,
            "counts": self.counts(),
            "rows": [row.to_dict() for row in self.rows],
            "named_by_one": [subject.to_dict() for subject in self.named_by_one],
            "named_by_other": [subject.to_dict() for subject in self.named_by_other],
        }
