"""`readout show` and `readout history`: one record with all that it stands on, and what happened to it."""

from __future__ import annotations

import difflib
import json
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from rich.text import Text

from readout.cli.ledger.listing import OUTCOME_STYLES, shown_id, who
from readout.cli.ledger.opening import today, with_ledger
from readout.cli.terminal import Paper
from readout.cli.terminal.sections import Row
from readout.cli.writing import standard_output
from readout.intake import iso_date
from readout.model import NotInLedger, kinds
from readout.pages.phrasing import day, doubt, one_line, origin, quoted, shortened

if TYPE_CHECKING:
    from readout.cli.failures import Failures
    from readout.ledger import Ledger
    from readout.ledger.aside import SetAside
    from readout.ledger.kept import KeptReport
    from readout.ledger.records.record import Detail, News, Source
    from readout.matching.status import Change

LONGEST = 300
AROUND = 3
"""Words shown beside each difference between two versions."""


@dataclass(frozen=True, slots=True)
class ShowCommand:
    """What is to be shown: a record by a finding's id, or a report."""

    ledger: str
    id: str
    as_of: str | None
    form: str
    no_color: bool = False

    def run(self) -> int:
        """Shows; returns the exit status."""
        return with_ledger(self.ledger, self._show)

    def _show(self, ledger: Ledger, _: Failures) -> None:
        on = iso_date(self.as_of, "--as-of") if self.as_of else None
        out = standard_output()
        try:
            detail = ledger.record_on(self.id, on) if on else ledger.record(self.id, as_of=today())
        except NotInLedger as problem:
            self._other(ledger, problem)
            return
        if self.form == "json":
            from readout.ledger.records.record import as_object

            out.write(json.dumps(as_object(detail), ensure_ascii=False) + "\n")
            return
        show(detail, Paper.on(out, self.no_color))

    def _other(self, ledger: Ledger, otherwise: NotInLedger) -> None:
        """Shows a finding that does not count, or a report; raises what was found of the record where it is neither."""
        for shown in (self._set_aside, self._report):
            try:
                shown(ledger)
            except NotInLedger:
                continue
            return
        raise otherwise

    def _set_aside(self, ledger: Ledger) -> None:
        aside, paper = ledger.set_aside(self.id), Paper.on(standard_output(), self.no_color)
        self._check_known(aside.date)
        if self.form == "json":
            paper.out.write(json.dumps(asdict(aside), ensure_ascii=False) + "\n")
            return
        show_aside(aside, paper)

    def _report(self, ledger: Ledger) -> None:
        paper, reading = Paper.on(standard_output(), self.no_color), ledger.reading(self.id)
        self._check_known(reading.report.date)
        if self.form == "json":
            paper.out.write(json.dumps(reading.to_dict(), ensure_ascii=False) + "\n")
            return
        paper.reading(reading, reading.report.id)
        if ledger.decided(self.id).removed:
            told = f"Nothing of this report counts: it was removed. readout history {shown_id(reading.report.id)} tells by whom."
            paper.line(Text(told, style="red"))
        versions = [one for one in ledger.versions(self.id) if self._is_known(one.published or one.date)]
        for one, other in pairwise(versions):
            _versions(one, other, paper)

    def _is_known(self, date: str | None) -> bool:
        """Whether what is of that date was there on the day that is asked for; what has none belongs to no day."""
        return self.as_of is None or (date is not None and date <= self.as_of)

    def _check_known(self, date: str | None) -> None:
        if not self._is_known(date):
            raise NotInLedger(f"{self.id}: dated later than {self.as_of}, or without a date.")


@dataclass(frozen=True, slots=True)
class HistoryCommand:
    """Whose history is to be shown."""

    ledger: str
    id: str
    no_color: bool = False

    def run(self) -> int:
        """Shows; returns the exit status."""
        return with_ledger(self.ledger, self._history)

    def _history(self, ledger: Ledger, _: Failures) -> None:
        paper = Paper.on(standard_output(), self.no_color)
        rows = []
        for event in ledger.history(self.id):
            words = f"\n{quoted(shortened(one_line(event.words), LONGEST))}" if event.words else ""
            said = Text.assemble((event.what, "bold"), f" · {event.who}" if event.who else "", (words, "dim"))
            rows.append(Row(Text(event.at[:10]), said, event.id[:8]))
        paper.table(rows, 10)


def show(detail: Detail, paper: Paper) -> None:
    """Writes a record: what it says, its sources, its news, its changes."""
    record = detail.record
    kind = kinds()[record.kind]
    form = f" · {record.form}" if record.form else ""
    paper.line(Text.assemble((f"{kind.label}{form} ", "bold"), (shown_id(record.id), "bold cyan")))
    paper.line()
    rows = [Row(Text("words"), Text(quoted(one_line(record.words))))]
    if who(record):
        rows.append(Row(Text("who"), Text(who(record), style="bold")))
    rows.extend(_facts(detail))
    paper.table(rows)
    paper.line(Text(f"\n{_told_by(detail)}", style="bold"))
    paper.table([_source(source) for source in detail.sources])
    for heading, sure in (("Later reports", True), ("Perhaps news of it (nothing rests on this)", False)):
        if some := [news for news in detail.news if news.sure is sure]:
            paper.line(Text(f"\n{heading}", style="bold"))
            paper.table([_news(news) for news in some])
    if detail.changes:
        paper.line(Text("\nHow its status changed", style="bold"))
        paper.table([_change(change) for change in detail.changes])


def _told_by(detail: Detail) -> str:
    """How many reports tell of a record, and in how many versions where some of them were edited."""
    reports, texts = detail.record.sources, len({source.report for source in detail.sources})
    versions = f", in {texts} versions" if texts > reports else ""
    return f"Told by {reports} report{'s' if reports > 1 else ''}{versions}"


def show_aside(aside: SetAside, paper: Paper) -> None:
    """Writes a finding that does not count, and why."""
    paper.line(Text.assemble((f"{kinds()[aside.kind].label} ", "bold"), (shown_id(aside.id), "bold cyan")))
    paper.line()
    origin = " · ".join(part for part in (one_line(aside.title or ""), aside.date or "no date", aside.report) if part)
    rows = [
        Row(Text("words"), Text(quoted(one_line(aside.words)))),
        Row(Text("report"), Text(origin)),
        Row(Text("counts not"), Text(one_line(aside.why), style="red")),
    ]
    paper.table(rows)
    paper.line(Text(f"readout history {shown_id(aside.id)} tells the rest.", style="dim"))


def _facts(detail: Detail) -> Iterator[Row]:
    record = detail.record
    yield Row(Text("date"), Text(day(record.date) if record.date else "no date"))
    if record.due:
        time = "" if record.time == "none" else f" · {record.time}"
        yield Row(Text("due"), Text(day(record.due) + time + _moved(detail)))
    if record.outcome:
        yield Row(Text("outcome"), Text(record.outcome, style=OUTCOME_STYLES.get(record.outcome, "")))
    labels = {slot.role: slot.label for slot in kinds()[record.kind].slots}
    if record.place:
        yield Row(Text(labels.get("place", "place").lower()), Text(one_line(record.place)))
    for role in ("amount", "cue"):
        if values := record.slots.get(role):
            yield Row(Text(labels.get(role, role).lower()), Text(", ".join(one_line(str(v)) for v in values)))
    also = [record.stage, None if record.counted else "umbrella, not counted", doubt(record.score)]
    if said := " · ".join(mark for mark in also if mark):
        yield Row(Text("also"), Text(said))
    unseen = " (nobody has accepted or changed it yet)" if record.review == "machine" else ""
    yield Row(Text("review"), Text.assemble(record.review, (unseen, "dim")))


def _moved(detail: Detail) -> str:
    """From when the deadline was moved, and by which report."""
    if not detail.moves:
        return ""
    last = detail.moves[-1]
    source = next(source for source in detail.sources if source.report == last.report)
    return f" · moved from {day(last.before or '')} by {origin(source.outlet, source.file, source.report)}, {day(last.date)}"


def _source(source: Source) -> Row:
    where = " · ".join(part for part in (source.outlet, one_line(source.title or "")) if part)
    where = where or origin(None, source.file, source.report)
    marks = "".join(
        f" · {mark}"
        for mark, holds in (("reprint", source.reprint), (source.review, source.review != "machine"))
        if holds
    )
    said = Text.assemble((where, "bold"), (marks, "yellow"), "\n", quoted(shortened(one_line(source.words), LONGEST)))
    for field in ("strength", "due", "amount"):
        if source.drift and (pair := getattr(source.drift, field)):
            said.append(f"\n{field}: {pair[0] or 'none'} → {pair[1] or 'none'}", style="yellow")
    return Row(Text(source.date or "no date"), said, (source.finding or source.report)[:8])


def _news(news: News) -> Row:
    said = Text.assemble(
        (news.effect, OUTCOME_STYLES.get(news.effect, "bold")), f" · {news.who or 'nobody named'} ({news.standing})",
        "\n", quoted(shortened(one_line(news.words), LONGEST)),
    )  # fmt: skip
    return Row(Text(news.date), said, news.report[:8])


def _change(change: Change) -> Row:
    said = Text.assemble(f"{change.field}: {change.before or 'none'} → ", (change.after, "bold"), f" · {change.who}")
    if change.quote:
        said.append(f"\n{quoted(shortened(one_line(change.quote), LONGEST))}")
    return Row(Text(change.date[:10]), said, (change.report or "")[:8])


def _versions(one: KeptReport, other: KeptReport, paper: Paper) -> None:
    """Writes what an edited republication changed, a line a difference."""
    paper.line(
        Text.assemble(("Version ", "bold"), other.id, (f", kept {day(other.at[:10])}, differs from {one.id}:", ""))
    )
    old, new = one.text.split(), other.text.split()
    matcher = difflib.SequenceMatcher(None, old, new, autojunk=False)
    for tag, a, b, c, d in matcher.get_opcodes():
        if tag != "equal":
            before, after = " ".join(old[max(0, a - AROUND) : a]), " ".join(old[b : b + AROUND])
            words = Text.assemble("  … ", before, " ")
            words.append(" ".join(old[a:b]), style="red strike").append(" ⇒ ").append(" ".join(new[c:d]), style="green")
            paper.line(words.append(f" {after} …"))
