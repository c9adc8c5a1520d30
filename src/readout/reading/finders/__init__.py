"""A finder a kind: generators over a scene that know no database and no other finder."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from readout.model import Finding
from readout.reading.finders import progress, project
from readout.reading.finders.commitments import commitment
from readout.reading.finders.documents import agreement
from readout.reading.finders.meetings import meeting
from readout.reading.finders.statements import statement
from readout.reading.scene import Scene

FINDERS: dict[str, Callable[[Scene], Iterator[Finding]]] = {
    "meeting": meeting.find,
    "statement": statement.find,
    "commitment": commitment.find,
    "agreement": agreement.find,
    "project": project.find,
    "progress": progress.find,
}
"""By kind. Meetings first: who met tells whom "they" and "the sides" mean."""


def distinct(findings: Iterable[Finding]) -> list[Finding]:
    """Findings without those that say the same of the same words again."""
    kept: dict[tuple[str, object], Finding] = {}
    for finding in findings:
        kept.setdefault((finding.kind, finding.span), finding)
    return list(kept.values())


def rules_alone(scene: Scene) -> list[Finding]:
    """What the rules find in a scene, kind by kind."""
    return distinct(finding for find in FINDERS.values() for finding in find(scene))
