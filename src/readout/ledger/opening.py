"""A ledger's address becomes an engine; what a database says of its troubles becomes one clear line."""

from __future__ import annotations

import os
import sqlite3
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from urllib.parse import quote

from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.engine import URL, make_url
from sqlalchemy.exc import ArgumentError, DBAPIError, NoSuchModuleError

from readout.model import MissingInput, UnusableLedger

PATIENCE = 60
"""Seconds that a writer waits for another one to finish."""

WRITERS = 0x5EAD0
"""The number of the lock that writers to one PostgreSQL ledger take, one at a time."""

DAMAGED = "the file is damaged. Restore a copy, or import what `readout export` wrote"
UNREACHED = "no server answers at this address. Check the address, and whether the server runs"

TROUBLES = (
    ("database or disk is full", "the disk is full, nothing of this was kept. Free some space and run it again"),
    ("no space left", "the disk is full, nothing of this was kept. Free some space and run it again"),
    ("readonly database", "may not be written (read-only). Ask its owner, or copy it to where you may write"),
    ("malformed", DAMAGED),
    ("blob too big", DAMAGED),  # what a length that was overwritten looks like
    ("not a database", "this file is no ledger (no SQLite database). Name another file"),
    ("fatal:  database", "the server has no database of that name. Make it with createdb, or name another"),
    ("fatal:  role", "the server knows no such user. Name another one in the address"),
    ("password authentication failed", "the server refuses this user with this password. Check both"),
    ("locked", f"another program kept it for more than {PATIENCE} seconds. Try again when that is done"),
    ("unable to open", "cannot be opened. Check the folder and whether you may write in it"),
    ("connection refused", UNREACHED),
    ("resolve host", UNREACHED),
    ("is the server running", UNREACHED),
    ("disk i/o error", "the disk gave an error, nothing of this was kept. Check the disk and run it again"),
)
"""What SQLite and PostgreSQL say, with what it means and what to do."""


def address(ledger: str | Path) -> URL:
    """The address of a ledger: a path is a SQLite file. Raises UnusableLedger for an address of another sort."""
    written = str(ledger)
    if "://" not in written:
        return URL.create("sqlite", database=written)
    try:
        url = make_url(written)
    except (ArgumentError, ValueError):
        raise UnusableLedger(f"{written}: no address of a database. {_WRITE}") from None
    name = {"postgres": "postgresql+psycopg", "postgresql": "postgresql+psycopg"}.get(url.drivername, url.drivername)
    if name not in ("sqlite", "postgresql+psycopg"):
        raise UnusableLedger(f"{shown(url)}: ledgers are not kept in {url.drivername}. {_WRITE}")
    return url.set(drivername=name)


_WRITE = "Write a file name, or postgresql://USER@HOST/DATABASE."


def shown(url: URL) -> str:
    """The address as messages write it: a file by its path, a password never."""
    if url.drivername == "sqlite":
        return url.database or ""
    return url.set(drivername=url.drivername.partition("+")[0]).render_as_string(hide_password=True)


def engine_for(url: URL) -> Engine:
    """The engine of an address. Raises MissingInput where the driver of PostgreSQL is not installed."""
    try:
        engine = create_engine(url, connect_args={"timeout": PATIENCE} if url.drivername == "sqlite" else {})
    except (ModuleNotFoundError, NoSuchModuleError):
        raise MissingInput(
            f"{shown(url)}: PostgreSQL needs its driver. Run: pip install 'readout-ledger[postgres]'"
        ) from None
    if engine.dialect.name == "sqlite":
        event.listen(engine, "connect", _prepare)
        event.listen(engine, "begin", lambda connection: connection.exec_driver_sql(_beginning(connection)))
    return engine


def frozen_engine(url: URL) -> Engine:
    """The engine of a SQLite file that nobody here may write: it is read as it lies, without the files beside it."""
    file = f"file:{quote(str(Path(url.database or '').absolute()))}?mode=ro&immutable=1"
    return create_engine(url, creator=lambda: sqlite3.connect(file, uri=True, check_same_thread=False))


def may_be_written(url: URL) -> bool:
    """Whether a SQLite file and its folder may be written; other databases say so themselves."""
    file = Path(url.database or "")
    if url.drivername != "sqlite" or not file.exists():
        return True
    return os.access(file, os.W_OK) and os.access(file.absolute().parent, os.W_OK)


def _beginning(connection: Connection) -> str:
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
def translated(url: URL) -> Iterator[None]:
    """Errors of the database, and ours that name no ledger yet, leave as UnusableLedger with the ledger's name."""
    try:
        yield
    except DBAPIError as problem:
        raise UnusableLedger(f"{shown(url)}: {_meaning(problem)}.") from problem
    except zlib.error as problem:
        raise UnusableLedger(
            f"{shown(url)}: what is kept in it was altered ({problem}). `readout check` says where; restore a copy."
        ) from problem


def _meaning(problem: DBAPIError) -> str:
    said = str(problem.orig).strip()
    found = next((meaning for sign, meaning in TROUBLES if sign in said.lower()), None)
    return found or f"the database said: {said.splitlines()[0] if said else type(problem.orig).__name__}"


@contextmanager
def writing(engine: Engine) -> Iterator[Connection]:
    """One transaction of the only writer; all of it is kept, or nothing."""
    with translated(engine.url), engine.connect().execution_options(writes=True) as connection, connection.begin():
        if engine.dialect.name == "postgresql":
            connection.exec_driver_sql(f"SELECT pg_advisory_xact_lock({WRITERS})")
        yield connection


@contextmanager
def looking(engine: Engine) -> Iterator[Connection]:
    """One transaction that only reads, so that all its questions see the same state.

    SQLite keeps to one state by itself; PostgreSQL would see between two questions what others kept meanwhile.
    """
    with translated(engine.url), engine.connect() as connection, connection.begin():
        if engine.dialect.name == "postgresql":
            connection.exec_driver_sql("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY")
        yield connection
