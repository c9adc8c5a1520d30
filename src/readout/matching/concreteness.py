"""Names that say whom something concerns, not what it is."""

from __future__ import annotations

from functools import cache

from readout.lang import load
from readout.matching.words import parts, stem

KNOWN = frozenset(("country", "adjective", "people", "capital", "region", "organisation"))


@cache
def everyday_names(language: str) -> frozenset[str]:
    """The stems of countries, regions and organisations: whom an undertaking concerns, not what it is."""
    pack = load(language)
    some = (*pack.country_phrases, *pack.organisation_phrases, *pack.place_phrases)
    phrases = (phrase for phrase in some if phrase.sort in KNOWN)
    named = (phrase.words for phrase in phrases if phrase.sort != "organisation" or " " not in phrase.words)
    return frozenset(stem(word) for words in named for word in parts(words))
