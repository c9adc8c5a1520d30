"""A timeline as one page: the picture first, below it every moment with its words and the report that says so."""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, Any

from markupsafe import Markup

from readout.pages.frame import coded, framed, template
from readout.pages.phrasing import day, led, one_line, origin, quoted, shortened
from readout.pages.timeline.picture import LANES, picture

if TYPE_CHECKING:
    from readout.asking.timeline import Moment, Timeline

NOTHING = (
    "Nothing of that in the ledger. `readout list actors` shows how names are written, `readout search` finds words."
)
NOT_IN_PERSON = "Nothing of that in person."
MOST_WORDS = 320
MOST_HEADING = 140
ID = 8
COLOURS = {kind: colour for _, colour, kinds in LANES for kind in kinds}
NAMES = {"again": "undertaking", "commitment": "undertaking", "agreement": "document", "news": "news"}


def page(found: Timeline) -> str:
    """The whole timeline as a page that fetches nothing."""
    parts = [_part(0, "", found), *(_part(n, led(one.lead), one.found) for n, one in enumerate(found.led, 1))]
    body = template("readout.pages.timeline", "timeline.html").render(
        found=found,
        heading=heading(found),
        parts=parts,
        colours=COLOURS,
        day=day,
        label=label,
        who=who,
        nothing=NOT_IN_PERSON if found.led else coded(NOTHING),
        words=lambda moment: quoted(shortened(one_line(moment.words), MOST_WORDS)),
        one_line=one_line,
        origin=origin,
        short=lambda name: name if name.startswith("report:") else name[:ID],
    )
    return framed(f"Timeline: {heading(found)}", Markup(body), _style())


def _part(number: int, title: str, found: Timeline) -> dict[str, Any]:
    """A timeline as the page has it: its picture, its years, and `mark`, which tells its entries from those of another."""
    said = [f"{day(moment.date)}: {label(moment)}, {shortened(one_line(moment.words), 90)}" for moment in found.moments]
    return {
        "mark": f"p{number}" if number else "",
        "title": title,
        "found": found,
        "picture": picture(found.moments, said) if found.moments else None,
        "years": _years(found.moments),
        "first": {m.id: place for place, m in reversed(list(enumerate(found.moments))) if not m.of},
        "notes": notes(found)[1 if number else 0 :],
    }


def heading(found: Timeline) -> str:
    """What the timeline is of, on one line."""
    return shortened(one_line(found.subject), MOST_HEADING)


def label(moment: Moment) -> str:
    """What a moment is: a visit, an undertaking that was pledged, news of one that was delivered."""
    name = NAMES.get(moment.kind, moment.kind)
    return moment.label if name in moment.label or moment.kind == "meeting" else f"{name}, {moment.label}"


def who(moment: Moment) -> str:
    """Who it is about: who met, who undertook it towards whom or is asked to, or who tells what became of an undertaking of whom."""
    met, by, to = (", ".join(map(one_line, names)) for names in (moment.who, moment.by, moment.towards))
    if moment.kind == "news":
        of = f"on what {by or 'nobody named'} undertook{f' towards {to}' if to else ''}"
        return f"{met}{',' if ',' in met else ''} {of}" if met else of
    if moment.label == "proposed" and by:
        return f"asked of {by}"
    return f"{by} → {to}" if to else by or met


def notes(found: Timeline) -> list[str]:
    """What the timeline leaves out, a sentence each."""
    said = [f"As known on {day(found.as_of)}."]
    if found.before:
        said.append("Earlier moments are left out: --limit 0 shows them.")
    if found.undated:
        said.append(f"{found.undated} without a date are left out.")
    return said


def _years(moments: tuple[Moment, ...]) -> list[tuple[str, list[tuple[int, Moment]]]]:
    years: dict[str, list[tuple[int, Moment]]] = {}
    for number, moment in enumerate(moments):
        years.setdefault(moment.date[:4], []).append((number, moment))
    return list(years.items())


@cache
def _style() -> str:
    return files("readout.pages.timeline").joinpath("timeline.css").read_text(encoding="utf-8")
