"""What one verb tells of several: the stops of a journey ("will travel to Oslo from May 6-7 and London from May 8-11"), what will be done there
("to meet the mayor and attend the fair"), and sums for several ends; each is an action."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from readout.model import Span
from readout.reading.dates.worked_out import times
from readout.reading.finders.commitments.actions import LINKS, SHORTEST
from readout.reading.finders.commitments.sums import shares
from readout.reading.finders.phrases import action_root
from readout.reading.scene import Scene

JOINS = frozenset((",", ";", "and", "then", "to"))
LONGEST = 8
"""Words between the days of one stop and those of the next at the most."""


def several(scene: Scene, first: int, last: int) -> Iterator[tuple[int, int]]:
    """First and last word of each action that an action's words hold."""
    parts = (part for stop in stops(scene, first, last) for part in errands(scene, *stop))
    return (share for part in parts for share in shares(scene, *part))


def errands(scene: Scene, first: int, last: int) -> Iterator[tuple[int, int]]:
    """First and last word of a journey and of each thing to be done there that one could see done ("to meet with", not "to discuss"). Of 44
    journeys annotators told the errands apart in 15 of 25 that have days of their own, and in 6 of 19 that have none: those stay whole."""
    words, data = scene.words, scene.pack.lexicon["undertakings"]
    starts = [first]
    if words.lower[action_root(scene, first, last)] in data["journeys"]:
        for k in range(first + SHORTEST, last):
            aim = words.lower[k - 1] == "to" or (len(starts) > 1 and words.lower[k - 1] in JOINS)
            apart = k - starts[-1] >= SHORTEST and (len(starts) > 1 or _has_day(scene, first, k - 2))
            if aim and apart and words.lower[k] in data["errands"] and words.tag[k] in ("VB", "VBP"):
                starts.append(k)
    for start, stop in pairwise([*starts, last + 1]):
        end = stop - 1
        while stop <= last and end > start and words.lower[end] in LINKS:
            end -= 1
        yield start, end


def _has_day(scene: Scene, first: int, last: int) -> bool:
    """Whether words tell a day."""
    span = scene.words.span(first, last)
    return any(t.precision == "day" for t in times(scene.report.text, span.start, span.end, scene.day, future=True))


def journey_before(scene: Scene, span: Span) -> Span | None:
    """The words of the journey on which an action is an errand ("travel to Oslo on May 6" before "to meet the mayor")."""
    words, data = scene.words, scene.pack.lexicon["undertakings"]
    first = scene.words_of(span)[0]
    low = words.sentence_of[first][0]
    if words.lower[first] not in data["errands"] or words.lower[first - 1] not in JOINS:
        return None
    aim = next(
        (k for k in range(first - 1, low, -1) if words.lower[k] == "to" and words.lower[k + 1] in data["errands"]), None
    )
    verb = next((k for k in range(aim or low, low, -1) if words.lower[k] in data["journeys"]), None)
    if aim is None or verb is None or any(words.dep[k].startswith("nsubj") for k in range(verb, first)):
        return None
    return words.span(verb, aim - 1)


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
