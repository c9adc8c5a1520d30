"""Stretches of time, from ISO dates that may be a day, a month or a year."""

from __future__ import annotations

from calendar import monthrange
from datetime import date as Date

MONTHS = {"month": 1, "quarter": 3, "half-year": 6, "year": 12}
"""How many months a precision covers."""


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
