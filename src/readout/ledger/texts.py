"""The texts of reports, kept deflated: SQLite keeps what it is given, PostgreSQL deflates long texts itself."""

from __future__ import annotations

from functools import lru_cache
from zlib import compress, decompress, error

LEVEL = 6
RECENT = 2048
"""Texts that are held inflated: most questions want several passages of one report."""

DAMAGED = "\ufffd (this text is damaged)"


def deflated(text: str) -> bytes:
    """A text as UTF-8, deflated with head and checksum (RFC 1950)."""
    return compress(text.encode(), LEVEL)


@lru_cache(maxsize=RECENT)
def inflated(data: bytes) -> str:
    """The text again; of altered bytes only that they are damaged, so that whoever checks hashes finds the report."""
    try:
        return decompress(data).decode()
    except (error, UnicodeDecodeError):
        return DAMAGED
