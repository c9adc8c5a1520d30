"""What one verb tells of several: the stops of a journey ("will travel to Oslo from May 6-7 and London from May 8-11"), and sums for
several ends; each is an action."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from readout.reading.dates import times
from readout.reading.finders.sums import shares
from readout.reading.scene import Scene

JOINS = frozenset((",", ";", "and", "then", "to"))
LONGEST = 8
"""Words between the days of one stop and those of the next at the most."""


def several(scene: Scene, first: int, last: int) -> Iterator[tuple[int, int]]:
    """First and last word of each action that an action's words hold."""
    return (share for stop in stops(scene, first, last) for share in shares(scene, *stop))


def stops(scene: Scene, first: int, last: int) -> Iterator[tuple[int, int]]:
    """First and last word of each stop within an action; the whole where it names no further place with days of its own."""
    span = scene.words.span(first, last)
    said = [t for t in times(scene.report.text, span.start, span.end, scene.day, future=True) if t.precision == "day"]
    days = [scene.words_of(time.span) for time in said]
    begin = first
    for (_, ends), (begins, _) in pairwise(days):
        place = _place(scene, ends + 1, begins)
        if place is not None:
            yield begin, ends
            begin = place
    yield begin, last


def _place(scene: Scene, low: int, end: int) -> int | None:
    """The first word of a place that stands alone between two times; None where other words say what will be done."""
    words = scene.words
    first = next((k for k in range(low, end) if words.lower[k] not in JOINS), end)
    if first == low or end - first > LONGEST or not words.form[first][:1].isupper():
        return None
    alone = all(words.pos[k] in ("PROPN", "PUNCT", "ADP", "DET") for k in range(first, end))
    return first if alone and first < end and "to" not in words.lower[first:end] else None
