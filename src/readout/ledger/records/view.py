"""Whether the derived tables are of this edition and complete; `upkeep.py` makes them so."""

from __future__ import annotations

from functools import cache
from hashlib import sha256
from importlib.resources import files

from readout.ledger.plain import Connection, Row
from readout.matching.edition import edition as of_matching


@cache
def edition() -> str:
    """Changes whenever matching or the making of records does; records of another edition are made anew."""
    code = sorted(
        (f for f in files("readout.ledger.records").iterdir() if f.name.endswith(".py")), key=lambda f: f.name
    )
    digest = sha256(b"".join(file.read_bytes() for file in code)).hexdigest()[:12]
    return f"{of_matching()}.{digest}"


def is_current(connection: Connection) -> bool:
    """Whether the derived tables are there, of this edition, and complete."""
    row = told(connection)
    return row is not None and row.edition == edition() and row.upto >= row.until


def told(connection: Connection) -> Row | None:
    """What the tables say of themselves: their edition, and how far a making anew has come; None where there are none."""
    if "view" not in connection.tables():
        return None
    return connection.first("SELECT edition, upto, until FROM view")
