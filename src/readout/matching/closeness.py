"""How surely a sentence speaks of an undertaking: a few measures of shared words, and their weighing."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date as Date
from functools import lru_cache
from math import exp

from readout.matching.acts import is_meeting
from readout.matching.cues import unblamed
from readout.matching.parties import matter_of, names_of
from readout.matching.tellings import Telling
from readout.matching.thresholds import thresholds
from readout.matching.undertakings import Undertaking, last_day
from readout.matching.words import Words, rarity, weight, words_of

SHORTEST_ROW = 4
"""Words of a sentence that are compared with an action of fewer."""
BEFORE, AFTER = 110, 150
"""Code points before and after a cue in which the thing that it tells of must be named."""


@dataclass(frozen=True, slots=True)
class Measures:
    """What an action and a later sentence share, each 0 to 1; a word counts by its rarity, names of the sides for nothing.

    `covered` is the share of the action's words that the sentence has, `near` the share of all words of both that the action
    has in common with those around what tells the effect (Dice), `run` how much their longest row of common words says,
    `strangers` whether the sentence names a country that has no part in it and no party but those who tell it, `late` whether it
    is a visit or meeting, told of a season after its time, `dense` the share that the action has in common with the row of as many
    words of the sentence that has most of it (Dice), `gap` how long after the promise it is told.
    """

    covered: float
    near: float
    run: float
    strangers: float
    late: float
    dense: float
    gap: float


def may_be_close(undertaking: Undertaking, telling: Telling) -> bool:
    """Whether the words that both share could suffice at all, wherever they stand: for most pairs they do not."""
    action = matter_of(undertaking.words, undertaking.parties)
    shared, limits = weight(action.stems & telling.words.stems), thresholds("evidence")
    run = min(1.0, shared / limits["run"])
    near = _at_most(action, shared)
    covered, gap = shared / max(action.weight, limits["least"]), _gap(undertaking, telling)
    best = Measures(covered, near, run, strangers=0.0, late=0.0, dense=near, gap=gap)
    return closeness(best) >= float(limits["perhaps"])


def measures_at_best(undertaking: Undertaking, telling: Telling) -> Measures:
    """The measures of an undertaking against a later sentence, wherever in it the words stand that tell the effect: all but
    `near` are as they are, and that is not more.
    """
    action, later = (matter_of(words, undertaking.parties) for words in (undertaking.words, telling.words))
    shared, limits = weight(action.stems & later.stems), thresholds("evidence")
    return Measures(
        covered=shared / max(action.weight, limits["least"]),
        near=_at_most(action, shared),
        run=min(1.0, longest_run(action.row, later.row) / limits["run"]),
        strangers=float(_has_strangers(undertaking, telling)),
        late=float(is_late(undertaking, telling.told)),
        dense=_densest(action, later),
        gap=_gap(undertaking, telling),
    )


def measures(at_best: Measures, undertaking: Undertaking, near: Words) -> Measures:
    """The same with the words around what tells the effect."""
    action, words = (matter_of(each, undertaking.parties) for each in (undertaking.words, near))
    return replace(at_best, near=_both(action, words))


def _at_most(action: Words, shared: float) -> float:
    """What `near` is at most where words of so much weight are shared with the sentence."""
    return min(1.0, 2 * shared / max(action.weight + shared, float(thresholds("evidence")["least"])))


def _densest(action: Words, later: Words) -> float:
    """The most that an action shares with so many words in a row of a sentence as it has itself."""
    long = max(SHORTEST_ROW, len(action.row))
    ends = max(1, len(later.row) - long + 1)
    starts = {max(0, min(at, ends - 1)) for at, word in enumerate(later.row) if word in action.stems}
    return max((_both(action, Words(frozenset(later.row[at : at + long]))) for at in starts), default=0.0)


def _gap(undertaking: Undertaking, telling: Telling) -> float:
    """How long after the promise something is told, 1 after years."""
    if not undertaking.told or not telling.told:
        return 0.0
    days = (Date.fromisoformat(telling.told) - Date.fromisoformat(undertaking.told)).days
    return min(1.0, days / float(thresholds("evidence")["years"]))


def _has_strangers(undertaking: Undertaking, telling: Telling) -> bool:
    """Whether the sentence names a country that has no part in it, and no party but those who tell it."""
    if telling.named & (undertaking.parties - telling.tellers):
        return False
    others = telling.named - undertaking.parties
    return any(undertaking.words.stems.isdisjoint(names_of(side)) for side in others)


def is_late(undertaking: Undertaking, told: str | None) -> bool:
    """Whether a visit or a meeting was promised, or due, more than a season before a day: another one is told of."""
    if not is_meeting(undertaking.words, undertaking.language) or not undertaking.told or not told:
        return False
    expected = max(undertaking.told, last_day(undertaking.due).isoformat() if undertaking.due else "")
    season: int = thresholds("evidence")["late"]
    return (Date.fromisoformat(told) - Date.fromisoformat(expected)).days > season


@lru_cache(maxsize=16_384)
def words_near(quote: str, at: int | None, language: str) -> Words:
    """The words around a cue; those of the whole sentence where a finding tells the effect."""
    return words_of(unblamed(quote, language) if at is None else quote[max(0, at - BEFORE) : at + AFTER], language)


def closeness(found: Measures) -> float:
    """How surely the sentence speaks of the undertaking, 0 to 1: a logistic sum, its weights fitted on annotated links."""
    weights = thresholds("evidence")["weights"]
    total = weights["always"] + sum(weights[name] * getattr(found, name) for name in Measures.__slots__)
    return float(1 / (1 + exp(-total)))


def longest_run(one: Sequence[str], other: Sequence[str]) -> float:
    """The weight, in nats, of the row of two words or more in both that says most."""
    places: dict[str, list[int]] = {}
    for at, word in enumerate(other):
        places.setdefault(word, []).append(at)
    return max((_run(one[i:], other[j:]) for i, word in enumerate(one) for j in places.get(word, ())), default=0.0)


def _run(one: Sequence[str], other: Sequence[str]) -> float:
    said = []
    for a, b in zip(one, other, strict=False):
        if a != b:
            break
        said.append(rarity(a))
    return sum(said) if len(said) > 1 else 0.0


def _both(one: Words, other: Words) -> float:
    together = max(one.weight + other.weight, float(thresholds("evidence")["least"]))
    return 2 * weight(one.stems & other.stems) / together
