"""Decisions and reviewers are kept, and which decisions stand."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from readout.ledger.packing import compact
from readout.ledger.plain import Connection, Row
from readout.model import Decision, NotInLedger, RefusedDecision


@dataclass(frozen=True, slots=True)
class Reviewer:
    """Who decides: `since` is when the name first appeared, `until` when it was deactivated, None while it is active."""

    name: str
    since: str
    until: str | None


def known_reviewers(connection: Connection) -> dict[str, Reviewer]:
    """All reviewers there ever were, by name, in the order in which they came."""
    found: dict[str, Reviewer] = {}
    for row in connection.rows("SELECT name, at, active FROM reviewers ORDER BY number"):
        since = found[row.name].since if row.name in found else row.at
        found[row.name] = Reviewer(row.name, since, None if row.active else row.at)
    return found


def enlist(connection: Connection, name: str, at: str) -> None:
    """A reviewer begins, for the first time or again. Raises RefusedDecision for a blank name."""
    if not name.strip():
        raise RefusedDecision("A reviewer needs a name. Give it with --by, or in the variable READOUT_REVIEWER.")
    known = known_reviewers(connection).get(name)
    if known is None or known.until:
        connection.run(REVIEWER, name=name, at=at, active=1)


REVIEWER = "INSERT INTO reviewers (name, at, active) VALUES (:name, :at, :active)"


def dismiss(connection: Connection, name: str, at: str) -> None:
    """A reviewer ends; all that the name decided stays. Raises NotInLedger for a name that is none."""
    known = known_reviewers(connection)
    if name not in known:
        raise NotInLedger(f"{name}: no reviewer of that name. There are: {', '.join(known) or 'none yet'}.")
    if known[name].until is None:
        connection.run(REVIEWER, name=name, at=at, active=0)


def keep_decision(connection: Connection, decision: Decision) -> bool:
    """Adds a decision; False where the very same act is kept already.

    A name that nobody has used yet becomes a reviewer; one that was deactivated raises RefusedDecision.
    """
    if connection.first("SELECT number FROM decisions WHERE id = :id", id=decision.id):
        return False
    known = known_reviewers(connection).get(decision.by)
    if known is None:
        enlist(connection, decision.by, decision.at)
    elif known.until is not None and known.until <= decision.at:
        raise RefusedDecision(
            f"{decision.by} was deactivated as a reviewer on {known.until[:10]}. Decide under another name."
        )
    connection.run(DECISION, **_row(decision))
    return True


DECISION = """
    INSERT INTO decisions (id, verb, target, other, "by", at, words, note, given)
    VALUES (:id, :verb, :target, :other, :by, :at, :words, :note, :given)
"""


def _row(decision: Decision) -> dict[str, str | None]:
    return {
        "id": decision.id, "verb": decision.verb, "target": decision.target, "other": decision.other, "by": decision.by,
        "at": decision.at, "words": decision.words, "note": decision.note, "given": compact(decision.given),
    }  # fmt: skip


def _decision(row: Row) -> Decision:
    return Decision(row.verb, row.target, row.by, row.at, row.words, row.other, row.note, row.given)


def all_decisions(connection: Connection) -> Iterator[Decision]:
    """Every decision, in the order in which they were taken."""
    for row in connection.rows("SELECT * FROM decisions ORDER BY number"):
        yield _decision(row)


def decisions_on(connection: Connection, ids: Iterable[str]) -> list[Decision]:
    """All decisions that name one of the ids, and those that withdraw one of these, in order."""
    found: dict[int, Decision] = {}
    wanted = set(ids)
    asked: set[str] = set()
    while fresh := sorted(wanted - asked):
        asked.update(fresh)
        for row in connection.rows(NAMING, some=fresh):
            decision = _decision(row)
            found[row.number] = decision
            wanted.add(decision.id)
            if decision.verb == "carry":
                wanted.update((decision.target, decision.other or decision.target))
    return [found[number] for number in sorted(found)]


NAMING = "SELECT * FROM decisions WHERE target AMONG :some OR other AMONG :some"


def standing(taken: Iterable[Decision]) -> list[Decision]:
    """Those that were not withdrawn, in order; to withdraw a withdrawal lets the decision stand again."""
    withdrawn: set[str] = set()
    stand: list[Decision] = []
    for decision in reversed(list(taken)):
        if decision.id in withdrawn:
            continue
        if decision.verb == "withdraw":
            withdrawn.add(decision.target)
        else:
            stand.append(decision)
    return stand[::-1]


@dataclass
class Verdict:
    """What stands of one finding: each reviewer's last word, and the changes of its slots in order."""

    words: dict[str, str] = field(default_factory=dict)
    changes: list[Decision] = field(default_factory=list)
    statuses: list[Decision] = field(default_factory=list)
    added: Decision | None = None

    @property
    def review(self) -> str:
        """machine, confirmed, corrected, rejected, or disputed where reviewers do not agree."""
        said = set(self.words.values())
        if "reject" in said:
            return "rejected" if said == {"reject"} else "disputed"
        if self.changes:
            return "corrected"
        return "confirmed" if said or self.added else "machine"

    @property
    def decided(self) -> bool:
        """True where a person has said anything of the finding."""
        return bool(self.words or self.changes or self.statuses or self.added)


def verdicts(stand: Iterable[Decision]) -> dict[str, Verdict]:
    """What stands of each finding, decisions that were carried over to an heir told of the heir."""
    taken = list(stand)
    heir = {decision.target: decision.other for decision in taken if decision.verb == "carry" and decision.other}
    found: dict[str, Verdict] = {}
    for decision in taken:
        if decision.verb not in ("accept", "reject", "change", "status", "add"):
            continue
        verdict = found.setdefault(_last_heir(decision.target, heir), Verdict())
        if decision.verb == "status":
            verdict.statuses.append(decision)
        elif decision.verb == "add":
            verdict.added = decision
        else:
            verdict.words[decision.by] = decision.verb
            if decision.verb == "change":
                verdict.changes.append(decision)
    return found


def _last_heir(id: str, heir: dict[str, str]) -> str:
    passed = set()
    while id in heir and id not in passed:
        passed.add(id)
        id = heir[id]
    return id


def decisions_of(connection: Connection, verbs: Iterable[str]) -> list[Decision]:
    """Every decision of some verbs, in the order in which they were taken."""
    rows = connection.rows("SELECT * FROM decisions WHERE verb AMONG :verbs ORDER BY number", verbs=verbs)
    return [_decision(row) for row in rows]


def decisions_by_id(connection: Connection, ids: Iterable[str]) -> list[Decision]:
    """The decisions of these ids."""
    return [_decision(row) for row in connection.rows("SELECT * FROM decisions WHERE id AMONG :ids", ids=ids)]
