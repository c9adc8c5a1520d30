"""Same commitment: whether two findings tell of one undertaking, and whether a later one restates it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date as Date
from itertools import combinations
from typing import Literal

from readout.matching.dates import dated
from readout.matching.grouping import grouped
from readout.matching.likeness import foremost, likeness, shared_weight, speak_of_other_things
from readout.matching.parties import matter_of, names_of_persons, parties, sides_of
from readout.matching.scope import sides_at_the_table
from readout.matching.thresholds import thresholds
from readout.matching.umbrellas import is_occasion, is_umbrella, with_occasion
from readout.matching.words import Words, words_of
from readout.model import Finding, Reading, Span

Relation = Literal["same", "restated"]
NOWHERE = Span(0, 1)


@dataclass(frozen=True, slots=True)
class Undertaking:
    """A commitment finding as matching sees it.

    `told` is the ISO date of its report. `by` and `to` are sides; `table` are all sides of the report's meeting. `umbrella`
    marks what only points to other undertakings: kept and linked, never counted. `specific` says that it can be checked,
    `precision` how exactly `due` is known (day, month, quarter, half-year, year).
    """

    id: str
    report: str
    span: Span
    told: str | None
    by: frozenset[str]
    to: frozenset[str]
    table: frozenset[str]
    action: str
    words: Words
    strength: str | None
    due: str | None
    amount: str | None
    umbrella: bool
    language: str = "en"
    specific: bool = False
    precision: str | None = None

    @property
    def matter(self) -> Words:
        """Its words without the names of its parties; all of them where nothing else is left."""
        rest = matter_of(self.words, self.parties)
        return rest if rest.stems else self.words

    @property
    def parties(self) -> frozenset[str]:
        """Between whom it stands: who undertakes, towards whom, and who else was at the table."""
        return self.by | self.to | self.table

    @property
    def judged(self) -> Undertaking:
        """What `may_be_one_record` looks at: only of visits and meetings also when they were promised, and for when."""
        told, due = (self.told, self.due) if is_occasion(self.words, self.language) else (None, None)
        return Undertaking(
            "",
            "",
            NOWHERE,
            told,
            self.by,
            self.to,
            self.table,
            "",
            self.words,
            None,
            due,
            None,
            self.umbrella,
            self.language,
        )

    @property
    def keys(self) -> tuple[str, ...]:
        """Blocking keys: two findings that may be one undertaking share at least one (a side and a telling word)."""
        return tuple(sorted(key_of(side, word) for side in self.by or self.parties for word in foremost(self.words)))


def key_of(side: str, word: str) -> str:
    """The blocking key of a side and a telling word; `Telling.keys` are the same."""
    return f"c|{side}|{word}"


@dataclass(frozen=True, slots=True)
class Match:
    """That two findings are one undertaking: `same` occasion, or `restated` later; `score` is the likeness of wording."""

    relation: Relation
    score: float


@dataclass(frozen=True, slots=True)
class Drift:
    """What changed from one telling to a later one: pairs of earlier and later, None where nothing changed."""

    wording: tuple[str, str] | None
    strength: tuple[str | None, str | None] | None
    due: tuple[str | None, str | None] | None
    amount: tuple[str | None, str | None] | None


def undertakings(reading: Reading) -> tuple[Undertaking, ...]:
    """The commitments of a reading."""
    found = reading.of_kind("commitment")
    table, persons = (sides_at_the_table(reading), names_of_persons(reading)) if found else (frozenset(), frozenset())
    return tuple(_undertaking(reading, finding, table, persons) for finding in found)


def _undertaking(reading: Reading, finding: Finding, table: frozenset[str], persons: frozenset[str]) -> Undertaking:
    action, language = reading.quote(finding), reading.report.language
    due, amount = dated(_value(finding, "due")), _value(finding, "amount")
    words = with_occasion(words_of(action, language).without(persons), action, language)
    return Undertaking(
        finding.id,
        reading.report.sha256,
        finding.span,
        reading.report.date,
        sides_of(parties(reading, finding.all("by"))),
        sides_of(parties(reading, finding.all("to"))),
        table,
        action,
        words,
        _value(finding, "strength"),
        due,
        amount,
        due is None and amount is None and is_umbrella(action, language),
        language,
        any(slot.value is True for slot in finding.all("specific")),
        next((slot.precision for slot in finding.all("due") if due), None),
    )


def _value(finding: Finding, role: str) -> str | None:
    slot = finding.one(role)
    return str(slot.value) if slot else None


def same_undertaking(one: Undertaking, other: Undertaking) -> Match | None:
    """Whether two findings are one undertaking; None where they are not, or nobody can tell. Symmetric.

    Within a few days of one another they are the `same`; further apart the later one is `restated`, which umbrellas and
    words that tell little never are. Other promisers, counterparts, sums and named things never match; where one account names
    more promisers than the other, more of the words must be the same.
    """
    if not may_be_one_record(one, other) or not set(one.keys) & set(other.keys):
        return None
    limits = thresholds("commitment")
    relation: Relation = "same" if were_told_together(one, other) else "restated"
    if relation == "restated" and (one.umbrella or shared_weight(one.matter, other.matter) < limits["telling"]):
        return None
    score = likeness(one.matter, other.matter)
    return Match(relation, score) if score >= limits[relation if one.by == other.by else "others"] else None


def may_be_one_record(one: Undertaking, other: Undertaking) -> bool:
    """Whether nothing speaks against two findings standing in one record, though their words may differ somewhat.

    What shares little with any telling of a record stays out of it, so that no chain of likenesses binds a visit to a treaty.
    """
    if one.umbrella != other.umbrella or speak_of_other_things(one.words, other.words):
        return False
    if likeness(one.matter, other.matter) < thresholds("commitment")["together"] or _other_occasions(one, other):
        return False
    return _promisers_agree(one, other) and _same_counterparts(one, other)


def drift(earlier: Undertaking, later: Undertaking) -> Drift:
    """What changed between two tellings of one undertaking."""
    wording = (earlier.action, later.action) if earlier.words.stems != later.words.stems else None
    changed = [
        (a, b) if a != b else None
        for a, b in (
            (earlier.strength, later.strength),
            (earlier.due, later.due),
            (earlier.amount, later.amount),
        )
    ]
    return Drift(wording, *changed)


def _promisers_agree(one: Undertaking, other: Undertaking) -> bool:
    """The same sides undertake it; where one account names fewer of them, all that it names are among the other's."""
    if not one.by or not other.by:
        return bool(one.parties & other.parties)
    return one.by <= other.by or other.by <= one.by


def _same_counterparts(one: Undertaking, other: Undertaking) -> bool:
    """What is promised to one country is not what is promised to another; where no second side is known, nobody can tell."""
    if min(len(one.parties), len(other.parties)) < 2:
        return True
    return len(one.parties & other.parties) >= 2


def _other_occasions(one: Undertaking, other: Undertaking) -> bool:
    """Whether both are visits or meetings, promised a season apart, or the later one when the time of the first had passed."""
    if not (is_occasion(one.words, one.language) and is_occasion(other.words, other.language)):
        return False
    apart, limit = days_apart(one, other) or 0, int(thresholds("commitment")["occasion_days"])
    return apart > limit or _is_past(one, other) or _is_past(other, one)


def _is_past(first: Undertaking, later: Undertaking) -> bool:
    """Whether the later one was promised, for another time, after the time of the first: a visit that was put off is told of before."""
    if not first.due or not later.due or first.due == later.due or not later.told or were_told_together(first, later):
        return False
    return last_day(first.due).isoformat() < later.told


def were_told_together(one: Undertaking, other: Undertaking) -> bool:
    """Whether two tellings stand within the few days in which one meeting is told of."""
    apart = days_apart(one, other)
    limit: int = thresholds("commitment")["days_apart"]
    return apart is not None and apart <= limit


def days_apart(one: Undertaking, other: Undertaking) -> int | None:
    """Days between two tellings; None where a report has no date."""
    if one.told is None or other.told is None:
        return None
    return abs((Date.fromisoformat(one.told) - Date.fromisoformat(other.told)).days)


def last_day(due: str) -> Date:
    """The last day of a deadline that may be a year, a month or a day."""
    parts = [int(part) for part in due.split("-")]
    if len(parts) == 3:
        return Date(*parts)
    year, month = (parts[0], parts[1]) if len(parts) == 2 else (parts[0], 12)
    following = Date(year + 1, 1, 1) if month == 12 else Date(year, month + 1, 1)
    return Date.fromordinal(following.toordinal() - 1)


def earliest(members: Iterable[Undertaking]) -> Undertaking:
    """The first telling of a record's findings: what later tellings restate. Ties go to the one that says most, then by id."""
    return min(members, key=lambda u: (u.told or "9999", -u.words.weight, u.id))


def commitments(found: Iterable[Undertaking]) -> tuple[tuple[str, ...], ...]:
    """The findings' ids, grouped by commitment; independent of their order."""
    items = {one.id: one for one in found}
    return grouped(items, undertaking_links(items.values()), may_be_one_record)


def undertaking_links(found: Iterable[Undertaking]) -> list[tuple[float, str, str]]:
    """Pairs of findings of one commitment, with their likeness."""
    table: dict[str, list[Undertaking]] = {}
    for one in sorted(found, key=lambda u: u.id):
        for key in one.keys:
            table.setdefault(key, []).append(one)
    pairs = {(a.id, b.id): (a, b) for members in table.values() for a, b in combinations(members, 2)}
    matched = ((a.id, b.id, same_undertaking(a, b)) for a, b in pairs.values())
    return [(match.score, one, other) for one, other, match in matched if match]
