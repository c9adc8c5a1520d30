"""Runs the network of spans: for each word and kind of finding whether a span begins, goes on or is absent, and its label."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from importlib.resources import files
from importlib.resources.abc import Traversable

import numpy as np
import numpy.typing as npt

from readout_en.encoder import Floats, Ints, session

WORDS_PER_WINDOW = 260
"""Words that see one another; a longer text is read in windows that end with a sentence."""


@dataclass(frozen=True, slots=True)
class SpanScores:
    """`tags`: log-probabilities of O, B and I, (words, kinds, 3); `labels[kind]`: log-probabilities, (words, labels of the kind)."""

    tags: Floats
    labels: dict[str, Floats]


class SpanNetwork:
    """The network, the kinds with their labels, the slot that a label fills, and the features that it knows, in their order.

    `folder` holds spans.json and spans.onnx; without one those that are shipped are read.
    """

    def __init__(self, folder: Traversable | None = None) -> None:
        folder = folder or files("readout_en")
        layout = json.loads(folder.joinpath("spans.json").read_text("utf-8"))
        self.kinds: dict[str, list[str]] = layout["kinds"]
        self.roles: dict[str, str] = layout["roles"]
        self.features: dict[str, list[str]] = layout["features"]
        self._session = session(folder.joinpath("spans.onnx").read_bytes())

    def numbered(self, columns: Mapping[str, Sequence[str]]) -> Ints:
        """Features as numbers, (words, features); 0 stands for a value that the network does not know."""
        known = [{value: 1 + i for i, value in enumerate(values)} for values in self.features.values()]
        rows = [[numbers.get(v, 0) for v in columns[name]] for name, numbers in zip(self.features, known, strict=True)]
        return np.array(rows, dtype=np.int64).T

    def score(self, rows: Floats, features: Ints, sentence: Sequence[int], head: Sequence[int]) -> SpanScores:
        """Scores of the words of one text: their rows (see `Analysis`), features, sentence numbers and heads."""
        sentences, heads = np.array(sentence, dtype=np.int64), np.array(head, dtype=np.int64)
        tags, labels = [], []
        for start, stop in windows(sentence):
            own = slice(start, stop)
            inside = (heads[own] - start).clip(0, stop - start - 1)
            feed = {"rows": rows[own], "features": features[own], "sentence": sentences[own], "head": inside}
            tag, label = self._session.run(None, feed)
            tags.append(tag)
            labels.append(label)
        return SpanScores(np.concatenate(tags), self._by_kind(np.concatenate(labels)))

    def _by_kind(self, labels: Floats) -> dict[str, Floats]:
        found: dict[str, Floats] = {}
        first = 0
        for kind, names in self.kinds.items():
            found[kind] = log_softmax(labels[:, first : first + len(names)])
            first += len(names)
        return found


def windows(sentence: Sequence[int]) -> Iterator[tuple[int, int]]:
    """First word and the word after the last of each window; sentences stay whole unless one alone is too long."""
    start = last = 0
    for i in range(1, len(sentence)):
        if sentence[i] == sentence[i - 1]:
            continue
        if i - start > WORDS_PER_WINDOW and last > start:
            yield start, last
            start = last
        last = i
    if len(sentence):
        yield start, len(sentence)


def log_softmax(scores: npt.NDArray[np.float32]) -> Floats:
    """Log-probabilities over the last axis."""
    shifted = scores - scores.max(-1, keepdims=True)
    found: Floats = shifted - np.log(np.exp(shifted).sum(-1, keepdims=True))
    return found
