"""Counts as one HTML page: each beside what it is to be read against, the map drawn in the page itself."""

from __future__ import annotations

from functools import cache
from importlib.resources import files

from markupsafe import Markup

from readout.asking.stats import Stats
from readout.pages.due.saying import figure, many
from readout.pages.frame import framed, template
from readout.pages.stats import globe, grids
from readout.pages.stats.tables import WARNING, about, tables

MOST_PLACES = 12


def page(stats: Stats) -> str:
    """All counts as a page that fetches nothing."""
    said = {table.name: table for table in tables(stats)}
    body = template("readout.pages.stats", "stats.html").render(
        stats=stats,
        about=about(stats),
        counts=_counts(stats),
        grids=[
            (said["meetings"], grids.meetings(stats), "pair"),
            (said["outcomes"], grids.outcomes(stats), "strength"),
            (said["telling"], grids.telling(stats), "outlet"),
        ],
        checkable=said["checkable"],
        places=said["places"],
        most_places=MOST_PLACES,
        dots=globe.dots(stats),
        ground=globe.ground(),
        size=(globe.WIDTH, globe.HEIGHT),
        figure=figure,
        many=many,
        warning=WARNING,
    )
    return framed("Figures", Markup(body), _style())


def _counts(stats: Stats) -> list[tuple[int, str]]:
    """The counts that stand first."""
    undertaken = sum(counts.undertaken for _, counts in stats.undertaken)
    checkable = sum(counts.checkable for _, counts in stats.undertaken)
    return [
        (stats.reports, "reports that tell of anything"),
        (stats.meetings, "meetings of a known day"),
        (undertaken, "commitments, umbrellas left out"),
        (checkable, "of them can be checked"),
    ]


@cache
def _style() -> str:
    return files("readout.pages.stats").joinpath("stats.css").read_text(encoding="utf-8")
