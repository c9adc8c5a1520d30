"""The ledger's database asked in plain SQL through its driver alone, so that a question need not wait for SQLAlchemy to load."""

from readout.ledger.plain.connection import Connection, Row

__all__ = ["Connection", "Row"]
