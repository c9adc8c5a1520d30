"""Attempts: what somebody will seek to do, or is working to do, is intended and not promised."""

from __future__ import annotations

from readout.reading.finders.phrases import action_root
from readout.reading.scene import Scene


def is_attempt(scene: Scene, first: int) -> bool:
    """Whether an action begins with a verb that tells but an attempt ("seek to open the line")."""
    words, attempts = scene.words, scene.pack.lexicon["undertakings"]["attempts"]
    verb = first + 1 if words.pos[first] == "ADV" else first
    return words.lower[verb] in attempts and words.lower[verb + 1 : verb + 2] == ["to"]


def attempted_by(scene: Scene, first: int, last: int) -> int | None:
    """The word that tells an action as what somebody is at work on ("is working with Latvia to open the line")."""
    words, working = scene.words, scene.pack.lexicon["undertakings"]["working"]
    head = words.head[action_root(scene, first, last)]
    works = words.lower[head] in working and head < first and words.lower[first - 1] == "to"
    return head if works and words.child(head, "aux") is not None else None
