"""Days before and after others, from ISO dates that may be a day, a month or a year."""

from __future__ import annotations

from calendar import monthrange
from datetime import date as Date


def passed(date: str, day: str) -> bool:
    """Whether a day lies behind a date; the whole of a month or year must have passed."""
    return date < day[: len(date)]


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
