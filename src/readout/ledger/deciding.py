"""What a person wants to decide is checked against the ledger and becomes a decision."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from readout.ledger import kept
from readout.ledger.actors import is_borne
from readout.ledger.aside import why_aside
from readout.ledger.carry import added
from readout.ledger.decisions import decisions_on, keep_decision, standing
from readout.ledger.finding import finding_of, insert_by_hand
from readout.ledger.packing import compact
from readout.ledger.plain import Connection
from readout.model import Decision, Finding, Reading, RefusedDecision, SlotDefinition, Span, Verb, kinds

FIELDS = {
    "outcome": (
        "no later report", "reaffirmed", "in progress", "partly", "delivered, claimed", "delivered, confirmed", "delayed",
        "replaced", "dropped", "not delivered", "conflicting", "untestable",
    ),
    "stage": ("announced", "signed", "allocated", "started", "completed", "suspended", "cancelled"),
}  # fmt: skip
"""What a person may set of a record, with the words for it (the reference explains them)."""

_DATE = re.compile(r"\d{4}(-\d\d(-\d\d)?)?", re.ASCII)


@dataclass(frozen=True, slots=True)
class Value:
    """A value for a slot and the words of the report that say it, where it has words."""

    value: str
    words: str | None = None


@dataclass(frozen=True, slots=True)
class Act:
    """What a reviewer wants: the verb, on what, and what the verb needs beside.

    `target` and `other` are ids or their beginnings. `role` and `values` are for "change"; `role` (a field) and one
    value for "status"; `kind`, `words` and `slots` for "add", whose target is a report.
    """

    verb: Verb
    target: str
    by: str
    at: str
    other: str | None = None
    note: str | None = None
    role: str | None = None
    values: tuple[Value, ...] = ()
    kind: str | None = None
    words: str | None = None
    slots: tuple[tuple[str, Value], ...] = ()


def take(connection: Connection, act: Act) -> Decision:
    """Keeps the act as a decision. Raises RefusedDecision or NotInLedger where it cannot stand."""
    decision = _ON[act.verb](connection, act)
    keep_decision(connection, decision)
    return decision


def _on_finding(connection: Connection, act: Act) -> Decision:
    """accept, reject: of one finding."""
    reading, finding = finding_of(connection, act.target)
    return _decision(act, finding.id, reading.quote(finding))


def _change(connection: Connection, act: Act) -> Decision:
    reading, finding = finding_of(connection, act.target)
    definition = _slot_definition(finding.kind, act.role)
    _one_each([definition] * len(act.values))
    rows = [_slot_row(definition, value, reading, finding.span) for value in act.values]
    return _decision(act, finding.id, reading.quote(finding), values={"role": definition.role, "values": rows})


def _status(connection: Connection, act: Act) -> Decision:
    reading, finding = finding_of(connection, act.target)
    if finding.kind != "commitment":
        raise RefusedDecision(
            f"{finding.id} is of the kind {finding.kind}: only a commitment has an outcome or a stage. "
            "`readout decide change` sets a slot, such as the status of a project."
        )
    allowed = FIELDS.get(act.role or "", ())
    value = act.values[0].value if act.values else ""
    if value not in allowed:
        fields = "; ".join(f"{name}: {' | '.join(words)}" for name, words in FIELDS.items())
        raise RefusedDecision(f"{act.role} {value!r}: no status. There are {fields}.")
    if not act.note:
        raise RefusedDecision(
            "A status that a person sets needs a note that says on what it rests. Give it with --note."
        )
    return _decision(act, finding.id, reading.quote(finding), values={"field": act.role, "value": value})


def _on_two(connection: Connection, act: Act) -> Decision:
    """merge, split, carry: of two findings of one kind."""
    reading, finding = finding_of(connection, act.target)
    its_reading, other = finding_of(connection, act.other or "")
    if finding.id == other.id:
        raise RefusedDecision(f"{act.target} and {act.other} are one finding. Name two.")
    if finding.kind != other.kind:
        raise RefusedDecision(f"{finding.id} is a {finding.kind}, {other.id} a {other.kind}. Name two of one kind.")
    if act.verb == "carry" and finding.report != other.report:
        raise RefusedDecision(f"{other.id} stands in another report; an heir stands in the same one.")
    if act.verb != "carry":
        _both_count(connection, (reading, finding), (its_reading, other))
    return _decision(act, finding.id, reading.quote(finding), other.id)


def _both_count(connection: Connection, *some: tuple[Reading, Finding]) -> None:
    """Raises RefusedDecision for a finding that does not count: in whose record it stands has no effect."""
    for reading, finding in some:
        if why := why_aside(connection, reading, finding):
            raise RefusedDecision(f"{finding.id} does not count: {why}. Only findings that count stand in a record.")


def _add(connection: Connection, act: Act) -> Decision:
    report = kept.report(connection, act.target)
    _, reading = next(kept.current(connection, [report.number]))
    if act.kind not in kinds():
        raise RefusedDecision(f"{act.kind}: no kind of finding. There are {', '.join(kinds())}.")
    span = _words_at(act.words or "", report.text)
    given = [(_slot_definition(act.kind, role), value) for role, value in act.slots]
    _one_each(definition for definition, _ in given)
    slots = [{"role": d.role, **_slot_row(d, value, reading, span)} for d, value in given]
    values = {"report": report.id, "kind": act.kind, "span": span.to_list(), "slots": slots}
    finding = added(values)
    insert_by_hand(connection, finding, report.number)
    return _decision(act, finding.id, span.of(report.text), values=values)


def _withdraw(connection: Connection, act: Act) -> Decision:
    found = kept.begins(connection, "decisions", act.target)
    row = kept.the_one(found, act.target, "decision")
    stands = any(d.id == row.id for d in standing(decisions_on(connection, [row.target, row.id])))
    if row.verb != "withdraw" and not stands:
        raise RefusedDecision(f"{row.id} was withdrawn already.")
    return _decision(act, row.id, f"{row.verb} {row.target}: {row.words}"[:200])


def _remove(connection: Connection, act: Act) -> Decision:
    report = kept.report(connection, act.target)
    return _decision(act, report.id, report.title or report.text[:120])


def _on_actors(connection: Connection, act: Act) -> Decision:
    """join, part: of two actors, by names that somebody bears."""
    one, other = act.target.strip(), (act.other or "").strip()
    if not one or not other or one == other:
        raise RefusedDecision(
            "Name two actors, each as `readout actors` writes the name: readout actors NAME --join OTHER."
        )
    for name in (one, other):
        if not is_borne(connection, name):
            raise RefusedDecision(
                f"{name}: nobody here is called so. `readout actors` with a part of the name shows how it is written."
            )
    return _decision(act, one, "", other)


_ON = {
    "accept": _on_finding, "reject": _on_finding, "change": _change, "status": _status, "merge": _on_two,
    "split": _on_two, "carry": _on_two, "add": _add, "withdraw": _withdraw, "remove": _remove, "join": _on_actors,
    "part": _on_actors,
}  # fmt: skip


def _decision(
    act: Act, target: str, words: str, other: str | None = None, values: dict[str, Any] | None = None
) -> Decision:
    return Decision(act.verb, target, act.by, act.at, words, other, act.note, compact(values or {}))


def _slot_definition(kind: str, role: str | None) -> SlotDefinition:
    found = next((slot for slot in kinds()[kind].slots if slot.role == role), None)
    if found is None:
        raise RefusedDecision(f"{role}: a {kind} has no such slot. It has {', '.join(kinds()[kind].roles)}.")
    return found


def _one_each(given: Iterable[SlotDefinition]) -> None:
    """Raises RefusedDecision where a slot that holds one value is given several."""
    several = [d.role for d, times in Counter(given).items() if times > 1 and not d.many]
    if several:
        raise RefusedDecision(f"{several[0]}: holds one value. Give one.")


def _slot_row(definition: SlotDefinition, given: Value, reading: Reading, near: Span) -> dict[str, Any]:
    value = _checked(definition, given.value)
    row: dict[str, Any] = {"value": value}
    words = given.words or (given.value if definition.type in ("actor", "place", "text") else None)
    if words and (given.words or words in reading.report.text):
        row["span"] = _words_at(words, reading.report.text, near).to_list()
    if definition.type == "actor" and (actor := next((a for a in reading.actors if a.name == value), None)):
        row["actor"] = actor.id
    if definition.type == "date":
        row["precision"] = {4: "year", 7: "month"}.get(len(given.value), "day")
    return row


def _checked(definition: SlotDefinition, value: str) -> str | bool:
    if definition.type == "flag":
        if value not in ("yes", "no", "true", "false"):
            raise RefusedDecision(f"{definition.role}: {value!r} is neither yes nor no.")
        return value in ("yes", "true")
    if definition.type == "word" and value not in definition.values:
        raise RefusedDecision(f"{definition.role}: {value!r} is none of: {' | '.join(definition.values)}.")
    if definition.type == "date" and not _is_date(value):
        raise RefusedDecision(f"{definition.role}: {value!r} is no ISO date. Write YYYY, YYYY-MM or YYYY-MM-DD.")
    if not value.strip():
        raise RefusedDecision(f"{definition.role}: an empty value. Leave the slot out instead.")
    return value


def _is_date(value: str) -> bool:
    try:
        return bool(_DATE.fullmatch(value) and date.fromisoformat(f"{value}-01-01"[:10]))
    except ValueError:
        return False


def _words_at(words: str, text: str, near: Span | None = None) -> Span:
    """Where the words stand: the place nearest to `near`, else the only one. Raises RefusedDecision for none or several."""
    starts = [found.start() for found in re.finditer(re.escape(words), text)] if words else []
    if not starts:
        raise RefusedDecision(f"The report does not say {words!r}. Quote its words exactly.")
    if near is None and len(starts) > 1:
        raise RefusedDecision(
            f"The report says {words!r} {len(starts)} times. Quote more words, so that one place is meant."
        )
    start = min(starts, key=lambda at: abs(at - near.start)) if near else starts[0]
    return Span(start, start + len(words))
