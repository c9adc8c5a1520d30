"""What reads like a meeting and is none because it lies ahead or did not take place."""

from __future__ import annotations

from readout.model import Finding
from readout.reading.dates.worked_out import times
from readout.reading.finders.encounters.ahead import is_prepared, is_to_come, is_wished
from readout.reading.finders.encounters.encounter import Vocabulary, took_place
from readout.reading.scene import Scene

BEFORE = 3
"""Words before a noun in which it is called future ("the upcoming Leaders' Summit")."""
ASIDE = 3
"""Words before a summit's phrase in which it may be told that others met beside it."""
PRESS = 5
"""Words from the one that tells an encounter to the press conference at which it was, at the most."""


def lies_ahead(scene: Scene, finding: Finding) -> bool:
    """Whether a meeting is only planned, is denied, or is a press conference: by a word beside the one that tells it, or because all its dates are
    still to come."""
    words, vocabulary = scene.words, Vocabulary(scene.pack)
    future = vocabulary.future
    first, last = scene.words_of(finding.span)
    told = told_word(scene, finding)
    low = words.sentence_of[told][0]
    near = {*words.lower[max(told - BEFORE, low) : told], *(words.lower[k] for k in words.children[told])}
    verb = words.head[told]
    carried = (
        {words.lower[k] for k in words.children[verb]} if words.pos[verb] == "VERB" and first <= verb <= last else set()
    )
    if (near | carried) & future or carried & set(scene.cast.references["negations"]):
        return True
    if _is_for_the_press(scene, told):
        return True
    if any(unreal(scene, vocabulary, told) for unreal in (is_to_come, is_wished, is_prepared)):
        return True
    if words.pos[told] == "VERB" and not took_place(scene, told):
        return True
    said = times(words.text, finding.span.start, finding.span.end, scene.day)
    return bool(said and scene.day) and all(time.value > str(scene.day) for time in said)


def is_aside(scene: Scene, finding: Finding) -> bool:
    """Whether a summit is only where others met ("on the margins of the NATO Summit")."""
    words, told = scene.words, told_word(scene, finding)
    near = range(max(words.sentence_of[told][0], words.edges[told][0] - ASIDE), told)
    beside = scene.pack.lexicon["meetings"]["aside"]
    return words.pos[told] != "VERB" and any(words.lower[k] in beside and words.lower[k + 1] == "of" for k in near)


def _is_for_the_press(scene: Scene, told: int) -> bool:
    """Whether a press conference is all that a word tells ("spoke at a news conference")."""
    words, press = scene.words, scene.pack.lexicon["meetings"]["press"]
    near = range(told, min(told + PRESS, words.sentence_of[told][1]))
    return any(words.lower[k] in press["conferences"] and words.lower[k - 1] in press["before"] for k in near if k)


def told_word(scene: Scene, finding: Finding) -> int:
    """The word that tells a meeting, by its kind's slot."""
    kind = finding.one("kind")
    return scene.words_of(kind.span)[0] if kind is not None and kind.span else scene.words_of(finding.span)[0]
