"""Groups of facts become records: what lists show and sort by."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from sqlalchemy import bindparam, delete, insert, update

from readout.ledger.opening import Transaction
from readout.ledger.records.anchors import anchor_of
from readout.ledger.records.columns import day, pair_of
from readout.ledger.records.features import people
from readout.ledger.records.offices import interned
from readout.ledger.records.showing import pairs_of, shown
from readout.ledger.records.standing import Came, came_of
from readout.ledger.records.tables import facts, parties, records
from readout.matching.status import Status
from readout.matching.undertakings import Undertaking

if TYPE_CHECKING:
    from readout.ledger.records.grouping import Member


def write(connection: Transaction, groups: Sequence[Sequence[Member]], old: Iterable[int]) -> None:
    """Puts the records of some groups of facts in the place of old ones; what stays as it was is not written again."""
    came = came_of(connection, [member for group in groups for member in group])
    people = _people(connection, groups)
    rows: dict[int, dict[str, Any]] = {}
    moved: list[dict[str, int]] = []
    for group, theirs in zip(groups, people, strict=True):
        anchor, number = anchor_of(group), min(member.row.number for member in group)
        said = shown(group, anchor, _status(group, anchor, came))
        rows[number] = {"number": number, "parties": _packed(theirs), **said}
        moved += [{"fact": member.row.number, "of": number} for member in group if member.row.record != number]
    before = _rows(connection, old)
    _replace(connection, before, rows)
    _list(connection, before.values(), rows.values())
    if moved:
        connection.execute(_MEMBER, moved)


_MEMBER = update(facts).where(facts.c.number == bindparam("fact")).values(record=bindparam("of"))


def _rows(connection: Transaction, numbers: Iterable[int]) -> dict[int, dict[str, Any]]:
    wanted = list(numbers)
    found = connection.rows("SELECT * FROM records WHERE number AMONG :some", some=wanted) if wanted else ()
    return {row.number: row._asdict() for row in found}


def _replace(connection: Transaction, before: Mapping[int, Mapping[str, Any]], rows: Mapping[int, Any]) -> None:
    """Deletes, changes and adds what differs."""
    if gone := before.keys() - rows.keys():
        connection.run("DELETE FROM records WHERE number AMONG :some", some=gone)
    changed = [{**row, "of": number} for number, row in rows.items() if number in before and row != before[number]]
    if changed:
        connection.execute(_RECORD, changed)
    if new := [row for number, row in rows.items() if number not in before]:
        connection.execute(insert(records), new)


_RECORD = (
    update(records)
    .where(records.c.number == bindparam("of"))
    .values({column: bindparam(column.name) for column in records.c})
)


def _list(connection: Transaction, before: Iterable[Mapping[str, Any]], rows: Iterable[Mapping[str, Any]]) -> None:
    """Takes out and adds the rows by which parties find their records."""
    old, new = ({place for row in some for place in _places(row)} for some in (before, rows))
    if old - new:
        connection.execute(_PARTY, [dict(zip("pkdr", place, strict=True)) for place in sorted(old - new)])
    if new - old:
        names = [column.name for column in parties.c]
        connection.execute(insert(parties), [dict(zip(names, place, strict=True)) for place in sorted(new - old)])


_PARTY = delete(parties).where(
    parties.c.party == bindparam("p"), parties.c.kind == bindparam("k"),
    parties.c.date == bindparam("d"), parties.c.record == bindparam("r"),
)  # fmt: skip


def _places(row: Mapping[str, Any]) -> Iterator[tuple[int, int, int, int]]:
    """Where the parties of a record stand in their table, its columns in order."""
    yield from ((int(party), row["kind"], day(row["date"]), row["number"]) for party in row["parties"].split())


def _status(group: Sequence[Member], anchor: Member, came: Came) -> Status | None:
    return came.status(group) if isinstance(anchor.feature, Undertaking) else None


def _people(connection: Transaction, groups: Sequence[Sequence[Member]]) -> list[list[int]]:
    """The numbers of everyone in each group, and of each pair of its sides."""
    pairs = [[pair_of(*pair) for pair in pairs_of(group)] for group in groups]
    numbers = interned(connection, {pair for some in pairs for pair in some})
    named = [{number for member in group for number in people(member.row.features)} for group in groups]
    return [sorted(some | {numbers[pair] for pair in of}) for some, of in zip(named, pairs, strict=True)]


def _packed(numbers: Iterable[int]) -> str:
    return " ".join(map(str, numbers))
