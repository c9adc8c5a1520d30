"""Whether the records are those that follow from what is kept: they are made anew in a ledger beside, and compared."""

from __future__ import annotations

import json
import zlib
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import asdict

from readout.ledger import indexing
from readout.ledger.plain import Connection
from readout.ledger.records.details import details
from readout.ledger.records.telling import told
from readout.ledger.records.wanted import Wanted, in_time
from readout.model import kinds, text_hash

REMEDY = "`readout check --rebuild` makes all records anew"


def faults(here: Connection, anew: Connection) -> Iterator[str]:
    """What is otherwise here than in a ledger made anew from the same reports and decisions: records, offices learned, and, where the
    records are sound, the index of words.
    """
    records = list(_other_records(here, anew))
    yield from records
    yield from _other_offices(here, anew)
    if not records:
        yield from (f"{fault}; {REMEDY}" for fault in indexing.faults(here))


def _other_records(here: Connection, anew: Connection) -> Iterator[str]:
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


def _other_offices(here: Connection, anew: Connection) -> Iterator[str]:
    """For which reports the offices learned here are others than those that their words give."""
    held, due = _offices(here), _offices(anew)
    for id in sorted(held.keys() | due.keys()):
        if held.get(id) != due.get(id):
            yield f"report {id}: the offices learned from it are not those that it tells; {REMEDY}"


def _offices(connection: Connection) -> dict[str, set[tuple[str, str, str, str]]]:
    """Who holds which office of which country, and on what day that was told, by the reports' ids."""
    found = defaultdict(set)
    for id, *said in connection.stream(OFFICES):
        found[str(id)].add(tuple(said))
    return found


OFFICES = """
    SELECT reports.id, holder.name AS holder, office.name AS office, country.name AS country, told FROM holdings
    LEFT JOIN names AS holder ON holder.number = holdings.holder
    LEFT JOIN names AS office ON office.number = holdings.office
    LEFT JOIN names AS country ON country.number = holdings.country
    LEFT JOIN reports ON reports.number = holdings.report
"""


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
    for record, name in connection.stream(
        "SELECT record, name FROM parties JOIN names ON names.number = parties.party"
    ):
        found[record].append(name)
    return found
