"""A timeline as it is shown to people and written for programs."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING

from rich.text import Text

from readout.asking.asking import Asking
from readout.asking.sides import two_sides
from readout.asking.timeline import Course
from readout.cli.ledger.opening import today, with_ledger
from readout.cli.terminal import Paper
from readout.cli.terminal.sections import ID_LENGTH
from readout.cli.writing import opened
from readout.intake import iso_date
from readout.pages.phrasing import day, led, one_line, quoted, shortened
from readout.pages.timeline import page
from readout.pages.timeline.page import NOT_IN_PERSON, NOTHING, heading, label, notes, who

if TYPE_CHECKING:
    from pathlib import Path

    from readout.asking.timeline import Moment, Timeline
    from readout.cli.failures import Failures
    from readout.ledger import Ledger

LONGEST = 240


@dataclass(frozen=True, slots=True)
class Asked:
    """What was asked for on the command line, as it was written."""

    id: str | None
    pair: str | None
    actor: str | None
    topic: str | None
    since: str | None
    until: str | None
    as_of: str | None
    limit: int

    def course(self) -> Course:
        """Whose course is asked for. Raises NotInLedger for a pair that is none."""
        pair = two_sides(self.pair) if self.pair else None
        day = iso_date(self.as_of, "--as-of") if self.as_of else today()
        since = iso_date(self.since, "--since") if self.since else None
        until = iso_date(self.until, "--until") if self.until else None
        return Course(day, pair, self.actor, self.id, self.topic, since, until, self.limit)


@dataclass(frozen=True, slots=True)
class TimelineCommand:
    """A timeline that was asked for, and how it is written."""

    ledger: str
    asked: Asked
    form: str
    output: Path | None = None
    no_color: bool = False

    def run(self) -> int:
        """Shows it; returns the exit status."""
        return with_ledger(self.ledger, self._show)

    def _show(self, ledger: Ledger, _: Failures) -> None:
        found = Asking(ledger).timeline(self.asked.course())
        with opened(self.output) as out:
            if self.form == "json":
                out.write(json.dumps(asdict(found), ensure_ascii=False, indent=2) + "\n")
            elif self.form == "html":
                out.write(page(found))
            else:
                _print(found, Paper.on(out, self.no_color))


def _print(found: Timeline, paper: Paper) -> None:
    paper.line(Text(heading(found), style="bold"))
    paper.line(Text(" ".join(notes(found)), style="dim"))
    for each in found.led:
        paper.line(Text(f"Apart, below: undertaken {led(each.lead)} ({len(each.found.moments)}).", style="dim"))
    if not found.moments:
        paper.line(Text(NOT_IN_PERSON if found.led else NOTHING, style="yellow"))
    for moment in found.moments:
        paper.line(_told(moment))
    for each in found.led:
        paper.line(Text(f"\nUndertaken {led(each.lead)}", style="bold"))
        if left := notes(each.found)[1:]:
            paper.line(Text(" ".join(left), style="dim"))
        for moment in each.found.moments:
            paper.line(_told(moment))


def _told(moment: Moment) -> Text:
    style = {"meeting": "blue", "news": "green", "progress": "green"}.get(moment.kind, "cyan")
    id = moment.id if moment.id.startswith("report:") else moment.id[:ID_LENGTH]
    text = Text.assemble("\n", (day(moment.date), "bold"), "  ", (label(moment), style), "  ", (id, "dim"))
    if whose := who(moment):
        text.append(f"\n{whose}")
    text.append("\n" + quoted(shortened(one_line(moment.words), LONGEST)))
    report = f"report {moment.report[:ID_LENGTH]}"
    where = one_line(moment.outlet or moment.file or "")
    terms = [f"due {day(moment.due)}" if moment.due else "", moment.outcome or "", where, report,
             day(moment.published) if moment.published else "no date"]  # fmt: skip
    return text.append("\n" + " · ".join(filter(None, terms)), style="dim")
