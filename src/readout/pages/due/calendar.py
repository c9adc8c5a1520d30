"""Deadlines and announced meetings as an iCalendar (RFC 5545) that calendars load and keep up to date."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import timedelta
from typing import TYPE_CHECKING

from readout.pages.due.lines import content_lines, text
from readout.pages.phrasing import day, one_line, quoted, shortened

if TYPE_CHECKING:
    from readout.asking.deadlines import Entry

LONGEST_SUMMARY = 110
HEAD = (
    ("BEGIN", "VCALENDAR"),
    ("VERSION", "2.0"),
    ("PRODID", "-//Readout//Deadlines and meetings//EN"),
    ("CALSCALE", "GREGORIAN"),
    ("METHOD", "PUBLISH"),
    ("X-WR-CALNAME", "Readout: deadlines and meetings"),
)
OFF = ("dropped", "replaced")
"""Outcomes after which a calendar strikes a deadline out."""


def calendar(entries: Iterable[Entry]) -> str:
    """All entries as one calendar; the same entries give the same text.

    An entry covers all the days that its words leave open: a deadline in a quarter takes the quarter, never a day of it.
    It blocks nobody's time.
    """
    events = (line for entry in entries for line in _event(entry))
    return content_lines((*HEAD, *events, ("END", "VCALENDAR")))


def _event(entry: Entry) -> Iterator[tuple[str, str]]:
    """The properties of one event, in the order in which RFC 5545 tells of them."""
    touched = f"{_compact(entry.touched)}T000000Z"
    yield "BEGIN", "VEVENT"
    yield "UID", text(f"{entry.id}@readout")
    yield "DTSTAMP", touched
    yield "LAST-MODIFIED", touched
    yield "SEQUENCE", str(entry.revision)
    yield "DTSTART;VALUE=DATE", _compact(entry.first.isoformat())
    yield "DTEND;VALUE=DATE", _compact((entry.last + timedelta(days=1)).isoformat())
    yield "TRANSP", "TRANSPARENT"
    yield "SUMMARY", text(summary(entry))
    yield "DESCRIPTION", text(description(entry))
    yield "CATEGORIES", ",".join(text(sort) for sort in (entry.kind, entry.form) if sort)
    if entry.place:
        yield "LOCATION", text(one_line(entry.place))
    if entry.outcome in OFF:
        yield "STATUS", "CANCELLED"
    yield "END", "VEVENT"


def _compact(day: str) -> str:
    return day.replace("-", "")


def summary(entry: Entry) -> str:
    """One line: what, who, and the beginning of the words."""
    who = ", ".join(one_line(name) for name in entry.who) or "nobody named"
    if entry.kind == "meeting":
        return shortened(f"{(entry.form or 'meeting').capitalize()}: {who}", LONGEST_SUMMARY)
    to = f" → {', '.join(one_line(name) for name in entry.towards)}" if entry.towards else ""
    return shortened(f"Due: {who}{to}: {one_line(entry.words)}", LONGEST_SUMMARY)


def description(entry: Entry) -> str:
    """The words, how exactly the time is known, what came of it, and where it stands."""
    words = f" (“{one_line(entry.due)}”)" if entry.due else ""
    known = f"Known to the {entry.precision}{words}."
    source = ", ".join(part for part in (one_line(entry.outlet or ""), day(entry.told or "")) if part)
    came = f"What came of it: {entry.outcome}." if entry.outcome else ""
    lines = [quoted(one_line(entry.words)), known, came, f"Source: {source} (report {entry.report[:12]}).",
             f"readout show {entry.id if entry.id.startswith('report:') else entry.id[:8]}"]  # fmt: skip
    return "\n".join(line for line in lines if line)
