"""Trains the network of spans: python -m training.spans.train OUT_FOLDER --start START.safetensors EXAMPLES.pickle ...

START.safetensors are weights of the language model's network; its last layers are where the new ones begin. With --go-on
SPANS.onnx a network that learned before goes on; what it said before stands in for kinds that a report does not annotate.
"""

from __future__ import annotations

import argparse
import pickle
import random
import time
from dataclasses import replace
from pathlib import Path

import torch

from training.network import Shape
from training.spans import shipped
from training.spans.examples import Example
from training.spans.layout import layout
from training.spans.learn import GOING_ON, Schedule, chosen, learn, taught
from training.spans.network import Size, SpanNet
from training.start import read_weights


def read_examples(paths: list[Path]) -> list[Example]:
    """The examples of files that prepare wrote."""
    return [example for path in paths for example in pickle.loads(path.read_bytes())]


def begun(size: Size, start: Path | None) -> SpanNet:
    """A network whose layers are the last ones of a language model's, or fresh."""
    told = layout()
    net = SpanNet(told["features"], told["kinds"], size)
    if start is not None:
        weights = read_weights(start, Shape(feed=size.feed))
        first = Shape().layers - size.layers
        for number, layer in enumerate(net.layers):
            own = f"layers.{first + number}."
            layer.load_state_dict({k.removeprefix(own): w for k, w in weights.items() if k.startswith(own)})
    return net


def gone_on(path: Path) -> SpanNet:
    """A network of spans that learned before, from its spans.onnx."""
    told = layout()
    net = SpanNet(told["features"], told["kinds"], Size())
    net.load_state_dict(shipped.weights(path))
    return net.eval()


def main() -> None:
    """Trains and writes weights.pt."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("out", type=Path)
    parser.add_argument("examples", type=Path, nargs="+")
    parser.add_argument("--start", type=Path)
    parser.add_argument("--go-on", type=Path, help="spans.onnx of a network that learned before")
    parser.add_argument("--epochs", type=int)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--threads", type=int, default=1)
    options = parser.parse_args()
    torch.set_num_threads(options.threads)
    torch.manual_seed(options.seed)
    random.seed(options.seed)
    before = options.go_on
    plan = GOING_ON if before else Schedule()
    windows = chosen(read_examples(options.examples), plan.every)
    net = gone_on(before) if before else begun(Size(), options.start)
    if before:
        windows = list(taught(windows, gone_on(before)))
    begin = time.monotonic()
    plan = replace(plan, epochs=options.epochs or plan.epochs)
    for epoch, cost in enumerate(learn(net, windows, layout()["kinds"], plan), 1):
        print(f"epoch {epoch}: loss {cost:.3f}, {time.monotonic() - begin:.0f} s", flush=True)
    options.out.mkdir(parents=True, exist_ok=True)
    torch.save(net.state_dict(), options.out / "weights.pt")


if __name__ == "__main__":
    main()
