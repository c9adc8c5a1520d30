"""Whose desk an outlet is."""

from __future__ import annotations

from functools import cache

from readout.lang import load
from readout.matching.parties import countries_named


@cache
def home_of(outlet: str, language: str = "en") -> frozenset[str]:
    """The country of an outlet or press service that the lexicon knows, by its name or another; a country is its own."""
    rows = load(language).lexicon["outlets"]
    known = frozenset(row["country"] for row in rows if row["name"] == outlet and "country" in row)
    return known or countries_named(outlet, language)


NOBODY = "the report, which names nobody"
"""Who tells a sentence of a report without speaker, outlet or credited source."""


def voice(outlet: str | None, credited: str | None, language: str = "en") -> tuple[frozenset[str], str]:
    """Whose words a report's own are: the country of its outlet, else of whom it credits, and the name of either."""
    for origin in (outlet, credited):
        if origin and (home := home_of(origin, language)):
            return home, origin
    return frozenset(), outlet or credited or NOBODY
