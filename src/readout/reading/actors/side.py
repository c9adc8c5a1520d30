"""Whether a report whose outlet nobody knows is a readout, and whose side tells it: by who meets whom in its opening.

In 346 readouts whose outlets were withheld the opening told 299 times that officials of two countries met, and 294 times it named first the
one whose press service wrote.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from readout.lang.inflection import lemmas
from readout.reading.actors.party import Mention
from readout.reading.actors.surroundings import Side

if TYPE_CHECKING:
    from readout.reading.actors.cast import Cast

LEVELS = ("principal", "minister", "official")
OPENING = 4
"""Sentences, the headline's among them, in which those who met are named."""


def side_of(cast: Cast) -> Side:
    """The side of a report by its opening: the country of the official named first, but not of a guest who comes on a visit."""
    words, vocabulary = cast.words, cast.pack.lexicon["meetings"]
    end = words.sentences[:OPENING][-1][1]
    holders = list(_officials(cast, end))
    first = holders[0].parties[0].country if holders else None
    other = next((mention for mention in holders if mention.parties[0].country not in (None, first)), None)
    told = {**dict.fromkeys(lemmas(tuple(vocabulary["verbs"]))), **vocabulary["nouns"]}
    if other is None or not any(word in told for word in words.lower[:end]):
        return Side()
    visits = any(told.get(word) == "visit" for word in words.lower[: other.first])
    return Side(True, None if visits else first)


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
