"""Making the derived tables, as a whole and step by step, from all reports that are kept."""

from __future__ import annotations

import logging

from sqlalchemy import Connection, Engine, delete, func, insert, inspect, select, update

from readout.ledger.opening import writing
from readout.ledger.records import heard, words
from readout.ledger.records.tables import derived, view
from readout.ledger.records.touching import TOGETHER, touch
from readout.ledger.records.view import edition
from readout.ledger.tables import reports

log = logging.getLogger(__name__)


def reset(connection: Connection) -> None:
    """Empties the derived tables, to be made anew by `catch_up`."""
    words.drop(connection)
    heard.drop(connection)
    derived.drop_all(connection)
    derived.create_all(connection)
    words.make(connection)
    heard.make(connection)
    last = connection.execute(select(func.max(reports.c.number))).scalar() or 0
    connection.execute(insert(view), {"edition": edition(), "upto": 0, "until": last})


def prepare(connection: Connection) -> None:
    """Makes the derived tables where there are none of this edition."""
    if not inspect(connection).has_table("view"):
        reset(connection)
    elif (row := connection.execute(select(view)).first()) is None or row.edition != edition():
        connection.execute(delete(view))
        reset(connection)


def catch_up(engine: Engine) -> None:
    """Brings the reports that are not yet in the records into them, some a transaction; a stop loses no more than these."""
    with writing(engine) as connection:
        prepare(connection)
    while True:
        with writing(engine) as connection:
            row = connection.execute(select(view)).one()
            query = select(reports.c.number).where(reports.c.number > row.upto, reports.c.number <= row.until)
            some = list(connection.execute(query.order_by(reports.c.number).limit(TOGETHER)).scalars())
            if row.upto == 0 and row.until > TOGETHER:
                log.warning("%s: the records are made anew from %s reports.", engine.url.database, f"{row.until:,}")
            touch(connection, dict.fromkeys(some))
            connection.execute(update(view).values(upto=some[-1] if some else row.until))
            if not some:
                return
