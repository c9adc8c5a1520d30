"""Records by their numbers and ids, as values: what lists show, and everything that one stands on."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from types import SimpleNamespace
from typing import Any

from sqlalchemy import Connection, Row, func, select

from readout.ledger import kept
from readout.ledger.carry import changed
from readout.ledger.decisions import Verdict, decisions_on, standing, verdicts
from readout.ledger.finding import unseen
from readout.ledger.packing import unpacked
from readout.ledger.records import grouping
from readout.ledger.records.grouping import Member
from readout.ledger.records.originals import prints_by_id
from readout.ledger.records.record import Detail, News, Record, Records, Source
from readout.ledger.records.standing import came_of
from readout.ledger.records.tables import KINDS, THOUSAND, facts, records
from readout.ledger.records.writing import UNDATED, anchor_of
from readout.ledger.rows import Values, values_at, values_of
from readout.ledger.tables import findings, readings, reports
from readout.matching import Undertaking, drift
from readout.matching.status import time_of
from readout.model import KIND_NAMES, NotInLedger, Span


def told(connection: Connection, numbers: Iterable[int], as_of: str | None) -> Records:
    """The records of these numbers, in this order; `as_of` is the ISO date that deadlines are compared with."""
    wanted = list(numbers)
    found: dict[int, Record] = {}
    for start in range(0, len(wanted), kept.CHUNK):
        some = records.c.number.in_(wanted[start : start + kept.CHUNK])
        rows = [dict(row) for row in connection.execute(select(records).where(some)).mappings()]
        found.update(zip((row["number"] for row in rows), as_values(connection, rows, as_of), strict=True))
    return Records(found[number] for number in wanted if number in found)


def as_values(connection: Connection, rows: Sequence[Mapping[str, Any]], as_of: str | None) -> list[Record]:
    """Rows of the table of records, or what has the same columns, with the words and values of what they are named by."""
    said: dict[int, Row[Any]] = {}
    for start in range(0, len(rows), kept.CHUNK):
        some = facts.c.number.in_([row["anchor"] for row in rows[start : start + kept.CHUNK]])
        said.update((row.fact, row) for row in connection.execute(_anchors().where(some)))
    full = [SimpleNamespace(**row, **said[row["anchor"]]._mapping) for row in rows]
    values = _values(connection, full)
    return [_record(row, values.get(row.finding_id, {}), as_of) for row in full]


def _anchors() -> Any:
    said = func.substr(reports.c.text, findings.c.start + 1, findings.c.end - findings.c.start).label("said")
    last = select(func.max(readings.c.number)).where(readings.c.report == facts.c.report)
    newest = last.correlate(facts).scalar_subquery()
    return (
        select(
            facts.c.number.label("fact"),
            findings.c.id.label("finding_id"),
            findings.c.kind.label("seen_as"),
            findings.c.start,
            findings.c.end,
            readings.c.seen,
            reports.c.id.label("name"),
            reports.c.title,
            said,
        )
        .select_from(facts)
        .outerjoin(findings, findings.c.number == facts.c.number)
        .join(reports, reports.c.number == facts.c.report)
        .outerjoin(readings, readings.c.number == newest)
    )


def _values(connection: Connection, some: Iterable[Any]) -> dict[str, Values]:
    """The values of the findings that records are named by: as the newest reading has them, or as people changed them."""
    found: dict[str, Values] = {}
    reading = {name: unpacked(seen) for name, seen in {row.name: row.seen for row in some}.items() if seen}
    for row in some:
        if row.finding_id and row.review not in ("corrected", "disputed"):
            here = values_at(reading[row.name], row.seen_as, row.start, row.end) if row.name in reading else []
            if len(here) == 1:
                found[row.finding_id] = here[0]
    return found | _looked_up(
        connection, [row.finding_id for row in some if row.finding_id and row.finding_id not in found]
    )


def _looked_up(connection: Connection, ids: list[str]) -> dict[str, Values]:
    """The values of findings that people changed or added, that are no longer seen, or that share their words with another."""
    if not ids:
        return {}
    said = verdicts(standing(decisions_on(connection, ids)))
    return {id: values_of(changed(f, said.get(id, Verdict())).slots) for id, f in unseen(connection, ids).items()}


def _record(row: Any, values: Values, as_of: str | None) -> Record:
    kind = KIND_NAMES[row.kind]
    return Record(
        row.finding_id or f"report:{row.name}", kind, row.said or row.title or "", _dated(row.date), _dated(row.last),
        row.form, row.due, row.place, row.outcome, time_of(row.due, as_of, row.outcome) if kind == "commitment" else None, row.stage,
        row.review, bool(row.counted), row.sources, values, _score(row),
    )  # fmt: skip


def _score(row: Any) -> float | None:
    return None if row.score is None or row.review != "machine" else row.score / THOUSAND


def _dated(date: str) -> str | None:
    return None if date == UNDATED else date


def number_of(connection: Connection, id: str) -> int:
    """The number of the record that has a finding of this id (or its beginning), or that its report's head tells of.

    Raises NotInLedger where there is none, where several records begin so, or where the finding does not count.
    """
    if id.startswith("report:"):
        query = select(facts.c.record).join(reports, facts.c.number == -reports.c.number)
        query = query.where(reports.c.id == id.removeprefix("report:"))
        found = connection.execute(query).scalar()
        if found is None:
            raise NotInLedger(
                f"{id}: no report whose head tells of a meeting. `readout list meetings` shows what there is."
            )
        return int(found)
    row = kept.the_one(list(connection.execute(kept.begins(findings, id))) if id.strip() else [], id, "finding")
    number = connection.execute(select(facts.c.record).where(facts.c.number == row.number)).scalar()
    if number is None:
        raise NotInLedger(f"{row.id}: this finding no longer counts. `readout history {row.id[:8]}` says why.")
    return int(number)


def detail(connection: Connection, number: int, as_of: str | None) -> Detail:
    """A record with its tellings in order of time, its news and the changes of its status."""
    (record,) = told(connection, [number], as_of)
    members = list(grouping.load(connection, facts.c.record == number).values())
    sources, sides = _sources(connection, members), sides_of(anchor_of(members))
    if record.kind != "commitment":
        return Detail(record, sources, sides=sides)
    came = came_of(connection, members)
    ids = {str(n): id for n, id in connection.execute(select(reports.c.number, reports.c.id).where(
        reports.c.number.in_([place[0] for place in came.tellings] + [m.row.report for m in members])))}  # fmt: skip
    news = tuple(
        News(ids[e.report], e.span, e.told, e.quote, e.effect, e.standing, e.who, e.cue, e.score, e.sure)
        for e in came.evidence(members)
    )
    changes = came.status(members, as_of).changes
    return Detail(record, sources, news, tuple(_named(change, ids) for change in changes), sides)


def sides_of(anchor: Member) -> tuple[str, ...]:
    """The countries and organisations that met, that speak or that undertake something, by the alphabet."""
    feature = anchor.feature
    return tuple(sorted(feature.by if isinstance(feature, Undertaking) else feature.sides))


def _named(change: Any, ids: Mapping[str, str]) -> Any:
    return replace(change, report=ids.get(change.report or "", change.report))


def _sources(connection: Connection, members: list[Member]) -> tuple[Source, ...]:
    """The tellings of a record; one whose words an earlier report of the same days has is a reprint."""
    first = anchor_of(members)
    ordered = sorted(members, key=lambda m: (m is not first, m.row.told or "9999", m.id))
    told_in = {member.row.report for member in members}
    heads, prints = _heads(connection, told_in), prints_by_id(connection, told_in)
    found: list[Source] = []
    for member in ordered:
        row = heads[member.row.report]
        words = member.row.said or row.title or ""
        reprint = is_reprint(row.id, words, found, prints)
        outlet = json.loads(row.head).get("outlet", [row.source])[0]
        span = Span(member.row.start, member.row.end) if member.row.finding else None
        found.append(
            Source(
                row.id, member.row.id, outlet, row.published, row.title, span, words, member.row.review, reprint,
                _drift(first, member),
            )
        )  # fmt: skip
    return tuple(found)


def is_reprint(report: str, words: str, before: Iterable[Source], prints: Mapping[str, frozenset[str]]) -> bool:
    """Whether a telling repeats one that stands before it: its report is printed again, or it has the very words."""
    others = [source for source in before if source.report != report]
    return any(source.words == words or source.report in prints.get(report, ()) for source in others)


def _drift(first: Member, member: Member) -> Any:
    one, other = first.feature, member.feature
    if member is first or not isinstance(one, Undertaking) or not isinstance(other, Undertaking):
        return None
    return drift(one, other)


def _heads(connection: Connection, numbers: set[int]) -> dict[int, Any]:
    query = select(
        reports.c.number, reports.c.id, reports.c.title, reports.c.source, readings.c.head, readings.c.published
    )
    query = query.join(readings, readings.c.report == reports.c.number).where(reports.c.number.in_(numbers))
    return {row.number: row for row in connection.execute(query.order_by(readings.c.number))}


def totals(connection: Connection) -> dict[str, int]:
    """How many records of each kind there are, umbrellas not counted."""
    query = select(records.c.kind, func.count()).where(records.c.counted == 1).group_by(records.c.kind)
    found: dict[int, int] = {row[0]: row[1] for row in connection.execute(query)}
    return {kind: found.get(number, 0) for kind, number in KINDS.items()}
