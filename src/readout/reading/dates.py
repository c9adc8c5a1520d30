"""Dates that a text says, worked out against the report's date, with their precision."""

from __future__ import annotations

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date as Date
from datetime import timedelta

from readout.model import Span

MONTHS = (
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
)
NUMBER = (
    {name: i + 1 for i, name in enumerate(MONTHS)} | {name[:3]: i + 1 for i, name in enumerate(MONTHS)} | {"sept": 9}
)
WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_MONTH = r"(?:January|February|March|April|May|June|July|August|September|October|November|December|(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept|Sep|Oct|Nov|Dec)\.?)"
TIME = re.compile(
    rf"""\b(?:
      (?P<m1>{_MONTH})\s+(?P<d1>\d{{1,2}})(?:st|nd|rd|th)?(?:\s*(?:-|–|—|to|and|through)\s*(?:(?P<m1b>{_MONTH})\s+)?(?P<d1b>\d{{1,2}})(?!\d))?(?:,?\s+(?P<y1>20\d\d))?
    | (?P<d2>\d{{1,2}})(?:\s*(?:-|–)\s*(?P<d2b>\d{{1,2}}))?\s+(?P<m2>{_MONTH})(?:,?\s+(?P<y2>20\d\d))?
    | (?P<endof>(?:the\s+)?end\s+of\s+)?(?:(?P<half>first|second)\s+half\s+of\s+|(?P<quarter>first|second|third|fourth)\s+quarter\s+of\s+)?(?:(?P<m3>{_MONTH})\s+(?:of\s+)?)?(?P<y3>(?:20\d\d)|(?:this|next|last)\s+year)
    | (?:in|by|until|before|since|during)\s+(?P<m4>{_MONTH})\b(?!,?\s+(?:of\s+)?(?:20)?\d)(?:\s+(?P<y4>last\s+year|this\s+year|next\s+year))?
    | (?P<iso>20\d\d-\d\d-\d\d)
    | (?P<rel>(?i:today|yesterday|tomorrow|tonight|this\s+morning|this\s+afternoon|this\s+evening))
    | (?:on\s+)?(?P<week>Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday)
    | (?P<end_year>end\s+of\s+(?:the|this)\s+year|later\s+this\s+year|year[’']s\s+end|over\s+the\s+coming\s+year)
    )\b""",
    re.VERBOSE,
)


@dataclass(frozen=True, slots=True)
class Time:
    """A date as the text says it: `value` is ISO (a day, a month or a year), `precision` names which; `last` ends a range."""

    span: Span
    value: str
    last: str
    precision: str


def times(text: str, start: int, end: int, published: str | None, future: bool = False) -> list[Time]:
    """The dates that the text says between two places; where the year is missing, the nearest not after `published`
    (with `future`: not before it). Nothing is worked out from relative words when `published` is unknown."""
    base = Date.fromisoformat(published) if published else None
    found = []
    for match in TIME.finditer(text, start, end):
        values = _worked_out(match, base, future)
        if values:
            found.append(Time(Span(*match.span()), *values))
    return found


def _worked_out(match: re.Match[str], base: Date | None, future: bool) -> tuple[str, str, str] | None:
    group = match.groupdict()
    try:
        if group["iso"]:
            return group["iso"], group["iso"], "day"
        if group["m1"] or group["m2"]:
            return _days(group, base, future)
        if group["rel"] or group["week"]:
            return _relative(group, base, future)
        if group["m4"]:
            return _month(group["m4"], group["y4"], base, future)
        if group["end_year"]:
            return (
                (f"{base.year}-12-31", f"{base.year}-12-31", "year")
                if base and "coming" not in group["end_year"]
                else (str(base.year + 1),) * 2 + ("year",)
                if base
                else None
            )
        return _year(group, base)
    except ValueError:
        return None


def _month_number(name: str) -> int:
    return NUMBER[name.lower().rstrip(".")] if name.lower().rstrip(".") in NUMBER else NUMBER[name.lower()[:3]]


def _days(group: dict[str, str | None], base: Date | None, future: bool) -> tuple[str, str, str] | None:
    key = "1" if group["m1"] else "2"
    month, day = _month_number(group["m" + key] or ""), int(group["d" + key] or 0)
    year = int(group["y" + key] or 0) or _nearest_year(month, day, base, future)
    if not year:
        return None
    first = Date(year, month, day)
    last_month = _month_number(group["m1b"] or "") if group.get("m1b") else month
    last_day = group["d" + key + "b"]
    last = Date(year, last_month, int(last_day)) if last_day else first
    return first.isoformat(), last.isoformat(), "day"


def _nearest_year(month: int, day: int, base: Date | None, future: bool) -> int | None:
    if base is None:
        return None
    candidates = [base.year - 1, base.year, base.year + 1]
    days = {year: (Date(year, month, min(day, monthrange(year, month)[1])) - base).days for year in candidates}
    limit = 60
    good = [y for y in candidates if (days[y] >= -limit if future else days[y] <= limit)]
    return min(good, key=lambda y: abs(days[y])) if good else base.year


def _relative(group: dict[str, str | None], base: Date | None, future: bool) -> tuple[str, str, str] | None:
    if base is None:
        return None
    word = (group["rel"] or "").lower()
    if word:
        day = base + timedelta(days={"yesterday": -1, "tomorrow": 1}.get(word, 0))
    else:
        number = WEEKDAYS.index((group["week"] or "").lower())
        day = (
            base + timedelta(days=(number - base.weekday()) % 7)
            if future
            else base - timedelta(days=(base.weekday() - number) % 7)
        )
    return day.isoformat(), day.isoformat(), "day"


def _month(name: str, year_words: str | None, base: Date | None, future: bool) -> tuple[str, str, str] | None:
    if base is None:
        return None
    month = _month_number(name)
    if year_words:
        year = base.year + {"last": -1, "next": 1}.get(year_words.split()[0], 0)
    elif future:
        year = base.year if month >= base.month else base.year + 1
    else:
        year = base.year if month <= base.month else base.year - 1
    value = f"{year}-{month:02d}"
    return value, value, "month"


def _year(group: dict[str, str | None], base: Date | None) -> tuple[str, str, str] | None:
    said = group["y3"] or ""
    if said[:2] != "20":
        if base is None:
            return None
        year = base.year + {"last": -1, "next": 1}.get(said.split()[0].lower(), 0)
    else:
        year = int(said)
    if group["m3"]:
        value = f"{year}-{_month_number(group['m3']):02d}"
        return value, value, "month"
    if group["half"]:
        end = f"{year}-06-30" if group["half"] == "first" else f"{year}-12-31"
        return end, end, "half-year"
    if group["quarter"]:
        month = 3 * (1 + ("first", "second", "third", "fourth").index(group["quarter"]))
        end = f"{year}-{month:02d}-{monthrange(year, month)[1]}"
        return end, end, "quarter"
    if group["endof"]:
        return f"{year}-12-31", f"{year}-12-31", "year"
    return str(year), str(year), "year"
