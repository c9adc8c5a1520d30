"""Making the derived tables, as a whole and step by step, from all reports that are kept."""

from __future__ import annotations

import logging

from sqlalchemy import func, insert, select, update

from readout.ledger.database import Database
from readout.ledger.opening import Transaction
from readout.ledger.records import heard, words
from readout.ledger.records.tables import derived, view
from readout.ledger.records.touching import TOGETHER, touch
from readout.ledger.records.view import edition, told
from readout.ledger.tables import reports

log = logging.getLogger(__name__)


def reset(connection: Transaction) -> None:
    """Empties the derived tables, to be made anew by `catch_up`."""
    words.drop(connection)
    heard.drop(connection)
    derived.drop_all(connection.alchemy)
    derived.create_all(connection.alchemy)
    words.make(connection)
    heard.make(connection)
    last = connection.execute(select(func.max(reports.c.number))).scalar() or 0
    connection.execute(insert(view), {"edition": edition(), "upto": 0, "until": last})


def prepare(connection: Transaction) -> None:
    """Makes the derived tables where there are none of this edition."""
    row = told(connection)
    if row is None or row.edition != edition():
        reset(connection)


def catch_up(database: Database) -> None:
    """Brings the reports that are not yet in the records into them, some a transaction; a stop loses no more than these."""
    with database.writing() as connection:
        prepare(connection)
    while True:
        with database.writing() as connection:
            row = connection.execute(select(view)).one()
            query = select(reports.c.number).where(reports.c.number > row.upto, reports.c.number <= row.until)
            some = list(connection.execute(query.order_by(reports.c.number).limit(TOGETHER)).scalars())
            if row.upto == 0 and row.until > TOGETHER:
                log.warning("%s: the records are made anew from %s reports.", database.address.shown, f"{row.until:,}")
            touch(connection, dict.fromkeys(some))
            connection.execute(update(view).values(upto=some[-1] if some else row.until))
            if not some:
                return
