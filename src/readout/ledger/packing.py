"""JSON made small: what most readings say lies in a dictionary that the packed bytes only point into."""

from __future__ import annotations

import json
from functools import cache, lru_cache
from importlib.resources import files
from typing import Any
from zlib import compressobj, decompressobj, error

LEVEL, METHOD, WINDOW = 6, 8, 15
RECENT = 256
"""Readings that are held unpacked: one question asks for those of the same reports again and again."""


def compact(value: object) -> str:
    """JSON without spaces, in Unicode, keys in order: the same value is always the same text."""
    return _COMPACT.encode(value)


_COMPACT = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"), sort_keys=True)


def packed(value: object) -> bytes:
    """A value as deflated JSON. The stream names its dictionary and holds a checksum (RFC 1950)."""
    deflate = compressobj(LEVEL, METHOD, WINDOW, zdict=_dictionary())
    return deflate.compress(compact(value).encode()) + deflate.flush()


def unpacked(data: bytes) -> Any:
    """The value that was packed. Raises zlib.error for bytes that were altered."""
    inflate = decompressobj(WINDOW, zdict=_dictionary())
    said = inflate.decompress(data)
    if not inflate.eof:
        raise error("the packed bytes end too early")
    return json.loads(said)


@lru_cache(maxsize=RECENT)
def once_unpacked(data: bytes) -> Any:
    """The same, of what was unpacked lately without doing it again: nobody may change what it gives."""
    return unpacked(data)


@cache
def _dictionary() -> bytes:
    """The dictionary of all ledgers; to change one byte of `packing.txt` makes every ledger unreadable."""
    return files("readout.ledger").joinpath("packing.txt").read_bytes()
