"""`readout list`: records as a table for people, or a line of JSON each for programs."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING, get_args

from rich.table import Table
from rich.text import Text

from readout.asking.sides import two_sides
from readout.cli.ledger.opening import today, with_ledger
from readout.cli.terminal import Paper
from readout.cli.terminal.sections import ID_LENGTH, STRENGTH_STYLES
from readout.cli.writing import standard_output
from readout.intake import iso_date
from readout.model import NotInLedger
from readout.pages.phrasing import day, doubt, led, one_line, parties, quoted, shortened

if TYPE_CHECKING:
    from readout.asking.leading import Lead
    from readout.asking.listing import Listed
    from readout.cli.failures import Failures
    from readout.ledger import Ledger
    from readout.ledger.records.record import Record
    from readout.ledger.records.wanted import Wanted

KINDS = {
    "meetings": "meeting", "statements": "statement", "commitments": "commitment", "agreements": "agreement",
    "projects": "project", "progress": "progress",
}  # fmt: skip
ACTORS = {
    "meeting": ("participants",), "statement": ("speaker",), "agreement": ("parties",), "project": ("participants",),
    "progress": ("actors",),
}  # fmt: skip
"""The slots that say who, by kind; a commitment has sides instead."""

LONGEST = 180
WHEN = 13
OUTCOME_STYLES = {
    "no later report": "dim", "reaffirmed": "cyan", "in progress": "cyan", "partly": "yellow", "delivered, claimed": "green",
    "delivered, confirmed": "bold green", "delayed": "yellow", "dropped": "red", "not delivered": "red",
    "conflicting": "magenta", "replaced": "blue",
}  # fmt: skip
TIME_STYLES = {"past due": "red", "due soon": "yellow", "unanswered": "dim"}


@dataclass(frozen=True, slots=True)
class Asked:
    """What was asked for on the command line; dates as they were written."""

    what: str
    pair: str | None
    actor: str | None
    since: str | None
    until: str | None
    form: str | None
    outcome: str | None
    review: str | None
    due_before: str | None
    text: str | None
    limit: int


@dataclass(frozen=True, slots=True)
class ListCommand:
    """A list that was asked for, and how it is written."""

    ledger: str
    asked: Asked
    as_of: str | None
    form: str
    no_color: bool = False

    def run(self) -> int:
        """Lists; returns the exit status."""
        return with_ledger(self.ledger, self._list)

    def _list(self, ledger: Ledger, _: Failures) -> None:
        what = self.asked.what
        _check_filters(self.asked, self.as_of)
        if what in KINDS:
            self._records(ledger)
        elif what == "actors":
            from readout.asking.whom import check_known
            from readout.cli.ledger.acting import print_actors

            if self.asked.actor:
                check_known(ledger, self.asked.actor, None)
            print_actors(ledger.actors(self.asked.actor, limit=self.asked.limit or 1_000_000), self.form, self.no_color)
        else:
            from readout.cli.ledger.waiting import print_orphans, print_reports

            (print_orphans if what == "orphans" else print_reports)(ledger, self.asked.limit, self.form, self.no_color)

    def _records(self, ledger: Ledger) -> None:
        from readout.asking.listing import listed

        on = iso_date(self.as_of, "--as-of") if self.as_of else None
        found = listed(ledger, self._wanted(), on or today(), on)
        out = standard_output()
        if self.form == "json":
            for listing, lead in ((found, None), *((each.found, each.lead) for each in found.led)):
                out.writelines(_object(record, lead) for record in listing.records)
            return
        paper = Paper.on(out, self.no_color)
        if not found.records:
            whose = f" of {found.actor}'s own" if found.led else ""
            paper.line(Text(f"No {self.asked.what}{whose} of that sort in {ledger.name}.", style="yellow"))
        self._print(found, paper)
        for each in found.led:
            paper.line(Text(f"\nUndertaken {led(each.lead)}:", style="bold"))
            paper.line()
            self._print(each.found, paper)

    def _print(self, found: Listed, paper: Paper) -> None:
        if found.records:
            paper.grid(table(found.records))
        if found.more:
            paper.line(Text(f"There are more: --limit {self.asked.limit * 2} or a filter shows them.", style="dim"))

    def _wanted(self) -> Wanted:
        from readout.ledger.records.wanted import Wanted

        asked = self.asked
        dates = {
            name: iso_date(said, f"--{name.replace('_', '-')}") if said else None
            for name, said in (("since", asked.since), ("until", asked.until), ("due_before", asked.due_before))
        }
        kind = KINDS[asked.what]
        _check(kind, asked)
        pair = two_sides(asked.pair) if asked.pair else None
        return Wanted(
            kind, asked.actor, pair, limit=asked.limit, form=asked.form, outcome=asked.outcome, review=asked.review,
            text=asked.text, since=dates["since"], until=dates["until"], due_before=dates["due_before"],
        )  # fmt: skip


def _object(record: Record, lead: Lead | None) -> str:
    """A line of JSON; of what somebody did not undertake, but what somebody headed, `led` says under whom and when."""
    told = {name: getattr(lead, name) for name in TOLD_OF_LEAD} if lead else None
    return json.dumps({**asdict(record), "led": told}, ensure_ascii=False) + "\n"


TOLD_OF_LEAD = ("name", "head", "title", "since", "until")


def _check_filters(asked: Asked, as_of: str | None) -> None:
    """Raises NotInLedger for a filter that a list of this sort would not heed."""
    given = {
        "--pair": asked.pair, "--actor": asked.actor, "--since": asked.since, "--until": asked.until,
        "--strength, --kind or --status": asked.form, "--outcome": asked.outcome, "--review": asked.review,
        "--due-before": asked.due_before, "--text": asked.text, "--as-of": as_of,
    }  # fmt: skip
    heeded = {"actors": {"--actor"}, "reports": set[str](), "orphans": set[str]()}.get(asked.what, set(given))
    if asked.what in KINDS and asked.what != "commitments":
        heeded -= {"--outcome", "--due-before"}
    strange = next((option for option, said in given.items() if said and option not in heeded), None)
    if strange:
        instead = {
            "reports": "`readout search` finds reports by their words, `readout timeline` by pair and day",
            "actors": "They are found by --actor",
            "orphans": "All that waits is listed",
        }.get(asked.what, "Only commitments have outcomes and deadlines")
        raise NotInLedger(f"{strange}: no filter of {asked.what}. {instead}.")


def _check(kind: str, asked: Asked) -> None:
    """Raises NotInLedger for a word that no record of the kind can have."""
    from readout.matching.outcomes import Outcome
    from readout.model import kinds

    forms = {value for slot in kinds()[kind].slots for value in slot.values} if asked.form else set()
    outcomes = set(get_args(Outcome))
    reviews = {"machine", "confirmed", "corrected", "disputed"}
    for option, said, known in (
        ("--strength, --kind or --status", asked.form, forms),
        ("--outcome", asked.outcome, outcomes),
        ("--review", asked.review, reviews),
    ):
        if said and said not in known:
            words = " | ".join(sorted(known))
            raise NotInLedger(f"{option} {said!r}: no {asked.what} are ever that. Write one of: {words}.")


def table(found: tuple[Record, ...]) -> Table:
    """The records one below the other: when and how, who and what and what came of it, and the id."""
    grid = Table(box=None, padding=(0, 2, 1, 0), expand=True, show_header=False)
    grid.add_column(width=WHEN, overflow="fold")
    grid.add_column(ratio=1, overflow="fold")
    grid.add_column(width=ID_LENGTH, no_wrap=True, style="dim", justify="right")
    for record in found:
        form = record.form or ""
        when = Text.assemble(record.date or "no date", "\n", (form, STRENGTH_STYLES.get(form, "cyan")))
        grid.add_row(when, body(record), shown_id(record.id)[:ID_LENGTH])
    return grid


def shown_id(id: str) -> str:
    """As much of an id as people type."""
    return id if id.startswith("report:") else id[:ID_LENGTH]


def body(record: Record) -> Text:
    """Who, the words, and below them all else that is to be known at a glance."""
    words = shortened(one_line(record.words), LONGEST)
    said = quoted(words) if record.kind == "statement" and record.form == "direct" else words
    text = Text.assemble((who(record), "bold"), "\n" if who(record) else "", said)
    for number, (mark, style) in enumerate(marked(record)):
        text.append("\n" if number == 0 else " · ", style="dim").append(mark, style=style)
    return text


def marked(record: Record) -> Iterator[tuple[str, str]]:
    """What else is to be known of a record, each with its style."""
    if record.place:
        yield record.place, "dim"
    if record.due:
        yield f"due {day(record.due)}", "dim"
    if record.time in TIME_STYLES:
        yield record.time or "", TIME_STYLES[record.time or ""]
    if record.outcome:
        yield record.outcome, OUTCOME_STYLES.get(record.outcome, "")
    if unsure := doubt(record.score):
        yield unsure, "yellow"
    for mark in (
        record.stage,
        "" if record.counted else "umbrella",
        "" if record.review == "machine" else record.review,
    ):
        if mark:
            yield mark, "dim"
    if record.sources > 1:
        yield f"{record.sources} sources", "cyan"


def who(record: Record) -> str:
    """Those who act: for a commitment by whom and towards whom, or who is asked to."""
    if record.kind != "commitment":
        return _names(record, *ACTORS[record.kind])
    by, to, proposer = (_names(record, role) for role in ("by", "to", "proposer"))
    return parties(by, to, proposer, record.form)


def _names(record: Record, *roles: str) -> str:
    return ", ".join(one_line(str(value)) for role in roles for value in record.slots.get(role, ()))
