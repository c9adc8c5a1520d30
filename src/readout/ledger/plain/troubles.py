"""What a database says of its troubles becomes one clear line."""

from __future__ import annotations

import zlib
from collections.abc import Iterator
from contextlib import contextmanager

from readout.model import UnusableLedger

PATIENCE = 60
"""Seconds that a writer waits for another one to finish."""

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


@contextmanager
def translated(shown: str, *errors: type[Exception]) -> Iterator[None]:
    """Errors of the database, of these types, leave as UnusableLedger with the ledger's address as it is shown."""
    try:
        yield
    except errors as problem:
        raise UnusableLedger(f"{shown}: {_meaning(problem)}.") from problem
    except zlib.error as problem:
        raise UnusableLedger(
            f"{shown}: what is kept in it was altered ({problem}). `readout check` says where; restore a copy."
        ) from problem


def _meaning(problem: Exception) -> str:
    own = getattr(problem, "orig", None) or problem
    said = str(own).strip()
    found = next((meaning for sign, meaning in TROUBLES if sign in said.lower()), None)
    return found or f"the database said: {said.splitlines()[0] if said else type(own).__name__}"
