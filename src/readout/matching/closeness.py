"""How surely a sentence speaks of an undertaking: a few measures of shared words, and their weighing."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import exp

from readout.matching.parties import names_of
from readout.matching.thresholds import thresholds
from readout.matching.words import Words, rarity


@dataclass(frozen=True, slots=True)
class Measures:
    """What an action and a later sentence share, each 0 to 1; a word counts by its rarity, names of the sides for nothing.

    `covered` is the share of the action's words that the sentence has, `firmly` the same times how much they say together,
    `near` the share of all words of both that the action has in common with those around what tells the effect (Dice),
    `run` how much their longest row of common words says, `beside` whether a thing that the action names stands around what
    tells the effect, `under_way` whether that is mere progress, which is told of the very matter more often
    than the rest.
    """

    covered: float
    firmly: float
    near: float
    run: float
    beside: float
    under_way: float


def measures(
    action: Words, things: frozenset[str], later: Words, near: Words, sides: frozenset[str], under_way: bool
) -> Measures:
    """The measures of an action, and of the things that it names, against a later sentence and its part around the effect."""
    own = frozenset(stem for side in sides for stem in names_of(side))
    action, later, near = action.without(own), later.without(own), near.without(own)
    limits = thresholds("evidence")
    shared = _weight(action.stems & later.stems)
    covered = shared / max(action.weight, limits["least"])
    return Measures(
        covered,
        covered * min(1.0, shared / limits["full"]),
        _both(action, near),
        min(1.0, longest_run(action.row, later.row) / limits["run"]),
        float(bool(things & near.stems)),
        float(under_way),
    )


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
    return 2 * _weight(one.stems & other.stems) / together


def _weight(stems: frozenset[str]) -> float:
    return sum(sorted(rarity(stem) for stem in stems))
