"""Text becomes findings: a pure function of the text, its metadata and the reader."""

from __future__ import annotations

from functools import cache

from readout.model import Reading
from readout.reading.reader import Reader

__all__ = ["Reader", "read"]


@cache
def _reader() -> Reader:
    return Reader()


def read(
    text: str,
    *,
    title: str | None = None,
    date: str | None = None,
    source: str | None = None,
    url: str | None = None,
) -> Reading:
    """Reads one report with the English reader (see `Reader.read`); the reader is loaded once."""
    return _reader().read(text, title=title, date=date, source=source, url=url)
