"""A finder a kind: generators over a scene that know no database and no other finder."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from readout.model import Finding
from readout.reading.finders import agreement, commitment, meeting, progress, project, statement
from readout.reading.scene import Scene

FINDERS: tuple[Callable[[Scene], Iterator[Finding]], ...] = (
    meeting.find,
    statement.find,
    commitment.find,
    agreement.find,
    project.find,
    progress.find,
)
"""Meetings first: who met tells whom "they" and "the sides" mean."""
