"""The formats that a ledger is exported in. To add one: write its file beside this one and name it here."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType

from readout.export import csv_files, jsonl, parquet, sqlite
from readout.export.asked import Asked
from readout.ledger import Ledger
from readout.model import MissingInput


@dataclass(frozen=True, slots=True)
class Format:
    """A format: its name on the command line, how names of its files end, what it is for, what writes it.

    `write` takes a ledger, a file or folder, and what is asked; `folder` says whether it may be a folder.
    """

    name: str
    suffixes: tuple[str, ...]
    says: str
    write: Callable[[Ledger, Path, Asked], None]
    folder: bool = False


FORMATS = MappingProxyType({
    each.name: each
    for each in (
        Format("jsonl", (".jsonl", ".ndjson", ".json"), "all that is kept, for `readout import`", jsonl.write),
        Format("csv", (".csv",), "tables for R, Python, Stata or a spreadsheet", csv_files.write, folder=True),
        Format("parquet", (".parquet",), "the same tables, typed and small", parquet.write, folder=True),
        Format("sqlite", (".sqlite", ".sqlite3", ".db"), "the same tables in one file, for Datasette", sqlite.write),
    )
})  # fmt: skip


def format_of(name: str | None, output: Path | None) -> Format:
    """The format of that name, or else of a file called so; JSON lines where there is neither.

    Raises MissingInput where the name tells nothing.
    """
    if name:
        return FORMATS[name]
    if output is None:
        return FORMATS["jsonl"]
    for each in FORMATS.values():
        if output.suffix.lower() in each.suffixes:
            return each
    ends = ", ".join(suffix for each in FORMATS.values() for suffix in each.suffixes)
    raise MissingInput(f"{output}: its name tells no format. Add --format, or end it in one of {ends}.")
