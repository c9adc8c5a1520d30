"""Asks for counts and writes them as tables, pictures and a graph."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING, Literal

from readout.cli.asking.following import BY_NAME
from readout.cli.ledger.opening import with_ledger
from readout.cli.writing import form_of, opened
from readout.model import MissingInput, NotInLedger
from readout.pages.stats.tables import about, csv_text, markdown, short, tables

if TYPE_CHECKING:
    from pathlib import Path
    from typing import TextIO

    from readout.asking.stats import Stats
    from readout.cli.asking.following import Narrowed
    from readout.cli.failures import Failures
    from readout.ledger import Ledger
    from readout.pages.stats.tables import Table


@dataclass(frozen=True, slots=True)
class Written:
    """Which table is written (None: all), how many rows of each (0: all), how, and where."""

    table: str | None
    limit: int
    format: str | None
    output: Path | None
    no_color: bool

    @property
    def form(self) -> str:
        """The format that was asked for, or else that of the file's name."""
        return form_of(self.format, self.output, BY_NAME)


@dataclass(frozen=True, slots=True)
class StatsCommand:
    """Counts that were asked for, and how they are written."""

    ledger: str
    narrowed: Narrowed
    written: Written
    figures: Path | None
    image: Literal["svg", "png"]

    def run(self) -> int:
        """Writes; returns the exit status."""
        return with_ledger(self.ledger, self._answer)

    def _answer(self, ledger: Ledger, _: Failures) -> None:
        from readout.asking.stats import stats

        if self.written.form == "html" and self.written.table:
            raise NotInLedger("The page has all tables. Leave --table out, or write text, csv or markdown.")
        if self.written.form == "csv" and not self.written.table:
            raise NotInLedger("CSV holds one table. Name it with --table, or give --figures FOLDER for all of them.")
        answer = stats(ledger, self.narrowed.pursued())
        if self.figures:
            self._draw(answer, self.figures)
        if not self.figures or self.written.output or self.written.format:
            with opened(self.written.output) as out:
                self._write(answer, out)

    def _write(self, stats: Stats, out: TextIO) -> None:
        form, most = self.written.form, self.written.limit or 10**9
        found = [table for table in tables(stats) if self.written.table in (None, table.name)]
        if form == "json":
            out.write(json.dumps(asdict(stats), ensure_ascii=False) + "\n")
        elif form == "csv":
            out.write(csv_text(found[0]))
        elif form == "text":
            _print(stats, found, most, out, self.written.no_color)
        elif form == "markdown":
            out.write(markdown(stats, most))
        else:
            from readout.pages.stats.page import page

            out.write(page(stats))

    def _draw(self, stats: Stats, folder: Path) -> None:
        """All pictures, tables and the graph into a folder; a file that is there is replaced."""
        from readout.pages.stats.graph import gexf
        from readout.pages.stats.pictures import pictures

        drawn = {f"{name}.{self.image}": content for name, content in pictures(stats, self.image).items()}
        drawn |= {f"{table.name}.csv": csv_text(table).encode() for table in tables(stats)}
        try:
            folder.mkdir(parents=True, exist_ok=True)
            for name, content in (drawn | {"graph.gexf": gexf(stats).encode()}).items():
                (folder / name).write_bytes(content)
        except OSError as problem:
            raise MissingInput(f"{folder}: cannot be written ({problem.strerror}). Name a folder of yours.") from None


def _print(stats: Stats, found: list[Table], most: int, out: TextIO, no_color: bool) -> None:
    from rich.table import Table as Grid
    from rich.text import Text

    from readout.cli.terminal import Paper

    paper = Paper.on(out, no_color)
    paper.line(Text(f"{about(stats)}.", style="bold"))
    if not stats.reports:
        paper.line("Nothing of that is held here. `readout list actors` shows how names are written.")
        return
    for table in found:
        heads, rows = short(table, most)
        paper.line()
        paper.line(Text.assemble((table.title, "bold underline"), (f". {table.against}", "dim")))
        grid = Grid(box=None, padding=(0, 2, 0, 0), header_style="dim")
        for place, head in enumerate(heads):
            grid.add_column(
                head, justify="right" if rows and not isinstance(rows[0][place], str) else "left", overflow="fold"
            )
        for row in rows:
            grid.add_row(*(f"{cell:,}" if isinstance(cell, int) else str(cell) for cell in row))
        paper.grid(grid)
