"""Requests: who is asked to act, for what, and whether the one who asks may order it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from readout.model import Finding
from readout.reading.actors.party import Party
from readout.reading.finders.commitments.undertaker import grammar, other_side
from readout.reading.scene import Scene

FARTHEST = 26
"""Words behind a request in which what is asked for begins."""
OFFICIAL = ("person", "body")
"""Kinds of party that one may give orders to."""


def asked_to(scene: Scene, i: int, start: int) -> tuple[tuple[Party, ...], tuple[int, int] | None]:
    """Who is asked by the verb `i`, and first and last word of what for."""
    if scene.words.lower[i] in grammar(scene.pack.language).suggesting and (told := _suggested(scene, i)) is not None:
        return told
    words, end = scene.words, scene.words.sentence_of[i][1]
    ahead = range(start, min(end - 1, start + FARTHEST))
    to = next((k for k in ahead if words.lower[k] == "to" and words.tag[k + 1] in ("VB", "RB")), None)
    if to is None or to == start:
        return (), None
    asked = next((found for k in _by_head(scene, start, to) if (found := scene.who(k, until=to))), ())
    head = next((k for k in range(to + 1, min(to + 5, end)) if words.tag[k] == "VB"), to + 1)
    return asked, (to + 1, max(words.edges[head][1], head))


def _by_head(scene: Scene, start: int, end: int) -> list[int]:
    """The words from `start` to the one before `end`, owners last: "his counterpart" is asked, and not who owns him."""
    return sorted(range(start, end), key=lambda k: scene.words.dep[k] == "nmod:poss")


def _suggested(scene: Scene, i: int) -> tuple[tuple[Party, ...], tuple[int, int]] | None:
    """ "Suggested holding a forum", which asks those who met with the one who suggests it, "suggested that Latvia open a port"."""
    words = scene.words
    verb = words.child(i, "xcomp", "ccomp")
    if verb is None or verb < i:
        return None
    if words.tag[verb] == "VBG" and words.edges[verb][0] == i + 1:
        return other_side(scene, i), (i + 1, words.edges[verb][1])
    subject = words.child(verb, "nsubj")
    plain = words.tag[verb] in ("VB", "VBP") and all(words.lower[k] == "should" for k in words.kin(verb, "aux"))
    if subject is None or not plain or words.lower[i + 1] != "that":
        return None
    first = next((k for k in words.kin(verb, "aux")), subject if words.edges[subject][1] < verb else verb - 1)
    return scene.who(subject, until=verb), (max(first, words.edges[subject][1]) + 1, words.edges[verb][1])


def of_others(asked: tuple[Party, ...], parties: tuple[Party, ...]) -> tuple[Party, ...]:
    """Those asked without the ones who ask: nobody asks himself ("encouraged the leaders to")."""
    return tuple(party for party in asked if party not in parties) or asked


def without_demands(scene: Scene, findings: Iterable[Finding]) -> Iterator[Finding]:
    """The findings but for what is asked of others alone."""
    return (finding for finding in findings if not is_demand(scene, finding))


def is_demand(scene: Scene, finding: Finding) -> bool:
    """Whether a commitment is asked of those alone who do not take part ("urged Russia to withdraw"), which is but a statement."""
    cast, ids = scene.cast, [slot.actor for slot in finding.all("by")]
    if finding.values("strength") != ("proposed",) or not scene.resolver.encounters:
        return False
    asked = tuple(p for p in (*cast.persons.parties, *cast.others.values()) if p.id in ids)
    return bool(asked) and not at_the_table(scene, asked)


def is_order(scene: Scene, asked: tuple[Party, ...], asking: tuple[Party, ...]) -> bool:
    """Whether somebody asks officials or bodies of the own state, which is an order to them; a parliament takes none."""
    home = {party.country or party.name for party in asking}
    if any(_is_parliament(scene, party) for party in asked):
        return False
    return len(home) == 1 and all(party.kind in OFFICIAL and party.country in home for party in asked)


def _is_parliament(scene: Scene, party: Party) -> bool:
    name = f" {party.name.lower()} "
    return party.kind == "body" and any(
        f" {word} " in name for word in scene.pack.lexicon["undertakings"]["legislatures"]
    )


def asks_own(scene: Scene, start: int, end: int, asking: tuple[Party, ...]) -> bool:
    """Whether those asked between two words are officials of the ones who ask ("asked his foreign minister to")."""
    words, officials = scene.words, scene.pack.lexicon["undertakings"]["officials"]
    owners = (k for k in range(start, end) if words.dep[k] == "nmod:poss" and words.pos[k] == "PRON")
    return any(set(scene.who(k)) & set(asking) and words.lower[words.head[k]] in officials for k in owners)


def at_the_table(scene: Scene, asked: tuple[Party, ...]) -> bool:
    """A demand of a third party who does not take part is a statement, not a commitment."""
    met = [p for e in scene.resolver.encounters for p in e.parties]
    names = {p.name for p in met} | {p.country for p in met}
    return any(p.name in names or p.country in names for p in asked)
