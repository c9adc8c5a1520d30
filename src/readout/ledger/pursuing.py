"""Commitments to follow up, as of a day: who undertook what can be checked, and what was heard of it until then."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any, NamedTuple

from sqlalchemy import ColumnElement, Connection, case, func, select

from readout.ledger.kept import CHUNK
from readout.ledger.records.membership import of_record, of_records
from readout.ledger.records.record import Record
from readout.ledger.records.tables import KINDS, facts, parties, records
from readout.ledger.records.telling import told
from readout.ledger.records.wanted import named, paired
from readout.ledger.records.writing import SIDES, UNDATED
from readout.ledger.tables import decisions, findings, readings, reports
from readout.matching import outcome_on
from readout.model import Span


@dataclass(frozen=True, slots=True)
class Pursued:
    """Which commitments are followed up, and on which day (ISO); nothing dated after it counts.

    `actor` is a name or a part of it, with `whole` the name alone; `pair` two names as the ledger writes them; `since` the
    first day of a first report; `strength` that of the wording. None asks for nothing.
    """

    as_of: str
    pair: tuple[str, str] | None = None
    actor: str | None = None
    since: str | None = None
    strength: str | None = None
    whole: bool = False


@dataclass(frozen=True, slots=True)
class Tally:
    """How many commitments some sides undertook in words of one strength, and of how many a later report tells."""

    sides: tuple[str, ...]
    strength: str | None
    checkable: bool
    umbrella: bool
    count: int
    heard: int


class Pledge(NamedTuple):
    """A commitment that can be checked, on a day: `told` and `heard` are the dates of the first report and the last news."""

    number: int
    sides: tuple[str, ...]
    strength: str | None
    told: str
    due: str | None
    outcome: str
    heard: str | None


@dataclass(frozen=True, slots=True)
class Cited:
    """A record with the report that it is cited from; `outlet` is who published it, `told` when.

    `revision` counts what the ledger knew of it until the day beyond its first telling: restatements, later reports,
    decisions. `touched` is the date of the last of these.
    """

    record: Record
    report: str
    outlet: str | None
    title: str | None
    told: str | None
    span: Span | None
    precision: str | None
    sources: int
    revision: int
    touched: str


def tallies(connection: Connection, asked: Pursued) -> Iterator[Tally]:
    """Counts of all commitments that are asked for, by sides, strength, and whether they can be checked."""
    by = records.c.sides, records.c.form, records.c.checkable, records.c.counted
    heard = func.sum(case((records.c.heard <= asked.as_of, 1), else_=0))
    query = select(*by, func.count(), heard).where(*asked_for(connection, asked)).group_by(*by)
    for sides, form, checkable, counted, count, later in connection.execute(query):
        yield Tally(_sides(sides), form, bool(checkable), not counted, count, int(later))


def pledges(connection: Connection, asked: Pursued) -> Iterator[Pledge]:
    """The commitments that can be checked among those that are asked for."""
    row = records.c
    query = select(row.number, row.sides, row.form, row.date, row.due, row.heard, row.course)
    for number, sides, form, date, due, heard, course in connection.execute(
        query.where(row.checkable == 1, *asked_for(connection, asked))
    ):
        if heard is None or heard > asked.as_of:
            yield Pledge(number, _sides(sides), form, date, due, "no later report", None)
        else:
            yield Pledge(number, _sides(sides), form, date, due, *outcome_on(asked.as_of, course))


def ids(connection: Connection, numbers: Iterable[int]) -> dict[int, str]:
    """The ids of commitments by their numbers, which depend on the order in which reports were kept."""
    query = select(records.c.number, findings.c.id).join(facts, facts.c.number == records.c.anchor)
    query = query.join(findings, findings.c.number == facts.c.finding)
    return {
        number: id
        for some in _chunks(numbers)
        for number, id in connection.execute(query.where(records.c.number.in_(some)))
    }


def announced(connection: Connection, asked: Pursued) -> list[int]:
    """The numbers of meetings on a later day than the one asked for that a report of that day or before tells of."""
    first = select(func.min(facts.c.told)).where(of_record(records.c.number)).scalar_subquery()
    query = select(records.c.number).where(
        records.c.kind == KINDS["meeting"], records.c.date > asked.as_of, first <= asked.as_of
    )
    query = query.where(*_of_parties(connection, asked, "meeting")).order_by(records.c.date, records.c.number)
    return list(connection.execute(query).scalars())


def cited(connection: Connection, numbers: Sequence[int], as_of: str) -> list[Cited]:
    """The records of these numbers, in this order, each with the report that it is cited from."""
    shown = told(connection, numbers, as_of)
    where = _where(connection, numbers)
    known = _known(connection, numbers, as_of)
    return [_cited(record, where[number], *known[number], as_of) for number, record in zip(numbers, shown, strict=True)]


def asked_for(connection: Connection, asked: Pursued) -> list[ColumnElement[bool]]:
    """That a record is a commitment that is asked for, first told by the day."""
    found: list[ColumnElement[bool]] = [records.c.sides.is_not(None), records.c.date <= asked.as_of]
    found.append(records.c.date >= asked.since if asked.since else records.c.date > UNDATED)
    if asked.strength:
        found.append(records.c.form == asked.strength)
    return found + _of_parties(connection, asked, "commitment")


def _of_parties(connection: Connection, asked: Pursued, kind: str) -> list[ColumnElement[bool]]:
    """That a record is one of the actor's or the pair's."""
    wanted: list[list[int]] = []
    if asked.actor:
        wanted.append(named(connection, asked.actor, asked.whole))
    if asked.pair:
        wanted.append(paired(connection, asked.pair))
    theirs = select(parties.c.record).where(parties.c.kind == KINDS[kind])
    return [records.c.number.in_(theirs.where(parties.c.party.in_(some))) for some in wanted]


@lru_cache(maxsize=16_384)
def _sides(written: str) -> tuple[str, ...]:
    return tuple(written.split(SIDES)) if written else ()


def _where(connection: Connection, numbers: Sequence[int]) -> dict[int, Any]:
    last = select(func.max(readings.c.number)).where(readings.c.report == facts.c.report)
    query = (
        select(
            records.c.number, records.c.precision, records.c.course, facts.c.told, findings.c.start, findings.c.end,
            reports.c.id, reports.c.source, reports.c.title, readings.c.head,
        )
        .join(facts, facts.c.number == records.c.anchor)
        .outerjoin(findings, findings.c.number == facts.c.finding)
        .join(reports, reports.c.number == facts.c.report)
        .join(readings, readings.c.number == last.correlate(facts).scalar_subquery())
    )  # fmt: skip
    return {
        row.number: row
        for some in _chunks(numbers)
        for row in connection.execute(query.where(records.c.number.in_(some)))
    }


def _known(connection: Connection, numbers: Sequence[int], as_of: str) -> dict[int, tuple[int, list[str]]]:
    """The number of reports that tell of each record until a day, and the dates of these and of decisions on it."""
    tellers: dict[int, set[int]] = {number: set() for number in numbers}
    dates: dict[int, list[str]] = {number: [] for number in numbers}
    members = select(facts.c.record, facts.c.report, facts.c.told).where(facts.c.told <= as_of)
    decided = (
        select(facts.c.record, decisions.c.at)
        .join(findings, findings.c.number == facts.c.finding)
        .join(decisions, decisions.c.target == findings.c.id)
    )
    for some in _chunks(numbers):
        for row in connection.execute(members.where(of_records(some))):
            if row.report not in tellers[row.record]:
                tellers[row.record].add(row.report)
                dates[row.record].append(row.told)
        for record, at in connection.execute(decided.where(of_records(some))):
            if at[:10] <= as_of:
                dates[record].append(at[:10])
    return {number: (len(tellers[number]), dates[number]) for number in numbers}


def _cited(record: Record, row: Any, sources: int, dates: list[str], as_of: str) -> Cited:
    later = [when for when, _ in row.course or () if when <= as_of]
    every = [*dates, *later]
    span = Span(row.start, row.end) if row.start is not None else None
    outlet = json.loads(row.head).get("outlet", [row.source])[0]
    return Cited(
        record, row.id, outlet, row.title, row.told, span, row.precision, sources, max(len(every) - 1, 0),
        max(every, default=as_of),
    )  # fmt: skip


def _chunks(numbers: Iterable[int]) -> Iterator[list[int]]:
    ordered = list(numbers)
    for start in range(0, len(ordered), CHUNK):
        yield ordered[start : start + CHUNK]
