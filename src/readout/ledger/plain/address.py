"""Where a ledger lies: a SQLite file, or a PostgreSQL database by its URL."""

from __future__ import annotations

import os
import re
from dataclasses import dataclass
from pathlib import Path

from readout.model import UnusableLedger

IN_MEMORY = ":memory:"
WRITE = "Write a file name, or postgresql://USER@HOST/DATABASE."

ADDRESS = re.compile(r"(?P<driver>\w+)(?:\+\w+)?://(?:[^/@]*@)?(?:\[[^\]/]*\]|[^:/@?]*)(?::\d*)?(?:[/?].*)?", re.ASCII)
PASSWORD = re.compile(r"(?<=//)([^:/@]*):[^@]*@")


@dataclass(frozen=True, slots=True)
class Address:
    """A file's path (`dialect` sqlite), or a server's URL as PostgreSQL's own tools take it (`dialect` postgresql)."""

    dialect: str
    place: str

    @property
    def shown(self) -> str:
        """The address as messages write it: a file by its path, a password never."""
        return self.place if self.dialect == "sqlite" else PASSWORD.sub(r"\1:***@", self.place)

    @property
    def file(self) -> Path | None:
        """The file of a SQLite ledger that is in one."""
        return Path(self.place) if self.dialect == "sqlite" and self.place != IN_MEMORY else None

    @property
    def may_be_written(self) -> bool:
        """Whether a SQLite file and its folder may be written; other databases say so themselves."""
        if self.file is None or not self.file.exists():
            return True
        return os.access(self.file, os.W_OK) and os.access(self.file.absolute().parent, os.W_OK)


def address(ledger: str | Path) -> Address:
    """The address of a ledger: a path is a SQLite file. Raises UnusableLedger for an address of another sort."""
    written = str(ledger)
    if "://" not in written:
        return Address("sqlite", written)
    found = ADDRESS.fullmatch(written)
    if not found:
        raise UnusableLedger(f"{PASSWORD.sub('***@', written)}: no address of a database. {WRITE}")
    driver, behind = found["driver"], written.partition("://")[2]
    if driver == "sqlite":
        return Address("sqlite", behind.removeprefix("/") or IN_MEMORY)
    here = Address("postgresql", f"postgresql://{behind}")
    if driver not in ("postgres", "postgresql"):
        shown = here.shown.replace("postgresql", driver, 1)
        raise UnusableLedger(f"{shown}: ledgers are not kept in {driver}. {WRITE}")
    return here
