"""What is due, on a terminal."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, TextIO

from rich.table import Table
from rich.text import Text

from readout.cli.ledger.listing import OUTCOME_STYLES
from readout.cli.terminal import Paper
from readout.cli.terminal.sections import ID_LENGTH, STRENGTH_STYLES
from readout.pages.due import saying
from readout.pages.phrasing import doubt, led, one_line, quoted, shortened

if TYPE_CHECKING:
    from readout.asking.due import Due, Item

LONGEST = 180
WHEN = 16
NAME = 24
MOST_SIDES = 15
STYLES = ("red", "yellow", "dim", "dim")


def print_due(due: Due, out: TextIO, no_color: bool) -> None:
    """Writes the counts, the three lists, and the counts by strength and side."""
    paper = Paper.on(out, no_color)
    paper.line(Text(f"{saying.about(due.asked)}:", style="bold"))
    _print_counts(due, paper)
    for each in due.led:
        paper.line(saying.apart(each))
    if due.counts.undertaken:
        _print_lists(due, paper)
        _print_tables(due, paper)
    for each in due.led:
        paper.line()
        paper.line(Text(f"Undertaken {led(each.lead)}:", style="bold"))
        _print_counts(each.found, paper)
        _print_lists(each.found, paper)
    if due.counts.undertaken or due.led:
        paper.line()
        paper.line(Text(saying.NEITHER_BROKEN, style="dim"))


def _print_counts(due: Due, paper: Paper) -> None:
    for line in saying.denominators(due.counts):
        paper.line(line)


def _print_lists(due: Due, paper: Paper) -> None:
    for (title, meaning, count, items), style in zip(saying.heads(due), STYLES, strict=True):
        if title == saying.PROPOSED and not count:
            continue
        paper.line()
        paper.line(Text.assemble((title, "bold underline"), f" {saying.figure(count)}. ", (meaning, "dim")))
        if items:
            paper.grid(_list(items, style))
        if rest := saying.left_out(count, len(items)):
            paper.line(Text(rest, style="dim"))


def _print_tables(due: Due, paper: Paper) -> None:
    for head, rows in (("strength", due.by_strength), ("side", due.by_side)):
        paper.line()
        paper.grid(_table(head, saying.breakdown(rows, MOST_SIDES)))
    if len(due.by_side) > MOST_SIDES:
        paper.line(
            Text(f"{saying.many(len(due.by_side) - MOST_SIDES, 'side')} more: --format json has all.", style="dim")
        )


def _list(items: tuple[Item, ...], style: str) -> Table:
    grid = Table(box=None, padding=(0, 2, 1, 0), expand=True, show_header=False)
    grid.add_column(width=WHEN, overflow="fold")
    grid.add_column(ratio=1, overflow="fold")
    grid.add_column(width=ID_LENGTH, no_wrap=True, style="dim", justify="right")
    for item in items:
        grid.add_row(Text(saying.distance(item) or "no deadline", style=style), _body(item), item.id[:ID_LENGTH])
    return grid


def _body(item: Item) -> Text:
    strength = saying.strength(item)
    text = Text.assemble((saying.parties(item), "bold"), " ", (strength, STRENGTH_STYLES.get(strength, "cyan")))
    text.append("\n" + quoted(shortened(one_line(item.words), LONGEST)))
    marks = [(saying.deadline(item), "dim"), (saying.came(item), OUTCOME_STYLES.get(item.outcome, "")),
             (doubt(item.score), "yellow"), (saying.source(item), "dim")]  # fmt: skip
    for number, (mark, style) in enumerate((mark, style) for mark, style in marks if mark):
        text.append("\n" if number == 0 else " · ", style="dim").append(mark, style=style)
    return text


def _table(head: str, rows: Iterable[tuple[str, ...]]) -> Table:
    grid = Table(box=None, padding=(0, 2, 0, 0), header_style="dim")
    grid.add_column(head, overflow="fold", max_width=NAME)
    for column in saying.COLUMNS:
        grid.add_column(column, justify="right", no_wrap=True)
    for row in rows:
        grid.add_row(*row)
    return grid
