"""Records by their numbers and ids, as values: what lists show. What each stands on is in details.py."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from types import SimpleNamespace
from typing import Any

from sqlalchemy import Connection, Row, func, select

from readout.ledger import kept
from readout.ledger.carry import changed
from readout.ledger.decisions import Verdict, decisions_on, standing, verdicts
from readout.ledger.finding import unseen
from readout.ledger.packing import once_unpacked
from readout.ledger.records.columns import UNDATED
from readout.ledger.records.record import Record, Records
from readout.ledger.records.tables import KINDS, THOUSAND, facts, records
from readout.ledger.rows import Values, values_at, values_of
from readout.ledger.tables import findings, readings, reports
from readout.matching.status import time_of
from readout.model import KIND_NAMES, NotInLedger


def told(connection: Connection, numbers: Iterable[int], as_of: str | None) -> Records:
    """The records of these numbers, in this order; `as_of` is the ISO date that deadlines are compared with."""
    wanted = list(numbers)
    found: dict[int, Record] = {}
    for start in range(0, len(wanted), kept.CHUNK):
        some = records.c.number.in_(wanted[start : start + kept.CHUNK])
        rows = [dict(row) for row in connection.execute(select(records).where(some)).mappings()]
        found.update(zip((row["number"] for row in rows), as_values(connection, rows, as_of), strict=True))
    return Records(found[number] for number in wanted if number in found)


def days(connection: Connection, numbers: Sequence[int]) -> list[str]:
    """The dates of the records of these numbers, in this order, where they have one."""
    found: dict[int, str] = {}
    for start in range(0, len(numbers), kept.CHUNK):
        query = select(records.c.number, records.c.date).where(
            records.c.number.in_(numbers[start : start + kept.CHUNK])
        )
        found.update((number, date) for number, date in connection.execute(query))
    return [found[number] for number in numbers if found[number] != UNDATED]


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
            reports.c.text,
        )
        .select_from(facts)
        .outerjoin(findings, findings.c.number == facts.c.number)
        .join(reports, reports.c.number == facts.c.report)
        .outerjoin(readings, readings.c.number == newest)
    )


def _values(connection: Connection, some: Iterable[Any]) -> dict[str, Values]:
    """The values of the findings that records are named by: as the newest reading has them, or as people changed them."""
    found: dict[str, Values] = {}
    reading = {name: once_unpacked(seen) for name, seen in {row.name: row.seen for row in some}.items() if seen}
    for row in some:
        if row.finding_id and row.review not in ("corrected", "disputed"):
            here = values_at(reading[row.name], row.seen_as, row.start, row.end) if row.name in reading else []
            if len(here) == 1:
                found[row.finding_id] = here[0]
    return found | looked_up(
        connection, [row.finding_id for row in some if row.finding_id and row.finding_id not in found]
    )


def looked_up(connection: Connection, ids: list[str]) -> dict[str, Values]:
    """The values of some findings, by their ids, as people changed them; also of those that are no longer seen."""
    if not ids:
        return {}
    said = verdicts(standing(decisions_on(connection, ids)))
    return {id: values_of(changed(f, said.get(id, Verdict())).slots) for id, f in unseen(connection, ids).items()}


def _record(row: Any, values: Values, as_of: str | None) -> Record:
    kind = KIND_NAMES[row.kind]
    return Record(
        row.finding_id or f"report:{row.name}", kind, _said(row) or row.title or "", _dated(row.date), _dated(row.last),
        row.form, row.due, row.place, row.outcome, time_of(row.due, as_of, row.outcome) if kind == "commitment" else None, row.stage,
        row.review, bool(row.counted), row.sources, values, _score(row),
    )  # fmt: skip


def _said(row: Any) -> str:
    return str(row.text[row.start : row.end]) if row.finding_id else ""


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


def totals(connection: Connection) -> dict[str, int]:
    """How many records of each kind there are, umbrellas not counted."""
    query = select(records.c.kind, func.count()).where(records.c.counted == 1).group_by(records.c.kind)
    found: dict[int, int] = {row[0]: row[1] for row in connection.execute(query)}
    return {kind: found.get(number, 0) for kind, number in KINDS.items()}
