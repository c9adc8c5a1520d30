"""Lists of records in one order, whatever the order in which the ledger came by their reports."""

from __future__ import annotations

from dataclasses import replace

from readout.ledger.plain import Connection
from readout.ledger.records import telling
from readout.ledger.records.numbering import OF_A_DAY
from readout.ledger.records.record import Record, Records
from readout.ledger.records.wanted import Wanted, numbers


def listed(connection: Connection, wanted: Wanted, as_of: str | None) -> Records:
    """The records that are wanted, the newest first, or the nearest deadline first; those of one day by their ids.

    The tables give them by date alone, so all of the last day are looked at before the list is cut.
    """
    found = telling.told(connection, numbers(connection, wanted), as_of)
    if wanted.limit and len(found) == wanted.limit:
        last = found[-1].date
        of_that_day = replace(wanted, since=last, until=last, limit=OF_A_DAY if wanted.text else 0)
        known = {record.id for record in found}
        found = Records(
            (
                *found,
                *(r for r in telling.told(connection, numbers(connection, of_that_day), as_of) if r.id not in known),
            )
        )
    ordered = sorted(found, key=_newest, reverse=True)
    if wanted.due_before:
        ordered.sort(key=lambda record: record.due or "")
    return Records(ordered[: wanted.limit] if wanted.limit else ordered)


def _newest(record: Record) -> tuple[str, str]:
    return record.date or "", record.id
