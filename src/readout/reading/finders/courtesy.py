"""Calls that are visits to an office, and none on the telephone."""

from __future__ import annotations

from readout.reading.scene import Scene

BESIDE = 3
"""Words before a call that may say that it was one of courtesy."""


def is_courtesy(scene: Scene, i: int) -> bool:
    """Whether word `i` tells a courtesy call ("paid a call on", "called on"), and none on the telephone."""
    words, data = scene.words, scene.pack.lexicon["meetings"]
    if words.lower[i] in data["calling"] and words.pos[i] == "VERB":
        return words.lower[i + 1 : i + 2] in ([word] for word in data["upon"])
    if words.lower[i] not in data["courtesy_calls"]:
        return False
    beside = set(words.lower[max(i - BESIDE, 0) : i])
    if beside & set(data["call_words"]):
        return False
    return bool(beside & set(data["courtesies"])) or (
        words.lower[words.head[i]] in data["paid"] and words.lower[i + 1 : i + 2] in ([word] for word in data["upon"])
    )
