"""Those who took part besides, as the report tells of a meeting that it has told before, are added to it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from readout.model import Finding, Slot
from readout.reading.finders.encounters.attended import Attendance, attendances
from readout.reading.scene import Scene

TWO = 2
LATER = 4
"""Sentences behind a meeting in which those who took part besides are looked for first; further away the report's first is meant."""


def joined(scene: Scene, findings: Iterable[Finding]) -> list[Finding]:
    """The findings, where meetings have those too of whom the report tells beside or behind them that they took part; a
    clause that tells only this ("A took part in them") is no meeting of its own."""
    own = [_without_event(scene, f) for f in findings]
    meetings = {k: scene.words_of(f.span) for k, f in enumerate(own) if f.kind == "meeting"}
    for attendance in attendances(scene):
        again = [k for k, (first, last) in meetings.items() if attendance.again and first <= attendance.at <= last]
        others = {k: words for k, words in meetings.items() if k not in again}
        k = _meant(scene, attendance, own, others)
        if k is not None:
            own[k] = _with(scene, own[k], attendance)
            meetings = others
    return [f for k, f in enumerate(own) if f.kind != "meeting" or k in meetings]


def _without_event(scene: Scene, finding: Finding) -> Finding:
    """A meeting of two at least without what took place among those who took part ("the Strategic Dialogue")."""
    events = tuple(scene.pack.lexicon["meetings"]["standing"])
    met = finding.all("participants") if finding.kind == "meeting" else ()
    gone = [slot for slot in met if str(slot.value).lower().endswith(events)]
    if not gone or len(met) - len(gone) < TWO:
        return finding
    return replace(finding, slots=tuple(slot for slot in finding.slots if slot not in gone))


def _meant(
    scene: Scene, attendance: Attendance, own: list[Finding], meetings: dict[int, tuple[int, int]]
) -> int | None:
    """The meeting that is meant: the nearest of the cue's sentence, else one told before."""
    sentence, at = scene.words.sentence, attendance.at
    elsewhere = attendance.again and attendance.enrolled
    here = [k for k, (first, last) in meetings.items() if sentence[first] <= sentence[at] <= sentence[last]]
    here = [] if elsewhere else here
    if not attendance.apart:
        here = [k for k in here if meetings[k][0] < at and not _clause_between(scene, meetings[k][1], at)]
    if here or not attendance.apart:
        return min(here, key=lambda k: abs(meetings[k][0] - at), default=None)
    return _told_before(attendance, own, {k: sentence[at] - sentence[last] for k, (_, last) in meetings.items()})


def _told_before(attendance: Attendance, own: list[Finding], back: dict[int, int]) -> int | None:
    """The meeting that another sentence than the cue's tells, where `back` says how many sentences ago: one in which somebody of those
    named took part, if there is any; the first of the last sentence nearby, else the report's first; a visit last, but for those who
    went along."""
    before = [k for k, sentences in back.items() if sentences > 0]
    named = {party.id for party in attendance.parties}
    before = [k for k in before if named & {slot.actor for slot in own[k].all("participants")}] or before
    visits = [k for k in before if own[k].values("kind") == ("visit",)]
    if attendance.travelling and visits:
        return min(visits, key=lambda k: own[k].span)
    near = [k for k in before if back[k] <= LATER and not attendance.enrolled]
    met = [k for k in near or before if k not in visits] or near or before
    nearest = min((back[k] for k in met), default=0)
    told = [k for k in met if back[k] == nearest] if near else met
    return min(told, key=lambda k: own[k].span, default=None)


def _clause_between(scene: Scene, first: int, last: int) -> bool:
    return any(scene.words.pos[k] in ("VERB", "AUX") for k in range(first + 1, last))


def with_members(scene: Scene, findings: Iterable[Finding]) -> Iterator[Finding]:
    """The findings, where meetings of a small group ("the Normandy Four") have its members too, on the group's words."""
    members = scene.pack.members_of
    for finding in findings:
        known = {slot.actor for slot in finding.all("participants")}
        groups = [s for s in finding.all("participants") if s.value in members] if finding.kind == "meeting" else []
        parties = [(slot, scene.cast.country(name)) for slot in groups for name in members[str(slot.value)]]
        more = [
            Slot("participants", p.name, slot.span, p.id, how="a member of the group")
            for slot, p in parties
            if p.id not in known
        ]
        yield replace(finding, slots=(*finding.slots, *more)) if more else finding


def _with(scene: Scene, finding: Finding, attendance: Attendance) -> Finding:
    known = {slot.actor for slot in finding.all("participants")}
    more = [party for party in attendance.parties if party.id not in known]
    slots = [
        replace(slot, how="told beside the meeting") for slot in scene.actors("participants", more, attendance.where)
    ]
    return replace(finding, slots=(*finding.slots, *slots)) if slots else finding
