"""Whose side a report takes that names no outlet: the country of those whom it names by office alone, beside others whose country it says."""

from __future__ import annotations

from collections.abc import Iterator

from readout.reading.actors.cast import Cast
from readout.reading.actors.party import Party

OPENING = 4
"""Sentences in which a report says who met whom."""
COUNTRIES = frozenset(("country", "adjective", "people"))


def own_side(cast: Cast) -> str | None:
    """The one country whose office holders the opening names without it ("President Rinkēvičs met with President of Estonia Alar
    Karis"), where nobody of theirs is told of by a bare surname as newspapers do; None where the text does not tell."""
    opening = list(dict.fromkeys(_persons(cast)))
    if is_first_person(cast):
        return None
    ours = [person for person in opening if _is_at_home(person, first=person is opening[0])]
    abroad = {person.country for person in opening if any(_told(person))}
    countries = {person.country for person in ours}
    if len(countries) != 1 or countries & abroad or not (abroad or _others(cast, countries)):
        return None
    if not any(_acts(cast, person) for person in ours) or any(goes_by_surname(cast, person) for person in ours):
        return None
    return next(iter(countries))


def _last(cast: Cast) -> int:
    return cast.words.sentences[min(OPENING, len(cast.words.sentences)) - 1][1]


def _persons(cast: Cast) -> Iterator[Party]:
    """The persons whom the first sentences name."""
    named = (m for k in range(_last(cast)) if (m := cast.at[k]) is not None and m.sort == "person")
    return (mention.parties[0] for mention in named)


def _others(cast: Cast, own: set[str | None]) -> bool:
    """Whether the first sentence names another country."""
    named = (m for k in range(cast.words.sentences[0][1]) if (m := cast.at[k]) is not None and m.sort in COUNTRIES)
    return any(mention.parties[0].name not in own for mention in named)


def _told(person: Party) -> list[str | None]:
    """The countries that the text says with the person's offices; None for an office alone."""
    return [of for _, of, span, source in person.titles if source == "text" and span is not None]


def _is_at_home(person: Party, first: bool) -> bool:
    """Whether the text names a person whose country the table of offices knows by an office alone; the first one without any too."""
    told = _told(person)
    return person.country is not None and not any(told) and bool(told or (first and len(person.words) > 1))


def is_first_person(cast: Cast) -> bool:
    """Whether the opening is somebody's own words: "I" and "we" outside of quotations."""
    words, own = cast.words, cast.references["singular_i"] | {"we"}
    return any(words.lower[k] in own and not cast.quoted[k] for k in range(_last(cast)))


def _acts(cast: Cast, person: Party) -> bool:
    """Whether the person is the subject of a verb of the opening."""
    words = cast.words
    acting = (
        m for k in range(_last(cast)) if words.dep[k] in ("nsubj", "nsubj:pass") and (m := cast.at[k]) is not None
    )
    return any(person in mention.parties for mention in acting)


def goes_by_surname(cast: Cast, person: Party) -> bool:
    """Whether the person is the subject of a verb by the bare surname ("Karis said")."""
    words = cast.words
    for k, dep in enumerate(words.dep):
        mention = cast.at[k] if dep == "nsubj" else None
        if mention is not None and person in mention.parties and mention.first == mention.last:
            return True
    return False
