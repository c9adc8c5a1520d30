"""The days that a question names."""

from __future__ import annotations

from datetime import date

from readout.model import InvalidDate


def checked(day: str | None, name: str) -> str | None:
    """The day as it is. Raises InvalidDate, with what the day is called, where it is no ISO date (YYYY-MM-DD)."""
    try:
        if day is not None and date.fromisoformat(day).isoformat() != day:
            raise ValueError
    except ValueError:
        raise InvalidDate(f"{name}: {day!r} is no ISO date. Write it as YYYY-MM-DD, for example 2022-02-13.") from None
    return day


def last_day(until: str | None, as_of: str | None) -> str | None:
    """The last day that a question asks for: nothing later than `until`, nothing that was not yet known on `as_of`."""
    return min((day for day in (until, as_of) if day), default=None)
