"""Weighs what the rules found against what the network proposes: which findings a reading keeps, and how sure it is of each."""

from __future__ import annotations

import math
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property

import numpy as np

from readout.model import Finding, Slot
from readout.reading.finders.commitments.governing import GOVERNED, governed
from readout.reading.finders.encounters.encounter import tells_encounter
from readout.reading.finders.given import slots_of
from readout.reading.proposals.naming import is_plural, telling_words
from readout.reading.proposals.propose import NAMED, Proposal, Proposed, name_begin, span_likelihood
from readout.reading.scene import Scene
from readout_en.encoder import Floats

ACTORS = {"meeting": "participants", "statement": "speaker", "commitment": "by", "agreement": "parties",
          "project": "participants", "progress": "actors"}  # fmt: skip
NETWORK = "network"
"""The rule id of a finding that the network alone proposed begins so."""
TRUSTED = 0.96
"""Score of a rule from which its findings are kept even where the network sees nothing: visits in passing, say."""
SAME = 0.5
"""Share of common words (F) from which a rule and the network mean the same finding."""
Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Candidate:
    """A finding that may be kept, with its words and the network's view of them; `finding.score` is the rule's own."""

    finding: Finding
    words: Span
    proposal: Proposal | None
    support: float
    likelihood: float
    agreement: float
    own: Mapping[str, float] = field(default_factory=dict)
    """What counts in its kind alone (see `_of_kind`)."""

    @property
    def by_rule(self) -> bool:
        """Whether a rule found it."""
        return self.proposal is None

    def features(self) -> dict[str, float]:
        """What the weights of lang/LANGUAGE/rules/weighing.yaml are multiplied with."""
        first, last = self.words
        return {
            "always": 1.0,
            "rule": float(self.by_rule),
            "rule_right": _logit(self.finding.score) if self.by_rule else 0.0,
            "support": self.support,
            "likelihood": self.likelihood,
            "agreement": self.agreement,
            "actors": float(bool(self.finding.all(ACTORS[self.finding.kind]))),
            "length": math.log(last + 2 - first),
            **self.own,
        }


@dataclass(frozen=True)
class Weigher:
    """Weights by kind, learned from annotated reports (training/spans/weigh.py)."""

    weights: Mapping[str, Mapping[str, float]]

    @cached_property
    def eager(self) -> dict[str, float]:
        """How eagerly the network proposes, by kind (see `propose`)."""
        return {kind: row["eager"] for kind, row in self.weights.items()}

    def chance(self, candidate: Candidate) -> float:
        """How likely the candidate is right, from 0 to 1."""
        row = self.weights[candidate.finding.kind]
        return 1 / (1 + math.exp(-sum(row[name] * value for name, value in candidate.features().items())))

    def kept(self, candidates: Iterable[Candidate]) -> list[Finding]:
        """The findings worth keeping among candidates of one kind, likeliest first; of those that share words the likeliest."""
        rated = sorted(
            self._rated(list(candidates)), key=lambda row: (-row[0], not row[2].by_rule, -row[1], row[2].words)
        )
        taken: defaultdict[int, list[Candidate]] = defaultdict(list)
        findings: list[Finding] = []
        for chance, _, candidate in rated:
            if chance < self.weights[candidate.finding.kind]["keep_from"]:
                break
            own = range(candidate.words[0], candidate.words[1] + 1)
            if any(not _nested(candidate, other) for word in own for other in taken.get(word, ())):
                continue
            for word in own:
                taken[word].append(candidate)
            findings.append(replace(candidate.finding, score=round(chance, 2)))
        return findings

    def _rated(self, candidates: list[Candidate]) -> Iterator[tuple[float, float, Candidate]]:
        """Each candidate with its chance and the one that it has by itself; a rule's is no less than that of a proposal which means the same, for a rule
        knows better who acts, and that of a trusted rule no less than what is kept."""
        own = [(self.chance(candidate), candidate) for candidate in candidates]
        proposed = {p.words: chance for chance, p in own if not p.by_rule}
        spans = sorted(proposed)
        for chance, candidate in own:
            near = overlapping(candidate.words, spans)
            same = (proposed[words] for words in near if shared(candidate.words, words) >= SAME)
            trusted = candidate.by_rule and candidate.finding.score >= TRUSTED
            least = self.weights[candidate.finding.kind]["keep_from"] if trusted else 0.0
            yield (max(chance, least, *same) if candidate.by_rule else chance), chance, candidate


def candidates(scene: Scene, kind: str, found: Sequence[Finding], proposed: Proposed) -> Iterator[Candidate]:
    """The rules' findings of one kind and the network's proposals beside them."""
    tags = proposed.scores.tags[:, list(proposed.kinds).index(kind)]
    own = [scene.words_of(finding.span) for finding in found]
    spans = {(p.first, p.last): p for p in proposed.proposals if p.kind == kind}
    inside, order = 1 - np.exp(tags[:, 0]), sorted(spans)
    agreed: defaultdict[Span, float] = defaultdict(float)
    for finding, words in zip(found, own, strict=True):
        near = {span: shared(words, span) for span in overlapping(words, order)}
        for span, share in near.items():
            agreed[span] = max(agreed[span], share)
        view = *_view(tags, inside, words), max(near.values(), default=0.0)
        yield Candidate(finding, words, None, *view, {**_of_kind(scene, kind, tags, words), **_ungoverned(kind)})
    for words, p in spans.items():
        view = *_view(tags, inside, words), agreed[words]
        yield Candidate(_finding(scene, p, proposed), words, p, *view, _of_kind(scene, kind, tags, words))


def _of_kind(scene: Scene, kind: str, tags: Floats, words: Span) -> dict[str, float]:
    """What counts in one kind alone: of meetings whether a word of the lexicon tells one, of statements and undertakings how
    likely the network thinks that they go on behind the last word, of documents and undertakings how likely (as a logarithm) that
    they begin at the first, of undertakings also whether one word or a plural names them, of commitments what governs the words."""
    begins, goes_on = float(tags[words[0], 1]), float(np.exp(tags[words[1] + 1 : words[1] + 2, 2]).sum())
    if kind == "meeting":
        return {"told": float(tells_encounter(scene, *words))}
    if kind == "statement":
        return {"goes_on": goes_on}
    if kind == "agreement":
        return {"begins": begins}
    if kind == "project":
        named = {"single": len(telling_words(scene, *words)) == 1, "plural": is_plural(scene, *words)}
        return {"begins": begins, "goes_on": goes_on, **{name: float(so) for name, so in named.items()}}
    return governed(scene, *words) if kind == "commitment" else {}


def _ungoverned(kind: str) -> dict[str, float]:
    """What a rule's commitment counts as governed by: nothing, for the rule knows its cue."""
    return dict.fromkeys(GOVERNED, 0.0) if kind == "commitment" else {}


def _view(tags: Floats, inside: Floats, words: Span) -> tuple[float, float]:
    first, last = words
    return float(inside[first : last + 1].mean()), math.exp(span_likelihood(tags, first, last))


def _finding(scene: Scene, p: Proposal, proposed: Proposed) -> Finding:
    """The proposal as a finding: its slots by the rules of its kind, its label by the network where no cue tells it."""
    first = name_begin(scene, p.first, p.last) if p.kind in NAMED else p.first
    role, span = proposed.roles[p.kind], scene.words.span(first, p.last)
    slots = slots_of(scene, p.kind, first, p.last)
    if not any(slot.role == role for slot in slots):
        slots.append(Slot(role, p.label, span, how=f"network, {p.sure:.2f}"))
    path = (f"network {p.score:.2f}", f"{p.label} {p.sure:.2f}")
    return Finding(p.kind, scene.report.id, span, tuple(slots), f"{NETWORK}.{p.kind}", round(p.score, 2), path=path)


def overlapping(words: Span, spans: Sequence[Span]) -> Iterator[Span]:
    """Those of some spans, sorted and apart from one another, that share words with a span."""
    for k in range(bisect_left(spans, words[0], key=lambda span: span[1]), len(spans)):
        if spans[k][0] > words[1]:
            return
        yield spans[k]


def shared(a: Span, b: Span) -> float:
    """F of the words that two spans share, 0 to 1."""
    common = min(a[1], b[1]) - max(a[0], b[0]) + 1
    return max(0.0, 2 * common / (a[1] - a[0] + b[1] - b[0] + 2))


def _nested(a: Candidate, b: Candidate) -> bool:
    """Speech within a longer speech is a statement of its own; two rules may say so, a proposal may not."""
    return a.by_rule and b.by_rule and shared(a.words, b.words) < SAME


def _logit(chance: float) -> float:
    return math.log(chance / (1 - chance))
