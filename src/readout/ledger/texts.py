"""The texts of reports, kept deflated: SQLite keeps what it is given, PostgreSQL deflates long texts itself."""

from __future__ import annotations

from functools import lru_cache
from typing import Any
from zlib import compress, decompress, error

from sqlalchemy import Dialect, Text, TypeDecorator

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


class Deflated(TypeDecorator[str]):
    """A text that takes less than half of its room in SQLite; one that stands there as it is comes back as it is."""

    impl = Text
    cache_ok = True

    def process_bind_param(self, value: str | None, dialect: Dialect) -> Any:
        return deflated(value) if value is not None and dialect.name == "sqlite" else value

    def process_result_value(self, value: Any, _: Dialect) -> str | None:
        return inflated(value) if isinstance(value, bytes) else value
