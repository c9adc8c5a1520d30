"""Records as they stood on a day: one, the newest, or all in a stream that holds some hundreds of them at a time."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace
from heapq import merge
from typing import Any

from sqlalchemy import Connection, Row, select

from readout.ledger import kept
from readout.ledger.otherwise import otherwise, told_by
from readout.ledger.records import grouping
from readout.ledger.records.anchors import anchor_of
from readout.ledger.records.columns import UNDATED
from readout.ledger.records.details import CHUNK, Group
from readout.ledger.records.grouping import Member
from readout.ledger.records.membership import of_records
from readout.ledger.records.record import Detail, Record, Records
from readout.ledger.records.tables import facts, records
from readout.ledger.records.wanted import Wanted, in_time, stepwise
from readout.ledger.records.writing import date_of
from readout.ledger.tables import findings, reports
from readout.ledger.until import Meant, details_of, fits, groups_until, saying
from readout.model import KIND_NAMES, NotInLedger


def stood(connection: Connection, wanted: Wanted, on: str) -> Iterator[Detail]:
    """The wanted records as they stood on a day (ISO), by date and id, whatever the order in which the ledger came by them."""
    found = otherwise(connection, wanted.kind, on, Meant.of(connection, wanted.actor, wanted.whole, wanted.pair))
    again = sorted(found.groups, key=lambda group: _order(date_of(group), anchor_of(group).id))
    as_today = [number for number in in_time(connection, wanted) if number not in found.records]
    yield from merge(
        _as_today(connection, as_today, on),
        (detail for detail in _each(connection, again, on) if fits(detail.record, wanted)),
        key=lambda detail: _order(detail.record.date or UNDATED, detail.record.id),
    )


def latest(connection: Connection, wanted: Wanted, on: str) -> Records:
    """The wanted records as they stood on a day (ISO), the newest first, or the nearest deadline first; those of one day by their ids."""
    meant = Meant.of(connection, wanted.actor, wanted.whole, wanted.pair)
    found = otherwise(connection, wanted.kind, on, meant)
    again = details_of(connection, saying(connection, found.groups, wanted, on), on)
    kept = [detail.record for detail in again if fits(detail.record, wanted)]
    kept += _first_of_today(connection, wanted, on, found.records)
    kept.sort(key=lambda record: (record.date or "", record.id), reverse=True)
    if wanted.due_before:
        kept.sort(key=lambda record: record.due or "")
    return Records(kept[: wanted.limit] if wanted.limit else kept)


def one(connection: Connection, id: str, on: str) -> Detail:
    """The record that had a finding of this id (its beginning is enough), or that its report's head told of, on a day (ISO).

    Raises NotInLedger where no report dated by then tells of it, or where several findings of the day begin so.
    """
    fact = _fact(connection, id, on)
    groups = groups_until(connection, [fact.number], KIND_NAMES[fact.sort], on)
    of_the_fact = [group for group in groups if any(member.row.number == fact.number for member in group)]
    return details_of(connection, of_the_fact, on)[0]


def _fact(connection: Connection, id: str, on: str) -> Row[Any]:
    """The number and the kind of the fact that an id means among those of a day."""
    query: Any
    if id.startswith("report:"):
        query = select(facts.c.number, facts.c.kind.label("sort"), reports.c.id)
        query = query.join(reports, facts.c.number == -reports.c.number)
        query = query.where(reports.c.id == id.removeprefix("report:"))
    else:
        query = kept.begins(findings, id).with_only_columns(facts.c.number, facts.c.kind.label("sort"), findings.c.id)
        query = query.join(facts, facts.c.number == findings.c.number)
    found = list(connection.execute(query.where(facts.c.told <= on))) if id.strip() else []
    if not found:
        raise NotInLedger(
            f"{id}: no report dated by {on} tells of it. `readout list --as-of {on}` shows what there was."
        )
    return kept.the_one(found, id, "finding")


def _first_of_today(connection: Connection, wanted: Wanted, on: str, old: Collection[int]) -> list[Record]:
    """So many of today's records that stood so on the day as are wanted, with all that share the last one's date or deadline.

    What came of them may have been heard later, so that an outcome or a review is looked for in what stood.
    """
    asked, found = replace(wanted, outcome=None, review=None), list[Record]()
    for page in stepwise(connection, asked, told_by(on)):
        details = _as_today(connection, [number for number in page if number not in old], on)
        found += [detail.record for detail in details if fits(detail.record, wanted)]
        enough = wanted.limit and len(found) > wanted.limit
        if enough and _place(found[-1], wanted) != _place(found[wanted.limit - 1], wanted):
            break
    return found


def _place(record: Record, wanted: Wanted) -> str | None:
    return record.due if wanted.due_before else record.date


def _order(date: str, id: str) -> tuple[str, bool, str]:
    """By date; on one day what only the heads of reports tell first, then by id."""
    return date, not id.startswith("report:"), id


def _as_today(connection: Connection, numbers: Sequence[int], on: str) -> Iterator[Detail]:
    """Those of some records of today that were told of by the day; they are made of the same facts, and heard of less."""
    for start in range(0, len(numbers), CHUNK):
        some = numbers[start : start + CHUNK]
        query = select(records.c.number).where(records.c.number.in_(some), told_by(on))
        groups: dict[int, list[Member]] = {number: [] for number in connection.execute(query).scalars()}
        for member in grouping.load(connection, of_records(list(groups))).values():
            groups[member.row.record].append(member)
        yield from details_of(connection, [groups[number] for number in some if number in groups], on)


def _each(connection: Connection, groups: Sequence[Group], on: str) -> Iterator[Detail]:
    for start in range(0, len(groups), CHUNK):
        yield from details_of(connection, groups[start : start + CHUNK], on)
