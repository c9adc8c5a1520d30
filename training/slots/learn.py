"""Learning and judging of the network that casts parts."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
import torch

from training.slots.network import Network, Numbered

NOWHERE = -30.0


@dataclass(frozen=True, slots=True)
class Plan:
    """How the network learns."""

    hidden: int = 24
    drop: float = 0.3
    rate: float = 0.005
    decay: float = 0.05
    rounds: int = 5
    batch: int = 64
    unkept: float = 0.5
    seed: int = 1


def learned(examples: Sequence[Numbered], traits: int, plan: Plan) -> Network:
    """The network after its rounds over the examples: of each finding the wanted companies become likely together."""
    torch.manual_seed(plan.seed)
    own, order = [e for e in examples if e.teaches], np.random.default_rng(plan.seed)
    network = Network(traits, plan.hidden, plan.drop)
    optimizer = torch.optim.AdamW(network.parameters(), lr=plan.rate, weight_decay=plan.decay)
    steps = plan.rounds * -(-len(own) // plan.batch)
    rates = torch.optim.lr_scheduler.OneCycleLR(optimizer, plan.rate, total_steps=steps, pct_start=0.15)
    for _ in range(plan.rounds):
        numbers = order.permutation(len(own))
        for start in range(0, len(own), plan.batch):
            optimizer.zero_grad()
            _cost(network, [own[k] for k in numbers[start : start + plan.batch]], plan).backward()
            optimizer.step()
            rates.step()
    return network.eval()


def _cost(network: Network, batch: Sequence[Numbered], plan: Plan) -> torch.Tensor:
    scores, owner = scored(network, batch)
    wanted = torch.tensor([told for e in batch for told in e.example.wanted])
    weights = torch.tensor([1.0 if e.example.kept else plan.unkept for e in batch])
    among = torch.where(wanted, scores, torch.tensor(NOWHERE))
    costs = _summed(scores, owner, len(batch)) - _summed(among, owner, len(batch))
    return (costs * weights).mean()


def scored(network: Network, batch: Sequence[Numbered]) -> tuple[torch.Tensor, torch.Tensor]:
    """The scores of all companies of a batch, and the number of the finding to which each belongs."""
    counts = np.concatenate([e.counts for e in batch])
    starts = np.concatenate([[0], np.cumsum(counts)[:-1]])
    owner = np.repeat(np.arange(len(batch)), [len(e.counts) for e in batch])
    vectors = torch.from_numpy(np.concatenate([e.vectors for e in batch]))
    return network(vectors, torch.from_numpy(starts)), torch.from_numpy(owner)


def _summed(scores: torch.Tensor, owner: torch.Tensor, many: int) -> torch.Tensor:
    """The logarithm of the sum of exponentials, a finding."""
    top = torch.full((many,), NOWHERE).scatter_reduce(0, owner, scores.detach(), "amax")
    sums = torch.zeros(many).index_add(0, owner, torch.exp(scores - top[owner]))
    return torch.log(sums) + top


def cast(networks: Sequence[Network], examples: Sequence[Numbered]) -> list[npt.NDArray[np.float32]]:
    """The mean of the networks' scores of each example's companies."""
    found = []
    with torch.no_grad():
        for example in examples:
            found.append(np.mean([scored(network, [example])[0].numpy() for network in networks], axis=0))
    return found
