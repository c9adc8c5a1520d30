"""A reading: everything that one reader saw in one report."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from readout.model.actor import Actor
from readout.model.finding import Finding
from readout.model.kind import kinds
from readout.model.report import Report


@dataclass(frozen=True, slots=True)
class Reading:
    """The report, the actors that it mentions and the findings in the order of the text; `reader` is the fingerprint."""

    report: Report
    reader: str
    actors: tuple[Actor, ...]
    findings: tuple[Finding, ...]

    def of_kind(self, kind: str) -> tuple[Finding, ...]:
        """The findings of one kind, in the order of the text."""
        return tuple(finding for finding in self.findings if finding.kind == kind)

    def actor(self, id: str) -> Actor | None:
        """The actor of that id, or None."""
        return next((actor for actor in self.actors if actor.id == id), None)

    def quote(self, finding: Finding) -> str:
        """The words that the finding covers."""
        return finding.span.of(self.report.text)

    def _repr_html_(self) -> str:
        """What a notebook shows: the text with its findings marked."""
        from readout.model.highlights import highlighted

        return highlighted(self)

    def to_dict(self) -> dict[str, Any]:
        """The reading in the published JSON form (docs/reference/json.md)."""
        return {
            "id": self.report.id,
            "report": self.report.to_dict(),
            "reader": self.reader,
            "actors": [actor.to_dict() for actor in self.actors],
            "findings": [finding.to_dict(kinds()[finding.kind].roles) for finding in self.findings],
        }
