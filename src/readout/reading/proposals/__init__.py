"""Findings that a network of spans proposes, weighed against what the rules found."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import pairwise

from readout.lang import Pack
from readout.model import Finding
from readout.reading.actors.who import Encounter
from readout.reading.annotate.pipeline import DEFAULT
from readout.reading.finders import FINDERS, distinct
from readout.reading.finders.commitments.governing import is_hoped_of_another
from readout.reading.finders.commitments.unreal import is_unreal, is_value
from readout.reading.finders.documents.known_documents import merely_invoked
from readout.reading.finders.encounters.named_below import name_below
from readout.reading.finders.meetings.again import once
from readout.reading.finders.meetings.unmet import is_aside, lies_ahead, told_word
from readout.reading.finders.progress import only_needed
from readout.reading.finders.statements.turns import moderated
from readout.reading.proposals.beginnings import well_begun
from readout.reading.proposals.labels import labelled
from readout.reading.proposals.named_again import named_once
from readout.reading.proposals.narrated import is_narrated
from readout.reading.proposals.parting import parted
from readout.reading.proposals.propose import propose
from readout.reading.proposals.rejoined import rejoined
from readout.reading.proposals.rounded import rounded
from readout.reading.proposals.weigh import ACTORS, NETWORK, Candidate, Span, Weigher, candidates
from readout.reading.proposals.wording import told_by_words
from readout.reading.scene import Scene
from readout_en.spans import SpanNetwork
from readout_en.wording import Teller, tellers

EMPTY = frozenset(("DET", "PRON", "ADP", "AUX", "CCONJ", "SCONJ", "PART", "PUNCT"))
"""Parts of speech that tell nothing by themselves."""


@dataclass(frozen=True)
class Weighing:
    """The network of spans, the weights of what it proposes, and what tells the scored word of some kinds."""

    network: SpanNetwork
    weigher: Weigher
    tellers: Mapping[str, Teller]

    def findings(self, scene: Scene) -> list[Finding]:
        """The findings of a scene, from rules and network, kind by kind."""
        found = [f for own in self.candidates(scene) for f in self._settled(scene, own)]
        return named_once(scene, told_as_meetings(scene, once(scene, found)))

    def _settled(self, scene: Scene, own: list[Candidate]) -> list[Finding]:
        """What is kept of the candidates of one kind, with the words that tell its kind, status and the like."""
        proposals = [candidate.proposal for candidate in own if candidate.proposal is not None]
        found = self.weigher.kept(own)
        found = [
            f for f in found if f.kind != "statement" or not f.rule.startswith(NETWORK) or not is_narrated(scene, f)
        ]
        found = [f for f in found if f.kind != "commitment" or not is_value(scene, *scene.words_of(f.span))]
        kept = well_begun(scene, rounded(scene, parted(scene, found, proposals)))
        told = told_by_words(scene, kept, self.tellers, self.network.roles)
        return rejoined(scene, labelled(scene, told, proposals, self.network.roles))

    def _apart(self, kind: str, own: list[Candidate]) -> list[Candidate]:
        """The candidates without proposals that hold two which rules tell apart ("visited Riga and met with A")."""
        least = self.weigher.weights[kind]["keep_from"]
        ruled = sorted(c.words for c in own if c.by_rule and self.weigher.chance(c) >= least)

        def held(words: Span) -> bool:
            inner = [w for w in ruled if words[0] <= w[0] and w[1] <= words[1]]
            return any(one[1] < other[0] for one, other in pairwise(inner))

        return [c for c in own if c.by_rule or not held(c.words)]

    def candidates(self, scene: Scene) -> Iterator[list[Candidate]]:
        """All that may be kept, kind by kind; the meetings are settled before other kinds ask who met."""
        proposed = propose(scene, self.network, self.weigher.eager)
        for kind, find in FINDERS.items():
            own = [
                c
                for c in candidates(scene, kind, distinct(find(scene)), proposed)
                if c.by_rule or not _says_nothing(scene, c.words)
            ]
            if kind == "meeting":
                own = [c for c in own if c.by_rule or not lies_ahead(scene, c.finding)]
                own = [c for c in own if not is_aside(scene, c.finding)]
                own = self._apart(kind, own)
                _introduce(scene, own, self.weigher.kept(own))
            if kind == "agreement":
                own = [c for c in own if not merely_invoked(scene, c.finding)]
            if kind == "commitment":
                led = moderated(scene)
                own = [c for c in own if not any(first <= c.words[0] <= last for first, last in led)]
                own = [c for c in own if not is_unreal(scene, *c.words)]
                own = [c for c in own if c.by_rule or not is_hoped_of_another(scene, *c.words)]
            if kind == "progress":
                own = [c for c in own if c.by_rule or not only_needed(scene, c.finding)]
            yield self._apart(kind, own) if kind == "commitment" else own


def _says_nothing(scene: Scene, words: Span) -> bool:
    """Whether words are articles, pronouns and the like alone ("the", "of that")."""
    return all(scene.words.pos[k] in EMPTY for k in range(words[0], words[1] + 1))


def told_as_meetings(scene: Scene, findings: list[Finding]) -> list[Finding]:
    """The findings without documents and projects of the network that are likelier a meeting ("the Strategic Dialogue")."""
    told = [(told_word(scene, f), f.score) for f in findings if f.kind == "meeting"]
    kept = []
    for finding in findings:
        first, last = scene.words_of(finding.span)
        guessed = finding.kind in ("agreement", "project") and finding.rule.startswith(NETWORK)
        if not guessed or not any(first <= word <= last and score >= finding.score for word, score in told):
            kept.append(finding)
    return kept


def _introduce(scene: Scene, own: list[Candidate], kept: list[Finding]) -> None:
    """Where the rules saw nobody meet, those whom the network saw are the ones that "they" and "the sides" point to."""
    if scene.resolver.encounters:
        return
    at = {candidate.finding.span: candidate.words[0] for candidate in own}
    for finding in sorted(kept, key=lambda f: f.span):
        ids = [slot.actor for slot in finding.all(ACTORS["meeting"])]
        parties = tuple(party for party in scene.cast.parties if party.id in ids)
        scene.resolver.encounters.append(Encounter(at[finding.span], parties))
    name_below(scene)
    scene.resolver.encounters[:] = [met for met in scene.resolver.encounters if len(met.parties) > 1]
    scene.resolver.forget()


def load_weighing(pipeline: str, pack: Pack) -> Weighing | None:
    """The weighing of Readout's own pipeline; None for another, whose findings are the rules' alone."""
    return Weighing(SpanNetwork(), Weigher(pack.weighing), tellers()) if pipeline == DEFAULT else None
