"""Days and stretches of time, from ISO dates that may be a day, a month or a year."""

from __future__ import annotations

from calendar import monthrange
from datetime import date as Date

MONTHS = {"month": 1, "quarter": 3, "half-year": 6, "year": 12}
"""How many months a precision covers."""


def passed(date: str, day: str) -> bool:
    """Whether a day lies behind a date; the whole of a month or year must have passed."""
    return date < day[: len(date)]


def period(date: str, precision: str | None = None) -> tuple[Date, Date]:
    """The first and the last day of what a date covers: a day, or the month, quarter, half-year or year that it ends.

    `2027-09-30` known to a quarter covers July to September of 2027; without a precision the date's own length says it.
    """
    months = MONTHS.get(precision or "") or {4: 12, 7: 1}.get(len(date), 0)
    year, month, day = (int(part) for part in (*date.split("-"), "12" if len(date) == 4 else "1", "1")[:3])
    if not months:
        return Date(year, month, day), Date(year, month, day)
    first = (month - 1) // months * months + 1
    last = first + months - 1
    return Date(year, first, 1), Date(year, last, monthrange(year, last)[1])


def months_before(day: str, months: int) -> str:
    """The ISO day so many months before another; the last of the month where that month is shorter.

    Nothing is before the first day that a calendar writes, 0001-01-01.
    """
    then = Date.fromisoformat(day)
    ordinal = then.year * 12 + then.month - 1 - months
    year, month = divmod(ordinal, 12)
    if year < Date.min.year:
        return Date.min.isoformat()
    return Date(year, month + 1, min(then.day, monthrange(year, month + 1)[1])).isoformat()


def days_after(day: str, days: int) -> str:
    """The ISO day so many days after another, or before it where they are negative.

    Nothing lies outside of the days that a calendar writes, 0001-01-01 to 9999-12-31.
    """
    ordinal = Date.fromisoformat(day).toordinal() + days
    return Date.fromordinal(min(max(ordinal, Date.min.toordinal()), Date.max.toordinal())).isoformat()
