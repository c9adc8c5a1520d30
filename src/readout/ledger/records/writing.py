"""Groups of facts become records: what lists show and sort by."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import combinations
from typing import TYPE_CHECKING, Any

from sqlalchemy import Connection, bindparam, delete, insert, select, update

from readout.ledger.among import among, values
from readout.ledger.records.anchors import anchor_of, sources_in
from readout.ledger.records.columns import SIDES, UNDATED, day, pair_of
from readout.ledger.records.derive import sides_in
from readout.ledger.records.features import people
from readout.ledger.records.offices import interned
from readout.ledger.records.standing import Came, came_of
from readout.ledger.records.tables import facts, parties, records
from readout.matching.account import Account
from readout.matching.status import Status
from readout.matching.undertakings import Undertaking

if TYPE_CHECKING:
    from readout.ledger.records.grouping import Member

MOST_SIDES = 8
"""Records of more sides than this are found by each of them, and not by every pair."""


def write(connection: Connection, groups: Sequence[Sequence[Member]], old: Iterable[int]) -> None:
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


def _rows(connection: Connection, numbers: Iterable[int]) -> dict[int, dict[str, Any]]:
    wanted, dialect = list(numbers), connection.dialect.name
    if not wanted:
        return {}
    query = select(records).where(among(records.c.number, dialect))
    found = connection.execute(query, {"some": values(wanted, dialect)}).mappings()
    return {row["number"]: dict(row) for row in found}


def _replace(connection: Connection, before: Mapping[int, Mapping[str, Any]], rows: Mapping[int, Any]) -> None:
    """Deletes, changes and adds what differs."""
    gone, dialect = before.keys() - rows.keys(), connection.dialect.name
    if gone:
        connection.execute(delete(records).where(among(records.c.number, dialect)), {"some": values(gone, dialect)})
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


def _list(connection: Connection, before: Iterable[Mapping[str, Any]], rows: Iterable[Mapping[str, Any]]) -> None:
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


def date_of(group: Sequence[Member]) -> str:
    """The day of a meeting, as exactly as its accounts say; for all else the date of the first report that tells.

    A meeting is never dated by a report that only mentions it. A day that the words of an account name stands over one that
    follows from a report's date.
    """
    accounts = [member.feature for member in group if isinstance(member.feature, Account)]
    if not accounts:
        return anchor_of(group).row.told or UNDATED
    known = [(a.day is None, not a.stated, when) for a in accounts if (when := a.when)]
    return min(known)[2] if known else UNDATED


def places_of(group: Iterable[Member]) -> str | None:
    """Every place that accounts of a meeting name, since nobody can tell which of them errs."""
    found = {m.feature.place for m in group if isinstance(m.feature, Account) and m.feature.place}
    return " / ".join(sorted(found)) or None


def shown(group: Sequence[Member], anchor: Member, status: Status | None) -> dict[str, Any]:
    """What a record of some facts shows and is sorted by, as the table of records has it."""
    row = {
        "anchor": anchor.row.number, "kind": anchor.row.kind, "date": date_of(group), "form": anchor.row.form,
        "last": max(member.row.told or UNDATED for member in group), "due": None, "place": None, "outcome": None,
        "stage": None, "counted": 1, "sides": None, "checkable": None,
        "precision": None, "heard": None, "course": None, "moved": None, "sources": sources_in(group),
        "review": review_of([member.row.review for member in group]),
        "score": max((member.row.score for member in group if member.row.score is not None), default=None),
    }  # fmt: skip
    if isinstance(anchor.feature, Account):
        return {**row, "place": places_of(group)}
    if isinstance(anchor.feature, Undertaking) and status:
        said = {"outcome": status.outcome, "stage": status.stage, "counted": int(status.counted)}
        return {**row, **said, "due": status.due, "precision": status.precision, **_pursued(anchor.feature, status)}
    return row


def _status(group: Sequence[Member], anchor: Member, came: Came) -> Status | None:
    return came.status(group) if isinstance(anchor.feature, Undertaking) else None


def _pursued(undertaking: Undertaking, status: Status) -> dict[str, Any]:
    """What following a commitment up needs to know without looking at each of its reports."""
    return {
        "sides": SIDES.join(sorted(undertaking.by)),
        "checkable": int(undertaking.specific and not undertaking.umbrella),
        "heard": min((when for when, _ in status.course), default=None),
        "course": status.course or None,
        "moved": next((change.date for change in reversed(status.changes) if change.field == "due"), None),
    }


def review_of(said: Sequence[str]) -> str:
    """What people said of any of its facts; disputed where they do not agree."""
    known = set(said) - {"machine"}
    if not known:
        return "machine"
    if "disputed" in known:
        return "disputed"
    return "corrected" if "corrected" in known else "confirmed"


def _people(connection: Connection, groups: Sequence[Sequence[Member]]) -> list[list[int]]:
    """The numbers of everyone in each group, and of each pair of its sides."""
    pairs = [[pair_of(*pair) for pair in pairs_of(group)] for group in groups]
    numbers = interned(connection, {pair for some in pairs for pair in some})
    named = [{number for member in group for number in people(member.row.features)} for group in groups]
    return [sorted(some | {numbers[pair] for pair in of}) for some, of in zip(named, pairs, strict=True)]


def pairs_of(group: Sequence[Member]) -> tuple[tuple[str, str], ...]:
    """The sides of a group two and two, by the alphabet; none where there are too many."""
    sides = {side for member in group for side in sides_in(member.feature)}
    return tuple(combinations(sorted(sides), 2)) if len(sides) <= MOST_SIDES else ()


def _packed(numbers: Iterable[int]) -> str:
    return " ".join(map(str, numbers))
