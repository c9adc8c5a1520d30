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
from readout_en.pieces import CLS, PLACES, SEP, casing, pieces

LONGEST_WINDOW = 520
"""Words of a window at the most: text without full stops is cut there, for time and memory grow with the square."""
WORDS_PER_WINDOW = 260
"""Words that see one another; a longer text is read in windows that end with a sentence."""


@dataclass(frozen=True, slots=True)
class SpanScores:
    """`tags`: log-probabilities of O, B and I, (words, kinds, 3); `labels[kind]`: log-probabilities, (words, labels of the kind).

    What links findings with their actors: `asks` (words, kinds, numbers), `answers` (words, numbers) and `plays` (words,
    kinds); `window` (words,) tells which words saw one another.
    """

    kinds: tuple[str, ...]
    tags: Floats
    labels: dict[str, Floats]
    asks: Floats
    answers: Floats
    plays: Floats
    window: Ints

    def asked(self, kind: str, first: int, last: int) -> Asked:
        """What a finding of a kind on words `first` to `last` asks of its actors."""
        column = self.kinds.index(kind)
        return Asked(column, self.asks[first : last + 1, column].mean(0), int(self.window[first]))

    def links(self, asked: Asked, words: Sequence[int]) -> Floats:
        """The log odds that whom each of some words names or means is an actor of the finding that asks.

        Of words that stand in another window than the finding's first one nothing is known, and none is told.
        """
        own = [word for word in words if self.window[word] == asked.window]
        odds: Floats = self.answers[own] @ asked.numbers + self.plays[own, asked.column]
        return odds


@dataclass(frozen=True, slots=True)
class Asked:
    """What one finding asks of its actors, as numbers; the column of its kind, and the window of its first word."""

    column: int
    numbers: Floats
    window: int


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

    def score(
        self, words: Sequence[str], rows: Floats, features: Ints, sentence: Sequence[int], head: Sequence[int]
    ) -> SpanScores:
        """Scores of the words of one text: their forms, rows (see `Analysis`), features, sentence numbers and heads."""
        cuts = list(windows(sentence))
        told = (self._session.run(None, window(words, rows, features, sentence, head, *cut)) for cut in cuts)
        tags, labels, asks, answers, plays = (np.concatenate(parts) for parts in zip(*told, strict=True))
        own = np.repeat(np.arange(len(cuts)), [stop - start for start, stop in cuts])
        return SpanScores(tuple(self.kinds), tags, self._by_kind(labels), asks, answers, plays, own)

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
        if i - start >= LONGEST_WINDOW:
            yield start, i
            start = last = i
        if sentence[i] == sentence[i - 1]:
            continue
        if i - start > WORDS_PER_WINDOW and last > start:
            yield start, last
            start = last
        last = i
    if len(sentence):
        yield start, len(sentence)


def window(
    words: Sequence[str],
    rows: Floats,
    features: Ints,
    sentence: Sequence[int],
    head: Sequence[int],
    start: int,
    stop: int,
) -> dict[str, npt.NDArray[np.generic]]:
    """What the network is fed of one window: sentences as word pieces, a mark before the first and behind each.

    `ids`, `case` and `place` are (pieces,), `features` (pieces, features), 0 for marks; `first` (the word's first piece),
    `sentence` and `head` (inside the window) are (words,); `rows` are (words, 2 * 384).
    """
    ids, case, of, first = [CLS], [0], [-1], []
    for number in range(start, stop):
        if number > start and sentence[number] != sentence[number - 1]:
            ids.append(SEP)
            case.append(0)
            of.append(-1)
        own = pieces(words[number])
        first.append(len(ids))
        ids.extend(own)
        case.extend([casing(words[number])] * len(own))
        of.extend([number] * len(own))
    told, word = np.zeros((len(ids) + 1, features.shape[1]), np.int64), np.array([*of, -1])
    told[word >= 0] = features[word[word >= 0]]
    columns = {
        "ids": [*ids, SEP],
        "case": [*case, 0],
        "place": np.arange(len(told)).clip(max=PLACES - 1),
        "first": first,
    }
    heads = (np.array(head[start:stop]) - start).clip(0, stop - start - 1)
    columns |= {"sentence": sentence[start:stop], "head": heads}
    return {name: np.array(column, np.int64) for name, column in columns.items()} | {
        "features": told,
        "rows": rows[start:stop],
    }


def log_softmax(scores: npt.NDArray[np.float32]) -> Floats:
    """Log-probabilities over the last axis."""
    shifted = scores - scores.max(-1, keepdims=True)
    found: Floats = shifted - np.log(np.exp(shifted).sum(-1, keepdims=True))
    return found
