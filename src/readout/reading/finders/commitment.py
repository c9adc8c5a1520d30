"""Finds commitments."""

from __future__ import annotations

from collections.abc import Iterator

from readout.model import Finding
from readout.reading.scene import Scene

KIND = "commitment"


def find(scene: Scene) -> Iterator[Finding]:
    """The commitments of a report."""
    yield from ()
