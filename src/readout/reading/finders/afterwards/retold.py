"""What a report tells twice of one meeting, in full: a summary above its account, a paragraph that begins anew."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence

from readout.model import Finding
from readout.reading.finders.meetings.again import are_apart
from readout.reading.scene import Scene

ALIKE = ("participants", "kind", "date")


def told_once(scene: Scene, findings: Iterable[Finding]) -> list[Finding]:
    """The findings without the less likely one of two meetings of the same persons, kind and day whose places do not differ; in a
    transcript those at the table speak of their own meeting as they like."""
    found = list(findings)
    if any(voice.at_table for voice in scene.resolver.voices):
        return found
    alike: defaultdict[tuple[frozenset[object], ...], list[Finding]] = defaultdict(list)
    for finding in found:
        if finding.kind == "meeting" and _is_of_a_day(scene, finding):
            alike[tuple(frozenset(finding.values(role)) for role in ALIKE)].append(finding)
    worse = {finding.id for own in alike.values() for finding in _told_again(scene, own)}
    return [finding for finding in found if finding.id not in worse]


def _is_of_a_day(scene: Scene, finding: Finding) -> bool:
    """Whether several met on a day that is known, or that cannot be known as the report has none."""
    date = finding.one("date")
    undated = date is None and scene.report.date is None
    return (undated or (date is not None and date.precision == "day")) and len(finding.values("participants")) > 1


def _told_again(scene: Scene, alike: Sequence[Finding]) -> list[Finding]:
    """Those of some meetings that another one of them tells better; of two equally likely ones the later."""
    kept: list[Finding] = []
    worse: list[Finding] = []
    for finding in alike:
        same = next((other for other in kept if _are_one(scene, other, finding)), None)
        if same is None:
            kept.append(finding)
            continue
        least = min((same, finding), key=lambda f: (f.score, -f.span.start))
        worse.append(least)
        if least is same:
            kept[kept.index(same)] = finding
    return worse


def _are_one(scene: Scene, one: Finding, other: Finding) -> bool:
    first, last = scene.words_of(max(one.span, other.span))
    once_more = scene.pack.lexicon["meetings"]["once_more"]
    return not are_apart(scene, one, other) and not set(once_more) & set(
        scene.words.lower[max(first - 2, 0) : last + 1]
    )
