"""A place that a report tells once: talks of a visitor take place where the visit goes to."""

from __future__ import annotations

from dataclasses import replace

from readout.model import Finding, Slot
from readout.reading.scene import Scene

CITIES = ("capital", "city", "seat")
FACE_TO_FACE = ("talks", "summit", "consultations", "ceremony")


def placed_by_visits(scene: Scene, findings: list[Finding]) -> list[Finding]:
    """The findings, where meetings without a place have that of the one visit of the report in which a participant is."""
    visits = [f for f in findings if f.kind == "meeting" and f.values("kind") == ("visit",) and f.one("place")]
    if len({visit.values("place") for visit in visits}) != 1:
        return findings
    return [finding if _elsewhere(scene, finding) else _placed(finding, visits[0]) for finding in findings]


def _elsewhere(scene: Scene, finding: Finding) -> bool:
    """Whether the meeting's own sentence names a city: where it took place, more likely than not."""
    first, last = scene.words_of(finding.span)
    low, end = scene.words.sentence_of[first][0], scene.words.sentence_of[last][1]
    names = scene.cast.around.name_at[low:end]
    return any(hit is not None and hit.sort in CITIES for hit in names)


def _placed(finding: Finding, visit: Finding) -> Finding:
    place, kind = visit.one("place"), finding.one("kind")
    shared = set(finding.values("participants")) & set(visit.values("participants"))
    here = finding.kind == "meeting" and kind is not None and kind.value in FACE_TO_FACE and not finding.one("place")
    if place is None or not here or not shared or not _days_fit(finding, visit):
        return finding
    told = Slot("place", place.value, place.span, how="the visit of a participant")
    return replace(finding, slots=(*finding.slots, told))


def _days_fit(finding: Finding, visit: Finding) -> bool:
    """Whether no more than one of the two has a day, or both have the same."""
    own, theirs = finding.one("date"), visit.one("date")
    return own is None or theirs is None or own.value == theirs.value
