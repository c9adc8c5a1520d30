"""Whose encounter a noun tells: possessors, countries before it, parties behind "of", and who is meant where nobody is named."""

from __future__ import annotations

from collections.abc import Iterator

from readout.reading.actors.party import Party
from readout.reading.scene import Scene

OWNING = frozenset(("of", "between", "by", "among"))
LEVEL = "level"
NAMED = ("adjective", "country", "person", "organisation", "body")
MODIFIERS = ("ADJ", "NOUN", "PROPN", "NUM", "PUNCT", "SYM", "X", "PART")
FARTHEST = 8
"""Words before a noun that its modifiers may take ("Russian-French Security Cooperation Council meeting")."""
HIGHEST = 6
"""Heads that are climbed from a noun to the verb whose subject met."""


def owners_of(scene: Scene, noun: int) -> Iterator[Party]:
    """The parties whose encounter it is: states before the noun, possessors, and those behind "of" or "between"."""
    words = scene.words
    states = list(dict.fromkeys(party for _, party in states_before(scene, noun)))
    yield from states if len(states) > 1 else ()
    for k in words.children[noun]:
        mention = scene.cast.at[k]
        if k < noun and words.dep[k] in ("nmod:poss", "compound", "amod", "nmod"):
            if len(states) > 1 and mention is not None and mention.sort == "organisation":
                continue  # their joint body ("the Russian-French Security Council meeting")
            if mention is not None and mention.sort in NAMED:
                yield from mention.parties
            elif words.dep[k] == "nmod:poss":
                yield from scene.who(k)
            for other in words.kin(k, "conj", "compound", "nmod"):
                beside = scene.cast.at[other]
                yield from beside.parties if beside is not None and other < noun else ()
        elif k > noun and any(words.lower[m] in OWNING for m in words.kin(k, "case")):
            yield from scene.who(k)
        elif k > noun and words.lower[k] == LEVEL:
            yield from _states_within(scene, k)


def _states_within(scene: Scene, i: int) -> Iterator[Party]:
    """The states and organisations that the phrase of a word names ("at the level of advisers to the leaders of A and B")."""
    for k in range(i + 1, scene.words.edges[i][1] + 1):
        mention = scene.cast.at[k]
        if mention is not None and mention.first == k and mention.sort in ("country", "organisation"):
            yield from mention.parties


def states_before(scene: Scene, noun: int) -> Iterator[tuple[int, Party]]:
    """Countries and organisations among the words right before a noun ("the U.S.-India 2+2 Ministerial Dialogue"), each behind its word."""
    words, low = scene.words, scene.words.sentence_of[noun][0]
    first = noun
    while (
        first > max(low, noun - FARTHEST) and words.pos[first - 1] in MODIFIERS and words.form[first - 1] not in ",;:()"
    ):
        first -= 1
    for k in range(first, noun):
        hit = scene.cast.around.name_at[k]
        if hit is None or hit.first != k:
            continue
        if hit.sort in ("adjective", "country") and hit.phrase.country:
            yield k, scene.cast.country(hit.phrase.country)
        elif hit.sort == "organisation" and hit.phrase.value:
            yield k, scene.cast.party(hit.phrase.value, "organisation", hit.phrase.country)


def partner(scene: Scene, noun: int) -> tuple[Party, ...]:
    """The side that is not named beside a noun ("after a meeting with B, A said"): the subject of the verbs above it, else
    the one of the outlet's side."""
    words, here = scene.words, noun
    for _ in range(HIGHEST):
        if words.head[here] == here:
            break
        here = words.head[here]
        subject = scene.subject(here) if words.pos[here] in ("VERB", "AUX") else None
        persons = [p for p in scene.who(subject, until=here) if p.kind == "person"] if subject is not None else []
        if persons:
            return tuple(persons)
    return hosts(scene, noun)


def hosts(scene: Scene, told: int) -> tuple[Party, ...]:
    """The one of the outlet's side whom the text tells of, where a noun names the other side alone."""
    home = scene.cast.around.home
    theirs = [p for p in scene.cast.persons.parties if p.country == home and home is not None]
    before = [p for p in theirs if p.spans and p.spans[0].start < scene.words.start[told]]
    return tuple((before or theirs)[:1])


def met_before(scene: Scene, told: int) -> tuple[Party, ...]:
    """Those who met last before word `told`, else who wrote a joint document: whose "the December talks" are, if nobody's."""
    met = [encounter.parties for encounter in scene.resolver.encounters if encounter.at < told]
    return met[-1] if met else scene.resolver.authors
