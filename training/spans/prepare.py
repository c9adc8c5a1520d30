"""Annotated reports become examples: python -m training.spans.prepare SCORER.py OUT.pickle [--damaged] GOLD.json ...

SCORER.py is the scorer of gold, which knows who is the same; GOLD.json are lists of annotated records with their texts, as
training/annotations/join.py writes them. With --damaged every second report comes twice, the second time without the
opening marks of its quotations.
"""

from __future__ import annotations

import json
import pickle
import runpy
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from readout.reading import Reader
from readout.reading.scene import Scene
from readout_en.spans import SpanNetwork
from training.spans.damage import without_opening_marks
from training.spans.examples import Example, example
from training.spans.layout import layout


class Layout(SpanNetwork):
    """The kinds and features of the network, without weights."""

    def __init__(self) -> None:
        told = layout()
        self.kinds, self.roles, self.features = told["kinds"], told["roles"], told["features"]


def records(names: list[str]) -> Iterator[dict[str, Any]]:
    """The annotated records of gold files, in order."""
    for name in names:
        yield from json.loads(Path(name).read_text(encoding="utf-8"))


def scene_of(reader: Reader, record: dict[str, Any]) -> Scene:
    """The scene of a record's report."""
    told = {key: record.get(key) or None for key in ("id", "title", "date", "source", "url")}
    return reader.scene(record["text"], **told)


def met(reader: Reader, scene: Scene) -> Scene:
    """The scene once its findings were made, so that "they" and "the sides" are known."""
    for _ in reader.weighing.candidates(scene) if reader.weighing else ():
        pass
    return scene


def examples(names: list[str], scorer: dict[str, Any], damaged: bool = False) -> Iterator[Example]:
    """The examples of gold files."""
    reader = Reader()
    known = Layout()
    for number, record in enumerate(records(names)):
        yield example(record, met(reader, scene_of(reader, record)), known, scorer)
        copy = without_opening_marks(record) if damaged and number % 2 else None
        if copy:
            yield example(copy, met(reader, scene_of(reader, copy)), known, scorer)


def main() -> None:
    """Writes the examples of the files."""
    scorer, out, *names = (given for given in sys.argv[1:] if given != "--damaged")
    found = list(examples(names, runpy.run_path(scorer), "--damaged" in sys.argv))
    Path(out).write_bytes(pickle.dumps(found))
    print(f"{len(found)} reports, {sum(len(e.rows) for e in found)} words")


if __name__ == "__main__":
    main()
