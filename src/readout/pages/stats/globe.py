"""Where meetings were held, as a drawing for a page: land as one path, a dot for each place."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from math import sqrt

from readout.asking.atlas import Point, land
from readout.asking.stats import Stats
from readout.pages.phrasing import one_line
from readout.pages.stats.atlas import named

WIDTH, HEIGHT = 720, 330
WEST, NORTH, SCALE_X, SCALE_Y = -170.0, 80.0, 720 / 350, 330 / 138
"""Longitude and latitude of the upper left corner, and units a degree (plate carrée, somewhat taller as on the picture)."""
SMALLEST, LARGEST = 2.5, 14.0


@dataclass(frozen=True, slots=True)
class Dot:
    """A place: where it lies in the drawing, its radius, what it is called, and whether its name has room."""

    x: float
    y: float
    radius: float
    name: str
    count: int
    named: bool


def dots(stats: Stats) -> tuple[Dot, ...]:
    """The places with known coordinates, the most meetings first, so that small dots lie on large ones."""
    places = [place for place in stats.places if place.at]
    most, with_room = max((place.count for place in places), default=1), named(places)
    return tuple(
        Dot(*_at(place.at), round(SMALLEST + (LARGEST - SMALLEST) * sqrt(place.count / most), 1), one_line(place.name),
            place.count, place in with_room)
        for place in places if place.at
    )  # fmt: skip


@cache
def ground() -> str:
    """The outlines of land as the data of one SVG path."""
    return "".join(f"M{' '.join('{:g},{:g}'.format(*_at(point)) for point in ring)}Z" for ring in land())


def _at(point: Point) -> tuple[float, float]:
    return round((point[0] - WEST) * SCALE_X, 1), round((NORTH - point[1]) * SCALE_Y, 1)
