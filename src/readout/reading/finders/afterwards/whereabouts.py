"""Where a meeting took place that has no place yet: what hangs on the verb that tells it, whatever stands between, or opens its sentence."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from readout.model import Finding, Slot
from readout.reading.finders.encounters.encounter import PLACES, Vocabulary
from readout.reading.finders.meetings.unmet import told_word
from readout.reading.scene import Scene

APART = frozenset(("call", "correspondence"))
"""Kinds of meetings that are in no place."""
NEAR = 12
"""Words before "where" in which the place stands."""
WITHIN = frozenset(("in", "at"))


def placed(scene: Scene, findings: Iterable[Finding]) -> list[Finding]:
    """The findings, where meetings without a place have the one that the words around tell."""
    return [_placed(scene, f) if f.kind == "meeting" else f for f in findings]


def _placed(scene: Scene, finding: Finding) -> Finding:
    if finding.one("place") is not None or not APART.isdisjoint(map(str, finding.values("kind"))):
        return finding
    found = next(_candidates(scene, finding), None)
    return finding if found is None else replace(finding, slots=(*finding.slots, found))


def _there(scene: Scene, verb: int) -> Iterator[Slot]:
    """The place before "where", in whose clause the meeting is told ("travelled to Riga, where they met")."""
    words, low = scene.words, scene.words.sentence_of[verb][0]
    where = next((k for k in range(verb - 1, low, -1) if words.lower[k] == "where"), None)
    if where is None or any(words.pos[k] == "VERB" for k in range(where, verb)):
        return
    for k in range(where - 1, max(low, where - NEAR) - 1, -1):
        if (place := _place(scene, k)) is not None:
            yield place
            return


def _candidates(scene: Scene, finding: Finding) -> Iterator[Slot]:
    """Places that hang on the words which tell the meeting, or on the visit during which it was held."""
    words, told = scene.words, told_word(scene, finding)
    verb = told if words.pos[told] == "VERB" or words.pos[words.head[told]] != "VERB" else words.head[told]
    stays = [k for k in words.kin(verb, "obl") if Vocabulary(scene.pack).kind_of(words.lower[k]) == "visit"]
    low, end = words.sentence_of[told]
    for k in range(low, end):
        case = words.child(k, "case")
        own = words.head[k] in (told, verb) and words.dep[k] in ("obl", "nmod") and case is not None
        seen = words.head[k] in (told, verb) and words.dep[k] == "obj" and finding.values("kind") == ("visit",)
        on_visit = words.head[k] in stays and words.dep[k] == "nmod" and case is not None
        near = own and words.lower[case if case is not None else k] in WITHIN
        if (near or seen or on_visit) and (place := _place(scene, k)) is not None:
            yield place
    yield from _there(scene, verb)


def _place(scene: Scene, k: int) -> Slot | None:
    """The place that word `k` names: by the lexicon, else as the names' finder sees it."""
    words, hit = scene.words, scene.cast.around.name_at[k]
    if hit is not None:
        value = scene.pack.capital(hit.phrase.country) if hit.sort == "seat" else None
        known = hit.sort in PLACES
        return Slot("place", value or hit.phrase.value, words.span(hit.first, hit.last)) if known else None
    if words.name[k][2:] != "LOC" or scene.cast.at[k] is not None:
        return None
    first, last = k, k
    while words.name[first] != "B-LOC" and words.name[first - 1][2:] == "LOC":
        first -= 1
    while last + 1 < len(words) and words.name[last + 1] == "I-LOC":
        last += 1
    return Slot("place", words.said(first, last), words.span(first, last))
