"""Learns how to weigh rules against the network: python -m training.spans.weigh SCORER.py WEIGHING.yaml [KIND ...] RUN=GOLD.json ...

GOLD.json are annotated reports, RUN the folder of a network that did not see them (see export.py): of each part of the
reports one that learned from the others. By kind a logistic regression over `Candidate.features` tells how likely a
candidate matches an entry of gold (as the scorer matches; candidates that match only a doubtful passage are left out);
`keep_from` is the chance from which the F1 of what is kept was (nearly) best; reports of which some kinds alone are
annotated (training/news) tell only how likely candidates of these are right. How eagerly the network proposes (`eager`)
is set in the file by hand and kept, and so are the kinds that are not named where KINDs stand before the runs.
"""

from __future__ import annotations

import runpy
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import torch
import yaml

from readout.model import Finding
from readout.reading import Reader
from readout.reading.proposals import Candidate, Weigher, Weighing
from readout_en.spans import SpanNetwork
from training.spans.examples import annotated
from training.spans.judging import is_right
from training.spans.layout import LABELLED_BY
from training.spans.prepare import records, scene_of

PULL = 0.02
"""Ridge: how strongly weights are pulled to 0, a candidate."""
STEPS = [step / 50 for step in range(5, 36)]
FLAT = 0.16
"""How far below the best F1 a lower step may lie, times the root of the entries of gold: about a third of the figure's
standard error. Where F1 cannot be told apart more is kept: what a person rejects costs less than what nobody sees."""
HEAD = "# How rules and network are weighed, by kind; learned by training/spans/weigh.py, see there.\n"
Judged = tuple[dict[str, Any], list[Candidate]]


def judged(pairs: Iterable[str], reader: Reader, weigher: Weigher) -> Iterator[Judged]:
    """Each record of the gold files with all candidates of the kinds that it annotates, by the network named with the file."""
    for run, gold in (pair.split("=", 1) for pair in pairs):
        weighing = Weighing(SpanNetwork(Path(run)), weigher, {})
        for record in records([gold]):
            found = (c for own in weighing.candidates(scene_of(reader, record)) for c in own)
            yield record, [c for c in found if c.finding.kind in annotated(record)]


def fitted(kind: str, found: list[Judged], scorer: dict[str, Any]) -> dict[str, float]:
    """The weights of one kind."""
    rows, right = [], []
    for record, own in found:
        for candidate in (c for c in own if c.finding.kind == kind):
            finding = candidate.finding.to_dict()
            verdict = is_right(scorer, record, finding)
            if verdict is not None:
                rows.append(candidate.features())
                right.append(float(verdict))
    names = list(rows[0])
    inputs, wanted = torch.tensor([[row[n] for n in names] for row in rows]), torch.tensor(right)
    weights = torch.zeros(len(names), requires_grad=True)
    optimizer = torch.optim.LBFGS([weights], max_iter=400, line_search_fn="strong_wolfe")

    def step() -> torch.Tensor:
        optimizer.zero_grad()
        missed = torch.nn.functional.binary_cross_entropy_with_logits(inputs @ weights, wanted)
        cost = missed + PULL * (weights[1:] ** 2).mean()
        cost.backward()
        return cost

    optimizer.step(step)
    return {name: round(weight, 3) for name, weight in zip(names, weights.tolist(), strict=True)}


def best_step(kind: str, weights: dict[str, float], found: list[Judged], scorer: dict[str, Any]) -> tuple[float, float]:
    """The lowest chance from which keeping gives nearly the best F1, and that F1, on reports of which all is annotated."""
    whole = [row for row in found if "kinds" not in row[0]]
    rated = [(step, _f1(kind, {**weights, "keep_from": step}, whole, scorer)) for step in STEPS]
    entries = sum(len(record.get(scorer["KINDS"][kind][0], ())) for record, _ in whole)
    least = max(f1 for _, f1 in rated) - FLAT / entries**0.5
    return next(row for row in rated if row[1] >= least)


def _f1(kind: str, weights: dict[str, float], found: list[Judged], scorer: dict[str, Any]) -> float:
    weigher = Weigher({kind: weights})
    readings = {r["id"]: _rows(weigher.kept([c for c in own if c.finding.kind == kind])) for r, own in found}
    totals, _ = scorer["score"]([record for record, _ in found], readings)
    return float(scorer["figures"](totals)[kind]["f1"])


def _rows(findings: list[Finding]) -> list[dict[str, Any]]:
    return [finding.to_dict() for finding in findings]


def main() -> None:
    """Fits the kinds and writes the file of weights."""
    scorer, path = runpy.run_path(sys.argv[1]), Path(sys.argv[2])
    runs = [given for given in sys.argv[3:] if "=" in given]
    named = [given for given in sys.argv[3:] if "=" not in given] or list(LABELLED_BY)
    told = dict(yaml.safe_load(path.read_text(encoding="utf-8")))
    found = list(judged(runs, Reader(), Weigher(told)))
    for kind in named:
        weights = fitted(kind, found, scorer)
        step, f1 = best_step(kind, weights, found, scorer)
        told[kind] = {"eager": told[kind]["eager"], "keep_from": step, **weights}
        print(f"{kind:11s} keep from {step:.2f}: F1 {f1:.3f}", flush=True)
    path.write_text(HEAD + yaml.safe_dump(told, sort_keys=False), encoding="utf-8")


if __name__ == "__main__":
    main()
