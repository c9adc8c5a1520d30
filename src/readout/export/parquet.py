"""Parquet: a file a table, typed columns with their descriptions, the same bytes for the same ledger."""

from __future__ import annotations

from contextlib import ExitStack
from pathlib import Path
from typing import Any

from readout.export.asked import Asked
from readout.export.places import appearing, of_tables
from readout.export.rows import every_row
from readout.export.tables import Row, Table, tables
from readout.ledger import Ledger
from readout.model import MissingInput

GROUP = 20_000
"""Rows that are held and written together."""


def write(ledger: Ledger, output: Path, asked: Asked) -> None:
    """Writes the tables into a folder, or as a file of records (`x.parquet`) with the others beside it.

    Raises MissingInput where pyarrow is not installed.
    """
    _pyarrow()
    with appearing(of_tables(output, tables(), ".parquet")) as parts, ExitStack() as stack:
        files = {name: stack.enter_context(_File(table, parts[name])) for name, table in tables().items()}
        with ledger.snapshot() as snapshot:
            for name, row in every_row(snapshot, asked):
                files[name].add(row)


class _File:
    """The file of a table, written some rows at a time."""

    def __init__(self, table: Table, path: Path) -> None:
        self._schema = _schema(table)
        self._writer = _pyarrow().parquet.ParquetWriter(path, self._schema, compression="zstd")
        self._held: list[Row] = []

    def __enter__(self) -> _File:
        return self

    def __exit__(self, kind: type[BaseException] | None, *_: object) -> None:
        if kind is None:
            self._write()
        self._writer.close()

    def add(self, row: Row) -> None:
        """One more row."""
        self._held.append(row)
        if len(self._held) >= GROUP:
            self._write()

    def _write(self) -> None:
        columns = zip(*self._held, strict=True) if self._held else [()] * len(self._schema)
        pa = _pyarrow()
        arrays = [pa.array(list(cells), field.type) for cells, field in zip(columns, self._schema, strict=True)]
        self._writer.write_table(pa.table(arrays, schema=self._schema))
        self._held.clear()


def _schema(table: Table) -> Any:
    pa = _pyarrow()
    types = {"text": pa.string(), "whole": pa.int64(), "number": pa.float64(), "flag": pa.bool_()}
    fields = [
        pa.field(column.name, types[column.type], metadata={"description": column.says}) for column in table.columns
    ]
    return pa.schema(fields, metadata={"description": f"A row is {table.row}."})


def _pyarrow() -> Any:
    try:
        import pyarrow
        import pyarrow.parquet
    except ImportError:
        raise MissingInput("Parquet needs pyarrow. Run: pip install 'readout-ledger[parquet]'") from None
    return pyarrow
