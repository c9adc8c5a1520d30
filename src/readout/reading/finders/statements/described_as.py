"""Whom "the Utah congressman", "the former governor" or "the billionaire" means in news: who was described so, else who acted last."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from readout.lang import load
from readout.reading.actors.gender import is_of_a_woman
from readout.reading.actors.party import Party
from readout.reading.finders.statements.he_or_she import candidates
from readout.reading.scene import Scene

MODIFIERS = ("amod", "compound", "nmod:desc", "flat")
NOUNS = ("persons", "men", "women", "epithets", "titles", "parties")
PLACES = ("city", "region", "country", "adjective")
LOCAL = ("city", "region")
SMALL = 4
"""Letters below which a word of a place's name may be part of anything ("new", "of")."""


@dataclass(frozen=True, slots=True)
class Description:
    """A noun by which somebody is called, in all its forms, with the words before it that tell who; of these nobody is meant of whom
    the text does not say the `fixed` ones; `woman` where the noun tells that too."""

    noun: str
    forms: frozenset[str]
    telling: frozenset[str]
    fixed: frozenset[str]
    woman: bool | None


def described_as(scene: Scene, i: int) -> Party | None:
    """The person of the text whom the phrase of the noun at word `i` describes; None in an official report, or where nobody is found.

    First come those who were described so, the nearest of several; then, where the noun alone tells nobody apart ("the billionaire")
    or a place, party or "former" stands before it, whoever was told of last.
    """
    if scene.cast.around.official or (description := _description(scene, i)) is None:
        return None
    near = list(dict.fromkeys(_before(scene, i)))
    able = [party for party in near if party is not None and not _is_another(scene, party, description)]
    for words in (description.forms, description.telling):
        told = [party for party in able if not words.isdisjoint(party.called) and description.fixed <= _known(party)]
        if told:
            return max(told, key=lambda party: len(description.telling & party.called))
    loose = description.noun in scene.pack.lexicon["people"]["epithets"] or description.telling
    nearest = next((party for party in near if party is None or party in able), None)
    return nearest if loose and not description.fixed else None


def _description(scene: Scene, i: int) -> Description | None:
    """What the phrase at word `i` tells; None where its noun is of no person."""
    if not is_person(scene, i):
        return None
    words, people = scene.words, scene.pack.lexicon["people"]
    noun = words.lower[i]
    before = [k for k in words.kin(i, *MODIFIERS) if k < i]
    before += [m for k in before for m in words.kin(k, "compound", "flat", "amod")]
    told = {words.lower[k] for k in before if words.form[k][:1].isupper() or words.lower[k] in people["telling"]}
    local = {words.lower[k] for k in before if (hit := scene.cast.around.name_at[k]) is not None and hit.sort in LOCAL}
    titles = people["titles"].get(noun, ())
    forms = {
        noun,
        *titles,
        *(f"{form}." for form in titles),
        *(mark.lower() for mark in people["parties"].get(noun, ())),
    }
    fixed = told - local - set(people["telling"])
    return Description(noun, frozenset(forms), frozenset(told), frozenset(fixed), is_of_a_woman(noun, people))


def is_person(scene: Scene, i: int) -> bool:
    """Whether the noun at word `i` is of one person, by the lexicon."""
    noun, people = scene.words.lower[i], scene.pack.lexicon["people"]
    known = any(noun in people[name] for name in NOUNS)
    return scene.words.tag[i] in ("NN", "NNP") and (
        known or noun.endswith("person") or is_of_a_woman(noun, people) is not None
    )


def _before(scene: Scene, i: int) -> Iterator[Party | None]:
    """Those who were told of before word `i`, as a pronoun there would mean them, then all others, the last one first; None for those
    without a name."""
    here: int | None = i
    pronouns = scene.pack.lexicon["people"]["pronouns"]
    while here is not None:
        before, here = candidates(scene, here), None
        for k in before:
            if scene.words.lower[k] in pronouns and scene.words.dep[k] in ("nsubj", "nsubj:pass"):
                here = k
                break
            parties = scene.who(k) if scene.words.pos[k] != "PRON" else ()
            yield from (party if party.kind == "person" else None for party in parties[:1])
            if not parties and is_person(scene, k):
                yield None
    for k in range(i - 1, -1, -1):
        mention = scene.cast.at[k]
        if mention is not None and mention.sort == "person" and mention.last == k:
            yield mention.parties[0]


def _known(party: Party) -> set[str]:
    """The words that the text says of somebody, with the country."""
    return party.called | set((party.country or "").lower().split())


def _is_another(scene: Scene, party: Party, description: Description) -> bool:
    """Whether what the text tells of somebody forbids a description: gender, party or place are others."""
    if description.woman is not None and party.feminine is (not description.woman):
        return True
    parties, places = scene.pack.lexicon["people"]["parties"], _places(scene.pack.language)
    marks = [{word, *(mark.lower() for mark in marks)} for word, marks in parties.items()]
    meant = [some for some in marks if some & (description.telling | {description.noun})]
    if meant and not any(some & party.called for some in meant) and any(some & party.called for some in marks):
        return True
    told, known = description.telling & places, party.called & places
    return bool(told and known and not told & known)


@cache
def _places(language: str) -> frozenset[str]:
    """The words by which places are told apart, in lower case: names of one word, and the second word of names of two."""
    pack = load(language)
    names = (phrase.words.lower().split() for phrase in pack.phrases if phrase.sort in PLACES)
    titles = {f"{title}." for own in pack.lexicon["people"]["titles"].values() for title in own}  # "Czech Rep."
    return frozenset(name[-1] for name in names if len(name) <= 2 and len(name[-1]) >= SMALL) - titles
