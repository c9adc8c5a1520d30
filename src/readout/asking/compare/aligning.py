"""Which findings of two accounts tell the same: the best pairs first, one to one, the same whichever account comes first."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from math import sqrt

from readout.asking.compare.differing import differences
from readout.asking.compare.items import Item
from readout.asking.compare.tuned import limits
from readout.matching.grouping import grouped
from readout.matching.likeness import shared_weight

FORMULA = 3
"""Telling words from which a phrase that stands whole in the other account is weighed by that alone."""


@dataclass(frozen=True, slots=True)
class Aligned:
    """Findings of one row: the first of each side were compared, the others repeat them. One side may be empty."""

    one: tuple[Item, ...]
    other: tuple[Item, ...]
    likeness: float | None = None


@dataclass(frozen=True, slots=True)
class _Pair:
    one: Item
    other: Item
    likeness: float

    def order(self) -> tuple[float, bool, int, float, list[tuple[str, str]]]:
        """What decides which of two pairs is made first: nothing in it knows which account came first."""
        names = sorted((self.one.name, self.other.name))
        apart = abs(self.one.at - self.other.at)
        return -self.likeness, self.one.kind != self.other.kind, len(differences(self.one, self.other)), apart, names


def aligned(one: Sequence[Item], other: Sequence[Item]) -> list[Aligned]:
    """The rows of two accounts; swapping the accounts swaps the sides of each row and nothing else."""
    pairs = _best([pair for a in one for b in other if (pair := _pair(a, b))])
    taken = {pair.one.finding.id for pair in pairs}, {pair.other.finding.id for pair in pairs}
    left = [item for item in one if item.finding.id not in taken[0]]
    right = [item for item in other if item.finding.id not in taken[1]]
    repeats = {pair: _Repeats() for pair in pairs}
    alone_left = [item for item in left if not _repeats(item, pairs, repeats, of_one=True)]
    alone_right = [item for item in right if not _repeats(item, pairs, repeats, of_one=False)]
    both = [
        Aligned((pair.one, *found.of_one), (pair.other, *found.of_other), pair.likeness)
        for pair, found in repeats.items()
    ]
    alone = [Aligned(group, ()) for group in _gathered(alone_left)]
    return both + alone + [Aligned((), group) for group in _gathered(alone_right)]


class _Repeats:
    """The findings of each side that tell a row again."""

    def __init__(self) -> None:
        self.of_one: list[Item] = []
        self.of_other: list[Item] = []


def _best(found: list[_Pair]) -> list[_Pair]:
    """The best pairs, each finding in one at most."""
    made: list[_Pair] = []
    taken: tuple[set[str], set[str]] = set(), set()
    for pair in sorted(found, key=_Pair.order):
        ids = pair.one.finding.id, pair.other.finding.id
        if ids[0] not in taken[0] and ids[1] not in taken[1]:
            made.append(pair)
            taken[0].add(ids[0])
            taken[1].add(ids[1])
    return made


def _pair(one: Item, other: Item) -> _Pair | None:
    """The pair of two findings that tell the same; None where they do not."""
    apart = bool(one.sides and other.sides and one.sides.isdisjoint(other.sides))
    enough = limits()["kinds" if one.kind != other.kind else "same"]
    enough += limits()["acting"] if apart else 0.0
    score = alike(one, other)
    return _Pair(one, other, score) if score >= enough else None


def alike(one: Item, other: Item) -> float:
    """How alike two findings are worded, 0 to 1.

    The weight that they share, of the geometric mean of both, or a part of its share of the lighter one where that is more:
    accounts say in a phrase what others say in a paragraph.
    """
    if one.plain == other.plain:
        return 1.0
    shared = shared_weight(one.words, other.words)
    if not shared:
        return 0.0
    weights = one.words.weight, other.words.weight
    least, held = limits()["least"], limits()["held_least"]
    if _holds_whole(one, other) or _holds_whole(other, one):
        held = 0.0
    both = shared / sqrt(max(weights[0], least) * max(weights[1], least))
    return min(0.999, round(max(both, limits()["held"] * shared / max(min(weights), held)), 3))


def _holds_whole(item: Item, other: Item) -> bool:
    """Whether all that is said or undertaken here, if it is more than a pair of words, is said there too: a formula."""
    stems, kinds = item.words.stems, {item.kind, other.kind}
    own = "statement" not in kinds or kinds <= {"commitment", "statement"}
    return own and len(stems) >= FORMULA and stems <= other.words.stems


def _repeats(item: Item, pairs: Iterable[_Pair], repeats: dict[_Pair, _Repeats], of_one: bool) -> bool:
    """Puts a finding to the row that it tells again; False where there is none."""
    found = [(_again(item, pair), pair) for pair in pairs if item.kind == pair.one.kind == pair.other.kind]
    likely = [(score, pair) for score, pair in found if score >= limits()["again"]]
    if not likely:
        return False
    _, best = min(likely, key=lambda each: (-each[0], each[1].order()))
    (repeats[best].of_one if of_one else repeats[best].of_other).append(item)
    return True


def _again(item: Item, pair: _Pair) -> float:
    return max(alike(item, pair.one), alike(item, pair.other))


def _gathered(alone: Sequence[Item]) -> list[tuple[Item, ...]]:
    """Findings of one account that tell the same more than once, together."""
    by_id = {item.finding.id: item for item in alone}
    links = [
        (alike(a, b), a.finding.id, b.finding.id)
        for i, a in enumerate(alone)
        for b in alone[i + 1 :]
        if _tells_again(a, b)
    ]
    groups = grouped(by_id, links, _tells_again)
    place = {item.finding.id: number for number, item in enumerate(alone)}
    return [tuple(by_id[id] for id in sorted(group, key=place.__getitem__)) for group in groups]


def _tells_again(one: Item, other: Item) -> bool:
    return one.kind == other.kind and one.sides == other.sides and alike(one, other) >= limits()["again"]
