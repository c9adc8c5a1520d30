"""Trains the network that casts parts: python -m training.slots.train FOLDER --seen A.pickle ... --unseen B.pickle ... --told C.pickle ...

All come from training/slots/prepare.py: the examples to learn from, of reports from which the network of spans learned (`--seen`) and of
others (`--unseen`), and those to judge by (`--told`, unseen as well). Links of that network are traits in the unseen alone: where it
learned from a report they are too good. How much links count besides is learned on TOLD. Prints how often the part of findings that
match an entry is right there, by rules and by network, and writes casting.npz and casting.json to FOLDER.
"""

from __future__ import annotations

import argparse
import json
import pickle
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import numpy as np
import torch

from readout.reading.casting import of_links
from readout_en.casting import SIZES, linked
from training.slots.examples import Example
from training.slots.learn import Plan, cast, learned
from training.slots.network import KINDS, SIDES, Network, Numbered, numbered, vocabulary

SEEDS = (1, 2, 3, 4)
"""One network is learned from each seed, and their mean is shipped: what one seed gets right by chance the others do not (see README.md)."""
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


def write(networks: Sequence[Network], traits: Sequence[str], links: dict[str, float], folder: Path) -> None:
    """The mean of the networks as one, as readout_en/casting.py reads it, in half precision; the last vector, of unknown traits, is zero."""
    told = _together(networks)
    many = SIDES * len(traits)
    parts = np.pad(told[:many].reshape(SIDES, len(traits), -1), ((0, 0), (0, 1), (0, 0)))
    sizes = told[many:].reshape(len(KINDS), SIZES, -1)
    hidden = np.concatenate([network.shift.detach().numpy() for network in networks])
    out = np.concatenate([network.out.weight.detach().numpy()[0] for network in networks]) / len(networks)
    weights = {"parts": parts, "sizes": sizes, "hidden": hidden, "out": out}
    np.savez_compressed(folder / "casting.npz", **{name: w.astype(np.float16) for name, w in weights.items()})
    content = {"kinds": KINDS, "links": links, "traits": list(traits)}
    (folder / "casting.json").write_text(json.dumps(content, ensure_ascii=False, indent=0) + "\n", encoding="utf-8")


def _together(networks: Sequence[Network]) -> np.ndarray:
    """The vectors of several networks beside one another, (vectors, 1 + hidden of all); the plain weight is their mean."""
    plain = np.mean([network.plain.weight.detach().numpy() for network in networks], axis=0)
    return np.concatenate([plain, *(network.inner.weight.detach().numpy() for network in networks)], axis=1)


def examples_of(names: Sequence[Path], linked: bool) -> list[Example]:
    """The examples of some files that have companies; with `linked` the links are among their traits."""
    found = [e for name in names for e in pickle.loads(name.read_bytes()) if e.companies]
    return [replace(e, traits=_with_links(e)) for e in found] if linked else found


def _with_links(example: Example) -> list[list[str]]:
    links = of_links(example.kind, example.odds, example.traits)
    return [[*own, *more] for own, more in zip(example.traits, links, strict=True)]


def main() -> None:
    """Trains on what is given, judges on TOLD and writes."""
    known = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    known.add_argument("folder", type=Path)
    for name in ("seen", "unseen", "told"):
        known.add_argument(f"--{name}", type=Path, nargs="*", default=[])
    given = known.parse_args()
    torch.set_num_threads(1)
    examples = examples_of(given.seen, linked=False) + examples_of(given.unseen, linked=True)
    traits = vocabulary(examples)
    number = {trait: k for k, trait in enumerate(traits)}
    own = [numbered(example, number) for example in examples]
    networks = [learned(own, len(traits), Plan(seed=seed)) for seed in SEEDS]
    told = [numbered(example, number) for example in examples_of(given.told, linked=True)]
    scores = cast(networks, told)
    judged("told", told, scores)
    links = counted(told, scores)
    print(f"links count {links}")
    judged("with links", told, with_links(told, scores, links))
    write(networks, traits, links, given.folder)


if __name__ == "__main__":
    main()
