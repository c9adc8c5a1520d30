"""What two findings that tell the same tell differently: strength, numbers, actors."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator

from readout.asking.compare.comparison import Difference, Sort
from readout.asking.compare.items import ACTING, Item
from readout.matching.parties import Party, persons_by_side, same_person, sides_of
from readout.matching.sums import sums_in
from readout.matching.words import folded, stem
from readout.model import Slot, Span

WORDS: dict[str, tuple[str, Sort]] = {
    "strength": ("strength", "strength"),
    "status": ("status", "strength"),
    "effect": ("effect", "strength"),
}
"""Slots whose values are words of a list, with the field and the sort of difference that they make.

The status of a project is left out: the reader gets it wrong too often for a difference to say something.
"""
COUNTED = re.compile(r"(?<![\w.,$€£¥-])(\d{1,3}(?:,\d{3})+|\d+(?:\.\d+)?)\s?(%|percent|per cent|[a-z][a-z-]{2,})")
MONTHS = re.compile(
    r"^(?:january|february|march|april|may|june|july|august|september|october|november|december|and|of|to|the)$"
)


def differences(one: Item, other: Item) -> tuple[Difference, ...]:
    """The differences of two findings, by field; none between a finding and itself."""
    return differences_of((one,), (other,))


def differences_of(one: Iterable[Item], other: Iterable[Item]) -> tuple[Difference, ...]:
    """The differences of two groups of findings: what all of a group say counts as said by it."""
    left, right = tuple(one), tuple(other)
    return tuple(_found(left, right))


def _found(one: tuple[Item, ...], other: tuple[Item, ...]) -> Iterator[Difference]:
    kinds = one[0].kind, other[0].kind
    if set(kinds) == {"commitment", "statement"}:
        yield Difference("told as", "strength", (kinds[0],), (kinds[1],))
    for role, (field, sort) in WORDS.items():
        yield from _words(one, other, role, field, sort)
    yield from _actors(one, other)
    yield from _given(one, other, "due", _same_day, "due_text")
    yield from _given(one, other, "amount", _same_amount)
    if not any(_slots(one, "amount")) and not any(_slots(other, "amount")):
        yield from _figures(one, other)


def _slots(found: tuple[Item, ...], role: str) -> list[Slot]:
    """The slots of a role; what is due on the day of the report is news of that day and no deadline."""
    slots = [(item, slot) for item in found for slot in item.finding.all(role)]
    return [slot for item, slot in slots if role != "due" or slot.value != item.told]


def _words(one: tuple[Item, ...], other: tuple[Item, ...], role: str, field: str, sort: Sort) -> Iterator[Difference]:
    """A word of a list that the accounts fill differently."""
    left, right = _slots(one, role), _slots(other, role)
    if left and right and not _values(left) & _values(right) and "project" not in (one[0].kind, other[0].kind):
        yield _difference(field, sort, left, right)


def _given(
    one: tuple[Item, ...], other: tuple[Item, ...], role: str, same: Callable[[str, str], bool], instead: str = ""
) -> Iterator[Difference]:
    """A number that the accounts give differently, or that one of them alone gives for the same undertaking."""
    left, right = _slots(one, role), _slots(other, role)
    if one[0].kind != other[0].kind or (not left and not right):
        return
    if (not left and _said_somehow(one, right, instead)) or (not right and _said_somehow(other, left, instead)):
        return
    if not any(same(str(a.value), str(b.value)) for a in left for b in right):
        yield _difference(role, "number", left, right)


def _said_somehow(found: tuple[Item, ...], slots: list[Slot], instead: str) -> bool:
    """Whether findings without a number still give it: in vague words, or within their sentences."""
    quotes = " ".join(item.sentence for item in found)
    within = any(
        folded(str(slot.value)) in folded(quotes) or sums_in(str(slot.value)) & sums_in(quotes) for slot in slots
    )
    return within or bool(instead and _slots(found, instead))


def _same_day(one: str, other: str) -> bool:
    return one.startswith(other) or other.startswith(one)


def _same_amount(one: str, other: str) -> bool:
    sums = sums_in(one), sums_in(other)
    if all(sums):
        return not sums[0].isdisjoint(sums[1])
    plain = folded(one), folded(other)
    return plain[0] in plain[1] or plain[1] in plain[0]


def _figures(one: tuple[Item, ...], other: tuple[Item, ...]) -> Iterator[Difference]:
    """Figures of the same thing in the words themselves: sums of money, and numbers that stand before the same word."""
    left, right = (" ".join(item.quote for item in found) for found in (one, other))
    sums = sums_in(left), sums_in(right)
    if all(sums) and sums[0].isdisjoint(sums[1]):
        yield Difference("amount", "number", _shown(sums[0]), _shown(sums[1]))
    counted = _counted(left), _counted(right)
    for thing in sorted(counted[0].keys() & counted[1].keys()):
        a, b = counted[0][thing], counted[1][thing]
        if a.keys().isdisjoint(b.keys()):
            yield Difference("amount", "number", tuple(sorted(a.values())), tuple(sorted(b.values())))


def _shown(sums: frozenset[int]) -> tuple[str, ...]:
    return tuple(f"{each:,}" for each in sorted(sums))


def _counted(text: str) -> dict[str, dict[float, str]]:
    """Figures by the stem of the word that they count."""
    found: dict[str, dict[float, str]] = {}
    for match in COUNTED.finditer(text):
        thing = "%" if match[2] in ("%", "percent", "per cent") else stem(match[2])
        if not MONTHS.match(match[2]):
            found.setdefault(thing, {})[float(match[1].replace(",", ""))] = match[0]
    return found


def _actors(one: tuple[Item, ...], other: tuple[Item, ...]) -> Iterator[Difference]:
    parties = [frozenset(party for item in found for party in item.acting) for found in (one, other)]
    if same_actors(*parties) or (not _jointly(one, other) and not _disjoint(*parties)):
        return
    left, right = (_slots(found, ACTING[found[0].kind]) for found in (one, other))
    yield _difference("actors", "actor", left, right)


def _jointly(one: tuple[Item, ...], other: tuple[Item, ...]) -> bool:
    """Whether it matters that both sides act here and one there: who undertakes it together, who alone."""
    return one[0].kind == other[0].kind == "commitment"


def _disjoint(one: frozenset[Party], other: frozenset[Party]) -> bool:
    """Whether no side acts in both accounts, or one side does by persons of whom neither account names the other's."""
    sides = sides_of(one), sides_of(other)
    return sides[0].isdisjoint(sides[1]) or (sides[0] == sides[1] and len(sides[0]) == 1)


def same_actors(one: frozenset[Party], other: frozenset[Party]) -> bool:
    """Whether the same sides act, and on each side one whom both accounts may mean; True where an account names nobody."""
    sides = sides_of(one), sides_of(other)
    if not one or not other or not all(sides):
        return True
    if sides[0] != sides[1]:
        return False
    first, second = persons_by_side(one), persons_by_side(other)
    shared = first.keys() & second.keys()
    return all(any(same_person(a, b) for a in first[side] for b in second[side]) for side in shared)


def _difference(field: str, sort: Sort, left: list[Slot], right: list[Slot]) -> Difference:
    return Difference(field, sort, _told(left), _told(right), _spans(left), _spans(right))


def _told(slots: list[Slot]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(str(slot.value) for slot in slots))


def _values(slots: list[Slot]) -> set[str]:
    return {str(slot.value) for slot in slots}


def _spans(slots: list[Slot]) -> tuple[Span, ...]:
    return tuple(sorted({slot.span for slot in slots if slot.span}))
