"""Separate calls and talks that one clause tells ("held separate calls with A and B"): an encounter with each."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from readout.model import Finding, Slot
from readout.reading.actors.party import Mention
from readout.reading.scene import Scene

BEFORE = 4
"""Words before the noun of encounters in which it says that they were separate ("in separate March 4 calls")."""
BESIDE = ("with", "to")
"""Words before those with whom they were held."""


def told_apart(scene: Scene, findings: Iterable[Finding]) -> Iterator[Finding]:
    """The findings, where separate encounters are one for each person with whom they were held, in the order of the text."""
    for finding in findings:
        others = _others(scene, finding) if finding.kind == "meeting" else []
        yield from _one_each(scene, finding, others) if len(others) > 1 else (finding,)


def _others(scene: Scene, finding: Finding) -> list[Mention]:
    """The names of those with whom separate encounters were held, behind the noun that tells these."""
    words, told = scene.words, finding.one("kind")
    if told is None or told.span is None:
        return []
    noun, last = scene.words_of(told.span)[0], scene.words_of(finding.span)[1]
    separate = scene.pack.lexicon["meetings"]["separate"]
    if words.tag[noun] != "NNS" or not set(words.lower[max(noun - BEFORE, 0) : noun]) & set(separate):
        return []
    start = next((k for k in range(noun + 1, last + 1) if words.lower[k] in BESIDE), last)
    met = {slot.actor for slot in finding.all("participants")}
    named = (scene.cast.at[k] for k in range(start, last + 1) if scene.cast.is_person_at(k))
    mentions = dict.fromkeys(m for m in named if m is not None and len(m.parties) == 1)
    return [m for m in mentions if m.parties[0].id in met]


def _one_each(scene: Scene, finding: Finding, others: list[Mention]) -> Iterator[Finding]:
    """The encounter with each: the first from the clause's beginning to the first name, each other on its own phrase."""
    first, _ = scene.words_of(finding.span)
    theirs = {mention.parties[0].id for mention in others}
    shared = [slot for slot in finding.slots if slot.actor not in theirs]
    for mention in others:
        party, name = mention.parties[0], scene.words.span(*mention.core)
        span = scene.span(first, mention.last)
        if span is not None:
            yield replace(finding, span=span, slots=(*shared, Slot("participants", party.name, name, party.id)))
        first = mention.last + 1
