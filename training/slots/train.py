"""Trains the network that casts parts and writes it as it is shipped: python -m training.slots.train SEEN.pickle FOLDER TOLD.pickle ...

SEEN.pickle and TOLD.pickle come from training/slots/prepare.py. How much a link of the network of spans counts is learned on
TOLD, whose reports that network must not have seen: on those that it learned from its links are too good. Prints how often the
part of findings that match an entry is right, by rules and by network: with --folds four-fold within SEEN (without links), whole
reports apart, and on TOLD.
"""

from __future__ import annotations

import json
import pickle
import random
import sys
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import torch

from readout_en.casting import SIZES, linked
from training.slots.examples import Example
from training.slots.learn import Plan, cast, learned
from training.slots.network import KINDS, SIDES, Network, Numbered, numbered, vocabulary

FOLDS = 4
COUNTS = [step / 10 for step in range(13)]
"""How much a link may count beside the network, whose score is a logarithm as well."""


def judged(name: str, examples: Sequence[Numbered], scores: Sequence[np.ndarray]) -> None:
    """Prints by kind how often the part is right in findings that a reading keeps."""
    for kind in KINDS:
        own = [(e.example, s) for e, s in zip(examples, scores, strict=True) if e.example.kind == kind]
        own = [(e, s) for e, s in own if e.kept]
        rules = np.mean([e.by_rule for e, _ in own])
        network = np.mean([e.right[int(s.argmax())] if len(s) else e.by_rule for e, s in own])
        print(f"{name:12s} {kind:11s} {len(own):5d} findings: rules {rules:.3f}, network {network:.3f}", flush=True)


def folded(examples: Sequence[Numbered], traits: int, plan: Plan) -> list[np.ndarray]:
    """The scores of each example by a network that did not see its report."""
    reports = sorted({e.example.report for e in examples})
    random.Random(plan.seed).shuffle(reports)
    fold = {report: k % FOLDS for k, report in enumerate(reports)}
    found: dict[int, np.ndarray] = {}
    for k in range(FOLDS):
        network = learned([e for e in examples if fold[e.example.report] != k], traits, plan)
        own = [n for n, e in enumerate(examples) if fold[e.example.report] == k]
        found.update(zip(own, cast([network], [examples[n] for n in own]), strict=True))
    return [found[n] for n in range(len(examples))]


def with_links(
    examples: Sequence[Numbered], scores: Sequence[np.ndarray], counts: dict[str, float]
) -> list[np.ndarray]:
    """The scores with what links say, which counts so much by kind."""
    return [s + counts[e.example.kind] * _links(e.example) for e, s in zip(examples, scores, strict=True)]


def _links(example: Example) -> np.ndarray:
    members = np.zeros((len(example.companies), len(example.traits)), np.float32)
    for row, company in enumerate(example.companies):
        members[row, list(company)] = 1
    return linked(members, example.odds)


def counted(examples: Sequence[Numbered], scores: Sequence[np.ndarray]) -> dict[str, float]:
    """By kind how much a link counts: so much that most parts come out right, there and at the steps beside."""
    found = {}
    for kind in KINDS:
        own = [(e.example, s) for e, s in zip(examples, scores, strict=True) if e.example.kind == kind]
        own = [(e, s, _links(e)) for e, s in own if e.kept and len(s)]
        right = [np.mean([e.right[int((s + count * links).argmax())] for e, s, links in own]) for count in COUNTS]
        smooth = np.convolve(np.pad(right, 1, "edge"), np.ones(3) / 3, "valid")
        print(kind, " ".join(f"{share:.3f}" for share in right))
        found[kind] = COUNTS[int(smooth.argmax())]
    return found


def write(network: Network, traits: Sequence[str], links: dict[str, float], folder: Path) -> None:
    """The weights as readout_en/casting.py reads them, in half precision; the last vector, of unknown traits, is zero."""
    told = torch.cat([network.plain.weight, network.inner.weight], 1).detach().numpy()
    many = SIDES * len(traits)
    parts = np.pad(told[:many].reshape(SIDES, len(traits), -1), ((0, 0), (0, 1), (0, 0)))
    sizes = told[many:].reshape(len(KINDS), SIZES, -1)
    hidden, out = network.shift.detach().numpy(), network.out.weight.detach().numpy()[0]
    weights = {"parts": parts, "sizes": sizes, "hidden": hidden, "out": out}
    np.savez_compressed(folder / "casting.npz", **{name: w.astype(np.float16) for name, w in weights.items()})
    content = {"kinds": KINDS, "links": links, "traits": list(traits)}
    (folder / "casting.json").write_text(json.dumps(content, ensure_ascii=False, indent=0) + "\n", encoding="utf-8")


def main() -> None:
    """Judges within SEEN, trains on all of it, judges on TOLD and writes."""
    torch.set_num_threads(1)
    seen: list[Example] = [e for e in pickle.loads(Path(sys.argv[1]).read_bytes()) if e.companies]
    traits, plan = vocabulary(seen), Plan()
    known = {trait: k for k, trait in enumerate(traits)}
    examples = [numbered(example, known) for example in seen]
    if "--folds" in sys.argv:
        judged("within seen", examples, folded(examples, len(traits), plan))
    network = learned(examples, len(traits), plan)
    names = [name for name in sys.argv[3:] if not name.startswith("--")]
    told = [numbered(e, known) for name in names for e in pickle.loads(Path(name).read_bytes()) if e.companies]
    scores = cast([network], told)
    judged("told", told, scores)
    links = counted(told, scores)
    print(f"links count {links}")
    judged("with links", told, with_links(told, scores, links))
    write(network, traits, links, Path(sys.argv[2]))


if __name__ == "__main__":
    main()
