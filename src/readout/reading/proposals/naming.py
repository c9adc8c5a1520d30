"""The words of a name that tell it from others, and the noun that says what it names."""

from __future__ import annotations

from readout.reading.scene import Scene

CONTENT = ("NOUN", "PROPN", "ADJ", "VERB", "NUM", "X")
"""Parts of speech that tell two names apart."""
NOUNS = ("NOUN", "PROPN")
PLURAL = ("NNS", "NNPS")
BARE = ("country", "adjective", "capital", "city", "person", "people")
"""Sorts of mentions that are no undertaking by themselves."""


def telling_words(scene: Scene, first: int, last: int) -> list[str]:
    """The words `first` to `last` that tell a name from others, in lower case."""
    words = scene.words
    return [words.lower[k] for k in range(first, last + 1) if words.pos[k] in CONTENT]


def head_noun(scene: Scene, first: int, last: int) -> int | None:
    """What a name names: its last noun before "of", "on", an abbreviation in brackets and the like; None where it has none."""
    pos, form = scene.words.pos, scene.words.form
    end = next((k for k in range(first + 1, last + 1) if pos[k] == "ADP" or form[k] == "("), last + 1)
    return next((k for k in range(end - 1, first - 1, -1) if pos[k] in NOUNS), None)


def is_plural(scene: Scene, first: int, last: int) -> bool:
    """Whether a name names several things ("joint projects in agriculture")."""
    head = head_noun(scene, first, last)
    return head is not None and scene.words.tag[head] in PLURAL


def names_undertaking(scene: Scene, first: int, last: int) -> bool:
    """Whether words can name an undertaking: a noun says what it is, no law, body or company, nothing that lies in ruins, and they are more
    than the name of a place or a person."""
    at, head, rule = scene.cast.at, head_noun(scene, first, last), scene.rules("project")[-1]
    told = [k for k in range(first, last + 1) if scene.words.pos[k] in CONTENT]
    bare = all((mention := at[k]) is not None and mention.sort in BARE for k in told)
    gone = not rule.words("gone").isdisjoint(scene.words.lower[first : last + 1])
    return head is not None and not bare and not gone and scene.words.lower[head] not in rule.words("never")
