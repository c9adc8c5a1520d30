"""Whether a report whose outlet nobody knows is a readout: officials of two countries meet in its opening, and nobody is told of as
newspapers do. On dev reports whose outlets were withheld .95 of statements are whole so, .89 without.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from readout.lang.inflection import lemmas
from readout.reading.actors.own_side import goes_by_surname, is_first_person
from readout.reading.actors.party import Mention

if TYPE_CHECKING:
    from readout.reading.actors.cast import Cast

LEVELS = ("principal", "minister", "official")
TWO = 2
OPENING = 4
"""Sentences, the headline's among them, in which those who met are named."""


def is_readout(cast: Cast) -> bool:
    """Whether a report is told as official outlets tell it, where those speak who met: not in the first person, nor by bare surnames."""
    words, vocabulary = cast.words, cast.pack.lexicon["meetings"]
    end = words.sentences[:OPENING][-1][1]
    holders = [mention.parties[0] for mention in _officials(cast, end)]
    if len({person.country for person in holders} - {None}) < TWO or is_first_person(cast):
        return False
    told = {*lemmas(tuple(vocabulary["verbs"])), *vocabulary["nouns"]}
    return any(word in told for word in words.lower[:end]) and not any(
        len(person.words) > 1 and goes_by_surname(cast, person) for person in holders
    )


def _officials(cast: Cast, end: int) -> Iterator[Mention]:
    """The persons with an office of the executive before a word, each where the text names them first."""
    told = set()
    for k in range(end):
        mention = cast.at[k]
        if mention is None or mention.sort != "person" or mention.first != k or mention.parties[0] in told:
            continue
        told.add(mention.parties[0])
        if any(_is_of_executive(cast, title) for title, _, span, _ in mention.parties[0].titles if span):
            yield mention


def _is_of_executive(cast: Cast, title: str) -> bool:
    """Whether a title, or what it begins with ("President of the Republic"), is one of those who meet for their states."""
    levels, parts = cast.pack.level_of_title, title.lower().split()
    known = (levels[said] for n in range(len(parts), 0, -1) if (said := " ".join(parts[:n])) in levels)
    return next(known, "other") in LEVELS
