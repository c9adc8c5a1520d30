"""What reads like a meeting and is none: one that lies ahead, or one that the report has told already."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from readout.model import Finding
from readout.reading.dates import times
from readout.reading.finders.encounter import Vocabulary, took_place
from readout.reading.scene import Scene

BEFORE = 3
"""Words before a noun in which it is called future ("the upcoming Leaders' Summit")."""
BESIDE = 2
"""Sentences around a greeting in which other words may tell the same meeting."""
SHORT = 8
"""Words of a clause that only points back to a meeting, at the most."""


def lies_ahead(scene: Scene, finding: Finding) -> bool:
    """Whether a meeting is only planned or is denied: by a word beside the one that tells it, or because all its dates are
    still to come."""
    words, future = scene.words, Vocabulary(scene.pack).future
    first, last = scene.words_of(finding.span)
    told = told_word(scene, finding)
    low = words.sentence_of[told][0]
    near = {*words.lower[max(told - BEFORE, low) : told], *(words.lower[k] for k in words.children[told])}
    verb = words.head[told]
    carried = (
        {words.lower[k] for k in words.children[verb]} if words.pos[verb] == "VERB" and first <= verb <= last else set()
    )
    if (near | carried) & future:
        return True
    if words.pos[told] == "VERB" and not took_place(scene, told):
        return True
    said = times(words.text, finding.span.start, finding.span.end, scene.report.date)
    return bool(said and scene.report.date) and all(time.value > str(scene.report.date) for time in said)


def once(scene: Scene, findings: Iterable[Finding]) -> list[Finding]:
    """The findings without meetings that only point back to one before them ("during the meeting", "our current visit")."""
    kept: list[Finding] = []
    told = list(findings)
    for finding in sorted((f for f in told if not _greets_again(scene, f, told)), key=lambda f: f.span):
        met = {slot.actor for slot in finding.all("participants")}
        before = (f for f in kept if f.kind == "meeting" and met & {slot.actor for slot in f.all("participants")})
        if finding.kind != "meeting" or not points_back(scene, finding) or not any(before):
            kept.append(finding)
    return kept


def _greets_again(scene: Scene, finding: Finding, told: Iterable[Finding]) -> bool:
    """Whether a greeting belongs to a meeting that the words beside it tell ("welcome", "it's great to have you here")."""
    if not finding.rule.endswith(".greeting"):
        return False
    here, date = scene.words.sentence[scene.words_of(finding.span)[0]], finding.values("date")
    met = {slot.actor for slot in finding.all("participants")}
    for other in told:
        near = abs(scene.words.sentence[scene.words_of(other.span)[0]] - here) <= BESIDE
        same = met & {slot.actor for slot in other.all("participants")} and other.values("date") in ((), date)
        if other is not finding and other.kind == "meeting" and near and same:
            return True
    return False


def points_back(scene: Scene, finding: Finding) -> bool:
    """Whether a clause has nothing of its own but "the meeting": no date, no place, no word that tells which."""
    words, told, data = scene.words, told_word(scene, finding), scene.pack.lexicon["meetings"]
    first, last = scene.words_of(finding.span)
    date = finding.one("date")
    dated = date is not None and date.precision != "year"
    if words.lower[told] not in data["pointing_nouns"] or dated or finding.one("place"):
        return False
    if _goes_on(scene, told, data):
        return True
    if last - first >= SHORT:
        return False
    before = words.lower[max(told - BEFORE, words.sentence_of[told][0]) : told]
    return any(word in data["pointing"] for word in before) and not any(word in data["past_words"] for word in before)


def _goes_on(scene: Scene, told: int, data: Mapping[str, Any]) -> bool:
    """Whether those who met are only told to have talked ("the leaders had an in-depth discussion on"), with nobody named."""
    words, subject = scene.words, scene.subject(scene.words.head[told])
    if words.lower[told] not in data["talking"] or words.dep[told] != "obj" or subject is None:
        return False
    plural = scene.cast.at[subject] is None and words.tag[subject] in ("NNS", "PRP")
    return plural and words.form[told].islower() and words.lower[told + 1 : told + 2] != ["with"]


def told_word(scene: Scene, finding: Finding) -> int:
    """The word that tells a meeting, by its kind's slot."""
    kind = finding.one("kind")
    return scene.words_of(kind.span)[0] if kind is not None and kind.span else scene.words_of(finding.span)[0]
