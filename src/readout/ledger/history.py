"""What happened to something in the ledger: when it was kept and read, what was decided on it, how its status changed."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from readout.ledger import kept
from readout.ledger.decisions import decisions_on, standing
from readout.ledger.plain import Connection
from readout.ledger.records import details, telling
from readout.ledger.records.membership import of_those
from readout.model import VERBS, Decision, NotInLedger


@dataclass(frozen=True, slots=True)
class Event:
    """Something that happened: `at` is its ISO date or time, `what` a few words, `words` what it rests on, `who` says so."""

    at: str
    what: str
    who: str
    words: str
    id: str


def history(connection: Connection, id: str) -> list[Event]:
    """The events of the finding (with its record) or of the report of that id. Raises NotInLedger."""
    found = kept.begins(connection, "findings", id)
    if not found:
        return _of_report(connection, kept.report(connection, id.removeprefix("report:")))
    row = kept.the_one(found, id, "finding")
    ids = _fellows(connection, row.number, row.id)
    events = [*_sightings(connection, ids), *_decided(connection, ids), *_changes(connection, row.id)]
    return sorted(events, key=lambda event: event.at)


def _fellows(connection: Connection, number: int, id: str) -> list[str]:
    """The ids of all findings of the finding's record."""
    return sorted({id, *connection.scalars(FELLOWS, number=number)})


FELLOWS = f"""
    SELECT findings.id FROM findings JOIN facts ON facts.number = findings.number
    WHERE {of_those("SELECT record FROM facts WHERE number = :number")}
"""


def _sightings(connection: Connection, ids: list[str]) -> Iterator[Event]:
    wanted = set(ids)
    of = set(connection.scalars("SELECT report FROM findings WHERE id AMONG :ids", ids=ids))
    for row, reading in kept.every_reading(connection, of):
        report = reading.report
        for id in sorted(wanted.intersection(finding.id for finding in reading.findings)):
            yield Event(row.at, f"seen in report {report.id}", row.fingerprint, report.title or "", id)


def _decided(connection: Connection, ids: list[str]) -> Iterator[Event]:
    taken = decisions_on(connection, ids)
    stand = {decision.id for decision in standing(taken)}
    for decision in taken:
        lapsed = "" if decision.id in stand or decision.verb == "withdraw" else " (withdrawn since)"
        yield Event(decision.at, said_of(decision) + lapsed, decision.by, decision.note or decision.words, decision.id)


def said_of(decision: Decision) -> str:
    """A decision in a few words."""
    given = decision.given
    if decision.verb == "change":
        return f"changed: {given['role']} is {', '.join(str(row['value']) for row in given['values']) or 'empty'}"
    if decision.verb == "status":
        return f"{given['field']} set: {given['value']}"
    other = f" ({decision.other})" if decision.other else ""
    return f"{decision.verb}: {VERBS[decision.verb]}{other}"


def _changes(connection: Connection, id: str) -> Iterator[Event]:
    try:
        detail = details.detail(connection, telling.number_of(connection, id), None)
    except NotInLedger:  # a finding that no longer counts has no record, and still a history
        return
    for change in detail.changes:
        if change.report:
            yield Event(change.date, f"{change.field}: {change.after}", change.who, change.quote, change.report)


def _of_report(connection: Connection, report: kept.KeptReport) -> list[Event]:
    events = [
        Event(version.at, "kept", version.source or "", version.title or "", version.id)
        for version in kept.versions(connection, report)
    ]
    read = connection.rows(f"{kept.READINGS} WHERE report = :report", report=report.number)
    events += [Event(row.at, "read", row.fingerprint, "", report.id) for row in read]
    ids = connection.scalars("SELECT id FROM findings WHERE report = :report", report=report.number)
    return sorted([*events, *_decided(connection, [report.id, *ids])], key=lambda event: event.at)
