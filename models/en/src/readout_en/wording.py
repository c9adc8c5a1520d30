"""Tells the scored word of a finding (how far an undertaking is, what became of one) by regressions over words."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from importlib.resources import files
from importlib.resources.abc import Traversable

import numpy as np

from readout_en.encoder import Floats

ALWAYS = "always"
LEAST = -7.0
"""Log-probability below which labels are not told apart."""


@dataclass(frozen=True, slots=True)
class Regression:
    """One row of weights a feature, a number a label."""

    labels: tuple[str, ...]
    weights: Mapping[str, Floats]

    @classmethod
    def of(cls, told: Mapping[str, Mapping[str, list[float]]], labels: Iterable[str]) -> Regression:
        """The regression as wording.json tells it."""
        return cls(tuple(labels), {name: np.array(row, np.float32) for name, row in told["weights"].items()})

    def likely(self, features: Mapping[str, float]) -> Floats:
        """The log-probability of each label, `LEAST` at the least; features that no weight knows count nothing."""
        odds = self.weights[ALWAYS] + sum(self.weights[f] * value for f, value in features.items() if f in self.weights)
        told: Floats = (odds - np.logaddexp.reduce(odds)).clip(LEAST)
        return told


@dataclass(frozen=True, slots=True)
class Teller:
    """What tells the word of one kind: a regression over words, and one over what it, the network of spans and the rules say."""

    labels: tuple[str, ...]
    by_words: Regression
    together: Regression

    def likely(self, words: Iterable[str], network: Iterable[float], ruled: str) -> Floats:
        """The log-probability of each label; `network` are those of the network of spans, `ruled` is what the rules say."""
        own = self.by_words.likely(dict.fromkeys((*words, ruled), 1.0))
        return self.together.likely(joined(self.labels, own, network, ruled))


def joined(labels: Iterable[str], words: Iterable[float], network: Iterable[float], ruled: str) -> dict[str, float]:
    """What the second regression counts: both rows of log-probabilities, halved, and the rules' word."""
    rows = zip(labels, map(float, words), map(float, network), strict=True)
    told = {
        name: max(p, LEAST) / 2 for label, w, n in rows for name, p in ((f"words:{label}", w), (f"network:{label}", n))
    }
    return {**told, ruled: 1.0}


def tellers(folder: Traversable | None = None) -> dict[str, Teller]:
    """The tellers by kind; `folder` holds wording.json, without one that which is shipped is read."""
    told = json.loads((folder or files("readout_en")).joinpath("wording.json").read_text("utf-8"))
    return {
        kind: Teller(
            tuple(own["labels"]),
            Regression.of(own["by_words"], own["labels"]),
            Regression.of(own["together"], own["labels"]),
        )
        for kind, own in told.items()
    }
