"""A trained model reads sentences: its words' tags, trees with a single root, and names."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import onnxruntime
import torch
from numpy.typing import NDArray

from readout_en.decode import spans, tree
from training.export import read_run
from training.labels import Labels
from training.packed import OUTPUTS, Packed
from training.pieces import Pack, pack, packs

Run = Callable[[Pack], dict[str, NDArray[Any]]]


@dataclass(frozen=True, slots=True)
class Read:
    """What is read of one sentence, a value a word; heads count words from 1, names are spans of words."""

    upos: list[str]
    heads: list[int]
    relations: list[str]
    names: list[tuple[int, int, str]]


def model(folder: Path) -> tuple[Run, Labels]:
    """The model of an export's folder (model.onnx) or of a run's (weights.safetensors, single precision)."""
    exported = folder / "model.onnx"
    if exported.is_file():
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = 1
        session = onnxruntime.InferenceSession(str(exported), options)
        return onnx_run(session), Labels.read(folder / "labels.json")
    net, labels = read_run(folder)
    return torch_run(Packed(net).eval()), labels


def onnx_run(session: onnxruntime.InferenceSession) -> Run:
    def run(batch: Pack) -> dict[str, NDArray[Any]]:
        return dict(zip(OUTPUTS, session.run(list(OUTPUTS), batch.feed()), strict=True))

    return run


def torch_run(packed: Packed) -> Run:
    def run(batch: Pack) -> dict[str, NDArray[Any]]:
        with torch.inference_mode():
            found = packed(*(torch.from_numpy(column) for column in batch.feed().values()))
        return {name: value.numpy() for name, value in zip(OUTPUTS, found, strict=True)}

    return run


def read(run: Run, labels: Labels, sentences: Sequence[Sequence[str]]) -> list[Read]:
    """Sentences as read, in their order."""
    found: list[Read | None] = [None] * len(sentences)
    for numbers in packs(sentences):
        out = run(pack([sentences[number] for number in numbers]))
        root = 0
        for number in numbers:
            own = slice(root + 1, root + 1 + len(sentences[number]))
            found[number] = _sentence(out, labels, root, own)
            root = own.stop
    return [sentence for sentence in found if sentence is not None]


def _sentence(out: dict[str, NDArray[Any]], labels: Labels, root: int, own: slice) -> Read:
    arc = np.asarray(out["arc"][own, root : own.stop])
    heads = tree(arc, [int(head) - root for head in out["head"][own]])
    return Read(
        [labels.upos[i] for i in out["upos"][own]],
        heads,
        [labels.relations[i] for i in out["rel"][own]],
        spans(out["ner"][own], labels.names),
    )
