"""What is due, as one HTML page."""

from __future__ import annotations

from functools import cache
from importlib.resources import files

from markupsafe import Markup

from readout.asking.due import Due
from readout.asking.leading import Under
from readout.pages.due import saying
from readout.pages.frame import coded, framed, template
from readout.pages.phrasing import led, one_line, quoted, shortened

MOST_WORDS = 420
MOST_SIDES = 30


def page(due: Due) -> str:
    """The whole answer as a page that fetches nothing."""
    body = template("readout.pages.due", "due.html").render(
        due=due,
        counts=due.counts,
        about=saying.about(due.asked),
        denominators=[coded(said) for said in saying.denominators(due.counts)],
        lists=saying.heads(due),
        say=saying,
        led=[_led(each) for each in due.led],
        words=lambda item: quoted(shortened(one_line(item.words), MOST_WORDS)),
        tables=[
            ("By strength of wording", "strength", list(saying.breakdown(due.by_strength)), ""),
            ("By side", "side", list(saying.breakdown(due.by_side, MOST_SIDES)), _more_sides(due)),
        ],
    )
    return framed("What is due", Markup(body), _style())


def _led(each: Under[Due]) -> dict[str, object]:
    """What a body undertook that somebody headed, as the page has it: without the lists that are empty."""
    lists = [row for row in saying.heads(each.found) if row[2]]
    return {
        "title": led(each.lead),
        "apart": saying.apart(each),
        "denominators": saying.denominators(each.found.counts),
        "lists": lists,
    }


def _more_sides(due: Due) -> str:
    more = len(due.by_side) - MOST_SIDES
    note = "What several sides undertook together counts for each of them."
    return f"{note} {saying.many(more, 'side')} more with less that can be checked." if more > 0 else note


@cache
def _style() -> str:
    return files("readout.pages.due").joinpath("due.css").read_text(encoding="utf-8")
