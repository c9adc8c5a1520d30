"""Scores become trees and names: a spanning tree with a single root, and spans from a Viterbi path over BIO labels."""

from collections.abc import Iterator, Sequence

import numpy as np
from numpy.typing import NDArray

Scores = NDArray[np.float32]
_NEVER = -1e9
_ROOTS_TRIED = 4
_ROUNDING = 1e-3
"""More than sums of scores in another order may differ by."""


def tree(scores: Scores, greedy: Sequence[int] | None = None) -> list[int]:
    """Heads of the best tree with one root; `scores` is (words, 1 + words), column 0 the root.

    Heads count words from 1. Chu-Liu-Edmonds, tried with each of the few likeliest roots, since one root is asked for
    (Zmigrod et al. 2020).
    """
    heads = [int(h) for h in (scores.argmax(1) if greedy is None else greedy)]
    if heads.count(0) == 1 and _loop(heads) is None:
        return heads
    full = np.full((len(heads) + 1, len(heads) + 1), _NEVER, dtype=np.float64)
    full[1:] = scores
    np.fill_diagonal(full, _NEVER)
    ceilings = _ceilings(full)
    best: tuple[float, list[int]] | None = None
    for root in np.argsort(-full[1:, 0])[:_ROOTS_TRIED] + 1:
        if best is not None and ceilings[root - 1] < best[0] - _ROUNDING:
            continue
        allowed = full.copy()
        allowed[1:, 0] = _NEVER
        allowed[root, :] = _NEVER
        allowed[root, 0] = full[root, 0]
        found = _edmonds(allowed)[1:]
        total = float(sum(allowed[word + 1, head] for word, head in enumerate(found)))
        if best is None or total > best[0]:
            best = total, found
    assert best is not None
    return best[1]


def _ceilings(full: NDArray[np.float64]) -> NDArray[np.float64]:
    """What a tree with each word as its root scores at most: every other word on the best head that is no root."""
    best = full[1:, 1:].max(1, initial=_NEVER)
    ceilings: NDArray[np.float64] = best.sum() - best + full[1:, 0]
    return ceilings


def _loop(heads: Sequence[int]) -> list[int] | None:
    """The words of one cycle, or None; heads count words from 1, 0 is the root."""
    state = [2] + [0] * len(heads)
    for start in range(1, len(heads) + 1):
        path = []
        word = start
        while state[word] == 0:
            state[word] = 1
            path.append(word)
            word = heads[word - 1]
        if state[word] == 1:
            return path[path.index(word) :]
        for seen in path:
            state[seen] = 2
    return None


def _edmonds(scores: NDArray[np.float64]) -> list[int]:
    """Heads of the best tree over all rows (row 0 the root, whose own head is 0)."""
    heads = [0, *(int(h) for h in scores[1:].argmax(1))]
    loop = _loop(heads[1:])
    if loop is None:
        return heads
    inside = np.array(loop)
    outside = np.array([word for word in range(len(heads)) if word not in set(loop)])
    own = scores[inside, [heads[word] for word in loop]]
    merged = len(outside)
    smaller = np.full((merged + 1, merged + 1), _NEVER)
    smaller[:merged, :merged] = scores[np.ix_(outside, outside)]
    smaller[:merged, merged] = scores[np.ix_(outside, inside)].max(1)
    entering = scores[np.ix_(inside, outside)] - own[:, None]
    smaller[merged, :merged] = entering.max(0)
    smaller[0] = _NEVER
    found = _edmonds(smaller)
    for place in range(1, merged):
        word, head = int(outside[place]), found[place]
        heads[word] = int(inside[scores[word, inside].argmax()]) if head == merged else int(outside[head])
    entry = int(entering[:, found[merged]].argmax())
    heads[int(inside[entry])] = int(outside[found[merged]])
    return heads


def spans(scores: Scores, labels: Sequence[str]) -> list[tuple[int, int, str]]:
    """Names as (first word, word after the last, type): the best path on which every I- continues its own type."""
    return gathered(path(scores, labels))


def path(scores: Scores, labels: Sequence[str]) -> list[str]:
    """The best labels, a word each, on which every I- continues its own type (Viterbi where the best of each word do not)."""
    best = scores.argmax(1)
    for first, stop in _unsure(scores, labels):
        own = [labels[i] for i in best[first:stop]]
        if not all(_follows(left, right) for left, right in zip(["O", *own], own, strict=False)):
            best[first:stop] = _viterbi(scores[first:stop].astype(np.float64).tolist(), labels)
    return [labels[i] for i in best]


def _unsure(scores: Scores, labels: Sequence[str]) -> Iterator[tuple[int, int]]:
    """The runs of words between those that are outside of any span on the best path, each as (first, word after the last).

    Another label than O gains at most that an I- may follow in place of the B- of its type: where O is ahead by more, it stays,
    and what stands before it and behind it are paths of their own.
    """
    outside = labels.index("O")
    inner = [i for i, label in enumerate(labels) if label.startswith("I-")]
    begin = [labels.index("B-" + labels[i][2:]) for i in inner]
    others = np.delete(scores, outside, axis=1).max(1)
    gain = np.zeros(len(scores), scores.dtype)
    gain[:-1] = (scores[1:, inner] - scores[1:, begin]).max(1).clip(min=0)
    unsure = np.flatnonzero(scores[:, outside] - others <= gain)
    for run in np.split(unsure, np.flatnonzero(np.diff(unsure) > 1) + 1):
        if len(run):
            yield int(run[0]), int(run[-1]) + 1


def _viterbi(scores: list[list[float]], labels: Sequence[str]) -> list[int]:
    """The numbers of the labels of the best path; plain numbers, since arrays of a few labels cost more than they save.

    Only an I- asks what stands before it: every other label follows the best path so far. Of equal ones the first label counts.
    """
    bound = [(right, _before(labels, right)) for right, label in enumerate(labels) if label.startswith("I-")]
    total = [score if _follows("O", label) else _NEVER for label, score in zip(labels, scores[0], strict=True)]
    back: list[tuple[int, dict[int, int]]] = []
    for row in scores[1:]:
        most = max(total)
        follows = {right: max(some, key=total.__getitem__) for right, some in bound}
        back.append((total.index(most), follows))
        inside = [(right, total[left] + row[right]) for right, left in follows.items()]
        total = [most + score for score in row]
        for right, score in inside:
            total[right] = score
    best = [total.index(max(total))]
    for top, follows in reversed(back):
        best.append(follows.get(best[-1], top))
    return best[::-1]


def _before(labels: Sequence[str], right: int) -> list[int]:
    """The numbers of the labels that may stand before an I-."""
    return [left for left, label in enumerate(labels) if _follows(label, labels[right])]


def _follows(left: str, right: str) -> bool:
    return not right.startswith("I-") or (left != "O" and left[2:] == right[2:])


def gathered(tags: Sequence[str]) -> list[tuple[int, int, str]]:
    """The spans of BIO tags; an I- that continues nothing begins a span."""
    found: list[tuple[int, int, str]] = []
    for place, tag in enumerate(tags):
        if tag == "O":
            continue
        if tag.startswith("I-") and found and found[-1][1] == place and found[-1][2] == tag[2:]:
            found[-1] = (found[-1][0], place + 1, tag[2:])
        else:
            found.append((place, place + 1, tag[2:]))
    return found
