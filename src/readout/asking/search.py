"""Where words stand: in which records, in which sentence, of which report."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from readout.asking.sides import is_country, side
from readout.ledger.records.wanted import Wanted
from readout.model import KIND_NAMES

if TYPE_CHECKING:
    from readout.ledger import Ledger


@dataclass(frozen=True, slots=True)
class Looked:
    """Where to look; None is everywhere. `since` and `until` are ISO dates; countries are written by name or code."""

    kind: str | None = None
    actor: str | None = None
    pair: tuple[str, str] | None = None
    since: str | None = None
    until: str | None = None
    limit: int = 20


@dataclass(frozen=True, slots=True)
class Hit:
    """One place where the words stand: the record's kind and id, and the report, outlet and date that say it."""

    kind: str
    id: str
    sentence: str
    report: str
    outlet: str | None
    date: str | None
    title: str | None


Hits = tuple[Hit, ...]
"""Hits, the best first."""


def search(ledger: Ledger, words: str, looked: Looked) -> Hits:
    """The records that have the words, the newest first."""
    actor = side(looked.actor) if looked.actor else None
    pair = (side(looked.pair[0]), side(looked.pair[1])) if looked.pair else None
    wanted = Wanted(
        "meeting", actor, pair, looked.since, looked.until, text=words, limit=looked.limit, whole=is_country(actor)
    )
    kinds = [looked.kind] if looked.kind else KIND_NAMES
    found = [record for kind in kinds for record in ledger.records(replace(wanted, kind=kind))]
    found.sort(key=lambda record: record.date or "", reverse=True)
    return tuple(_hit(ledger, record.id) for record in found[: looked.limit or None])


def _hit(ledger: Ledger, id: str) -> Hit:
    detail = ledger.record(id)
    source = detail.sources[0]
    return Hit(detail.record.kind, id, source.words, source.report, source.outlet, source.date, source.title)
