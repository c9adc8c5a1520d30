"""Courtesy calls: whoever "called on the Prime Minister", or "paid a call on" somebody, met that person and telephoned nobody."""

from __future__ import annotations

from readout.lang import Rule
from readout.model import Finding
from readout.reading.finders.encounters.encounter import Vocabulary
from readout.reading.finders.encounters.listing import acting_together, other_party
from readout.reading.finders.meetings.telling import Clause, meeting_in
from readout.reading.scene import Scene


def called_upon(scene: Scene, vocabulary: Vocabulary, rule: Rule, i: int) -> Finding | None:
    """The meeting that "A called on B" tells, where B is a person and nobody is asked for anything."""
    words, data = scene.words, vocabulary.data
    if words.lower[i] not in data["calling"] or words.pos[i] != "VERB":
        return None
    behind = words.lower[i + 1 : i + 3]
    on = next((i + 1 + k for k, word in enumerate(behind) if word in data["upon"]), None)
    if on is None or (on > i + 1 and words.pos[i + 1] != "ADV"):
        return None
    end = words.sentence_of[i][1]
    first = acting_together(scene, scene.subject(i), i)
    other, last = other_party(scene, on + 1, end)
    other = tuple(p for p in other if p.kind == "person")
    if not other or not first or set(other) & set(first) or _asks(scene, vocabulary, i, last):
        return None
    return meeting_in(scene, vocabulary, rule, Clause(i, scene.subject(i), first, other, "talks", last))


def _asks(scene: Scene, vocabulary: Vocabulary, i: int, last: int) -> bool:
    """Whether the one called upon is to do something ("called on him to resign", "called on A for help")."""
    words = scene.words
    behind = range(last + 1, min(last + 3, words.sentence_of[i][1]))
    if any(words.lower[k] == "for" for k in behind):
        return True
    purpose = next((k for k in range(last + 1, words.sentence_of[i][1]) if words.tag[k] == "TO"), None)
    return purpose is not None and words.lower[purpose + 1] not in vocabulary.data["purposes"]
