"""Makes of the network's best heads a tree with one root (Chu-Liu/Edmonds where the best heads are none)."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

Ints = npt.NDArray[np.int64]
Floats = npt.NDArray[np.float32]


def repair_roots(best: Ints, arc: Floats, relations: list[str]) -> tuple[list[int], list[str]]:
    """Heads counted from 0 (the root's head is itself) and relations that fit them.

    `best` holds each word's best head (0 = root, else word number from 1), `arc` the scores `[words, 1 + words]`.
    """
    heads = [int(head) for head in best]
    if heads.count(0) != 1 or _has_cycle(heads):
        heads = _single_root_tree(arc)
    for word, head in enumerate(heads):
        if head == 0:
            relations[word] = "root"
        elif relations[word] == "root":
            relations[word] = "parataxis"
    return [word if head == 0 else head - 1 for word, head in enumerate(heads)], relations


def _has_cycle(heads: list[int]) -> bool:
    state = [0] * (len(heads) + 1)
    for start in range(1, len(heads) + 1):
        node, path = start, []
        while node and state[node] == 0:
            state[node] = 1
            path.append(node)
            node = heads[node - 1]
        if node and state[node] == 1:
            return True
        for node in path:
            state[node] = 2
    return False


def _single_root_tree(arc: Floats) -> list[int]:
    """The best tree with exactly one word under the root: every root is tried with the best total, best first.

    Zmigrod, Vieira and Cotterell (EMNLP 2020) do it in one pass; trying the few likely roots is as exact on sentences.
    """
    words = arc.shape[0]
    scores = np.full((words + 1, words + 1), -np.inf)
    scores[1:, :] = arc
    np.fill_diagonal(scores, -np.inf)
    best_total, best_heads = -np.inf, [0] + [1] * (words - 1)
    for root in np.argsort(-scores[1:, 0], kind="stable")[:8] + 1:
        trial = scores.copy()
        trial[1:, 0] = -np.inf
        trial[root, :] = -np.inf
        trial[root, 0] = scores[root, 0]
        heads = _arborescence(trial)
        total = float(sum(trial[word, heads[word]] for word in range(1, words + 1)))
        if total > best_total:
            best_total, best_heads = total, [int(head) for head in heads[1:]]
    return best_heads


def _arborescence(scores: npt.NDArray[np.float64]) -> Ints:
    """Maximum spanning arborescence from node 0 (Chu and Liu 1965, Edmonds 1967); `scores[word, head]`."""
    heads: Ints = np.asarray(scores.argmax(1), dtype=np.int64)
    heads[0] = 0
    ring = _find_cycle(heads)
    if not ring:
        return heads
    cycle = np.array(ring, dtype=np.int64)
    inside = np.zeros(len(heads), dtype=bool)
    inside[cycle] = True
    outside = np.flatnonzero(~inside)
    cycle_score = scores[cycle, heads[cycle]].sum()
    size = len(outside) + 1
    smaller = np.full((size, size), -np.inf)
    smaller[:-1, :-1] = scores[np.ix_(outside, outside)]
    leaving = scores[np.ix_(outside, cycle)]
    smaller[:-1, -1] = leaving.max(1)
    entering = scores[np.ix_(cycle, outside)] - scores[cycle, heads[cycle]][:, None] + cycle_score
    smaller[-1, :-1] = entering.max(0)
    smaller[0, :] = -np.inf
    above = _arborescence(smaller)
    result = heads.copy()
    for place, word in enumerate(outside):
        if word == 0:
            continue
        head = above[place]
        result[word] = cycle[int(leaving[place].argmax())] if head == size - 1 else outside[head]
    entry = above[-1]
    broken = cycle[int(entering[:, entry].argmax())]
    result[broken] = outside[entry]
    return result


def _find_cycle(heads: Ints) -> list[int]:
    seen = [0] * len(heads)
    for start in range(1, len(heads)):
        node, mark = start, start
        while node and not seen[node]:
            seen[node] = mark
            node = int(heads[node])
        if node and seen[node] == mark:
            cycle, walk = [node], int(heads[node])
            while walk != node:
                cycle.append(walk)
                walk = int(heads[walk])
            return cycle
    return []
