"""Annotated reports as arrays: what the network of spans learns from and is measured on."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt

from readout.reading.casting import Scenery
from readout.reading.proposals.features import features
from readout.reading.proposals.weigh import ACTORS
from readout.reading.scene import Scene
from readout_en.spans import SpanNetwork
from training.annotations.strip import WORDS
from training.spans.layout import LABELLED_BY

FIELDS = dict(zip(LABELLED_BY, WORDS, strict=False))
"""Where an annotated record keeps the entries of each kind."""
OUTSIDE, BEGINS, INSIDE = 0, 1, 2
UNLABELLED = -1


@dataclass(frozen=True, slots=True)
class Link:
    """An entry of a kind (by its number) on the words `first` to the one before `stop`, and everyone who is mentioned.

    `parties` are the words that name or mean each one, and whether they are its actor.
    """

    kind: int
    first: int
    stop: int
    parties: tuple[tuple[tuple[int, ...], bool], ...]

    def within(self, start: int, stop: int) -> Link | None:
        """The same in the words of a window, counted from its first; None where the entry or all mentions lie elsewhere."""
        if not start <= self.first < self.stop <= stop:
            return None
        near = ((tuple(k - start for k in places if start <= k < stop), plays) for places, plays in self.parties)
        parties = tuple(row for row in near if row[0])
        return Link(self.kind, self.first - start, self.stop - start, parties) if parties else None


@dataclass(frozen=True, slots=True)
class Example:
    """One report; arrays are (words,) or (words, kinds). `counts` is False where nothing is learned: where words
    are doubtful, and in the columns of kinds that the record does not annotate.
    """

    id: str
    words: tuple[str, ...]
    rows: npt.NDArray[np.float16]
    features: npt.NDArray[np.int16]
    sentence: npt.NDArray[np.int32]
    head: npt.NDArray[np.int32]
    tags: npt.NDArray[np.int8]
    counts: npt.NDArray[np.bool_]
    labels: npt.NDArray[np.int8]
    links: tuple[Link, ...]


def example(record: dict[str, Any], scene: Scene, network: SpanNetwork, scorer: dict[str, Any]) -> Example:
    """The example of an annotated record (a row of gold, see GUIDELINES.md) and its report's scene."""
    words = scene.words
    shape = (len(words), len(LABELLED_BY))
    tags, labels = np.zeros(shape, np.int8), np.full(shape, UNLABELLED, np.int8)
    counts = np.ones(shape, np.bool_)
    counts[:, [kind not in annotated(record) for kind in LABELLED_BY]] = False
    for passage in record.get("doubtful", ()):
        counts[slice(*_words(scene, passage["at"]))] = False
    for column, (kind, role) in enumerate(LABELLED_BY.items()):
        for entry in record.get(FIELDS[kind], ()) if kind in annotated(record) else ():
            first, stop = _words(scene, entry["at"])
            if first >= stop or tags[first:stop, column].any():
                continue
            tags[first:stop, column] = INSIDE
            tags[first, column] = BEGINS
            counts[first:stop, column] = True
            if entry.get(role) in network.kinds[kind]:
                labels[first:stop, column] = network.kinds[kind].index(entry[role])
    numbers = network.numbered(features(scene)).astype(np.int16)
    sentence, head = np.array(words.sentence, np.int32), np.array(words.head, np.int32)
    rows = words.rows.astype(np.float16)
    told = tuple(links(record, scene, scorer))
    return Example(record["id"], tuple(words.form), rows, numbers, sentence, head, tags, counts, labels, told)


def links(record: dict[str, Any], scene: Scene, scorer: dict[str, Any]) -> Iterator[Link]:
    """Who plays a part in each entry, of all who are mentioned; encounters must be known to the scene."""
    places = Scenery(scene).places
    for number, kind in enumerate(LABELLED_BY):
        for entry in record.get(FIELDS[kind], ()) if kind in annotated(record) else ():
            first, stop = _words(scene, entry["at"])
            names = entry.get(ACTORS[kind]) or ()
            wanted = set(_playing(names, [p.name for p in places], record.get("affiliations", {}), scorer))
            if first < stop and wanted:
                parties = tuple((tuple(at), party.name in wanted) for party, at in places.items())
                yield Link(number, first, stop, parties)


def _playing(
    names: Collection[str], mentioned: Sequence[str], stand_in: dict[str, Any], scorer: dict[str, Any]
) -> Iterator[str]:
    """Of those mentioned the annotated ones; where one of these is not mentioned, those who stand for them."""
    for name in names:
        own = [other for other in mentioned if scorer["same_actor"](name, other)]
        yield from own or (other for other in mentioned if scorer["actors_right"]([name], [other], stand_in))


def annotated(record: dict[str, Any]) -> Collection[str]:
    """The kinds of which a record tells every entry: those that it names under `kinds`, or all."""
    told: Collection[str] = record.get("kinds", LABELLED_BY)
    return told


def _words(scene: Scene, at: Sequence[int]) -> tuple[int, int]:
    """The first word of a stretch of the text and the word after its last, words at the edges included."""
    return bisect_right(scene.words.end, at[0]), bisect_left(scene.words.start, at[1])
