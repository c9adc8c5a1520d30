"""Who stands on which side: a person and the country that it acts for are one side."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache, lru_cache

from readout.lang import load
from readout.matching.words import Words, folded, parts, stem
from readout.model import Actor, Reading, Slot

SUFFIX = re.compile(r",?\s+(?:Jr|Sr|II|III|IV)\.?$")
NAMES_A_COUNTRY = frozenset(("country", "adjective", "people", "capital"))
SPELLINGS = (("kh", "h"), ("ck", "k"), ("w", "v"), ("iu", "u"), ("ei", "e"), ("ie", "e"))
"""Letters that transcriptions write in several ways; applied in order, then doubled letters are written once."""


@dataclass(frozen=True, slots=True, order=True)
class Party:
    """One participant: `person` is empty for a country or body, `sides` are the countries or organisations it acts for."""

    sides: frozenset[str]
    person: str = ""


def parties(reading: Reading, slots: Iterable[Slot]) -> frozenset[Party]:
    """The parties that the slots of a finding name."""
    found = (party(reading.actor(slot.actor) if slot.actor else None, str(slot.value)) for slot in slots)
    return frozenset(found)


def party(actor: Actor | None, name: str = "") -> Party:
    """The party that an actor is; where the reading has no such actor, the name alone is its own side."""
    if actor is None:
        return Party(frozenset((name,)))
    sides = frozenset(actor.stands_for)
    if actor.kind == "person":
        return Party(sides, actor.name)
    return Party(sides if actor.kind == "body" and sides else frozenset((actor.name,)))


def sides_of(found: Iterable[Party]) -> frozenset[str]:
    """All sides of some parties."""
    return frozenset(side for party in found for side in party.sides)


def persons_by_side(found: Iterable[Party]) -> dict[str, frozenset[str]]:
    """The persons of each side; sides without a named person are left out."""
    table: dict[str, set[str]] = {}
    for one in found:
        for side in one.sides if one.person else ():
            table.setdefault(side, set()).add(one.person)
    return {side: frozenset(names) for side, names in table.items()}


def surname(name: str) -> str:
    """The last word of a name, without "Jr." and the like behind it."""
    return (SUFFIX.sub("", name).split() or [name])[-1]


def same_person(one: str, other: str) -> bool:
    """Whether two names may be one person's: the surname agrees in any common spelling, and no first name contradicts.

    Meant for persons of one side at one time. A surname alone agrees with each bearer; the order of names is free, since
    reports write "Kishida Fumio" and "Fumio Kishida".
    """
    first, second = _name_parts(one), _name_parts(other)
    if not first or not second:
        return False
    if len(first) == 1 or len(second) == 1:
        short, long = sorted((first, second), key=len)
        return short[0] in long
    if set(first) <= set(second) or set(second) <= set(first):
        return True
    return first[-1] == second[-1] and _first_names_agree(first[0], second[0])


def _first_names_agree(one: str, other: str) -> bool:
    """An initial, a short form (Tony, Antony; Jake, Jacob) or the same name; "Jill" is not "Joe"."""
    short, long = sorted((one, other), key=len)
    return short in long or short[:2] == long[:2]


@cache
def _name_parts(name: str) -> tuple[str, ...]:
    """The parts of a name as transcriptions share them; initials are left out between first name and surname."""
    plain = folded(SUFFIX.sub("", name)).replace("’", "").replace("'", "")
    parts = [part for part in re.split(r"[\s-]+", plain) if part.strip(".")]
    kept = [part for i, part in enumerate(parts) if i in (0, len(parts) - 1) or len(part.strip(".")) > 1]
    return tuple(_one_spelling(part.strip(".,")) for part in kept)


def _one_spelling(part: str) -> str:
    part = _undoubled(part.replace("y", "i").replace("j", "i"))
    for written, read in SPELLINGS:
        part = part.replace(written, read)
    return _undoubled(part)


def _undoubled(part: str) -> str:
    return re.sub(r"(.)\1", r"\1", part)


@lru_cache(maxsize=16_384)
def countries_named(text: str, language: str = "en") -> frozenset[str]:
    """The countries that a text names, by name, adjective, people or capital."""
    table = _country_words(language)
    return frozenset(table[words] for words in _country_pattern(language).findall(text))


@lru_cache(maxsize=16_384)
def countries_of_place(place: str, language: str = "en") -> frozenset[str]:
    """The countries in which a place lies: those that its name names, else that of a city or part of a state that the lexicon has."""
    named, lies_in = countries_named(place, language), _places(language).get(place)
    return named or (frozenset((lies_in,)) if lies_in else named)


@cache
def _places(language: str) -> dict[str, str]:
    return {phrase.words: phrase.country for phrase in load(language).place_phrases if phrase.country}


def names_one_of(text: str, countries: frozenset[str], language: str = "en") -> bool:
    """Whether a text names one of some countries, as `countries_named` would find it."""
    table = _country_words(language)
    return any(table[words] in countries for words in _pattern_around(countries, language).findall(text))


@lru_cache(maxsize=256)
def _pattern_around(countries: frozenset[str], language: str) -> re.Pattern[str]:
    """A pattern for the words that name some countries, and for those in which such words stand ("Papua New Guinea")."""
    table = _country_words(language)
    own = _pattern_of(words for words, name in table.items() if name in countries)
    return _pattern_of(words for words in table if own.search(words))


@cache
def _country_words(language: str) -> dict[str, str]:
    found = (phrase for phrase in load(language).country_phrases if phrase.sort in NAMES_A_COUNTRY)
    return {phrase.words: phrase.country for phrase in found if phrase.country}


@cache
def _country_pattern(language: str) -> re.Pattern[str]:
    return _pattern_of(_country_words(language))


def _pattern_of(names: Iterable[str]) -> re.Pattern[str]:
    longest_first = sorted(names, key=lambda words: (-len(words), words))
    if not longest_first:
        return re.compile(r"(?!)")
    capital, other = ([re.escape(w) for w in longest_first if w[0].isupper() is upper] for upper in (True, False))
    letters = "".join(sorted({words[0] for words in capital}))  # so that nothing is tried on words that begin otherwise
    ways = [*([rf"(?=[{letters}])(?:{'|'.join(capital)})"] if capital else []), *other]
    return re.compile(rf"\b(?:{'|'.join(ways)})(?!\w)")


@cache
def names_of(side: str, language: str = "en") -> frozenset[str]:
    """The stems of a side's names, of its adjective, its people and its capital: both of two passages about it have them."""
    said = [words for words, country in _country_words(language).items() if country == side]
    return frozenset(stem(word) for words in (side, *said) for word in parts(words))


@lru_cache(maxsize=4096)
def capitals_of(sides: frozenset[str], language: str = "en") -> frozenset[str]:
    """The stems of the names of the capitals of some sides."""
    some = (phrase for phrase in load(language).country_phrases if phrase.sort == "capital" and phrase.country in sides)
    return frozenset(stem(word) for phrase in some for word in parts(phrase.words))


@lru_cache(maxsize=4096)
def names_of_all(sides: frozenset[str]) -> frozenset[str]:
    """The stems of the names of some sides."""
    return frozenset().union(*map(names_of, sides))


@lru_cache(maxsize=65_536)
def matter_of(words: Words, sides: frozenset[str]) -> Words:
    """The words of a passage without the names of those whose it is."""
    return words.without(names_of_all(sides))


def names_of_persons(reading: Reading) -> frozenset[str]:
    """The stems of all persons' names in a report: who acts, not what is done."""
    persons = (actor.name for actor in reading.actors if actor.kind == "person")
    return frozenset(stem(word) for name in persons for word in parts(name))
