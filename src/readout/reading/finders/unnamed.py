"""Who speaks and has no name ("two aides", "the report", "one of its authors"): a party by these words."""

from __future__ import annotations

from readout.reading.actors.party import Party
from readout.reading.finders.phrases import phrase
from readout.reading.scene import Scene

LONGEST = 9
"""Words of a name that is made of a phrase, at the most: a longer one is cut behind its noun."""


def who_or_unnamed(scene: Scene, i: int | None, until: int | None = None) -> tuple[Party, ...]:
    """Whom the noun phrase at word `i` stands for; where it names nobody and points to nobody, the phrase itself: "one of them" is
    none of those whom "them" means."""
    if i is not None and scene.words.lower[i] in scene.pack.lexicon["cues"]["some_of_them"]:
        return unnamed(scene, i)
    return scene.who(i, until) or unnamed(scene, i)


def unnamed(scene: Scene, i: int | None) -> tuple[Party, ...]:
    """The party whose name is the phrase of the noun (or "one of", "others") at word `i`, or the person whom the report calls so
    before ("the chief justice" behind "Chief Justice A"); empty for words that cannot speak."""
    if i is None or not _may_speak(scene, i):
        return ()
    if scene.resolver.encounters and _is_known(scene, i) and scene.words.tag[i] in ("NNS", "NNPS"):
        return ()  # "the parliamentarians" are some of those who met
    called = _called(scene, i)
    if called is not None:
        return (called,)
    first, last = phrase(scene, i)
    last = last if last - first < LONGEST else i
    name = " ".join(scene.words.said(first, last).split()).strip(" ,;:")
    return (scene.cast.party(name, "group"),)


def _may_speak(scene: Scene, i: int) -> bool:
    words, cues = scene.words, scene.pack.lexicon["cues"]
    mention = scene.cast.at[i]
    if mention is not None and mention.sort != "adjective":
        return False
    if words.lower[i] in cues["some_of_them"]:
        return True
    return words.pos[i] in ("NOUN", "PROPN") and words.lower[i] not in (*cues["speechless"], *cues["nouns"])


def _is_known(scene: Scene, i: int) -> bool:
    """Whether the noun at word `i` stands behind "the", without words that tell whose it is."""
    words = scene.words
    article = words.child(i, "det")
    return article is not None and words.lower[article] == "the" and words.child(i, "nmod") is None


def _called(scene: Scene, i: int) -> Party | None:
    """The last person before "the NOUN" beside whose name that noun stands, as a title or behind a comma."""
    words, noun = scene.words, scene.words.lower[i]
    if not _is_known(scene, i) or words.tag[i] not in ("NN", "NNP"):
        return None
    for k in range(i - 1, -1, -1):
        if words.lower[k] == noun and (party := _beside(scene, k)) is not None:
            return party
    return None


def _beside(scene: Scene, k: int) -> Party | None:
    """The person whose name hangs on a noun, or on whose name that hangs."""
    words = scene.words
    near = (words.head[k], *words.kin(k, "appos", "flat", "nsubj"))
    kin = words.dep[k] in ("appos", "compound", "flat", "nmod:desc", "nmod")
    for other in near if kin else near[1:]:
        mention = scene.cast.at[other]
        if mention is not None and mention.sort == "person" and len(mention.parties) == 1:
            return mention.parties[0]
    return None
