"""Where words stand in the ledger: titles first, then what was found, then all other text; in each the newest first.

Words that were typed without quotes come first where they stand side by side.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import chain, islice

from readout.ledger import kept
from readout.ledger.plain import Connection, Row
from readout.ledger.records import words
from readout.ledger.records.numbering import DATED, END, OF_A_DAY, REPORT, first_of, kind_token, last_of
from readout.ledger.records.sought import Sought, Term, side_by_side, terms
from readout.ledger.records.wanted import UNDERTAKEN, Led, Named, named, undertaken_by
from readout.model import KIND_NAMES, Span

PAGE = 60
"""Entries that are looked at together, at least; those of one day always are."""


@dataclass(frozen=True, slots=True)
class Lookup:
    """What is looked for, and where; None is everywhere.

    `kind` is a kind of finding, or `report` for whole texts. `actor` is a name or a part of it, with `whole` the name alone
    where it is one, or all names of one actor. Of a `pair` is what one of the two says or does where both are. `since` and `until` are ISO dates.
    `limit` 0 wants all. `led` is what a state or body undertakes without its head.
    """

    words: str
    kind: str | None = None
    actor: Named | None = None
    pair: tuple[str, str] | None = None
    since: str | None = None
    until: str | None = None
    limit: int = 20
    whole: bool = False
    led: Led | None = None


@dataclass(frozen=True, slots=True)
class Place:
    """Where words stand: in a report as a whole, or in the span of a finding.

    `id` is the finding's or the report's; `in_title` says that the title has all of them; `sources` in how many reports
    the finding's record stands; `published` and `outlet` are as the newest reader found them.
    """

    kind: str
    id: str
    report: kept.KeptReport
    outlet: str | None
    span: Span | None
    in_title: bool
    sources: int


@dataclass(frozen=True, slots=True)
class Places:
    """Places, the best first, and what was looked for, as the places of its words are found by (`sought.standing`)."""

    places: tuple[Place, ...]
    terms: tuple[Term, ...]


def places(connection: Connection, wanted: Lookup) -> Places:
    """The places, the best first, each record and each report once."""
    asked = terms(wanted.words)
    about = _about(connection, wanted)
    if about is None:
        return Places((), asked)
    beside = side_by_side(wanted.words)
    without = _led_by(connection, wanted.led) if wanted.led else ()
    first = Sought((beside,), about, without=without) if beside else None
    found = _each_once(connection, (first, Sought(asked, about, without=without)), wanted)
    best = list(islice(found, wanted.limit) if wanted.limit else found)
    return Places(_told(connection, best), (beside, *asked) if beside else asked)


def _each_once(connection: Connection, asked: Iterable[Sought | None], wanted: Lookup) -> Iterator[tuple[Row, bool]]:
    """The entries that answer one question after the other, each record and each report once, and whether a title has all words."""
    seen: set[tuple[str, int]] = set()
    for sought in chain(*(_rounds(wanted.kind, each, wanted.led) for each in asked if each)):
        for row in _rows(connection, sought, wanted):
            if seen.isdisjoint(_things(row)):
                seen |= {*_things(row)[:1], ("report", row.report)}
                yield row, sought.in_title


def _things(row: Row) -> list[tuple[str, int]]:
    return [("report", row.report)] if row.finding is None else [("record", row.record)]


def _led_by(connection: Connection, led: Led) -> tuple[str, ...]:
    return tuple(f"p{number}" for number in named(connection, led.without))


def _rounds(kind: str | None, sought: Sought, led: Led | None) -> Iterator[Sought]:
    """Titles, then findings, then texts; or those of them that a kind wants. What is undertaken are findings."""
    if led:
        kinds = tuple(kind_token(name) for name in UNDERTAKEN if kind in (None, name))
        if kinds:
            yield replace(sought, about=(kinds, *sought.about))
        return
    about = tuple(tuple(name for name in group if not name.startswith("w")) for group in sought.about)
    whole = replace(sought, about=((kind_token(REPORT),), *_least(about)))
    if kind in (None, REPORT):
        yield replace(whole, in_title=True)
    if kind != REPORT:
        of = [kind] if kind else KIND_NAMES
        yield replace(sought, about=(tuple(kind_token(name) for name in of), *sought.about))
    if kind in (None, REPORT):
        yield whole


def _least(groups: tuple[tuple[str, ...], ...]) -> tuple[tuple[str, ...], ...]:
    """Groups without those that hold anyway because a narrower one does, which databases would gather in vain."""
    sets = [set(group) for group in groups]
    return tuple(group for group in groups if not any(other < set(group) for other in sets))


def _about(connection: Connection, wanted: Lookup) -> tuple[tuple[str, ...], ...] | None:
    """Whom entries must be about; None where the ledger knows nobody of that name."""
    groups: list[tuple[str, ...]] = []
    for some in (wanted.led.names, (wanted.led.side,)) if wanted.led else ():
        groups.append(tuple(f"p{number}" for number in named(connection, some)))
    if wanted.actor:
        groups.append(tuple(f"p{number}" for number in named(connection, wanted.actor, wanted.whole)))
    if wanted.pair:
        one, other = (named(connection, name, True) for name in wanted.pair)
        groups.append(tuple(f"p{number}" for number in (*one, *other)))
        groups += [tuple(f"{there}{number}" for there in "pw" for number in side) for side in (one, other)]
    return tuple(groups) if all(groups) else None


def _rows(connection: Connection, sought: Sought, wanted: Lookup) -> Iterator[Row]:
    """The entries that answer, the newest first, those of one day by the ids of their reports, so that the order of keeping does not
    matter; those that belong to no record any more are left out.
    """
    low = max(first_of(wanted.since), DATED) if wanted.since else DATED if wanted.until else 0
    high = last_of(wanted.until) if wanted.until else END
    for page in words.newest(connection, sought, low, high, PAGE, OF_A_DAY):
        rows = [row for row in _entries(connection, page) if row.finding is None or row.record is not None]
        if wanted.led:
            theirs = undertaken_by(connection, [row.record for row in rows], wanted.led)
            rows = [row for row in rows if row.record in theirs]
        yield from sorted(rows, key=lambda row: (-(row.number // OF_A_DAY), row.id, -row.number))


def _entries(connection: Connection, numbers: Sequence[int]) -> list[Row]:
    return connection.rows(ENTRIES, some=numbers)


ENTRIES = """
    SELECT entries.*, facts.record, facts.kind, reports.id FROM entries
    LEFT JOIN facts ON facts.number = entries.finding JOIN reports ON reports.number = entries.report
    WHERE entries.number AMONG :some
"""


def _told(connection: Connection, found: Sequence[tuple[Row, bool]]) -> tuple[Place, ...]:
    reports = {row.report: kept.report_at(connection, row.report) for row, _ in found}
    heads = _heads(connection, set(reports))
    spans = _spans(connection, [row.finding for row, _ in found if row.finding])
    sources = _sources(connection, [row.record for row, _ in found if row.record])
    told = []
    for row, in_title in found:
        outlet, published = heads[row.report]
        report = replace(reports[row.report], published=published)
        id, span = spans[row.finding] if row.finding else (report.id, None)
        kind = KIND_NAMES[row.kind] if row.finding else REPORT
        told.append(Place(kind, id, report, outlet or report.source, span, in_title, sources.get(row.record, 1)))
    return tuple(told)


def _heads(connection: Connection, numbers: set[int]) -> dict[int, tuple[str | None, str | None]]:
    """Outlet and date of each report, as its newest reading found them."""
    rows = connection.rows(HEADS, some=numbers)
    return {row.report: (json.loads(row.head).get("outlet", [None])[0], row.published) for row in rows}


HEADS = "SELECT report, head, published FROM readings WHERE report AMONG :some ORDER BY number"


def _spans(connection: Connection, numbers: Sequence[int]) -> dict[int, tuple[str, Span]]:
    rows = connection.rows('SELECT number, id, start, "end" FROM findings WHERE number AMONG :some', some=numbers)
    return {row.number: (row.id, Span(row.start, row.end)) for row in rows}


def _sources(connection: Connection, numbers: Sequence[int]) -> dict[int, int]:
    return dict(connection.rows("SELECT number, sources FROM records WHERE number AMONG :some", some=numbers))
