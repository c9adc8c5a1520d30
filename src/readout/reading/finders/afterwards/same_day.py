"""The day of an encounter whose own clause tells none: that of the one before it in the same account, or the report's, where those
who met tell what they talked about "today"."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from readout.lang.inflection import lemmas
from readout.model import Finding, Slot
from readout.reading.actors.voices import Voice
from readout.reading.dates.worked_out import times
from readout.reading.finders.encounters.occasion import OPENING, is_long_ago
from readout.reading.finders.meetings.unmet import told_word
from readout.reading.finders.phrases import root
from readout.reading.scene import Scene

AFTER = 8
"""Sentences behind a meeting in which the account of its day goes on."""
ADDRESS = 1.5
"""A text is an address where it is no more than so many times as long as what one speaker says."""
HIGHEST = 4
"""Heads that are climbed from a word to the verb of its clause."""


def dated(scene: Scene, findings: Iterable[Finding]) -> list[Finding]:
    """The findings in the order of the text, where meetings without a date have the one that other words of the report tell."""
    own: list[Finding] = []
    for finding in sorted(findings, key=lambda f: f.span):
        date = _found_elsewhere(scene, finding, own) if finding.kind == "meeting" else None
        own.append(finding if date is None else replace(finding, slots=(*finding.slots, date)))
    return own


def _found_elsewhere(scene: Scene, finding: Finding, told: list[Finding]) -> Slot | None:
    """The date that a meeting without one has from those `told` before it, or from "today"."""
    if finding.one("date") is not None or _another_day(scene, finding) or _is_remembered(scene, finding):
        return None
    return _day_before(scene, finding, told) or _day_of_report(scene, finding)


def _is_remembered(scene: Scene, finding: Finding) -> bool:
    """Whether a visit is only named by a noun ("the reception during his trip to Israel"), so of any day."""
    words, told = scene.words, _told(scene, finding)
    return finding.values("kind") == ("visit",) and words.is_noun(told) and words.dep[told] not in ("obj", "nsubj:pass")


def _another_day(scene: Scene, finding: Finding) -> bool:
    """Whether a meeting's sentence up to its end names a time, or says that it was before."""
    first, last = scene.words_of(finding.span)
    low = scene.words.sentence_of[first][0]
    said = times(scene.words.text, scene.words.start[low], scene.words.end[last], scene.day)
    return bool(said) or is_long_ago(scene, low, last)


def _day_before(scene: Scene, finding: Finding, told: list[Finding]) -> Slot | None:
    """The day of the last meeting before in which one side of this one took part, where the account goes on with the clause ("He
    also met with B", "Following the meeting, they")."""
    if not _is_narrated(scene, finding):
        return None
    met, here = _sides(scene, finding), scene.words.sentence[scene.words_of(finding.span)[0]]
    days = (f for f in reversed(told) if f.kind == "meeting" and met & _sides(scene, f) and _is_of_one_day(scene, f))
    before = next((f for f in days if _is_narrated(scene, f)), None)
    if before is None or here - scene.words.sentence[scene.words_of(before.span)[1]] > AFTER:
        return None
    date = before.one("date")
    return None if date is None else replace(date, how="the day of the meeting before it")


def _actors(finding: Finding) -> set[str | None]:
    return {slot.actor for slot in finding.all("participants")}


def _sides(scene: Scene, finding: Finding) -> set[str | None]:
    """Those who met, and the countries for which they act."""
    met = _actors(finding)
    countries = (party.country for party in scene.cast.persons.parties if party.id in met and party.country)
    return met | {scene.cast.country(name).id for name in countries}


def _is_of_one_day(scene: Scene, finding: Finding) -> bool:
    """Whether a meeting has a day, and no more than one ("April 3-5")."""
    date = finding.one("date")
    if date is None or date.span is None or date.precision != "day":
        return False
    words, last = scene.words, scene.words_of(date.span)[1]
    said = times(words.text, date.span.start, words.end[words.sentence_of[last][1] - 1], scene.day)
    return bool(said) and said[0].value == said[0].last


def _is_narrated(scene: Scene, finding: Finding) -> bool:
    """Whether the verb of a sentence tells a meeting in the past tense, and nobody is quoted with it but who tells of a day."""
    words, told = scene.words, _told(scene, finding)
    verb = _verb(scene, told)
    quoted = (v for v in scene.resolver.voices if v.first <= told <= v.last and not _is_address(scene, v))
    if verb is None or any(quoted):
        return False
    case = words.child(told, "case")
    within = case is not None and words.lower[case] in scene.pack.lexicon["meetings"]["within"]
    carried = told == verb or within or words.dep[told] in ("obj", "nsubj", "nsubj:pass")
    while words.dep[verb] == "conj":
        verb = words.head[verb]
    return carried and words.head[verb] == verb and words.tag[verb] == "VBD"


def _told(scene: Scene, finding: Finding) -> int:
    """The word that tells a meeting; where no word of the lexicon does, the one on which its clause hangs."""
    kind = finding.one("kind")
    guessed = kind is None or kind.span in (None, finding.span)
    return root(scene, *scene.words_of(finding.span)) if guessed else told_word(scene, finding)


def _is_address(scene: Scene, voice: Voice) -> bool:
    """Whether one speaks most of the text, to whom nobody answers: who tells of the day."""
    return not voice.at_table and len(scene.words) < ADDRESS * (voice.last + 1 - voice.first)


def _verb(scene: Scene, k: int) -> int | None:
    """The verb of the clause in which word `k` stands."""
    for _ in range(HIGHEST):
        if scene.words.pos[k] == "VERB":
            return k
        k = scene.words.head[k]
    return None


def _day_of_report(scene: Scene, finding: Finding) -> Slot | None:
    """The day of the report, where those of its opening tell what they discussed "today"."""
    words, day = scene.words, scene.day
    last = scene.words_of(finding.span)[1]
    if day is None or words.sentence[last] > OPENING:
        return None
    said = (k for k in range(last + 1, len(words)) if words.lower[k] == "today")
    today = next((k for k in said if _talked(scene, k, finding)), None)
    return None if today is None else Slot("date", day, words.span(today, today), precision="day", how="worked out")


def _talked(scene: Scene, today: int, finding: Finding) -> bool:
    """Whether the clause of a "today" tells that the meeting's own people talked ("today the leaders discussed", "our conversation
    took place today"), or is what they declare in a joint document."""
    words, data, verb = scene.words, scene.pack.lexicon["meetings"], _verb(scene, today)
    subject = None if verb is None else words.child(verb, "nsubj", "nsubj:pass")
    if verb is None or subject is None:
        return False
    low, end = words.sentence_of[verb]
    persons = (m for k in range(low, end) if scene.cast.is_person_at(k) and (m := scene.cast.at[k]))
    if not {party.id for mention in persons for party in mention.parties} <= _actors(finding):
        return False
    if scene.is_joint_document and words.tag[verb] == "VBP":
        return {party.id for party in scene.who(subject, until=verb)} <= _sides(scene, finding)
    if words.tag[verb] not in ("VBD", "VBN"):
        return False
    things = (subject, *words.kin(verb, "obj", "obl"))
    return words.lower[verb] in lemmas(tuple(data["talked"])) or any(
        words.lower[k] in data["talks_today"] for k in things
    )
