"""The paper that the text form is written on: its width, its columns, its colours."""

from __future__ import annotations

import os
from dataclasses import dataclass
from io import StringIO
from typing import TYPE_CHECKING, TextIO

from rich.cells import cell_len
from rich.console import Console
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from readout.cli.terminal.sections import ID_LENGTH, provenance, sections
from readout.pages.phrasing import heading, one_line

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from readout.cli.terminal.sections import Row
    from readout.model import Finding, Reading

WIDTH_WITHOUT_TERMINAL = 80
WIDEST = 120
NARROWEST = 40
INDENT = 2
SHORTEST_LABEL, LONGEST_LABEL = 10, 16
NO_MEETING = "No official meeting found."


@dataclass(frozen=True, slots=True)
class Paper:
    """Writes readings on one stream. A terminal gives its own width, up to 120 columns; a file gets 80 and no colour.

    `COLUMNS` in the environment decides the width of both.
    """

    console: Console
    out: TextIO

    @classmethod
    def on(cls, out: TextIO, no_color: bool = False) -> Paper:
        """The paper for a stream."""
        terminal = out.isatty()
        columns = os.environ.get("COLUMNS", "")
        wide = int(columns) if columns.isdigit() else Console(file=out).width if terminal else WIDTH_WITHOUT_TERMINAL
        console = Console(
            file=StringIO(),
            width=max(NARROWEST, min(wide, WIDEST)),
            force_terminal=terminal or None,
            no_color=no_color or None,
            highlight=False,
            emoji=False,
            markup=False,
        )
        return cls(console, out)

    def reading(self, reading: Reading, name: str, first: bool = True) -> None:
        """Writes everything that was found in one report; `name` is what its file is called."""
        if not first:
            self._put(Text("─" * self.console.width, style="dim"))
        self._put(Text(heading(reading), style="bold"))
        self._put(Text(" · ".join([*provenance(reading.report), one_line(name)]), style="dim"))
        if not reading.of_kind("meeting"):
            none = "" if reading.findings else " Nothing else that Readout looks for was found either."
            self._put(Text(f"\n{NO_MEETING}{none}", style="yellow"))
        laid_out = list(sections(reading))
        labels = label_width(row for _, groups in laid_out for group in groups for row in group.rows)
        for title, groups in laid_out:
            self._put(Text.assemble("\n", (title, "bold underline")))
            for number, group in enumerate(groups):
                if group.name is not None:
                    self._put(Padding(group.name, (int(number > 0), 0, 0, INDENT)))
                self.table(group.rows, labels)
        self._put(Text())

    def hint(self, finding: Finding, file: str) -> None:
        """Tells how to ask why, where a person sits before a terminal."""
        if self.console.is_terminal:
            self._put(Text(f"readout why {finding.id[:ID_LENGTH]} {file}", style="dim"))

    def line(self, text: Text | str = "") -> None:
        """Writes one paragraph."""
        self._put(Text(text) if isinstance(text, str) else text)

    def table(self, rows: Sequence[Row], labels: int | None = None) -> None:
        """Writes rows with a label before them and an id behind, the words between hanging in their own column."""
        grid = Table.grid(padding=(0, 2, 0, 0), expand=True)
        grid.add_column(width=labels or label_width(rows), overflow="fold")
        grid.add_column(ratio=1, overflow="fold")
        if ids := any(row.id for row in rows):
            grid.add_column(width=ID_LENGTH, no_wrap=True, style="dim", justify="right")
        for row in rows:
            grid.add_row(row.label, row.body, *([row.id] if ids else []))
        self._put(Padding(grid, (0, 0, 0, INDENT)))

    def grid(self, table: Table | Padding) -> None:
        """Writes a table with columns of its own, or what stands indented."""
        self._put(table)

    def _put(self, what: Text | Padding | Table) -> None:
        """Writes lines without the spaces that fill them up, so that what is piped can be compared and searched."""
        buffer = self.console.file
        assert isinstance(buffer, StringIO)
        self.console.print(what, overflow="fold")
        self.out.writelines(f"{line.rstrip(' ')}\n" for line in buffer.getvalue().splitlines())
        self.out.flush()
        buffer.seek(0)
        buffer.truncate()


def label_width(rows: Iterable[Row]) -> int:
    """Columns for the labels: as many as their longest word takes, within bounds."""
    longest = max((cell_len(word) for row in rows for word in row.label.plain.split()), default=0)
    return max(SHORTEST_LABEL, min(longest, LONGEST_LABEL))
