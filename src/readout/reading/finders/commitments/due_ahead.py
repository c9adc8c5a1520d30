"""The deadline that a sentence tells at its head, before its subject: "In Riga on March 10, the Deputy Secretary will meet ..."."""

from __future__ import annotations

from readout.model import Slot, Span
from readout.reading.finders.commitments.deadlines import due_words
from readout.reading.finders.commitments.undertaker import grammar
from readout.reading.finders.phrases import action_root
from readout.reading.scene import Scene

TELLING_WHEN = ("obl", "obl:unmarked", "obl:tmod", "advmod")
AHEAD = 14
"""Words at the head of a sentence among which its time stands."""


def due_ahead(scene: Scene, span: Span) -> list[Slot]:
    """The slots `due` and `due_text` of an action by the head of its sentence; none where that is past, or dates the telling.

    Beside "agreed" or "reaffirm" it tells when that was said, not when the action is due.
    """
    words = scene.words
    low, end = words.sentence_of[scene.words_of(span)[0]]
    label = (k for k in range(low, min(low + AHEAD, end)) if words.form[k] == ":" and words.end[k] < span.start)
    low = max(label, default=low - 1) + 1  # "Ferries: On April 3, the ministers will ..."
    subject = next((k for k in range(low, end) if words.dep[k] in ("nsubj", "nsubj:pass")), None)
    if subject is None:
        last, telling = _until_verb(scene, low)
    else:
        last, telling = _until_subject(scene, low, subject), words.head[subject]
    if last < low or words.end[last] > span.start:
        return []
    found = due_words(scene.report.text, words.span(low, last), scene.day)
    return found if _lies_ahead(scene, telling, found) else []


def due_before_subject(scene: Scene, span: Span) -> list[Slot]:
    """The slots `due` and `due_text` of an action by a time before the subject of its verb, inside the sentence ("the fair, and on May 6 the
    mayors will open it", "announced that in June 2025 Riga will host it")."""
    words = scene.words
    verb = action_root(scene, *scene.words_of(span))
    subject = words.child(verb, "nsubj")
    modals = grammar(scene.pack.language).will.fields["modals"]
    if subject is None or not any(words.lower[k] in modals for k in words.kin(verb, "aux")):
        return []
    times = (words.edges[k] for k in words.kin(verb, *TELLING_WHEN) if words.edges[k][1] < words.edges[subject][0])
    told = (due_words(scene.report.text, words.span(*edges), scene.day) for edges in times)
    return next((slots for slots in told if slots), [])


def _until_subject(scene: Scene, low: int, subject: int) -> int:
    """The last word before a subject, or before the first comma where a clause stands there."""
    words = scene.words
    first = words.edges[subject][0]
    last = first - 1
    if not low <= last <= low + AHEAD or any(words.pos[k] in ("VERB", "AUX") for k in range(low, last + 1)):
        ahead = range(low, min(max(first, subject), low + AHEAD))
        last = next((k for k in ahead if words.form[k] == ","), low) - 1
    return last


def _until_verb(scene: Scene, low: int) -> tuple[int, int]:
    """The last word of the phrase at the head of a sentence whose subject the parser saw in something else, and the verb on which it hangs."""
    words, here = scene.words, low
    while words.head[here] != here and words.pos[words.head[here]] not in ("VERB", "AUX"):
        here = words.head[here]
    return min(words.edges[here][1], low + AHEAD) if words.head[here] != here else low - 1, words.head[here]


def _lies_ahead(scene: Scene, telling: int, found: list[Slot]) -> bool:
    """Whether a time beside the verb `telling` may be that of an action: the verb tells none of the past or of its own day."""
    words, published = scene.words, scene.day
    modals = grammar(scene.pack.language).will.fields["modals"]
    if any(words.lower[k] in modals for k in words.kin(telling, "aux")):
        return True
    due = next((str(slot.value) for slot in found if slot.role == "due"), None)
    now = due is not None and published is not None and due <= published[: len(due)]
    return not now and words.tag[telling] not in ("VBD", "VBN")
