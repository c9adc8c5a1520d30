"""What the text form says of each kind: a heading and rows, in the order in which people ask."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from rich.text import Text

from readout.model import kinds
from readout.pages.phrasing import actor_of, day, doubt, offices, one_line, parties, quoted, shortened, value

if TYPE_CHECKING:
    from collections.abc import Iterator

    from readout.model import Finding, Kind, Reading, Report, Slot

ID_LENGTH = 8
LONGEST_QUOTE = 600
STRENGTH_STYLES = {
    "signed": "bold green",
    "agreed": "green",
    "pledged": "cyan",
    "intended": "yellow",
    "proposed": "magenta",
}


@dataclass(frozen=True, slots=True)
class Row:
    """A line of the text form: a label before it, its words, and the beginning of the finding's id."""

    label: Text
    body: Text
    id: str = ""


@dataclass(frozen=True, slots=True)
class Group:
    """Rows that belong together, under whose name they do."""

    rows: tuple[Row, ...]
    name: Text | None = None


def provenance(report: Report) -> list[str]:
    """Where a report comes from: outlet, whom it credits, date."""
    outlet = report.outlet.value if report.outlet else report.source
    credited = f"crediting {one_line(report.credited.value)}" if report.credited else ""
    published = day(report.date) if report.date else "no date"
    return [part for part in (one_line(outlet or ""), credited, published) if part]


def sections(reading: Reading) -> Iterator[tuple[str, tuple[Group, ...]]]:
    """A heading and its rows for every kind of which something was found."""
    layouts = {"meeting": _meetings, "commitment": _commitments}
    for kind in kinds().values():
        if not reading.of_kind(kind.kind):
            continue
        if kind.kind == "statement":
            yield kind.question, tuple(_statements(reading))
        else:
            layout = layouts.get(kind.kind)
            yield kind.question, (Group(tuple(layout(reading) if layout else _facts(reading, kind))),)


def who(reading: Reading, slot: Slot, style: str = "bold") -> Text:
    """An actor with office and country."""
    post = offices(actor_of(reading, slot))
    return Text.assemble((one_line(str(slot.value)), style), (f", {post}" if post else "", ""))


def _meetings(reading: Reading) -> Iterator[Row]:
    for finding in reading.of_kind("meeting"):
        kind = finding.one("kind")
        lines = [who(reading, slot) for slot in finding.all("participants")]
        facts = [value(slot, role) for role in ("place", "date") for slot in finding.all(role)]
        if facts:
            lines.append(Text(" · ".join(facts)))
        lines = lines or [_words(reading, finding)]
        yield _row(Text(str(kind.value) if kind else "meeting", style="blue"), Text("\n").join(lines), finding)


def _statements(reading: Reading) -> Iterator[Group]:
    """One group a speaker, in the order in which they first speak."""
    by_speaker: dict[tuple[str | bool, ...], list[Finding]] = {}
    for finding in reading.of_kind("statement"):
        by_speaker.setdefault(finding.values("speaker"), []).append(finding)
    for findings in by_speaker.values():
        names = [who(reading, slot) for slot in findings[0].all("speaker")] or [Text("Nobody named", style="italic")]
        yield Group(tuple(_statement(reading, finding) for finding in findings), Text("; ").join(names))


def _statement(reading: Reading, finding: Finding) -> Row:
    cue, form = finding.one("cue"), finding.one("form")
    label = one_line(str(cue.value)) if cue else "said"
    words = _words(reading, finding, direct=bool(form and form.value == "direct"))
    return _row(Text(label, style="dim"), words, finding)


def _commitments(reading: Reading) -> Iterator[Row]:
    for finding in reading.of_kind("commitment"):
        strength = str(finding.values("strength")[0]) if finding.one("strength") else "undertaken"
        lines = [line for line in (_parties(finding), _words(reading, finding), _terms(reading, finding)) if line]
        label = Text(strength, style=STRENGTH_STYLES.get(strength, "cyan"))
        yield _row(label, Text("\n").join(lines), finding)


def _parties(finding: Finding) -> Text:
    by, to, proposer, strength = (_names(finding, role) for role in ("by", "to", "proposer", "strength"))
    return Text(parties(by, to, proposer, strength), style="bold")


def _terms(reading: Reading, finding: Finding) -> Text:
    due, words, specific = finding.one("due"), finding.one("due_text"), finding.one("specific")
    span = words.span if words else due.span if due else None
    said = one_line(span.of(reading.report.text)) if span else ""
    when = " ".join(part for part in (value(due, "date") if due else "", quoted(said) if said else "") if part)
    amount = _names(finding, "amount")
    flag = ("checkable" if specific.value else "general") if specific else ""
    return Text(" · ".join(part for part in (when and f"due {when}", amount, flag) if part), style="dim")


def _facts(reading: Reading, kind: Kind) -> Iterator[Row]:
    """Rows of a kind without a layout of its own: its words, then its slots as its definition names them."""
    for finding in reading.of_kind(kind.kind):
        first = next((slot for slot in kind.slots if slot.type == "word" and slot.role != "kind"), None)
        label = (_names(finding, first.role) if first else "") or kind.label.lower()
        rest = [slot for slot in kind.slots if slot is not first and finding.one(slot.role)]
        said = [f"{slot.label}: {', '.join(value(s, slot.type) for s in finding.all(slot.role))}" for slot in rest]
        lines = [_words(reading, finding), *([Text(" · ".join(said), style="dim")] if said else [])]
        yield _row(Text(label, style="green"), Text("\n").join(lines), finding)


def _words(reading: Reading, finding: Finding, direct: bool = False) -> Text:
    parts = finding.spans or (finding.span,)
    words = shortened(" … ".join(one_line(part.of(reading.report.text)) for part in parts), LONGEST_QUOTE)
    return Text(quoted(words) if direct else words)


def _names(finding: Finding, role: str) -> str:
    return ", ".join(one_line(str(name)) for name in finding.values(role))


def _row(label: Text, body: Text, finding: Finding) -> Row:
    """A finding's row; a low score is told behind its words."""
    unsure = doubt(finding.score)
    return Row(label, body.append(f" · {unsure}", style="yellow") if unsure else body, finding.id[:ID_LENGTH])
