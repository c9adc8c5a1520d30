"""What a record of some facts shows, and what it is sorted and found by."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import combinations
from typing import TYPE_CHECKING, Any

from readout.ledger.records.anchors import anchor_of, sources_in
from readout.ledger.records.columns import SIDES, UNDATED
from readout.ledger.records.derive import sides_in
from readout.matching.account import Account
from readout.matching.status import Status
from readout.matching.undertakings import Undertaking

if TYPE_CHECKING:
    from readout.ledger.records.grouping import Member

MOST_SIDES = 8
"""Records of more sides than this are found by each of them, and not by every pair."""


def shown(group: Sequence[Member], anchor: Member, status: Status | None) -> dict[str, Any]:
    """What a record of some facts shows and is sorted by, as the table of records has it."""
    row = {
        "anchor": anchor.row.number, "kind": anchor.row.kind, "date": date_of(group), "form": anchor.row.form,
        "last": max(member.row.told or UNDATED for member in group), "due": None, "place": None, "outcome": None,
        "stage": None, "counted": 1, "sides": None, "checkable": None,
        "precision": None, "heard": None, "course": None, "moved": None, "sources": sources_in(group),
        "review": review_of([member.row.review for member in group]),
        "score": max((member.row.score for member in group if member.row.score is not None), default=None),
    }  # fmt: skip
    if isinstance(anchor.feature, Account):
        return {**row, "place": places_of(group)}
    if isinstance(anchor.feature, Undertaking) and status:
        said = {"outcome": status.outcome, "stage": status.stage, "counted": int(status.counted)}
        return {**row, **said, "due": status.due, "precision": status.precision, **_pursued(anchor.feature, status)}
    return row


def _pursued(undertaking: Undertaking, status: Status) -> dict[str, Any]:
    """What following a commitment up needs to know without looking at each of its reports."""
    return {
        "sides": SIDES.join(sorted(undertaking.by)),
        "checkable": int(undertaking.specific and not undertaking.umbrella),
        "heard": min((when for when, _ in status.course), default=None),
        "course": status.course or None,
        "moved": next((change.date for change in reversed(status.changes) if change.field == "due"), None),
    }


def date_of(group: Sequence[Member]) -> str:
    """The day of a meeting, as exactly as its accounts say; for all else the date of the first report that tells.

    A meeting is never dated by a report that only mentions it. A day that the words of an account name stands over one that
    follows from a report's date.
    """
    accounts = [member.feature for member in group if isinstance(member.feature, Account)]
    if not accounts:
        return anchor_of(group).row.told or UNDATED
    known = [(a.day is None, not a.stated, when) for a in accounts if (when := a.when)]
    return min(known)[2] if known else UNDATED


def places_of(group: Iterable[Member]) -> str | None:
    """Every place that accounts of a meeting name, since nobody can tell which of them errs."""
    found = {m.feature.place for m in group if isinstance(m.feature, Account) and m.feature.place}
    return " / ".join(sorted(found)) or None


def review_of(said: Sequence[str]) -> str:
    """What people said of any of its facts; disputed where they do not agree."""
    known = set(said) - {"machine"}
    if not known:
        return "machine"
    if "disputed" in known:
        return "disputed"
    return "corrected" if "corrected" in known else "confirmed"


def pairs_of(group: Sequence[Member]) -> tuple[tuple[str, str], ...]:
    """The sides of a group two and two, by the alphabet; none where there are too many."""
    sides = {side for member in group for side in sides_in(member.feature)}
    return tuple(combinations(sorted(sides), 2)) if len(sides) <= MOST_SIDES else ()
