"""Who says given words: the speaker of a quotation, the subject of the cue, the one "according to" whom, or the last one who spoke."""

from __future__ import annotations

from dataclasses import dataclass

from readout.model import Slot
from readout.reading.actors.party import Party
from readout.reading.finders.phrases import root
from readout.reading.finders.statements.cue_words import vocabulary
from readout.reading.finders.statements.described_as import is_person
from readout.reading.finders.statements.he_or_she import SUBJECTS
from readout.reading.finders.statements.looking_back import looking_back
from readout.reading.finders.statements.speech import cue_beside
from readout.reading.finders.statements.whose_words import who_or_unnamed
from readout.reading.scene import Scene

FARTHEST = 8
"""Heads that are climbed from what was said to the verb that says it."""
BACK = 3
"""Sentences back in which whoever goes on speaking is looked for."""
REACH = 16
"""Words behind "according" among which somebody is named."""


@dataclass(frozen=True, slots=True)
class Speaker:
    """Who speaks, the word that says so, and the cue where there is one."""

    parties: tuple[Party, ...]
    at: int | None
    cue: int | None = None


def slots_of_statement(scene: Scene, first: int, last: int, cue: int | None = None) -> list[Slot]:
    """The slots of what was said, given by its words: speaker, form and cue; `cue` is the saying verb where it is known."""
    span = scene.span(first, last) or scene.words.span(first, last)
    heard = [f for f in scene.speeches if f.span.overlaps(span)]
    close = [
        f
        for f in heard
        if min(f.span.end, span.end) - max(f.span.start, span.start) > 0.6 * (f.span.end - f.span.start)
    ]
    if close and cue is None:
        return [slot for slot in close[0].slots if slot.role in ("speaker", "form", "cue")]
    said = speaker(scene, first, last, cue)
    inner = span.of(scene.report.text)
    slots = scene.actors("speaker", said.parties, said.at)
    slots.append(Slot("form", "mixed" if any(mark in inner for mark in '“”"') else "indirect"))
    if said.cue is not None:
        slots.append(Slot("cue", scene.words.said(said.cue, said.cue), scene.words.span(said.cue, said.cue)))
    return slots


def speaker(scene: Scene, first: int, last: int, cue: int | None = None) -> Speaker:
    """Who says words `first` to `last`."""
    return (
        _put_in(scene, first, last)
        or (_by_noun(scene, first, last) if cue is None else None)
        or _by_verb(scene, first, last, cue)
        or _according(scene, first, last)
        or _beside(scene, first, last)
        or _still(scene, first)
    )


def _put_in(scene: Scene, first: int, last: int) -> Speaker | None:
    """The speaker whom a clause between commas names within the words ("The far right, she noted, had lost a seat")."""
    words, cues = scene.words, vocabulary(scene.pack.language)
    for k in range(first + 1, last):
        if words.lower[k] not in cues["direct"] or words.dep[k] not in ("parataxis", "ccomp", "root", "conj"):
            continue
        subject = words.child(k, "nsubj")
        if subject is None:
            continue
        low, high = min(words.edges[subject][0], k), max(words.edges[subject][1], k)
        if low > first and high < last and words.form[low - 1] == "," and words.form[high + 1] == ",":
            return Speaker(who_or_unnamed(scene, subject, k), subject, k)
    return None


def _by_noun(scene: Scene, first: int, last: int) -> Speaker | None:
    """In news, whose claim it is on which the words hang ("mocked A's claim that", "a warning by B that")."""
    words, noun = scene.words, scene.words.head[root(scene, first, last)]
    if (
        first <= noun <= last
        or scene.cast.around.official
        or words.lower[noun] not in vocabulary(scene.pack.language)["claims"]
    ):
        return None
    others = (k for k in words.kin(noun, "nmod") if any(words.lower[c] in ("by", "from") for c in words.kin(k, "case")))
    owner = next((k for k in (*words.kin(noun, "nmod:poss"), *others) if not first <= k <= last), None)
    parties = who_or_unnamed(scene, owner)
    return Speaker(parties, owner, noun) if parties else None


def _by_verb(scene: Scene, first: int, last: int, cue: int | None) -> Speaker | None:
    words = scene.words
    here = root(scene, first, last)
    for _ in range(FARTHEST):
        outside = not first <= here <= last
        if cue is None and outside and words.pos[here] in ("VERB", "AUX"):
            cue = here
        if cue is not None or words.head[here] == here:
            break
        here = words.head[here]
    if cue is None:
        return None
    told = teller(scene, cue)
    return Speaker(told[0], told[1], cue) if told[0] else None


def teller(scene: Scene, verb: int) -> tuple[tuple[Party, ...], int | None]:
    """Who says what a verb of saying brings: its subject; of a passive its agent, else those who met."""
    words = scene.words
    if words.child(verb, "aux:pass", "nsubj:pass") is not None:
        agent = words.child(verb, "obl:agent")
        if agent is not None:
            return who_or_unnamed(scene, agent), agent
        met = [e.parties for e in scene.resolver.encounters if e.at <= verb]
        return (met[-1] if met else scene.resolver.authors), None
    subject = writing(scene, verb)
    subject = scene.subject(verb) if subject is None else subject
    if subject is None:
        return (), None
    return who_or_unnamed(scene, subject, verb), subject


def writing(scene: Scene, verb: int) -> int | None:
    """In news, what is written and has the verb right behind it ("posted a message stating that ..."); None where none is, and of a
    letter that somebody signs."""
    words, noun = scene.words, scene.words.head[verb]
    behind = words.dep[verb] == "acl" and words.tag[verb] == "VBG" and noun == verb - 1
    signed = words.lower[words.head[noun]] in ("sign", "signed", "signs")
    documents = scene.pack.lexicon["people"]["documents"]
    return noun if behind and not signed and words.lower[noun] in documents and not scene.cast.around.official else None


def _according(scene: Scene, first: int, last: int) -> Speaker | None:
    words = scene.words
    low, end = words.sentence_of[first]
    said = [k for k in range(low, end - 1) if words.lower[k] == "according"]
    for i in sorted(said, key=lambda k: first <= k <= last):
        told = source(scene, i, end)
        if told:
            return Speaker(*told, i)
    return None


def source(scene: Scene, according: int, end: int) -> tuple[tuple[Party, ...], int] | None:
    """The one "according to" whom, and the word that tells them; the sentence ends before word `end`."""
    own = scene.words.head[according]
    for k in (own, *range(according + 2, min(according + REACH, end))):
        parties = who_or_unnamed(scene, k) if k == own and k > according else scene.who(k)
        if parties:
            return parties, k
    return None


def _beside(scene: Scene, first: int, last: int) -> Speaker | None:
    found = cue_beside(scene, first, last)
    return Speaker(found[2], found[1], found[0]) if found else None


def _still(scene: Scene, first: int) -> Speaker:
    """Where no cue stands near: who speaks there, the authors, or the last one who was the subject before."""
    resolver = scene.resolver
    spoken = next((v.parties for v in resolver.voices if v.first <= first <= v.last), ())
    if spoken or resolver.authors:
        return Speaker(spoken or resolver.authors, None)
    if scene.cast.around.home is None and (told := _told_last(scene, first)) is not None:
        return told
    words = scene.words
    for k in range(words.sentence_of[first][0] - 1, -1, -1):
        if words.dep[k] in ("nsubj", "nsubj:outer") and words.pos[words.head[k]] in ("VERB", "AUX"):
            parties = scene.who(k)
            if parties and all(p.kind == "person" for p in parties):
                return Speaker(parties, k)
    return Speaker((), None)


def _told_last(scene: Scene, first: int) -> Speaker | None:
    """In news, the subject of the last main clause before word `first` that tells of somebody who may speak ("He asked why. "I read ..."")."""
    words = scene.words
    for number, stretch in enumerate(looking_back(scene, first, BACK)):
        acting = [
            k for k in stretch if words.dep[k] in SUBJECTS and words.lower[k] not in scene.cast.references["relative"]
        ]
        for k in reversed([k for k in acting if number == 0 or words.dep[words.head[k]] == "ROOT"]):
            parties = who_or_unnamed(scene, k) if scene.cast.heard_with(k, first) else ()
            if parties and all(p.kind == "person" or is_person(scene, k) for p in parties):
                return Speaker(parties, k)
    return None
