"""Meetings that a noun mentions in passing: "the meeting of A with B", "A's visit to C in May"."""

from __future__ import annotations

from readout.lang import Rule
from readout.model import Finding, Slot
from readout.reading.actors.party import Party
from readout.reading.finders.encounters.encounter import Vocabulary, place_of, where
from readout.reading.finders.encounters.formats import kind_of
from readout.reading.finders.encounters.guests import from_elsewhere, is_stay, stay_of, stays, visitor
from readout.reading.finders.encounters.listing import other_party
from readout.reading.finders.encounters.occasion import date_of, said, when
from readout.reading.finders.encounters.owners import owners_of, partner
from readout.reading.finders.meetings.telling import Clause, meeting_in
from readout.reading.scene import Scene


def in_passing(scene: Scene, vocabulary: Vocabulary, rule: Rule, i: int, kind: str) -> Finding | None:
    """A noun with its parties: "the meeting of A with B", "A's visit to C in May", "their call on Monday"."""
    words = scene.words
    low, high = words.edges[i]
    end = words.sentence_of[i][1]
    high = min(high, i + 22)
    other = [p for k in words.kin(i, "nmod", "obl") if k > i and _case(scene, k) == "with" for p in scene.who(k)]
    parties = list(dict.fromkeys([*owners_of(scene, i), *other]))
    before = [words.lower[k] for k in range(max(low, i - 4), i)]
    if other and kind != "visit" and not any(owners_of(scene, i)):
        parties = [*partner(scene, i), *parties]
    found = said(scene, i, max(low, i - 8), min(high, end - 1))
    place = place_of(scene, i, ("to", "in", "at"), high) or stay_of(scene, i)
    recent = any(word in vocabulary.data["past_words"] for word in before)
    parties = from_elsewhere(scene, i, parties) if kind == "visit" else parties
    parties = parties or list(visitor(scene, i)) or _who_met(scene, i, before, kind, bool(place or found), recent)
    wanted = 1 if kind in ("visit", "summit") else 2
    if len(parties) < wanted or not (
        found
        or place
        or (recent and kind != "summit")
        or (kind == "summit" and _is_over(scene, i))
        or _is_call(vocabulary, kind, before)
        or between_persons(scene, i)
    ):
        return None
    dated = bool(found) and all(p.kind == "person" for p in parties)
    if kind == "visit" and place is None and not recent and not dated:
        return None
    first, high = _clause(scene, i, low, high, place)
    span = scene.span(first, high)
    if span is None:
        return None
    slots = [
        *scene.actors("participants", parties, i),
        Slot("kind", kind_of(scene, vocabulary, (i, kind), parties, high), words.span(i, i)),
    ]
    included = words.dep[words.head[i]] == "acl:relcl"
    date = when(found) or (date_of(scene, i, first, high) if included or is_stay(scene, i) else [])
    return scene.finding(rule, span, [*slots, *where(place), *date], (words.form[i],))


def _clause(scene: Scene, i: int, low: int, high: int, place: tuple[Slot, int] | None) -> tuple[int, int]:
    """First and last word of what tells an encounter in passing, up to its place; from "who" on where somebody stays."""
    who = stays(scene, i)
    return max(low, i - 8) if who is None else who, max(high if place is None else place[1], i)


def _is_over(scene: Scene, i: int) -> bool:
    """Whether the words around a summit tell that it is over: its outcome, what came after it, its first time ("the founding
    summit"); "for a successful summit" is a wish."""
    words, data = scene.words, scene.pack.lexicon["meetings"]
    case, beside = _case(scene, i), {words.lower[k] for k in words.children[i]}
    if case == "for" or beside & set(data["any_one"]):
        return False
    above = (words.head[i], words.head[words.head[i]])
    told = any(words.lower[k] in data["outcomes"] for k in above)
    return told or case in data["going_before"] or bool(beside & set(data["held_once"]))


def between_persons(scene: Scene, noun: int) -> bool:
    """Whether a noun names two who met: "the conversation between A and B"."""
    pair = (p for k in scene.words.kin(noun, "nmod") if _case(scene, k) == "between" for p in scene.who(k))
    return len({p for p in pair if p.kind == "person"}) > 1


def during(scene: Scene, vocabulary: Vocabulary, rule: Rule, i: int, kind: str) -> Finding | None:
    """ "During a telephone conversation, A congratulated B", before any meeting: the subject and the other person of the clause."""
    words, verb = scene.words, scene.words.head[i]
    before = words.lower[max(words.sentence_of[i][0], i - 4) : i]
    if (
        words.dep[i] != "obl"
        or not _is_call(vocabulary, kind, before)
        or scene.resolver.encounters
        or any(owners_of(scene, i))
    ):
        return None
    subject = scene.subject(verb)
    first = scene.who(subject, until=verb) if subject is not None else ()
    other, last = other_party(scene, verb + 1, words.sentence_of[verb][1])
    other = tuple(p for p in other if p.kind == "person" and p not in first)
    if not first or not other:
        return None
    return meeting_in(scene, vocabulary, rule, Clause(i, subject, first, other, "call", last))


def _case(scene: Scene, i: int) -> str | None:
    case = scene.words.child(i, "case")
    return None if case is None else scene.words.lower[case]


def _is_call(vocabulary: Vocabulary, kind: str, before: list[str]) -> bool:
    """Whether the words name the format: a call is one by its noun."""
    return kind == "call" or any(word in vocabulary.data["call_words"] for word in before)


def _who_met(scene: Scene, i: int, before: list[str], kind: str, told: bool, recent: bool) -> list[Party]:
    """ "The recent meeting in Kyiv": those who met, where no one is named and a place or a time is."""
    met = [e.parties for e in scene.resolver.encounters if e.at <= i]
    if kind == "visit" or not (told and recent) or not met or "the" not in before:
        return []
    return list(met[-1])
