"""A group of facts becomes one record: what lists show and sort by."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import combinations
from typing import TYPE_CHECKING, Any

from sqlalchemy import Connection, Row, Select, delete, func, insert, select, update

from readout.ledger.records import features, ruling
from readout.ledger.records.derive import sides_in
from readout.ledger.records.offices import interned
from readout.ledger.records.tables import day, evidence, facts, parties, records
from readout.ledger.tables import findings, readings, reports
from readout.matching import Account, Status, Undertaking, earliest, follow, status
from readout.matching.evidence import Evidence
from readout.model import KIND_NAMES

if TYPE_CHECKING:
    from readout.ledger.records.grouping import Member

UNDATED = "0000-00-00"
"""The date of a record that has none; no reader ever sees it."""

MOST_SIDES = 8
"""Records of more actors than this are found by each of them, and not by every pair."""

FORM = {"meeting": "kind", "statement": "form", "commitment": "strength", "agreement": "status", "project": "status",
        "progress": "effect"}  # fmt: skip
"""The slot by which records of a kind are sorted."""


def write(connection: Connection, members: Sequence[Member]) -> None:
    """Adds the record of some facts."""
    anchor = anchor_of(members)
    date = date_of(anchor)
    row = {
        "anchor": anchor.row.number, "kind": anchor.row.kind, "date": date,
        "last": max(member.row.told or UNDATED for member in members),
        "sources": len({member.row.report for member in members}), **_shown(connection, members, anchor),
    }  # fmt: skip
    result = connection.execute(insert(records), row)
    assert result.inserted_primary_key is not None
    number = int(result.inserted_primary_key[0])
    of = facts.c.number.in_([member.row.number for member in members])
    connection.execute(update(facts).where(of).values(record=number))
    _write_parties(connection, members, date, number)


def write_again(connection: Connection, record: int) -> None:
    """Writes a record anew from the same facts; one that has none left is gone."""
    from readout.ledger.records.grouping import load

    members = list(load(connection, facts.c.record == record).values())
    connection.execute(delete(parties).where(parties.c.record == record))
    connection.execute(delete(records).where(records.c.number == record))
    if members:
        write(connection, members)


def anchor_of(members: Sequence[Member]) -> Member:
    """The fact that a record is named by: the first telling, whatever came first into the ledger."""
    undertakings = {m.id: m.feature for m in members if isinstance(m.feature, Undertaking)}
    if undertakings:
        first = earliest(undertakings.values()).id
        return next(member for member in members if member.id == first)
    return min(members, key=lambda m: (m.row.finding is None, m.row.told or "9999", m.id))


def date_of(anchor: Member) -> str:
    """The day of a meeting, else the date of the first report that tells."""
    day = anchor.feature.day if isinstance(anchor.feature, Account) else None
    return day or anchor.row.told or UNDATED


def evidence_of(connection: Connection, members: Sequence[Member]) -> tuple[Evidence, ...]:
    """What later sentences tell of a commitment, each sentence once, in order of time."""
    undertakings = [m.feature for m in members if isinstance(m.feature, Undertaking)]
    told: dict[tuple[int, int], list[Row[Any]]] = {}
    for row in connection.execute(_heard([member.row.number for member in members])):
        told.setdefault((row.report, row.start), []).append(row)
    return follow(undertakings, [features.read_telling(rows) for _, rows in sorted(told.items())])


def _heard(numbers: list[int]) -> Select[Any]:
    """Evidence on these facts, with the text, date and language of the newest reading of its report."""
    newest = select(func.max(readings.c.number)).where(readings.c.report == evidence.c.report)
    return (
        select(evidence, reports.c.text, readings.c.published, readings.c.language)
        .join(reports, reports.c.number == evidence.c.report)
        .join(readings, readings.c.number == newest.correlate(evidence).scalar_subquery())
        .where(evidence.c.fact.in_(numbers))
    )


def status_of(connection: Connection, members: Sequence[Member], as_of: str | None = None) -> Status:
    """Outcome, time, stage and review of a commitment, with every change and what it rests on."""
    first = earliest(m.feature for m in members if isinstance(m.feature, Undertaking))
    rulings = ruling.rulings(connection, [member.id for member in members])
    return status(first, evidence_of(connection, members), rulings, as_of)


def _shown(connection: Connection, members: Sequence[Member], anchor: Member) -> dict[str, Any]:
    feature = anchor.feature
    review = review_of([member.row.review for member in members])
    shown = {"form": None, "due": None, "place": None, "outcome": None, "stage": None, "review": review, "counted": 1}
    if isinstance(feature, Account):
        places = [m.feature.place for m in members if isinstance(m.feature, Account) and m.feature.place]
        return {**shown, "form": feature.kind, "place": min(places, default=None)}
    if isinstance(feature, Undertaking):
        came = status_of(connection, members)
        said = {"outcome": came.outcome, "stage": came.stage, "counted": int(came.counted)}
        return {**shown, **said, "form": feature.strength, "due": feature.due}
    return {**shown, "form": _form(connection, anchor)}


def review_of(said: Sequence[str]) -> str:
    """What people said of any of its facts; disputed where they do not agree."""
    known = set(said) - {"machine"}
    if not known:
        return "machine"
    if "disputed" in known or len(known & {"rejected", "confirmed"}) > 1:
        return "disputed"
    return "corrected" if "corrected" in known else next(iter(sorted(known)))


def _form(connection: Connection, anchor: Member) -> str | None:
    from readout.ledger import rows

    slots = connection.execute(select(findings.c.slots).where(findings.c.number == anchor.row.finding)).scalar() or "[]"
    return next((str(s.value) for s in rows.slots(slots) if s.role == FORM[KIND_NAMES[anchor.row.kind]]), None)


def _write_parties(connection: Connection, members: Sequence[Member], date: str, record: int) -> None:
    people = {number for member in members for number in features.people(member.row.features)}
    sides = sorted({side for member in members for side in sides_in(member.feature)})
    pairs = [pair_of(one, other) for one, other in combinations(sides, 2)] if len(sides) <= MOST_SIDES else []
    people.update(interned(connection, pairs).values())
    said = {"kind": members[0].row.kind, "date": day(date), "record": record}
    if people:
        connection.execute(insert(parties), [{"party": number, **said} for number in sorted(people)])


def pair_of(one: str, other: str) -> str:
    """What the pair of two countries or organisations is called among the parties."""
    return "|".join(sorted((one, other)))
