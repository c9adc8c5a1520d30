"""Whether a ledger is what it says: hashes, spans, references, and the records that follow from them."""

from __future__ import annotations

import zlib
from collections.abc import Iterator
from typing import Any

from readout.ledger import exchange, kept
from readout.ledger.decisions import all_decisions
from readout.ledger.finding import unseen
from readout.ledger.guards import missing
from readout.ledger.plain import Connection
from readout.ledger.register import is_named
from readout.ledger.tables import KEPT
from readout.model import Finding, report_name, text_hash

GUARDED = tuple(table.name for table in KEPT)
ON_FINDINGS = ("accept", "reject", "change", "merge", "split", "status", "carry", "add")
UNREADABLE = (ValueError, TypeError, IndexError, zlib.error)
"""What bytes raise that were altered."""

LATE = "9999"
"""Later than all times of decisions."""


def faults(connection: Connection) -> Iterator[str]:
    """Everything that is wrong in what is kept, a line each; nothing where the ledger is sound."""
    if connection.dialect == "sqlite":
        yield from _file(connection)
    yield from (f"the trigger {name} that guards what is kept is missing" for name in missing(connection, GUARDED))
    yield from _reports(connection)
    yield from _findings(connection)
    yield from _decisions(connection)
    yield from _registered(connection)


def _file(connection: Connection) -> Iterator[str]:
    for (said,) in connection.rows("PRAGMA integrity_check"):
        if said != "ok":
            yield from (f"the file is damaged: {line}" for line in said.splitlines() if not line.startswith("***"))
    for table, row, to, _ in connection.rows("PRAGMA foreign_key_check"):
        yield f"{table}: row {row} refers to a row of {to} that is not there"


def _reports(connection: Connection) -> Iterator[str]:
    for row in exchange.each(connection, "reports"):
        if text_hash(row.text) != row.sha256:
            yield f"report {row.id}: its text is not the one that was kept (its hash differs)"
        if report_name(row.text, row.title, row.source, row.url, row.date) != row.id:
            yield f"report {row.id}: its text or origin is not what its name says"
    unread = "SELECT id FROM reports WHERE NOT EXISTS (SELECT 1 FROM readings WHERE report = reports.number)"
    yield from (f"report {id}: kept, but never read; run `readout reread`" for id in connection.scalars(unread))


def _findings(connection: Connection) -> Iterator[str]:
    """Each finding was seen in its report or added to it, and its words stand within the report's text."""
    for report in exchange.each(connection, "reports"):
        seen: dict[str, Finding] = {}
        try:
            seen = {f.id: f for _, reading in kept.every_reading(connection, [report.number]) for f in reading.findings}
        except UNREADABLE as problem:
            yield f"report {report.id}: a reading of it cannot be read ({problem})"
            continue
        rows = connection.rows("SELECT * FROM findings WHERE report = :report", report=report.number)
        known = {row.id: seen.get(row.id) for row in rows}
        known.update(unseen(connection, [id for id, finding in known.items() if finding is None]))
        for row in rows:
            yield from _finding(row, known[row.id], report)
        yield from (
            f"finding {id}: was seen in report {report.id}, and is not kept" for id in seen.keys() - known.keys()
        )


def _finding(row: Any, finding: Finding | None, report: Any) -> Iterator[str]:
    if finding is None:
        yield f"finding {row.id}: nobody saw it in report {report.id}, nor added it"
        return
    if (row.kind, row.start, row.end, report.id) != (
        finding.kind,
        finding.span.start,
        finding.span.end,
        finding.report,
    ):
        yield f"finding {row.id}: it is not what its id says"
    if max([row.end, finding.span.end, *(slot.span.end for slot in finding.slots if slot.span)]) > len(report.text):
        yield f"finding {row.id}: its words lie beyond the end of report {report.id}"


def _decisions(connection: Connection) -> Iterator[str]:
    taken = connection.scalars("SELECT id FROM decisions ORDER BY number")
    known, begun = set(taken), _begun(connection)
    for stored, decision in zip(taken, all_decisions(connection), strict=True):
        if decision.id != stored:
            yield f"decision {stored}: it is not what its id says"
        if begun.get(decision.by, LATE) > decision.at:
            yield f"decision {stored}: {decision.by} was no reviewer when it was taken"
        if decision.verb == "withdraw" and decision.target not in known:
            yield f"decision {decision.id}: withdraws {decision.target}, which is not there"
        if decision.verb in ON_FINDINGS:
            yield from _quote(connection, decision.id, decision.target, decision.words)


def _registered(connection: Connection) -> Iterator[str]:
    for row in exchange.each(connection, "registered"):
        if not is_named(row.id, row.name, row.entry):
            yield f"actor {row.name}: the imported entry {row.id} is not what its id says"


def _begun(connection: Connection) -> dict[str, str]:
    """When each reviewer began to decide, for the first time."""
    return dict(connection.rows("SELECT name, min(at) AS begun FROM reviewers WHERE active = 1 GROUP BY name"))


def _quote(connection: Connection, id: str, target: str, words: str) -> Iterator[str]:
    try:
        found = unseen(connection, [target]).get(target)
    except UNREADABLE:  # told with the report, already
        return
    if found is None:
        yield f"decision {id}: is on finding {target}, which is not there"
    elif found.span.of(kept.report(connection, found.report).text) != words:
        yield f"decision {id}: quotes other words than those of finding {target}"
