"""Where meetings were held, as a picture of the world: land without borders, and a dot for each place."""

from __future__ import annotations

from math import sqrt
from typing import Any

from readout.asking.atlas import land
from readout.asking.stats import Place, Stats
from readout.pages.phrasing import day

LAND, LINE, DOT = "#e3dfd3", "#cfcabb", "#ab3f12"
NAMED, APART = 16, 11.0
"""How many places at most are named, and how many degrees apart."""


def world(figure: Any, stats: Stats) -> None:
    """Draws on a matplotlib figure, degrees as they are (plate carrée); a dot's area goes with the meetings."""
    figure.set_size_inches(12, 6.6)
    axes = figure.add_subplot()
    _ground(axes)
    places = [place for place in stats.places if place.at]
    _dots(axes, places)
    mapped = sum(place.count for place in places)
    axes.set_title(f"Where meetings were held, as of {day(stats.as_of)}")
    axes.set_xlabel(f"{mapped:,} meetings in {len(places)} places with known coordinates, of {stats.placed:,} that name a place and "
                    f"{stats.meetings:,} in all. Land: Natural Earth.", color="#5f5b54")  # fmt: skip


def _ground(axes: Any) -> None:
    """Land, and a line each thirty degrees."""
    from matplotlib.collections import PolyCollection

    axes.set(xlim=(-170, 180), ylim=(-58, 80))
    axes.set_aspect(1.15)
    rings = [list(ring) for ring in land()]
    axes.add_collection(PolyCollection(rings, facecolors=LAND, edgecolors=LINE, linewidths=0.4))
    axes.set_xticks(range(-150, 181, 30), [])
    axes.set_yticks(range(-30, 61, 30), [])
    axes.grid(color=LINE, linewidth=0.4)
    axes.set_axisbelow(True)
    axes.tick_params(length=0)
    axes.spines[:].set_visible(False)


def _dots(axes: Any, places: list[Place]) -> None:
    """A dot a place, and names where they have room."""
    most = max((place.count for place in places), default=1)
    dot = {"color": DOT, "alpha": 0.55, "linewidths": 0.5, "edgecolors": "white", "zorder": 3}
    for place in places:
        assert place.at
        axes.scatter(*place.at, s=10 + 500 * place.count / most, **dot)
    name = {"textcoords": "offset points", "ha": "center", "fontsize": 8.5, "zorder": 4}
    for place in named(places):
        lift = 4 + 11 * sqrt(place.count / most)
        axes.annotate(f"{place.name} {place.count:,}", place.at, (0, lift), **name)


def named(places: list[Place]) -> list[Place]:
    """The places of most meetings that stand far enough from one another for their names."""
    found: list[Place] = []
    for place in places:
        if len(found) == NAMED:
            break
        if place.at and all(_apart(place, other) for other in found):
            found.append(place)
    return found


def _apart(one: Place, other: Place) -> bool:
    (x, y), (a, b) = one.at or (0, 0), other.at or (0, 0)
    return abs(x - a) > 2 * APART or abs(y - b) > APART / 2
