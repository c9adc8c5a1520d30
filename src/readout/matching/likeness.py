"""How alike two passages are: shared words, each weighed by its rarity."""

from __future__ import annotations

from functools import lru_cache
from typing import TypeVar

from readout.matching.thresholds import thresholds
from readout.matching.words import Words, is_code, rarity, weight

T = TypeVar("T", int, str)


def likeness(one: Words, other: Words) -> float:
    """From 0 (no word in common) to 1 (the same words): the weight that both share, of the geometric mean of both."""
    shared = shared_weight(one, other)
    return shared / (one.weight * other.weight) ** 0.5 if shared else 0.0


def shared_weight(one: Words, other: Words) -> float:
    """The weight of the stems that both have, in nats."""
    return weight(one.stems & other.stems)


@lru_cache(maxsize=16_384)
def anchors(words: Words) -> frozenset[str]:
    """The stems that tell enough to look others up by; where no stem does, the rarest one."""
    least = thresholds("commitment")["anchor"]
    rare = frozenset(stem for stem in words.stems if rarity(stem) >= least)
    return rare or frozenset(sorted(words.stems, key=lambda stem: (-rarity(stem), stem))[:1])


@lru_cache(maxsize=16_384)
def foremost(words: Words) -> frozenset[str]:
    """The rarest anchors: what shares none of these with a passage is not compared with it, so that many can be held against many."""
    rarest = sorted(anchors(words), key=lambda stem: (-rarity(stem), stem))
    return frozenset(rarest[: thresholds("commitment")["foremost"]])


def speak_of_other_things(one: Words, other: Words) -> bool:
    """Whether both name sums, or both name codes (F414, MQ-9B), and none of them in common."""
    return _apart(one.sums, other.sums) or _apart(codes(one.named), codes(other.named))


@lru_cache(maxsize=16_384)
def codes(named: frozenset[str]) -> frozenset[str]:
    """The codes among the names of things."""
    return frozenset(filter(is_code, named))


def _apart(one: frozenset[T], other: frozenset[T]) -> bool:
    return bool(one) and bool(other) and one.isdisjoint(other)
