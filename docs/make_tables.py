"""Writes docs/reference/export.md: the tables of an export and their columns, as the code has them.

`python docs/make_tables.py` writes the page; a test holds it to what `page()` gives.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from readout.export import FORMATS
from readout.export.tables import Column, Table, tables

PUBLISHED = Path(__file__).parent / "reference" / "export.md"
INTRODUCTION = """\
# The tables of an export

This page is written by `docs/make_tables.py` from the code. [How to export](../how-to/export.md) shows what to do with it.

| format | name ends in | for |
|---|---|---|
{formats}

CSV, Parquet and SQLite hold the same tables with the same columns, in the same order. All kinds of record stand in one table,
`records`: a column that a kind does not have is empty. Columns that begin with `slot_` are the slots of
[the kinds](kinds.md), with `; ` between several values; `roles` has the actors among them one by one. Nothing in a table is
a text as a whole: the JSON lines have the texts.

Dates and times are ISO text, since some are a month or a year only. `start` and `end` count code points in the report's
text from 0, and `end` is the first behind the words. Flags are `true` and `false` in CSV, 1 and 0 in SQLite.
"""


def page() -> str:
    """The whole page."""
    formats = "\n".join(
        f"| `{f.name}` | {', '.join(f'`{s}`' for s in f.suffixes)} | {f.says} |" for f in FORMATS.values()
    )
    sections = "\n".join(line for table in tables().values() for line in _section(table))
    return f"{INTRODUCTION.format(formats=formats)}\n{sections}"


def _section(table: Table) -> Iterator[str]:
    yield f"## {table.name}"
    yield ""
    yield f"A row is {table.row}. {', '.join(f'`{name}`' for name in table.key)} name{'s' if len(table.key) == 1 else ''} it."
    yield ""
    yield "| column | type | holds | refers to | of |"
    yield "|---|---|---|---|---|"
    yield from (_row(column) for column in table.columns)
    yield ""


def _row(column: Column) -> str:
    says = column.says.replace("|", "\\|")
    to = f"`{column.to}`" if column.to else ""
    return f"| `{column.name}` | {column.type} | {says} | {to} | {', '.join(column.kinds)} |"


if __name__ == "__main__":
    PUBLISHED.write_text(page(), encoding="utf-8")
