"""ISO dates that come with a text."""

from __future__ import annotations

import re
from datetime import date

from readout.model import InvalidDate

_TIME = r"[T ]\d{2}(?::?\d{2}){0,2}(?:[.,]\d+)?(?:Z|[+-]\d{2}(?::?\d{2})?)?"
_ISO = re.compile(rf"(\d{{4}}-\d{{2}}-\d{{2}})(?:{_TIME})?", re.ASCII)


def iso_date(written: str, name: str) -> str:
    """The day of an ISO date, or of a date and time (`2022-02-13T09:30:00Z`, in the time zone written), as YYYY-MM-DD.

    Raises InvalidDate, with `name` before the message, for anything else.
    """
    found = _ISO.fullmatch(written.strip())
    try:
        return date.fromisoformat(found[1]).isoformat() if found else _refuse(written, name)
    except ValueError:
        return _refuse(written, name)


def _refuse(written: str, name: str) -> str:
    shown = written if len(written) <= 40 else f"{written[:40]}…"
    raise InvalidDate(f"{name}: {shown!r} is no ISO date. Write it as YYYY-MM-DD, for example 2022-02-13.") from None
