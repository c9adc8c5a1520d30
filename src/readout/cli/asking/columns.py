"""A comparison in the terminal: two columns where there is room for them, one below the other where there is not."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, TextIO

from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from readout.cli.terminal import Paper
from readout.pages.compare import names, summary
from readout.pages.compare.summary import capital
from readout.pages.compare.view import CellView, RowView, SentenceView, row_views, sentence_views
from readout.pages.compare.writer import meeting
from readout.pages.phrasing import day, one_line

if TYPE_CHECKING:
    from readout.asking.compare import Account, Comparison, Subject
    from readout.pages.compare.quotes import Piece

ROOM = 96
"""Columns of a terminal from which two stand side by side."""
SIDES = ("blue", "red")
DIFFERS = {
    "strength": "bold magenta",
    "number": "bold red",
    "actor": "bold blue",
    "kind": "bold yellow",
    "place": "bold yellow",
}
MOST_NAMES = 16


def print_comparison(found: Comparison, called: tuple[str, str] | None, out: TextIO, no_color: bool) -> None:
    """Writes a comparison; `called` are other names for the accounts than those that it gives itself."""
    paper, called = Paper.on(out, no_color), called or names(found)
    for line in _head(found, called):
        paper.line(line)
    rows, sentences = row_views(found), sentence_views(found)
    for verdict, heading in (("differently", "Told differently"), ("both", "Both tell")):
        if verdict in rows:
            paper.line(_heading(heading, len(rows[verdict])))
        for row in rows.get(verdict, []):
            paper.line(_title(row))
            paper.grid(_pair(row, called, paper.console.width))
    for which, verdict in enumerate(("one", "other")):
        paper.line(_heading(f"Only {called[which]}", len(rows.get(verdict, []))))
        for sentence in sentences.get(verdict, []):
            paper.line(Text("\n") + _titles(sentence, which))
            paper.grid(_stacked(_alone(sentence, which, called)))
        if named := (found.named_by_one, found.named_by_other)[which]:
            paper.line(_named(named))


def _head(found: Comparison, called: tuple[str, str]) -> Iterator[Text]:
    yield Text(f"One meeting, told by {called[0]} and by {called[1]}", style="bold")
    if said := meeting(found):
        yield Text(said, style="dim")
    for which, account in enumerate((found.one, found.other)):
        yield Text.assemble((capital(called[which]), f"bold {SIDES[which]}"), "  ", (_origin(account), "dim"))
    if not found.one_meeting:
        yield Text("\nThese two reports do not seem to tell of one meeting.", style="yellow")
    yield Text(f"\n{summary(found, called)}")


def _origin(account: Account) -> str:
    parts = (
        account.report.title,
        account.outlet or account.report.file,
        day(account.report.date) if account.report.date else None,
    )
    return " · ".join(one_line(part) for part in parts if part)


def _heading(said: str, count: int) -> Text:
    return Text.assemble("\n", (said, "bold underline"), (f" {count}", "dim"))


def _title(row: RowView) -> Text:
    ways = f" – differs in {row.ways}" if row.ways else ""
    return Text.assemble("\n", (f"{row.number} ", "bold"), (row.kind, "cyan"), (ways, "magenta"))


def _pair(row: RowView, called: tuple[str, str], width: int) -> Padding | Table:
    cells = [_cell(cell, which, called) for which, cell in enumerate(row.cells) if cell]
    if width < ROOM:
        return _stacked(Text("\n").join(cells))
    table = Table.grid(padding=(0, 3, 0, 0), expand=True)
    table.add_column(ratio=1, overflow="fold")
    table.add_column(ratio=1, overflow="fold")
    table.add_row(*cells)
    return Padding(table, (0, 0, 0, 2))


def _stacked(text: Text) -> Padding:
    return Padding(text, (0, 0, 0, 2))


def _cell(cell: CellView, which: int, called: tuple[str, str]) -> Text:
    text = Text.assemble((f"{capital(called[which])}: ", SIDES[which]))
    return text.append_text(_telling(cell))


def _telling(cell: CellView) -> Text:
    """Who, the quote with its own words bold and those that differ coloured, the values, and where it stands."""
    text = Text()
    if cell.who:
        text.append(cell.who.value, DIFFERS.get(cell.who.sort, "bold"))
    return (
        text.append("\n")
        .append_text(_quote(cell.quote))
        .append("\n")
        .append_text(_facts(cell))
        .append_text(_place(cell))
    )


def _quote(quote: Iterable[Piece]) -> Text:
    text = Text("“")
    for piece in quote:
        text.append(piece.words, DIFFERS.get(piece.sort) or ("" if piece.own else "dim"))
    return text.append("”")


def _facts(cell: CellView) -> Text:
    text = Text()
    for fact in cell.facts:
        text.append(f"{fact.label.lower()} ", "dim").append(fact.value, DIFFERS.get(fact.sort, "")).append(" · ", "dim")
    return text


def _place(cell: CellView) -> Text:
    again = "".join(f", again in {sentence}" for _, sentence in cell.again)
    return Text(f"sentence {cell.sentence}{again}", "dim")


def _titles(sentence: SentenceView, which: int) -> Text:
    """The rows of a sentence, a line each: number, kind, who and the values."""
    lines = []
    for row in sentence.rows:
        cell = row.cells[which]
        assert cell
        who = f"  {cell.who.value}" if cell.who else ""
        said = "".join(f" · {fact.label.lower()} {fact.value}" for fact in cell.facts)
        lines.append(Text.assemble((f"{row.number} ", "bold"), (row.kind, "cyan"), (who, "bold"), (said, "dim")))
    return Text("\n").join(lines)


def _alone(sentence: SentenceView, which: int, called: tuple[str, str]) -> Text:
    cell = sentence.rows[0].cells[which]
    assert cell
    text = _quote(sentence.quote).append("\n").append_text(_place(cell))
    for row in sentence.rows:
        if row.near:
            to = f" to {row.number}" if len(sentence.rows) > 1 else ""
            text.append(f"\nclosest in {called[1 - which]}’s account{to}: ", "dim").append(
                f"“{row.near}”", "italic dim"
            )
    return text


def _named(named: tuple[Subject, ...]) -> Text:
    shown = ", ".join(one_line(subject.name) for subject in named[:MOST_NAMES])
    more = f" and {len(named) - MOST_NAMES} more" if len(named) > MOST_NAMES else ""
    return Text(f"\n  names mentioned here alone: {shown}{more}", style="dim")
