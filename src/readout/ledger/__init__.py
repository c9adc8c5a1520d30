"""Reports, findings and decisions are kept, and the records that follow from them."""

from readout.ledger.ledger import Ledger

__all__ = ["Ledger"]
