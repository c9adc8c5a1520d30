"""Whom "he" or "she" means in news, where people speak who have not met: the subject of the clause before, nearest first."""

from __future__ import annotations

from collections.abc import Iterator

from readout.reading.actors.party import Party
from readout.reading.finders.statements.cue_words import vocabulary
from readout.reading.finders.statements.looking_back import looking_back
from readout.reading.scene import Scene

BACK = 3
"""Sentences back in which a person is looked for."""
SUBJECTS = ("nsubj", "nsubj:pass", "nsubj:outer")
EMBEDDED = ("ccomp", "advcl", "acl", "acl:relcl", "csubj", "advcl:relcl", "xcomp")
"""Relations of clauses whose subjects a pronoun takes up less readily than that of the clause around them."""
PARTICIPLES = ("VBN", "VBD", "VBG")


def candidates(scene: Scene, i: int) -> Iterator[int]:
    """The words at which somebody stands whom the pronoun at word `i` may mean, likeliest first."""
    for number, stretch in enumerate(looking_back(scene, i, BACK)):
        said, asked = (what_is_said(scene, i), _asked(scene, i)) if number == 0 else (range(0), range(0))
        heard = [k for k in stretch if k not in said and k not in asked and scene.cast.heard_with(k, i)]
        subjects = [k for k in heard if scene.words.dep[k] in SUBJECTS]
        yield from sorted(subjects, key=lambda k: (_depth(scene, k, i if number == 0 else None), -k))
        others = (k for k in reversed(heard) if k not in subjects and _is_named(scene, k))
        yield from others if number else (k for k in others if _is_told_of(scene, k, i))


def what_is_said(scene: Scene, i: int) -> range:
    """The words before word `i` of the clause within or behind which it is the subject of "she said": they name nobody who says them
    ("A good many, he joked, had come to the wrong place")."""
    words, verb = scene.words, scene.words.head[i]
    if words.dep[i] not in SUBJECTS or words.lower[verb] not in vocabulary(scene.pack.language)["direct"]:
        return range(0)
    said = next((k for k in words.kin(verb, "ccomp") if k < i), None)
    if said is None and words.dep[verb] == "parataxis" and words.form[max(words.edges[verb][0] - 1, 0)] == ",":
        said = words.head[verb]
    return range(0) if said is None else range(words.edges[said][0], i)


def _asked(scene: Scene, i: int) -> range:
    """The words of a participle with its clause whose subject is the pronoun at word `i` behind it: they name somebody else ("Asked
    whether A was wrong, he paused")."""
    words, verb = scene.words, scene.words.head[i]
    if words.dep[i] not in SUBJECTS:
        return range(0)
    ahead = (k for k in words.kin(verb, "advcl") if k < i and words.tag[k] in PARTICIPLES)
    own = next((k for k in ahead if words.child(k, *SUBJECTS, "mark") is None), None)
    return range(0) if own is None else range(words.edges[own][0], words.edges[own][1] + 1)


def _is_named(scene: Scene, k: int) -> bool:
    """Whether a person's name ends at a word, as no part of another's phrase ("the campaign of A")."""
    mention = scene.cast.at[k]
    return mention is not None and mention.sort == "person" and mention.last == k


def _is_told_of(scene: Scene, k: int, i: int) -> bool:
    """Whether a name stands in the phrase of which the pronoun's clause tells more ("a letter by A, in which he")."""
    words, here = scene.words, scene.words.head[i]
    while words.head[here] != here:
        if words.dep[here] == "acl:relcl" and words.edges[words.head[here]][0] <= k < here:
            return True
        here = words.head[here]
    return False


def _depth(scene: Scene, k: int, i: int | None) -> int:
    """How many clauses stand around the one whose subject is word `k`; of those that hold word `i` too, none counts."""
    words, here, depth = scene.words, scene.words.head[k], 0
    while words.head[here] != here:
        low, high = words.edges[here]
        if i is not None and low <= i <= high:
            break
        depth += words.dep[here] in EMBEDDED
        here = words.head[here]
    return depth


def one_person(parties: tuple[Party, ...], woman: bool) -> tuple[Party, ...]:
    """Of several who are named together the one person whom a pronoun may mean; nobody where two may be, or none."""
    fits = [p for p in parties if p.kind == "person" and p.feminine in (None, woman)]
    told = [p for p in fits if p.feminine is not None]
    return tuple(fits) if len(fits) == 1 else tuple(told) if len(told) == 1 else ()
