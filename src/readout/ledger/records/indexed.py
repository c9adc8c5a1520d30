"""What the index of words should hold of a report, and what it holds: each thing that counts in it, and whom it is about."""

from __future__ import annotations

from collections.abc import Iterable

from sqlalchemy import Connection, bindparam, select

from readout.ledger.records import grouping
from readout.ledger.records.derive import Fact, sides_in
from readout.ledger.records.entries import Found
from readout.ledger.records.features import people, read
from readout.ledger.records.offices import interned
from readout.ledger.records.tables import facts
from readout.ledger.tables import findings
from readout.model import KIND_NAMES, Span


def now(connection: Connection, report: int, found: Iterable[tuple[int, Fact]]) -> list[Found]:
    """What the index of words holds of the facts of a report: those that a finding tells."""
    told, spans = [(number, fact) for number, fact in found if fact.finding], _spans(connection, report)
    named = interned(connection, {name for _, fact in told for name in fact.people})
    return [
        Found(
            number, fact.kind, frozenset(named[name] for name in fact.people),
            frozenset(named[side] for side in sides_in(fact.feature)), spans[number],
        )
        for number, fact in told
    ]  # fmt: skip


def before(connection: Connection, report: int) -> list[Found]:
    """The same of the facts that are in the tables."""
    rows = list(connection.execute(select(facts).where(grouping.of_report(report), facts.c.finding.is_not(None))))
    sides, spans = {row.number: sides_in(read(row, "")) for row in rows}, _spans(connection, report)
    named = interned(connection, {side for some in sides.values() for side in some})
    return [
        Found(
            row.number, KIND_NAMES[row.kind], frozenset(people(row.features)),
            frozenset(named[side] for side in sides[row.number]), spans[row.number],
        )
        for row in rows
    ]  # fmt: skip


def _spans(connection: Connection, report: int) -> dict[int, Span]:
    rows = connection.execute(_SPANS, {"of": report}).all()
    return {number: Span(start, end) for number, start, end in rows}


_SPANS = select(findings.c.number, findings.c.start, findings.c.end).where(findings.c.report == bindparam("of"))
