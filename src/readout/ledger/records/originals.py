"""Which report came out first of those that are reprints of one another: a copy tells nothing anew."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cache
from typing import Any

from sqlalchemy import Connection, Select, func, or_, select

from readout.ledger.among import among, values
from readout.ledger.records.anchors import LATEST
from readout.ledger.records.tables import copies
from readout.ledger.tables import readings, reports


def reprints_of(connection: Connection, numbers: Iterable[int]) -> dict[int, frozenset[int]]:
    """The reprints of each of some reports, by their numbers; reports without any are left out."""
    wanted, dialect = set(numbers), connection.dialect.name
    found: dict[int, set[int]] = {}
    if wanted:
        for one, other in connection.execute(_pairs(dialect), {"some": values(sorted(wanted), dialect)}):
            for number, copy in ((one, other), (other, one)):
                if number in wanted:
                    found.setdefault(number, set()).add(copy)
    return {number: frozenset(some) for number, some in found.items()}


def earlier_prints(connection: Connection, numbers: Iterable[int]) -> Mapping[int, frozenset[int]]:
    """For each of some reports those of its reprints that came out before it; reports without any are left out.

    Of one date the versions of one address stand together, the shorter text first; other ties by id.
    """
    reprints = reprints_of(connection, numbers)
    some = sorted(set(reprints).union(*reprints.values()))
    rows = list(connection.execute(_printed(some))) if some else []
    first: dict[tuple[str, str], str] = {}
    for row in rows:
        address = row.published or LATEST, row.url or row.given or row.id
        first[address] = min(row.id, first.get(address, row.id))
    when = {
        row.number: (day := row.published or LATEST, first[day, row.url or row.given or row.id], len(row.text), row.id)
        for row in rows
    }
    found = {n: frozenset(other for other in others if when[other] < when[n]) for n, others in reprints.items()}
    return {number: first for number, first in found.items() if first}


def prints_by_id(connection: Connection, numbers: Iterable[int]) -> Mapping[str, frozenset[str]]:
    """The reprints of each of some reports, all by their ids; reports without any are left out."""
    reprints = reprints_of(connection, numbers)
    some = sorted(set(reprints).union(*reprints.values()))
    ids = {row.number: row.id for row in connection.execute(_printed(some))} if some else {}
    return {ids[number]: frozenset(ids[other] for other in others) for number, others in reprints.items()}


@cache
def _pairs(dialect: str) -> Select[Any]:
    return select(copies).where(or_(among(copies.c.one, dialect), among(copies.c.other, dialect)))


def _printed(numbers: list[int]) -> Select[Any]:
    last = select(func.max(readings.c.number)).where(readings.c.report == reports.c.number).correlate(reports)
    known = reports.c.number, reports.c.id, reports.c.url, reports.c.given, reports.c.text
    query = select(*known, readings.c.published)
    newest = readings.c.number == last.scalar_subquery()
    return query.outerjoin(readings, newest).where(reports.c.number.in_(numbers))
