"""Which records stood otherwise on a day than today: those that bind what was told by then with what was not.

A fact that was told later, or in a report without a date, can change a record of that day only by standing in it: groups
only grow while links are followed, so whatever stands apart today was in nobody's way. All other records are today what
they were then, but for what was heard of them since. So only those few are grouped again, however large the ledger is.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from readout.ledger.plain import Connection
from readout.ledger.records.columns import KINDS, day
from readout.ledger.records.details import Group
from readout.ledger.records.membership import OF_ITS_RECORD, OF_RECORDS, of_those
from readout.ledger.records.numbering import DATED, last_of
from readout.ledger.until import Meant, grouped_in, rows_of


@dataclass(frozen=True, slots=True)
class Otherwise:
    """Numbers of today's records of one kind that stood otherwise on a day, and the groups of facts that stood instead."""

    records: frozenset[int]
    groups: tuple[Group, ...]


def otherwise(connection: Connection, kind: str, until: str, meant: Meant | None = None) -> Otherwise:
    """What stood otherwise on a day (ISO) among the records of a kind; the groups are those that are meant."""
    components = _components(connection, kind, until)
    groups = grouped_in(connection, components, kind, until) if components else []
    return _without(groups, _whole(connection, groups), meant)


def otherwise_rows(
    connection: Connection, until: str, meant: Meant | None = None
) -> tuple[frozenset[int], list[dict[str, Any]]]:
    """The numbers of commitments that could be followed up otherwise on a day, and what the table would have instead.

    A record that only lacked later tellings had the same first one, and if nobody told of it by then nothing else counts.
    """
    found = otherwise(connection, "commitment", until)
    same = _silent_parts(connection, found.groups, until)
    changed = _without(found.groups, same, meant)
    return changed.records, rows_of(connection, changed.groups, until)


def _without(groups: Iterable[Group], same: frozenset[int], meant: Meant | None) -> Otherwise:
    """The groups but for those of one of some records, with the records of today that their facts stand in."""
    changed = [group for group in groups if not same.issuperset(_records_of(group))]
    old = frozenset(number for group in changed for number in _records_of(group))
    return Otherwise(old, tuple(group for group in changed if meant is None or meant.fits(group)))


def _records_of(group: Group) -> set[int]:
    return {member.row.record for member in group}


def _whole(connection: Connection, groups: Sequence[Group]) -> frozenset[int]:
    """Of the records of today those that are one of the groups, with no fact beside."""
    sizes = {record: len(group) for group in groups for record in _alone(group)}
    rows = connection.rows(COUNTED, some=sorted(sizes))
    return frozenset(record for record, count in rows if sizes[record] == count)


COUNTED = f"SELECT record, count(*) AS facts FROM facts WHERE {OF_RECORDS} GROUP BY record"


def _alone(group: Group) -> list[int]:
    """The record of a group's facts, if they stand in one."""
    theirs = _records_of(group)
    return list(theirs) if len(theirs) == 1 else []


def _silent_parts(connection: Connection, groups: Sequence[Group], until: str) -> frozenset[int]:
    """Of the records of today those of which one group is all that was told by a day, none undated, nothing was heard and no deadline moved."""
    parts = Counter(record for group in groups for record in _records_of(group))
    alone = [record for group in groups for record in _alone(group) if parts[record] == 1]
    return frozenset(connection.scalars(SILENT, some=alone, until=day(until)))


SILENT = f"""
    SELECT number FROM records WHERE number AMONG :some AND (heard IS NULL OR heard > :until) AND (moved IS NULL OR moved <= :until)
    AND NOT EXISTS (SELECT 1 FROM facts WHERE {OF_ITS_RECORD} AND facts.told IS NULL)
"""


def _components(connection: Connection, kind: str, until: str) -> list[int]:
    """The components of records that bind facts of a day with later ones, or with undated ones."""
    some = UNDATED_HEADS_TOO if kind == "meeting" else UNDATED
    if connection.first("SELECT number FROM entries WHERE number >= :last LIMIT 1", last=last_of(until)):
        some = f"{BOUND_MEETINGS if kind == 'meeting' else BOUND} UNION {some}"
    return connection.scalars(some, kind=KINDS[kind], until=day(until), dated=DATED)


LATER = "SELECT number FROM records WHERE kind = :kind AND last > :until"
BOUND = f"SELECT component FROM facts WHERE {of_those(f'{LATER} AND date > 0 AND date <= :until')}"
BOUND_MEETINGS = f"SELECT component FROM facts WHERE {of_those(LATER)} AND told <= :until"
"""Of records with a later telling those that were told of by the day: a meeting is not dated by its first telling."""

_UNDATED = """
    SELECT component FROM facts JOIN entries ON {of} JOIN records ON records.number = facts.record
    WHERE entries.number < :dated AND facts.kind = :kind AND records.last > 0
"""
UNDATED = _UNDATED.format(of="facts.number = entries.finding")
UNDATED_HEADS_TOO = (
    f"{UNDATED} UNION {_UNDATED.format(of='facts.number = -entries.report AND entries.finding IS NULL')}"
)
"""Of undated facts those whose record has a dated telling: those of findings, and those of the heads of reports."""

TOLD_BY = "records.last <= :told_by AND records.last > 0"
"""That a record of today was told of by a day alone; of these, those that did not stand otherwise are as they were."""
