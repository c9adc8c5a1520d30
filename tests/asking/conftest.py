"""Questions are asked of ledgers on every database."""

from tests.ledger.conftest import ledger, url

__all__ = ["ledger", "url"]
