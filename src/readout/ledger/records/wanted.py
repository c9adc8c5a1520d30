"""Which records are wanted: filters become one query that answers from an index."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import islice
from typing import Any

from sqlalchemy import ColumnElement, Connection, Select, and_, false, func, select, text

from readout.ledger.actors import joined, names_with
from readout.ledger.records import words
from readout.ledger.records.columns import UNDATED, day, last_day, pair_of
from readout.ledger.records.entries import END, kind_token
from readout.ledger.records.read_through import saying
from readout.ledger.records.sought import Sought, terms
from readout.ledger.records.tables import KINDS, entries, facts, names, parties, records
from readout.ledger.tables import findings, reports
from readout.model import NotInLedger

MANY = 5_000
"""Findings with a word from which records are read in turn, instead of those that have it being gathered."""

PAGE = 300
"""Records that are read together."""

MOST_NAMES = 200

Named = str | tuple[str, ...]
"""Who is asked for: a name or a part of one, or all the names that one actor bears."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """What a list asks for; None asks for nothing.

    `actor` is a name or a part of it, with `whole` the name alone where it is one, or all names of one actor; `pair` two names of countries or
    organisations, as the ledger writes them. `since`, `until` and `due_before` are ISO dates. `form` is what the kind is sorted by. `text` are words that all must stand in
    one telling of it. `limit` 0 wants all.
    """

    kind: str
    actor: Named | None = None
    pair: tuple[str, str] | None = None
    since: str | None = None
    until: str | None = None
    form: str | None = None
    outcome: str | None = None
    review: str | None = None
    due_before: str | None = None
    text: str | None = None
    limit: int = 50
    whole: bool = False

    def __post_init__(self) -> None:
        if self.kind not in KINDS:
            raise NotInLedger(f"{self.kind}: no kind of record. There are {', '.join(KINDS)}.")


def numbers(connection: Connection, wanted: Wanted) -> list[int]:
    """The numbers of the records that are wanted, the newest first; where a deadline is asked for, the nearest first."""
    if wanted.text and wanted.limit and is_common(connection, wanted.text, wanted.kind):
        return _read_through(connection, wanted)
    query = _query(connection, wanted)
    return list(connection.execute(query.limit(wanted.limit) if wanted.limit else query).scalars())


def _read_through(connection: Connection, wanted: Wanted) -> list[int]:
    """The records that are wanted for a word that very many have: read in their order until there are enough."""
    query, sought, found = _query(connection, replace(wanted, text=None)), terms(wanted.text or ""), list[int]()
    for page in connection.execute(query).scalars().partitions(PAGE):
        has = saying(connection, page, sought)
        found += [number for number in page if number in has]
        if len(found) >= wanted.limit:
            break
    return found[: wanted.limit]


def stepwise(connection: Connection, wanted: Wanted, *also: ColumnElement[bool]) -> Iterator[Sequence[int]]:
    """The numbers of all records that are wanted and fulfil more, in the order of `numbers`, some hundreds at a time."""
    yield from connection.execute(_query(connection, wanted).where(*also)).scalars().partitions(PAGE)


def in_time(connection: Connection, wanted: Wanted) -> list[int]:
    """The numbers of all records that are wanted by their dates and ids, in whatever order the ledger came by them."""
    some = _query(connection, wanted).order_by(None)
    query = (
        select(records.c.number)
        .join(facts, facts.c.number == records.c.anchor)
        .join(reports, reports.c.number == facts.c.report)
        .outerjoin(findings, findings.c.number == facts.c.finding)
        .where(records.c.number.in_(some))
        .order_by(records.c.date, findings.c.id.is_not(None), findings.c.id, reports.c.id)
    )
    return list(connection.execute(query).scalars())


def _query(connection: Connection, wanted: Wanted) -> Select[Any]:
    query = _by_parties(connection, select(records.c.number).where(*_plain(wanted)), wanted)
    if wanted.due_before:
        query = query.order_by(None).order_by(records.c.due, records.c.date.desc(), records.c.number.desc())
    return query.where(_says(connection, wanted.text, wanted.kind)) if wanted.text else query


def _plain(wanted: Wanted) -> list[ColumnElement[bool]]:
    asked: list[ColumnElement[bool]] = []
    if (
        not wanted.due_before or wanted.kind != "commitment"
    ):  # nothing else has a deadline, and its index is by that alone
        asked.append(records.c.kind == KINDS[wanted.kind])
    if wanted.since:
        asked.append(records.c.date >= wanted.since)
    if wanted.until:
        asked.append(and_(records.c.date <= last_day(wanted.until), records.c.date > UNDATED))
    if wanted.form:
        asked.append(records.c.form == wanted.form)
    if wanted.review:
        asked.append(records.c.review == wanted.review)
    if wanted.outcome:
        asked.append(records.c.outcome == wanted.outcome)
        if wanted.outcome != "no later report":
            asked.append(records.c.heard.is_not(None))
    if wanted.due_before:
        asked.extend((records.c.due < wanted.due_before, records.c.due.is_not(None)))
    return asked


def _by_parties(connection: Connection, query: Select[Any], wanted: Wanted) -> Select[Any]:
    """Those of an actor or a pair; where that is one name, its own index gives their order."""
    asked = [paired(connection, wanted.pair)] if wanted.pair else []
    if wanted.actor:
        asked.append(named(connection, wanted.actor, wanted.whole))
    if not asked:
        return query.order_by(records.c.date.desc(), records.c.number.desc())
    if not all(asked):
        return query.where(false())
    narrow = min(asked, key=len)
    for some in asked:
        if some is not narrow:
            query = query.where(_of(some, wanted))
    if len(narrow) == 1:
        query = query.join(parties, parties.c.record == records.c.number)
        query = query.where(parties.c.party == narrow[0], parties.c.kind == KINDS[wanted.kind])
        if wanted.since:
            query = query.where(parties.c.date >= day(wanted.since))
        return query.order_by(parties.c.date.desc(), parties.c.record.desc())
    return query.where(_of(narrow, wanted)).order_by(records.c.date.desc(), records.c.number.desc())


def _of(some: Sequence[int], wanted: Wanted) -> ColumnElement[bool]:
    theirs = select(parties.c.record).where(parties.c.party.in_(some), parties.c.kind == KINDS[wanted.kind])
    return records.c.number.in_(theirs)


def named(connection: Connection, name: Named, whole: bool = False) -> list[int]:
    """The numbers of the names in which words begin as asked for, whatever the case; with `whole` of that name alone, if it is one.

    Of several names their own.
    """
    if not isinstance(name, str):
        return list(connection.execute(select(names.c.number).where(names.c.name.in_(name))).scalars())
    plain = names.c.name.not_like("%|%")
    group = next((group for one, group in joined(connection).items() if one.lower() == name.lower()), None)
    if group:
        return list(connection.execute(select(names.c.number).where(names.c.name.in_(sorted(group)))).scalars())
    exact = list(
        connection.execute(select(names.c.number).where(func.lower(names.c.name) == name.lower(), plain)).scalars()
    )
    if exact and whole:
        return exact
    found = (number for number, _ in islice(names_with(connection, name), MOST_NAMES))
    return list(dict.fromkeys([*exact, *found]))


def paired(connection: Connection, pair: tuple[str, str]) -> list[int]:
    """The number of the pair of two sides among the parties, or nothing."""
    return list(connection.execute(select(names.c.number).where(names.c.name == pair_of(*pair))).scalars())


def _says(connection: Connection, wanted: str, kind: str) -> ColumnElement[bool]:
    """That one of a record's findings has the words."""
    return records.c.number.in_(
        select(facts.c.record).where(facts.c.number.in_(findings_with(connection, wanted, kind)))
    )


def is_common(connection: Connection, wanted: str, kind: str) -> bool:
    """Whether so many findings of a kind have the words that it is quicker to read them than to gather those that do."""
    has = words.matching(connection.dialect.name)
    count = text(f"SELECT count(*) FROM ({has} LIMIT {MANY}) AS found")
    return connection.execute(count.bindparams(sought=_sought(connection, wanted, kind))).scalar() == MANY


def findings_with(connection: Connection, wanted: str, kind: str, low: int = 0, high: int = END) -> Select[Any]:
    """The query for the numbers of the findings of a kind that have the words, with entries from `low` to below `high`."""
    has = text(words.matching_between(connection.dialect.name))
    has = has.bindparams(sought=_sought(connection, wanted, kind), low=low, high=high)
    return select(entries.c.finding).where(entries.c.number.in_(has))


def _sought(connection: Connection, wanted: str, kind: str) -> str:
    return Sought(terms(wanted), ((kind_token(kind),),)).query(connection.dialect.name)
