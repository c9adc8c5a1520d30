"""Who held which office: what the reports' own words say, on their dates."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from typing import Any

from sqlalchemy import Connection, Select, insert, select

from readout.ledger.among import among, values
from readout.ledger.records.columns import day
from readout.ledger.records.tables import holdings, names
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
    connection.execute(insert(holdings), rows)


def interned(connection: Connection, wanted: Iterable[str]) -> dict[str, int]:
    """The numbers of names, those that were not known made."""
    found: dict[str, int] = {}
    missing, dialect = sorted(set(wanted)), connection.dialect.name
    for attempt in range(2):
        if missing:
            rows = connection.execute(_known(dialect), {"some": values(missing, dialect)})
            found.update((name, number) for name, number in rows.all())
        missing = [name for name in missing if name not in found]
        if missing and not attempt:
            connection.execute(insert(names), [{"name": name} for name in missing])
    return found


@cache
def _known(dialect: str) -> Select[Any]:
    return select(names.c.name, names.c.number).where(among(names.c.name, dialect))
