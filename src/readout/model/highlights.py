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

PAPER = (
    "white-space:pre-wrap;overflow-wrap:anywhere;max-width:44em;line-height:1.7;padding:1em 1.4em;border-radius:6px;"
    "border:1px solid #d8d8d8;background:#fff;color:#1d1d1f"
)
"""Ink on paper, whatever the theme of the notebook: the colours of the kinds are made for it."""
MARK = "padding:.1em .2em;border-radius:3px;color:#1d1d1f"


def highlighted(reading: Reading) -> str:
    """HTML of the text, each stretch marked with the kinds that stand on it; their names and values show on pointing."""
    text = reading.report.text
    edges = {0, len(text), *(edge for finding in reading.findings for edge in finding.span.to_list())}
    ordered = sorted(edges)
    pieces = [_piece(text[a:b], _over(reading.findings, a)) for a, b in pairwise(ordered)]
    return f'<div style="{PAPER}">{_legend(reading.findings)}{"".join(pieces)}</div>'


def _legend(findings: Iterable[Finding]) -> str:
    """The colours of the kinds that the text has, in the order of the kinds."""
    there = {finding.kind for finding in findings}
    names = "  ".join(
        f'<span style="{MARK};background:{COLOURS[kind]}">{kind}</span>' for kind in COLOURS if kind in there
    )
    return f'<div style="font-size:85%;margin-bottom:.8em">{names}</div>' if names else ""


def _over(findings: Iterable[Finding], at: int) -> list[Finding]:
    return [finding for finding in findings if finding.span.start <= at < finding.span.end]


def _piece(words: str, over: list[Finding]) -> str:
    if not over:
        return escape(words)
    inner = min(over, key=lambda finding: finding.span.end - finding.span.start)
    says = "\n".join(_said(finding) for finding in over)
    return f'<mark style="{MARK};background:{COLOURS[inner.kind]}" title="{escape(says)}">{escape(words)}</mark>'


def _said(finding: Finding) -> str:
    return f"{finding.kind}: " + "; ".join(f"{slot.role} {slot.value}" for slot in finding.slots)
