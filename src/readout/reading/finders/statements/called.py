"""Whom a noun behind "the" means that is no name: the one who was called so before, by a title, an office or a party."""

from __future__ import annotations

from collections.abc import Iterator

from readout.reading.actors.party import Party
from readout.reading.finders.statements.described_as import described_as
from readout.reading.scene import Scene

BACK = 2
"""Sentences back in which a body is looked for that "the company" means."""


def called_so(scene: Scene, i: int) -> Party | None:
    """The last one before "the NOUN" who was called by that noun, as a title or behind a comma; None where nobody was."""
    words, noun = scene.words, scene.words.lower[i]
    if not is_known(scene, i):
        return None
    if noun == "old":
        return _acting_before(scene, i, ("person",))  # "the 34-year-old"
    if words.tag[i] not in ("NN", "NNP"):
        return None
    people = scene.pack.lexicon["people"]
    for k in range(i - 1, -1, -1):
        if words.lower[k] == noun and (party := _beside(scene, k)) is not None:
            return party
    if (party := described_as(scene, i)) is not None:
        return party
    if noun in people["epithets"] and scene.cast.around.official:
        before = next((k for k in range(i - 1, -1, -1) if words.lower[k] == noun), None)
        return called_so(scene, before) if before is not None else _acting_before(scene, i, ("person",))
    return _acting_before(scene, i, ("organisation",)) if noun in people["bodies"] else None


def is_known(scene: Scene, i: int) -> bool:
    """Whether the noun at word `i` stands behind "the", without words that tell whose it is."""
    words = scene.words
    article = words.child(i, "det")
    return article is not None and words.lower[article] == "the" and words.child(i, "nmod") is None


def _acting_before(scene: Scene, i: int, sorts: tuple[str, ...]) -> Party | None:
    """The last one of some sorts who was a subject, a few sentences back, outside of quotations."""
    words = scene.words
    low = words.sentences[max(words.sentence[i] - BACK, 0)][0]
    for k in range(i - 1, low - 1, -1):
        mention = scene.cast.at[k]
        if mention is None or mention.sort not in sorts or not scene.cast.heard_with(k, i):
            continue
        if any(words.dep[m] in ("nsubj", "nsubj:pass") for m in (k, words.head[k])):
            return mention.parties[0]
    return None


def _beside(scene: Scene, k: int) -> Party | None:
    """The person whose name hangs on a noun, or on whose name that hangs."""
    words = scene.words
    near = (words.head[k], *words.kin(k, "appos", "flat", "nsubj"), *_as_whom(scene, k))
    kin = words.dep[k] in ("appos", "compound", "flat", "nmod:desc", "nmod")
    for other in near if kin else near[1:]:
        mention = scene.cast.at[other]
        if mention is not None and mention.sort == "person" and len(mention.parties) == 1:
            return mention.parties[0]
    return None


def _as_whom(scene: Scene, k: int) -> Iterator[int]:
    """The object, else the subject, of the verb behind which "as" makes somebody a noun ("hired A as her lawyer", "works as a nurse")."""
    words = scene.words
    if any(words.lower[c] == "as" for c in words.kin(k, "case")):
        yield from words.kin(words.head[k], "obj")
        yield from words.kin(words.head[k], "nsubj", "nsubj:pass")
