"""Which deadline of a commitment holds: the first that was told, or the one that they who promised it told last."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date as Date
from itertools import groupby

from readout.matching.acts import is_meeting
from readout.matching.periods import period
from readout.matching.undertakings import Undertaking, were_told_together


def deadlines(first: Undertaking, retold: Iterable[Undertaking]) -> tuple[Undertaking, ...]:
    """The tellings of one commitment of which each set its deadline, in order of time: the last one's holds; none where the first tells none.

    `first` is the telling that the record is named by. A later one sets another deadline if all who promised it are told to promise
    it again, for a time that lies ahead and does not overlap with the one before: "in 2024" takes nothing back from "by June 2024".
    Tellings of one day that name two times move nothing, nor do accounts of the meeting at which it was promised first.
    """
    holds = [first] if first.due else []
    later = sorted((one for one in retold if holds and _may_set(first, one)), key=lambda u: u.told or "")
    for _, some in groupby(later, key=lambda u: u.told):
        if (one := _most_exact(list(some))) and not _overlap(holds[-1], one) and not _is_next(holds[-1], one):
            holds.append(one)
    return tuple(holds)


def _may_set(first: Undertaking, one: Undertaking) -> bool:
    """Whether it was told after the first telling's meeting, by all who promised then, and for a time that lay ahead."""
    if one.due is None or one.told is None or first.told is None or one.told <= first.told:
        return False
    if not first.by or not first.by <= one.by or were_told_together(first, one):
        return False
    return period(one.due, one.precision)[1] > Date.fromisoformat(one.told)


def _is_next(before: Undertaking, one: Undertaking) -> bool:
    """Whether a meeting or visit is promised when the time of the one before had passed: that is the next one."""
    if not any(is_meeting(each.words, each.language) for each in (before, one)):
        return False
    return period(before.due or "", before.precision)[1] < Date.fromisoformat(one.told or "")


def _most_exact(told: list[Undertaking]) -> Undertaking | None:
    """Of the tellings of one day the one whose deadline is known best; None where two of them contradict one another."""
    best = min(told, key=lambda u: (_days(u), u.span, u.id))
    return best if all(_overlap(best, one) for one in told) else None


def _overlap(one: Undertaking, other: Undertaking) -> bool:
    (a, b), (c, d) = (period(u.due or "", u.precision) for u in (one, other))
    return a <= d and c <= b


def _days(one: Undertaking) -> int:
    first, last = period(one.due or "", one.precision)
    return (last - first).days
