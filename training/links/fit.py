"""Fits the weights by which a sentence is close to an undertaking: fit.py LINKS.jsonl ... SERIES.jsonl.gz ..."""

from __future__ import annotations

import sys
from dataclasses import astuple
from typing import Any

import numpy as np
from numpy.typing import NDArray

from readout.matching.closeness import Measures
from readout.matching.evidence import measured
from training.links.join import joined, links_of, reports_of
from training.links.measure import Heard, undertaking

ROUNDS = 60
RIDGE = 1.0
"""How strongly weights are held near nought (L2); the constant is not."""

Floats = NDArray[np.float64]


def fitted(examples: Floats, links: Floats) -> Floats:
    """The constant and the weights of a logistic regression, by Newton's method. Rows of examples are measures."""
    with_constant = np.hstack([np.ones((len(examples), 1)), examples])
    weights = np.zeros(with_constant.shape[1])
    held = np.diag([1e-6, *[RIDGE] * examples.shape[1]])
    for _ in range(ROUNDS):
        chance = 1 / (1 + np.exp(-with_constant @ weights))
        slope = with_constant.T @ (chance - links) + held @ weights
        curve = (with_constant.T * (chance * (1 - chance))) @ with_constant + held
        weights -= np.linalg.solve(curve, slope)
    return weights


def examples_of(rows: list[dict[str, Any]], heard: Heard) -> list[tuple[tuple[float, ...], bool]]:
    """The measures of every pair that may be a link at all, and whether it is one."""
    found = []
    for row in rows:
        for telling in heard.at(row["later"]):
            measures = measured(undertaking(row), telling)
            if measures:
                found.append((astuple(measures), bool(row["link"])))
    return found


def main() -> None:
    """Prints the weights as `evidence` in thresholds.yaml has them."""
    links = [name for name in sys.argv[1:] if name.endswith(".jsonl")]
    series = [name for name in sys.argv[1:] if name.endswith(".gz")]
    if not links or not series:
        sys.exit(__doc__)
    reports = reports_of(series)
    rows = [row for file in links for row in joined(links_of(file), reports)]
    found = examples_of(rows, Heard(reports))
    weights = fitted(np.array([measures for measures, _ in found]), np.array([float(link) for _, link in found]))
    names = ["always", *Measures.__slots__]
    print(f"{len(found)} pairs, {sum(link for _, link in found)} of them links")
    print("weights: {" + ", ".join(f"{name}: {weight:.2f}" for name, weight in zip(names, weights, strict=True)) + "}")


if __name__ == "__main__":
    main()
