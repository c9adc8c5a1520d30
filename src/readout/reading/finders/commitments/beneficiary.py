"""Towards whom an action is undertaken, where the words make it plain: "I assure you that ...", "contacts with the X Government"."""

from __future__ import annotations

from collections.abc import Iterable

from readout.model import Slot
from readout.reading.actors.party import Party
from readout.reading.scene import Scene


def towards(scene: Scene, by: Iterable[Party], first: int, last: int) -> list[Slot]:
    """The slot `to` of an action in words `first` to `last` that `by` undertake; nothing where it is not plain."""
    own = {party.country or party.name for party in by}
    told = _addressed(scene, first) or _with_side(scene, first, last)
    if told is None:
        return []
    parties, at = told
    return scene.actors("to", [p for p in parties if (p.country or p.name) not in own], at)


def _addressed(scene: Scene, first: int) -> tuple[list[Party], int] | None:
    """The side of whoever met the speaker, where the speaker says "you" to them before the action."""
    words, resolver = scene.words, scene.resolver
    low = words.sentence_of[first][0]
    you = next((k for k in range(low, first) if words.lower[k] == "you" and words.dep[k] in ("obj", "iobj")), None)
    voice = next((v for v in resolver.voices if you is not None and v.first <= you <= v.last), None)
    if you is None or voice is None:
        return None
    met = next((e.parties for e in resolver.encounters if set(voice.parties) & set(e.parties)), ())
    sides = dict.fromkeys(p.country for p in met if p not in voice.parties and p.country)
    return ([scene.cast.country(next(iter(sides)))], you) if len(sides) == 1 else None


def _with_side(scene: Scene, first: int, last: int) -> tuple[list[Party], int] | None:
    """The body or country of a side behind "with" in the action."""
    words = scene.words
    sides = {p.country or p.name for e in scene.resolver.encounters for p in e.parties}
    for k in (words.head[i] for i in range(first, last) if words.lower[i] == "with"):
        found = [p for p in scene.who(k) if p.kind in ("body", "country") and (p.country or p.name) in sides]
        if found and first < k <= last:
            return found, k
    return None
