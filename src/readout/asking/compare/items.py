"""A reading as comparing sees it: its findings with their words, sides and places."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass

from readout.asking.compare.tuned import limits
from readout.matching.parties import Party, parties, sides_of
from readout.matching.sentences import sentences
from readout.matching.words import Words, folded, words_of
from readout.model import Finding, Reading, Span

ACTING = {
    "meeting": "participants", "statement": "speaker", "commitment": "by", "agreement": "parties", "project": "participants",
    "progress": "actors",
}  # fmt: skip
"""The slot of each kind that says who acts."""
HOLDS_TOGETHER = ("commitment", "agreement", "project", "progress")
"""Kinds that say more of a stretch of text than that somebody said it."""


@dataclass(frozen=True, slots=True)
class Item:
    """A finding to be aligned: `at` is where it begins, as a share of the report; `words` are without names of the sides.

    `sentence` is the text around it, `told` the ISO date of the report. `name` is the finding's own, whatever reports are
    compared: the hash of the report's text, and its id; `plain` is the quote without case and accents.
    """

    finding: Finding
    name: tuple[str, str]
    words: Words
    quote: str
    plain: str
    sentence: str
    told: str | None
    acting: frozenset[Party]
    at: float

    @property
    def kind(self) -> str:
        """The kind of the finding."""
        return self.finding.kind

    @property
    def sides(self) -> frozenset[str]:
        """The sides that act."""
        return sides_of(self.acting)


@dataclass(frozen=True, slots=True)
class Sentences:
    """Where the sentences of a report stand."""

    text: str
    spans: tuple[Span, ...]

    @classmethod
    def of(cls, text: str) -> Sentences:
        """The sentences of a text."""
        return cls(text, tuple(sentences(text)))

    def number(self, at: int) -> int:
        """The number of the sentence at an offset, from 1."""
        return max(1, bisect_right([span.start for span in self.spans], at))

    def around(self, span: Span) -> Span:
        """The sentences that hold a span, as one."""
        inside = [each for each in self.spans if each.overlaps(span)] or [span]
        return Span(min(inside[0].start, span.start), max(inside[-1].end, span.end))


def items(reading: Reading, own: frozenset[str]) -> tuple[Item, ...]:
    """The findings of a reading that are compared, in the order of the text; `own` are stems that tell nothing here."""
    told = Sentences.of(reading.report.text)
    return tuple(_item(reading, finding, own, told) for finding in _telling(reading) if finding.kind != "meeting")


def _item(reading: Reading, finding: Finding, own: frozenset[str], told: Sentences) -> Item:
    quote = " … ".join(part.of(reading.report.text) for part in finding.spans or (finding.span,))
    words = words_of(quote, reading.report.language).without(own)
    acting = parties(reading, finding.all(ACTING[finding.kind]))
    sentence = told.around(finding.span).of(told.text)
    at = finding.span.start / max(1, len(told.text))
    name = reading.report.sha256, finding.id
    return Item(finding, name, words, quote, folded(quote), sentence, reading.report.date, acting, at)


def _telling(reading: Reading) -> Iterator[Finding]:
    """Each finding once; a statement that is little more than the undertaking in it stands behind that."""
    holding = [span for finding in reading.findings if finding.kind in HOLDS_TOGETHER for span in _said(finding)]
    seen: set[str] = set()
    for finding in reading.findings:
        if finding.id in seen or (finding.kind == "statement" and _covered(finding.span, holding)):
            continue
        seen.add(finding.id)
        yield finding


def _said(finding: Finding) -> Iterator[Span]:
    """The words of a finding and of its slots."""
    yield finding.span
    yield from (slot.span for slot in finding.slots if slot.span)


def _covered(span: Span, holding: list[Span]) -> bool:
    """Whether other findings cover most of a span."""
    covered: set[int] = set()
    for each in holding:
        covered.update(range(max(span.start, each.start), min(span.end, each.end)))
    return len(covered) >= limits()["absorbed"] * (span.end - span.start)
