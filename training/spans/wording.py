"""Learns what tells the status of undertakings and the effect of progress: python -m training.spans.wording OUT.json HELD.json GOLD.json ...

By kind a regression over words (src/readout/reading/proposals/wording.py) learns from the annotated entries of GOLD.json, whose
passages are read alone. A second one, over its log-probabilities, those of the network of spans and the word of the rules, learns
from the entries of HELD.json, which neither the network nor the first regression has seen.
"""

from __future__ import annotations

import json
import sys
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import torch

from readout.model import Finding, ReadoutError, Span
from readout.reading import Reader
from readout.reading.finders.given import slots_of
from readout.reading.proposals.wording import ruled, worded
from readout.reading.scene import Scene
from readout_en.wording import ALWAYS, Regression, joined
from training.spans.layout import LABELLED_BY
from training.spans.prepare import met, records, scene_of

FIELDS = {"project": "projects", "progress": "progress"}
STRENGTH = {"by_words": 0.2, "together": 0.5}
"""How far weights may go: the sum of the losses counts so many times the half of their squares."""
FEWEST = 2
"""Entries in which a word stands that counts."""
BEFORE, BEHIND = 500, 300
"""Code points around an entry in which its passage begins and ends."""
Row = tuple[dict[str, float], str]


def passage(text: str, start: int, end: int) -> tuple[int, int]:
    """The lines and sentences around an entry at `[start, end)`."""
    first = max(text.rfind("\n", 0, start), text.rfind(". ", 0, max(0, start - 60)) + 1, start - BEFORE, 0)
    stops = [text.find("\n", end), text.find(". ", end) + 1, end + BEHIND]
    return first, min([stop for stop in stops if stop > end] + [len(text)])


def entries(record: dict[str, Any], kind: str) -> Iterator[tuple[int, int, str]]:
    """Where the entries of a kind stand, and their label."""
    for entry in record[FIELDS[kind]]:
        yield *entry["at"], entry[LABELLED_BY[kind]]


def known(scene: Scene, kind: str, span: Span) -> tuple[frozenset[str], str]:
    """The words of a finding on a span, and what the rules say of it."""
    first, last = scene.words_of(span)
    slots = tuple(slots_of(scene, kind, first, last))
    told = ruled(Finding(kind, "", scene.words.span(first, last), slots, "given", 0.5), LABELLED_BY[kind])
    return worded(scene, kind, first, last), told


def by_words(kind: str, found: list[dict[str, Any]], reader: Reader) -> Iterator[Row]:
    """The entries of annotated reports as the first regression counts them; a passage that cannot be read is left out."""
    for record in found:
        for start, end, label in entries(record, kind):
            first, last = passage(record["text"], start, end)
            try:
                scene = scene_of(reader, {**record, "text": record["text"][first:last], "id": None})
            except ReadoutError:
                continue
            words, told = known(scene, kind, Span(start - first, end - first))
            yield dict.fromkeys((*words, told), 1.0), label


def together(
    kind: str, labels: list[str], scenes: list[tuple[dict[str, Any], Scene]], first: Regression
) -> Iterator[Row]:
    """The entries of held reports as the second regression counts them."""
    for record, scene in scenes:
        for start, end, label in entries(record, kind):
            words, told = known(scene, kind, Span(start, end))
            low, high = scene.words_of(Span(start, end))
            if scene.scores is not None:
                network = scene.scores.labels[kind][low : high + 1].mean(0).tolist()
                yield joined(labels, first.likely(dict.fromkeys((*words, told), 1.0)), network, told), label


def fitted(rows: Iterable[Row], labels: list[str], strength: float, fewest: int = 1) -> dict[str, Any]:
    """The weights of a regression, as wording.json tells them."""
    told = list(rows)
    counts = Counter(feature for features, _ in told for feature in features)
    names = [ALWAYS, *sorted(feature for feature, count in counts.items() if count >= fewest)]
    number = {name: k for k, name in enumerate(names)}
    inputs, wanted = torch.zeros(len(told), len(names)), torch.tensor([labels.index(label) for _, label in told])
    inputs[:, 0] = 1
    for k, (features, _) in enumerate(told):
        for name, value in features.items():
            if name in number:
                inputs[k, number[name]] = value
    weights = torch.zeros(len(names), len(labels), requires_grad=True)
    optimizer = torch.optim.LBFGS([weights], max_iter=200, line_search_fn="strong_wolfe")

    def step() -> torch.Tensor:
        optimizer.zero_grad()
        missed = torch.nn.functional.cross_entropy(inputs @ weights, wanted, reduction="sum")
        cost = strength * missed + (weights[1:] ** 2).sum() / 2
        cost.backward()
        return cost

    optimizer.step(step)
    found = zip(names, weights.tolist(), strict=True)
    return {"weights": {name: [round(weight, 2) for weight in row] for name, row in found}}


def main() -> None:
    """Learns both regressions of each kind and writes them."""
    out, held, *names = sys.argv[1:]
    reader, found = Reader(), list(records(names))
    layout = reader.weighing.network.kinds if reader.weighing else {}
    scenes = [(record, met(reader, scene_of(reader, record))) for record in records([held])]
    told = {}
    for kind in FIELDS:
        labels = layout[kind]
        own = fitted(by_words(kind, found, reader), labels, STRENGTH["by_words"], FEWEST)
        both = fitted(together(kind, labels, scenes, Regression.of(own, labels)), labels, STRENGTH["together"])
        told[kind] = {"labels": labels, "by_words": own, "together": both}
    Path(out).write_text(
        json.dumps(told, ensure_ascii=False, indent=None, separators=(",", ":")) + "\n", encoding="utf-8"
    )


if __name__ == "__main__":
    main()
