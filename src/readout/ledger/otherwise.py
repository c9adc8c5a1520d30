"""Which records stood otherwise on a day than today: those that bind what was told by then with what was not.

A fact that was told later, or in a report without a date, can change a record of that day only by standing in it: groups
only grow while links are followed, so whatever stands apart today was in nobody's way. All other records are today what
they were then, but for what was heard of them since. So only those few are grouped again, however large the ledger is.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, Select, func, or_, select, union

from readout.ledger.among import among, values
from readout.ledger.records.columns import UNDATED
from readout.ledger.records.details import CHUNK, Group
from readout.ledger.records.entries import DATED, last_of
from readout.ledger.records.membership import of_record, of_records
from readout.ledger.records.tables import KINDS, entries, facts, records
from readout.ledger.until import Meant, grouped_in, rows_of


@dataclass(frozen=True, slots=True)
class Otherwise:
    """Numbers of today's records of one kind that stood otherwise on a day, and the groups of facts that stood instead."""

    records: frozenset[int]
    groups: tuple[Group, ...]


def otherwise(connection: Connection, kind: str, until: str, meant: Meant | None = None) -> Otherwise:
    """What stood otherwise on a day (ISO) among the records of a kind; the groups are those that are meant."""
    components = list(connection.execute(_components(connection, kind, until)).scalars())
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
    query, numbers = select(facts.c.record, func.count()).group_by(facts.c.record), sorted(sizes)
    rows = [
        row
        for start in range(0, len(numbers), CHUNK)
        for row in connection.execute(query.where(of_records(numbers[start : start + CHUNK])))
    ]
    return frozenset(record for record, count in rows if sizes[record] == count)


def _alone(group: Group) -> list[int]:
    """The record of a group's facts, if they stand in one."""
    theirs = _records_of(group)
    return list(theirs) if len(theirs) == 1 else []


def _silent_parts(connection: Connection, groups: Sequence[Group], until: str) -> frozenset[int]:
    """Of the records of today those of which one group is all that was told by a day, none undated, nothing was heard and no deadline moved."""
    parts = Counter(record for group in groups for record in _records_of(group))
    alone = [record for group in groups for record in _alone(group) if parts[record] == 1]
    dialect = connection.dialect.name
    undated = select(facts.c.number).where(of_record(records.c.number), facts.c.told.is_(None)).exists()
    silent = or_(records.c.heard.is_(None), records.c.heard > until)
    unmoved = or_(records.c.moved.is_(None), records.c.moved <= until)
    query = select(records.c.number).where(among(records.c.number, dialect), silent, unmoved, ~undated)
    return frozenset(connection.execute(query, {"some": values(alone, dialect)}).scalars())


def _components(connection: Connection, kind: str, until: str) -> Select[Any]:
    """The query for the components of records that bind facts of a day with later ones, or with undated ones."""
    undated = union(*_undated(kind)).subquery()
    some = select(undated.c.component)
    if connection.execute(select(entries.c.number).where(entries.c.number >= last_of(until)).limit(1)).first():
        some = union(_bound(kind, until), some)  # type: ignore[assignment]
    return some


def _bound(kind: str, until: str) -> Select[Any]:
    """Of records with a later telling those that were told of by the day: a meeting is not dated by its first telling."""
    later = select(records.c.number).where(records.c.kind == KINDS[kind], records.c.last > until)
    if kind == "meeting":
        return select(facts.c.component).where(of_records(later), facts.c.told <= until).distinct()
    later = later.where(records.c.date > UNDATED, records.c.date <= until)
    return select(facts.c.component).where(of_records(later)).distinct()


def _undated(kind: str) -> Iterator[Select[Any]]:
    """Of undated facts those whose record has a dated telling: those of findings, and those of the heads of reports."""
    whose: Iterable[Any] = [facts.c.number == entries.c.finding]
    if kind == "meeting":
        whose = [*whose, (facts.c.number == -entries.c.report) & entries.c.finding.is_(None)]
    for of in whose:
        query = select(facts.c.component).join(entries, of).join(records, records.c.number == facts.c.record)
        yield query.where(entries.c.number < DATED, facts.c.kind == KINDS[kind], records.c.last > UNDATED)


def told_by(until: str) -> Any:
    """That a record of today was told of by a day alone; of these, those that did not stand otherwise are as they were."""
    return (records.c.last <= until) & (records.c.last > UNDATED)
