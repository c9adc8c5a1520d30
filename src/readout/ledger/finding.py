"""One finding by its id, seen today, seen before or added by hand."""

from __future__ import annotations

from collections.abc import Iterable

from sqlalchemy import Connection, insert, select

from readout.ledger import kept, rows
from readout.ledger.carry import BY_HAND
from readout.ledger.tables import findings, readings, reports, sightings
from readout.model import Finding, Reading, Span


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
        query = (
            select(findings, reports.c.id.label("name"), readings.c.actors, sightings)
            .join(reports, reports.c.number == findings.c.report)
            .outerjoin(sightings, sightings.c.finding == findings.c.number)
            .outerjoin(readings, readings.c.number == sightings.c.reading)
            .where(findings.c.id.in_(wanted[start : start + kept.CHUNK]))
            .order_by(sightings.c.reading)
        )
        for row in connection.execute(query):
            if row.rule is None:
                where = Span(row.start, row.end)
                found[row.id] = Finding(row.kind, row.name, where, rows.slots(row.slots), BY_HAND, 1.0)
            else:
                found[row.id] = rows.seen(row, row.name, [actor.id for actor in rows.actors(row.actors)])
    return found


def insert_by_hand(connection: Connection, finding: Finding, report: int) -> None:
    """Adds a finding that no reader saw; one that is here already stays as it is."""
    if connection.execute(select(findings.c.number).where(findings.c.id == finding.id)).first():
        return
    connection.execute(insert(findings), rows.finding(finding, report))
