"""Which report came out first of those that are reprints of one another: a copy tells nothing anew."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from readout.ledger.plain import Connection
from readout.ledger.records.anchors import LATEST


def reprints_of(connection: Connection, numbers: Iterable[int]) -> dict[int, frozenset[int]]:
    """The reprints of each of some reports, by their numbers; reports without any are left out."""
    wanted = set(numbers)
    found: dict[int, set[int]] = {}
    for one, other in connection.rows(COPIES, some=sorted(wanted)) if wanted else ():
        for number, copy in ((one, other), (other, one)):
            if number in wanted:
                found.setdefault(number, set()).add(copy)
    return {number: frozenset(some) for number, some in found.items()}


COPIES = "SELECT one, other FROM copies WHERE one AMONG :some OR other AMONG :some"


def earlier_prints(connection: Connection, numbers: Iterable[int]) -> Mapping[int, frozenset[int]]:
    """For each of some reports those of its reprints that came out before it; reports without any are left out.

    Of one date the versions of one address stand together, the shorter text first; other ties by id.
    """
    reprints = reprints_of(connection, numbers)
    some = sorted(set(reprints).union(*reprints.values()))
    rows = connection.rows(PRINTED, some=some) if some else []
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
    ids = {row.number: row.id for row in connection.rows(PRINTED, some=some)} if some else {}
    return {ids[number]: frozenset(ids[other] for other in others) for number, others in reprints.items()}


PRINTED = """
    SELECT reports.number, id, url, given, text, published FROM reports
    LEFT JOIN readings ON readings.number = (SELECT max(number) FROM readings WHERE report = reports.number)
    WHERE reports.number AMONG :some
"""
