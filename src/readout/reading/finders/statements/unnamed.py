"""Who speaks and has no name ("two aides", "the report", "one of its authors"): a party by these words."""

from __future__ import annotations

from collections.abc import Iterator

from readout.reading.actors.party import Party
from readout.reading.finders.phrases import phrase
from readout.reading.finders.statements.called import called_so, is_known
from readout.reading.finders.statements.described_as import is_person
from readout.reading.scene import Scene

LONGEST = 9
"""Words of a name that is made of a phrase, at the most: a longer one is cut behind its noun."""


def unnamed(scene: Scene, i: int | None) -> tuple[Party, ...]:
    """The party whose name is the phrase of the noun (or "one of", "others") at word `i`, or the person whom the report calls so
    before ("the chief justice" behind "Chief Justice A"); empty for words that cannot speak."""
    if i is None or not _may_speak(scene, i):
        return ()
    if scene.resolver.encounters and is_known(scene, i) and scene.words.tag[i] in ("NNS", "NNPS"):
        return ()  # "the parliamentarians" are some of those who met
    called = _named_behind(scene, i) or called_so(scene, i)
    if called is not None:
        return (called,)
    first, last = phrase(scene, i)
    clause = next((k for k in scene.words.kin(i, "acl") if k > i), None)
    comma = next((k for k in range(i + 1, last) if scene.words.form[k] == ","), last + 1)
    last = comma - 1 if scene.words.lower[i] not in scene.pack.lexicon["cues"]["some_of_them"] else last
    last = last if clause is None else min(last, max(scene.words.edges[clause][0] - 1, i))
    last = last if last - first < LONGEST else _shorter(scene, i, first, last)
    name = " ".join(scene.words.said(first, last).split()).strip(" ,;:")
    return (scene.cast.party(name, "group"),)


def _shorter(scene: Scene, i: int, first: int, last: int) -> int:
    """The last word of a long phrase's first part behind its noun ("an editorial in the Morning News"), else the noun."""
    words = scene.words
    ends = (k - 1 for k in range(i + 2, last + 1) if words.dep[k] == "case" and k - first <= LONGEST)
    return max(ends, default=i)


def _may_speak(scene: Scene, i: int) -> bool:
    words, cues = scene.words, scene.pack.lexicon["cues"]
    mention = scene.cast.at[i]
    if mention is not None and mention.sort != "adjective":
        return are_members(scene, i)
    if words.lower[i] in cues["some_of_them"]:
        return True
    return words.pos[i] in ("NOUN", "PROPN") and words.lower[i] not in (*cues["speechless"], *cues["nouns"])


def are_members(scene: Scene, i: int) -> bool:
    """Whether word `i` stands for some of many: members of a political party ("Democrats on the panel"), and in news people of a
    country without "the" ("many Americans") and those who work for it ("U.S. officials")."""
    words, people = scene.words, scene.pack.lexicon["people"]
    if words.tag[i] not in ("NNS", "NNPS"):
        return False
    if words.lower[i].removesuffix("s") in people["parties"]:
        return True
    if scene.cast.around.home is not None or any(words.lower[k] in people["pointing"] for k in words.children[i]):
        return False
    mention = scene.cast.at[i]
    return words.lower[i] in people["some"] if mention is None else mention.sort == "people"


def _named_behind(scene: Scene, i: int) -> Party | None:
    """The one whose name stands behind a noun, right there or between commas ("one of its members, A,", "a
    volunteer named B", "the security firm C.com", "a spokesman for D, B,")."""
    words = scene.words
    called = (v for v in words.kin(i, "acl") if words.lower[v] in ("named", "called"))
    behind = [*words.kin(i, "appos"), *_put_in(scene, i), *(k for v in called for k in words.kin(v, "xcomp", "obj"))]
    name = next((k for k in behind if k > i and words.pos[k] == "PROPN" and words.child(k, "det") is None), None)
    if name is None:
        return None
    mention = scene.cast.at[name]
    if mention is not None:
        return mention.parties[0] if mention.sort in ("person", "organisation", "body") else None
    first, last = phrase(scene, name)
    return scene.cast.party(words.said(first, last), "organisation") if name == i + 1 else None


def _put_in(scene: Scene, i: int) -> Iterator[int]:
    """The names between commas that stand behind a noun before its verb, whatever the parser hung them on."""
    words, verb = scene.words, scene.words.head[i]
    if words.dep[i] != "nsubj" or verb < i:
        yield from (k for k in words.kin(i, "nsubj") if k > i and scene.cast.is_person_at(k))
        return
    acting = (k for k in words.kin(verb, "nsubj") if i < k < verb and scene.cast.is_person_at(k))
    some = scene.words.lower[i] in scene.pack.lexicon["cues"]["some_of_them"]
    yield from (k for k in range(i + 1, verb) if (some or is_person(scene, i)) and _is_between_commas(scene, k))
    yield from acting


def _is_between_commas(scene: Scene, k: int) -> bool:
    """Whether a person's name between commas begins at a word."""
    mention, form = scene.cast.at[k], scene.words.form
    if mention is None or mention.sort != "person" or mention.core[0] != k:
        return False
    return form[mention.first - 1] == "," and form[mention.last + 1] == ","
