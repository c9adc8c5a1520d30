"""A brief as a page that prints on two sheets of A4."""

from __future__ import annotations

from functools import cache
from importlib.resources import files

from markupsafe import Markup

from readout.asking.brief.answer import Brief
from readout.pages.brief.fitting import fitted
from readout.pages.frame import framed, template


def page(brief: Brief) -> str:
    """The brief as an HTML page; references lead to the list of reports, and that to the web where a report has an address."""
    view = fitted(brief)
    body = Markup(template("readout.pages.brief", "page.html").render(view=view))
    return framed(view.title, body, _style())


@cache
def _style() -> str:
    return files("readout.pages.brief").joinpath("page.css").read_text(encoding="utf-8")
