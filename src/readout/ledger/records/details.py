"""Records with everything that they stand on, many at once: their tellings, the news of them, the changes of their status."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from readout.ledger.plain import Connection, Row
from readout.ledger.records import grouping
from readout.ledger.records.anchors import anchor_of, in_order
from readout.ledger.records.grouping import Member
from readout.ledger.records.membership import OF_RECORDS
from readout.ledger.records.originals import prints_by_id
from readout.ledger.records.record import Detail, News, Record, Source
from readout.ledger.records.showing import pairs_of
from readout.ledger.records.standing import Came, came_of
from readout.ledger.records.telling import told
from readout.matching.evidence import Evidence
from readout.matching.status import Status
from readout.matching.undertakings import Drift, Undertaking, drift
from readout.model import Span

CHUNK = 400

Group = Sequence[Member]


@dataclass(frozen=True, slots=True)
class Around:
    """What is known of the reports around some records: by number the newest head of each, by id its reprints."""

    heads: Mapping[int, Row]
    prints: Mapping[str, frozenset[str]]


def detail(connection: Connection, number: int, as_of: str | None) -> Detail:
    """The record of that number with all that it stands on."""
    return next(details(connection, [number], as_of))


def details(connection: Connection, numbers: Sequence[int], as_of: str | None) -> Iterator[Detail]:
    """Records with all that they stand on, in this order; so many are held at once, however many are asked for."""
    for start in range(0, len(numbers), CHUNK):
        some = numbers[start : start + CHUNK]
        groups: dict[int, list[Member]] = {number: [] for number in some}
        for member in grouping.load(connection, OF_RECORDS, some=some).values():
            groups[member.row.record].append(member)
        came = came_of(connection, (member for group in groups.values() for member in group))
        around = around_of(connection, groups.values(), came)
        for number, record in zip(some, told(connection, some, as_of), strict=True):
            yield stands_on(record, groups[number], around, *judged(groups[number], came, as_of))


def judged(group: Group, came: Came, as_of: str | None) -> tuple[tuple[Evidence, ...], Status | None]:
    """What later sentences tell of a commitment, and its status; of other records there is neither."""
    if not isinstance(anchor_of(group).feature, Undertaking):
        return (), None
    evidence = came.evidence(group)
    return evidence, came.follows(group, evidence, as_of)


def stands_on(
    record: Record, group: Group, around: Around, evidence: Iterable[Evidence], status: Status | None
) -> Detail:
    """A record with what its group of facts says, and with its news and changes where it is a commitment."""
    news = tuple(
        News(e.report, e.span, e.told, e.quote, e.effect, e.standing, e.who, e.cue, e.score, e.sure) for e in evidence
    )
    changes = status.changes if status else ()
    return Detail(record, _sources(group, around), news, changes, sides_of(anchor_of(group)), pairs_of(group))


def sides_of(anchor: Member) -> tuple[str, ...]:
    """The countries and organisations that met, that speak or that undertake something, by the alphabet."""
    feature = anchor.feature
    return tuple(sorted(feature.by if isinstance(feature, Undertaking) else feature.sides))


def _sources(group: Group, around: Around) -> tuple[Source, ...]:
    """The tellings of a record; one whose words an earlier report of the same days has is a reprint."""
    first = anchor_of(group)
    found: list[Source] = []
    for member in (first, *(member for member in in_order(group) if member is not first)):
        row = around.heads[member.row.report]
        words = member.said or row.title or ""
        reprint = _is_reprint(row.id, words, found, around.prints)
        outlet = json.loads(row.head).get("outlet", [row.source])[0]
        span = Span(member.row.start, member.row.end) if member.row.finding else None
        found.append(
            Source(
                row.id, member.row.id, outlet, row.published, row.title, span, words, member.row.review, reprint,
                _drift(first, member), row.file,
            )
        )  # fmt: skip
    return tuple(found)


def _is_reprint(report: str, words: str, before: Iterable[Source], prints: Mapping[str, frozenset[str]]) -> bool:
    """Whether a telling repeats one that stands before it: its report is printed again, or it has the very words."""
    others = [source for source in before if source.report != report]
    return any(source.words == words or source.report in prints.get(report, ()) for source in others)


def _drift(first: Member, member: Member) -> Drift | None:
    one, other = first.feature, member.feature
    if member is first or not isinstance(one, Undertaking) or not isinstance(other, Undertaking):
        return None
    return drift(one, other)


def around_of(connection: Connection, groups: Iterable[Group], came: Came) -> Around:
    """The reports that tell of some records or of what came of them."""
    telling = {member.row.report for group in groups for member in group}
    heads = _heads(connection, sorted(telling | {report for report, _ in came.tellings}))
    return Around(heads, prints_by_id(connection, telling))


def _heads(connection: Connection, numbers: Sequence[int]) -> dict[int, Row]:
    return {row.number: row for row in connection.rows(HEADS, some=numbers)}


HEADS = """
    SELECT reports.number, id, title, source, file, head, published FROM reports
    JOIN readings ON readings.report = reports.number
    WHERE reports.number AMONG :some ORDER BY readings.number
"""
