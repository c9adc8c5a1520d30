"""Whose undertakings are open, what came of the others, and what one side asked of the other."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from typing import TYPE_CHECKING

from readout.matching.status import CLOSED

if TYPE_CHECKING:
    from readout.ledger.records.record import Detail


PASSING = 3
"""Days from a report to a deadline below which nothing is left to follow up: "I will speak of that again today"."""


def lasting(details: Iterable[Detail]) -> list[Detail]:
    """Without what was to be done at the meeting itself or a day later."""
    return [detail for detail in details if not _passes(detail)]


def _passes(detail: Detail) -> bool:
    due, told = detail.record.due or "", detail.record.date or ""
    return len(due) == len(told) == 10 and (date.fromisoformat(due) - date.fromisoformat(told)).days < PASSING


def is_open(detail: Detail) -> bool:
    """Whether no report of the day, and no person, says that the matter is closed: silence closes nothing."""
    return detail.record.outcome not in CLOSED


def undertaken(details: Iterable[Detail]) -> list[Detail]:
    """What was undertaken, and not only asked for."""
    return [detail for detail in details if detail.record.form != "proposed"]


def asked(details: Iterable[Detail], of: str | None, by: str) -> list[Detail]:
    """What one side asked another to do; None is whoever is not the one who asks."""
    return [
        d for d in details if d.record.form == "proposed" and by not in d.sides and (of in d.sides if of else d.sides)
    ]


def of_side(details: Sequence[Detail], side: str, without: str | None) -> list[Detail]:
    """What a side undertook without the other."""
    return [detail for detail in details if side in detail.sides and without not in detail.sides]


def of_both(details: Sequence[Detail], one: str, other: str) -> list[Detail]:
    """What both undertook together."""
    return [detail for detail in details if {one, other} <= set(detail.sides)]
