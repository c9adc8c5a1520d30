"""Full dates as mastheads print them ("01 AUG 2024", "22-Feb-2024", "23.10.2023"), whatever their letters and marks."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date as Date
from functools import cache

from readout.lang import load
from readout.lang.patterns import any_of
from readout.model import Span, Stated

YEAR = r"20\d\d"


@dataclass(frozen=True, slots=True)
class Masthead:
    """A language's words for full dates: `day` is the pattern of a day and its month, `date` that of the whole date."""

    months: dict[str, int]
    day: str
    date: re.Pattern[str]


@cache
def masthead(language: str) -> Masthead:
    """The words for full dates of a language; the months by their names in lower case."""
    calendar = load(language).lexicon["calendar"]
    months = {name.lower(): number for number, name in enumerate(calendar["months"], start=1)}
    months |= {name.lower(): number for name, number in calendar["short_months"].items()}
    others = months | {name.lower(): number for name, number in calendar["other_months"].items()}
    own, day_of = rf"{any_of(others)}\b\.?", r"(?:\.?\s|\.?\s?-|\sde\s|\sof\s)\s?"
    month, ending = rf"{any_of(months)}\b\.?", rf"{any_of(calendar['day_endings'])}?"
    date = re.compile(
        rf"(?i:\b(?:(?P<m1>{month})\s+(?P<d1>\d{{1,2}}){ending},?\s+(?P<y1>{YEAR})"
        rf"|(?P<d2>\d{{1,2}}){ending}{day_of}(?P<m2>{own})(?:\sde\s|[\s,-]+)(?P<y2>{YEAR})"
        rf"|(?P<y3>{YEAR})[-./](?P<m3>\d{{1,2}})[-./](?P<d3>\d{{1,2}})|(?P<a>\d{{1,2}})(?P<mark>[./-])(?P<b>\d{{1,2}})[./-](?P<y4>{YEAR}))(?!\d))"
    )
    return Masthead(others, rf"(?i:{month}\s+\d{{1,2}}{ending}|\d{{1,2}}{ending}\s{month})", date)


def full_dates(text: str, within: Span, language: str) -> Iterator[Stated]:
    """The dates of a stretch of text that have day, month and year, and that can be read in one way only."""
    known = masthead(language)
    for match in known.date.finditer(text, within.start, within.end):
        try:
            year, month, day = _figures(match.groupdict(), known.months)
            yield Stated(Date(year, month, day).isoformat(), Span(*match.span()))
        except ValueError:
            continue


def _figures(said: dict[str, str | None], months: dict[str, int]) -> tuple[int, int, int]:
    """Year, month and day. Raises ValueError for two figures that could both be the month, unless full stops part them:
    then the day is first."""
    if said["a"]:
        first, second = int(said["a"]), int(said["b"] or 0)
        if first <= 12 < second:
            first, second = second, first
        elif second <= 12 and first <= 12 and first != second and said["mark"] != ".":
            raise ValueError(f"{first} or {second} may be the month.")
        return int(said["y4"] or 0), second, first
    form = next(form for form in "123" if said["y" + form])
    year, month, day = (said[part + form] or "" for part in "ymd")
    return int(year), months.get(month.lower().rstrip("."), 0) or int(month), int(day)
