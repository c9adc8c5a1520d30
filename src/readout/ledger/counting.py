"""What counts today: the newest readings with every decision that stands, reports that were removed left out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from readout.ledger import kept
from readout.ledger.carry import Decided, as_decided
from readout.ledger.decisions import Verdict, decisions_on, standing, verdicts
from readout.ledger.finding import unseen
from readout.ledger.plain import Connection
from readout.model import Finding, Reading


def decided(connection: Connection, numbers: Iterable[int]) -> Iterator[tuple[int, Decided]]:
    """What counts of each report, by its number; a removed report has no findings."""
    for number, reading in kept.current(connection, numbers):
        yield number, decided_reading(connection, number, reading)


def decided_reading(connection: Connection, number: int, reading: Reading) -> Decided:
    """What counts of one report whose newest reading is this."""
    named = decided_ids(connection, number)
    if not named:
        return Decided(reading, {}, {})
    stand = standing(decisions_on(connection, named))
    if any(decision.verb == "remove" for decision in stand):
        return Decided(replace(reading, findings=(), actors=()), {}, {}, removed=True)
    said = verdicts(stand)
    return as_decided(reading, said, _unseen(connection, reading, said))


def decided_reports(connection: Connection) -> list[int]:
    """The numbers of the reports on whose findings anybody decided."""
    query = "SELECT DISTINCT report FROM findings WHERE id IN (SELECT target FROM decisions)"
    return sorted(connection.scalars(query))


def decided_ids(connection: Connection, number: int) -> set[str]:
    """The ids of a report and its findings that decisions name."""
    return set(connection.scalars(NAMED, number=number))


NAMED = """
    WITH ids AS (SELECT id FROM findings WHERE report = :number UNION SELECT id FROM reports WHERE number = :number)
    SELECT target FROM decisions WHERE target IN (SELECT id FROM ids)
    UNION SELECT other FROM decisions WHERE other IN (SELECT id FROM ids)
"""


def _unseen(connection: Connection, reading: Reading, said: dict[str, Verdict]) -> dict[str, Finding]:
    seen = {finding.id for finding in reading.findings}
    gone = unseen(connection, (id for id in said if id not in seen))
    return {id: finding for id, finding in gone.items() if finding.report == reading.report.id}
