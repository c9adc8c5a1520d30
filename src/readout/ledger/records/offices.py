"""Who held which office: what the reports' own words say, on their dates."""

from __future__ import annotations

from collections.abc import Iterable

from readout.ledger.plain import Connection
from readout.ledger.records.columns import day
from readout.model import Reading


def hold(connection: Connection, report: int, reading: Reading) -> None:
    """Keeps the offices that the report's own words give people; a report without a date tells nothing of when."""
    date = reading.report.date
    said = {
        (actor.name, office.title, office.of or "")
        for actor in reading.actors
        for office in actor.offices
        if office.source == "text"
    }
    if not said or not date:
        return
    numbers = interned(connection, {name for each in said for name in each})
    rows = [
        {
            "holder": numbers[holder],
            "office": numbers[title],
            "country": numbers[of],
            "told": day(date),
            "report": report,
        }
        for holder, title, of in sorted(said)
    ]
    connection.run_each(HELD, rows)


HELD = """
    INSERT INTO holdings (holder, office, country, told, report) VALUES (:holder, :office, :country, :told, :report)
"""


def interned(connection: Connection, wanted: Iterable[str]) -> dict[str, int]:
    """The numbers of names, those that were not known made."""
    found: dict[str, int] = {}
    missing = sorted(set(wanted))
    for attempt in range(2):
        if missing:
            found.update(connection.rows("SELECT name, number FROM names WHERE name AMONG :some", some=missing))
        missing = [name for name in missing if name not in found]
        if missing and not attempt:
            connection.run_each("INSERT INTO names (name) VALUES (:name)", [{"name": name} for name in missing])
    return found
