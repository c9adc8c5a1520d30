"""The dates that slots give, as far as they are dates."""

from __future__ import annotations

import re
from datetime import date as Date

_ISO = re.compile(r"([1-9]\d{3})(?:-(\d\d)(?:-(\d\d))?)?", re.ASCII)
LAST_YEAR = 9998
"""No year is later: the last day of its last month must have a next one."""


def dated(value: object) -> str | None:
    """An ISO day, month or year as it stands; None for what is none of them, whatever its slot calls it."""
    found = _ISO.fullmatch(str(value))
    if not found or int(found[1]) > LAST_YEAR:
        return None
    try:
        Date(*(int(part or 1) for part in found.groups()))
    except ValueError:
        return None
    return found[0]


def is_day(date: str) -> bool:
    """Whether an ISO date names a day."""
    return len(date) == len("2024-05-01")
