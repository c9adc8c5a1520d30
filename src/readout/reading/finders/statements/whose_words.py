"""Whose words they are, by the word beside a verb of saying: by name, by a pronoun behind those without a name, or by a phrase."""

from __future__ import annotations

from functools import cache

from readout.lang import load
from readout.lang.inflection import forms
from readout.reading.actors.gender import is_of_a_woman
from readout.reading.actors.party import Party
from readout.reading.finders.statements.called import is_known
from readout.reading.finders.statements.cue_words import vocabulary
from readout.reading.finders.statements.he_or_she import SUBJECTS, candidates, one_person, what_is_said
from readout.reading.finders.statements.looking_back import looking_back
from readout.reading.finders.statements.named_next import named_next
from readout.reading.finders.statements.unnamed import are_members, unnamed
from readout.reading.scene import Scene

BACK = 2
"""Sentences back in which the noun is looked for."""
KINDS = ("persons", "women", "men", "things", "several")
SOMEBODY = ("collectives", "body_nouns", "persons", "countries", "side")
"""Lists of nouns of lexicon/references.yaml by which people and bodies are called."""
Nouns = frozenset[str]


@cache
def _nouns(language: str) -> dict[str, Nouns]:
    """For each pronoun the nouns for which it may stand, by lexicon/people.yaml."""
    lists: dict[str, list[str]] = load(language).lexicon["people"]
    persons, women, men, things, several = (frozenset(lists[name]) for name in KINDS)
    every = persons | women | men | things
    return {
        "he": persons | men,
        "she": persons | women,
        "it": things,
        "they": several | {forms(word)[1] for word in every},
    }


def who_or_unnamed(scene: Scene, i: int | None, until: int | None = None) -> tuple[Party, ...]:
    """Whom the noun phrase at word `i` stands for; where it names nobody and points to nobody, the phrase itself: "one of them" is
    none of those whom "them" means. `until` is a word before which a coordination ends."""
    if i is None:
        return ()
    if scene.words.lower[i] in scene.pack.lexicon["cues"]["some_of_them"]:
        return unnamed(scene, i)
    asked = answering(scene, i)
    if asked is not None:
        return scene.who(asked)
    if are_members(scene, i):
        return unnamed(scene, i)
    found = meant(scene, i) or scene.who(i, until)
    if any(party.spans or party.kind != "person" for party in found):
        return found
    named = named_next(scene, i)
    return (named,) if named is not None else found or unnamed(scene, i)


def are_things(scene: Scene, parties: tuple[Party, ...], i: int | None) -> bool:
    """Whether those without a name whom the noun at word `i` tells are things that say nothing ("the facility supports"): of no
    person, body or document, by the lexicons."""
    if i is None or scene.words.pos[i] != "NOUN" or any(party.kind != "group" for party in parties):
        return False
    noun, references = scene.words.lower[i], scene.cast.references
    told = (*_nouns(scene.pack.language).values(), frozenset(scene.pack.lexicon["people"]["some"]))
    lists = (*told, *(references[name] for name in SOMEBODY))
    titled = scene.cast.around.title_at[i] is not None
    return not (
        titled or any(noun in words for words in lists) or noun.endswith(("person", "man", "woman", "men", "women"))
    )


def meant(scene: Scene, i: int) -> tuple[Party, ...]:
    """Those whom the pronoun at word `i` means in news: a person by name or without one, or a thing without a name that speaks.

    Empty where nobody is found, and in an official report, whose pronouns mean those who met.
    """
    if scene.cast.around.official:
        return ()
    return _person(scene, i) if scene.words.lower[i] in scene.pack.lexicon["people"]["pronouns"] else _thing(scene, i)


def _person(scene: Scene, i: int) -> tuple[Party, ...]:
    """The person whom "he" or "she" at word `i` means."""
    words, pronoun = scene.words, scene.words.lower[i]
    woman = scene.pack.lexicon["people"]["pronouns"][pronoun]
    here: int | None = i
    while here is not None:
        before, here = candidates(scene, here), None
        for k in before:
            if words.lower[k] == pronoun:
                here = k
                break
            if words.pos[k] == "PRON":
                continue
            named = scene.who(k)
            if found := one_person(named, woman):
                return found
            if not named and _fits(scene, k, i):
                later = named_next(scene, k)
                return (later,) if later is not None else unnamed(scene, k)
    return _named_first(scene, i)


def _named_first(scene: Scene, i: int) -> tuple[Party, ...]:
    """The person whom a text names first, behind a pronoun with which it opens ("Not a chance," he said. A was asked ...)."""
    words, named = scene.words, (k for k in range(len(scene.words)) if scene.cast.is_person_at(k))
    first = next(named, None)
    if first is None or first < i or words.sentence[first] - words.sentence[i] > BACK or not _speaks(scene, i):
        return ()
    acts = any(words.dep[k] in SUBJECTS for k in (first, words.head[first]))
    return one_person(scene.who(first), scene.pack.lexicon["people"]["pronouns"][words.lower[i]]) if acts else ()


def _thing(scene: Scene, i: int) -> tuple[Party, ...]:
    """Those without a name whom "it" or "they" at word `i` means: the last subject that it may stand for, unless one with a name is nearer."""
    words = scene.words
    if _nouns(scene.pack.language).get(words.lower[i]) is None:
        return ()
    said = what_is_said(scene, i)
    for stretch in looking_back(scene, i, BACK):
        for k in reversed([k for k in stretch if k not in said]):
            if words.dep[k] not in SUBJECTS or not scene.cast.heard_with(k, i):
                continue
            if words.lower[k] == words.lower[i]:
                return _thing(scene, k)
            if scene.who(k):
                if _may_be_named(scene, k, words.lower[i]):
                    return ()
            elif _fits(scene, k, i):
                return unnamed(scene, k)
    return ()


def _fits(scene: Scene, k: int, i: int) -> bool:
    """Whether a noun without a name may be taken up by the pronoun at word `i`."""
    pronoun, owners = scene.words.lower[i], scene.pack.lexicon["people"]["owners"]
    owned = any(owners.get(scene.words.lower[d]) == pronoun for d in scene.words.kin(k, "nmod:poss"))
    if owned and not _speaks(scene, k):
        return False  # "his client was ill": he is likelier the lawyer
    told = scene.words.lower[k] in _nouns(scene.pack.language)[pronoun] or _may_be(scene, k, pronoun)
    return told and _stands_out(scene, k, i)


def _may_be(scene: Scene, k: int, pronoun: str) -> bool:
    """Whether a noun that no list knows fits a pronoun by its ending, or as one that speaks and is no thing."""
    words, nouns, people = scene.words, _nouns(scene.pack.language), scene.pack.lexicon["people"]
    alone = (
        pronoun in people["pronouns"]
        and words.tag[k] == "NN"
        and words.lower[k] not in nouns["he"] | nouns["she"] | nouns["it"]
    )
    woman = is_of_a_woman(words.lower[k], people)
    by_ending = words.lower[k].endswith(tuple(people["endings"][pronoun]))
    fits = by_ending or (woman is not None and woman is people["pronouns"].get(pronoun))
    return words.is_noun(k) and (fits or (alone and woman is None and _speaks(scene, k)))


def _speaks(scene: Scene, k: int) -> bool:
    """Whether a word is the subject of a verb of saying."""
    words, verb = scene.words, scene.words.head[k]
    said = words.pos[verb] == "VERB" and words.dep[k] == "nsubj"
    return said and words.lower[verb] in vocabulary(scene.pack.language)["direct"]


def _stands_out(scene: Scene, k: int, i: int) -> bool:
    """Whether a noun is likely to be taken up by the pronoun at word `i`: it speaks, or is the subject of a main clause and no "every
    member"; behind a bare "the" only where the pronoun means nobody with a name."""
    words, verb = scene.words, scene.words.head[k]
    articles = {words.lower[d] for d in words.kin(k, "det")}
    if articles.intersection(scene.pack.lexicon["people"]["each"]):
        return False
    if _speaks(scene, k):
        return True
    main = words.dep[words.head[verb] if words.dep[verb] == "conj" else verb] == "ROOT"
    return main and not (is_known(scene, k) and scene.who(i))


def answering(scene: Scene, i: int) -> int | None:
    """The "him" or "her" that a pronoun answers as the same person ("She pleaded with him, but he replied")."""
    words = scene.words
    if words.lower[words.head[i]] not in scene.pack.lexicon["cues"]["answers"]:
        return None
    asked = scene.pack.lexicon["people"]["asked"].get(words.lower[i])
    before = (k for k in range(i - 1, words.sentence_of[i][0] - 1, -1) if words.lower[k] == asked)
    return next((k for k in before if words.dep[k] in ("obj", "obl", "iobj") and scene.cast.heard_with(k, i)), None)


def _may_be_named(scene: Scene, k: int, pronoun: str) -> bool:
    """Whether a pronoun may stand for those who are named at word `k`, or whom that means."""
    parties = scene.who(k)
    pronouns = scene.pack.lexicon["people"]["pronouns"]
    if pronoun in pronouns:
        return parties[0].kind == "person" and parties[0].feminine in (None, pronouns[pronoun])
    return pronoun == "they" or parties[0].kind != "person"
