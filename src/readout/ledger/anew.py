"""Whether the records are those that follow from what is kept: they are made anew in a ledger beside, and compared."""

from __future__ import annotations

import json
import zlib
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import asdict

from sqlalchemy import Connection, select

from readout.ledger.records.details import details
from readout.ledger.records.tables import names, parties
from readout.ledger.records.telling import told
from readout.ledger.records.wanted import Wanted, in_time
from readout.model import kinds, text_hash

REMEDY = "`readout check --rebuild` makes all records anew"


def other_records(here: Connection, anew: Connection) -> Iterator[str]:
    """What the records here say otherwise than those made anew from the same reports and decisions, a line each."""
    try:
        held = _digests(here)
    except (TypeError, ValueError, LookupError, zlib.error) as problem:
        yield f"the records cannot be read ({problem}); {REMEDY}"
        return
    due = _digests(anew)
    for id in sorted(held.keys() | due.keys()):
        if id not in due:
            yield f"record {id}: no reports and decisions make it; {REMEDY}"
        elif id not in held:
            yield f"record {id}: is missing, though reports and decisions make it; {REMEDY}"
        elif held[id] != due[id]:
            yield f"record {id}: is not what its reports and decisions say; {REMEDY}"


def _digests(connection: Connection) -> dict[str, str]:
    """A hash of each record as lists tell it and as it is shown with all that it stands on, by the record's id."""
    found, parties_of = {}, _parties(connection)
    for kind in kinds():
        numbers = in_time(connection, Wanted(kind, limit=0))
        shown = details(connection, numbers, None)
        for number, record, detail in zip(numbers, told(connection, numbers, None), shown, strict=True):
            all_of_it = [sorted(parties_of.get(number, ())), asdict(record), asdict(detail)]
            found[record.id] = text_hash(json.dumps(all_of_it, sort_keys=True, ensure_ascii=False))
    return found


def _parties(connection: Connection) -> dict[int, list[str]]:
    """The names (and pairs of countries) under which lists find each record, by the record's number."""
    found = defaultdict(list)
    query = select(parties.c.record, names.c.name).join(names, names.c.number == parties.c.party)
    for record, name in connection.execute(query):
        found[record].append(name)
    return found
