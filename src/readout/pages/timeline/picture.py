"""Where everything stands in the picture of a timeline: lanes by kind, years or months along the bottom."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise
from typing import TYPE_CHECKING

from readout.pages.timeline.axis import BREAK, DOT, Tick, stretches, ticks

if TYPE_CHECKING:
    from readout.asking.timeline import Moment

LANE, TOP = 60, 6
STACKED = 5
"""Dots that stand above one another where many fall on about one day; more lie on the topmost."""

LANES = (
    ("Meetings", 1, ("meeting",)),
    ("Undertakings", 3, ("commitment", "again")),
    ("Documents and projects", 4, ("agreement", "project")),
    ("What came of them", 6, ("progress", "news")),
)
"""Each lane's name, its colour in the frame (k1 to k6), and the kinds of moments in it."""


@dataclass(frozen=True, slots=True)
class Dot:
    """A moment in the picture, by its place in the list below."""

    x: float
    y: float
    number: int
    said: str


@dataclass(frozen=True, slots=True)
class Lane:
    """A row of dots; `line` is the height of its ground."""

    name: str
    colour: int
    line: float
    dots: tuple[Dot, ...]


@dataclass(frozen=True, slots=True)
class Gap:
    """Time that the picture leaves out around a place: from one moment's date to the next one's, as ISO has them."""

    x: float
    after: str
    before: str


@dataclass(frozen=True, slots=True)
class Picture:
    """All lanes that have dots, the days along the bottom, and what of the time between them is left out."""

    lanes: tuple[Lane, ...]
    ticks: tuple[Tick, ...]
    gaps: tuple[Gap, ...]
    height: float


def picture(moments: Sequence[Moment], said: Sequence[str]) -> Picture:
    """The picture of moments in order of time; `said` is what each is called."""
    days = [_ordinal(moment.date) for moment in moments]
    shown = stretches(days)
    places = [next(stretch.at(day) for stretch in shown if day <= stretch.last) for day in days]
    lanes: list[Lane] = []
    for name, colour, kinds in LANES:
        inside = [number for number, moment in enumerate(moments) if moment.kind in kinds]
        if inside:
            line = TOP + LANE * (len(lanes) + 1)
            lanes.append(Lane(name, colour, line, tuple(_dots(inside, places, said, line))))
    dates = dict(zip(days, (moment.date for moment in moments), strict=True))
    gaps = (
        Gap(round(before.right + BREAK / 2, 1), dates[before.last], dates[after.first])
        for before, after in pairwise(shown)
    )
    return Picture(tuple(lanes), tuple(ticks(shown)), tuple(gaps), TOP + LANE * len(lanes) + 26)


def _dots(numbers: Sequence[int], places: Sequence[float], said: Sequence[str], line: float) -> Iterator[Dot]:
    """Dots on the line, those that would lie on one another above one another."""
    at, height = -1.0, 0
    for number in numbers:
        close = at >= 0 and places[number] - at < DOT
        height = min(height + 1, STACKED - 1) if close else 0
        at = at if close else places[number]
        yield Dot(round(at, 1), round(line - DOT - 1 - height * DOT * 1.6, 1), number, said[number])


def _ordinal(day: str) -> int:
    """A day as a whole number; of a month or a year its first."""
    return date.fromisoformat(day + "0000-01-01"[len(day) :]).toordinal()
