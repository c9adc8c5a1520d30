"""Readings become rows and rows become readings again, the same value for value."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from typing import Any
from zlib import compress, decompress

from sqlalchemy import Row

from readout.model import Actor, Finding, Office, Reading, Report, Slot, Span, Stated

STATED = ("outlet", "credited", "published")


def compact(value: object) -> str:
    """JSON without spaces, in Unicode, keys in order: the same value is always the same text."""
    return _COMPACT.encode(value)


_COMPACT = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"), sort_keys=True)


def _flat(spans: Iterable[Span]) -> list[int]:
    return [offset for span in spans for offset in (span.start, span.end)]


def _spans(flat: Sequence[int]) -> tuple[Span, ...]:
    return tuple(Span(start, end) for start, end in zip(flat[::2], flat[1::2], strict=True))


def _span(flat: Sequence[int]) -> Span | None:
    return Span(*flat) if flat else None


# --- the head and the actors of a reading


def head(report: Report) -> str:
    """Outlet, credited source and date as a reader found them, with their words."""
    stated = {name: getattr(report, name) for name in STATED}
    return compact(
        {name: [value.value, *_flat([value.span] if value.span else [])] for name, value in stated.items() if value}
    )


def stated(head: str) -> dict[str, Stated]:
    """The values of a head, by name."""
    return {name: Stated(value[0], _span(value[1:])) for name, value in json.loads(head).items()}


def actor_rows(actors: Iterable[Actor]) -> bytes:
    """All actors of a reading, with their offices and mentions: compact JSON, deflated to two fifths."""
    said = [[a.kind, a.name, [_office(o) for o in a.offices], a.stands_for, _flat(a.mentions)] for a in actors]
    return compress(compact(said).encode(), 9)


def _office(office: Office) -> list[Any]:
    return [office.title, office.of, office.source, *_flat([office.span] if office.span else [])]


def actors(rows: bytes) -> tuple[Actor, ...]:
    """The actors of a reading."""
    return tuple(
        Actor(
            name,
            kind,
            tuple(Office(title, of, _span(span), source) for title, of, source, *span in offices),
            _spans(mentions),
            tuple(stands_for),
        )
        for kind, name, offices, stands_for, mentions in json.loads(decompress(rows))
    )


# --- findings


def slot_rows(slots: Iterable[Slot]) -> str:
    """What a finding's id says of its slots: [role, value, start, end] each."""
    return compact([[s.role, s.value, *_flat([s.span] if s.span else [])] for s in slots])


def more(finding: Finding, order: Sequence[Slot], places: Mapping[str, int]) -> str:
    """What the id does not say: parts, path, and for each slot in `order` its actor's place, precision and working-out."""
    said: dict[str, Any] = {}
    if finding.path:
        said["path"] = finding.path
    if finding.spans:
        said["parts"] = _flat(finding.spans)
    for name, values in (
        ("actor", [places.get(s.actor, s.actor) if s.actor else None for s in order]),
        ("precision", [s.precision for s in order]),
        ("how", [s.how for s in order]),
    ):
        if any(value is not None for value in values):
            said[name] = values
    return compact(said)


def finding(finding: Finding, report: int) -> dict[str, object]:
    """The row of a finding in the report of that number."""
    return {
        "id": finding.id, "report": report, "kind": finding.kind, "start": finding.span.start, "end": finding.span.end,
        "slots": slot_rows(finding.slots),
    }  # fmt: skip


def slots(rows: str) -> tuple[Slot, ...]:
    """The slots of a finding as its id says them."""
    return tuple(Slot(role, value, _span(span)) for role, value, *span in json.loads(rows))


def seen(row: Row[Any], report: str, ids: Sequence[str] = ()) -> Finding:
    """The finding of a row of findings and sightings together; `ids` are those of the reading's actors."""
    said: dict[str, list[Any]] = json.loads(row.more)
    plain = slots(row.slots)
    none = [None] * len(plain)
    of = said.get("actor", none), said.get("precision", none), said.get("how", none)
    full = tuple(
        Slot(s.role, s.value, s.span, ids[actor] if isinstance(actor, int) else actor, precision, how)
        for s, actor, precision, how in zip(plain, *of, strict=True)
    )
    parts = _spans(said.get("parts", []))
    return Finding(
        row.kind, report, Span(row.start, row.end), full, row.rule, row.score, parts, tuple(said.get("path", ()))
    )


def reading(report: Row[Any], row: Row[Any], reader: str, found: Iterable[Row[Any]]) -> Reading:
    """The reading of a row of reports, of readings, and of what was seen in it."""
    known = stated(row.head)
    text = Report(
        report.id, report.text, report.title, report.source, report.url,
        known.get("outlet"), known.get("credited"), known.get("published"), row.language,
    )  # fmt: skip
    cast = actors(row.actors)
    ids = [actor.id for actor in cast]
    findings = sorted((seen(each, report.id, ids) for each in found), key=lambda f: (f.span, f.kind, f.id))
    return Reading(text, reader, cast, tuple(findings))
