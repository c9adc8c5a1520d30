"""How surely a sentence speaks of an undertaking: a few measures of shared words, and their weighing."""

from __future__ import annotations

from dataclasses import dataclass
from math import exp

from readout.matching.parties import names_of
from readout.matching.thresholds import thresholds
from readout.matching.words import Words, rarity


@dataclass(frozen=True, slots=True)
class Measures:
    """What an action and a later sentence share; each word counts by its rarity, names of the sides for nothing.

    `both` is the share of all words of both that they have in common (Dice), `covered` the share of the action's words that
    the sentence has, `near` as `both` for the words around those that tell the effect. `mass` is what they share in nats,
    of so many that more says no more: a share of little says little.
    """

    both: float
    covered: float
    near: float
    mass: float


def measures(action: Words, later: Words, near: Words, sides: frozenset[str]) -> Measures:
    """The measures of an action against a later sentence and its part around the words that tell the effect."""
    own = frozenset(stem for side in sides for stem in names_of(side))
    action, later, near = action.without(own), later.without(own), near.without(own)
    limits = thresholds("evidence")
    shared = _weight(action.stems & later.stems)
    return Measures(
        _both(action, later),
        shared / max(action.weight, limits["least"]),
        _both(action, near),
        min(1.0, shared / limits["full"]),
    )


def closeness(found: Measures) -> float:
    """How surely the sentence speaks of the undertaking, 0 to 1: a logistic sum, its weights fitted on annotated links."""
    weights = thresholds("evidence")["weights"]
    total = weights["always"] + weights["near"] * found.near
    total += found.mass * (weights["both"] * found.both + weights["covered"] * found.covered)
    return float(1 / (1 + exp(-total)))


def _both(one: Words, other: Words) -> float:
    together = max(one.weight + other.weight, float(thresholds("evidence")["least"]))
    return 2 * _weight(one.stems & other.stems) / together


def _weight(stems: frozenset[str]) -> float:
    return sum(sorted(rarity(stem) for stem in stems))
