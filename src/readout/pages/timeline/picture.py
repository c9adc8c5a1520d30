"""Where everything stands in the picture of a timeline: lanes by kind, years or months along the bottom."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from readout.pages.phrasing import MONTHS

if TYPE_CHECKING:
    from readout.asking.timeline import Moment

WIDTH, LEFT, RIGHT = 480, 12, 468
LANE, TOP, DOT = 60, 6, 4
EDGE = 54
"""How near to an edge the words of a day would hang over it on a small screen, where letters are larger."""
MOST_TICKS = 8
MOST_MONTHS = 5
"""Names of months are longer than years."""
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
class Tick:
    """A day along the bottom: its words stand around it, and beside an edge within it (`at`, `anchor` as SVG has it)."""

    x: float
    words: str

    @property
    def at(self) -> float:
        """Where the words are anchored."""
        return {"start": LEFT, "end": RIGHT}.get(self.anchor, self.x)

    @property
    def anchor(self) -> str:
        """Which part of the words stands there."""
        return "start" if self.x < LEFT + EDGE else "end" if self.x > RIGHT - EDGE else "middle"


@dataclass(frozen=True, slots=True)
class Picture:
    """All lanes that have dots, and the days along the bottom."""

    lanes: tuple[Lane, ...]
    ticks: tuple[Tick, ...]
    height: float


def picture(moments: Sequence[Moment], said: Sequence[str]) -> Picture:
    """The picture of moments in order of time; `said` is what each is called."""
    days = [_ordinal(moment.date) for moment in moments]
    first, last = min(days), max(days)
    scale = (RIGHT - LEFT - 2 * DOT) / max(last - first, 1)
    places = [LEFT + DOT + (day - first) * scale for day in days]
    lanes: list[Lane] = []
    for name, colour, kinds in LANES:
        inside = [number for number, moment in enumerate(moments) if moment.kind in kinds]
        if inside:
            line = TOP + LANE * (len(lanes) + 1)
            lanes.append(Lane(name, colour, line, tuple(_dots(inside, places, said, line))))
    ticks = tuple(Tick(round(LEFT + DOT + (day - first) * scale, 1), words) for day, words in _ticks(first, last))
    return Picture(tuple(lanes), ticks, TOP + LANE * len(lanes) + 26)


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


def _ticks(first: int, last: int) -> Iterator[tuple[int, str]]:
    """The beginnings of years, or of months where there are few years; the first day itself where there are none."""
    start, end = date.fromordinal(first), date.fromordinal(last)
    months = [
        date(year, month, 1)
        for year in range(start.year, end.year + 1)
        for month in range(1, 13)
        if first <= date(year, month, 1).toordinal() <= last
    ]
    years = [day for day in months if day.month == 1]
    if len(months) <= MOST_MONTHS:
        yield from ((day.toordinal(), f"{MONTHS[day.month - 1][:3]} {day.year}") for day in months)
        if not months:
            yield first, f"{start.day} {MONTHS[start.month - 1][:3]} {start.year}"
        return
    some = years or months
    step = -(-len(some) // MOST_TICKS)
    some = some if len(years) >= 2 else months[:: -(-len(months) // MOST_MONTHS)]
    named = len(years) >= 2
    for day in some[:: step if named else 1]:
        yield day.toordinal(), str(day.year) if named else f"{MONTHS[day.month - 1][:3]} {day.year}"
