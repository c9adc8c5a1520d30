"""Known misses of the reader are expected to fail, strictly: what is found must leave the list."""

from __future__ import annotations

from pathlib import Path

import pytest

KNOWN = frozenset(Path(__file__).with_name("known_misses.txt").read_text(encoding="utf-8").splitlines()[1:])


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Marks the known misses of this folder."""
    for item in items:
        if item.name in KNOWN and item.path.parent == Path(__file__).parent:
            item.add_marker(pytest.mark.xfail(reason="known miss of the reader", strict=True))
