"""CSV: a file a table, UTF-8, a line break `\\n` between rows, an empty cell where nothing is said.

Values stand as they are: R, Python and Stata read what the report says. A spreadsheet takes a cell that begins with
=, +, -, @, a tab or a carriage return for a formula, and reports come from anywhere. `Asked.spreadsheet` therefore sets an
apostrophe before such a cell, and a byte order mark before each file, by which Excel knows UTF-8; without it the number of
such cells is logged as a warning. Source: OWASP, CSV Injection, https://owasp.org/www-community/attacks/CSV_Injection.
"""

from __future__ import annotations

import csv
import logging
from contextlib import ExitStack
from pathlib import Path

from readout.export.asked import Asked
from readout.export.places import appearing, of_tables
from readout.export.rows import every_row
from readout.export.tables import Cell, tables
from readout.ledger import Ledger

FORMULA = ("=", "+", "-", "@", "\t", "\r")
log = logging.getLogger(__name__)


def write(ledger: Ledger, output: Path, asked: Asked) -> None:
    """Writes the tables into a folder, or as a file of records (`x.csv`) with the others beside it (`x.sources.csv`)."""
    places = of_tables(output, tables(), ".csv")
    encoding = "utf-8-sig" if asked.spreadsheet else "utf-8"
    risky = 0
    with appearing(places) as parts, ExitStack() as stack, ledger.snapshot() as snapshot:
        writers = {}
        for name, table in tables().items():
            stream = stack.enter_context(parts[name].open("w", encoding=encoding, errors="replace", newline=""))
            writers[name] = csv.writer(stream, lineterminator="\n")
            writers[name].writerow(column.name for column in table.columns)
        for name, row in every_row(snapshot, asked):
            cells = [_written(cell) for cell in row]
            if formulas := [number for number, cell in enumerate(cells) if cell.startswith(FORMULA)]:
                risky += len(formulas)
                cells = [_defused(cell) for cell in cells] if asked.spreadsheet else cells
            writers[name].writerow(cells)
    if risky and not asked.spreadsheet:
        log.warning(
            "%s: %s cells begin as a formula does (=, +, -, @). Add --spreadsheet for files to open in a spreadsheet.",
            output, f"{risky:,}",
        )  # fmt: skip


def _written(cell: Cell) -> str:
    if cell is None:
        return ""
    return str(cell).lower() if isinstance(cell, bool) else str(cell)


def _defused(cell: str) -> str:
    return f"'{cell}" if cell.startswith(FORMULA) else cell
