"""Records are made anew of facts that are new or lost something; groups that nothing touched stay as they are."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from readout.ledger.opening import Transaction
from readout.ledger.records import writing
from readout.ledger.records.grouping import (
    Member,
    chunks,
    components_of,
    grouped_by,
    links_among,
    load,
    merged_and_split,
)
from readout.ledger.records.membership import OF_COMPONENTS, OF_RECORDS


@dataclass(frozen=True, slots=True)
class Changed:
    """What the records must follow, by numbers: new facts, facts whose evidence changed, and the connected facts and the records
    that lost or may have lost something.
    """

    fresh: set[int] = field(default_factory=set)
    heard: set[int] = field(default_factory=set)
    components: set[int] = field(default_factory=set)
    records: set[int] = field(default_factory=set)


def regroup(connection: Transaction, changed: Changed) -> None:
    """Makes anew the records of new facts, of what they are linked with, and of what lost a member.

    The records of facts whose evidence changed are written again, their groups stay.
    """
    members = _connected(connection, changed.fresh, changed.components)
    groups = [group for group in _groups(connection, members) if not _stands(connection, members, group, changed)]
    done = {number for group in groups for number in group}
    dropped = {members[number].row.record for number in done} - {None}
    again = (records_of(connection, changed.heard - done) | changed.records) - dropped
    same: dict[int, list[Member]] = {}
    for some in chunks(again):
        for member in load(connection, f"{OF_RECORDS} AND facts.record IS NOT NULL", some=some).values():
            same.setdefault(member.row.record, []).append(member)
    groups_now = [[members[number] for number in group] for group in groups]
    writing.write(connection, [*groups_now, *same.values()], dropped | again)


def _stands(connection: Transaction, members: Mapping[int, Member], group: list[int], changed: Changed) -> bool:
    """Whether a group is a record already, of these facts and no others, and nothing happened to it."""
    was = {members[number].row.record for number in group}
    if len(was) != 1 or None in was or was & changed.records or not (changed.fresh | changed.heard).isdisjoint(group):
        return False
    return bool(connection.scalar(f"SELECT count(*) FROM facts WHERE {OF_RECORDS}", some=was) == len(group))


def records_of(connection: Transaction, numbers: set[int]) -> set[int]:
    """The records of some facts, by their numbers."""
    found: set[int] = set()
    for some in chunks(numbers):
        found.update(connection.scalars("SELECT record FROM facts WHERE number AMONG :some", some=some))
    return found


def _connected(connection: Transaction, fresh: set[int], components: set[int]) -> dict[int, Member]:
    """All facts of the components that the new facts, their links and the stale components touch; components renewed."""
    others = _linked(connection, fresh) - fresh
    wanted = set(components)
    for some in chunks(others):
        wanted.update(connection.scalars("SELECT component FROM facts WHERE number AMONG :some", some=some))
    members: dict[int, Member] = {}
    for some in chunks(wanted | fresh):
        members.update(load(connection, OF_COMPONENTS, some=some))
    return members


def _linked(connection: Transaction, numbers: set[int]) -> set[int]:
    found: set[int] = set()
    for some in chunks(numbers):
        found.update(number for pair in connection.rows(LINKED, some=some) for number in pair)
    return found


LINKED = "SELECT one, other FROM links WHERE one AMONG :some OR other AMONG :some"


def _groups(connection: Transaction, members: Mapping[int, Member]) -> Iterable[list[int]]:
    """The facts of each record; their components are kept anew in the table."""
    linked = links_among(connection, members)
    components = components_of(members, linked)
    _name_components(connection, members, components)
    return grouped_by(members, linked, components, merged_and_split(connection, members))


def _name_components(
    connection: Transaction, members: Mapping[int, Member], components: Mapping[int, list[int]]
) -> None:
    """Each fact names its component in the table by the least number in it."""
    moved = [
        {"fact": n, "to": least}
        for least, some in components.items()
        for n in some
        if members[n].row.component != least
    ]
    connection.run_each("UPDATE facts SET component = :to WHERE number = :fact", moved)
