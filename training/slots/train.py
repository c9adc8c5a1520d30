"""Trains the network that casts parts and writes it as it is shipped: python -m training.slots.train SEEN.pickle FOLDER [TOLD.pickle].

SEEN.pickle and TOLD.pickle come from training/slots/prepare.py. Prints how often the part of findings that match an entry
is right, by rules and by network: four-fold within SEEN, whole reports apart, and on TOLD.
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

from readout_en.casting import SIZES
from training.slots.examples import Example
from training.slots.learn import Plan, cast, learned
from training.slots.network import KINDS, SIDES, Network, Numbered, numbered, vocabulary

FOLDS = 4


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


def write(network: Network, traits: Sequence[str], folder: Path) -> None:
    """The weights as readout_en/casting.py reads them, in half precision; the last vector, of unknown traits, is zero."""
    told = torch.cat([network.plain.weight, network.inner.weight], 1).detach().numpy()
    many = SIDES * len(traits)
    parts = np.pad(told[:many].reshape(SIDES, len(traits), -1), ((0, 0), (0, 1), (0, 0)))
    sizes = told[many:].reshape(len(KINDS), SIZES, -1)
    hidden, out = network.shift.detach().numpy(), network.out.weight.detach().numpy()[0]
    weights = {"parts": parts, "sizes": sizes, "hidden": hidden, "out": out}
    np.savez_compressed(folder / "casting.npz", **{name: w.astype(np.float16) for name, w in weights.items()})
    content = {"kinds": KINDS, "traits": list(traits)}
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
    for name in (name for name in sys.argv[3:] if not name.startswith("--")):
        told = [numbered(e, known) for e in pickle.loads(Path(name).read_bytes()) if e.companies]
        judged(Path(name).stem, told, cast([network], told))
    write(network, traits, Path(sys.argv[2]))


if __name__ == "__main__":
    main()
