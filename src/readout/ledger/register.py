"""Actors that come from tables made elsewhere: their names, aliases, offices and Wikidata ids."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from sqlalchemy import Connection, insert, select

from readout.ledger.packing import compact
from readout.ledger.tables import registered
from readout.model import text_hash


def register(connection: Connection, entries: Iterable[Mapping[str, Any]], at: str) -> int:
    """Keeps entries (`name`, and where known `kind`, `aliases`, `offices`, `wikidata`) once each; how many were new."""
    new = 0
    for entry in entries:
        said = compact({key: value for key, value in entry.items() if value})
        id = text_hash(said)[:16]
        if not connection.execute(select(registered.c.number).where(registered.c.id == id)).first():
            connection.execute(insert(registered), {"id": id, "name": entry["name"], "entry": said, "at": at})
            new += 1
    return new
