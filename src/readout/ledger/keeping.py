"""A reading is kept: the report once, each finding once, and what this reader saw."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Any

from sqlalchemy import CursorResult, insert

from readout.ledger import kept, rows
from readout.ledger.carry import added
from readout.ledger.finding import insert_by_hand
from readout.ledger.opening import Transaction
from readout.ledger.tables import findings, readers, readings, reports
from readout.model import Reading, Report, UnreadableInput, report_name, text_hash


@dataclass(frozen=True, slots=True)
class Kept:
    """What became of a reading: its report's number and name, whether the report is new here, and whether its reading is."""

    number: int
    report: str
    new: bool
    read: bool


def named(reading: Reading) -> tuple[Reading, str | None]:
    """The reading under the name that the ledger gives its report, and the id that the input gave, where it did."""
    report = reading.report
    name = report_name(report.text, report.title, report.source, report.url, given_date(report))
    given = report.id if report.id not in (name, text_hash(report.text)[:16]) else None
    renamed = report.id != name
    findings = [replace(finding, report=name) if renamed else finding for finding in reading.findings]
    findings.sort(key=lambda finding: (finding.span, finding.kind, finding.id))
    return replace(reading, report=replace(report, id=name), findings=tuple(findings)), given


def given_date(report: Report) -> str | None:
    """The date that came along with the text, not one that the text itself states."""
    return report.published.value if report.published and not report.published.span else None


def keep_all(
    connection: Transaction, readings: Iterable[Reading], at: str
) -> tuple[list[Kept | UnreadableInput], dict[int, Reading | None]]:
    """Keeps readings under the names of their reports; what became of each, and of which reports the records must follow.

    These come by their numbers with what is kept of them, None where an earlier reading of the report was here.
    """
    done: list[Kept | UnreadableInput] = []
    touched: dict[int, Reading | None] = {}
    for reading in readings:
        under_name, given = named(reading)
        try:
            kept = keep(connection, under_name, given, at)
        except UnreadableInput as problem:
            done.append(problem)
            continue
        done.append(kept)
        if kept.read:
            touched[kept.number] = under_name if kept.new else touched.get(kept.number)
    return done, touched


def keep(connection: Transaction, reading: Reading, given: str | None, at: str) -> Kept:
    """Keeps a named reading; where this reader's is already the newest of the report, changes nothing.

    Raises UnreadableInput for half characters, which no database holds.
    """
    report, new = _report(connection, reading.report, given, at)
    reader = _reader(connection, reading.reader)
    newest = "SELECT reader FROM readings WHERE report = :report ORDER BY number DESC LIMIT 1"
    if not new and connection.scalar(newest, report=report) == reader:
        return Kept(report, reading.report.id, new=False, read=False)
    _reading(connection, reading, report, reader, at)
    _findings(connection, reading, report, new)
    return Kept(report, reading.report.id, new, read=True)


def unkeepable(report: Report, given: str | None = None) -> UnreadableInput | None:
    """What is wrong with a text that no database holds; None for all others."""
    try:
        report.text.encode()
    except UnicodeEncodeError as problem:
        where = f"{given or report.id}: half a character at position {problem.start}"
        return UnreadableInput(f"{where}. Replace it, and add the text again.")
    return None


def _report(connection: Transaction, report: Report, given: str | None, at: str) -> tuple[int, bool]:
    found = connection.scalar("SELECT number FROM reports WHERE id = :id", id=report.id)
    if found is not None:
        return found, False
    if problem := unkeepable(report, given):
        raise problem
    row = {
        "id": report.id, "sha256": report.sha256, "given": given, "title": report.title, "source": report.source,
        "url": report.url, "date": given_date(report), "at": at, "text": report.text, "file": report.file,
    }  # fmt: skip
    return _inserted(connection.execute(insert(reports), row)), True


def _reader(connection: Transaction, fingerprint: str) -> int:
    found = connection.scalar("SELECT number FROM readers WHERE fingerprint = :of", of=fingerprint)
    return found or _inserted(connection.execute(insert(readers), {"fingerprint": fingerprint}))


def _reading(connection: Transaction, reading: Reading, report: int, reader: int, at: str) -> None:
    row = {
        "report": report, "reader": reader, "at": at, "published": reading.report.date,
        "language": reading.report.language, "head": rows.head(reading.report), "seen": rows.seen(reading),
    }  # fmt: skip
    connection.execute(insert(readings), row)


def _findings(connection: Transaction, reading: Reading, report: int, new: bool) -> None:
    ids = set() if new else set(connection.scalars("SELECT id FROM findings WHERE report = :report", report=report))
    fresh = [row for finding in reading.findings if (row := rows.finding(finding, report))["id"] not in ids]
    if fresh:
        connection.execute(insert(findings), fresh)


def keep_again(connection: Transaction) -> None:
    """Keeps findings again that were seen or added, and are not kept: they were lost, and have the ids that they had."""
    numbers = dict(connection.rows("SELECT id, number FROM reports"))
    for row, reading in kept.every_reading(connection, numbers.values()):
        _findings(connection, reading, row.report, new=False)
    for given in connection.scalars("SELECT given FROM decisions WHERE verb = 'add'"):
        by_hand = added(json.loads(given))
        insert_by_hand(connection, by_hand, numbers[by_hand.report])


def _inserted(result: CursorResult[Any]) -> int:
    key = result.inserted_primary_key
    assert key is not None
    return int(key[0])
