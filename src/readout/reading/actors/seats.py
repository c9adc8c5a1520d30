"""Seats of government that speak or act ("the White House said", "released by the Kremlin"): bodies of their state, and no places."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from readout.reading.actors.gazetteer import Hit
from readout.reading.actors.party import Mention

if TYPE_CHECKING:
    from readout.reading.actors.cast import Cast

ACTING = ("nsubj", "obl:agent")
SAYING = "according"


def add_seats(cast: Cast, hits: Iterable[Hit]) -> None:
    """Adds a body for each seat that is the subject of a verb or the one by whom something is done or said."""
    for hit in hits:
        if hit.sort == "seat" and cast.at[hit.last] is None and _acts(cast, hit.last):
            first = hit.first + (cast.words.lower[hit.first] == "the")
            party = cast.party(cast.words.said(first, hit.last), "body", hit.phrase.country)
            party.spans.append(cast.words.span(first, hit.last))
            cast.cover(Mention(first, hit.last, (first, hit.last), (party,), "body"))


def _acts(cast: Cast, i: int) -> bool:
    """Whether word `i` is what acts in its clause; the subject of "is" may be a place ("the Kremlin is lit")."""
    words = cast.words
    if words.dep[i] in ACTING:
        return words.pos[words.head[i]] == "VERB"
    return any(words.lower[k] == SAYING for k in words.kin(i, "case"))
