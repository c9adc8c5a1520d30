"""Puts a comparison, template and style together into one page that fetches nothing and needs no script."""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING

from markupsafe import Markup

from readout.pages.compare.naming import names
from readout.pages.compare.summary import capital, listed, summary
from readout.pages.compare.view import COLOURS, account_view, row_views, sentence_views
from readout.pages.frame import framed, template
from readout.pages.phrasing import day, one_line

if TYPE_CHECKING:
    from readout.asking.compare import Comparison

MOST_NAMES = 24


def page(found: Comparison, called: tuple[str, str] | None = None) -> str:
    """The page of a comparison; `called` are names for the two accounts, where others are wanted than `names` gives."""
    called = called or names(found)
    accounts = [account_view(found, which, called[which]) for which in (0, 1)]
    title = f"One meeting, told by {called[0]} and by {called[1]}"
    body = template("readout.pages.compare", "compare.html").render(
        title=title,
        meeting=meeting(found),
        summary=summary(found, called),
        one_meeting=found.one_meeting,
        accounts=accounts,
        rows=row_views(found),
        sentences=sentence_views(found),
        colours=COLOURS,
        most=MOST_NAMES,
        capital=capital,
    )
    return framed(title, Markup(body), _style(), description=summary(found, called))


def meeting(found: Comparison) -> str:
    """The meeting in a line: what sort, who, where and when, as the first account that says so has it."""
    row = next((row for row in found.rows if row.kind == "meeting" and row.one and row.other), None)
    if row is None:
        return ""
    said = [dict(telling.said) for telling in (*row.one, *row.other)]
    form, place, date = (next((s[role] for s in said if role in s), "") for role in ("kind", "place", "date"))
    who = max((telling.who for telling in (*row.one, *row.other)), key=lambda names: (len(names), names))
    parts = (form, listed([one_line(name) for name in who]), place, day(date) if date else "")
    return " · ".join(capital(one_line(part)) for part in parts if part)


@cache
def _style() -> str:
    return files("readout.pages.compare").joinpath("compare.css").read_text(encoding="utf-8")
