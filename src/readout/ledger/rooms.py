"""The rooms of the ledger, each loaded when it is first entered: a question does not wait for what only keeping needs."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from readout.ledger import actors as actors
    from readout.ledger import anew as anew
    from readout.ledger import aside as aside
    from readout.ledger import bearers as bearers
    from readout.ledger import checking as checking
    from readout.ledger import counting as counting
    from readout.ledger import deciding as deciding
    from readout.ledger import decisions as decisions
    from readout.ledger import exchange as exchange
    from readout.ledger import figures as figures
    from readout.ledger import history as history
    from readout.ledger import holding as holding
    from readout.ledger import keeping as keeping
    from readout.ledger import kept as kept
    from readout.ledger import listing as listing
    from readout.ledger import pursuing as pursuing
    from readout.ledger import register as register
    from readout.ledger import snapshots as snapshots
    from readout.ledger import stood as stood
    from readout.ledger import until as until
    from readout.ledger.records import details as details
    from readout.ledger.records import lookup as lookup
    from readout.ledger.records import telling as telling
    from readout.ledger.records import touching as touching
    from readout.ledger.records import upkeep as upkeep
    from readout.ledger.records import wanted as wanted

RECORDS = ("details", "lookup", "telling", "touching", "upkeep", "wanted")
"""Rooms in the folder of the records; the others are in the ledger's own."""


def __getattr__(name: str) -> Any:
    """The room of that name. Raises AttributeError where there is none."""
    if name.startswith("_"):
        raise AttributeError(name)
    return import_module(f"readout.ledger.records.{name}" if name in RECORDS else f"readout.ledger.{name}")
