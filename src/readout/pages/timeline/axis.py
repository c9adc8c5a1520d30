"""Where days stand along the picture of a timeline: time runs evenly, but for long stretches in which nothing was, which it leaves out."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from readout.pages.phrasing import MONTHS

LEFT, RIGHT = 12, 468
DOT = 4
BREAK = 64
"""Room of a stretch that is left out: so much that the years on both sides of it stand beside each other."""
LONG = 730
SHARE = 4
LEAST = 183
"""Left out is what is `LONG` (days) and longer than one part in `SHARE` of all, where at least `LEAST` days are left to show."""
LETTER = 5
"""Half of a letter's width on a small screen, where letters are larger."""
MOST_TICKS = 8
MOST_MONTHS = 5
"""Names of months are longer than years."""


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
        return "start" if self.x < LEFT + self.half else "end" if self.x > RIGHT - self.half else "middle"

    @property
    def half(self) -> float:
        """Half of the words' width."""
        return LETTER * len(self.words)

    @property
    def reach(self) -> tuple[float, float]:
        """From where to where the words reach."""
        left = {"start": self.at, "end": self.at - 2 * self.half}.get(self.anchor, self.at - self.half)
        return left, left + 2 * self.half


@dataclass(frozen=True, slots=True)
class Stretch:
    """Days (ordinals) that are shown, from `first` to `last`, and where they stand, from `left` to `right`."""

    first: int
    last: int
    left: float
    right: float

    def at(self, day: int) -> float:
        """Where one of its days stands."""
        return self.left + (self.right - self.left) * (day - self.first) / max(self.last - self.first, 1)


def stretches(days: Sequence[int]) -> tuple[Stretch, ...]:
    """What is shown of the time of some days (ordinals in order): one stretch, or several with `BREAK` between them."""
    gaps = _gaps(days)
    shown = days[-1] - days[0] - sum(days[gap] - days[gap - 1] for gap in gaps)
    scale = (RIGHT - LEFT - 2 * DOT - BREAK * len(gaps)) / max(shown, 1)
    found: list[Stretch] = []
    for start, end in zip((0, *gaps), (*gaps, len(days)), strict=True):
        left = found[-1].right + BREAK if found else LEFT + DOT
        first, last = days[start], days[end - 1]
        found.append(Stretch(first, last, left, left + (last - first) * scale))
    return tuple(found)


def _gaps(days: Sequence[int]) -> list[int]:
    """The places of the days before which time is left out."""
    whole = days[-1] - days[0]
    most = max(LONG, whole / SHARE)
    gaps = [place for place in range(1, len(days)) if days[place] - days[place - 1] > most]
    left_out = sum(days[place] - days[place - 1] for place in gaps)
    return gaps if whole - left_out >= LEAST else []


def ticks(shown: Sequence[Stretch]) -> Iterator[Tick]:
    """The days along the bottom; where time is left out, those whose words have room beside the ones before."""
    end = 0.0
    for stretch in shown:
        for day, words in _of(stretch, len(shown) == 1):
            tick = Tick(round(stretch.at(day), 1), words)
            start, its_end = tick.reach
            if len(shown) == 1 or start >= end:
                end = its_end
                yield tick


def _of(stretch: Stretch, is_whole: bool) -> list[tuple[int, str]]:
    """The days of a stretch with their words; one beside time that is left out names the year in which it begins too."""
    if is_whole or stretch.right - stretch.left > (RIGHT - LEFT) / 2:
        named = list(_named(stretch.first, stretch.last))
        if is_whole or not named[0][1].isdigit():
            return named
    else:
        named = list(_years(stretch))
    return [(stretch.first, str(date.fromordinal(stretch.first).year)), *named]


def _years(stretch: Stretch) -> Iterator[tuple[int, str]]:
    """The beginnings of the years within a stretch."""
    first, last = date.fromordinal(stretch.first), date.fromordinal(stretch.last)
    yield from ((date(year, 1, 1).toordinal(), str(year)) for year in range(first.year + 1, last.year + 1))


def _named(first: int, last: int) -> Iterator[tuple[int, str]]:
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
