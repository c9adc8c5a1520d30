"""Facts that tell of one thing become one record; groups that nothing touched stay as they are."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache, partial
from typing import Any

from sqlalchemy import ColumnElement, Connection, Row, Select, bindparam, func, or_, select, update

from readout.ledger.among import among, values
from readout.ledger.decisions import decisions_on, standing
from readout.ledger.records import writing
from readout.ledger.records.anchors import in_order
from readout.ledger.records.features import Feature, read
from readout.ledger.records.membership import of_components, of_record, of_records
from readout.ledger.records.pairing import BY_A_PERSON, MILLION, REPRINTED, may_stand_together
from readout.ledger.records.tables import KINDS, facts, keys, links
from readout.ledger.tables import findings, reports
from readout.matching.grouping import grouped
from readout.model import Decision

CHUNK = 400


@dataclass(frozen=True, slots=True)
class Changed:
    """What the records must follow, by numbers: new facts, facts whose evidence changed, and the connected facts and the records
    that lost or may have lost something.
    """

    fresh: set[int] = field(default_factory=set)
    heard: set[int] = field(default_factory=set)
    components: set[int] = field(default_factory=set)
    records: set[int] = field(default_factory=set)


@dataclass(frozen=True, slots=True)
class Member:
    """A fact as grouping sees it: its row with its id, what matching sees of it, and its words (none where a head tells it)."""

    row: Row[Any]
    id: str
    feature: Feature
    said: str


def with_ids() -> Select[Any]:
    """Facts with the id of their finding and of their report."""
    of_finding, of_report = facts.c.number == findings.c.number, facts.c.report == reports.c.number
    return (
        select(*facts.c, findings.c.id.label("id"), reports.c.id.label("name"))
        .outerjoin(findings, of_finding)
        .join(reports, of_report)
    )


def of_report(number: int) -> ColumnElement[bool]:
    """Facts of one report, by their numbers: those of its findings, and its head's."""
    seen = select(findings.c.number).where(findings.c.report == number)
    return or_(facts.c.number == -number, facts.c.number.in_(seen))


def sharing_keys(
    connection: Connection, wanted: Collection[int], before: str | None = None
) -> Iterator[tuple[Row[Any], list[int]]]:
    """Facts with their ids that have one of some blocking keys, each with those of the keys that it has.

    With `before` (an ISO date) only commitments that were told before that day.
    """
    shared, dialect = numbers_sharing_keys(connection, wanted, before), connection.dialect.name
    for row in connection.execute(_numbered(dialect), {"some": values(shared, dialect)}).all():
        yield row, shared[row.number]


def numbers_sharing_keys(
    connection: Connection, wanted: Collection[int], before: str | None = None
) -> dict[int, list[int]]:
    """The numbers of the same facts with the keys: most facts have several of them, so the facts are looked at afterwards."""
    dialect = connection.dialect.name
    shared: dict[int, list[int]] = {}
    asked = {"some": values(wanted, dialect), **({"day": before} if before else {})}
    for key, fact in connection.execute(_keyed(dialect, before is not None), asked).all():
        shared.setdefault(fact, []).append(key)
    return shared


@cache
def _numbered(dialect: str) -> Select[Any]:
    return with_ids().where(among(facts.c.number, dialect))


@cache
def _keyed(dialect: str, told_before: bool) -> Select[Any]:
    query = select(keys.c.key, keys.c.fact).where(among(keys.c.key, dialect))
    if not told_before:
        return query
    commitments = facts.c.kind == KINDS["commitment"], facts.c.told < bindparam("day")
    return query.join(facts, facts.c.number == keys.c.fact).where(*commitments)


def id_of(row: Row[Any]) -> str:
    """What a fact is called: the id of its finding, or its report where the head alone tells."""
    return row.id or f"report:{row.name}"


def regroup(connection: Connection, changed: Changed) -> None:
    """Makes anew the records of new facts, of what they are linked with, and of what lost a member.

    The records of facts whose evidence changed are written again, their groups stay.
    """
    members = _connected(connection, changed.fresh, changed.components)
    groups = [group for group in _groups(connection, members) if not _stands(connection, members, group, changed)]
    done = {number for group in groups for number in group}
    dropped = {members[number].row.record for number in done} - {None}
    again = (records_of(connection, changed.heard - done) | changed.records) - dropped
    same: dict[int, list[Member]] = {}
    for some in _chunks(again):
        for member in load(connection, of_records(some) & facts.c.record.is_not(None)).values():
            same.setdefault(member.row.record, []).append(member)
    groups_now = [[members[number] for number in group] for group in groups]
    writing.write(connection, [*groups_now, *same.values()], dropped | again)


def _stands(connection: Connection, members: Mapping[int, Member], group: list[int], changed: Changed) -> bool:
    """Whether a group is a record already, of these facts and no others, and nothing happened to it."""
    was = {members[number].row.record for number in group}
    if len(was) != 1 or None in was or was & changed.records or not (changed.fresh | changed.heard).isdisjoint(group):
        return False
    count = select(func.count()).select_from(facts).where(of_record(next(iter(was))))
    return connection.execute(count).scalar() == len(group)


def records_of(connection: Connection, numbers: set[int]) -> set[int]:
    """The records of some facts, by their numbers."""
    found: set[int] = set()
    for some in _chunks(numbers):
        found.update(connection.execute(select(facts.c.record).where(facts.c.number.in_(some))).scalars())
    return found


def load(connection: Connection, condition: Any) -> dict[int, Member]:
    """The facts that meet a condition, by number."""
    found = {}
    places = findings.c.start, findings.c.end
    query = with_ids().add_columns(reports.c.text, reports.c.url, reports.c.given, *places).where(condition)
    for row in connection.execute(query):
        id, said = id_of(row), row.text[row.start : row.end] if row.finding else ""
        found[row.number] = Member(row, id, read(row, id, said), said)
    return found


def _connected(connection: Connection, fresh: set[int], components: set[int]) -> dict[int, Member]:
    """All facts of the components that the new facts, their links and the stale components touch; components renewed."""
    others = _linked(connection, fresh) - fresh
    wanted = set(components)
    for some in _chunks(others):
        wanted.update(connection.execute(select(facts.c.component).where(facts.c.number.in_(some))).scalars())
    members: dict[int, Member] = {}
    for some in _chunks(wanted | fresh):
        members.update(load(connection, of_components(some)))
    return members


def _linked(connection: Connection, numbers: set[int]) -> set[int]:
    found: set[int] = set()
    for some in _chunks(numbers):
        for row in connection.execute(select(links).where(or_(links.c.one.in_(some), links.c.other.in_(some)))):
            found.update((row.one, row.other))
    return found


def _chunks(numbers: Iterable[int]) -> Iterable[list[int]]:
    ordered = sorted(numbers)
    return (ordered[start : start + CHUNK] for start in range(0, len(ordered), CHUNK))


def _decisions(connection: Connection, members: Mapping[int, Member]) -> list[Decision]:
    """What people said of which of these facts are one."""
    named = [member.id for member in members.values() if member.row.finding]
    return [d for d in standing(decisions_on(connection, named)) if d.verb in ("merge", "split")] if named else []


def _groups(connection: Connection, members: Mapping[int, Member]) -> Iterable[list[int]]:
    """The facts of each record; their components are kept anew in the table."""
    linked = _links_among(connection, members)
    components = _components(members, linked)
    _name_components(connection, members, components)
    return _grouped(members, linked, components, _decisions(connection, members))


def groups(connection: Connection, members: Mapping[int, Member]) -> list[list[Member]]:
    """The records that some facts make among themselves, whatever else is in the ledger; nothing is written."""
    linked = _links_among(connection, members)
    found = _grouped(members, linked, _components(members, linked), _decisions(connection, members))
    return [[members[number] for number in group] for group in found]


def _grouped(
    members: Mapping[int, Member],
    linked: list[tuple[int, str, str]],
    components: Mapping[int, list[int]],
    decided: list[Decision],
) -> Iterable[list[int]]:
    """The facts of each record, from their links and from what people merged and split."""
    last = {frozenset((decision.target, decision.other or "")): decision.verb for decision in decided}
    apart = {pair for pair, verb in last.items() if verb == "split"}
    for component in components.values():
        some = {members[number].id: members[number] for number in component}
        within = [link for link in linked if link[1] in some] if len(some) > 1 else []
        yield from ([some[id].row.number for id in group] for group in _divided(some, within, apart))


def _links_among(connection: Connection, members: Mapping[int, Member]) -> list[tuple[int, str, str]]:
    found = []
    for some in _chunks(members):
        for row in connection.execute(select(links).where(links.c.one.in_(some))):
            if row.other in members:
                found.append((row.strength, members[row.one].id, members[row.other].id))
    return found


def _components(members: Mapping[int, Member], linked: list[tuple[int, str, str]]) -> dict[int, list[int]]:
    """Facts that links connect, however indirectly, by the least number among them."""
    numbers = {member.id: number for number, member in members.items()}
    root = {number: number for number in members}

    def find(number: int) -> int:
        while root[number] != number:
            root[number] = root[root[number]]
            number = root[number]
        return number

    for _, one, other in linked:
        low, high = sorted((find(numbers[one]), find(numbers[other])))
        root[high] = low
    found: dict[int, list[int]] = {}
    for number in sorted(members):
        found.setdefault(find(number), []).append(number)
    return found


def _name_components(
    connection: Connection, members: Mapping[int, Member], components: Mapping[int, list[int]]
) -> None:
    """Each fact names its component in the table by the least number in it."""
    moved = [
        {"fact": n, "to": least}
        for least, some in components.items()
        for n in some
        if members[n].row.component != least
    ]
    if moved:
        connection.execute(
            update(facts).where(facts.c.number == bindparam("fact")).values(component=bindparam("to")), moved
        )


def _divided(
    some: Mapping[str, Member], linked: list[tuple[int, str, str]], apart: set[frozenset[str]]
) -> Iterable[list[str]]:
    """The groups of a component. What people merged joins first and whatever matching says of it, and what reprints repeat; what
    people split, never."""
    if len(some) == 1:
        return [list(some)]
    inner = [link for link in linked if link[1] in some and link[2] in some]
    certain = [(float(sure), one, other) for sure, one, other in inner if sure >= REPRINTED]
    joined = grouped({id: id for id in some}, certain, lambda a, b: frozenset((a, b)) not in apart)
    again = _printed_again(some, inner)
    bundle = {id: group[0] for group in joined for id in group}
    bundles = {group[0]: group for group in joined}
    found = grouped(
        bundles, [(sure / MILLION, bundle[a], bundle[b]) for sure, a, b in inner], partial(_may, some, apart, again)
    )
    return [[id for each in group for id in bundles[each]] for group in found]


def _always(_: str, __: str) -> bool:
    return True


def _printed_again(some: Mapping[str, Member], inner: list[tuple[int, str, str]]) -> set[str]:
    """The facts that only repeat an earlier one of a reprint: whatever they get wrong, they do not judge what joins."""
    printed = [(1.0, one, other) for sure, one, other in inner if REPRINTED <= sure < BY_A_PERSON]
    same = grouped({id: id for id in some}, printed, _always)
    first = {in_order(some[id] for id in group)[0].id for group in same}
    return set(some) - first


def _may(
    some: Mapping[str, Member],
    apart: set[frozenset[str]],
    again: set[str],
    left: Iterable[str],
    right: Iterable[str],
) -> bool:
    """Whether two bundles may stand in one record: nobody split them, and one fact of each goes with one of the other."""
    pairs = [(one, other) for one in left for other in right]
    if any(frozenset(pair) in apart for pair in pairs):
        return False
    judging = [pair for pair in pairs if again.isdisjoint(pair)] or pairs
    return any(may_stand_together(some[one].feature, some[other].feature) for one, other in judging)
