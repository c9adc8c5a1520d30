"""Counts over the whole ledger, as of a day: who met whom and where, what came of what, who reports what."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache

from readout.ledger.otherwise import TOLD_BY, Otherwise, otherwise
from readout.ledger.plain import Connection
from readout.ledger.pursuing import Pursued, asked_for, of_parties, stood_otherwise
from readout.ledger.records.columns import KINDS, UNDATED, day, pair_of
from readout.ledger.records.details import Group
from readout.ledger.records.features import people
from readout.ledger.records.showing import date_of, pairs_of, places_of
from readout.ledger.until import Meant
from readout.matching.status import outcome_on
from readout.model import KIND_NAMES

PAIR = "|"
"""Between the two sides of a pair among the names of parties."""


@dataclass(frozen=True, slots=True)
class Meetings:
    """How many meetings there were until a day: in all, by pair and month (`2024-05`), by side, by the places named.

    `undated` are those of no known day, which are counted nowhere else. A meeting whose accounts name several places has
    them with ` / ` between; None stands for those that name none. Pairs are counted of meetings of at most eight sides.
    """

    count: int
    undated: int
    by_pair: tuple[tuple[str, str, str, int], ...]
    by_side: tuple[tuple[str, int], ...]
    by_place: tuple[tuple[str | None, int], ...]


@dataclass(frozen=True, slots=True)
class Telling:
    """How many `reports` tell of anything, and how many findings there are by outlet, name and kind of finding.

    A finding counts for every name in its record. Reports without an outlet count under an empty one.
    """

    reports: int
    findings: Mapping[tuple[str, str, str], int]


def meetings(connection: Connection, asked: Pursued) -> Meetings:
    """The meetings of some time that reports of the day or before tell of, as they stood on that day."""
    count, undated = 0, 0
    pairs: Counter[tuple[str, str, str]] = Counter()
    alone: Counter[str] = Counter()
    places: Counter[str | None] = Counter()
    for date, place, theirs in _held(connection, asked):
        if date == UNDATED:
            undated += 1
        elif date <= asked.as_of and asked.in_time(date):
            count += 1
            places[place] += 1
            alone.update(theirs)
            pairs.update((*_two(name), date[:7]) for name in theirs if PAIR in name)
    sides = sorted({side for one, other, _ in pairs for side in (one, other)})
    return Meetings(
        count,
        undated,
        tuple(sorted((*key, n) for key, n in pairs.items())),
        tuple((side, alone[side]) for side in sides),
        tuple(sorted(places.items(), key=lambda row: (-row[1], row[0] or ""))),
    )


def _held(connection: Connection, asked: Pursued) -> Iterator[tuple[str, str | None, Iterable[str]]]:
    """The date, the place and the names of each meeting."""
    named, stood = _named(connection), _otherwise(connection, "meeting", asked)
    which, values = of_parties(connection, asked)
    query = " AND ".join((MEETINGS, *which))
    for number, date, place, packed in connection.stream(
        query, meeting=KINDS["meeting"], told_by=day(asked.as_of), **values
    ):
        if number not in stood.records:
            yield date, place, [named[int(each)] for each in packed.split()]
    for group in stood.groups:
        yield date_of(group), places_of(group), _names_in(group, named)


MEETINGS = f"SELECT number, date, place, parties FROM records WHERE kind = :meeting AND {TOLD_BY}"


def _two(pair: str) -> tuple[str, str]:
    one, other = pair.split(PAIR)
    return one, other


def _otherwise(connection: Connection, kind: str, asked: Pursued) -> Otherwise:
    return otherwise(connection, kind, asked.as_of, Meant.of(connection, asked))


def _names_in(group: Group, named: Mapping[int, str]) -> list[str]:
    """Everyone in a group, and each pair of its sides."""
    numbers = sorted({number for member in group for number in people(member.row.features)})
    return [*(named[number] for number in numbers), *(pair_of(*pair) for pair in pairs_of(group))]


def _named(connection: Connection) -> dict[int, str]:
    return dict(connection.rows("SELECT number, name FROM names"))


def outcomes(connection: Connection, asked: Pursued) -> Counter[tuple[str | None, str]]:
    """How many commitments of each strength had which outcome on a day; umbrellas are not counted."""
    old, rows = stood_otherwise(connection, asked)
    which, values = asked_for(connection, asked)
    query = f"SELECT number, form, heard, course FROM records WHERE {which} AND counted = 1"
    found = Counter(
        (form, _outcome(heard, course, asked.as_of))
        for number, form, heard, course in connection.stream(query, **values)
        if number not in old
    )
    found.update((row["form"], _outcome(row["heard"], row["course"], asked.as_of)) for row in rows if row["counted"])
    return found


def _outcome(heard: str | None, course: Iterable[tuple[str, str]] | None, day: str) -> str:
    return outcome_on(day, course)[0] if heard and course and heard <= day else "no later report"


def telling(connection: Connection, asked: Pursued, wanted: Callable[[str], bool]) -> Telling:
    """What reports of some time tell, for the names that are wanted."""
    outlets = _outlets(connection)
    found: Counter[tuple[str, str, str]] = Counter()
    tellers: Counter[int] = Counter()
    for report, kind, theirs, count in _findings(connection, asked):
        tellers[report] += count
        for name in theirs:
            if wanted(name):
                found[outlets.get(report, ""), name, KIND_NAMES[kind]] += count
    return Telling(sum(count > 0 for count in tellers.values()), +found)


def _findings(connection: Connection, asked: Pursued) -> Iterator[tuple[int, int, Iterable[str], int]]:
    """How many findings a report has of a kind in records of the same names: report, kind, names and count.

    What stood otherwise on the day is counted as it stands today, then taken off, and counted as it stood.
    """
    named = _named(connection)

    @lru_cache(maxsize=65_536)
    def theirs(packed: str) -> tuple[str, ...]:
        return tuple(named[number] for number in map(int, packed.split()))

    which, parties = of_parties(connection, asked)
    last = day(min(asked.as_of, asked.until or asked.as_of))
    values = {**parties, "first": day(asked.since or "0001-01-01"), "last": last}
    stood = [_otherwise(connection, kind, asked) for kind in KIND_NAMES]
    old = {number for each in stood for number in each.records}
    for sign, some in ((1, which), (-1, [*which, "records.number AMONG :old"])):
        query = TOLD.format(which=" AND ".join(("facts.told BETWEEN :first AND :last", *some)))
        for report, kind, packed, count in connection.stream(query, **values, old=old):
            yield report, kind, theirs(packed), sign * count
    for group in (group for each in stood for group in each.groups):
        for member in group:
            if asked.in_time(member.row.told or UNDATED):
                yield member.row.report, member.row.kind, _names_in(group, named), 1


TOLD = """
    SELECT facts.report, facts.kind, records.parties, count(*) AS findings FROM facts
    JOIN records ON records.number = facts.record WHERE {which} GROUP BY facts.report, facts.kind, records.parties
"""


def _outlets(connection: Connection) -> dict[int, str]:
    """The outlet of each report, as its newest reading found it."""
    rows = connection.stream(OUTLETS)
    return {report: json.loads(head).get("outlet", [source])[0] or "" for report, head, source in rows}


OUTLETS = """
    SELECT readings.report, head, source FROM readings
    JOIN reports ON reports.number = readings.report ORDER BY readings.number
"""
