"""Export: trained weights become the ONNX file that the package ships (int8) with its labels and its tokenizer.

python -m training.export RUN_FOLDER OUT_FOLDER
"""

import argparse
import json
import shutil
import tempfile
from pathlib import Path

import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from safetensors.torch import save_file

from training.labels import Labels
from training.network import Network, Shape
from training.packed import INPUTS, OUTPUTS, Packed
from training.pieces import minilm, pack
from training.start import network


def read_run(folder: Path) -> tuple[Network, Labels]:
    """The network of a run's folder (weights.safetensors, shape.json, labels.json), ready to read."""
    labels = Labels.read(folder / "labels.json")
    shape = Shape(**json.loads((folder / "shape.json").read_text(encoding="utf-8")))
    return network(labels, shape, folder / "weights.safetensors").eval(), labels


def write_onnx(net: Network, path: Path) -> None:
    """The packed graph in single precision."""
    example = pack([["Joe", "Biden", "met", "the", "Chancellor", "."], ["They", "spoke"]])
    feed = tuple(torch.from_numpy(column) for column in example.feed().values())
    axes = {name: {0: "pieces"} for name in INPUTS[:4]} | {"first": {0: "words"}}
    axes |= {name: {0: "words"} for name in OUTPUTS} | {"arc": {0: "words", 1: "words"}}
    torch.onnx.export(
        Packed(net).eval(), feed, str(path), input_names=list(INPUTS), output_names=list(OUTPUTS),
        dynamic_axes=axes, opset_version=17, dynamo=False,
    )  # fmt: skip


def write_int8(single: Path, path: Path, *, reduce_range: bool = True, per_channel: bool = True) -> None:
    """The same graph with weights of eight bits; without `reduce_range` (seven bits) AVX2's sums saturate."""
    quantize_dynamic(
        single, path, weight_type=QuantType.QInt8, per_channel=per_channel, reduce_range=reduce_range,
        op_types_to_quantize=["MatMul", "Gather", "Gemm"], extra_options={"MatMulConstBOnly": True},
    )  # fmt: skip


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("run", type=Path, help="folder that train wrote")
    parser.add_argument("out", type=Path, help="folder for model.onnx, labels.json and tokenizer.json")
    parser.add_argument(
        "--single", action="store_true", help="keep single precision (93 MB), to measure what int8 loses"
    )
    parser.add_argument(
        "--weights", action="store_true", help="keep the weights too (half precision), to train on from"
    )
    options = parser.parse_args()
    net, labels = read_run(options.run)
    options.out.mkdir(parents=True, exist_ok=True)
    model = options.out / "model.onnx"
    with tempfile.TemporaryDirectory() as place:
        single = model if options.single else Path(place) / "single.onnx"
        write_onnx(net, single)
        if not options.single:
            write_int8(single, model)
    if options.weights:
        half = {name: weight.half().contiguous() for name, weight in net.state_dict().items()}
        save_file(half, options.out / "weights.safetensors")
        shutil.copyfile(options.run / "shape.json", options.out / "shape.json")
    labels.write(options.out / "labels.json")
    shutil.copyfile(minilm() / "tokenizer.json", options.out / "tokenizer.json")
    print(f"{model}: {model.stat().st_size / 1e6:.1f} MB")


if __name__ == "__main__":
    main()
