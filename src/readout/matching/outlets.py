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
