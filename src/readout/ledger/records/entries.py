"""What the index of words holds of a report is kept up with what counts in it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from sqlalchemy import bindparam, delete, func, insert, select

from readout.ledger.opening import Transaction
from readout.ledger.records import words
from readout.ledger.records.numbering import DATED, OF_A_DAY, REPORT, first_of, kind_token
from readout.ledger.records.tables import entries
from readout.ledger.records.tokens import MOST_OF_TITLE, pieces, said
from readout.ledger.records.words import Entry
from readout.model import Report, Span

if TYPE_CHECKING:
    from readout.ledger.carry import Decided

BLOCK = 64
"""A report's entries begin at a multiple of this within their day, so that some may be added."""

OF_ONE = ("statement", "progress")
"""Kinds whose findings name one side, and stand for the pair of those who met."""


@dataclass(frozen=True, slots=True)
class Found:
    """Something that counts in a report: its finding's number, its kind, the numbers of those who act in it and of the sides among
    them, and the span of its words.
    """

    finding: int
    kind: str
    people: frozenset[int]
    sides: frozenset[int]
    span: Span


def keep(connection: Transaction, number: int, decided: Decided, was: Sequence[Found], found: Sequence[Found]) -> None:
    """Makes the entries of a report what they must be, where until now `was` counted in it; nothing is written without need."""
    report, first = decided.reading.report, _first(connection, number)
    wanted = [] if decided.removed else list(entries_of(report, found))
    kept = [] if first is None else list(entries_of(report, was))
    low = first_of(report.date)
    same_day = first is not None and low <= first < _end(low)
    if kept == wanted and (same_day or not wanted):
        return
    if first is not None:
        _remove(connection, number, first, kept)
    if not wanted:
        return
    room = -(-len(kept) // BLOCK) * BLOCK
    start = first if first is not None and same_day and len(wanted) <= room else _behind(connection, low)
    numbered = list(enumerate(wanted, start))
    connection.execute(insert(entries), [{"number": n, "report": number, "finding": of} for n, (of, _) in numbered])
    words.add(connection, ((n, entry) for n, (_, entry) in numbered))


def _first(connection: Transaction, report: int) -> int | None:
    """The number of the first entry of a report; None where it has none."""
    return connection.execute(_FIRST, {"of": report}).scalar()


_FIRST = select(func.min(entries.c.number)).where(entries.c.report == bindparam("of"), entries.c.finding.is_(None))


def _behind(connection: Transaction, low: int) -> int:
    """The next free block of a day, or of what has none."""
    last = connection.execute(_LAST, {"low": low, "end": _end(low)}).scalar()
    return low if last is None else last - last % BLOCK + BLOCK


_LAST = select(func.max(entries.c.number)).where(
    entries.c.number >= bindparam("low"), entries.c.number < bindparam("end")
)


def _end(low: int) -> int:
    return low + OF_A_DAY if low else DATED


def entries_of(report: Report, found: Sequence[Found]) -> Iterator[tuple[int | None, Entry]]:
    """The entries of a report: its whole text, and each thing that counts in it in the order of the text."""
    met = frozenset().union(*(each.sides for each in found if each.kind == "meeting"))
    everyone = frozenset().union(*(each.people for each in found))
    about = [kind_token(REPORT), *(f"p{number}" for number in sorted(everyone))]
    yield from ((None, entry) for entry in _pieces(report, None, about))
    for each in sorted(found, key=lambda one: (one.span, one.finding)):
        others = met - each.people if each.kind in OF_ONE else frozenset()
        about = [f"p{number}" for number in sorted(each.people)] + [f"w{number}" for number in sorted(others)]
        pieces_of = _pieces(report, each.span, [kind_token(each.kind), *about])
        yield from ((each.finding, entry) for entry in pieces_of)


def _pieces(report: Report, span: Span | None, about: Sequence[str]) -> Iterator[Entry]:
    """The entries of the whole text, or of a span in it; the title belongs to the text, and to what tells of a meeting."""
    titled = report.title and about[0] in (kind_token(REPORT), kind_token("meeting"))
    title = said(report.title)[:MOST_OF_TITLE] if titled and report.title else []
    text = span.of(report.text) if span else report.text
    yield from (Entry(title, piece, about) for piece in pieces(said(text)))


def _remove(connection: Transaction, number: int, first: int, kept: Sequence[tuple[int | None, Entry]]) -> None:
    """Takes a report's entries out of the index, telling it what they said."""
    words.remove(connection, list(enumerate((entry for _, entry in kept), first)))
    connection.execute(
        delete(entries).where(
            entries.c.number >= first, entries.c.number < first + len(kept), entries.c.report == number
        )
    )
