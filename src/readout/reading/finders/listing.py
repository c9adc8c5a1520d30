"""Persons in a list: "Prime Minister A of Norway, Speaker of the Parliament B, and Foreign Minister C"."""

from __future__ import annotations

from readout.reading.actors.party import Party
from readout.reading.scene import Scene

LINKS = frozenset((",", "and", "&", "(", ")", ";"))
LONG_LINKS = (("as", "well", "as"), ("along", "with"), ("together", "with"), ("and", "also"))
FARTHEST = 24
"""Words of a title that may stand between two names of a list."""
ENDING = ("VERB", "AUX", "SCONJ")


def listed(scene: Scene, first: int, end: int) -> tuple[tuple[Party, ...], int]:
    """The persons of the list that begins with the person named at word `first`, before word `end`, and its last word."""
    found: list[Party] = []
    here: int | None = first
    last = first
    while here is not None:
        mention = scene.cast.at[here]
        if mention is None or not scene.cast.is_person_at(here):
            break
        found += mention.parties
        last = mention.last
        here = _next(scene, last, end)
    return tuple(dict.fromkeys(found)), last


def named_ahead(scene: Scene, i: int, end: int) -> bool:
    """Whether the title at word `i` is that of somebody whom the same phrase names ("adviser to the President, A")."""
    words = scene.words
    for j in range(i + 1, min(end, i + FARTHEST)):
        if scene.cast.is_person_at(j):
            return True
        if words.pos[j] in (*ENDING, "PRON") or words.form[j] in (".", ":", ";"):
            return False
    return False


def _next(scene: Scene, last: int, end: int) -> int | None:
    """The next name of a list whose last name ends at word `last`."""
    words = scene.words
    k = scene.resolver.past_country(last + 1, end)
    start = k + _link(words.lower[k : k + 3])
    if start == k or start >= end or (words.pos[start] in ("ADP", "SCONJ", "PRON") and words.tag[start] != "PRP$"):
        return None
    for j in range(start, min(end, start + FARTHEST)):
        if scene.cast.is_person_at(j):
            owner = words.lower[scene.cast.at[j].last + 1 : scene.cast.at[j].last + 2]  # type: ignore[union-attr]
            return None if owner in (["'s"], ["’s"]) else j
        if words.pos[j] in ENDING or words.form[j] in (".", ":"):
            return None
    return None


def _link(ahead: list[str]) -> int:
    """How many words link a list here."""
    for link in LONG_LINKS:
        if tuple(ahead[: len(link)]) == link:
            return len(link)
    return next((k for k, word in enumerate(ahead) if word not in LINKS), len(ahead))
