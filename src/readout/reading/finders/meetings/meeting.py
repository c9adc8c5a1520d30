"""Finds meetings: encounters that took place, told by a verb, by a noun that a verb carries, or in passing."""

from __future__ import annotations

from collections.abc import Iterator

from readout.lang import Rule
from readout.model import Finding
from readout.reading.actors.party import Party
from readout.reading.finders.encounters.ahead import in_future, is_to_come
from readout.reading.finders.encounters.attendance import group_behind, group_brought_together, told_before
from readout.reading.finders.encounters.encounter import (
    Vocabulary,
    call_words,
    carries,
    needs,
    object_place,
    place_by_name,
    place_of,
    tells_itself,
    took_place,
)
from readout.reading.finders.encounters.listing import acting_together, other_party, tells_what_for, with_head
from readout.reading.finders.encounters.named_below import name_below
from readout.reading.finders.encounters.table import greeting
from readout.reading.finders.meetings.by_noun import by_noun
from readout.reading.finders.meetings.called_upon import called_upon
from readout.reading.finders.meetings.telling import Clause, another_clause, meeting_in
from readout.reading.scene import Scene

GOES_ON = 4
"""Words of the next sentence that may name a letter."""


def find(scene: Scene) -> Iterator[Finding]:
    """The meetings of a report, in the order of the text; each tells the scene who met."""
    rules = {rule.id.rsplit(".", 1)[1]: rule for rule in scene.rules("meeting")}
    vocabulary = Vocabulary(scene.pack)
    seen: set[tuple[frozenset[str], str]] = set()
    for low, high in scene.words.sentences:
        for i in range(low, high):
            finding = _at(scene, vocabulary, rules, i)
            if finding is None:
                continue
            names = frozenset(str(v) for v in finding.values("participants"))
            kind = finding.one("kind")
            key = (names, str(kind.value) if kind else "")
            if key in seen and not finding.one("date"):
                continue
            seen.add(key)
            yield finding
    yield from greeting(scene, vocabulary, rules["greeting"])
    name_below(scene)


def _at(scene: Scene, vocabulary: Vocabulary, rules: dict[str, Rule], i: int) -> Finding | None:
    words = scene.words
    lower, pos = words.lower[i], words.pos[i]
    if pos in ("VERB", "AUX") and tells_itself(scene, vocabulary, i) and not _carries_another(scene, vocabulary, i):
        ahead = in_future(scene, vocabulary, i) or is_to_come(scene, vocabulary, i)
        told = took_place(scene, i) and not ahead and not needs(scene, vocabulary, i)
        return _by_verb(scene, vocabulary, rules["verb"], i) if told else None
    if (called := called_upon(scene, vocabulary, rules["called"], i)) is not None:
        return called
    if lower in vocabulary.data["nouns"] and pos in ("NOUN", "PROPN", "VERB"):
        return by_noun(scene, vocabulary, rules, i)
    if pos == "VERB" and lower in vocabulary.discussing and words.tag[i] in ("VBD", "VBN"):
        return _by_discussing(scene, vocabulary, rules["discussed"], i)
    if pos == "VERB" and lower in vocabulary.writing | vocabulary.congratulating and _is_past(scene, i):
        return _by_letter(scene, vocabulary, rules["letter"], i)
    return None


def _by_verb(scene: Scene, vocabulary: Vocabulary, rule: Rule, i: int) -> Finding | None:
    words, data = scene.words, vocabulary.data
    lemma = vocabulary.verbs[words.lower[i]]
    subject = scene.subject(i)
    first = acting_together(scene, subject, i)
    if not first:
        return None
    kind = data["verbs"][lemma]
    other, last = _other_side(scene, i, lemma, data)
    last = with_head(scene, last) if other else i
    if lemma in data["goes_to"]:
        place = place_of(scene, i, ("to", "in", "at")) or (object_place(scene, i) if lemma == "visit" else None)
        place = place or place_by_name(scene, i, ("to", "in", "at"))
        if place is None:
            return None
        return meeting_in(scene, vocabulary, rule, Clause(i, subject, first, (), kind, max(place[1], i), place))
    if set(other) <= set(first) and (group := _group(scene, vocabulary, i, lemma)):
        other, last = (group[0],), group[1]
    if not other and not (len(first) > 1 and lemma in ("meet", "speak", "confer")):
        return None
    if _is_purpose(scene, vocabulary, i) and not any(party.kind == "person" for party in other):
        return None
    if lemma == "speak" and not other and not call_words(scene, vocabulary, i):
        return None
    lasting = words.tag[i] in ("VBZ", "VBP") and lemma == "host"
    if (lemma in ("welcome", "receive") or lasting) and not any(p.kind == "person" for p in other):
        return None
    if lemma == "welcome" and place_of(scene, i, ("to",)) is None:
        return None
    return meeting_in(scene, vocabulary, rule, Clause(i, subject, first, other, kind, last))


def _is_purpose(scene: Scene, vocabulary: Vocabulary, verb: int) -> bool:
    """Whether somebody travelled for what a verb tells ("travelled to Riga to meet with officials"): the visit tells it."""
    words, above = scene.words, scene.words.head[verb]
    return words.tag[verb] == "VB" and vocabulary.verbs.get(words.lower[above]) in vocabulary.data["goes_to"]


def _group(scene: Scene, vocabulary: Vocabulary, verb: int, lemma: str) -> tuple[Party, int] | None:
    """People without a name whom somebody met, hosted or convened, and the end of their words."""
    met = group_behind(scene, verb, "with") if lemma == "meet" else None
    return met or (group_brought_together(scene, vocabulary, verb) if lemma != "meet" else None)


def _other_side(scene: Scene, verb: int, lemma: str, data: dict[str, object]) -> tuple[tuple[Party, ...], int]:
    """The parties behind "with" (or the object), and the last word of their phrase."""
    words = scene.words
    end = words.sentence_of[verb][1]
    for k in range(verb + 1, min(end, verb + 14)):
        if another_clause(scene, k) or tells_what_for(scene, k):
            break
        if words.lower[k] == "with" or (
            words.lower[k] == "to" and lemma == "speak" and not _is_of_topic(scene, verb, k)
        ):
            return other_party(scene, k + 1, end)
    if lemma in data["takes_object"]:  # type: ignore[operator]
        return other_party(scene, verb + 1, min(end, verb + 30))
    return (), verb


def _is_of_topic(scene: Scene, verb: int, to: int) -> bool:
    """Whether a "to" belongs to what was spoken about ("spoke about our response to President A"), and not to whom."""
    thing = scene.words.head[scene.words.head[to]]
    return thing > verb and scene.words.is_noun(thing)


def _by_discussing(scene: Scene, vocabulary: Vocabulary, rule: Rule, i: int) -> Finding | None:
    if scene.resolver.encounters:
        return None
    subject = scene.subject(i)
    first = scene.who(subject, until=i)
    persons = [p for p in first if p.kind == "person"]
    if len(persons) < 2 or scene.words.lower[subject or 0] in vocabulary.data["those_who_discuss"]:
        return None
    kind = told_before(scene, vocabulary, i)
    return meeting_in(scene, vocabulary, rule, Clause(i, subject, tuple(persons), (), kind, scene.words.edges[i][1]))


def _by_letter(scene: Scene, vocabulary: Vocabulary, rule: Rule, i: int) -> Finding | None:
    words = scene.words
    letter = _letter_of(scene, vocabulary, i)
    letter = i if letter is None and _writes(scene, vocabulary, i) else letter
    if letter is None:
        return None
    subject = scene.subject(i)
    first = scene.who(subject, until=i)
    other, last = other_party(scene, letter + 1, words.sentence_of[i][1])
    if not first or not other:
        return None
    return meeting_in(scene, vocabulary, rule, Clause(i, subject, first, other, "correspondence", last))


def _carries_another(scene: Scene, vocabulary: Vocabulary, verb: int) -> bool:
    """Whether what a verb that may tell talks has as its object tells what they were ("hosted the annual consultations", "received a
    letter from")."""
    words, nouns = scene.words, vocabulary.data["nouns"]
    if words.lower[verb] in vocabulary.writing and _letter_of(scene, vocabulary, verb) is not None:
        return True
    things = (k for k in words.kin(verb, "obj") if nouns.get(words.lower[k]) == "consultations")
    return any(carries(scene, vocabulary, verb, k) for k in things)


def _is_past(scene: Scene, verb: int) -> bool:
    """Whether a verb tells what was done: "sent", "has received"."""
    words = scene.words
    return words.tag[verb] == "VBD" or (words.tag[verb] == "VBN" and words.child(verb, "aux") is not None)


def _letter_of(scene: Scene, vocabulary: Vocabulary, verb: int) -> int | None:
    """The letter that a verb has as its object."""
    return next((k for k in scene.words.kin(verb, "obj") if scene.words.lower[k] in vocabulary.data["letters"]), None)


def _writes(scene: Scene, vocabulary: Vocabulary, verb: int) -> bool:
    """Whether who congratulates does so by a letter, from which the report goes on to quote ("The message reads")."""
    words, end = scene.words, scene.words.sentence_of[verb][1]
    reads = set(words.lower[end : end + GOES_ON]) & set(vocabulary.data["letters"])
    return words.lower[verb] in vocabulary.congratulating and bool(reads)
