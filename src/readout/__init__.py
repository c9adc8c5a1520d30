"""Readout reads reports of official meetings and keeps the record."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from readout.asking.asking import Asking
    from readout.ledger import Ledger
    from readout.model import Actor, Finding, Reading, ReadoutError, Report, Slot, Span
    from readout.reading import Reader, read

__all__ = [
    "Actor",
    "Asking",
    "Finding",
    "Ledger",
    "Reader",
    "Reading",
    "ReadoutError",
    "Report",
    "Slot",
    "Span",
    "read",
]


def __getattr__(name: str) -> Any:
    """Loads a public name when it is first asked for, so that `readout --help` needs no language model."""
    if name not in __all__:
        raise AttributeError(f"module 'readout' has no attribute {name!r}")
    import importlib

    rooms = {
        "Asking": "readout.asking.asking",
        "Ledger": "readout.ledger",
        "Reader": "readout.reading",
        "read": "readout.reading",
    }
    return getattr(importlib.import_module(rooms.get(name, "readout.model")), name)
