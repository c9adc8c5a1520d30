"""Each actor of a finding stands on words that name or mean it, and on nobody else's beside whom it is named."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from readout.model import Finding, Slot, Span
from readout.reading.actors.party import Party
from readout.reading.scene import Scene


def on_own_words(scene: Scene, findings: Iterable[Finding]) -> Iterator[Finding]:
    """The findings, where an actor that stood on another's name, for both do one thing ("A, B and C met"), stands on its own in the
    same sentence. The words of a pronoun or an office stay, and so do another's where the sentence does not name the actor."""
    parties = {party.id: party for party in (*scene.cast.others.values(), *scene.cast.persons.parties)}
    for finding in findings:
        slots = tuple(_own(scene, finding, slot, parties) for slot in finding.slots)
        yield finding if slots == finding.slots else replace(finding, slots=slots)


def _own(scene: Scene, finding: Finding, slot: Slot, parties: dict[str, Party]) -> Slot:
    """The slot on the name that stands nearest to its words."""
    party = parties.get(slot.actor) if slot.actor else None
    if party is None or slot.span is None or not _is_of_another(scene, finding, slot, slot.span):
        return slot
    here = slot.span
    low, high = _sentence(scene, here)
    own = [span for span in party.spans if low <= span.start and span.end <= high]
    if not own:
        return slot
    nearest = min(own, key=lambda span: abs(span.start - here.start))
    return replace(slot, span=nearest, how=None if slot.how == "reference" else slot.how)


def _is_of_another(scene: Scene, finding: Finding, slot: Slot, span: Span) -> bool:
    """Whether some words name another actor of the same role, and not the slot's."""
    first, last = scene.words_of(span)
    named = {p.id for k in range(first, last + 1) if (m := scene.cast.at[k]) is not None for p in m.parties}
    return slot.actor not in named and any(other.actor in named for other in finding.all(slot.role))


def _sentence(scene: Scene, span: Span) -> tuple[int, int]:
    """Where the sentence begins and ends in which a span begins, in code points."""
    words, at = scene.words, scene.words_of(span)[0]
    first, end = words.sentence_of[at]
    return words.start[first], words.end[end - 1]
