"""Export: the trained network of spans becomes spans.onnx (int8) and spans.json: python -m training.spans.export RUN OUT."""

from __future__ import annotations

import json
import sys
import tempfile
from pathlib import Path

import torch
from torch import Tensor, nn

from training.export import write_int8
from training.network import Layer
from training.packed import PackedLayer
from training.spans.layout import layout
from training.spans.network import FURTHEST, TAGS, Size, SpanNet

INPUTS = ("rows", "features", "sentence", "head")
OUTPUTS = ("tags", "labels")


class PackedSpans(nn.Module):
    """The network of one window without padding and dropout, as it is shipped."""

    def __init__(self, net: SpanNet) -> None:
        super().__init__()
        self.net = net
        self.layers = nn.ModuleList(PackedLayer(layer) for layer in net.layers if isinstance(layer, Layer))

    def forward(self, rows: Tensor, features: Tensor, sentence: Tensor, head: Tensor) -> tuple[Tensor, Tensor]:
        net = self.net
        lower, upper = rows.split(net.size.own, -1)
        x = lower + net.upper(upper) + net.above(lower[head])
        for number, table in enumerate(net.features):
            x = x + table(features[:, number])
        apart = (sentence.unsqueeze(1) - sentence.unsqueeze(0)).abs().clamp(max=FURTHEST)
        bias = net.distance[:, apart]
        for layer in self.layers:
            x = layer(x, bias)
        return net.tags(x).view(-1, net.kinds, TAGS).log_softmax(-1), net.labels(x)


def write_onnx(net: SpanNet, path: Path) -> None:
    """The graph in single precision."""
    example = (
        torch.zeros(5, 2 * net.size.own),
        torch.zeros(5, len(net.features), dtype=torch.long),
        torch.tensor([0, 0, 0, 1, 1]),
        torch.zeros(5, dtype=torch.long),
    )
    axes = {name: {0: "words"} for name in (*INPUTS, *OUTPUTS)}
    torch.onnx.export(
        PackedSpans(net).eval(), example, str(path), input_names=list(INPUTS), output_names=list(OUTPUTS),
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
