"""Things that have a code: an engine F414, an aircraft MQ-9B. Later progress with one of them is of the promise that names it."""

from __future__ import annotations

from functools import cache

from readout.matching.likeness import codes
from readout.matching.parties import matter_of, names_of_all
from readout.matching.standing import sides_known
from readout.matching.tellings import Telling
from readout.matching.thresholds import thresholds
from readout.matching.undertakings import Undertaking
from readout.matching.words import Words, rarity, weight


def is_of_the_thing(undertaking: Undertaking, telling: Telling, covered: float) -> bool:
    """Whether a sentence tells of the very thing of an undertaking whose promiser is known, so that progress in it is sure.

    Both name it by its code, which is rare and no side's name ("C5+1"), they share other words beside it, and the
    sentence has such a share (`covered`, 0 to 1) of the promise's words: training for an aircraft is not its transfer.
    """
    limits = thresholds("evidence")["thing"]
    if not undertaking.by or covered < limits["covered"]:
        return False
    both = things(undertaking.words, undertaking.language) & things(telling.words, telling.language)
    beside = matter_of(undertaking.words, undertaking.parties).stems & telling.words.stems - both
    return bool(both) and weight(beside) >= limits["beside"]


def is_of_the_event(undertaking: Undertaking, telling: Telling) -> bool:
    """Whether both name by its acronym or code what few reports name: the next meeting of iCET is one of iCET."""
    least, others = thresholds("evidence")["thing"]["rare"], _names_of_sides(undertaking.language)
    return any(rarity(name) >= least for name in undertaking.words.named & telling.words.named - others)


def things(words: Words, language: str) -> frozenset[str]:
    """The codes of things that few reports name."""
    least = thresholds("evidence")["thing"]["rare"]
    return frozenset(code for code in codes(words.named) - _names_of_sides(language) if rarity(code) >= least)


@cache
def _names_of_sides(language: str) -> frozenset[str]:
    return names_of_all(sides_known(language))
