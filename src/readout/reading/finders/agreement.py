"""Finds agreements."""

from __future__ import annotations

from collections.abc import Iterator

from readout.model import Finding
from readout.reading.scene import Scene

KIND = "agreement"


def find(scene: Scene) -> Iterator[Finding]:
    """The agreements of a report."""
    yield from ()
