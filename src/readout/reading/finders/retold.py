"""What a report tells twice of one meeting, in full: a summary above its account, a paragraph that begins anew."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import combinations

from readout.model import Finding
from readout.reading.finders.again import are_apart
from readout.reading.scene import Scene

ANOTHER = frozenset(("also", "again", "another", "separately", "second", "third", "second-ever", "later"))
"""Words of a clause by which those who met met once more."""


def told_once(scene: Scene, findings: Iterable[Finding]) -> list[Finding]:
    """The findings without the less likely one of two meetings of the same persons, kind and day whose places do not differ."""
    found = list(findings)
    meetings = [f for f in found if f.kind == "meeting" and _is_of_a_day(scene, f)]
    twice = [(one, other) for one, other in combinations(meetings, 2) if _are_one(scene, one, other)]
    worse = {min(pair, key=lambda f: (f.score, -f.span.start)).id for pair in twice}
    return [f for f in found if f.id not in worse]


def _is_of_a_day(scene: Scene, finding: Finding) -> bool:
    """Whether several met on a day that is known, or that cannot be known as the report has none."""
    date = finding.one("date")
    undated = date is None and scene.report.date is None
    return (undated or (date is not None and date.precision == "day")) and len(finding.values("participants")) > 1


def _are_one(scene: Scene, one: Finding, other: Finding) -> bool:
    same = all(set(one.values(role)) == set(other.values(role)) for role in ("participants", "kind", "date"))
    if not same or are_apart(scene, one, other):
        return False
    first, last = scene.words_of(max(one.span, other.span))
    return ANOTHER.isdisjoint(scene.words.lower[max(first - 2, 0) : last + 1])
