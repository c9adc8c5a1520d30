"""Records as they stood on a day: one, the newest, or all in a stream that holds some hundreds of them at a time."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace
from heapq import merge
from itertools import islice
from typing import NamedTuple

from readout.ledger import kept
from readout.ledger.otherwise import TOLD_BY, otherwise
from readout.ledger.plain import Connection, Row
from readout.ledger.records import grouping
from readout.ledger.records.anchors import anchor_of
from readout.ledger.records.columns import UNDATED, day
from readout.ledger.records.details import CHUNK, Group
from readout.ledger.records.grouping import Member
from readout.ledger.records.membership import OF_RECORDS
from readout.ledger.records.record import Detail, Record, Records
from readout.ledger.records.showing import date_of
from readout.ledger.records.wanted import Wanted, in_time, query_for
from readout.ledger.until import Meant, details_of, fits, groups_until, saying
from readout.model import KIND_NAMES, NotInLedger

PAGE = 60
"""Records that are looked at together where a list shows some dozens of them."""


def stood(connection: Connection, wanted: Wanted, on: str) -> Iterator[Detail]:
    """The wanted records as they stood on a day (ISO), by date and id, whatever the order in which the ledger came by them."""
    found = otherwise(connection, wanted.kind, on, Meant.of(connection, wanted))
    again = sorted(found.groups, key=lambda group: _order(date_of(group), anchor_of(group).id))
    as_today = [number for number in in_time(connection, wanted) if number not in found.records]
    yield from merge(
        _as_today(connection, as_today, on),
        (detail for detail in _each(connection, again, on) if fits(detail.record, wanted)),
        key=lambda detail: _order(detail.record.date or UNDATED, detail.record.id),
    )


def latest(connection: Connection, wanted: Wanted, on: str) -> Records:
    """The wanted records as they stood on a day (ISO), the newest first, or the nearest deadline first; those of one day by their ids."""
    meant = Meant.of(connection, wanted)
    found = otherwise(connection, wanted.kind, on, meant)
    groups = saying(connection, found.groups, wanted, on)
    kept = _first(connection, wanted, on, groups, found.records)
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


def _fact(connection: Connection, id: str, on: str) -> Row:
    """The number and the kind of the fact that an id means among those of a day."""
    low, head = id.strip().lower(), id.removeprefix("report:")
    if head != id:
        found = connection.rows(OF_A_HEAD, id=head, on=day(on))
    else:
        found = connection.rows(OF_A_FINDING, low=low, high=f"{low}\uffff", on=day(on)) if low else []
    if not found:
        raise NotInLedger(
            f"{id}: no report dated by {on} tells of it. `readout list --as-of {on}` shows what there was."
        )
    return kept.the_one(found, id, "finding")


OF_A_HEAD = """
    SELECT facts.number, kind AS sort, id FROM facts JOIN reports ON facts.number = -reports.number
    WHERE id = :id AND told <= :on
"""
OF_A_FINDING = f"""
    SELECT facts.number, facts.kind AS sort, id FROM facts JOIN findings ON findings.number = facts.number
    WHERE id >= :low AND id < :high AND told <= :on LIMIT {kept.SHOWN + 1}
"""


def _first(
    connection: Connection, wanted: Wanted, on: str, groups: Sequence[Group], old: Collection[int]
) -> list[Record]:
    """So many of the records of the day as are wanted, with all that share the last one's date or deadline: the groups that stood
    otherwise, and those of today but the old ones.

    What came of these may have been heard later, so that an outcome or a review is looked for in what stood.
    """
    newest_first, found = not wanted.due_before, list[Record]()
    if not newest_first:  # a deadline is known when all is that a record stands on
        found = [detail.record for detail in _each(connection, groups, on) if fits(detail.record, wanted)]
    here = sorted((Placed(date_of(group), 0, group) for group in groups if newest_first), key=_place, reverse=True)
    today = (each for each in _of_today(connection, wanted, on) if each.number not in old)
    either = merge(here, today, key=_place, reverse=newest_first)
    while page := list(islice(either, PAGE if wanted.limit else CHUNK)):
        some = [each.group for each in page if each.group]
        some += _groups(connection, [each.number for each in page if not each.group])
        found += [detail.record for detail in details_of(connection, some, on) if fits(detail.record, wanted)]
        found.sort(key=lambda record: _place_in(record, wanted), reverse=newest_first)
        if wanted.limit and len(found) > wanted.limit and _place_in(found[wanted.limit - 1], wanted) != page[-1].place:
            break
    return found


class Placed(NamedTuple):
    """A record by its place in a list: one of today by its number, or the group that stood instead."""

    place: str
    number: int
    group: Group = ()


def _place(of: Placed) -> str:
    return of.place


def _of_today(connection: Connection, wanted: Wanted, on: str) -> Iterator[Placed]:
    """The place in the list and the number of each record of today that was told of by the day alone and may be wanted."""
    query = query_for(connection, replace(wanted, outcome=None, review=None)).and_(TOLD_BY, told_by=day(on))
    if wanted.kind != "meeting":  # which alone may be announced
        query = query.and_("records.date <= :told_by")
    query = replace(query, columns=f"records.{'due' if wanted.due_before else 'date'}, records.number")
    yield from (Placed(place, number) for place, number in connection.stream(query.sql, **query.values))


def _place_in(record: Record, wanted: Wanted) -> str:
    """What a list is in order of."""
    return (record.due if wanted.due_before else record.date) or UNDATED


def _order(date: str, id: str) -> tuple[str, bool, str]:
    """By date; on one day what only the heads of reports tell first, then by id."""
    return date, not id.startswith("report:"), id


def _as_today(connection: Connection, numbers: Sequence[int], on: str) -> Iterator[Detail]:
    """Those of some records of today that were told of by the day; they are made of the same facts, and heard of less."""
    for start in range(0, len(numbers), CHUNK):
        then = connection.scalars(THEN, some=numbers[start : start + CHUNK], told_by=day(on))
        groups = {group[0].row.record: group for group in _groups(connection, then)}
        yield from details_of(
            connection, [groups[number] for number in numbers[start : start + CHUNK] if number in groups], on
        )


THEN = f"SELECT number FROM records WHERE number AMONG :some AND {TOLD_BY}"


def _groups(connection: Connection, numbers: Sequence[int]) -> list[Group]:
    """The facts of each of some records of today."""
    groups: dict[int, list[Member]] = {number: [] for number in numbers}
    for member in grouping.load(connection, OF_RECORDS, some=numbers).values():
        groups[member.row.record].append(member)
    return list(groups.values())


def _each(connection: Connection, groups: Sequence[Group], on: str) -> Iterator[Detail]:
    for start in range(0, len(groups), CHUNK):
        yield from details_of(connection, groups[start : start + CHUNK], on)
