"""Export: the trained network of spans becomes spans.onnx (int8) and spans.json: python -m training.spans.export RUN OUT."""

from __future__ import annotations

import json
import sys
import tempfile
from pathlib import Path

import numpy as np
import torch
from torch import Tensor, nn

from readout_en.spans import window
from training.export import write_int8
from training.network import Layer
from training.packed import PackedLayer
from training.spans.layout import layout
from training.spans.network import FURTHEST, Inputs, Scores, Size, SpanNet

INPUTS = tuple(Inputs.__dataclass_fields__)
OUTPUTS = Scores._fields
EXAMPLE = ["They", "met", ".", "Both", "agreed"]


class PackedSpans(nn.Module):
    """The network of one window without padding and dropout, as it is shipped."""

    def __init__(self, net: SpanNet) -> None:
        super().__init__()
        self.net = net
        self.layers = nn.ModuleList(PackedLayer(layer) for layer in net.layers if isinstance(layer, Layer))

    def forward(self, *columns: Tensor) -> Scores:
        net, window = self.net, Inputs(*columns)
        x = net.embedded(window)
        for layer in self.layers[: net.size.pieces]:
            x = layer(x, torch.zeros(()))
        x = net.joined(x[window.first], window)
        apart = (window.sentence.unsqueeze(1) - window.sentence.unsqueeze(0)).abs().clamp(max=FURTHEST)
        bias = net.distance[:, apart]
        for layer in self.layers[net.size.pieces :]:
            x = layer(x, bias)
        return net.scores(x)


def example_of(net: SpanNet) -> tuple[Tensor, ...]:
    """The columns of a window, as the network is fed at run time."""
    rows, features = np.zeros((5, 2 * net.size.own), np.float32), np.ones((5, len(net.features)), np.int64)
    fed = window(EXAMPLE, rows, features, [0, 0, 0, 1, 1], [1, 1, 1, 4, 4], 0, 5)
    return tuple(torch.from_numpy(fed[name]) for name in INPUTS)


def write_onnx(net: SpanNet, path: Path) -> None:
    """The graph in single precision."""
    axes = {name: {0: "pieces"} for name in INPUTS[:4]} | {name: {0: "words"} for name in (*INPUTS[4:], *OUTPUTS)}
    torch.onnx.export(
        PackedSpans(net).eval(), example_of(net), str(path), input_names=list(INPUTS), output_names=list(OUTPUTS),
        dynamic_axes=axes, opset_version=17, dynamo=False,
    )  # fmt: skip


def main() -> None:
    """Writes spans.onnx and spans.json."""
    run, out = map(Path, sys.argv[1:3])
    told = layout()
    net = SpanNet(told["features"], told["kinds"], Size())
    net.load_state_dict(torch.load(run / "weights.pt", weights_only=True))
    out.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as place:
        single = Path(place) / "spans.onnx"
        write_onnx(net.eval(), single)
        write_int8(single, out / "spans.onnx")
    (out / "spans.json").write_text(json.dumps(told, indent=1) + "\n", encoding="utf-8")
    print(f"{out / 'spans.onnx'}: {(out / 'spans.onnx').stat().st_size / 1e6:.1f} MB")


if __name__ == "__main__":
    main()
