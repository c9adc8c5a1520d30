"""Runs the ONNX network over packs of sentences: tags, names, heads and relations of words."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from importlib.resources import files

import numpy as np
import numpy.typing as npt
import onnxruntime

from readout_en.decode import path, tree
from readout_en.pieces import CLS, SEP, casing, pieces

WORDS_PER_PACK = 120
"""Words that share one run of the network; 60 to 150 measured fastest on a processor with AVX2, 300 a fifth slower."""
LONGEST_SENTENCE = 160
"""Longer sentences are read in parts: the network knows 512 positions, and attention grows with the square."""
ROW = 2 * 384
"""Numbers that the network gives of a word besides its labels."""

Ints = npt.NDArray[np.int64]
Floats = npt.NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Analysis:
    """Of one sentence, a value a word: tags, name labels (B-PER, I-PER, O), heads (index of the word, itself for the root), relations.

    `rows` are what the network knows of each word, (words, 2 * 384): half way up and at the top.
    """

    upos: list[str]
    xpos: list[str]
    names: list[str]
    heads: list[int]
    relations: list[str]
    rows: Floats


def session(graph: bytes) -> onnxruntime.InferenceSession:
    """A network ready to run on one thread, so that the same text gives the same result everywhere on one machine."""
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = options.inter_op_num_threads = 1
    return onnxruntime.InferenceSession(graph, options, providers=["CPUExecutionProvider"])


class Encoder:
    """The network and its labels."""

    def __init__(self) -> None:
        folder = files("readout_en")
        labels = json.loads(folder.joinpath("labels.json").read_text("utf-8"))
        self.upos, self.xpos, self.names, self.relations = (labels[k] for k in ("upos", "xpos", "names", "relations"))
        self._session = session(folder.joinpath("model.onnx").read_bytes())

    def analyse(self, sentences: Sequence[Sequence[str]]) -> Iterator[Analysis]:
        """Each sentence's analysis, in order, as it is asked for; sentences are lists of words without white space.

        The network's numbers depend slightly on which sentences share a pack, so callers pass one report at a time.
        """
        for pack in _packs(sentences):
            yield from self._run(pack)

    def _run(self, pack: list[Sequence[str]]) -> Iterator[Analysis]:
        upos, xpos, names, arc, head, relation, lower, upper = self._session.run(None, self._inputs(pack))
        root = 0
        for words in pack:
            own = slice(root + 1, root + 1 + len(words))
            heads = tree(arc[own, root : own.stop], head[own] - root)
            relations = [self.relations[i] for i in relation[own]]
            yield Analysis(
                [self.upos[i] for i in upos[own]],
                [self.xpos[i] for i in xpos[own]],
                path(names[own], self.names),
                [word if above == 0 else above - 1 for word, above in enumerate(heads)],
                relations,
                np.concatenate([lower[own], upper[own]], axis=1),
            )
            root = own.stop

    def _inputs(self, pack: list[Sequence[str]]) -> dict[str, Ints]:
        ids: list[int] = []
        case: list[int] = []
        position: list[int] = []
        block: list[int] = []
        first: list[int] = []
        for number, words in enumerate(pack):
            start = len(ids)
            first.append(start)
            ids.append(CLS)
            case.append(0)
            for word in words:
                first.append(len(ids))
                ids.extend(pieces(word))
                case.extend([casing(word)] * (len(ids) - first[-1]))
            ids.append(SEP)
            case.append(0)
            block.extend([number] * (len(ids) - start))
            position.extend(range(len(ids) - start))
        columns = {"ids": ids, "case": case, "pos": position, "block": block, "first": first}
        return {name: np.array(column, dtype=np.int64) for name, column in columns.items()}


def _packs(sentences: Sequence[Sequence[str]]) -> Iterator[list[Sequence[str]]]:
    pack: list[Sequence[str]] = []
    size = 0
    for words in sentences:
        if pack and size + len(words) > WORDS_PER_PACK:
            yield pack
            pack, size = [], 0
        pack.append(words)
        size += len(words)
    if pack:
        yield pack
