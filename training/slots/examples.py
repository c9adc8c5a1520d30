"""Findings of annotated reports with all companies that may play their part, and which of these are right."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from readout.model import Finding
from readout.reading import Reader
from readout.reading.casting import Scenery, Stage, companies, compared, is_plain, spoken
from readout.reading.proposals.weigh import ACTORS
from training.spans.prepare import scene_of

SAME = 0.5
"""Share of common words (F) from which a finding and an entry are one."""
Row = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Example:
    """A finding: the traits of each who may play its part and the log odds of their link, the companies, and of each whether it is right.

    `wanted` are the companies to learn (of those that are right the ones by the annotated names); `by_rule` tells whether
    the rules' choice is right, `kept` whether a reading keeps the finding.
    """

    report: str
    kind: str
    traits: list[list[str]]
    odds: list[float | None]
    companies: list[tuple[int, ...]]
    right: list[bool]
    wanted: list[bool]
    by_rule: bool
    kept: bool


def examples(reader: Reader, record: Row, scorer: Row) -> Iterator[Example]:
    """The examples of one annotated record: all candidates of its report that match an entry with actors."""
    weighing, scene = reader.weighing, scene_of(reader, record)
    able: list[Finding] = []
    kept: list[Finding] = []
    for own in weighing.candidates(scene):
        able += [candidate.finding for candidate in own]
        kept += weighing.weigher.kept(own)
    statements = sorted((f for f in kept if f.kind == "statement"), key=lambda f: f.span.end - f.span.start)
    scenery = Scenery(scene, kept)
    held = {(f.kind, f.span, f.rule) for f in kept}
    for finding in able:
        entry = _entry(record, scorer, finding)
        wanted = (entry or {}).get(ACTORS[finding.kind])
        if wanted and not is_plain(finding, scenery):
            stage = Stage(scenery, finding, spoken(finding, statements))
            verdict = Verdict(scorer, finding.kind, wanted, record.get("affiliations", {}))
            yield _example(stage, verdict, (finding.kind, finding.span, finding.rule) in held)


def _entry(record: Row, scorer: Row, finding: Finding) -> Row | None:
    """The entry of gold that shares most words with a finding, where it shares enough."""
    entries, span = record.get(scorer["KINDS"][finding.kind][0], []), (finding.span.start, finding.span.end)
    rated = [(scorer["overlap"](record["text"], tuple(entry["at"]), span), k) for k, entry in enumerate(entries)]
    best = max(rated, default=(0.0, 0))
    return entries[best[1]] if best[0] >= SAME else None


@dataclass(frozen=True, slots=True)
class Verdict:
    """Who plays the part by the annotation, and who stands for whom."""

    scorer: Row
    kind: str
    wanted: Sequence[str]
    stand_in: Row

    def right(self, names: Sequence[str]) -> bool:
        """As the scorer says it: of those who met nobody too many is counted."""
        return self.exact(self._of_wanted(names) if self.kind == "meeting" else names)

    def exact(self, names: Sequence[str]) -> bool:
        """Whether all are named, by their own name or one who stands for them, and nobody else."""
        return bool(self.scorer["actors_right"](self.wanted, names, self.stand_in))

    def by_name(self, names: Collection[str]) -> bool:
        """Whether each is one of the annotated names."""
        return all(any(self.scorer["same_actor"](wanted, name) for wanted in self.wanted) for name in names)

    def _of_wanted(self, names: Sequence[str]) -> list[str]:
        right = self.scorer["actors_right"]
        return [name for name in names if any(right([wanted], [name], self.stand_in) for wanted in self.wanted)]


def _example(stage: Stage, verdict: Verdict, kept: bool) -> Example:
    standings = compared(stage)
    able = companies(stage)
    named = [[standings[k].party.name for k in company] for company in able]
    exact = [verdict.exact(names) for names in named]
    best = [right and verdict.by_name(names) for right, names in zip(exact, named, strict=True)]
    right = [verdict.right(names) for names in named]
    chosen = [str(value) for value in stage.finding.values(ACTORS[stage.finding.kind])]
    wanted = next((told for told in (best, exact, right) if any(told)), right)
    traits = [sorted(one.traits) for one in standings]
    report, kind = stage.finding.report, stage.part
    odds = [stage.odds(one.party) for one in standings]
    return Example(report, kind, traits, odds, able, right, wanted, verdict.right(chosen), kept)
