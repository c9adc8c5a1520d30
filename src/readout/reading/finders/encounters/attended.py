"""Where a report tells who took part besides: "she was joined by", "participants included", "the delegation included"."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any

from readout.lang.inflection import lemmas
from readout.reading.actors.party import Party
from readout.reading.finders.encounters.listing import acting_together, listed
from readout.reading.finders.encounters.rolls import rolls
from readout.reading.scene import Scene

MEANT = ("event", "them")
"""Words for a meeting that was told before, besides its nouns."""
NEAR = 22
"""Words behind a cue before the first name: a title."""
OPENING = 12
"""Words from "Joining" to the verb behind which the names stand, and from "who" to "in attendance"."""


@dataclass(frozen=True, slots=True)
class Attendance:
    """At word `at` the report tells that these, named from word `where` on, took part.

    `apart` where another sentence than the meeting's may tell it, else right behind the meeting; `again` where the clause names no
    meeting but one told before; `enrolled` where it stands at any distance from the meeting, which is the report's first;
    `travelling` where they went along with somebody, so on a visit if the report tells of one.
    """

    at: int
    parties: tuple[Party, ...]
    where: int
    apart: bool
    again: bool = False
    enrolled: bool = False
    travelling: bool = False


def attendances(scene: Scene) -> Iterator[Attendance]:
    """All places where the report tells of those who took part, lists under a heading first."""
    yield from (Attendance(*one, apart=True, again=True, enrolled=True) for one in rolls(scene))
    words, data = scene.words, scene.pack.lexicon["attending"]
    passive, active, taking, along = (lemmas(data[verbs]) for verbs in ("passive", "active", "taking", "along"))
    opening = {phrase[0] for phrase in data["phrases"]}
    for k in range(len(words) - 1):
        lower, end = words.lower[k], words.sentence_of[k][1]
        if lower in passive and words.tag[k] == "VBN" and words.lower[k + 1] == "by" and not _ahead(scene, k):
            yield from _accompanied(scene, k, travelling=lower in along)
        elif (verb := _introduces(scene, k)) is not None:
            enrolled = lower in data["delegations"]
            yield from (replace(one, enrolled=enrolled) for one in _behind(scene, k, verb + 1, apart=True))
        elif lower in data["beside"]:
            yield from _behind(scene, k, k + 1, apart=False)
        elif lower in opening and any(words.lower[k : min(k + len(p), end)] == p for p in data["phrases"]):
            yield from _behind(scene, k, k + 3, apart=False)
        elif words.lower[k : k + 2] in data["present"]:
            yield from _there(scene, k)
        elif words.tag[k] == "VBD" and (lower in active or (lower in taking and words.lower[k + 1] == "part")):
            yield from _before(scene, k)
        elif words.tag[k] == "VBD" and lower in along:
            yield from _along(scene, k)


def _ahead(scene: Scene, verb: int) -> bool:
    """Whether it has not taken place yet ("will be attended by", "to be joined by")."""
    words = scene.words
    return any(words.tag[k] in ("MD", "TO") for k in words.children[verb])


def _introduces(scene: Scene, k: int) -> int | None:
    """The verb behind which those stand whom word `k` announces: "Participants in the call included", "The delegation included",
    "Joining the President were"; None where there is none, or where it is yet to come."""
    words, data, (low, end) = scene.words, scene.pack.lexicon["attending"], scene.words.sentence_of[k]
    lower = words.lower[k]
    if lower in data["attendees"]:
        verbs, reach = data["including"], 8
    elif lower in data["delegations"]:
        verbs, reach = data["composing"], 8
    elif lower in data["joining"] and k == low:
        verbs, reach = data["being"], OPENING
    else:
        return None
    found = next((j for j in range(k + 1, min(k + reach, end)) if words.lower[j] in verbs), None)
    ahead = found is not None and any(words.tag[j] in ("MD", "TO") for j in range(k + 1, found))
    return None if ahead else found


def _accompanied(scene: Scene, verb: int, travelling: bool) -> Iterator[Attendance]:
    """Those by whom others were joined or accompanied, with these where the verb's subject names them."""
    subject = scene.words.child(verb, "nsubj:pass")
    acted = scene.who(subject, until=verb) if subject is not None and scene.cast.is_person_at(subject) else ()
    for one in _behind(scene, verb, verb + 2, apart=True):
        yield replace(one, parties=tuple(dict.fromkeys((*one.parties, *acted))), travelling=travelling)


def _behind(scene: Scene, at: int, first: int, apart: bool) -> Iterator[Attendance]:
    """Those whom the words from `first` on name before another clause begins."""
    words, end = scene.words, scene.words.sentence_of[at][1]
    fallback: int | None = None
    for k in range(first, min(first + NEAR, end)):
        mention = scene.cast.at[k]
        if scene.cast.is_person_at(k):
            yield Attendance(at, listed(scene, k, end)[0], k, apart)
            return
        if words.pos[k] in ("VERB", "AUX", "SCONJ") or words.form[k] in (".", ";"):
            break
        fallback = k if fallback is None and mention is not None and mention.sort == "country" else fallback
    if fallback is not None and fallback < first + 6:
        yield Attendance(at, scene.who(fallback), fallback, apart)


def _there(scene: Scene, at: int) -> Iterator[Attendance]:
    """The person before "who was also in attendance"."""
    words, low = scene.words, scene.words.sentence_of[at][0]
    who = next((k for k in range(at - 1, max(low, at - OPENING) - 1, -1) if words.lower[k] == "who"), None)
    if who is None or any(words.pos[k] == "VERB" for k in range(who, at)):
        return
    last = who - 2 if words.form[who - 1] == "," else who - 1
    mention = scene.cast.at[last] if last >= 0 and scene.cast.is_person_at(last) else None
    if mention is not None:
        yield Attendance(at, mention.parties, mention.core[0], apart=True)


def _before(scene: Scene, verb: int) -> Iterator[Attendance]:
    """Named persons who attended or took part: the subject of the verb, where its object is the meeting told before."""
    words, data = scene.words, scene.pack.lexicon["meetings"]
    subject = scene.subject(verb)
    if subject is None or not scene.cast.is_person_at(subject):
        return
    ahead = words.lower[verb + 1 : min(verb + 6, words.sentence_of[verb][1])]
    again = next(
        (_points_back(data, ahead[j - 1], word) for j, word in enumerate(ahead) if j and _told(data, word)), False
    )
    if any(_told(data, word) for word in ahead) and words.child(subject, "nsubj") is None:
        yield Attendance(verb, scene.who(subject, until=verb), subject, apart=True, again=again)


def _along(scene: Scene, verb: int) -> Iterator[Attendance]:
    """Named persons who went along with another: the subject of a verb whose object is a person ("A and B accompanied C")."""
    subject, whom = scene.subject(verb), scene.words.child(verb, "obj")
    if subject is not None and whom is not None and scene.cast.is_person_at(subject) and scene.cast.is_person_at(whom):
        yield Attendance(verb, acting_together(scene, subject, verb), subject, apart=True, travelling=True)


def _told(data: Mapping[str, Any], word: str) -> bool:
    return word in data["nouns"] or word in MEANT


def _points_back(data: Mapping[str, Any], before: str, word: str) -> bool:
    """Whether a noun with the word before it names no meeting but one told before: "them", "the meeting"."""
    return word == "them" or (word in (*data["pointing_nouns"], *MEANT) and before in data["pointing"])
