"""A ledger that holds the story."""

import pytest
from tests.ledger.conftest import AT
from tests.ledger.records.story import story


@pytest.fixture
def told(ledger):
    """A ledger that holds the story."""
    for each in story():
        ledger.keep(each.reading(), at=AT)
    return ledger
