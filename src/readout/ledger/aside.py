"""Findings that are kept and do not count: rejected, held back, no longer seen, or of a report that was removed."""

from __future__ import annotations

from dataclasses import dataclass

from readout.ledger import counting, kept
from readout.ledger.decisions import decisions_on, standing
from readout.ledger.finding import finding_of
from readout.ledger.plain import Connection
from readout.model import Decision, Finding, NotInLedger, Reading


@dataclass(frozen=True, slots=True)
class SetAside:
    """A finding that does not count: its words, the report that they stand in, and in a clause why it does not."""

    id: str
    kind: str
    words: str
    report: str
    title: str | None
    date: str | None
    why: str


def set_aside(connection: Connection, id: str) -> SetAside:
    """The finding of that id (its beginning is enough) and why it does not count. Raises NotInLedger where it does."""
    reading, finding = finding_of(connection, id)
    why = why_aside(connection, reading, finding)
    if why is None:
        raise NotInLedger(f"{finding.id}: this finding counts. `readout show {finding.id[:8]}` shows its record.")
    report = reading.report
    return SetAside(finding.id, finding.kind, reading.quote(finding), report.id, report.title, report.date, why)


def why_aside(connection: Connection, reading: Reading, finding: Finding) -> str | None:
    """Why a finding does not count, in a clause; None where it does."""
    report = reading.report
    number = kept.report(connection, report.id).number
    said = next(said for _, said in counting.decided(connection, [number]))
    if finding.id in {said.id_of(each) for each in said.reading.findings}:
        return None
    stand = standing(decisions_on(connection, [finding.id, report.id]))
    held = {each.id: rejected for each, rejected in said.held}
    if ruling := _last(stand, "remove", report.id):
        return f"its report was removed by {_whose(ruling)}"
    if ruling := _last(stand, "reject", finding.id):
        return f"rejected by {_whose(ruling)}"
    if finding.id in held:
        return f"held back, as it stands where {held[finding.id][:8]} was rejected; it counts once somebody accepts it"
    return "the newest reader no longer sees it"


def _last(stand: list[Decision], verb: str, target: str) -> Decision | None:
    return next((one for one in reversed(stand) if (one.verb, one.target) == (verb, target)), None)


def _whose(ruling: Decision) -> str:
    return f"{ruling.by} on {ruling.at[:10]}" + (f": {ruling.note}" if ruling.note else "")
