"""Whose side a report takes whose outlet nobody knows, by those whom its opening names: a readout, where officials of two countries meet
and nobody is told of as newspapers do, and one country's, where it names its office holders alone without their country.
On dev reports whose outlets were withheld .95 of statements are whole with it, .89 without.
"""

from __future__ import annotations

from dataclasses import dataclass

from readout.lang.inflection import lemmas
from readout.reading.actors.cast import Cast
from readout.reading.actors.party import Mention, Party
from readout.reading.actors.surroundings import Side

OPENING = 4
"""Sentences, the headline's among them, in which a report says who met whom."""
COUNTRIES = frozenset(("country", "adjective", "people"))
LEVELS = ("principal", "minister", "official")
TWO = 2


@dataclass(frozen=True, slots=True)
class Opening:
    """The first sentences of a text: how many words they are, what is named at which of them, and the persons among these, in turn."""

    cast: Cast
    end: int
    named: list[tuple[int, Mention]]
    persons: tuple[Party, ...]


def side_taken(cast: Cast, nameless: bool) -> Side:
    """The side of a text whose outlet nobody knows; only one that names no outlet (`nameless`) takes a country's."""
    end = cast.words.sentences[:OPENING][-1][1]
    named = [(k, mention) for k in range(end) if (mention := cast.at[k]) is not None]
    persons = dict.fromkeys(mention.parties[0] for _, mention in named if mention.sort == "person")
    opening = Opening(cast, end, named, tuple(persons))
    if _is_first_person(opening):
        return Side()
    home = _home(opening) if nameless else None
    return Side(bool(home) or _is_readout(opening), home)


def _is_first_person(opening: Opening) -> bool:
    """Whether the opening is somebody's own words: "I" and "we" outside of quotations."""
    cast = opening.cast
    own = cast.references["own_words"]
    return any(cast.words.lower[k] in own and not cast.quoted[k] for k in range(opening.end))


def _home(opening: Opening) -> str | None:
    """The one country whose office holders the opening names without it ("President Rinkēvičs met with President of Estonia Alar
    Karis"), where nobody of theirs is told of by a bare surname as newspapers do; None where the text does not tell."""
    ours = [person for person in opening.persons if _is_at_home(person, first=person is opening.persons[0])]
    countries = {person.country for person in ours}
    abroad = {person.country for person in opening.persons if any(_told(person))}
    if len(countries) != 1 or countries & abroad or not (abroad or _others(opening, countries)):
        return None
    if not any(_acts(opening, person) for person in ours) or any(_goes_by_surname(opening.cast, one) for one in ours):
        return None
    return next(iter(countries))


def _is_readout(opening: Opening) -> bool:
    """Whether a report is told as official outlets tell it, where those speak who met: officials of two countries, by more than surnames."""
    words, vocabulary = opening.cast.words, opening.cast.pack.lexicon["meetings"]
    holders = [person for person in opening.persons if _is_official(opening.cast, person)]
    if len({person.country for person in holders} - {None}) < TWO:
        return False
    told = {*lemmas(tuple(vocabulary["verbs"])), *vocabulary["nouns"]}
    return any(word in told for word in words.lower[: opening.end]) and not any(
        len(person.words) > 1 and _goes_by_surname(opening.cast, person) for person in holders
    )


def _is_at_home(person: Party, first: bool) -> bool:
    """Whether the text names a person whose country the table of offices knows by an office alone; the first one without any too."""
    told = _told(person)
    return person.country is not None and not any(told) and bool(told or (first and len(person.words) > 1))


def _told(person: Party) -> list[str | None]:
    """The countries that the text says with the person's offices; None for an office alone."""
    return [of for _, of, span, source in person.titles if source == "text" and span is not None]


def _others(opening: Opening, own: set[str | None]) -> bool:
    """Whether the first sentence names another country."""
    end = opening.cast.words.sentences[0][1]
    named = (mention for k, mention in opening.named if k < end and mention.sort in COUNTRIES)
    return any(mention.parties[0].name not in own for mention in named)


def _acts(opening: Opening, person: Party) -> bool:
    """Whether the person is the subject of a verb of the opening."""
    dep = opening.cast.words.dep
    return any(person in mention.parties for k, mention in opening.named if dep[k] in ("nsubj", "nsubj:pass"))


def _goes_by_surname(cast: Cast, person: Party) -> bool:
    """Whether the person is the subject of a verb, anywhere in the text, by the bare surname ("Karis said")."""
    subjects = (mention for k, mention in enumerate(cast.at) if mention is not None and cast.words.dep[k] == "nsubj")
    return any(person in mention.parties and mention.first == mention.last for mention in subjects)


def _is_official(cast: Cast, person: Party) -> bool:
    """Whether a title of the person's in the text, or what it begins with ("President of the Republic"), is one of those who meet for
    their states."""
    return any(cast.pack.level(title) in LEVELS for title, _, span, _ in person.titles if span)
