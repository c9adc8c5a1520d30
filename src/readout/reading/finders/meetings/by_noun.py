"""Meetings that a noun tells: carried by a verb ("held talks"), else in passing."""

from __future__ import annotations

from readout.lang import Rule
from readout.model import Finding
from readout.reading.actors.party import Party
from readout.reading.finders.encounters.ahead import hoped, in_future, is_prepared, is_to_come, is_wished
from readout.reading.finders.encounters.attendance import group_behind
from readout.reading.finders.encounters.encounter import Vocabulary, carries, is_courtesy, place_of, took_place
from readout.reading.finders.encounters.guests import is_stay
from readout.reading.finders.encounters.listing import acting_together, other_party, with_head
from readout.reading.finders.encounters.owners import owners_of
from readout.reading.finders.meetings.passing import between_persons, during, in_passing
from readout.reading.finders.meetings.telling import Clause, another_clause, meeting_in
from readout.reading.scene import Scene

NEAR = 4
"""Words behind a visit in which it says where it goes to."""


def by_noun(scene: Scene, vocabulary: Vocabulary, rules: dict[str, Rule], i: int) -> Finding | None:
    """The encounter of the noun at word `i`: one that a verb carries, that frames what was said, or in passing."""
    words, data = scene.words, vocabulary.data
    head = words.head[i]
    near = {words.lower[k] for k in words.children[i]} | {words.lower[max(i - 1, 0)], words.lower[max(i - 2, 0)]}
    if (
        (near & vocabulary.future and not is_stay(scene, i))
        or words.dep[i] == "compound"
        or hoped(scene, vocabulary, i)
        or is_to_come(scene, vocabulary, i)
        or is_wished(scene, vocabulary, i)
        or is_prepared(scene, vocabulary, i)
    ):
        return None
    courtesy = is_courtesy(scene, i)
    if (
        not courtesy
        and words.lower[i] in ("call", "calls")
        and (words.pos[i] == "VERB" or words.lower[i + 1 : i + 2] in ([word] for word in data["called_for"]))
    ):
        return None
    kind = "talks" if courtesy else data["nouns"][words.lower[i]]
    if kind == "visit" and _points_at_one(scene, i):
        return None
    if words.lower[i] == "conference" and not near & vocabulary.call_words:
        return None
    if carries(scene, vocabulary, head, i):
        if in_future(scene, vocabulary, head) or not took_place(scene, head):
            return None
        return _carried(scene, vocabulary, rules["held"], i, head, kind)
    if (found := during(scene, vocabulary, rules["noun"], i, kind)) is not None:
        return found
    if words.lower[i] in data["never_in_passing"] and not (between_persons(scene, i) or _of_one_with_another(scene, i)):
        return None
    return in_passing(scene, vocabulary, rules["stay" if kind == "visit" else "noun"], i, kind)


def _of_one_with_another(scene: Scene, noun: int) -> bool:
    """Whether a noun tells of one's talk with another ("President A's conversation with Prime Minister B on May 4")."""
    words = scene.words
    told = words.lower[noun] in scene.pack.lexicon["meetings"]["with_another"]
    own = words.child(noun, "nmod:poss")
    met = (k for k in words.kin(noun, "nmod", "obl") if "with" in (words.lower[c] for c in words.kin(k, "case")))
    return told and own is not None and any(scene.cast.is_person_at(k) for k in met)


def _points_at_one(scene: Scene, i: int) -> bool:
    """ "This is his first visit": the one that was told, where no place is named."""
    about = scene.words.child(i, "nsubj")
    pointing = about is not None and scene.words.lower[about] in ("this", "it")
    return pointing and place_of(scene, i, ("to", "in"), scene.words.edges[i][1]) is None


def _carried(scene: Scene, vocabulary: Vocabulary, rule: Rule, noun: int, verb: int, kind: str) -> Finding | None:
    words, data = scene.words, vocabulary.data
    passive = words.dep[noun] in ("nsubj:pass", "nsubj")
    subject = None if passive else scene.subject(verb)
    first = tuple(owners_of(scene, noun)) if passive else acting_together(scene, subject, verb)
    behind = data["upon"] if is_courtesy(scene, noun) else ()
    other, last = _behind(scene, noun, "with", "between", *behind)
    last = with_head(scene, last)
    if not other and not passive:
        other, last = tuple(p for p in owners_of(scene, noun) if p not in first), noun
    if not first and not other:
        return None
    alone = len({*first, *other}) < 2 and kind in ("talks", "call")
    if alone and not any(w in words.lower[noun : last + 1] for w in ("meeting",)):
        return None
    if alone and last == noun:
        group = group_behind(scene, noun, "with")
        other, last = ((group[0],), group[1]) if group else (other, last)
    subject, last = subject if subject is not None else noun, max(last, noun)
    place = place_of(scene, noun, ("to",), noun + NEAR) if kind == "visit" else None
    last = last if place is None else max(last, place[1])
    return meeting_in(scene, vocabulary, rule, Clause(noun, subject, first, other, kind, last, place))


def _behind(scene: Scene, noun: int, *prepositions: str) -> tuple[tuple[Party, ...], int]:
    """The parties behind a preposition after a noun, and the last word of their phrase."""
    words = scene.words
    end = words.sentence_of[noun][1]
    for k in range(noun + 1, min(end, noun + 16)):
        if another_clause(scene, k):
            break
        if words.lower[k] in prepositions:
            return other_party(scene, k + 1, end)
    return (), noun
