"""What the reader saw in one report."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from hashlib import sha256
from typing import Any

from readout.model.span import Span

_UNICODE = json.JSONEncoder(ensure_ascii=False)


@dataclass(frozen=True, slots=True)
class Slot:
    """An argument of a finding.

    `value` is canonical (an actor's name, a word of the kind's list, an ISO date, true or false, or the words themselves);
    `span` are the words that say it or that it was worked out from; `how` names the working-out, where there was one.
    """

    role: str
    value: str | bool
    span: Span | None = None
    actor: str | None = None
    precision: str | None = None
    how: str | None = None

    def to_dict(self) -> dict[str, Any]:
        """The slot as the JSON form writes it, without empty fields."""
        row: dict[str, Any] = {"value": self.value}
        if self.actor:
            row["actor"] = self.actor
        if self.span:
            row["span"] = self.span.to_list()
        if self.precision:
            row["precision"] = self.precision
        if self.how:
            row["how"] = self.how
        return row


@dataclass(frozen=True, slots=True)
class Finding:
    """One meeting, statement, commitment, agreement, project or progress as one report tells it.

    `span` covers what the kind's guidelines name; `spans` all its parts where it is interrupted. `rule` is the id of the
    rule that found it (`network.KIND` where no rule did) and `score` how likely it is right, weighed on annotated reports
    (training/spans/weigh.py); with another pipeline than Readout's own, how often the rule was right on those that it was
    written on.
    """

    kind: str
    report: str
    span: Span
    slots: tuple[Slot, ...]
    rule: str
    score: float
    spans: tuple[Span, ...] = ()
    path: tuple[str, ...] = ()
    _id: str = field(default="", init=False, compare=False, repr=False)

    @property
    def id(self) -> str:
        """Says what was seen, not who saw it, so that a decision outlives the reader."""
        if not self._id:
            object.__setattr__(self, "_id", self._hashed())
        return self._id

    def _hashed(self) -> str:
        seen = [self.kind, self.report, self.span.start, self.span.end]
        args = sorted([slot.role, str(slot.value), *(slot.span.to_list() if slot.span else [])] for slot in self.slots)
        return sha256(_UNICODE.encode([seen, args]).encode("utf-8", "surrogatepass")).hexdigest()[:16]

    def all(self, role: str) -> tuple[Slot, ...]:
        """The slots of one role, in the order of the text."""
        return tuple(slot for slot in self.slots if slot.role == role)

    def one(self, role: str) -> Slot | None:
        """The first slot of one role, or None."""
        return next((slot for slot in self.slots if slot.role == role), None)

    def values(self, role: str) -> tuple[str | bool, ...]:
        """The values of one role."""
        return tuple(slot.value for slot in self.all(role))

    def to_dict(self, roles: tuple[str, ...] = ()) -> dict[str, Any]:
        """The finding as the JSON form writes it; `roles` are the kind's, so that empty ones show as empty lists."""
        slots: dict[str, list[dict[str, Any]]] = {role: [] for role in roles}
        for slot in self.slots:
            slots.setdefault(slot.role, []).append(slot.to_dict())
        row: dict[str, Any] = {"id": self.id, "kind": self.kind, "span": self.span.to_list()}
        if len(self.spans) > 1:
            row["spans"] = [span.to_list() for span in self.spans]
        return {**row, "rule": self.rule, "score": round(self.score, 3), "slots": slots}
