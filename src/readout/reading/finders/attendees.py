"""Who took part besides, as the report tells of a meeting that it has told before: "she was joined by", "participants included"."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any

from readout.lang.inflection import lemmas
from readout.model import Finding, Slot
from readout.reading.actors.party import Party
from readout.reading.finders.listing import listed
from readout.reading.finders.rolls import rolls
from readout.reading.scene import Scene

LATER = 4
"""Sentences behind a meeting in which those who took part besides are looked for."""
MEANT = ("event", "them")
"""Words for a meeting that was told before, besides its nouns."""
NEAR = 22
"""Words behind a cue before the first name: a title."""


@dataclass(frozen=True, slots=True)
class Attendance:
    """At word `at` the report tells that these, named from word `where` on, took part; `apart` where another sentence than
    the meeting's may tell it, else right behind the meeting. `again` where the clause names no meeting but one told before;
    `enrolled` where a list at any distance names them, who took part in the report's first meeting."""

    at: int
    parties: tuple[Party, ...]
    where: int
    apart: bool
    again: bool = False
    enrolled: bool = False


def joined(scene: Scene, findings: Iterable[Finding]) -> list[Finding]:
    """The findings, where meetings have those too of whom the report tells beside or behind them that they took part; a
    clause that tells only this ("A took part in them") is no meeting of its own."""
    own = list(findings)
    meetings = {k: scene.words_of(f.span) for k, f in enumerate(own) if f.kind == "meeting"}
    for attendance in _attendances(scene):
        again = [k for k, (first, last) in meetings.items() if attendance.again and first <= attendance.at <= last]
        others = {k: words for k, words in meetings.items() if k not in again}
        k = _meant(scene, attendance, own, others)
        if k is not None:
            own[k] = _with(scene, own[k], attendance)
            meetings = others
    return [f for k, f in enumerate(own) if f.kind != "meeting" or k in meetings]


def _meant(
    scene: Scene, attendance: Attendance, own: list[Finding], meetings: dict[int, tuple[int, int]]
) -> int | None:
    """The meeting that is meant: the nearest of the cue's sentence, else the first of the last sentence that tells one, a visit last."""
    sentence, at = scene.words.sentence, attendance.at
    own_sentence = () if attendance.enrolled else meetings.items()
    here = [k for k, (first, last) in own_sentence if sentence[first] <= sentence[at] <= sentence[last]]
    if not attendance.apart:
        here = [k for k in here if meetings[k][0] < at and not _clause_between(scene, meetings[k][1], at)]
    if here or not attendance.apart:
        return min(here, key=lambda k: abs(meetings[k][0] - at), default=None)
    far = len(sentence) if attendance.enrolled else LATER
    before = [k for k, (_, last) in meetings.items() if 0 < sentence[at] - sentence[last] <= far]
    met = [k for k in before if own[k].values("kind") != ("visit",)] or before
    if attendance.enrolled:
        return min(met, key=lambda k: meetings[k][0], default=None)
    return max(met, key=lambda k: (sentence[meetings[k][0]], -meetings[k][0]), default=None)


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


def _attendances(scene: Scene) -> Iterator[Attendance]:
    yield from (Attendance(*one, apart=True, again=True, enrolled=True) for one in rolls(scene))
    words, data = scene.words, scene.pack.lexicon["attending"]
    passive, active, taking = (lemmas(data[verbs]) for verbs in ("passive", "active", "taking"))
    for k in range(len(words) - 1):
        lower, end = words.lower[k], words.sentence_of[k][1]
        if lower in passive and words.tag[k] == "VBN" and words.lower[k + 1] == "by" and not _ahead(scene, k):
            yield from _behind(scene, k, k + 2, apart=True)
        elif lower in data["attendees"] and (verb := _includes(scene, k, data["including"])):
            yield from _behind(scene, k, verb + 1, apart=True)
        elif lower in data["beside"]:
            yield from _behind(scene, k, k + 1, apart=False)
        elif any(words.lower[k : min(k + len(p), end)] == p for p in data["phrases"]):
            yield from _behind(scene, k, k + 3, apart=False)
        elif words.tag[k] == "VBD" and (lower in active or (lower in taking and words.lower[k + 1] == "part")):
            yield from _before(scene, k)


def _ahead(scene: Scene, verb: int) -> bool:
    """Whether it has not taken place yet ("will be attended by", "to be joined by")."""
    words = scene.words
    return any(words.tag[k] in ("MD", "TO") for k in words.children[verb])


def _includes(scene: Scene, noun: int, verbs: list[str]) -> int | None:
    """The word from "were" to "included" behind a noun for those who took part, where it is near."""
    words, end = scene.words, scene.words.sentence_of[noun][1]
    return next((k for k in range(noun + 1, min(noun + 8, end)) if words.lower[k] in verbs), None)


def _behind(scene: Scene, at: int, first: int, apart: bool) -> Iterator[Attendance]:
    """Those whom the words from `first` on name before another clause begins."""
    words, end = scene.words, scene.words.sentence_of[at][1]
    fallback: int | None = None
    for k in range(first, min(first + NEAR, end)):
        mention = scene.cast.at[k]
        if scene.cast.is_person_at(k):
            yield Attendance(at, listed(scene, k, end)[0], k, apart)
            return
        if words.pos[k] in ("VERB", "AUX", "SCONJ") or words.form[k] in (".", ";"):
            break
        fallback = k if fallback is None and mention is not None and mention.sort == "country" else fallback
    if fallback is not None and fallback < first + 6:
        yield Attendance(at, scene.who(fallback), fallback, apart)


def _before(scene: Scene, verb: int) -> Iterator[Attendance]:
    """Named persons who attended or took part: the subject of the verb, where its object is the meeting told before."""
    words, data = scene.words, scene.pack.lexicon["meetings"]
    subject = scene.subject(verb)
    if subject is None or not scene.cast.is_person_at(subject):
        return
    ahead = words.lower[verb + 1 : min(verb + 6, words.sentence_of[verb][1])]
    again = next(
        (_points_back(data, ahead[j - 1], word) for j, word in enumerate(ahead) if j and _told(data, word)), False
    )
    if any(_told(data, word) for word in ahead) and words.child(subject, "nsubj") is None:
        yield Attendance(verb, scene.who(subject, until=verb), subject, apart=True, again=again)


def _told(data: Mapping[str, Any], word: str) -> bool:
    return word in data["nouns"] or word in MEANT


def _points_back(data: Mapping[str, Any], before: str, word: str) -> bool:
    """Whether a noun with the word before it names no meeting but one told before: "them", "the meeting"."""
    return word == "them" or (word in (*data["pointing_nouns"], *MEANT) and before in data["pointing"])
