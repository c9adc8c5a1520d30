"""Hits as they are told, on a page or in the terminal: those in the same words together."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from readout.asking.search import Hit, Hits

ENDS = tuple(".!?:;…”\"'’»)]")
"""How sentences end."""


def cards(found: Hits) -> list[tuple[Hit, ...]]:
    """Hits that follow one another and have the same words of the same report, together: they are told once."""
    some = groupby(found.hits, key=lambda hit: (hit.report, hit.span or hit.id))
    return [tuple(hits) for _, hits in some]


def clipped(hit: Hit) -> tuple[str, str]:
    """An ellipsis before and behind the words of a hit, where they are but a part of a sentence."""
    words = hit.sentence.strip()
    return "… " if words[:1].islower() else "", "" if words.endswith(ENDS) else " …"
