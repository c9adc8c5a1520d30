"""Who met whom as a picture: the sides that met most on a circle, and a line for each pair."""

from __future__ import annotations

from functools import cache
from math import cos, pi, sin, sqrt
from typing import Any

from readout.asking.stats import Stats
from readout.lang import load
from readout.pages.phrasing import day, shortened

MOST, LONGEST = 36, 26
LINE, DOT = "#2458a6", "#ab3f12"
WIDEST = 9.0


def circle(figure: Any, stats: Stats) -> None:
    """Draws on a matplotlib figure; a line is as wide as the root of the meetings, a dot as large."""
    figure.set_size_inches(10, 10)
    axes = figure.add_subplot()
    axes.set_axis_off()
    axes.set_aspect("equal")
    axes.set(xlim=(-1.75, 1.75), ylim=(-1.75, 1.75))
    axes.set_title(f"Who met whom, as of {day(stats.as_of)}")
    counts = dict(stats.sides)
    known = [side for side in counts if is_known(side)]
    sides = _around(stats, sorted(known, key=lambda side: (-counts[side], side))[:MOST])
    at = {side: 2 * pi * number / max(len(sides), 1) for number, side in enumerate(sides)}
    pairs = [(one, other, n) for one, other, n in stats.met() if one in at and other in at]
    most = max((n for *_, n in pairs), default=1)
    for one, other, n in reversed(pairs):
        _line(axes, at[one], at[other], sqrt(n / most))
    for side, angle in at.items():
        _dot(axes, side, counts[side], angle, max(counts.values()))
    shown = sum(n for *_, n in pairs)
    note = f"The {len(sides)} countries and organisations of most meetings, of {len(known)}; {shown:,} meetings of two of them."
    figure.text(0.5, 0.02, note, ha="center", fontsize=9, color="#5f5b54")


@cache
def _known() -> frozenset[str]:
    lexicon = load("en").lexicon
    return frozenset(row["name"] for row in (*lexicon["countries"], *lexicon["organisations"]))


def is_known(side: str) -> bool:
    """Whether the lexicon has it as a country or an organisation; a name that was read wrongly it has not."""
    return side in _known()


def _around(stats: Stats, sides: list[str]) -> list[str]:
    """An order in which those that met one another most stand side by side."""
    met = {frozenset((one, other)): n for one, other, n in stats.met()}
    order, left = sides[:1], sides[1:]
    while left:
        nearest = max(left, key=lambda side: (met.get(frozenset((order[-1], side)), 0), -sides.index(side)))
        order.append(nearest)
        left.remove(nearest)
    return order


def _line(axes: Any, one: float, other: float, weight: float) -> None:
    from matplotlib.patches import PathPatch
    from matplotlib.path import Path

    points = [(cos(one), sin(one)), (0.0, 0.0), (cos(other), sin(other))]
    curve = Path(points, [Path.MOVETO, Path.CURVE3, Path.CURVE3])
    axes.add_patch(PathPatch(curve, fill=False, color=LINE, alpha=0.15 + 0.65 * weight, lw=max(0.4, WIDEST * weight)))


def _dot(axes: Any, side: str, count: int, angle: float, most: int) -> None:
    x, y = cos(angle), sin(angle)
    axes.scatter([x], [y], s=20 + 260 * count / most, color=DOT, zorder=3, edgecolors="white", linewidths=0.8)
    turned = angle * 180 / pi
    flipped = 90 < turned < 270
    axes.text(1.07 * x, 1.07 * y, f"{shortened(side, LONGEST)} {count:,}", rotation=turned + 180 if flipped else turned, rotation_mode="anchor",
              ha="right" if flipped else "left", va="center", fontsize=9)  # fmt: skip
