"""Facts that tell of one thing are one record: the facts, what links them, and the groups that they make."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import partial

from readout.ledger.decisions import decisions_on, standing
from readout.ledger.plain import Connection, Row
from readout.ledger.records.anchors import in_order
from readout.ledger.records.columns import KINDS, day
from readout.ledger.records.features import Feature, read
from readout.ledger.records.pairing import BY_A_PERSON, MILLION, REPRINTED, judged, may_stand_together
from readout.matching.grouping import grouped
from readout.model import Decision

CHUNK = 400


@dataclass(frozen=True, slots=True)
class Member:
    """A fact as grouping sees it: its row with its id, what matching sees of it, and its words (none where a head tells it)."""

    row: Row
    id: str
    feature: Feature
    said: str


WITH_IDS = """
    SELECT facts.*, findings.id, reports.id AS name{more} FROM facts
    LEFT JOIN findings ON findings.number = facts.number
    JOIN reports ON reports.number = facts.report
    WHERE {which}
"""
"""Facts with the id of their finding and of their report."""

OF_REPORT = "(facts.number = -:report OR facts.number IN (SELECT number FROM findings WHERE report = :report))"
"""Facts of one report, by their numbers: those of its findings, and its head's."""


def sharing_keys(
    connection: Connection, wanted: Collection[int], before: str | None = None
) -> Iterator[tuple[Row, list[int]]]:
    """Facts with their ids that have one of some blocking keys, each with those of the keys that it has.

    With `before` (an ISO date) only commitments that were told before that day.
    """
    shared = numbers_sharing_keys(connection, wanted, before)
    for row in connection.rows(WITH_IDS.format(more="", which="facts.number AMONG :some"), some=shared):
        yield row, shared[row.number]


def numbers_sharing_keys(
    connection: Connection, wanted: Collection[int], before: str | None = None
) -> dict[int, list[int]]:
    """The numbers of the same facts with the keys: most facts have several of them, so the facts are looked at afterwards."""
    shared: dict[int, list[int]] = {}
    asked = {"some": wanted, "commitment": KINDS["commitment"], "day": day(before)}
    for key, fact in connection.rows(KEYED_BEFORE if before else KEYED, **asked):
        shared.setdefault(fact, []).append(key)
    return shared


KEYED = "SELECT key, fact FROM keys WHERE key AMONG :some"
KEYED_BEFORE = """
    SELECT key, fact FROM keys JOIN facts ON facts.number = keys.fact
    WHERE key AMONG :some AND facts.kind = :commitment AND facts.told < :day
"""


def id_of(row: Row) -> str:
    """What a fact is called: the id of its finding, or its report where the head alone tells."""
    return row.id or f"report:{row.name}"


def load(connection: Connection, which: str, **values: object) -> dict[int, Member]:
    """The facts that meet a condition, by number."""
    found = {}
    for row in connection.rows(WITH_IDS.format(more=WORDS, which=which), **values):
        id, said = id_of(row), row.text[row.start : row.end] if row.finding else ""
        found[row.number] = Member(row, id, read(row, id, said), said)
    return found


WORDS = ', text, url, given, start, "end"'


def chunks(numbers: Iterable[int]) -> Iterable[list[int]]:
    """Numbers in their order, so many at a time."""
    ordered = sorted(numbers)
    return (ordered[start : start + CHUNK] for start in range(0, len(ordered), CHUNK))


def merged_and_split(connection: Connection, members: Mapping[int, Member]) -> list[Decision]:
    """What people said of which of these facts are one."""
    named = [member.id for member in members.values() if member.row.finding]
    return [d for d in standing(decisions_on(connection, named)) if d.verb in ("merge", "split")] if named else []


def groups(connection: Connection, members: Mapping[int, Member]) -> list[list[Member]]:
    """The records that some facts make among themselves, whatever else is in the ledger; nothing is written."""
    linked = links_among(connection, members)
    found = grouped_by(members, linked, components_of(members, linked), merged_and_split(connection, members))
    return [[members[number] for number in group] for group in found]


def grouped_by(
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


def links_among(connection: Connection, members: Mapping[int, Member]) -> list[tuple[int, str, str]]:
    """The links between facts, each its strength and the ids of the two."""
    found = []
    for some in chunks(members):
        for one, other, strength in connection.rows(LINKS, some=some):
            if other in members:
                found.append((strength, members[one].id, members[other].id))
    return found


LINKS = "SELECT one, other, strength FROM links WHERE one AMONG :some"


def components_of(members: Mapping[int, Member], linked: list[tuple[int, str, str]]) -> dict[int, list[int]]:
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


def _divided(
    some: Mapping[str, Member], linked: list[tuple[int, str, str]], apart: set[frozenset[str]]
) -> Iterable[list[str]]:
    """The groups of a component. What people merged joins first and whatever matching says of it, and what reprints repeat; what
    people split, never."""
    if len(some) == 1:
        return [list(some)]
    inner = [link for link in linked if link[1] in some and link[2] in some]
    certain = [(float(sure), one, other) for sure, one, other in inner if sure >= REPRINTED]
    joined = grouped({id: id for id in some}, certain, partial(_unsplit, apart) if apart else None)
    again = _printed_again(some, inner)
    bundle = {id: group[0] for group in joined for id in group}
    bundles = {group[0]: group for group in joined}
    seen = {id: judged(member.feature) for id, member in some.items()}
    values = {first: _value(group, seen, apart, again) for first, group in bundles.items()}
    found = grouped(values, [(sure / MILLION, bundle[a], bundle[b]) for sure, a, b in inner], partial(_may, apart))
    return [[id for each in group for id in bundles[each]] for group in found]


def _unsplit(apart: set[frozenset[str]], one: str, other: str) -> bool:
    return frozenset((one, other)) not in apart


def _printed_again(some: Mapping[str, Member], inner: list[tuple[int, str, str]]) -> set[str]:
    """The facts that only repeat an earlier one of a reprint: whatever they get wrong, they do not judge what joins."""
    printed = [(1.0, one, other) for sure, one, other in inner if REPRINTED <= sure < BY_A_PERSON]
    same = grouped({id: id for id in some}, printed)
    first = {in_order(some[id] for id in group)[0].id for group in same}
    return set(some) - first


@dataclass(frozen=True, slots=True)
class Bundle:
    """What decides where some facts may stand: what is seen of them, and their ids where people split some."""

    seen: frozenset[Feature]
    ids: frozenset[str]


def _value(group: Iterable[str], seen: Mapping[str, Feature], apart: set[frozenset[str]], again: set[str]) -> Bundle:
    """The bundle of some facts: what only repeats another print is not seen beside what does not."""
    ids = frozenset(group)
    return Bundle(frozenset(seen[id] for id in ids - again or ids), ids if apart else frozenset())


def _may(apart: set[frozenset[str]], left: Bundle, right: Bundle) -> bool:
    """Whether two bundles may stand in one record: nobody split them, and one fact of each goes with one of the other."""
    if any(frozenset((one, other)) in apart for one in left.ids for other in right.ids):
        return False
    return any(may_stand_together(one, other) for one in left.seen for other in right.seen)
