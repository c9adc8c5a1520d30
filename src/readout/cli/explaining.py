"""`readout why`: the rule that found a finding, the words it stands on, the path between them."""

from __future__ import annotations

from dataclasses import dataclass
from difflib import get_close_matches
from typing import TYPE_CHECKING

from rich.text import Text

from readout.cli.failures import Failures
from readout.cli.terminal import Paper
from readout.cli.terminal.sections import ID_LENGTH, Row
from readout.cli.writing import standard_output
from readout.lang import load
from readout.model import Finding, Reading, ReadoutError, Slot, Span, kinds
from readout.pages.phrasing import one_line, quoted, value

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from readout.cli.gathering import Inputs
    from readout.lang import Rule

SHOWN = 5


@dataclass(frozen=True, slots=True)
class Found:
    """A finding with the reading and the file that it is of."""

    finding: Finding
    reading: Reading
    name: str


@dataclass(frozen=True, slots=True)
class WhyCommand:
    """What was asked: the id of a finding or its beginning, and where to look for it."""

    id: str
    inputs: Inputs
    no_color: bool = False

    def run(self) -> int:
        """Reads the files and explains; returns the exit status, that of the first error."""
        with Failures().with_warnings() as failures:
            try:
                read = self.inputs.checked().readings(failures)
                found = [Found(f, reading, source.name) for source, reading in read for f in reading.findings]
                explain(the_one(self.id, found), Paper.on(standard_output(), self.no_color))
            except ReadoutError as problem:
                failures.tell(problem)
        return failures.exit_status


def the_one(id: str, found: Sequence[Found]) -> Found:
    """The finding whose id begins so. Raises ReadoutError where none or several do."""
    wanted = id.strip().lower()
    matches = {each.finding.id: each for each in found if wanted and each.finding.id.startswith(wanted)}
    if len(matches) == 1:
        return next(iter(matches.values()))
    if matches:
        raise ReadoutError(
            f"{id}: {len(matches)} findings begin so: {_listed(list(matches.values()))}. Type more of it."
        )
    if not found:
        raise ReadoutError(
            f"{id}: no such finding; nothing at all was found here. Name the file that it was read from."
        )
    raise ReadoutError(
        f"{id}: no such finding. {_nearest(wanted, found)} Give the files and --date that it was read with."
    )


def _nearest(wanted: str, found: Sequence[Found]) -> str:
    beginnings = {each.finding.id[: len(wanted) or None]: each for each in found}
    near = [beginnings[beginning] for beginning in get_close_matches(wanted, beginnings, n=SHOWN, cutoff=0.5)]
    return f"Nearest: {_listed(near)}." if near else f"There are: {_listed(found)}."


def explain(found: Found, paper: Paper) -> None:
    """Writes what a finding stands on."""
    finding, reading = found.finding, found.reading
    kind = kinds()[finding.kind]
    name = (f" · {one_line(found.name)}", "dim")
    paper.line(Text.assemble((f"{kind.label} ", "bold"), (finding.id, "bold cyan"), name))
    paper.line()
    paper.table([_quote("words", part, reading) for part in finding.spans or (finding.span,)])
    paper.line(Text("\nRule", style="bold"))
    paper.table(list(_rule(finding, rule_of(reading.report.language, finding.rule))))
    paper.line(Text("\nSlots", style="bold"))
    types = {slot.role: (slot.label, slot.type) for slot in kind.slots}
    paper.table([_slot(slot, reading, *types.get(slot.role, (slot.role, "text"))) for slot in finding.slots])


def rule_of(language: str, id: str) -> Rule | None:
    """The rule of that id in a language's pack; None for a finding that no rule of the pack made."""
    return load(language).rule(id)


def _rule(finding: Finding, rule: Rule | None) -> Iterator[Row]:
    yield Row(Text("id"), Text(finding.rule, style="cyan"))
    if rule:
        yield Row(Text("says"), Text(one_line(rule.says)))
        yield Row(Text("example"), Text(one_line(rule.example), style="italic"))
    else:
        yield Row(
            Text("says"),
            Text("No rule: the network of spans proposed these words; their slots were filled as those of a rule."),
        )
    if finding.path:
        yield Row(Text("path"), Text(" → ".join(one_line(step) for step in finding.path)))
    yield Row(Text("score"), Text(f"{finding.score:.2f}; how likely it is right, weighed on annotated reports"))


def _slot(slot: Slot, reading: Reading, label: str, type: str) -> Row:
    said = value(slot, type)
    words = one_line(slot.span.of(reading.report.text)) if slot.span else ""
    body = Text.assemble((said, "bold"), f" {quoted(words)}" if words and words != said else "")
    if slot.span:
        body.append(f" {_range(slot.span)}", style="dim")
    elif type != "flag":
        body.append(" no words of its own", style="dim")
    if slot.how:
        body.append(f"\n{one_line(slot.how)}", style="dim")
    return Row(Text(label), body)


def _quote(label: str, span: Span, reading: Reading) -> Row:
    words = Text(quoted(one_line(span.of(reading.report.text))))
    return Row(Text(label), words.append(f" {_range(span)}", style="dim"))


def _range(span: Span) -> str:
    return f"[{span.start}–{span.end}]"


def _listed(found: Sequence[Found]) -> str:
    shown = ", ".join(f"{each.finding.id[:ID_LENGTH]} ({each.finding.kind})" for each in found[:SHOWN])
    return f"{shown}, and {len(found) - SHOWN} more" if len(found) > SHOWN else shown
