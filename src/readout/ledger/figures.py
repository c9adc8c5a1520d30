"""Counts over the whole ledger, as of a day: who met whom and where, what came of what, who reports what."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache

from sqlalchemy import Connection, func, select

from readout.ledger.among import among, values
from readout.ledger.otherwise import Otherwise, otherwise, told_by
from readout.ledger.pursuing import Pursued, asked_for, of_parties, stood_otherwise
from readout.ledger.records.columns import UNDATED, pair_of
from readout.ledger.records.details import Group
from readout.ledger.records.features import people
from readout.ledger.records.tables import KINDS, facts, names, records
from readout.ledger.records.writing import date_of, pairs_of, places_of
from readout.ledger.tables import readings, reports
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
    query = select(records.c.number, records.c.date, records.c.place, records.c.parties)
    query = query.where(records.c.kind == KINDS["meeting"], told_by(asked.as_of), *of_parties(connection, asked))
    for number, date, place, packed in connection.execute(query):
        if number not in stood.records:
            yield date, place, [named[int(each)] for each in packed.split()]
    for group in stood.groups:
        yield date_of(group), places_of(group), _names_in(group, named)


def _two(pair: str) -> tuple[str, str]:
    one, other = pair.split(PAIR)
    return one, other


def _otherwise(connection: Connection, kind: str, asked: Pursued) -> Otherwise:
    return otherwise(connection, kind, asked.as_of, Meant.of(connection, asked.actor, asked.whole, asked.pair))


def _names_in(group: Group, named: Mapping[int, str]) -> list[str]:
    """Everyone in a group, and each pair of its sides."""
    numbers = sorted({number for member in group for number in people(member.row.features)})
    return [*(named[number] for number in numbers), *(pair_of(*pair) for pair in pairs_of(group))]


def _named(connection: Connection) -> dict[int, str]:
    return {row.number: row.name for row in connection.execute(select(names.c.number, names.c.name))}


def outcomes(connection: Connection, asked: Pursued) -> Counter[tuple[str | None, str]]:
    """How many commitments of each strength had which outcome on a day; umbrellas are not counted."""
    old, rows = stood_otherwise(connection, asked)
    query = select(records.c.number, records.c.form, records.c.heard, records.c.course)
    query = query.where(*asked_for(connection, asked), records.c.counted == 1)
    found = Counter(
        (form, _outcome(heard, course, asked.as_of))
        for number, form, heard, course in connection.execute(query)
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

    by = facts.c.report, facts.c.kind, records.c.parties
    query = select(*by, func.count()).join(records, records.c.number == facts.c.record)
    last = min(asked.as_of, asked.until or asked.as_of)
    query = query.where(facts.c.told <= last, facts.c.told >= (asked.since or "0001-01-01"))
    query = query.where(*of_parties(connection, asked)).group_by(*by)
    for report, kind, packed, count in connection.execute(query):
        yield report, kind, theirs(packed), count
    stood = [_otherwise(connection, kind, asked) for kind in KIND_NAMES]
    dialect = connection.dialect.name
    old = values(sorted({number for each in stood for number in each.records}), dialect)
    for report, kind, packed, count in connection.execute(query.where(among(records.c.number, dialect)), {"some": old}):
        yield report, kind, theirs(packed), -count
    for group in (group for each in stood for group in each.groups):
        for member in group:
            if asked.in_time(member.row.told or UNDATED):
                yield member.row.report, member.row.kind, _names_in(group, named), 1


def _outlets(connection: Connection) -> dict[int, str]:
    """The outlet of each report, as its newest reading found it."""
    query = select(readings.c.report, readings.c.head, reports.c.source).join(reports)
    rows: Iterable[tuple[int, str, str | None]] = (
        tuple(r) for r in connection.execute(query.order_by(readings.c.number))
    )
    return {report: json.loads(head).get("outlet", [source])[0] or "" for report, head, source in rows}
