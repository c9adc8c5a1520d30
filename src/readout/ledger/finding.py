"""One finding by its id, seen today, seen before or added by hand."""

from __future__ import annotations

import json
from collections.abc import Iterable

from sqlalchemy import Connection, insert, select

from readout.ledger import kept, rows
from readout.ledger.carry import added
from readout.ledger.tables import decisions, findings
from readout.model import Finding, Reading


def finding_of(connection: Connection, id: str) -> tuple[Reading, Finding]:
    """The finding of that id (its beginning is enough) with the newest reading of its report. Raises NotInLedger."""
    row = kept.the_one(list(connection.execute(kept.begins(findings, id))) if id.strip() else [], id, "finding")
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
    known = {row.id: row.report for row in connection.execute(select(findings).where(findings.c.id.in_(wanted)))}
    found = {
        id: finding
        for _, reading in kept.every_reading(connection, set(known.values()))
        for finding in reading.findings
        if (id := finding.id) in known
    }
    added_ones = select(decisions.c.given).where(
        decisions.c.verb == "add", decisions.c.target.in_(set(known) - set(found))
    )
    for given in connection.execute(added_ones).scalars():
        finding = added(json.loads(given))
        found[finding.id] = finding
    return found


def insert_by_hand(connection: Connection, finding: Finding, report: int) -> None:
    """Adds a finding that no reader saw; one that is here already stays as it is."""
    if connection.execute(select(findings.c.number).where(findings.c.id == finding.id)).first():
        return
    connection.execute(insert(findings), rows.finding(finding, report))
