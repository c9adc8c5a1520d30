"""Statements that the network alone saw in news and that nobody says: things that somebody does, and pages of narration."""

from __future__ import annotations

from readout.model import Finding
from readout.reading.finders.phrases import root
from readout.reading.finders.statements.cue_words import vocabulary
from readout.reading.scene import Scene

LONGEST = 70
"""Words from which a statement in news that is no quotation is narration: of 10 in weblogs one was said, of 1,200 in news one is so long."""
SURE = 0.5
"""Chance from which a phrase beside a verb that brings no speech is kept: below it 12 of 44 were said, from it 59 of 66."""
MARKS = frozenset("‘'“\"«„*")
SUBJECTS = ("nsubj", "nsubj:pass", "csubj", "csubj:pass")


def is_narrated(scene: Scene, finding: Finding) -> bool:
    """Whether a statement of the network tells what happens, in a text of no official outlet."""
    if scene.cast.around.official:
        return False
    first, last = scene.words_of(finding.span)
    quoted = scene.cast.quoted
    if quoted[first] and quoted[first] in quoted[last - 1 : last + 1]:  # without the full stop, say
        return False
    if last - first >= LONGEST:
        return True
    if MARKS & set(scene.report.text[max(finding.span.start - 1, 0) : finding.span.start + 1]):
        return False
    return _is_done(scene, first, last) and (
        finding.score < SURE or scene.words.dep[root(scene, first, last)] in SUBJECTS
    )


def _is_done(scene: Scene, first: int, last: int) -> bool:
    """Whether words are a phrase without a clause, beside a verb that brings no speech ("scored an early coup")."""
    words, here = scene.words, root(scene, first, last)
    verb = words.head[here]
    if (
        words.pos[here] in ("VERB", "AUX")
        or any(words.kin(here, "cop", "nsubj", "nsubj:pass"))
        or first <= verb <= last
    ):
        return False
    cues, brings = (
        vocabulary(scene.pack.language),
        ("direct", "clause", "phrase", "calls", "appeals", "carriers", "agree_on"),
    )
    known = any(words.lower[verb] in cues[name] for name in (*brings, "behind_for", "behind_on", "gerund_cues"))
    return not known and words.lower[verb] != "according"
