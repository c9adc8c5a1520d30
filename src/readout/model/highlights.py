"""A reading as a notebook shows it: the text with its findings marked."""

from __future__ import annotations

from collections.abc import Iterable
from html import escape
from itertools import pairwise
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from readout.model.finding import Finding
    from readout.model.reading import Reading

COLOURS = {
    "meeting": "#cfe8ff", "statement": "#f3f0d7", "commitment": "#d5f2d0", "agreement": "#ead9ff", "project": "#ffe3c9",
    "progress": "#d8f3f0",
}  # fmt: skip


def highlighted(reading: Reading) -> str:
    """HTML of the text, each stretch marked with the kinds that stand on it; their names and values show on pointing."""
    text = reading.report.text
    edges = {0, len(text), *(edge for finding in reading.findings for edge in finding.span.to_list())}
    ordered = sorted(edges)
    pieces = [_piece(text[a:b], _over(reading.findings, a)) for a, b in pairwise(ordered)]
    return f'<div style="white-space:pre-wrap">{"".join(pieces)}</div>'


def _over(findings: Iterable[Finding], at: int) -> list[Finding]:
    return [finding for finding in findings if finding.span.start <= at < finding.span.end]


def _piece(words: str, over: list[Finding]) -> str:
    if not over:
        return escape(words)
    inner = min(over, key=lambda finding: finding.span.end - finding.span.start)
    says = "\n".join(_said(finding) for finding in over)
    return f'<mark style="background:{COLOURS[inner.kind]}" title="{escape(says)}">{escape(words)}</mark>'


def _said(finding: Finding) -> str:
    return f"{finding.kind}: " + "; ".join(f"{slot.role} {slot.value}" for slot in finding.slots)
