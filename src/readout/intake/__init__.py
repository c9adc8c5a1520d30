"""Bytes become sources: one file a format, and one bad input costs itself alone."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from readout.intake.actors import actor_entries
    from readout.intake.dates import iso_date
    from readout.intake.limits import LONGEST
    from readout.intake.opening import is_stream, open_sources
    from readout.intake.source import Given, Source

__all__ = ["LONGEST", "Given", "Source", "actor_entries", "is_stream", "iso_date", "open_sources"]
FILES = {
    "LONGEST": "limits", "Given": "source", "Source": "source", "actor_entries": "actors", "is_stream": "opening",
    "iso_date": "dates", "open_sources": "opening",
}  # fmt: skip


def __getattr__(name: str) -> Any:
    """Loads what is asked for when it is: a question needs dates alone."""
    if name not in FILES:
        raise AttributeError(f"module 'readout.intake' has no attribute {name!r}")
    return getattr(import_module(f"readout.intake.{FILES[name]}"), name)
