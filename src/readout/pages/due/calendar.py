"""Deadlines and announced meetings as an iCalendar (RFC 5545) that calendars load and keep up to date."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, datetime, timedelta
from datetime import date as Date
from typing import TYPE_CHECKING, Any

from readout.model import MissingInput
from readout.pages.due.saying import moved
from readout.pages.phrasing import day, led, one_line, quoted, shortened

if TYPE_CHECKING:
    from readout.asking.deadlines import Entry

LONGEST_SUMMARY = 110
NEEDED = "A calendar needs the package icalendar. Install it: pip install 'readout-ledger[calendar]'"
OFF = ("dropped", "replaced")
"""Outcomes after which a calendar strikes a deadline out."""


def calendar(entries: Iterable[Entry]) -> str:
    """All entries as one calendar; the same entries give the same text. Raises MissingInput without icalendar.

    An entry covers all the days that its words leave open: a deadline in a quarter takes the quarter, never a day of it.
    It blocks nobody's time.
    """
    try:
        from icalendar import Calendar
    except ImportError:
        raise MissingInput(NEEDED) from None
    whole: Any = Calendar()
    for name, value in (("prodid", "-//Readout//Deadlines and meetings//EN"), ("version", "2.0"), ("method", "PUBLISH"),
                        ("calscale", "GREGORIAN"), ("x-wr-calname", "Readout: deadlines and meetings")):  # fmt: skip
        whole.add(name, value)
    for entry in entries:
        whole.add_component(_event(entry))
    text: str = whole.to_ical().decode("utf-8")
    return text


def _event(entry: Entry) -> Any:
    from icalendar import Event

    event: Any = Event()
    touched = datetime.combine(Date.fromisoformat(entry.touched), datetime.min.time(), UTC)
    event.add("uid", f"{entry.id}@readout")
    event.add("sequence", entry.revision)
    event.add("dtstamp", touched)
    event.add("last-modified", touched)
    event.add("dtstart", entry.first)
    event.add("dtend", entry.last + timedelta(days=1))
    event.add("transp", "TRANSPARENT")
    event.add("summary", summary(entry))
    event.add("description", description(entry))
    event.add("categories", [entry.kind, *([entry.form] if entry.form else [])])
    if entry.place:
        event.add("location", one_line(entry.place))
    if entry.outcome in OFF:
        event.add("status", "CANCELLED")
    return event


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
    known = f"Known to the {entry.precision}{words}{moved(entry.moved)}."
    source = ", ".join(part for part in (one_line(entry.outlet or entry.file or ""), day(entry.told or "")) if part)
    came = f"What came of it: {entry.outcome}." if entry.outcome else ""
    under = f"Undertaken {led(entry.lead)}." if entry.lead else ""
    lines = [quoted(one_line(entry.words)), under, known, came, f"Source: {source} (report {entry.report[:12]}).",
             f"readout show {entry.id if entry.id.startswith('report:') else entry.id[:8]}"]  # fmt: skip
    return "\n".join(line for line in lines if line)
