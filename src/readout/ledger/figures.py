"""Counts over the whole ledger, as of a day: who met whom and where, what came of what, who reports what."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import lru_cache

from sqlalchemy import Connection, func, select

from readout.ledger.pursuing import Pursued, asked_for
from readout.ledger.records.tables import KINDS, facts, names, records
from readout.ledger.records.writing import UNDATED
from readout.ledger.tables import readings, reports
from readout.matching import outcome_on
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


def meetings(connection: Connection, as_of: str, since: str | None = None) -> Meetings:
    """The meetings of some time that reports of the day or before tell of."""
    query = select(records.c.date, records.c.place, records.c.parties).join(facts, facts.c.number == records.c.anchor)
    query = query.where(records.c.kind == KINDS["meeting"], records.c.date <= as_of, facts.c.told <= as_of)
    named = _named(connection)
    count, undated = 0, 0
    pairs: Counter[tuple[str, str, str]] = Counter()
    alone: Counter[str] = Counter()
    places: Counter[str | None] = Counter()
    for date, place, packed in connection.execute(query):
        if date == UNDATED:
            undated += 1
        elif since is None or date >= since:
            count += 1
            places[place] += 1
            theirs = [named[int(number)] for number in packed.split()]
            alone.update(theirs)
            pairs.update((*name.split(PAIR), date[:7]) for name in theirs if PAIR in name)
    sides = sorted({side for one, other, _ in pairs for side in (one, other)})
    return Meetings(
        count,
        undated,
        tuple(sorted((*key, n) for key, n in pairs.items())),
        tuple((side, alone[side]) for side in sides),
        tuple(sorted(places.items(), key=lambda row: (-row[1], row[0] or ""))),
    )


def _named(connection: Connection) -> dict[int, str]:
    return {row.number: row.name for row in connection.execute(select(names.c.number, names.c.name))}


def outcomes(connection: Connection, asked: Pursued) -> Counter[tuple[str | None, str]]:
    """How many commitments of each strength had which outcome on a day; umbrellas are not counted."""
    where = [*asked_for(connection, asked), records.c.counted == 1]
    silent = (records.c.heard.is_(None)) | (records.c.heard > asked.as_of)
    query = select(records.c.form, func.count()).where(*where, silent).group_by(records.c.form)
    found = Counter({(form, "no later report"): n for form, n in connection.execute(query)})
    told = select(records.c.form, records.c.course).where(*where, records.c.heard <= asked.as_of)
    found.update((form, outcome_on(asked.as_of, course)[0]) for form, course in connection.execute(told))
    return found


def telling(
    connection: Connection, as_of: str, since: str | None, wanted: Callable[[str], bool]
) -> Counter[tuple[str, str, str]]:
    """How many findings each outlet has of a kind on a name that is wanted: by outlet, name and kind.

    A finding counts for every such name in its record. Reports without an outlet count under an empty one.
    """
    named = {number: name for number, name in _named(connection).items() if wanted(name)}
    outlets = _outlets(connection)

    @lru_cache(maxsize=65_536)
    def theirs(packed: str) -> tuple[str, ...]:
        return tuple(named[number] for number in map(int, packed.split()) if number in named)

    query = select(facts.c.report, facts.c.kind, records.c.parties, func.count())
    query = query.join(records, records.c.number == facts.c.record).where(facts.c.told <= as_of)
    query = query.where(facts.c.told >= since) if since else query
    found: Counter[tuple[str, str, str]] = Counter()
    for report, kind, packed, n in connection.execute(query.group_by(facts.c.report, facts.c.kind, records.c.parties)):
        for name in theirs(packed):
            found[outlets.get(report, ""), name, KIND_NAMES[kind]] += n
    return found


def _outlets(connection: Connection) -> dict[int, str]:
    """The outlet of each report, as its newest reading found it."""
    query = select(readings.c.report, readings.c.head, reports.c.source).join(reports)
    rows: Iterable[tuple[int, str, str | None]] = (
        tuple(r) for r in connection.execute(query.order_by(readings.c.number))
    )
    return {report: json.loads(head).get("outlet", [source])[0] or "" for report, head, source in rows}


def told(connection: Connection, as_of: str, since: str | None) -> int:
    """How many reports of some time tell of anything."""
    query = select(func.count(func.distinct(facts.c.report))).where(facts.c.told <= as_of)
    return connection.execute(query.where(facts.c.told >= since) if since else query).scalar() or 0
