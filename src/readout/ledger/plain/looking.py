"""Transactions that only read, each on a connection of its own; connections are kept open for the next question."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any
from urllib.parse import quote

from readout.ledger.plain.address import Address
from readout.ledger.plain.connection import Connection
from readout.ledger.plain.troubles import PATIENCE, translated
from readout.model import MissingInput

FOR_POSTGRES: dict[str, Any] = {"prepare_threshold": None}
"""What psycopg is connected with: PostgreSQL plans each question for the values that it is given. A plan made once for any values
takes thousands of keys for ten, and reads a table through for each."""


class Looker:
    """Looks into the ledger at an address."""

    def __init__(self, address: Address) -> None:
        self.address = address
        self.driver = driver_of(address)
        self._idle: list[Any] = []

    @contextmanager
    def looking(self) -> Iterator[Connection]:
        """One transaction, all of whose questions see the same state, whatever others keep meanwhile."""
        with translated(self.address.shown, self.driver.Error):
            raw = self._idle.pop() if self._idle else self._connected()
            try:
                if self.address.dialect == "sqlite":  # psycopg begins by itself
                    raw.execute("BEGIN")
                yield Connection(raw, self.address.dialect)
                raw.commit()
            except BaseException:
                raw.close()
                raise
            self._idle.append(raw)

    def close(self) -> None:
        """Closes the connections that wait for a question."""
        while self._idle:
            self._idle.pop().close()

    def _connected(self) -> Any:
        if self.address.dialect == "postgresql":
            raw = self.driver.connect(self.address.place, **FOR_POSTGRES)
            raw.isolation_level = self.driver.IsolationLevel.REPEATABLE_READ
            raw.read_only = True
            return raw
        place, frozen = frozen_or_not(self.address)
        raw = self.driver.connect(place, timeout=PATIENCE, uri=frozen, isolation_level=None, check_same_thread=False)
        raw.execute("PRAGMA cache_size = -65536")
        return raw


def driver_of(address: Address) -> Any:
    """The driver of a database. Raises MissingInput where that of PostgreSQL is not installed."""
    if address.dialect == "sqlite":
        import sqlite3

        return sqlite3
    try:
        import psycopg
    except ModuleNotFoundError:
        raise MissingInput(
            f"{address.shown}: PostgreSQL needs its driver. Run: pip install 'readout-ledger[postgres]'"
        ) from None
    return psycopg


def frozen_or_not(address: Address) -> tuple[str, bool]:
    """What names a SQLite file for the driver, and whether that is a URI: a file that nobody here may write is read as it lies, without
    the files beside it.
    """
    if address.file is None or address.may_be_written:
        return address.place, False
    return f"file:{quote(str(address.file.absolute()))}?mode=ro&immutable=1", True
