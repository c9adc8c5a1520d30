"""Whether an undertaking names something whose delivery could be told: a thing, a document, an event, a sum."""

from __future__ import annotations

from functools import cache, lru_cache

from readout.lang import load
from readout.matching.thresholds import thresholds
from readout.matching.words import Words, is_code, parts, rarity, stem

KNOWN = frozenset(("country", "adjective", "people", "capital", "region", "organisation"))


@lru_cache(maxsize=16_384)
def things_named(words: Words, language: str = "en") -> frozenset[str]:
    """The stems by which an action names a thing: codes, names with a capital that are no country, rare words.

    "Uphold a free and open Indo-Pacific" names nothing that could be delivered; "establish a Labor Working Group" does.
    """
    rare = frozenset(stem for stem in words.stems if rarity(stem) >= thresholds("evidence")["rare"])
    return (words.capitals | rare | frozenset(filter(is_code, words.named))) - everyday_names(language)


@cache
def everyday_names(language: str) -> frozenset[str]:
    """The stems of countries, regions and organisations: whom an undertaking concerns, not what it is."""
    phrases = (phrase for phrase in load(language).phrases if phrase.sort in KNOWN)
    named = (phrase.words for phrase in phrases if phrase.sort != "organisation" or " " not in phrase.words)
    return frozenset(stem(word) for words in named for word in parts(words))
