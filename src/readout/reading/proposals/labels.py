"""The scored word of a finding (kind, status, ...) where the network of spans tells it better than the rules."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace

from readout.model import Finding, Slot
from readout.reading.finders.encounters.encounter import is_courtesy
from readout.reading.finders.meetings.unmet import told_word
from readout.reading.proposals.propose import Proposal
from readout.reading.proposals.weigh import SAME, overlapping, shared
from readout.reading.scene import Scene

SURE = {"meeting": (("talks", "consultations"), 0.7), "statement": (("indirect",), 0.95)}
"""By kind the words of the rules that say least, and the probability from which the network's word takes their place."""
GATHERING = "summit"
CALL = "call"
BESIDE = 3
"""Words behind the one that tells a meeting in which its place says that the people met there."""
UNTOLD = {"agreement": 0.6, "project": 0.6}
"""Kinds in which the network's word takes the place of one that no word of the text tells, the rules' guess, and the probability
from which it does."""


def relabelled(scene: Scene, finding: Finding, proposals: Iterable[Proposal], role: str) -> Finding:
    """The finding with the word of the proposal that means the same, where that is to be trusted more."""
    own = scene.words_of(finding.span)
    near = max(proposals, key=lambda p: shared(own, (p.first, p.last)), default=None)
    told = finding.one(role)
    if near is None or told is None or shared(own, (near.first, near.last)) < SAME or near.label == told.value:
        return finding
    guessed = told.span == finding.span and told.how is None and near.sure >= UNTOLD.get(finding.kind, 1.0)
    guesses, sure = SURE.get(finding.kind, ((), 0.0))
    if not guessed and (told.value not in guesses or near.sure < sure):
        return finding
    if finding.kind == "meeting" and belied(scene, finding, near.label):
        return finding
    slot = Slot(role, near.label, finding.span, how=f"network, {near.sure:.2f}")
    return replace(finding, slots=tuple(slot if s is told else s for s in finding.slots))


def belied(scene: Scene, finding: Finding, label: str) -> bool:
    """Whether the words of a meeting speak against a label: a gathering of two persons, a call "in Kyiv" or of courtesy, a Strategic Dialogue or
    a working group that is no consultations, a forum of two states that is no talks."""
    word, place, data = told_word(scene, finding), finding.one("place"), scene.pack.lexicon["meetings"]
    if scene.words.lower[word] in (*data["standing"], *data["between_two"]):
        return True
    acting = " ".join(scene.words.lower[scene.words_of(finding.span)[0] : word])
    if any(body in acting for body in data["consultative"]):
        return True
    if label == CALL and any(is_courtesy(scene, k) for k in range(*scene.words_of(finding.span))):
        return True
    if label == GATHERING:
        return _two_persons(scene, finding)
    if label != CALL or place is None or place.span is None:
        return False
    return 0 < scene.words_of(place.span)[0] - word <= BESIDE


def _two_persons(scene: Scene, finding: Finding) -> bool:
    """Whether two persons met, both named in the clause, and nobody besides: no gathering, unless the text calls it one."""
    parties = {party.id: party for party in scene.cast.persons.parties}
    met = finding.all("participants")
    return len(met) == 2 and all(s.actor in parties and s.span and finding.span.covers(s.span) for s in met)


def labelled(
    scene: Scene, findings: Iterable[Finding], proposals: Iterable[Proposal], roles: Mapping[str, str]
) -> list[Finding]:
    """Findings of one kind with the words that are to be trusted most; `roles` tells the slot of each kind."""
    told = {(p.first, p.last): p for p in proposals}
    order = sorted(told)
    near = ((f, overlapping(scene.words_of(f.span), order)) for f in findings)
    return [relabelled(scene, f, [told[words] for words in spans], roles[f.kind]) for f, spans in near]
