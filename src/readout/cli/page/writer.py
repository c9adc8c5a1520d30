"""Puts readings, template, style and script together into one page."""

from __future__ import annotations

import base64
from functools import cache
from hashlib import sha256
from importlib.resources import files
from typing import TYPE_CHECKING

from jinja2 import Environment, Template
from markupsafe import Markup

from readout.cli.page.view import report_view
from readout.model import kinds

if TYPE_CHECKING:
    from collections.abc import Sequence

    from readout.model import Reading


def page(readings: Sequence[tuple[str, Reading]]) -> str:
    """The page of so many readings, each with the name of its file. It fetches nothing and its script needs no data."""
    reports = [report_view(reading, name, number) for number, (name, reading) in enumerate(readings, 1)]
    style, script = _file("page.css"), _file("page.js")
    counts = {kind: sum(len(reading.of_kind(kind)) for _, reading in readings) for kind in kinds()}
    html = _template().render(
        reports=reports,
        legend=[(number, kind, counts[kind.kind]) for number, kind in enumerate(kinds().values(), 1)],
        title=reports[0].heading if len(reports) == 1 else f"{len(reports)} reports",
        style=Markup(style),
        script=Markup(script),
        style_hash=_digest(style),
        script_hash=_digest(script),
    )
    return html.encode("utf-8", "replace").decode("utf-8")


@cache
def _template() -> Template:
    environment = Environment(autoescape=True, trim_blocks=True, lstrip_blocks=True, keep_trailing_newline=True)
    return environment.from_string(_file("page.html"))


@cache
def _file(name: str) -> str:
    return files("readout.cli.page").joinpath(name).read_text(encoding="utf-8")


def _digest(content: str) -> str:
    """What a content security policy calls this style or script, so that no other may run."""
    return f"sha256-{base64.b64encode(sha256(content.encode()).digest()).decode()}"
