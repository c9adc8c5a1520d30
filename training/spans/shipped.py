"""The weights of a shipped network of spans, read back from its eight bits: what later learning goes on from."""

from __future__ import annotations

import math
from pathlib import Path

import onnx
import torch
from torch import Tensor

from training.spans.network import Size

Weights = dict[str, Tensor]


def weights(path: Path) -> Weights:
    """The state of a `SpanNet` from its spans.onnx, as near as eight bits tell it."""
    stored = {t.name: torch.from_numpy(onnx.numpy_helper.to_array(t).copy()) for t in onnx.load(path).graph.initializer}
    found = {}
    for name, values in stored.items():
        if name.endswith(("_scale", "_zero_point")):
            continue
        plain = name.removesuffix("_quantized")
        single = (
            values if plain == name else (values.float() - stored[f"{plain}_zero_point"]) * stored[f"{plain}_scale"]
        )
        whole = single.T if plain.endswith("_Transposed") else single
        found[plain.removesuffix("_Transposed").removeprefix("net.")] = whole.contiguous()
    found.setdefault("above.bias", found["upper.bias"])  # they learn the same, and the graph keeps one of the same
    return {name: _unscaled(values) if ".qkv." in name else values for name, values in found.items()}


def _unscaled(joined: Tensor) -> Tensor:
    """Queries without the scale of attention, which `PackedLayer` puts into their weights."""
    size = Size()
    queries = joined[: size.own] * math.sqrt(size.own // size.heads)
    return torch.cat([queries, joined[size.own :]])
