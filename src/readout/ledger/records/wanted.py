"""Which records are wanted: filters become one query that answers from an index."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from itertools import islice

from readout.ledger.actors import joined, names_with
from readout.ledger.plain import Connection
from readout.ledger.records import words
from readout.ledger.records.columns import KINDS, SIDES, day, last_day, pair_of, place_in
from readout.ledger.records.numbering import END, kind_token
from readout.ledger.records.read_through import saying
from readout.ledger.records.sought import Sought, terms
from readout.matching.outcomes import OUTCOMES, REVIEWS
from readout.model import NotInLedger

MANY = 5_000
"""Findings with a word from which records are read in turn, instead of those that have it being gathered."""

PAGE = 300
"""Records that are read together."""

MOST_NAMES = 200

Named = str | tuple[str, ...]
"""Who is asked for: a name or a part of one, or all the names that one actor bears."""


@dataclass(frozen=True, slots=True)
class Led:
    """What a state or a body undertakes by itself, where somebody heads it: whatever its head has no part in.

    `names` are those of the state or body in the ledger, `side` is the country or organisation that undertakes it, `without` are the
    names of its head.
    """

    names: tuple[str, ...]
    side: str
    without: tuple[str, ...]


UNDERTAKEN = ("commitment", "agreement", "project")
"""The kinds of record in which somebody undertakes something."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """What a list asks for; None asks for nothing.

    `actor` is a name or a part of it, with `whole` the name alone where it is one, or all names of one actor; `pair` two names of countries or
    organisations, as the ledger writes them. `since`, `until` and `due_before` are ISO dates. `form` is what the kind is sorted by. `text` are words that all must stand in
    one telling of it. `limit` 0 wants all. `led` are those of a state or body alone, without its head.
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
    led: Led | None = None

    def __post_init__(self) -> None:
        if self.kind not in KINDS:
            raise NotInLedger(f"{self.kind}: no kind of record. There are {', '.join(KINDS)}.")


@dataclass(frozen=True, slots=True)
class Query:
    """A query for records: all that they must fulfil, its values, their order, what they are joined with, what is told of them."""

    conditions: tuple[str, ...]
    values: Mapping[str, object]
    order: str = "records.date DESC, records.number DESC"
    join: str = ""
    columns: str = "records.number"

    @property
    def unordered(self) -> str:
        """The query in whatever order."""
        return f"SELECT {self.columns} FROM records {self.join} WHERE {' AND '.join(self.conditions)}"

    @property
    def sql(self) -> str:
        """The query."""
        return f"{self.unordered} ORDER BY {self.order}"

    def and_(self, condition: str, **values: object) -> Query:
        """The same with one more condition."""
        return replace(self, conditions=(*self.conditions, condition), values={**self.values, **values})


def numbers(connection: Connection, wanted: Wanted) -> list[int]:
    """The numbers of the records that are wanted, the newest first; where a deadline is asked for, the nearest first."""
    if wanted.text and wanted.limit and is_common(connection, wanted.text, wanted.kind):
        return _read_through(connection, wanted)
    query = query_for(connection, wanted)
    return connection.scalars(
        f"{query.sql} LIMIT :most" if wanted.limit else query.sql, most=wanted.limit, **query.values
    )


def _read_through(connection: Connection, wanted: Wanted) -> list[int]:
    """The records that are wanted for a word that very many have: read in their order until there are enough."""
    query, sought, found = query_for(connection, replace(wanted, text=None)), terms(wanted.text or ""), list[int]()
    for page in connection.pages(query.sql, PAGE, **query.values):
        has = saying(connection, page, sought)
        found += [number for number in page if number in has]
        if len(found) >= wanted.limit:
            break
    return found[: wanted.limit]


def in_time(connection: Connection, wanted: Wanted) -> list[int]:
    """The numbers of all records that are wanted by their dates and ids, in whatever order the ledger came by them."""
    query = query_for(connection, wanted)
    return connection.scalars(IN_TIME.format(some=query.unordered), **query.values)


IN_TIME = """
    SELECT records.number FROM records
    JOIN facts ON facts.number = records.anchor
    JOIN reports ON reports.number = facts.report
    LEFT JOIN findings ON findings.number = facts.finding
    WHERE records.number IN ({some})
    ORDER BY records.date, findings.id IS NOT NULL, findings.id, reports.id
"""


def query_for(connection: Connection, wanted: Wanted) -> Query:
    """The query for the records that are wanted; a deadline that is asked for gives their order."""
    query = _by_parties(connection, _plain(wanted), wanted)
    if wanted.due_before:
        query = replace(query, order="records.due, records.date DESC, records.number DESC")
    if wanted.text:
        has, values = findings_with(connection, wanted.text, wanted.kind)
        query = query.and_(f"records.number IN (SELECT record FROM facts WHERE number IN ({has}))", **values)
    return query


def _plain(wanted: Wanted) -> Query:
    """What stands in the table of records itself."""
    asked = {
        "records.kind = :kind": wanted.kind if not wanted.due_before or wanted.kind != "commitment" else None,
        "records.date >= :since": wanted.since,
        "records.date <= :until AND records.date > 0": wanted.until,
        "records.form = :form": wanted.form,
        "records.review = :review": wanted.review,
        "records.outcome = :outcome": wanted.outcome,
        "records.heard IS NOT NULL": wanted.outcome if wanted.outcome != "no later report" else None,
        "records.due < :due_before AND records.due IS NOT NULL": wanted.due_before,
    }
    values = {
        "kind": KINDS[wanted.kind], "since": day(wanted.since), "until": day(last_day(wanted.until or "")), "form": wanted.form,
        "review": place_in(REVIEWS, wanted.review or ""), "outcome": place_in(OUTCOMES, wanted.outcome or ""),
        "due_before": wanted.due_before,
    }  # fmt: skip
    return Query(tuple(condition for condition, said in asked.items() if said), values)


def _by_parties(connection: Connection, query: Query, wanted: Wanted) -> Query:
    """Those of an actor or a pair; where that is one name, its own index gives their order."""
    asked = [paired(connection, wanted.pair)] if wanted.pair else []
    if wanted.actor:
        asked.append(named(connection, wanted.actor, wanted.whole))
    if wanted.led:
        asked.append(named(connection, wanted.led.names))
        conditions, values = led_by(connection, wanted.led, wanted.kind)
        query = query.and_(" AND ".join(conditions), **values)
    if not asked:
        return query
    narrow, *others = sorted(asked, key=len)
    for some in others:
        query = query.and_(OF.format(some="others"), others=some)
    if len(narrow) != 1:
        return query.and_(OF.format(some="narrow"), narrow=narrow)
    query = query.and_("parties.party = :party AND parties.kind = :kind", party=narrow[0])
    if wanted.since:
        query = query.and_("parties.date >= :since")
    if wanted.until:
        query = query.and_("parties.date <= :until")
    order, join = "parties.date DESC, parties.record DESC", "JOIN parties ON parties.record = records.number"
    return replace(query, order=order, join=join)


OF = "records.number IN (SELECT record FROM parties WHERE party AMONG :{some} AND kind = :kind)"


def led_by(connection: Connection, led: Led, kind: str) -> tuple[list[str], Mapping[str, object]]:
    """That a state or body, by its side, undertakes a record of a kind without its head; with the values of these conditions."""
    undertakes = UNDERTAKES if kind == "commitment" else TAKES_PART
    heads, side = (connection.scalars(NAMED, some=some) for some in (led.without, (led.side,)))
    values = {"undertaking": f"%{SIDES}{led.side}{SIDES}%", "side": side, "heads": heads}
    return [undertakes, NOT.format(some=TAKING_PART.format(some="heads"))], values


def undertaken_by(connection: Connection, numbers: Iterable[int], led: Led) -> set[int]:
    """Of some records those that are no commitments of others."""
    undertaking = f"%{SIDES}{led.side}{SIDES}%"
    return set(connection.scalars(UNDERTAKEN_BY, some=list(numbers), undertaking=undertaking, kind=KINDS["commitment"]))


UNDERTAKES = f"'{SIDES}' || records.sides || '{SIDES}' LIKE :undertaking"
UNDERTAKEN_BY = f"SELECT number FROM records WHERE number AMONG :some AND (kind <> :kind OR {UNDERTAKES})"
TAKING_PART = """
    EXISTS (
        SELECT 1 FROM parties AS taking WHERE taking.party AMONG :{some} AND taking.kind = records.kind
        AND taking.date = records.date AND taking.record = records.number
    )
"""
TAKES_PART, NOT = TAKING_PART.format(some="side"), "NOT {some}"


def named(connection: Connection, name: Named, whole: bool = False) -> list[int]:
    """The numbers of the names in which words begin as asked for, whatever the case; with `whole` of that name alone, if it is one.

    Of several names their own.
    """
    if not isinstance(name, str):
        return connection.scalars(NAMED, some=name)
    group = next((group for one, group in joined(connection).items() if one.lower() == name.lower()), None)
    if group:
        return connection.scalars(NAMED, some=group)
    exact = connection.scalars(EXACT, name=name.lower())
    if exact and whole:
        return exact
    found = (number for number, _ in islice(names_with(connection, name), MOST_NAMES))
    return list(dict.fromkeys([*exact, *found]))


NAMED = "SELECT number FROM names WHERE name AMONG :some"
EXACT = "SELECT number FROM names WHERE lower(name) = :name AND name NOT LIKE '%|%'"


def paired(connection: Connection, pair: tuple[str, str]) -> list[int]:
    """The number of the pair of two sides among the parties, or nothing."""
    return connection.scalars("SELECT number FROM names WHERE name = :pair", pair=pair_of(*pair))


def is_common(connection: Connection, wanted: str, kind: str) -> bool:
    """Whether so many findings of a kind have the words that it is quicker to read them than to gather those that do."""
    count = f"SELECT count(*) FROM ({words.matching(connection.dialect)} LIMIT {MANY}) AS found"
    return bool(connection.scalar(count, sought=_sought(connection, wanted, kind)) == MANY)


def findings_with(
    connection: Connection, wanted: str, kind: str, low: int = 0, high: int = END
) -> tuple[str, Mapping[str, object]]:
    """The query for the numbers of the findings of a kind that have the words, with entries from `low` to below `high`; its values."""
    has = words.matching_between(connection.dialect)
    values = {"sought": _sought(connection, wanted, kind), "low": low, "high": high}
    return f"SELECT finding FROM entries WHERE number IN ({has})", values


def _sought(connection: Connection, wanted: str, kind: str) -> str:
    return Sought(terms(wanted), ((kind_token(kind),),)).query(connection.dialect)
