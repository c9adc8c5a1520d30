"""From pairs to records: members join where a pair says so and no pair in the group speaks against it."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Mapping
from typing import TypeVar

T = TypeVar("T", bound=Hashable)


def grouped(
    items: Mapping[str, T],
    links: Iterable[tuple[float, str, str]],
    may_stand_together: Callable[[T, T], bool] | None = None,
) -> tuple[tuple[str, ...], ...]:
    """Groups of ids, each sorted, in the order of their first ids.

    `links` are pairs of ids with their strength. The strongest join first (ties by id), two groups only where every
    member of one may stand together with every member of the other (None: all may): one bad pair cannot chain two meetings
    into one. Members of one value are asked about once. The result depends on the items and links alone, not on their order.
    """
    group = {id: ({id}, {item}) for id, item in items.items()}
    for _, one, other in sorted((-strength, min(a, b), max(a, b)) for strength, a, b in links):
        left, right = group[one], group[other]
        if left is right:
            continue
        if may_stand_together and not all(may_stand_together(a, b) for a in left[1] for b in right[1]):
            continue
        fewer, more = sorted((left, right), key=lambda some: len(some[0]))
        more[0].update(fewer[0])
        more[1].update(fewer[1])
        group.update(dict.fromkeys(fewer[0], more))
    return tuple(sorted(tuple(sorted(members)) for members, _ in {id(some): some for some in group.values()}.values()))
