"""Train: prepared files become weights.

    python -m training.train PREPARED RUN                                  from MiniLM, about four core-hours
    python -m training.train PREPARED RUN --init WEIGHTS --labels LABELS   from earlier weights

Each step learns from one batch of trees (three of five) or of names. The weights that are kept are an exponential
moving average over the steps. The same files, options, thread count, torch and kind of machine give the same weights.
"""

import argparse
import json
import time
from collections.abc import Iterator
from dataclasses import asdict, dataclass, fields
from itertools import chain, repeat
from pathlib import Path
from random import Random

import torch
from safetensors.torch import save_file
from torch import Tensor, nn
from torch.nn import functional

from training.batches import UNLABELLED, Batch, Numbers, endless
from training.labels import Labels
from training.network import Network, Shape
from training.sources import Tagged, lines
from training.start import network
from training.swaps import Swaps

# How often an epoch holds each set of names. Those labelled by hand are few and right; re3d and GUM are mended silver.
REPEATS = {"hand": 6, "uner": 3, "wikigold": 1, "re3d": 1, "gum": 1}
SWAPPED = frozenset({"hand", "wikigold"})
HIDDEN = 103  # the id of [MASK]; the ids of words are above it
FROZEN = ("word.", "place.")


@dataclass(frozen=True, slots=True)
class Plan:
    """How long and how fast to learn."""

    steps: int
    rate: float  # of the encoder
    head_rate: float
    warmup: int = 100
    words: int = 400  # of a batch, with padding
    trees: float = 0.6  # the part of steps that learn from trees
    hidden: float = 0.1  # the part of word pieces that are hidden, so that their neighbours must tell
    average: float = 0.998
    bodies: float = 0.0  # the part of organisations' names that are swapped
    stop_at: int | None = None
    seed: int = 1


def losses(net: Network, batch: Batch, hidden: float = 0.0) -> dict[str, Tensor]:
    """Weighted losses of what the batch has labels for."""
    ids, *others = batch.inputs
    x = net.encode(hide(ids, hidden), *others)
    gold = batch.gold
    if "names" in gold:
        return {"names": 2 * _loss(net.names(x[:, 1:]), gold["names"])}
    return {
        "upos": 0.5 * _loss(net.upos(x[:, 1:]), gold["upos"]),
        "xpos": 0.5 * _loss(net.xpos(x[:, 1:]), gold["xpos"]),
        "heads": _loss(net.arcs(x, batch.words), gold["heads"]),
        "relations": _loss(net.relations(x, gold["heads"].clamp(min=0)), gold["relations"]),
    }


def hide(ids: Tensor, part: float) -> Tensor:
    """Ids with this part of the pieces of words replaced by the mask that MiniLM knows."""
    return torch.where((torch.rand(ids.shape) < part) & (ids > HIDDEN), HIDDEN, ids)


def _loss(scores: Tensor, gold: Tensor) -> Tensor:
    return functional.cross_entropy(scores.flatten(0, 1), gold.flatten(), ignore_index=UNLABELLED)


def optimizer(net: Network, plan: Plan) -> torch.optim.AdamW:
    encoder: list[nn.Parameter] = []
    heads: list[nn.Parameter] = []
    for name, weight in net.named_parameters():
        if name.startswith(FROZEN):
            weight.requires_grad_(False)
        else:
            (encoder if name.startswith(("layers.", "norm.")) else heads).append(weight)
    groups = [
        {"params": encoder, "lr": plan.rate, "peak": plan.rate},
        {"params": heads, "lr": plan.head_rate, "peak": plan.head_rate},
    ]
    return torch.optim.AdamW(groups, weight_decay=0.01, betas=(0.9, 0.98))


def batches(prepared: Path, labels: Labels, plan: Plan) -> Iterator[Batch]:
    """Batches of trees and of names, mixed."""
    numbers, random, swaps = Numbers(labels), Random(plan.seed), Swaps(prepared / "swaps.json", plan.seed, plan.bodies)
    trees = list(lines(prepared / "parse.jsonl.gz"))
    stored = [
        (row["source"], [(form, tag) for form, tag in row["tokens"]]) for row in lines(prepared / "names.jsonl.gz")
    ]

    def names() -> list[Tagged]:
        drawn = chain.from_iterable(repeat(row, REPEATS[row[0]]) for row in stored)
        return [swaps.casing(swaps.names(s) if source in SWAPPED else s) for source, s in drawn]

    parse_batches = endless(lambda: trees, plan.words, random)
    name_batches = endless(names, plan.words * 5 // 4, random)
    while True:
        yield numbers.trees(next(parse_batches)) if random.random() < plan.trees else numbers.tagged(next(name_batches))


class Average:
    """A moving average of the weights, kept beside them; young averages forget faster."""

    def __init__(self, net: nn.Module, keep: float) -> None:
        self.weights = {name: weight.detach().clone() for name, weight in net.state_dict().items()}
        self.keep, self.seen = keep, 0

    def add(self, net: nn.Module) -> None:
        self.seen += 1
        keep = min(self.keep, (1 + self.seen) / (10 + self.seen))
        for name, weight in net.state_dict().items():
            if not name.startswith(FROZEN):
                self.weights[name].lerp_(weight, 1 - keep)


def train(net: Network, found: Iterator[Batch], plan: Plan, run: Path) -> None:
    """Learn, and write the averaged weights to `run` now and then and at the end."""
    learner, average, began = optimizer(net, plan), Average(net, plan.average), time.monotonic()
    net.train()
    means: dict[str, float] = {}
    words = 0
    last = plan.stop_at or plan.steps
    for step, batch in zip(range(1, last + 1), found, strict=False):
        pace = min(1.0, step / plan.warmup) * (1 - (step - 1) / plan.steps)
        for group in learner.param_groups:
            group["lr"] = group["peak"] * pace
        each = losses(net, batch, plan.hidden)
        learner.zero_grad(set_to_none=True)
        torch.stack(list(each.values())).sum().backward()  # type: ignore[no-untyped-call]
        nn.utils.clip_grad_norm_([w for w in net.parameters() if w.requires_grad], 1.0)
        learner.step()
        average.add(net)
        words += int(batch.words.sum()) - len(batch.words)
        means |= {name: 0.98 * means.get(name, loss.item()) + 0.02 * loss.item() for name, loss in each.items()}
        if step % 50 == 0 or step == last:
            seconds = time.monotonic() - began
            print(
                step,
                f"{seconds:.0f} s, {words / seconds:.0f} words/s",
                {k: round(v, 3) for k, v in means.items()},
                flush=True,
            )
        if step % 500 == 0 or step == last:
            save_file(
                {name: weight.contiguous() for name, weight in average.weights.items()}, run / "weights.safetensors"
            )


def options() -> argparse.Namespace:
    """What the command line asks for."""
    parser = argparse.ArgumentParser(description="Train the network on what prepare wrote.")
    parser.add_argument("prepared", type=Path)
    parser.add_argument("run", type=Path, help="folder for weights.safetensors, labels.json, shape.json and plan.json")
    parser.add_argument("--init", type=Path, help="safetensors to begin from; without it, MiniLM with fresh heads")
    parser.add_argument("--labels", type=Path, help="the labels.json that --init was made with")
    parser.add_argument("--steps", type=int, default=16000)
    parser.add_argument("--rate", type=float, default=3e-4, help="of the encoder (default: from MiniLM)")
    parser.add_argument("--head-rate", type=float, default=2e-3)
    parser.add_argument("--words-from", type=int, default=3, help="layer from which only words' first pieces are kept")
    parser.add_argument(
        "--feed", type=int, default=1536, help="inner width of a layer; less than the start's prunes it"
    )
    parser.add_argument("--dropout", type=float, default=0.1)
    parser.add_argument("--hidden", type=float, default=0.1, help="part of the word pieces that are hidden in training")
    parser.add_argument("--bodies", type=float, default=0.0, help="part of organisations' names that are swapped")
    parser.add_argument("--trees", type=float, default=0.6, help="part of the steps that learn from trees")
    parser.add_argument("--average", type=float, default=0.998, help="how much of itself the average keeps a step")
    parser.add_argument("--stop-at", type=int, help="step at which to stop, though the rates fall as for all steps")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--threads", type=int, default=1)
    return parser.parse_args()


def main() -> None:
    """Trains as asked, and writes what the run was made with beside its weights."""
    asked = options()
    told = {field.name: getattr(asked, field.name) for field in fields(Plan) if hasattr(asked, field.name)}
    plan = Plan(**told)
    torch.manual_seed(plan.seed)
    torch.set_num_threads(asked.threads)
    shape = Shape(words_from=asked.words_from, feed=asked.feed, dropout=asked.dropout)
    trees = ([[t[0], None, *t[1:]] for t in s] for s in lines(asked.prepared / "parse.jsonl.gz"))
    labels = Labels.read(asked.labels) if asked.labels else Labels.seen_in(trees)
    net = network(labels, shape, asked.init)
    asked.run.mkdir(parents=True, exist_ok=True)
    labels.write(asked.run / "labels.json")
    for name, value in (("shape", shape), ("plan", plan)):
        (asked.run / f"{name}.json").write_text(json.dumps(asdict(value)) + "\n", encoding="utf-8")
    train(net, batches(asked.prepared, labels, plan), plan, asked.run)


if __name__ == "__main__":
    main()
