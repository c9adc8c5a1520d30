"""What the index of words should hold of a report, and what it holds: each thing that counts in it, and whom it is about."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from readout.ledger.plain import Connection
from readout.ledger.records import grouping
from readout.ledger.records.derive import Fact, sides_in
from readout.ledger.records.entries import Found
from readout.ledger.records.features import people as people_in
from readout.ledger.records.features import read
from readout.ledger.records.offices import interned
from readout.model import KIND_NAMES, Span


class Place(NamedTuple):
    """The number of a finding and where its words stand."""

    number: int
    start: int
    end: int

    @property
    def span(self) -> Span:
        """The same as a span."""
        return Span(self.start, self.end)


def now(found: Mapping[int, Fact], known: Mapping[str, Place], people: Mapping[str, int]) -> list[Found]:
    """What the index of words holds of the facts of a report by their numbers: those that a finding tells.

    `known` are the places of the findings by their ids (`places`), `people` the numbers of all names in the facts.
    """
    return [
        Found(
            number, fact.kind, frozenset(people[name] for name in fact.people),
            frozenset(people[side] for side in sides_in(fact.feature)), known[fact.finding].span,
        )
        for number, fact in found.items()
        if fact.finding
    ]  # fmt: skip


def before(connection: Connection, report: int) -> list[Found]:
    """The same of the facts that are in the tables."""
    rows = connection.rows(f"SELECT * FROM facts WHERE {grouping.OF_REPORT} AND finding IS NOT NULL", report=report)
    sides = {row.number: sides_in(read(row, "")) for row in rows}
    spans = {place.number: place.span for place in places(connection, report).values()}
    named = interned(connection, {side for some in sides.values() for side in some})
    return [
        Found(
            row.number, KIND_NAMES[row.kind], frozenset(people_in(row.features)),
            frozenset(named[side] for side in sides[row.number]), spans[row.number],
        )
        for row in rows
    ]  # fmt: skip


def places(connection: Connection, report: int) -> dict[str, Place]:
    """The places of the findings of a report, by their ids."""
    return {id: Place(*place) for id, *place in connection.rows(PLACES, report=report)}


PLACES = 'SELECT id, number, start, "end" FROM findings WHERE report = :report'
