"""Runs the network that casts the parts of findings: how likely each company of actors is the one that plays a part."""

from __future__ import annotations

import json
from collections.abc import Collection, Sequence
from importlib.resources import files

import numpy as np
import numpy.typing as npt

Floats = npt.NDArray[np.float32]
SIZES = 6
"""Companies of this many actors or more count as one size, less one."""


class CastingNetwork:
    """A layer of sums over traits, one hidden layer, and one score a company.

    A trait counts thrice: where all of a company have it, where some do, and where somebody who is left out has it. Each
    has a vector of its own, `parts[all | some | left out][trait]`, whose first number is its plain weight and whose
    others are what it adds to the hidden layer; one vector for all kinds, one for the kind.
    """

    def __init__(self) -> None:
        folder = files("readout_en")
        told = json.loads(folder.joinpath("casting.json").read_text("utf-8"))
        self._kinds: list[str] = told["kinds"]
        self._links: dict[str, float] = told["links"]
        with folder.joinpath("casting.npz").open("rb") as file:
            weights = np.load(file)
            parts, self._sizes, self._hidden, self._out = (
                weights[name].astype(np.float32) for name in ("parts", "sizes", "hidden", "out")
            )
        number = {trait: k for k, trait in enumerate(told["traits"])}
        self._tables = {kind: _table(kind, number, parts) for kind in self._kinds}

    def chances(
        self,
        kind: str,
        traits: Sequence[Collection[str]],
        companies: Sequence[Sequence[int]],
        odds: Sequence[float | None],
    ) -> Floats:
        """How likely each company plays the part, from 0 to 1, 1 in all; companies are numbers of actors with their traits.

        `odds` are the log odds by which the network of spans links each actor with the finding, None where it does not see them.
        """
        known = {trait: k for k, trait in enumerate(dict.fromkeys(t for own in traits for t in sorted(own)))}
        has = np.zeros((len(traits), len(known)), np.float32)
        for row, own in enumerate(traits):
            has[row, [known[trait] for trait in own]] = 1
        in_it = np.zeros((len(companies), len(traits)), np.float32)
        for row, company in enumerate(companies):
            in_it[row, list(company)] = 1
        size, count = in_it.sum(1, keepdims=True), in_it @ has
        everyone = count == size
        sides = (everyone, (count > 0) & ~everyone, has.sum(0) > count)
        told = self._vectors(kind, list(known))
        found = sum(side.astype(np.float32) @ part for side, part in zip(sides, told, strict=True))
        sizes = np.minimum(size[:, 0].astype(int), SIZES - 1)
        found = found + self._sizes[self._kinds.index(kind), sizes]
        score = found[:, 0] + np.maximum(found[:, 1:] + self._hidden, 0) @ self._out
        score += self._links[kind] * linked(in_it, odds)
        likely = np.exp(score - score.max())
        chances: Floats = likely / likely.sum()
        return chances

    def _vectors(self, kind: str, traits: list[str]) -> Floats:
        """The vectors of traits for a kind, (3, traits, 1 + hidden); zeros for those that the network does not know."""
        number, vectors = self._tables[kind]
        found: Floats = vectors[[number.get(trait, -1) for trait in traits]]
        return found.transpose(1, 0, 2)


def linked(in_it: Floats, odds: Sequence[float | None]) -> Floats:
    """The log-likelihood of each company, (companies, actors) of 0 and 1, by how each actor is linked with the finding."""
    own = np.array([0.0 if one is None else one for one in odds], np.float32)
    seen = np.array([one is not None for one in odds])
    plays, does_not = -np.logaddexp(0, -own) * seen, -np.logaddexp(0, own) * seen
    found: Floats = in_it @ plays + (1 - in_it) @ does_not
    return found


def _table(kind: str, number: dict[str, int], parts: Floats) -> tuple[dict[str, int], Floats]:
    """The traits of a kind with their vectors, (traits + 1, 3, 1 + hidden): what all kinds share and what is the kind's
    own ("KIND|TRAIT") in one; the last is of unknown traits, zero."""
    own = {trait.removeprefix(f"{kind}|") for trait in number if "|" not in trait or trait.startswith(f"{kind}|")}
    traits = sorted(own)
    shared, special = ([number.get(prefix + trait, -1) for trait in traits] + [-1] for prefix in ("", f"{kind}|"))
    return {trait: k for k, trait in enumerate(traits)}, (parts[:, shared] + parts[:, special]).transpose(
        1, 0, 2
    ).copy()
