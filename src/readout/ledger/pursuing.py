"""Commitments to follow up, as of a day: who undertook what can be checked, and what was heard of it until then."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from types import SimpleNamespace
from typing import Any, NamedTuple

from readout.ledger.decisions import decisions_on
from readout.ledger.otherwise import otherwise_rows
from readout.ledger.plain import Connection
from readout.ledger.records.anchors import anchor_of
from readout.ledger.records.columns import KINDS, SIDES, UNDATED, day, iso, last_day, steps_of
from readout.ledger.records.details import Group
from readout.ledger.records.membership import OF_ITS_RECORD
from readout.ledger.records.record import Detail, Record, Source
from readout.ledger.records.showing import date_of
from readout.ledger.records.telling import looked_up
from readout.ledger.records.wanted import Led, Named, led_by, named, paired
from readout.ledger.rows import Values
from readout.ledger.until import Meant, groups_until, stood_as
from readout.matching.outcomes import OUTCOMES
from readout.matching.status import Change, outcome_on
from readout.model import Span

SILENT = ("no later report", None)
"""The outcome of what nobody told of later, and when it was told of."""


@dataclass(frozen=True, slots=True)
class Pursued:
    """Which commitments are followed up, and on which day (ISO); nothing dated after it counts.

    `actor` is a name or a part of it, with `whole` the name alone, or all names of one actor; `pair` two names as the ledger writes them; `since` and
    `until` the first and the last day of a first report; `strength` that of the wording; `led` what a
    state or body undertook without its head. None asks for nothing.
    """

    as_of: str
    pair: tuple[str, str] | None = None
    actor: Named | None = None
    since: str | None = None
    strength: str | None = None
    whole: bool = False
    until: str | None = None
    led: Led | None = None

    def in_time(self, date: str) -> bool:
        """Whether a date lies between the first and the last day; of a month or a year all of it may."""
        return date > UNDATED and (self.since or "") <= date <= f"{self.until or '9999'}~"


@dataclass(frozen=True, slots=True)
class Tally:
    """How many commitments some sides undertook in words of one strength, and of how many a later report tells."""

    sides: tuple[str, ...]
    strength: str | None
    checkable: bool
    umbrella: bool
    count: int
    heard: int


class Pledge(NamedTuple):
    """A commitment that can be checked, on a day: `told` and `heard` are the dates of the first report and the last news.

    `number` is that of today's record, or, where the record stood otherwise on that day, its first fact's below nothing.
    """

    number: int
    sides: tuple[str, ...]
    strength: str | None
    told: str
    due: str | None
    outcome: str
    heard: str | None


@dataclass(frozen=True, slots=True)
class Followed:
    """Counts of all commitments that are asked for, and of these one by one what can be checked, as they stood on a day."""

    tallies: tuple[Tally, ...]
    pledges: tuple[Pledge, ...]


@dataclass(frozen=True, slots=True)
class Moved:
    """That a later telling moved a deadline: the ISO date `before`, and the report, its outlet and date.

    `words` are those of the deadline that holds.
    """

    before: str
    report: str
    outlet: str | None
    date: str
    words: str | None
    file: str | None = None


@dataclass(frozen=True, slots=True)
class Cited:
    """A record with the report that it is cited from; `outlet` is who published it, `told` when.

    `revision` counts what the ledger knew of it until the day beyond its first telling: restatements, later reports; and
    all decisions, of whatever day, since all hold. `touched` is the date of the last of these. `moved` tells how its deadline was
    moved last.
    """

    record: Record
    report: str
    outlet: str | None
    title: str | None
    told: str | None
    span: Span | None
    precision: str | None
    sources: int
    revision: int
    touched: str
    moved: Moved | None = None
    file: str | None = None


def followed(connection: Connection, asked: Pursued) -> Followed:
    """The commitments that are asked for, as they stood on the day; only what stood otherwise is grouped again."""
    old, rows = stood_otherwise(connection, asked)
    pledges = [pledge for pledge in _as_of_today(connection, asked) if pledge.number not in old]
    again = [{**row, "number": -row["anchor"]} for row in rows if row["checkable"]]
    pledges += [_pledge(asked.as_of, SimpleNamespace(**row)) for row in again]
    return Followed(tuple(_tallies(connection, asked, old, rows)), tuple(pledges))


def _as_of_today(connection: Connection, asked: Pursued) -> Iterator[Pledge]:
    """The commitments of today that can be checked, with what was heard of them by the day that is asked for.

    They may be very many, so that their dates and courses are read as the table holds them and only where they count.
    """
    on, (which, values) = day(asked.as_of), asked_for(connection, asked)
    for number, sides, form, told, due, heard, steps in connection.stream(CHECKABLE.format(which=which), **values):
        after = outcome_on(asked.as_of, steps_of(steps, OUTCOMES)) if heard and heard <= on else SILENT
        yield Pledge(number, _sides(sides), form, iso(told), due, *after)


CHECKABLE = """
    SELECT number, sides, form, date AS first_told, due, heard AS first_heard, course AS steps FROM records
    WHERE checkable = 1 AND {which}
"""


def stood_otherwise(connection: Connection, asked: Pursued) -> tuple[frozenset[int], list[Mapping[str, Any]]]:
    """The numbers of commitments that stood otherwise on the day, and rows of what stood instead and is asked for."""
    meant = Meant.of(connection, asked)
    old, rows = otherwise_rows(connection, asked.as_of, meant)
    return old, [row for row in rows if _is_asked_for(row, asked)]


def _is_asked_for(row: Mapping[str, Any], asked: Pursued) -> bool:
    return asked.in_time(row["date"]) and asked.strength in (None, row["form"])


def _tallies(
    connection: Connection, asked: Pursued, old: Collection[int], rows: Iterable[Mapping[str, Any]]
) -> Iterator[Tally]:
    """Counts by sides, strength, and whether they can be checked: of today's records, less those that stood otherwise."""
    which, values = asked_for(connection, asked)
    count: Counter[tuple[Any, ...]] = Counter()
    heard: Counter[tuple[Any, ...]] = Counter()
    for sign, some in ((1, ""), (-1, " AND number AMONG :old")):
        query = TALLIES.format(which=which + some)
        for *key, number, told_of in connection.rows(query, **values, old=old) if old or not some else ():
            count[tuple(key)] += sign * number
            heard[tuple(key)] += sign * int(told_of)
    for stood in rows:
        key = tuple(stood[name] for name in ("sides", "form", "checkable", "counted"))
        count[key] += 1
        heard[key] += stood["heard"] is not None and stood["heard"] <= asked.as_of
    for (sides, form, checkable, counted), number in count.items():
        if number:
            told_of = heard[sides, form, checkable, counted]
            yield Tally(_sides(sides), form, bool(checkable), not counted, number, told_of)


TALLIES = """
    SELECT sides, form, checkable, counted, count(*) AS records, sum(CASE WHEN heard <= :as_of THEN 1 ELSE 0 END) AS told_of
    FROM records WHERE {which} GROUP BY sides, form, checkable, counted
"""


def _pledge(day: str, row: Any) -> Pledge:
    told = row.number, _sides(row.sides), row.form, row.date, row.due
    if row.heard is None or row.heard > day:
        return Pledge(*told, *SILENT)
    return Pledge(*told, *outcome_on(day, row.course))


def ids(connection: Connection, numbers: Iterable[int]) -> dict[int, str]:
    """The ids of commitments by their numbers, which depend on the order in which reports were kept."""
    first = _firsts(connection, numbers)
    found = dict(connection.rows("SELECT number, id FROM findings WHERE number AMONG :some", some=first.values()))
    return {number: found[fact] for number, fact in first.items()}


def _firsts(connection: Connection, numbers: Iterable[int]) -> dict[int, int]:
    """The number of the first fact of each, which is that of its finding."""
    wanted = list(numbers)
    found = {number: -number for number in wanted if number < 0}
    today = [number for number in wanted if number > 0]
    return found | dict(connection.rows("SELECT number, anchor FROM records WHERE number AMONG :some", some=today))


def announced(connection: Connection, asked: Pursued) -> list[Cited]:
    """The meetings on a later day than the one asked for that a report of that day or before tells of, in order of time."""
    which, values = of_parties(connection, asked)
    query = " AND ".join((ANNOUNCED, *which))
    numbers = connection.scalars(query, meeting=KINDS["meeting"], as_of=day(asked.as_of), **values)
    meant = Meant.of(connection, asked)
    groups = groups_until(connection, numbers, "meeting", asked.as_of)
    ahead = [group for group in groups if date_of(group) > asked.as_of and meant.fits(group)]
    return _cited(connection, sorted(ahead, key=lambda group: (date_of(group), anchor_of(group).id)), asked.as_of)


ANNOUNCED = f"""
    SELECT number FROM records WHERE kind = :meeting AND (date > :as_of OR last > :as_of)
    AND EXISTS (SELECT 1 FROM facts WHERE {OF_ITS_RECORD} AND facts.told <= :as_of)
"""


def cited(connection: Connection, numbers: Sequence[int], as_of: str) -> list[Cited]:
    """The commitments of these numbers as they stood on a day, in this order, each with the report that it is cited from."""
    first = _firsts(connection, numbers)
    found = groups_until(connection, first.values(), "commitment", as_of)
    groups = {anchor_of(group).row.number: group for group in found}
    return _cited(connection, [groups[first[number]] for number in numbers], as_of)


def asked_for(connection: Connection, asked: Pursued) -> tuple[str, Mapping[str, object]]:
    """That a record is a commitment that is asked for, first told by the day; with the values of this condition."""
    which, theirs = of_parties(connection, asked)
    said = {
        "sides IS NOT NULL AND date <= :as_of": True,
        "date >= :since" if asked.since else "date > 0": True,
        "date <= :until": asked.until,
        "form = :strength": asked.strength,
    }
    values = {
        "as_of": day(asked.as_of), "since": day(asked.since), "until": day(last_day(asked.until or "")),
        "strength": asked.strength,
    }  # fmt: skip
    return " AND ".join([*(condition for condition, given in said.items() if given), *which]), {**values, **theirs}


def of_parties(connection: Connection, asked: Pursued) -> tuple[list[str], Mapping[str, object]]:
    """That a record is one of the actor's or the pair's; with the values of these conditions."""
    wanted: dict[str, list[int]] = {}
    if asked.actor:
        wanted["actors"] = named(connection, asked.actor, asked.whole)
    if asked.pair:
        wanted["pairs"] = paired(connection, asked.pair)
    if asked.led:
        wanted["led"] = named(connection, asked.led.names)
    which = [f"records.number IN (SELECT record FROM parties WHERE party AMONG :{some})" for some in wanted]
    if not asked.led:
        return which, wanted
    conditions, values = led_by(connection, asked.led, "commitment")
    return [*which, *conditions], {**wanted, **values}


@lru_cache(maxsize=16_384)
def _sides(written: str) -> tuple[str, ...]:
    return tuple(written.split(SIDES)) if written else ()


def _cited(connection: Connection, groups: Sequence[Group], as_of: str) -> list[Cited]:
    decided = _decided(connection, groups)
    stood = stood_as(connection, groups, as_of)
    moved = _moved(connection, (detail for _, detail in stood))
    cited = [_citing(row, detail, group, decided) for (row, detail), group in zip(stood, groups, strict=True)]
    return [replace(one, moved=moved.get(one.record.id)) for one in cited]


def _moved(connection: Connection, some: Iterable[Detail]) -> dict[str, Moved]:
    """How deadlines were moved last, by the ids of the records of which one was."""
    by = {detail.record.id: (detail.moves[-1], _source_of(detail, detail.moves[-1])) for detail in some if detail.moves}
    said = looked_up(connection, [source.finding for _, source in by.values() if source.finding])
    return {
        id: Moved(change.before or "", source.report, source.outlet, change.date, _due_words(said, source), source.file)
        for id, (change, source) in by.items()
    }


def _source_of(detail: Detail, change: Change) -> Source:
    return next(source for source in detail.sources if (source.report, source.span) == (change.report, change.span))


def _due_words(said: Mapping[str, Values], source: Source) -> str | None:
    return next((str(words) for words in said.get(source.finding or "", {}).get("due_text", ())), None)


def _decided(connection: Connection, groups: Sequence[Group]) -> dict[str, dict[str, str]]:
    """By the ids of findings the days of all decisions on them, and of those that withdraw such, by the decisions' ids.

    They hold whatever day is asked about, as in `stood_as`.
    """
    found: dict[str, dict[str, str]] = {}
    ids = {member.row.id for group in groups for member in group if member.row.id}
    owners = {id: {id} for id in ids}
    for decision in decisions_on(connection, ids):
        of = owners.get(decision.target, set()) | owners.get(decision.other or "", set())
        owners[decision.id] = of
        for id in of:
            found.setdefault(id, {})[decision.id] = decision.at[:10]
    return found


def _citing(row: Mapping[str, Any], detail: Detail, group: Group, decided: Mapping[str, Mapping[str, str]]) -> Cited:
    told = {member.row.report: member.row.told for member in group}
    said = {decision: day for member in group for decision, day in decided.get(member.row.id, {}).items()}
    heard = [when for when, _ in row["course"] or ()]
    every, first = [*told.values(), *said.values(), *heard], detail.sources[0]
    return Cited(
        detail.record, first.report, first.outlet, first.title, first.date, first.span, row["precision"], row["sources"],
        len(every) - 1, max(every), file=first.file,
    )  # fmt: skip
