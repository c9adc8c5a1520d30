"""`readout decide`, `readout actors` and `readout reviewers`: what people say of what the ledger holds."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from rich.text import Text

from readout.cli.failures import Failures
from readout.cli.ledger.opening import now, with_ledger
from readout.cli.terminal import Paper
from readout.cli.terminal.sections import Row
from readout.cli.writing import standard_output
from readout.model import Office, ReadoutError, RefusedDecision
from readout.pages.phrasing import day, office, one_line, quoted, short_day, shortened

if TYPE_CHECKING:
    from readout.ledger import Ledger
    from readout.ledger.actors import KnownActor, Tenure
    from readout.ledger.deciding import Act
    from readout.model import Decision

TENURE = len("12 Mar 2021 – 13 Jan 2025")
"""Columns for the days of an office."""
NO_NAME = "A decision needs its reviewer. Give the name with --by, or in the variable READOUT_REVIEWER."


@dataclass(frozen=True, slots=True)
class DecideCommand:
    """A decision as the command line gives it."""

    ledger: str
    verb: str
    target: str
    by: str
    note: str | None
    more: Mapping[str, Any]

    def run(self) -> int:
        """Decides; returns the exit status."""
        return with_ledger(self.ledger, self._decide)

    def _decide(self, ledger: Ledger, _: Failures) -> None:
        decision = ledger.decide(self._act())
        words = quoted(shortened(one_line(decision.words), 100)) if decision.words else decision.target
        said = Text.assemble(
            (decision.verb, "bold"), f" {words}{_more(decision)}, by {decision.by}", (f"  {decision.id[:8]}", "dim")
        )
        paper = Paper.on(standard_output())
        paper.line(said)
        for row in decision.given.get("values", ()) if decision.verb == "change" else ():
            if not row.get("span"):
                own = (
                    f"{row['value']!s} rests on no words of the report: it is {decision.by}'s own. --words quotes some."
                )
                paper.line(Text(own, style="yellow"))
        if decision.verb != "withdraw":
            paper.line(Text(f"To take it back: readout decide withdraw {decision.id[:8]}", style="dim"))

    def _act(self) -> Act:
        from readout.ledger.deciding import Act, Value

        if not self.by.strip():
            raise RefusedDecision(NO_NAME)
        more = dict(self.more)
        values = tuple(Value(value, words) for value, words in more.pop("values", ()))
        slots = tuple(_slot(each) for each in more.pop("slots", ()))
        said = tuple((role, Value(value, words)) for role, value, words in slots)
        return Act(self.verb, self.target, self.by, now(), note=self.note, values=values, slots=said, **more)  # type: ignore[arg-type]


JOINED = {"merge": "with", "split": "from", "carry": "to", "join": "and", "part": "from"}
"""How what a decision names second is joined to what it names first."""


def _more(decision: Decision) -> str:
    """What was decided of the words, for one line: the slot and its values, the other finding, the id of what was added."""
    given = decision.given
    if decision.verb == "change":
        return f": {given['role']} is {', '.join(str(row['value']) for row in given['values']) or 'empty'}"
    if decision.verb == "status":
        return f": {given['field']} is {given['value']}"
    if decision.verb == "add":
        return f" as {decision.target[:8]}"
    if not decision.other:
        return ""
    other = decision.other if decision.verb in ("join", "part") else decision.other[:8]
    return f" {JOINED[decision.verb]} {other}"


def _slot(written: str) -> tuple[str, str, str | None]:
    """`by=Norway`, or `due=2027|by the end of 2027` with the words that say it."""
    role, equals, value = written.partition("=")
    if not equals:
        raise RefusedDecision(f"{written}: not SLOT=VALUE. Write for example by=Norway.")
    value, _, words = value.partition("|")
    return role, value, words or None


@dataclass(frozen=True, slots=True)
class ActorsCommand:
    """What is asked or said of actors."""

    ledger: str
    name: str | None
    join: str | None
    part: str | None
    table: Path | None
    by: str
    note: str | None
    limit: int
    no_color: bool = False

    def run(self) -> int:
        """Joins, parts, imports or lists; returns the exit status. A table that cannot be read makes no ledger."""
        if self.table is None:
            return with_ledger(self.ledger, self._act)
        from readout.intake import actor_entries

        with Failures().with_warnings() as failures:
            try:
                entries = actor_entries(str(self.table))
            except ReadoutError as problem:
                failures.tell(problem)
                return failures.exit_status
        return with_ledger(self.ledger, partial(self._register, entries), make=True)

    def _register(self, entries: Sequence[Mapping[str, Any]], ledger: Ledger, _: Failures) -> None:
        new = ledger.register(entries, at=now())
        paper = Paper.on(standard_output(), self.no_color)
        paper.line(f"{self.table}: {len(entries):,} actor{'' if len(entries) == 1 else 's'}, {new:,} of them new.")
        if nameless := ledger.nameless(entries):
            told = f"Offices without a name in it: {', '.join(nameless)}. Import what Wikidata gives for these too."
            paper.line(Text(told, style="yellow"))

    def _act(self, ledger: Ledger, _: Failures) -> None:
        for verb, other in (("join", self.join), ("part", self.part)):
            if other:
                DecideCommand(self.ledger, verb, self.name or "", self.by, self.note, {"other": other})._decide(
                    ledger, _
                )
        print_actors(ledger.actors(self.name, limit=self.limit), "text", self.no_color)


def print_actors(found: Sequence[KnownActor], form: str, no_color: bool) -> None:
    """Writes actors with their offices, one below the other."""
    out = standard_output()
    if form == "json":
        out.writelines(json.dumps(asdict(actor), ensure_ascii=False) + "\n" for actor in found)
        return
    paper = Paper.on(out, no_color)
    if not found:
        paper.line(Text("No actor of that name holds an office here.", style="yellow"))
    for actor in found:
        also = f", also {', '.join(actor.aliases)}" if actor.aliases else ""
        paper.line(Text.assemble((actor.name, "bold"), also, (f"  {actor.wikidata}" if actor.wikidata else "", "dim")))
        paper.table([_tenure(tenure) for tenure in actor.offices], TENURE)


def _tenure(tenure: Tenure) -> Row:
    when = short_day(tenure.first) if tenure.first else "?"
    if tenure.last != tenure.first:
        when += f" – {short_day(tenure.last) if tenure.last else ''}"
    held = office(Office(tenure.title, tenure.of))
    source = f"in {tenure.reports} report{'s' if tenure.reports > 1 else ''}" if tenure.reports else "from a table"
    return Row(Text(when, style="cyan"), Text.assemble(held, (f"  {source}", "dim")))


@dataclass(frozen=True, slots=True)
class ReviewersCommand:
    """What is asked or said of reviewers."""

    ledger: str
    deactivate: str | None
    activate: str | None
    no_color: bool = False

    def run(self) -> int:
        """Ends or begins reviewers, and lists them; returns the exit status."""
        return with_ledger(self.ledger, self._act)

    def _act(self, ledger: Ledger, _: Failures) -> None:
        if self.deactivate:
            ledger.dismiss(self.deactivate, at=now())
        if self.activate:
            ledger.enlist(self.activate, at=now())
        paper = Paper.on(standard_output(), self.no_color)
        for reviewer in ledger.reviewers():
            until = f"deactivated {day(reviewer.until[:10])}" if reviewer.until else "active"
            paper.line(Text.assemble((reviewer.name, "bold"), f" since {day(reviewer.since[:10])}, {until}"))
