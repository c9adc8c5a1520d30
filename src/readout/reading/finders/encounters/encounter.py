"""What is told of an encounter, and where it was, by the words of lexicon/meetings.yaml."""

from __future__ import annotations

from functools import cache

from readout.lang import Pack
from readout.lang.inflection import lemmas
from readout.model import Slot
from readout.reading.scene import Scene

PLACES = ("capital", "city", "country", "seat")
BESIDE = 3
"""Words before a call that may say that it was one of courtesy."""


@cache
def _verbs(verbs: tuple[str, ...]) -> dict[str, str]:
    return lemmas(verbs)


class Vocabulary:
    """The words of lexicon/meetings.yaml, laid out for look-up."""

    def __init__(self, pack: Pack) -> None:
        data = pack.lexicon["meetings"]
        self.data = data
        self.verbs = _verbs(tuple(data["verbs"]))
        self.light = _verbs(tuple(data["light"]))
        self.ending = _verbs(tuple(data["ending"]))
        self.writing = frozenset(_verbs(tuple(data["letter_verbs"])))
        self.congratulating = frozenset(_verbs(tuple(data["congratulating"])))
        self.ceremonial = _verbs(tuple(data["ceremonial"]))
        self.discussing = _verbs(tuple(data["discussing"]))
        self.call_words = frozenset(data["call_words"])
        self.hopes = frozenset(data["hopes"])
        self.nobody = frozenset(data["nobody"])
        self.whole_of = pack.whole_of
        self.future = frozenset(data["future_words"])

    def kind_of(self, word: str) -> str | None:
        """The kind of encounter that a word tells by itself, a noun or a form of a verb in lower case."""
        kind = self.data["nouns"].get(word) or self.data["verbs"].get(self.verbs.get(word))
        return None if kind is None else str(kind)


def tells_encounter(scene: Scene, first: int, last: int) -> bool:
    """Whether some word from `first` to `last` tells an encounter: a verb or noun of the lexicon, or a letter."""
    words, vocabulary = scene.words, Vocabulary(scene.pack)
    nouns, letters = vocabulary.data["nouns"], vocabulary.data["letters"]
    for k in range(first, last + 1):
        lower, pos = words.lower[k], words.pos[k]
        if lower in letters or (lower in vocabulary.verbs and pos == "VERB"):
            return True
        if lower in nouns and pos in ("NOUN", "PROPN", "VERB"):
            return True
    return False


def carries(scene: Scene, vocabulary: Vocabulary, verb: int, noun: int) -> bool:
    """Whether a verb only carries the noun of an encounter: "held talks", "took part in the summit"."""
    words = scene.words
    if words.lower[verb] in vocabulary.ending:
        return words.pos[verb] == "VERB" and words.dep[noun] in ("nsubj", "nsubj:pass")
    lemma = vocabulary.light.get(words.lower[verb]) if words.pos[verb] == "VERB" else None
    if words.dep[noun] == "obl":
        within = words.child(noun, "case")
        return lemma in vocabulary.data["light_within"] and within is not None and words.lower[within] == "in"
    return lemma is not None and words.dep[noun] in ("obj", "nsubj:pass", "nsubj", "xcomp")


def tells_itself(scene: Scene, vocabulary: Vocabulary, verb: int) -> bool:
    """Whether a verb of the lexicon tells an encounter and no noun does so before it ("a ceremony hosted by")."""
    words = scene.words
    host = (
        words.dep[verb] == "acl"
        and words.tag[verb] == "VBN"
        and words.lower[words.head[verb]] in vocabulary.data["nouns"]
    )
    return words.lower[verb] in vocabulary.verbs and not host


def is_courtesy(scene: Scene, i: int) -> bool:
    """Whether word `i` tells a courtesy call ("paid a call on", "called on"), a visit to an office and none on the telephone."""
    words, data = scene.words, scene.pack.lexicon["meetings"]
    upon = words.lower[i + 1 : i + 2] in ([word] for word in data["upon"])
    if words.lower[i] in data["calling"] and words.pos[i] == "VERB":
        return upon
    beside = set(words.lower[max(i - BESIDE, 0) : i])
    if words.lower[i] not in data["courtesy_calls"] or beside & set(data["call_words"]):
        return False
    return bool(beside & set(data["courtesies"])) or (upon and words.lower[words.head[i]] in data["paid"])


def took_place(scene: Scene, verb: int) -> bool:
    """Whether no word beside a verb denies it ("had never visited", "did not meet"); "not only" denies nothing."""
    words, denials = scene.words, scene.cast.references["negations"]
    return not any(words.lower[k] in denials and words.lower[k + 1 : k + 2] != ["only"] for k in words.children[verb])


def needs(scene: Scene, vocabulary: Vocabulary, verb: int) -> bool:
    """Whether what a verb has as its object is nobody: "meet the commitments", "hosting troops"."""
    thing = scene.words.child(verb, "obj")
    return thing is not None and scene.words.lower[thing] in vocabulary.nobody


def call_words(scene: Scene, vocabulary: Vocabulary, i: int) -> bool:
    low, end = scene.words.sentence_of[i]
    return any(word in vocabulary.data["call_words"] for word in scene.words.lower[low:end])


def place_of(scene: Scene, i: int, prepositions: tuple[str, ...], stop: int | None = None) -> tuple[Slot, int] | None:
    """The place behind a preposition after word `i`, city before country and both before "our country", and its last word."""
    words = scene.words
    end = min(words.sentence_of[i][1], (stop or i + 30) + 1)
    for k in range(i + 1, end):
        if words.lower[k] not in prepositions:
            continue
        for j in (k + 1, k + 2):
            hit = scene.cast.around.name_at[j] if j < end else None
            beside = hit is not None and words.dep[hit.last] == "compound" and words.head[hit.last] > hit.last
            if (
                hit
                and hit.first == j
                and hit.sort in PLACES
                and not (hit.sort == "country" and (words.lower[k] == "at" or beside))
            ):
                value = (
                    hit.phrase.value
                    if hit.sort != "seat"
                    else (scene.pack.capital(hit.phrase.country) or hit.phrase.value)
                )
                return Slot("place", value, words.span(hit.first, hit.last)), hit.last
    own = (_own_country(scene, k + 1, end) for k in range(i + 1, end) if words.lower[k] in prepositions)
    return next(filter(None, own), None)


def _own_country(scene: Scene, k: int, end: int) -> tuple[Slot, int] | None:
    """The country of those who write or speak, where they tell a place by "our country", and its last word."""
    words, data = scene.words, scene.pack.lexicon["meetings"]["own_country"]
    if k + 1 >= end or words.lower[k] not in data["our"] or words.lower[k + 1] not in data["country"]:
        return None
    meant = [party for party in scene.who(k + 1) if party.kind == "country"]
    return (Slot("place", meant[0].name, words.span(k, k + 1)), k + 1) if len(meant) == 1 else None


def country_of(scene: Scene, place: Slot) -> str | None:
    """The country in which a place lies."""
    hit = scene.cast.around.name_at[scene.words_of(place.span)[0]] if place.span else None
    return hit.phrase.country if hit is not None else None


def object_place(scene: Scene, i: int) -> tuple[Slot, int] | None:
    for k in range(i + 1, min(i + 4, len(scene.words))):
        hit = scene.cast.around.name_at[k]
        if hit and hit.sort in PLACES:
            return Slot("place", hit.phrase.value, scene.words.span(hit.first, hit.last)), hit.last
    return None


def place_by_name(scene: Scene, i: int, prepositions: tuple[str, ...]) -> tuple[Slot, int] | None:
    """The place right behind a verb that no list knows, by its name ("arrived in the Amur Region"), and its last word."""
    words, end = scene.words, scene.words.sentence_of[i][1]
    k = i + 1
    while k < end and (words.lower[k] in prepositions or words.pos[k] in ("ADV", "DET")):
        k += 1
    if k >= end or words.name[k] != "B-LOC":
        return None
    last = k
    while last + 1 < end and words.name[last + 1] == "I-LOC":
        last += 1
    return Slot("place", words.said(k, last), words.span(k, last)), last


def where(place: tuple[Slot, int] | None) -> list[Slot]:
    return [place[0]] if place else []
