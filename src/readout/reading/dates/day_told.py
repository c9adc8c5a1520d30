"""The day that an undated report tells of itself: the one full date of its opening ("On 16 February 2024 the President met …")."""

from __future__ import annotations

from functools import lru_cache

from readout.model import Report, Span
from readout.reading.dates.full_dates import full_dates

OPENING = 600
"""Code points in which that date stands."""


def day_of(report: Report) -> str | None:
    """The ISO day against which "this year" and offices are looked up: of publication, else the only day of the opening."""
    return report.date or _told(report.text, report.language)


@lru_cache(maxsize=8)  # one report's is asked for by many rules
def _told(text: str, language: str) -> str | None:
    days = {date.value for date in full_dates(text, Span(0, min(len(text), OPENING)), language)} if text else set()
    return next(iter(days)) if len(days) == 1 else None
