"""The hits of a search as one HTML page: what was found in which report, each word marked in its sentence."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING

from markupsafe import Markup

from readout.model import KIND_NAMES
from readout.pages.frame import framed, template
from readout.pages.phrasing import day, led, one_line, origin, printable
from readout.pages.search.cards import cards, clipped

if TYPE_CHECKING:
    from readout.asking.search import Hits, Where
    from readout.model import Span

ID = 8
ENDS = tuple(".!?:;…”\"’'»)]")
"""How sentences end."""


def page(found: Hits, where: Where) -> str:
    """All hits as a page that fetches nothing."""
    heading = one_line(found.words)
    body = template("readout.pages.search", "search.html").render(
        found=found,
        parts=[("", found), *((f"Undertaken {led(each.lead)}", each.found) for each in found.led)],
        cards=cards,
        heading=heading,
        about=about(found, where),
        colours={kind: number for number, kind in enumerate(KIND_NAMES, 1)},
        day=day,
        one_line=one_line,
        origin=origin,
        marked=marked,
        clipped=clipped,
        address=_address,
        short=lambda hit: hit.id if hit.id.startswith("report:") else hit.id[:ID],
    )
    return framed(f"Search: {heading}", Markup(body), _style())


def about(found: Hits, where: Where) -> str:
    """How many hits there are, and where they were looked for."""
    count = len(found.hits)
    many = f"Found in {'more than ' if found.more else ''}{count} place{'s' * (count > 1)}"
    many = many if count else "Found nowhere"
    said = [
        f"in {where.kind}{'' if where.kind == 'progress' else 's'}" if where.kind else "",
        f"of {one_line(where.actor)}" if where.actor else "",
        f"between {one_line(where.pair[0])} and {one_line(where.pair[1])}" if where.pair else "",
        f"since {day(where.since)}" if where.since else "",
        f"until {day(where.until)}" if where.until else "",
        f"as of {day(where.as_of)}" if where.as_of else "",
    ]
    return " ".join([many, *(part for part in said if part)]) + "."


def marked(words: str, marks: Iterable[Span]) -> Markup:
    """The words with some of them marked."""
    return Markup("").join(_pieces(words, marks))


def _pieces(words: str, marks: Iterable[Span]) -> Iterator[Markup]:
    at = 0
    for mark in marks:
        yield Markup("{}<mark>{}</mark>").format(printable(words[at : mark.start]), printable(mark.of(words)))
        at = mark.end
    yield Markup("{}").format(printable(words[at:]))


def _address(url: str | None) -> str | None:
    """A web address that a browser may follow; any other is not one."""
    return url if url and url.lower().startswith(("http://", "https://")) else None


@cache
def _style() -> str:
    return files("readout.pages.search").joinpath("search.css").read_text(encoding="utf-8")
