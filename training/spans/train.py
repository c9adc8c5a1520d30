"""Trains the network of spans: python -m training.spans.train OUT_FOLDER EXAMPLES.pickle [EXAMPLES.pickle ...].

It begins from MiniLM's encoder, or goes on from the weights that --init names.
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
from training.spans.examples import Example
from training.spans.layout import layout
from training.spans.learn import Schedule, drawn, learn
from training.spans.network import Size, SpanNet
from training.start import from_minilm


def read_examples(paths: list[Path]) -> list[Example]:
    """The examples of files that prepare wrote."""
    return [example for path in paths for example in pickle.loads(path.read_bytes())]


def begun(size: Size) -> SpanNet:
    """A network whose layers and embeddings are MiniLM's."""
    told = layout()
    net = SpanNet(told["features"], told["kinds"], size)
    net.load_state_dict(from_minilm(Shape(layers=size.pieces + size.words)), strict=False)
    return net


def main() -> None:
    """Trains and writes weights.pt."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("out", type=Path)
    parser.add_argument("examples", type=Path, nargs="+")
    parser.add_argument("--init", type=Path)
    parser.add_argument("--epochs", type=int, default=Schedule().epochs)
    parser.add_argument("--rate", type=float, default=Schedule().rate)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--threads", type=int, default=2)
    options = parser.parse_args()
    torch.set_num_threads(options.threads)
    torch.manual_seed(options.seed)
    random.seed(options.seed)
    plan = replace(Schedule(), epochs=options.epochs, rate=options.rate)
    examples = read_examples(options.examples)
    net = begun(Size())
    if options.init:
        net.load_state_dict(torch.load(options.init, weights_only=True))
    begin = time.monotonic()
    options.out.mkdir(parents=True, exist_ok=True)
    for epoch, cost in enumerate(learn(net, lambda: drawn(examples, plan.every), layout()["kinds"], plan), 1):
        print(f"epoch {epoch}: loss {cost:.3f}, {time.monotonic() - begin:.0f} s", flush=True)
    torch.save(net.state_dict(), options.out / "weights.pt")


if __name__ == "__main__":
    main()
