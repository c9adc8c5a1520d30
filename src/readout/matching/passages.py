"""Same statement, document or project: whether two findings without a reader of their own tell of one thing."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date as Date
from hashlib import blake2b

from readout.matching.likeness import foremost, likeness, shared_weight, speak_of_other_things
from readout.matching.parties import capitals_of, names_of_all, parties, sides_of
from readout.matching.scope import sides_at_the_table
from readout.matching.thresholds import thresholds
from readout.matching.umbrellas import document_stems
from readout.matching.words import WORD, Words, folded, words_of
from readout.model import Finding, Reading

LANGUAGE = "en"
"""The language of names of documents, whatever that of a report."""

SAID = ("statement", "progress")
"""Kinds that are the same only where the same words were said again."""

ACTORS = {"statement": "speaker", "progress": "actors", "agreement": "parties", "project": "participants"}


@dataclass(frozen=True, slots=True)
class Passage:
    """A statement, agreement, project or progress as matching sees it: `said` names its very words, `sides` whose it is.

    `words` are without the names of the sides, which each of their documents has.
    """

    id: str
    kind: str
    told: str | None
    sides: frozenset[str]
    words: Words
    said: str

    @property
    def is_bare(self) -> bool:
        """Whether its words name no document."""
        return self.kind == "agreement" and self.words.stems <= document_stems(LANGUAGE)

    @property
    def judged(self) -> Passage:
        """What `may_be_one_thing` looks at."""
        return replace(self, id="", told=None)

    @property
    def keys(self) -> tuple[str, ...]:
        """Blocking keys: two passages that may be the same share at least one."""
        if self.kind in SAID:
            return (f"s|{self.kind}|{self.said}",)
        return tuple(sorted(f"p|{self.kind}|{side}|{word}" for side in self.sides for word in foremost(self.words)))


def passages(reading: Reading) -> Iterator[Passage]:
    """The passages of a reading, in the order of the text; documents and projects without parties are the table's."""
    table = sides_at_the_table(reading)
    for finding in reading.findings:
        if finding.kind in ACTORS:
            yield _passage(reading, finding, table)


def _passage(reading: Reading, finding: Finding, table: frozenset[str]) -> Passage:
    sides = sides_of(parties(reading, finding.all(ACTORS[finding.kind])))
    quote = reading.quote(finding)
    if finding.kind in SAID:
        words = Words(frozenset())
    else:
        sides = sides if len(sides) > 1 else sides | table
        words = _named(words_of(quote, reading.report.language), sides, finding.kind)
    return Passage(finding.id, finding.kind, reading.report.date, sides, words, _said(quote))


def _named(words: Words, sides: frozenset[str], kind: str) -> Words:
    """The words without the names of the sides; a document may have its name from a capital ("the Minsk agreements")."""
    kept = capitals_of(sides) if kind == "agreement" else frozenset[str]()
    return words.without(names_of_all(sides) - kept)


def _said(quote: str) -> str:
    plain = " ".join(folded(word[0]) for word in WORD.finditer(quote))
    return blake2b(plain.encode("utf-8", "surrogatepass"), digest_size=8).hexdigest()


def same_passage(one: Passage, other: Passage) -> float | None:
    """How surely two passages are the same, 0 to 1; None where they are not. Symmetric.

    Statements are the same where their words are and the reports are reprints by date. Documents and projects are named
    alike by the same sides; words that tell little count only in reports of a few days, and those that name no document ("joint
    statement") only between the very same sides.
    """
    if one.kind != other.kind or (one.sides.isdisjoint(other.sides) and (one.sides or other.sides)):
        return None
    if one.kind in SAID:
        return 1.0 if one.said == other.said and _within(one, other, thresholds("reprint")["days"]) else None
    if not may_be_one_thing(one, other):
        return None
    limits = thresholds("commitment")
    together = _within(one, other, limits["days_apart"])
    if (one.is_bare or other.is_bare) and not (together and one.sides == other.sides):
        return None
    score = likeness(one.words, other.words)
    by_name = one.kind == "agreement" and one.sides == other.sides and score >= limits["by_name"]
    telling = shared_weight(one.words, other.words) >= limits["telling"] or together or by_name
    return score if telling and score >= limits["restated"] else None


def may_be_one_thing(one: Passage, other: Passage) -> bool:
    """Whether nothing speaks against two passages standing in one record."""
    if one.kind in SAID:
        return one.said == other.said
    if min(len(one.sides), len(other.sides)) > 1 and len(one.sides & other.sides) < 2:
        return False
    alike = likeness(one.words, other.words) >= thresholds("commitment")["together"]
    return alike and not speak_of_other_things(one.words, other.words)


def _within(one: Passage, other: Passage, days: int) -> bool:
    if one.told is None or other.told is None:
        return one.told == other.told
    return abs((Date.fromisoformat(one.told) - Date.fromisoformat(other.told)).days) <= days
