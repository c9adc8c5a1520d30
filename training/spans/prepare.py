"""Annotated reports become examples: python -m training.spans.prepare OUT.pickle GOLD.json [GOLD.json ...].

GOLD.json are lists of annotated records with their texts, as training/annotations/join.py writes them.
"""

from __future__ import annotations

import json
import pickle
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from readout.reading import Reader
from readout.reading.scene import Scene
from readout_en.spans import SpanNetwork
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


def examples(names: list[str]) -> Iterator[Example]:
    """The examples of gold files."""
    reader = Reader()
    known = Layout()
    for record in records(names):
        yield example(record, scene_of(reader, record), known)


def main() -> None:
    """Writes the examples of the files."""
    found = list(examples(sys.argv[2:]))
    Path(sys.argv[1]).write_bytes(pickle.dumps(found))
    print(f"{len(found)} reports, {sum(len(e.rows) for e in found)} words")


if __name__ == "__main__":
    main()
