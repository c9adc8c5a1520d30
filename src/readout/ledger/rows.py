"""Readings become rows and rows become readings again, the same value for value."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from readout.ledger.packing import compact, packed, unpacked
from readout.ledger.plain import Row
from readout.model import Actor, Finding, Office, Reading, Report, Slot, Span, Stated

STATED = ("outlet", "credited", "published")

Json = list[Any]
Values = dict[str, tuple[str | bool, ...]]


def _flat(spans: Iterable[Span]) -> list[int]:
    return [offset for span in spans for offset in (span.start, span.end)]


def _spans(flat: Sequence[int]) -> tuple[Span, ...]:
    return tuple(Span(start, end) for start, end in zip(flat[::2], flat[1::2], strict=True))


def _span(flat: Sequence[int]) -> Span | None:
    return Span(*flat) if flat else None


# --- the head of a reading


def head(report: Report) -> str:
    """Outlet, credited source and date as a reader found them, with their words."""
    stated = {name: getattr(report, name) for name in STATED}
    return compact(
        {name: [value.value, *_flat([value.span] if value.span else [])] for name, value in stated.items() if value}
    )


def stated(head: str) -> dict[str, Stated]:
    """The values of a head, by name."""
    return {name: Stated(value[0], _span(value[1:])) for name, value in json.loads(head).items()}


# --- what was seen: actors and findings, packed together


def seen(reading: Reading) -> bytes:
    """All actors and findings of a reading, packed."""
    places = {actor.id: place for place, actor in enumerate(reading.actors)}
    names = [actor.name for actor in reading.actors]
    return packed([[_actor_row(a) for a in reading.actors], [_finding_row(f, names, places) for f in reading.findings]])


def _actor_row(actor: Actor) -> Json:
    offices = [[o.title, o.of, o.source, *_flat([o.span] if o.span else [])] for o in actor.offices]
    return [actor.kind, actor.name, offices, actor.stands_for, _flat(actor.mentions)]


def actors(said: Json) -> tuple[Actor, ...]:
    """The actors of what was seen."""
    return tuple(
        Actor(
            name,
            kind,
            tuple(Office(title, of, _span(span), source) for title, of, source, *span in offices),
            _spans(mentions),
            tuple(stands_for),
        )
        for kind, name, offices, stands_for, mentions in said[0]
    )


def cast(said: Json) -> list[tuple[str, str]]:
    """Kind and name of each actor of what was seen, and nothing else of them."""
    return [(kind, name) for kind, name, *_ in said[0]]


def _finding_row(finding: Finding, names: Sequence[str], places: Mapping[str, int]) -> Json:
    """Kind, start, end, slots, rule, score; then, where there are any: path, parts, precisions and workings-out of slots."""
    start, slots = finding.span.start, finding.slots
    rows = [_slot_row(slot, start, names, places) for slot in slots]
    more: list[Json] = [
        list(finding.path),
        _flat(finding.spans),
        [s.precision for s in slots] if any(s.precision for s in slots) else [],
        [s.how for s in slots] if any(s.how for s in slots) else [],
    ]
    while more and not more[-1]:
        more.pop()
    return [finding.kind, start, finding.span.end, rows, finding.rule, finding.score, *more]


def _slot_row(slot: Slot, start: int, names: Sequence[str], places: Mapping[str, int]) -> Json:
    """Role, value, and where its words are, counted from the finding's; an actor's place stands for its name."""
    where = [slot.span.start - start, slot.span.end - start] if slot.span else []
    return [slot.role, _value(slot, names, places), *where]


def _value(slot: Slot, names: Sequence[str], places: Mapping[str, int]) -> object:
    if slot.actor is None:
        return slot.value
    place = places.get(slot.actor)
    if place is None:
        return [slot.value, slot.actor]
    return place if names[place] == slot.value else [slot.value, place]


def findings(said: Json, report: str, cast: Sequence[Actor]) -> list[Finding]:
    """The findings of what was seen in the report of that name."""
    ids = [actor.id for actor in cast]
    return [_finding(row, report, cast, ids) for row in said[1]]


def _finding(row: Json, report: str, cast: Sequence[Actor], ids: Sequence[str]) -> Finding:
    kind, start, end, slot_rows, rule, score, *more = row
    path, parts, precisions, hows = [*more, [], [], [], []][:4]
    none: list[None] = [None] * len(slot_rows)
    slots = tuple(
        _slot(slot, start, precision, how, cast, ids)
        for slot, precision, how in zip(slot_rows, precisions or none, hows or none, strict=True)
    )
    return Finding(kind, report, Span(start, end), slots, rule, score, _spans(parts), tuple(path))


def _slot(
    row: Json, start: int, precision: str | None, how: str | None, cast: Sequence[Actor], ids: Sequence[str]
) -> Slot:
    role, value, *where = row
    span = Span(start + where[0], start + where[1]) if where else None
    if isinstance(value, list):
        actor = ids[value[1]] if isinstance(value[1], int) else value[1]
        return Slot(role, value[0], span, actor, precision, how)
    if isinstance(value, int) and not isinstance(value, bool):
        return Slot(role, cast[value].name, span, ids[value], precision, how)
    return Slot(role, value, span, None, precision, how)


def values_at(said: Json, kind: str, start: int, end: int) -> list[Values]:
    """The values by role of each finding of a kind on those very words, without making findings of them."""
    cast, found = said
    return [_values(row[3], cast) for row in found if row[:3] == [kind, start, end]]


def values_of(slots: Iterable[Slot]) -> Values:
    """The values of slots by role."""
    values: Values = {}
    for slot in slots:
        values[slot.role] = (*values.get(slot.role, ()), slot.value)
    return values


def _values(slots: Json, cast: Json) -> Values:
    values: Values = {}
    for role, value, *_ in slots:
        said = value[0] if isinstance(value, list) else value
        if isinstance(said, int) and not isinstance(said, bool):
            said = cast[said][1]
        values[role] = (*values.get(role, ()), said)
    return values


# --- whole readings


def finding(finding: Finding, report: int) -> dict[str, object]:
    """The row of a finding in the report of that number."""
    return {
        "id": finding.id, "report": report, "kind": finding.kind, "start": finding.span.start, "end": finding.span.end,
    }  # fmt: skip


def reading(report: Row, row: Row, reader: str) -> Reading:
    """The reading of a row of reports and one of readings."""
    known = stated(row.head)
    text = Report(
        report.id, report.text, report.title, report.source, report.url,
        known.get("outlet"), known.get("credited"), known.get("published"), row.language, report.file,
    )  # fmt: skip
    said = unpacked(row.seen)
    cast = actors(said)
    return Reading(text, reader, cast, tuple(findings(said, report.id, cast)))
