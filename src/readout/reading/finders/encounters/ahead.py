"""Whether a verb or noun tells an encounter that is only planned or hoped for."""

from __future__ import annotations

from readout.lang.inflection import lemmas
from readout.reading.dates.worked_out import Time, times
from readout.reading.finders.encounters.encounter import Vocabulary
from readout.reading.scene import Scene

BEFORE = 5
"""Words before a noun in which what it is prepared by may stand ("ahead of the")."""
BEHIND = 3
"""Words behind a noun's phrase in which it may say that it is still to come."""


def in_future(scene: Scene, vocabulary: Vocabulary, verb: int) -> bool:
    """Whether a verb tells of what is to come ("will meet", "plans to visit", "looks forward to welcoming")."""
    words = scene.words
    near = {words.lower[k] for k in words.children[verb] if words.dep[k] in ("aux", "mark", "advmod")}
    if near & vocabulary.future or hoped(scene, vocabulary, verb):
        return True
    if is_away(scene, vocabulary, verb):
        return False
    if words.tag[verb] == "VB" and "to" in near:
        head = words.head[verb]
        return not (
            words.dep[verb] == "advcl" and words.lower[head] in vocabulary.verbs and words.tag[head] in ("VBD", "VBN")
        )
    if (words.tag[verb], words.dep[verb]) in (("VB", "conj"), ("VBG", "advcl")) and not near & vocabulary.future:
        head = words.head[verb]
        return head != verb and words.pos[head] == "VERB" and in_future(scene, vocabulary, head)
    return words.tag[verb] in ("VB", "VBG") and words.dep[verb] not in ("advcl", "conj")


def is_wished(scene: Scene, vocabulary: Vocabulary, told: int) -> bool:
    """Whether an encounter is one that might be held or attended ("the importance of holding a meeting", "a possibility of our
    participation in the summit")."""
    words, data = scene.words, vocabulary.data
    above = [told, words.head[told], words.head[words.head[told]]]
    act = next((k for k in above if words.lower[k] in data["holding"]), None)
    if act is None:
        return False
    higher = (words.head[act], words.head[words.head[act]])
    return any(words.lower[k] in data["may_be"] for k in higher)


def is_to_come(scene: Scene, vocabulary: Vocabulary, told: int) -> bool:
    """Whether an encounter is one at which something will be done ("will review it at their meeting in Oslo"), or is said to be
    held where one goes ("will speak at a forum hosted by A"), and no word of its own says that it is over."""
    words = scene.words
    hosted = words.pos[told] == "VERB" and words.dep[told] == "acl" and words.tag[told] == "VBN"
    noun = words.head[told] if hosted else told
    case = words.child(noun, "case")
    within = case is not None and words.lower[case] in vocabulary.data["within"] and words.dep[noun] == "obl"
    if not within and not (hosted and words.dep[noun] == "obj"):
        return False
    low, high = words.edges[noun]
    gone = {*vocabulary.data["past_words"], *vocabulary.data["elsewhen"]}
    return _will(scene, vocabulary, words.head[noun]) and gone.isdisjoint(words.lower[low : high + 1])


def is_prepared(scene: Scene, vocabulary: Vocabulary, told: int) -> bool:
    """Whether a noun names an encounter that had not taken place as of what is told: one that was prepared ("ahead of the summit"), put
    off ("postponed his trip"), only described ("the first such visit") or is still to come ("the summit next month")."""
    words, data = scene.words, vocabulary.data
    if not words.is_noun(told):
        return False
    (low, high), (begin, end) = words.edges[told], words.sentence_of[told]
    if any(day.last < (scene.report.date or "") for day in _days(scene, max(low, told - BEFORE), min(high, end - 1))):
        return False
    verb = words.head[told]
    before = " ".join(["", *words.lower[max(begin, low - BEFORE) : min(low + BEFORE, told)]])
    behind = " ".join(words.lower[told + 1 : min(high + 1 + BEHIND, end)])
    off = lemmas(tuple(data["put_off"]))
    return (
        any(f" {phrase} " in f"{before} " for phrase in data["prepared"])
        or any(words.lower[k] in data["such"] and words.lower[k + 1] != "as" for k in words.children[told] if k < told)
        or (words.lower[verb] in off and words.dep[told] in ("obj", "nsubj:pass"))
        or any(phrase in behind for phrase in data["soon"])
    )


def _days(scene: Scene, first: int, last: int) -> list[Time]:
    words = scene.words
    return times(words.text, words.start[first], words.end[last], scene.report.date)


def _will(scene: Scene, vocabulary: Vocabulary, verb: int) -> bool:
    """Whether "will" stands before a verb, or before the one to which it is joined and whose subject it shares."""
    words = scene.words
    while words.dep[verb] == "conj" and words.child(verb, "nsubj", "nsubj:pass", "aux") is None:
        verb = words.head[verb]
    return any(words.lower[k] in vocabulary.future for k in words.kin(verb, "aux"))


def is_away(scene: Scene, vocabulary: Vocabulary, verb: int) -> bool:
    """ "Is visiting Riga", "is paying a visit", "is traveling to Riga, July 11-13" on July 11: a stay that goes on, with no day ahead
    in its sentence."""
    words, published = scene.words, scene.day
    being = any(words.tag[k] in ("VBZ", "VBP") for k in words.kin(verb, "aux"))
    goes = vocabulary.verbs.get(words.lower[verb]) in vocabulary.data["goes_to"]
    pays = any(vocabulary.data["nouns"].get(words.lower[k]) == "visit" for k in words.kin(verb, "obj"))
    if words.tag[verb] != "VBG" or not being or not (goes or pays):
        return False
    low, end = words.sentence_of[verb]
    days = times(words.text, words.start[low], words.end[end - 1], published)
    return published is not None and all(day.value <= published for day in days)


def hoped(scene: Scene, vocabulary: Vocabulary, i: int) -> bool:
    """ "Looks forward to welcoming": what hangs on a word of hope or plan did not take place."""
    words, here = scene.words, i
    for _ in range(3):
        here = words.head[here]
        if words.lower[here] in vocabulary.hopes:
            return True
    return False
