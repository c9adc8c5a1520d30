"""Records by their numbers and ids, as values: what lists show. What each stands on is in details.py."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from types import SimpleNamespace
from typing import Any

from readout.ledger import kept
from readout.ledger.carry import changed
from readout.ledger.decisions import Verdict, decisions_on, standing, verdicts
from readout.ledger.finding import unseen
from readout.ledger.packing import once_unpacked
from readout.ledger.plain import Connection, Row
from readout.ledger.records.columns import KINDS, THOUSAND, UNDATED
from readout.ledger.records.record import Record, Records
from readout.ledger.rows import Values, values_at, values_of
from readout.matching.status import time_of
from readout.model import KIND_NAMES, NotInLedger


def told(connection: Connection, numbers: Iterable[int], as_of: str | None) -> Records:
    """The records of these numbers, in this order; `as_of` is the ISO date that deadlines are compared with."""
    wanted = list(numbers)
    found: dict[int, Record] = {}
    for start in range(0, len(wanted), kept.CHUNK):
        some = connection.rows(RECORDS, some=wanted[start : start + kept.CHUNK])
        rows = [row._asdict() for row in some]
        found.update(zip((row["number"] for row in rows), as_values(connection, rows, as_of), strict=True))
    return Records(found[number] for number in wanted if number in found)


RECORDS = "SELECT * FROM records WHERE number AMONG :some"


def days(connection: Connection, numbers: Sequence[int]) -> list[str]:
    """The dates of the records of these numbers, in this order, where they have one."""
    found = dict(connection.rows("SELECT number, date FROM records WHERE number AMONG :some", some=numbers))
    return [found[number] for number in numbers if found[number] != UNDATED]


def as_values(connection: Connection, rows: Sequence[Mapping[str, Any]], as_of: str | None) -> list[Record]:
    """Rows of the table of records, or what has the same columns, with the words and values of what they are named by."""
    said: dict[int, Row] = {}
    for start in range(0, len(rows), kept.CHUNK):
        anchors = [row["anchor"] for row in rows[start : start + kept.CHUNK]]
        said.update((row.fact, row) for row in connection.rows(ANCHORS, some=anchors))
    full = [SimpleNamespace(**row, **said[row["anchor"]]._asdict()) for row in rows]
    values = _values(connection, full)
    return [_record(row, values.get(row.finding_id, {}), as_of) for row in full]


ANCHORS = """
    SELECT facts.number AS fact, findings.id AS finding_id, findings.kind AS seen_as, start, "end", seen, reports.id AS name,
        title, text
    FROM facts
    LEFT JOIN findings ON findings.number = facts.number
    JOIN reports ON reports.number = facts.report
    LEFT JOIN readings ON readings.number = (SELECT max(number) FROM readings WHERE report = facts.report)
    WHERE facts.number AMONG :some
"""


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
        row.form, row.due, row.place, row.outcome, time_of(row.due, as_of, row.outcome, row.form) if kind == "commitment" else None, row.stage,
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
        found = connection.scalar(OF_A_HEAD, id=id.removeprefix("report:"))
        if found is None:
            raise NotInLedger(
                f"{id}: no report whose head tells of a meeting. `readout list meetings` shows what there is."
            )
        return int(found)
    row = kept.the_one(kept.begins(connection, "findings", id), id, "finding")
    number = connection.scalar("SELECT record FROM facts WHERE number = :number", number=row.number)
    if number is None:
        raise NotInLedger(f"{row.id}: this finding no longer counts. `readout history {row.id[:8]}` says why.")
    return int(number)


OF_A_HEAD = "SELECT record FROM facts JOIN reports ON facts.number = -reports.number WHERE reports.id = :id"


def totals(connection: Connection) -> dict[str, int]:
    """How many records of each kind there are, umbrellas not counted."""
    found = dict(connection.rows("SELECT kind, count(*) AS records FROM records WHERE counted = 1 GROUP BY kind"))
    return {kind: found.get(number, 0) for kind, number in KINDS.items()}
