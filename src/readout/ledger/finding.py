"""One finding by its id, seen today, seen before or added by hand."""

from __future__ import annotations

import json
from collections.abc import Iterable

from readout.ledger import kept, rows
from readout.ledger.carry import added
from readout.ledger.plain import Connection
from readout.model import Finding, Reading


def finding_of(connection: Connection, id: str) -> tuple[Reading, Finding]:
    """The finding of that id (its beginning is enough) with the newest reading of its report. Raises NotInLedger."""
    row = kept.the_one(kept.begins(connection, "findings", id), id, "finding")
    _, reading = next(kept.current(connection, [row.report]))
    seen = next((finding for finding in reading.findings if finding.id == row.id), None)
    return reading, seen or unseen(connection, [row.id])[row.id]


def unseen(connection: Connection, ids: Iterable[str]) -> dict[str, Finding]:
    """Findings by their ids as they were last seen, or as they were added by hand."""
    found: dict[str, Finding] = {}
    wanted = list(ids)
    for start in range(0, len(wanted), kept.CHUNK):
        found.update(_some(connection, set(wanted[start : start + kept.CHUNK])))
    return found


def _some(connection: Connection, wanted: set[str]) -> dict[str, Finding]:
    known = dict(connection.rows("SELECT id, report FROM findings WHERE id AMONG :ids", ids=wanted))
    found = {
        id: finding
        for _, reading in kept.every_reading(connection, set(known.values()))
        for finding in reading.findings
        if (id := finding.id) in known
    }
    by_hand = "SELECT given FROM decisions WHERE verb = 'add' AND target AMONG :ids"
    for given in connection.scalars(by_hand, ids=set(known) - set(found)):
        finding = added(json.loads(given))
        found[finding.id] = finding
    return found


def insert_by_hand(connection: Connection, finding: Finding, report: int) -> None:
    """Adds a finding that no reader saw; one that is here already stays as it is."""
    if not connection.first("SELECT number FROM findings WHERE id = :id", id=finding.id):
        connection.run(FINDING, **rows.finding(finding, report))


FINDING = """INSERT INTO findings (id, report, kind, start, "end") VALUES (:id, :report, :kind, :start, :end)"""
