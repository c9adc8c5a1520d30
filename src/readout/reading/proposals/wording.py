"""The scored word of an undertaking and of progress (status, effect), told by the words of the finding and those around it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

import numpy as np

from readout.model import Finding, Slot
from readout.reading.finders.phrases import root
from readout.reading.finders.project import HEADING
from readout.reading.proposals.propose import NAMED, name_begin
from readout.reading.proposals.weigh import NETWORK
from readout.reading.scene import Scene
from readout_en.wording import Teller

AROUND = 4
"""Words before and behind a finding that count."""
HELPERS = ("aux", "aux:pass", "cop")
UNSEEN = "-"
NOTHING = "none"
GUESSED = " guessed"
RULES_FIRST = ("progress",)
"""Kinds in which the word of a rule stays: on held reports it is right in 78 of 100, as often as the regression."""


def worded(scene: Scene, kind: str, first: int, last: int) -> frozenset[str]:
    """What counts of words `first` to `last`, of a name without its article: which they are, what stands before and behind, the word
    that the others hang on, the one that this hangs on, and the forms of both; each as "where:what"."""
    words = scene.words
    first = name_begin(scene, first, last) if kind in NAMED else first
    low, end = words.sentence_of[first]
    inside, before = words.lower[first : last + 1], words.lower[max(low, first - AROUND) : first]
    behind = words.lower[last + 1 : min(end, last + 1 + AROUND)]
    stretches = {"in": inside, "before": before, "behind": behind, "first": inside[:1], "last": inside[-1:]}
    told = {f"{where}:{word}" for where, own in stretches.items() for word in own}
    told.add(f"previous:{before[-1] if before else UNSEEN}")
    return frozenset((*told, *_hung(scene, root(scene, first, last))))


def _hung(scene: Scene, top: int) -> Iterator[str]:
    """The word that the others hang on and the one above it, with their forms and helping verbs."""
    words, above = scene.words, scene.words.head[top]
    yield from (f"top:{words.lower[top]}", f"form:{words.tag[top]}", f"hangs:{words.dep[top]}")
    yield from (f"helper:{words.lower[k]} {words.tag[top]}" for k in words.kin(top, *HELPERS))
    if above == top:
        yield f"above:{UNSEEN}"
        return
    yield from (f"above:{words.lower[above]}", f"form above:{words.tag[above]}")
    yield from (f"helper above:{words.lower[k]}" for k in words.kin(above, "aux", "aux:pass"))


def ruled(finding: Finding, role: str) -> str:
    """What the rules say a finding's word is, as a regression counts it: "rules:planned", "rules:none", marked where they only guess."""
    told = finding.one(role)
    if told is None or (told.how or "").startswith(NETWORK):
        return f"rules:{NOTHING}"
    return f"rules:{told.value}{GUESSED if told.span == finding.span else ''}"


def told_by_words(
    scene: Scene, findings: Iterable[Finding], tellers: Mapping[str, Teller], roles: Mapping[str, str]
) -> Iterator[Finding]:
    """Findings with the word that words, network and rules together tell likeliest, or the network alone where it is surer and the rules
    only guess; of progress only where no rule tells it."""
    for finding in findings:
        teller, role = tellers.get(finding.kind), roles[finding.kind]
        told = None if teller is None or scene.scores is None else _told(scene, finding, teller, role)
        yield finding if told is None else told


def _told(scene: Scene, finding: Finding, teller: Teller, role: str) -> Finding | None:
    """The finding with its likeliest word; None where the rules' own word stays."""
    said, known = finding.one(role), ruled(finding, role)
    if said is None or scene.scores is None or (finding.kind in RULES_FIRST and known != f"rules:{NOTHING}"):
        return None
    if said.how == HEADING:
        return None
    first, last = scene.words_of(finding.span)
    network = scene.scores.labels[finding.kind][first : last + 1].mean(0)
    likely = teller.likely(worded(scene, finding.kind, first, last), network.tolist(), known)
    if known.endswith(GUESSED) and network.max() > likely.max():
        likely = network
    label, sure = teller.labels[int(likely.argmax())], float(np.exp(likely.max()))
    if label == said.value and known == f"rules:{label}":
        return None
    slot = Slot(role, label, finding.span, how=f"{NETWORK} and words, {sure:.2f}")
    return replace(finding, slots=tuple(slot if s is said else s for s in finding.slots))
