"""The meeting itself as each account tells it: when, where, what sort, who sat at the table."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from readout.asking.compare.comparison import Difference, Sort
from readout.lang import load
from readout.matching.account import Account
from readout.matching.accounts import accounts
from readout.matching.meetings import days_apart, same_encounter
from readout.matching.parties import persons_by_side, same_person
from readout.model import Finding, Reading, Slot, Span

TITLE = re.compile(r"(?:Mr|Mrs|Ms|Dr)\b\.?")
NEAR = 3
"""Days apart at most of what two accounts of one meeting call its day."""


@dataclass(frozen=True, slots=True)
class Encounters:
    """Meetings that both accounts tell, each pair with its differences, and those that one alone tells."""

    both: tuple[tuple[Finding, Finding, tuple[Difference, ...]], ...]
    only_one: tuple[Finding, ...]
    only_other: tuple[Finding, ...]
    one_meeting: bool


def encounters(one: Reading, other: Reading) -> Encounters:
    """The meetings of two accounts, aligned; the same whichever account comes first."""
    left, right = accounts(one), accounts(other)
    findings = {finding.id: finding for reading in (one, other) for finding in reading.of_kind("meeting")}
    pairs = _pairs(left, right)
    known = _persons_of(one), _persons_of(other)
    both = tuple(
        (findings[a.finding], findings[b.finding], tuple(_differences(a, b, findings, known)))
        for a, b in pairs
        if a.finding and b.finding
    )
    taken = {a.id for a, _ in pairs}, {b.id for _, b in pairs}
    rest = [[x for x in side if x.id not in ids and x.finding] for side, ids in zip((left, right), taken, strict=True)]
    alone = [tuple(findings[x.finding] for x in side if x.finding) for side in rest]
    return Encounters(both, alone[0], alone[1], bool(pairs))


def _pairs(left: Sequence[Account], right: Sequence[Account]) -> list[tuple[Account, Account]]:
    """Each account of a meeting with its like, the likest first."""

    def order(pair: tuple[Account, Account]) -> tuple[int, list[tuple[str, str]]]:
        return -_agreement(*pair), sorted((each.report, each.id) for each in pair)

    only = len(left) == len(right) == 1
    alike = [(a, b) for a in left for b in right if same_encounter(a, b) and (only or not _elsewhere(a, b))]
    alike.sort(key=order)
    alike = alike or sorted([(a, b) for a in left for b in right if _same_people(a, b)], key=order)[:1]
    made: list[tuple[Account, Account]] = []
    for a, b in alike:
        if not any(a.id == c.id or b.id == d.id for c, d in made):
            made.append((a, b))
    return made


def _same_people(one: Account, other: Account) -> bool:
    """Whether persons of two sides agree and nothing is said of other days: enough where accounts were put side by side."""
    return (days_apart(one, other) or 0) <= NEAR and _sides_agreed(one, other) > 1


def _sides_agreed(one: Account, other: Account) -> int:
    """On how many sides both accounts name a person who may be the same."""
    first, second = persons_by_side(one.parties), persons_by_side(other.parties)
    shared = first.keys() & second.keys()
    return sum(any(same_person(a, b) for a in first[side] for b in second[side]) for side in shared)


def _agreement(one: Account, other: Account) -> int:
    """How much of two accounts is the same."""
    same = (one.id == other.id, one.kind == other.kind, one.place == other.place, one.day == other.day)
    return sum(same) + 2 * _sides_agreed(one, other) + len(one.sides & other.sides) - len(one.sides ^ other.sides)


def _persons_of(reading: Reading) -> tuple[str, ...]:
    """All persons whom a report names."""
    return tuple(actor.name for actor in reading.actors if actor.kind == "person")


def _differences(
    one: Account, other: Account, findings: dict[str, Finding], known: tuple[tuple[str, ...], tuple[str, ...]]
) -> Iterator[Difference]:
    a, b = findings[one.finding or ""], findings[other.finding or ""]
    if one.stated and other.stated and one.day != other.day:
        yield _difference("date", a.all("date"), b.all("date"))
    if one.kind != other.kind:
        yield _difference("form", a.all("kind"), b.all("kind"))
    if _elsewhere(one, other):
        yield _difference("place", a.all("place"), b.all("place"))
    yield from _persons((one, a), (other, b), known)


def _elsewhere(one: Account, other: Account) -> bool:
    """Whether the accounts name two places of which neither is a country."""
    return one.place != other.place and not {one.place, other.place} & {None, *_countries()}


SORTS: dict[str, Sort] = {"date": "number", "form": "kind", "place": "place"}


def _difference(field: str, one: tuple[Slot, ...], other: tuple[Slot, ...]) -> Difference:
    said = [tuple(str(slot.value) for slot in slots) for slots in (one, other)]
    where = [tuple(slot.span for slot in slots if slot.span) for slots in (one, other)]
    return Difference(field, SORTS[field], said[0], said[1], where[0], where[1])


@cache
def _countries() -> frozenset[str]:
    """Names of countries: who met in a country may have met in its capital."""
    return frozenset(row["name"] for row in load("en").lexicon["countries"])


def _persons(
    one: tuple[Account, Finding], other: tuple[Account, Finding], known: tuple[tuple[str, ...], tuple[str, ...]]
) -> Iterator[Difference]:
    """Persons at the table whom the other account names nowhere, where both name somebody of that side."""
    first, second = persons_by_side(one[0].parties), persons_by_side(other[0].parties)
    shared = first.keys() & second.keys()
    left = {x for side in shared for x in first[side] if _is_new(x, known[1])}
    right = {y for side in shared for y in second[side] if _is_new(y, known[0])}
    if left or right:
        where = _spans(one[1], left), _spans(other[1], right)
        yield Difference("participants", "actor", tuple(sorted(left)), tuple(sorted(right)), *where)


def _is_new(name: str, known: tuple[str, ...]) -> bool:
    """Whether a person has a name of its own, which an account of these persons does not know."""
    return not TITLE.match(name) and not any(same_person(name, each) for each in known)


def _spans(finding: Finding, names: set[str]) -> tuple[Span, ...]:
    return tuple(slot.span for slot in finding.all("participants") if slot.span and str(slot.value) in names)
