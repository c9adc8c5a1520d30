"""Rows of evidence come and go; of very many sentences on one undertaking those stay that were among the surest when they were told.

What a later report tells never drives out what was told before it, so that a ledger stands on any day as it would without later
reports, whatever came first into it.
"""

from __future__ import annotations

from bisect import bisect
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from sqlalchemy import bindparam, delete, insert

from readout.ledger.opening import Transaction
from readout.ledger.records.columns import THOUSAND, day
from readout.ledger.records.tables import evidence
from readout.matching.cues import place_of
from readout.matching.evidence import Evidence
from readout.matching.thresholds import thresholds

Rank = tuple[int, int, int, str, int]


class Row(NamedTuple):
    """A row of evidence, and by what it is ranked among others: all but numbers, which depend on the order of keeping."""

    fact: int
    report: int
    start: int
    effect: str
    cue: int | None
    score: int
    sure: int
    told: int
    id: str

    @property
    def rank(self) -> Rank:
        """What sorts the surest first."""
        return -self.sure, -self.score, self.told, self.id, self.start


def add(connection: Transaction, found: Sequence[tuple[int, int, Evidence]]) -> set[int]:
    """Keeps evidence, each with the numbers of its fact and of its report; the facts on which something new is kept."""
    if not found:
        return set()
    ids = _ids(connection, {report for _, report, _ in found})
    rows = (_row(fact, report, evidence, ids[report]) for fact, report, evidence in found)
    new = {row[:3]: row for row in rows}
    month = min(row.told for row in new.values()) // 100 * 100
    here = {row[:3]: row for row in _on(connection, {row.fact for row in new.values()}, month)}
    stay = _staying([*new.values(), *(row for place, row in here.items() if place not in new)])
    added = [row for place, row in new.items() if place in stay and place not in here]
    _remove(connection, [row for place, row in here.items() if place not in stay])
    if added:
        connection.execute(insert(evidence), [dict(zip(_COLUMNS, row, strict=False)) for row in added])
    return {row.fact for row in added}


def _row(fact: int, report: int, of: Evidence, id: str) -> Row:
    cue, score = place_of(of.cue, of.language), round(of.score * THOUSAND)
    return Row(fact, report, of.span.start, of.effect, cue, score, int(of.sure), day(of.told), id)


_COLUMNS = [column.name for column in evidence.c]


def forget(connection: Transaction, report: int, heard: Iterable[int]) -> tuple[set[int], set[int]]:
    """Takes out what the sentences of a report tell of some facts.

    The facts of which it told anything; and those that others may have been left out for, whose evidence must be gathered anew.
    """
    rows = _on(connection, heard)
    gone = [row for row in rows if row.report == report]
    _remove(connection, gone)
    full = {key for key, some in _heaps(rows).items() if len(some) >= _most()}
    return {row.fact for row in gone}, {row.fact for row in gone if (row.fact, row.effect) in full}


def _staying(rows: Iterable[Row]) -> set[tuple[int, int, int]]:
    """The places (fact, report, start) of the rows that stay: those that few earlier ones outdo, and the first sure one of a month."""
    found: set[tuple[int, int, int]] = set()
    for heap in _heaps(rows).values():
        surer: list[Rank] = []
        months: set[int] = set()
        for row in sorted(heap, key=lambda row: (row.told, row.id, row.start)):
            before, month = bisect(surer, row.rank), row.told // 100
            if before < _most() or (row.sure and month not in months):
                found.add(row[:3])
            surer.insert(before, row.rank)
            months.update([month] if row.sure else [])
    return found


def _most() -> int:
    most: int = thresholds("evidence")["kept"]
    return most


def _heaps(rows: Iterable[Row]) -> Mapping[tuple[int, str], list[Row]]:
    """Rows of one fact and effect together."""
    found: dict[tuple[int, str], list[Row]] = {}
    for row in rows:
        found.setdefault((row.fact, row.effect), []).append(row)
    return found


def _on(connection: Transaction, numbers: Iterable[int], month: int = 0) -> list[Row]:
    """The evidence on some facts that was told from a month on (yyyymm00), and of each heap before it the surest: no other outdoes
    what comes later."""
    return [Row(*row) for row in connection.rows(HEARD, some=set(numbers), month=month, most=_most())]


HEARD = f"""
    SELECT {", ".join(_COLUMNS)}, day, id FROM (
        SELECT evidence.*, news.told AS day, reports.id, row_number() OVER (
            PARTITION BY fact, effect, news.told >= :month ORDER BY sure DESC, score DESC, news.told, reports.id, start
        ) AS place FROM evidence
        JOIN news ON news.report = evidence.report JOIN reports ON reports.number = evidence.report
        WHERE fact AMONG :some
    ) AS heard WHERE day >= :month OR place <= :most
"""


def _ids(connection: Transaction, numbers: Iterable[int]) -> dict[int, str]:
    return dict(connection.rows("SELECT number, id FROM reports WHERE number AMONG :some", some=numbers))


def _remove(connection: Transaction, rows: Sequence[Row]) -> None:
    if rows:
        connection.execute(_GONE, [{"f": row.fact, "r": row.report, "s": row.start} for row in rows])


_GONE = delete(evidence).where(
    evidence.c.fact == bindparam("f"), evidence.c.report == bindparam("r"), evidence.c.start == bindparam("s")
)
