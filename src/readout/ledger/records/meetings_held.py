"""Announced meetings and visits meet the accounts that tell that they took place, whichever of the two came first into the ledger.

Both stand under keys of a side and a month. Nothing else is kept of it: whenever a record is written or shown, the accounts
that the ledger holds then are looked at; and when an account comes or goes, the commitments are named that it bears on.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import NamedTuple

from readout.ledger.plain import Connection, Row
from readout.ledger.records import grouping
from readout.ledger.records.columns import KINDS, day
from readout.ledger.records.derive import hashed
from readout.ledger.records.features import Feature, people, read
from readout.ledger.records.grouping import Member
from readout.ledger.rows import stated
from readout.matching.account import Account
from readout.matching.evidence import Evidence
from readout.matching.outlets import voice
from readout.matching.took_place import (
    Announced,
    Witness,
    announced,
    evidence_from,
    may_be_announced,
    months_met,
    months_of,
    took_place,
)
from readout.matching.undertakings import Undertaking
from readout.model import Span

EVER = 99_999_999


class Held(NamedTuple):
    """That an account in the report of that number tells that a meeting took place."""

    report: int
    evidence: Evidence


class Told(NamedTuple):
    """An account by the number of its fact, told on an ISO day."""

    number: int
    account: Account
    told: str | None


def told_in(facts: Iterable[tuple[int, Feature, str | None]]) -> list[Told]:
    """The accounts among some facts by their numbers, each with the ISO day on which it was told."""
    return [Told(number, feature, told) for number, feature, told in facts if isinstance(feature, Account)]


def keys_of(feature: Feature) -> set[int]:
    """The keys under which an announced meeting, or an account of a meeting, is looked for."""
    if isinstance(feature, Undertaking):
        return {_key(*each) for each in months_of(feature)}
    if isinstance(feature, Account) and feature.finding is not None:
        return {_key(*each) for each in months_met(feature)}
    return set()


def _key(side: str, month: str) -> int:
    return hashed(f"h|{side}|{month}")


def held(connection: Connection, members: Sequence[Member], until: str | None) -> dict[int, list[Held]]:
    """For some commitments, by the numbers of their facts, that the meeting which they announced took place, as told by a day."""
    meetings = _announced(connection, members)
    accounts = _accounts(connection, {key for each in meetings.values() for key in keys_of(each.promise)}, until)
    found = {}
    for number, meeting in meetings.items():
        near = {told for key in keys_of(meeting.promise) for told in accounts.get(key, ())}
        if told := [each.number for each in near if took_place(meeting, each.account, each.told)]:
            found[number] = told
    witnesses = _witnesses(connection, {account for told in found.values() for account in told})
    return {
        number: [Held(witnesses[n][0], evidence_from(meetings[number].promise, witnesses[n][1])) for n in sorted(told)]
        for number, told in found.items()
    }


def announced_by(connection: Connection, told: Iterable[Told]) -> set[int]:
    """The commitments, by the numbers of their facts, that announced one of some meetings."""
    by_key: dict[int, list[Told]] = {}
    for each in told:
        for key in keys_of(each.account):
            by_key.setdefault(key, []).append(each)
    numbers = connection.scalars(ANNOUNCING, some=by_key, commitment=KINDS["commitment"]) if by_key else []
    members = list(grouping.load(connection, "facts.number AMONG :some", some=set(numbers)).values()) if numbers else []
    return {
        number
        for number, meeting in _announced(connection, members).items()
        for key in keys_of(meeting.promise)
        if any(took_place(meeting, each.account, each.told) for each in by_key.get(key, ()))
    }


ANNOUNCING = """
    SELECT fact FROM keys JOIN facts ON facts.number = keys.fact WHERE key AMONG :some AND facts.kind = :commitment
"""


def _announced(connection: Connection, members: Iterable[Member]) -> dict[int, Announced]:
    """Those of some facts that announced a meeting, by their numbers."""
    some = [m for m in members if isinstance(m.feature, Undertaking) and may_be_announced(m.feature)]
    names = _names(connection, {number for member in some for number in people(member.row.features)})
    found = {}
    for member in some:
        named = (names[number] for number in people(member.row.features))
        if isinstance(member.feature, Undertaking) and (meeting := announced(member.feature, named)):
            found[member.row.number] = meeting
    return found


def _names(connection: Connection, numbers: Collection[int]) -> dict[int, str]:
    query = "SELECT number, name FROM names WHERE number AMONG :some"
    return dict(connection.rows(query, some=numbers)) if numbers else {}


def _accounts(connection: Connection, keys: Collection[int], until: str | None) -> Mapping[int, list[Told]]:
    """The accounts of meetings that stand under some keys, told by a day; each under its keys."""
    asked = {"some": keys, "meeting": KINDS["meeting"], "until": day(until) or EVER}
    found: dict[int, list[Told]] = {}
    for row in connection.rows(ACCOUNTS, **asked) if keys else ():
        account = read(row, str(row.number))
        if isinstance(account, Account):
            found.setdefault(row.key, []).append(Told(row.number, account, row.told))
    return found


ACCOUNTS = """
    SELECT key, facts.* FROM keys JOIN facts ON facts.number = keys.fact
    WHERE key AMONG :some AND facts.kind = :meeting AND facts.finding IS NOT NULL AND facts.told <= :until
"""


def _witnesses(connection: Connection, numbers: Collection[int]) -> dict[int, tuple[int, Witness]]:
    """The words of some accounts, with the numbers of their reports, by their own."""
    if not numbers:
        return {}
    members = grouping.load(connection, "facts.number AMONG :some", some=numbers).values()
    heads = {row.report: row for row in connection.rows(HEADS, some={member.row.report for member in members})}
    return {member.row.number: (member.row.report, _witness(member, heads[member.row.report])) for member in members}


HEADS = "SELECT report, head, source FROM readings JOIN reports ON reports.number = report WHERE report AMONG :some ORDER BY readings.number"


def _witness(member: Member, head: Row) -> Witness:
    known, row = stated(head.head), member.row
    outlet, credited = (known[key].value if known.get(key) else None for key in ("outlet", "credited"))
    span = Span(row.start, row.end)
    return Witness(member.id, row.name, span, row.told, member.said, *voice(outlet or head.source, credited))
