"""Puts readings, template, style and script together into one page."""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING

from markupsafe import Markup

from readout.model import kinds
from readout.pages.frame import framed, template
from readout.pages.reading.view import report_view

if TYPE_CHECKING:
    from collections.abc import Sequence

    from readout.model import Reading


def page(readings: Sequence[tuple[str, Reading]]) -> str:
    """The page of so many readings, each with the name of its file. It fetches nothing and its script needs no data."""
    reports = [report_view(reading, name, number) for number, (name, reading) in enumerate(readings, 1)]
    counts = {kind: sum(len(reading.of_kind(kind)) for _, reading in readings) for kind in kinds()}
    title = reports[0].heading if len(reports) == 1 else f"{len(reports)} reports"
    body = template("readout.pages.reading", "page.html").render(
        reports=reports,
        legend=[(number, kind, counts[kind.kind]) for number, kind in enumerate(kinds().values(), 1)],
        title=title,
    )
    return framed(title, Markup(body), _file("page.css"), script=_file("page.js"), own_bar=True)


@cache
def _file(name: str) -> str:
    return files("readout.pages.reading").joinpath(name).read_text(encoding="utf-8")
