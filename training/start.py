"""Weights to begin from: MiniLM's, those of an earlier training, or a network with wider layers to be narrowed."""

from collections.abc import Mapping
from pathlib import Path

import torch
from safetensors.torch import load_file
from torch import Tensor

from training.labels import Labels
from training.network import Network, Shape
from training.pieces import minilm

Weights = dict[str, Tensor]

_MINILM_LAYER = {
    "out": "attention.output.dense",
    "norm1": "attention.output.LayerNorm",
    "up": "intermediate.dense",
    "down": "output.dense",
    "norm2": "output.LayerNorm",
}
_PROTOTYPE_LAYER = {"out": "o", "norm1": "ln1", "up": "i", "down": "f", "norm2": "ln2"}
_PROTOTYPE_HEADS = {
    "upos": "upos", "xpos": "xpos", "names": "ner", "arc_dependent": "ad", "arc_head": "ah", "arc_bias": "hb",
    "relation_dependent": "rd", "relation_head": "rh", "relation_bias": "rl",
}  # fmt: skip


def _layers(
    stored: Mapping[str, Tensor], prefix: str, names: Mapping[str, str], qkv: tuple[str, ...], count: int
) -> Weights:
    found: Weights = {}
    for i in range(count):
        for part in ("weight", "bias"):
            found[f"layers.{i}.qkv.{part}"] = torch.cat([stored[f"{prefix}{i}.{name}.{part}"] for name in qkv])
            for ours, theirs in names.items():
                found[f"layers.{i}.{ours}.{part}"] = stored[f"{prefix}{i}.{theirs}.{part}"]
    return found


def from_minilm(shape: Shape) -> Weights:
    """The encoder of all-MiniLM-L6-v2; the token type, always 0, is folded into the places."""
    stored = load_file(str(minilm() / "model.safetensors"))
    attention = tuple(f"attention.self.{name}" for name in ("query", "key", "value"))
    return {
        "word.weight": stored["embeddings.word_embeddings.weight"],
        "place.weight": stored["embeddings.position_embeddings.weight"]
        + stored["embeddings.token_type_embeddings.weight"][0],
        "norm.weight": stored["embeddings.LayerNorm.weight"],
        "norm.bias": stored["embeddings.LayerNorm.bias"],
    } | _layers(stored, "encoder.layer.", _MINILM_LAYER, attention, shape.layers)


def from_prototype(stored: Mapping[str, Tensor], shape: Shape) -> Weights:
    """Weights of the first rough recipe (model-start), whose parts had short names."""
    found: Weights = {
        "word.weight": stored["we.weight"],
        "place.weight": stored["pe.weight"] + stored["te.weight"][0],
        "case.weight": stored["ce.weight"],
        "norm.weight": stored["ln.weight"],
        "norm.bias": stored["ln.bias"],
        "arc": stored["W"],
        "relation": stored["U"],
    }
    for ours, theirs in _PROTOTYPE_HEADS.items():
        found |= {
            f"{ours}.{part}": stored[f"{theirs}.{part}"] for part in ("weight", "bias") if f"{theirs}.{part}" in stored
        }
    return found | _layers(stored, "ls.", _PROTOTYPE_LAYER, ("q", "k", "v"), shape.layers)


def narrowed(weights: Weights, feed: int) -> Weights:
    """Layers with their `feed` weightiest inner units: those with the largest products of norms in and out."""
    kept = dict(weights)
    for name in [name for name in weights if name.endswith(".up.weight")]:
        layer = name.removesuffix(".up.weight")
        up, down = weights[name], weights[f"{layer}.down.weight"]
        best = (up.norm(dim=1) * down.norm(dim=0)).topk(feed).indices.sort().values
        kept |= {
            name: up[best],
            f"{layer}.up.bias": weights[f"{layer}.up.bias"][best],
            f"{layer}.down.weight": down[:, best],
        }
    return kept


def read_weights(path: Path, shape: Shape) -> Weights:
    """Weights of a safetensors file, of this network or of the prototype, in single precision."""
    stored = {name: weight.float() for name, weight in load_file(str(path)).items()}
    weights = from_prototype(stored, shape) if "we.weight" in stored else stored
    if weights["layers.0.up.weight"].shape[0] > shape.feed:
        weights = narrowed(weights, shape.feed)
    return weights


def network(labels: Labels, shape: Shape, init: Path | None = None) -> Network:
    """A network that begins from the file `init`, or from MiniLM with fresh heads."""
    net = Network(labels, shape)
    weights = from_minilm(shape) if init is None else read_weights(init, shape)
    missing, strange = net.load_state_dict(weights, strict=False)
    if strange or (init is not None and missing):
        raise ValueError(
            f"{init} does not fit the network: {len(missing)} weights are missing, {len(strange)} unknown, "
            f"first: {(missing + strange)[0]}. Was it made with other labels or another shape?"
        )
    return net
