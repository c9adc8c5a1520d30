"""Whether a ledger is what it says: hashes, spans, references, and the records that follow from them."""

from __future__ import annotations

import zlib
from collections.abc import Iterator
from typing import Any

from sqlalchemy import Connection, select, text

from readout.ledger import exchange, kept
from readout.ledger.decisions import all_decisions
from readout.ledger.finding import unseen
from readout.ledger.guards import missing
from readout.ledger.tables import KEPT, decisions, findings, readings, reports
from readout.model import Finding, report_name, text_hash

GUARDED = tuple(table.name for table in KEPT)
ON_FINDINGS = ("accept", "reject", "change", "merge", "split", "status", "carry", "add")


def faults(connection: Connection) -> Iterator[str]:
    """Everything that is wrong in what is kept, a line each; nothing where the ledger is sound."""
    if connection.dialect.name == "sqlite":
        yield from _file(connection)
    yield from (f"the trigger {name} that guards what is kept is missing" for name in missing(connection, GUARDED))
    yield from _reports(connection)
    yield from _findings(connection)
    yield from _decisions(connection)


def _file(connection: Connection) -> Iterator[str]:
    for (said,) in connection.execute(text("PRAGMA integrity_check")):
        if said != "ok":
            yield f"the file is damaged: {said}"
    for table, row, to, _ in connection.execute(text("PRAGMA foreign_key_check")):
        yield f"{table}: row {row} refers to a row of {to} that is not there"


def _reports(connection: Connection) -> Iterator[str]:
    for row in exchange.each(connection, reports):
        if text_hash(row.text) != row.sha256:
            yield f"report {row.id}: its text is not the one that was kept (its hash differs)"
        if report_name(row.text, row.title, row.source, row.url, row.date) != row.id:
            yield f"report {row.id}: its text or origin is not what its name says"
    query = (
        select(reports.c.id)
        .outerjoin(readings, readings.c.report == reports.c.number)
        .where(readings.c.number.is_(None))
    )
    yield from (f"report {row.id}: kept, but never read; run `readout reread`" for row in connection.execute(query))


def _findings(connection: Connection) -> Iterator[str]:
    """Each finding was seen in its report or added to it, and its words stand within the report's text."""
    for report in exchange.each(connection, reports):
        seen: dict[str, Finding] = {}
        try:
            seen = {f.id: f for _, reading in kept.every_reading(connection, [report.number]) for f in reading.findings}
        except (ValueError, TypeError, IndexError, zlib.error) as problem:
            yield f"report {report.id}: a reading of it cannot be read ({problem})"
        rows = list(connection.execute(select(findings).where(findings.c.report == report.number)))
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
    taken = {row.id: row.number for row in connection.execute(select(decisions.c.id, decisions.c.number))}
    for decision in all_decisions(connection):
        if decision.id not in taken:
            yield f"decision {_stored(connection, taken, decision.id)}: it is not what its id says"
        if decision.verb == "withdraw" and decision.target not in taken:
            yield f"decision {decision.id}: withdraws {decision.target}, which is not there"
        if decision.verb in ON_FINDINGS:
            yield from _quote(connection, decision.id, decision.target, decision.words)


def _stored(connection: Connection, taken: dict[str, int], computed: str) -> str:
    """The id under which an altered decision is stored: the one that no decision has by what it says."""
    said = {decision.id for decision in all_decisions(connection)}
    return next((id for id in taken if id not in said), computed)


def _quote(connection: Connection, id: str, target: str, words: str) -> Iterator[str]:
    found = unseen(connection, [target]).get(target)
    if found is None:
        yield f"decision {id}: is on finding {target}, which is not there"
    elif found.span.of(kept.report(connection, found.report).text) != words:
        yield f"decision {id}: quotes other words than those of finding {target}"
