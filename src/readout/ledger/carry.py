"""Decisions outlive the reader: which findings count after a newer reading, which wait for a person, and who is heir."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from readout.ledger.decisions import Verdict
from readout.model import Finding, Reading, Slot, Span, kinds

BY_HAND = "by hand"
"""What stands for a rule where a person added a finding."""

NEAR = 0.5
"""Share of the words of two findings that both cover, from which one takes the place of the other."""


@dataclass(frozen=True, slots=True)
class Orphan:
    """A decided finding that the newest reader no longer sees, with its likeliest heir, where one stands on the same words."""

    finding: Finding
    review: str
    heir: Finding | None


@dataclass(frozen=True, slots=True)
class Decided:
    """A reading as people left it. `reading` holds what counts.

    `origin` names the id under which each changed finding was found, `reviews` what people said by that id; `held` are
    findings that stand where one was rejected, with its id: they count once a person says so.
    """

    reading: Reading
    origin: Mapping[str, str]
    reviews: Mapping[str, str]
    orphans: tuple[Orphan, ...] = ()
    held: tuple[tuple[Finding, str], ...] = ()
    removed: bool = False

    def id_of(self, finding: Finding) -> str:
        """The id under which a finding was found, whatever was changed in it since."""
        return self.origin.get(finding.id, finding.id)


def as_decided(reading: Reading, verdicts: Mapping[str, Verdict], unseen: Mapping[str, Finding]) -> Decided:
    """What counts of a reading: seen and not rejected, changed where it was changed, decided though no longer seen.

    `unseen` are the decided findings of this report that the reading lacks, by id.
    """
    seen = {finding.id: finding for finding in reading.findings}
    gone = {id: f for id, f in unseen.items() if id in verdicts and verdicts[id].decided}
    rejected = {id: f for id, f in gone.items() if verdicts[id].review == "rejected"}
    held = {id: by for id, f in seen.items() if id not in verdicts and (by := _rejected_here(f, rejected, seen))}
    counted: dict[str, Finding] = {}
    origin: dict[str, str] = {}
    for id, finding in [*seen.items(), *gone.items()]:
        verdict = verdicts.get(id, Verdict())
        if id in held or verdict.review == "rejected":
            continue
        stands = changed(finding, verdict)
        if stands.id not in counted:
            counted[stands.id], origin[stands.id] = stands, id
    reviews = {id: verdict.review for id, verdict in verdicts.items() if id in seen or id in gone}
    orphans = tuple(
        Orphan(f, verdicts[id].review, heir(f, reading.findings))
        for id, f in sorted(gone.items())
        if not verdicts[id].added
    )
    findings = tuple(sorted(counted.values(), key=lambda f: (f.span, f.kind, f.id)))
    waiting = tuple((seen[id], by) for id, by in sorted(held.items()))
    moved = {id: was for id, was in origin.items() if id != was}
    return Decided(replace(reading, findings=findings), moved, reviews, orphans, waiting)


def changed(finding: Finding, verdict: Verdict) -> Finding:
    """The finding as people left it: with the slots that they changed, or as they added it.

    The words of a deadline and the figures of an amount go with what they were read from, unless people set them too.
    """
    if verdict.added:
        finding = added(verdict.added.given)
    decided = {decision.given["role"] for decision in verdict.changes}
    void = {slot.role for slot in kinds()[finding.kind].slots if slot.of in decided} - decided
    finding = replace(finding, slots=tuple(slot for slot in finding.slots if slot.role not in void))
    for decision in verdict.changes:
        role = decision.given["role"]
        new = tuple(slot_of(role, row, f"decided by {decision.by}") for row in decision.given["values"])
        finding = replace(finding, slots=(*(slot for slot in finding.slots if slot.role != role), *new))
    return finding


def added(given: Mapping[str, Any]) -> Finding:
    """The finding that a person added, from what the decision says: report, kind, span and slots."""
    slots = tuple(slot_of(row["role"], row) for row in given["slots"])
    return Finding(given["kind"], given["report"], Span(*given["span"]), slots, BY_HAND, 1.0)


def slot_of(role: str, row: Mapping[str, object], how: str | None = None) -> Slot:
    """A slot as a decision writes it: its value, the words that say it, the actor and the precision where known."""
    span, value = row.get("span"), row["value"]
    where = Span(*span) if isinstance(span, list) else None
    known = {name: said for name in ("actor", "precision") if isinstance(said := row.get(name), str)}
    return Slot(role, value if isinstance(value, bool) else str(value), where, how=how, **known)


def heir(orphan: Finding, found: Iterable[Finding]) -> Finding | None:
    """The likeliest heir: the finding of the same kind that covers most of the same words. Words elsewhere are no heir,
    however alike they are: a report never changes, so that what was decided on still stands where it stood."""
    candidates = [f for f in found if f.kind == orphan.kind and f.id != orphan.id and f.span.overlaps(orphan.span)]
    return max(candidates, key=lambda f: (_shared(f.span, orphan.span), _same_slots(f, orphan), f.id), default=None)


def _rejected_here(finding: Finding, rejected: Mapping[str, Finding], seen: Mapping[str, Finding]) -> str | None:
    """The id of a rejected finding whose place this one takes; None where the rejected one is still seen beside it."""
    for id, was in sorted(rejected.items()):
        if id not in seen and was.kind == finding.kind and _shared(was.span, finding.span) >= NEAR:
            return id
    return None


def _shared(one: Span, other: Span) -> float:
    common = min(one.end, other.end) - max(one.start, other.start)
    return max(0, common) / (max(one.end, other.end) - min(one.start, other.start))


def _same_slots(one: Finding, other: Finding) -> int:
    said: Sequence[tuple[str, str | bool]] = [(slot.role, slot.value) for slot in other.slots]
    return sum((slot.role, slot.value) in said for slot in one.slots)
