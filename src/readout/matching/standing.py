"""How whoever tells what became of an undertaking stands to it: who promised it does not confirm it."""

from __future__ import annotations

from functools import cache
from typing import Literal

from readout.lang import load
from readout.matching.members import members_of_groups
from readout.matching.parties import NAMES_A_COUNTRY

Standing = Literal["promiser", "other side", "third", "unknown"]


def standing_of(tellers: frozenset[str], by: frozenset[str], parties: frozenset[str], language: str = "en") -> Standing:
    """Whether the promiser, the other side or a third tells it; a text of several sides counts by those who did not promise.

    Members of a group that promised it did promise it. A teller that is neither a country nor an organisation that the lexicon
    knows is nobody's voice: `unknown`.
    """
    if not tellers or not by:
        return "unknown"
    others = tellers - by - _members(by, language)
    if not others:
        return "promiser"
    if others & (parties | _members(parties, language)):
        return "other side"
    return "third" if others & sides_known(language) else "unknown"


def _members(sides: frozenset[str], language: str) -> frozenset[str]:
    groups = members_of_groups(language)
    return frozenset().union(*(groups.get(side, frozenset()) for side in sides))


@cache
def sides_known(language: str) -> frozenset[str]:
    """The countries and organisations of the lexicon, by name."""
    pack = load(language)
    countries = (phrase.country for phrase in pack.country_phrases if phrase.sort in NAMES_A_COUNTRY and phrase.country)
    return frozenset((*countries, *(row["name"] for row in pack.lexicon["organisations"])))
