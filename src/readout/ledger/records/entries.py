"""What the index of words holds of a report is kept up with what counts in it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby
from typing import Any

from sqlalchemy import Connection, Row, delete, func, insert, select

from readout.ledger.carry import Decided
from readout.ledger.records import words
from readout.ledger.records.derive import Fact, sides_in
from readout.ledger.records.offices import interned
from readout.ledger.records.tables import KINDS, entries
from readout.ledger.records.tokens import MOST_OF_TITLE, pieces, said
from readout.ledger.records.words import Entry
from readout.ledger.tables import findings
from readout.model import Report, Span

OF_A_DAY = 1 << 20
"""Numbers of entries that one day has; those of one report follow one another."""

END = 4_000_000 * OF_A_DAY
"""No entry has a number as great as this."""

BLOCK = 64
"""A report's entries begin at a multiple of this within their day, so that some may be added."""

OF_ONE = ("statement", "progress")
"""Kinds whose findings name one side, and stand for the pair of those who met."""

REPORT = "report"
"""The kind of the entry of a whole report."""


@dataclass(frozen=True, slots=True)
class Found:
    """Something that counts in a report: its finding's number, its fact, and the span of its words."""

    finding: int
    fact: Fact
    span: Span


def first_of(day: str | None) -> int:
    """The least number of an entry of that day, or from the first day of that month or year (ISO) on; without one, 0."""
    return date.fromisoformat(day + "0000-01-01"[len(day) :]).toordinal() * OF_A_DAY if day else 0


def last_of(day: str) -> int:
    """What is greater than all numbers of entries of that day, or up to the last day of that month or year (ISO)."""
    year, month = (int(part) for part in f"{day}-12"[:7].split("-"))
    if len(day) == 10:
        return first_of(day) + OF_A_DAY
    return date(year + month // 12, month % 12 + 1, 1).toordinal() * OF_A_DAY


def kind_token(kind: str) -> str:
    """What stands in the index for a kind."""
    return "k" if kind == REPORT else f"k{KINDS[kind]}"


def keep(connection: Connection, number: int, decided: Decided, found: Sequence[Found]) -> None:
    """Makes the entries of a report what they must be; nothing is written where they are that already."""
    report = decided.reading.report
    wanted = [] if decided.removed else list(_entries(connection, report, found))
    kept = list(connection.execute(select(entries).where(entries.c.report == number).order_by(entries.c.number)))
    low = first_of(report.date)
    same_day = bool(kept) and low <= kept[0].number < low + OF_A_DAY
    if [(row.finding, row.about) for row in kept] == [(of, " ".join(e.about)) for of, e in wanted] and (
        same_day or not wanted
    ):
        return
    if kept:
        _remove(connection, number, report, kept)
    if not wanted:
        return
    room = -(-len(kept) // BLOCK) * BLOCK
    first = kept[0].number if same_day and len(wanted) <= room else _behind(connection, low)
    numbered = list(enumerate(wanted, first))
    connection.execute(
        insert(entries),
        [{"number": n, "report": number, "finding": of, "about": " ".join(e.about)} for n, (of, e) in numbered],
    )
    words.add(connection, ((n, entry) for n, (_, entry) in numbered))


def _behind(connection: Connection, low: int) -> int:
    """The next free block of a day."""
    query = select(func.max(entries.c.number)).where(entries.c.number >= low, entries.c.number < low + OF_A_DAY)
    last = connection.execute(query).scalar()
    return low if last is None else last - last % BLOCK + BLOCK


def _entries(connection: Connection, report: Report, found: Sequence[Found]) -> Iterator[tuple[int | None, Entry]]:
    """The entries of a report: its whole text, and each thing that counts in it in the order of the text."""
    people = interned(connection, {name for each in found for name in each.fact.people})
    met = {people[side] for each in found if each.fact.kind == "meeting" for side in sides_in(each.fact.feature)}
    everyone = [f"p{number}" for number in sorted(people.values())]
    yield from ((None, entry) for entry in _pieces(report, None, [kind_token(REPORT), *everyone]))
    for each in sorted(found, key=lambda one: (one.span, one.finding)):
        theirs = {people[name] for name in each.fact.people}
        others = met - theirs if each.fact.kind in OF_ONE else set()
        about = [f"p{number}" for number in sorted(theirs)] + [f"w{number}" for number in sorted(others)]
        entries = _pieces(report, each.span, [kind_token(each.fact.kind), *about])
        yield from ((each.finding, entry) for entry in entries)


def _pieces(report: Report, span: Span | None, about: Sequence[str]) -> Iterator[Entry]:
    """The entries of the whole text, or of a span in it; the title belongs to the text, and to what tells of a meeting."""
    titled = report.title and about[0] in (kind_token(REPORT), kind_token("meeting"))
    title = said(report.title)[:MOST_OF_TITLE] if titled and report.title else []
    text = span.of(report.text) if span else report.text
    yield from (Entry(title, piece, about) for piece in pieces(said(text)))


def _remove(connection: Connection, number: int, report: Report, kept: Sequence[Row[Any]]) -> None:
    """Takes a report's entries out of the index, telling it what they said."""
    query = select(findings.c.number, findings.c.start, findings.c.end).where(findings.c.report == number)
    spans = {row.number: Span(row.start, row.end) for row in connection.execute(query)}
    gone = []
    for (of, about), rows in groupby(kept, key=lambda row: (row.finding, row.about)):
        entries_of = _pieces(report, spans[of] if of else None, about.split())
        gone += [(row.number, entry) for row, entry in zip(rows, entries_of, strict=True)]
    words.remove(connection, gone)
    connection.execute(delete(entries).where(entries.c.report == number))
