"""What people decided of a commitment's findings, as its status needs it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal, cast

from readout.ledger.decisions import verdicts
from readout.matching.outcomes import Outcome, Stage
from readout.matching.status import Ruling
from readout.model import Decision

Verdict = Literal["accept", "change", "reject"]


def rulings(stand: Sequence[Decision], known: Sequence[str]) -> Sequence[Ruling]:
    """The standing words of people on any of these findings, in order."""
    if not stand:
        return ()
    said = verdicts(stand)
    order = {decision.id: place for place, decision in enumerate(stand)}
    taken = {d.id: d for id in known if id in said for d in (*said[id].changes, *said[id].statuses)}
    taken.update({d.id: d for d in stand if d.verb in ("accept", "reject") and d.target in known})
    return tuple(_ruling(d, order[d.id]) for d in sorted(taken.values(), key=lambda d: order[d.id]))


def _ruling(decision: Decision, place: int) -> Ruling:
    at = f"{decision.at} {place:06}"
    if decision.verb == "status":
        value, field = decision.given["value"], decision.given["field"]
        outcome = cast("Outcome", value) if field == "outcome" else None
        stage = cast("Stage", value) if field == "stage" else None
        return Ruling("set", decision.by, at, outcome, stage, decision.note or "")
    return Ruling(cast("Verdict", decision.verb), decision.by, at, note=decision.note or "")
