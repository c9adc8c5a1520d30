"""Speech that its cue interrupts ("We will," she said, "never agree"): what was found as several parts is one statement."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from itertools import pairwise

from readout.model import Finding, Span
from readout.reading.scene import Scene

APART = 24
"""Words between two parts at the most: the cue, its speaker, and what is told of him."""
DIRECT = "direct"


def rejoined(scene: Scene, findings: Iterable[Finding]) -> list[Finding]:
    """The findings, those that one cue stands between as one with all parts; who speaks is told by the first."""
    found = list(findings)
    spoken = sorted((f for f in found if f.kind == "statement"), key=lambda f: f.span)
    whole: dict[int, Finding] = {}
    gone: set[int] = set()
    for one, other in pairwise(spoken):
        first = whole.get(id(one), one)
        if _interrupted(scene, first, other):
            whole[id(other)] = _joined(first, other)
            gone.add(id(one))
    return [whole.get(id(f), f) for f in found if id(f) not in gone]


def _interrupted(scene: Scene, one: Finding, other: Finding) -> bool:
    """Whether two statements follow one another with the cue of both between them."""
    cues = one.one("cue"), other.one("cue")
    at = [cue.span for cue in cues if cue is not None and cue.span is not None]
    if len(at) < len(cues) or not at[0].overlaps(at[1]):
        return False
    begins, ends = scene.words_of(other.span)[0], scene.words_of(one.span)[1]
    between = one.span.end <= at[0].start and at[0].end <= other.span.start and begins - ends <= APART
    return between and "." not in scene.report.text[one.span.end : at[0].start]


def _joined(one: Finding, other: Finding) -> Finding:
    parts = (*(one.spans or (one.span,)), *(other.spans or (other.span,)))
    slots = one.slots
    form = other.one("form")
    if form is not None and form.value == DIRECT:
        slots = tuple(form if slot.role == "form" else slot for slot in slots)
    return replace(
        one, span=Span(parts[0].start, parts[-1].end), spans=parts, slots=slots, score=max(one.score, other.score)
    )
