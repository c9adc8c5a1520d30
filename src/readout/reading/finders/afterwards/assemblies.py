"""Whose a summit is that a report mentions by the name of a group ("the NATO Summit", "the meeting of the Trilateral Contact Group")."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from readout.model import Finding, Slot
from readout.reading.actors.party import Party
from readout.reading.finders.encounters.owners import states_before
from readout.reading.scene import Scene

BEHIND = 4
"""Words from a noun to the group behind its "of" ("the summit of the leaders of the G7")."""


def of_groups(scene: Scene, findings: Iterable[Finding]) -> Iterator[Finding]:
    """The findings, where meetings that the name of a group tells have the group among those who met, and nobody who is only told
    of in other sentences."""
    for finding in findings:
        noun = _noun(scene, finding) if finding.kind == "meeting" else None
        owners = _owners(scene, noun) if noun is not None else {}
        known = {slot.actor for slot in finding.all("participants")}
        missing = {party: at for party, at in owners.items() if party.id not in known}
        if noun is None or not missing:
            yield finding
            continue
        added = [slot for party, at in missing.items() for slot in scene.actors("participants", [party], at)]
        theirs = {party.id for party in owners}
        others = [s for s in finding.slots if s.role != "participants"]
        near = [s for s in finding.all("participants") if s.actor in theirs or _is_near(scene, s, noun)]
        yield replace(finding, slots=(*near, *added, *others))


def _noun(scene: Scene, finding: Finding) -> int | None:
    """The noun that tells a meeting, by the words of its kind."""
    kind = finding.one("kind")
    at = scene.words_of(kind.span)[0] if kind is not None and kind.span is not None else None
    return at if at is not None and scene.words.is_noun(at) else None


def _owners(scene: Scene, noun: int) -> dict[Party, int]:
    """The groups before the noun, with the states beside them ("the U.S.-ASEAN Summit"), and behind its "of", each with its word."""
    words, groups = scene.words, scene.pack.gathering
    before = {party: at for at, party in states_before(scene, noun)}
    if any(party.name in groups for party in before):
        return before
    if words.lower[noun + 1 : noun + 2] != ["of"]:
        return {}
    end = min(noun + 2 + BEHIND, words.sentence_of[noun][1])
    behind = (m for k in range(noun + 2, end) if (m := scene.cast.at[k]) is not None and m.sort == "organisation")
    return {party: m.core[1] for m in behind for party in m.parties if party.name in groups}


def _is_near(scene: Scene, slot: Slot, noun: int) -> bool:
    """Whether the words of a slot stand in the noun's sentence."""
    sentence = scene.words.sentence
    return slot.span is not None and sentence[scene.words_of(slot.span)[0]] == sentence[noun]
