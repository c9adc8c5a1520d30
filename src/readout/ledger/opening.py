"""A ledger's address becomes an engine of SQLAlchemy, through which all is written."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from sqlalchemy import Connection as Alchemy
from sqlalchemy import CursorResult, Engine, Executable, create_engine, event
from sqlalchemy.engine import URL, make_url
from sqlalchemy.exc import DBAPIError

from readout.ledger.plain.address import Address
from readout.ledger.plain.connection import Connection
from readout.ledger.plain.looking import FOR_POSTGRES, driver_of, frozen_or_not
from readout.ledger.plain.troubles import PATIENCE, translated

WRITERS = 0x5EAD0
"""The number of the lock that writers to one PostgreSQL ledger take, one at a time."""


class Transaction(Connection):
    """A transaction through SQLAlchemy, which may be asked in plain SQL too."""

    def __init__(self, alchemy: Alchemy) -> None:
        super().__init__(alchemy.connection.dbapi_connection, alchemy.dialect.name)
        self.alchemy = alchemy

    def execute(self, statement: Executable, values: Any = None) -> CursorResult[Any]:
        """Runs a statement of SQLAlchemy's, with a row of values or with many."""
        return self.alchemy.execute(statement, values)


def engine_for(address: Address) -> Engine:
    """The engine of an address. Raises MissingInput where the driver of PostgreSQL is not installed."""
    driver = driver_of(address)
    if address.dialect == "postgresql":
        url = make_url(address.place).set(drivername="postgresql+psycopg")
        return create_engine(url, connect_args=FOR_POSTGRES)
    place, frozen = frozen_or_not(address)
    if frozen:
        return create_engine("sqlite://", creator=lambda: driver.connect(place, uri=True, check_same_thread=False))
    engine = create_engine(URL.create("sqlite", database=place), connect_args={"timeout": PATIENCE})
    event.listen(engine, "connect", _prepare)
    event.listen(engine, "begin", lambda connection: connection.exec_driver_sql(_beginning(connection)))
    return engine


def _beginning(connection: Alchemy) -> str:
    """A writer takes the file from its first statement on, so that two of them wait instead of failing midway."""
    return "BEGIN IMMEDIATE" if connection.get_execution_options().get("writes") else "BEGIN"


def _prepare(connection: Any, _: object) -> None:
    """Sets up each connection to SQLite: transactions are begun by us, references hold, writers do not stop readers."""
    connection.isolation_level = None
    for pragma in (
        "page_size = 16384",
        "foreign_keys = ON",
        "journal_mode = WAL",
        "synchronous = NORMAL",
        "cache_size = -65536",
    ):
        connection.execute(f"PRAGMA {pragma}")


@contextmanager
def writing(address: Address, engine: Engine) -> Iterator[Transaction]:
    """One transaction of the only writer; all of it is kept, or nothing."""
    with (
        translated(address.shown, DBAPIError, driver_of(address).Error),
        engine.connect().execution_options(writes=True) as connection,
        connection.begin(),
    ):
        if address.dialect == "postgresql":
            connection.exec_driver_sql(f"SELECT pg_advisory_xact_lock({WRITERS})")
        yield Transaction(connection)
