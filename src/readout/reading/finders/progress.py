"""Finds progresss."""

from __future__ import annotations

from collections.abc import Iterator

from readout.model import Finding
from readout.reading.scene import Scene

KIND = "progress"


def find(scene: Scene) -> Iterator[Finding]:
    """The progresss of a report."""
    yield from ()
