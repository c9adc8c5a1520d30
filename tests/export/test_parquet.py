"""Parquet is read by polars, whose reader is not the library that wrote it, and says what the CSV says."""

import sys

import polars
import pytest

from readout.export.tables import tables
from readout.model import MissingInput

TYPES = {"text": polars.String, "whole": polars.Int64, "number": polars.Float64, "flag": polars.Boolean}


@pytest.mark.parametrize("table", tables().values(), ids=lambda table: table.name)
def test_every_table_has_typed_columns_and_the_cells_of_the_csv(exported, table):
    frame = polars.read_parquet(exported("parquet") / f"{table.name}.parquet")
    assert dict(frame.schema) == {column.name: TYPES[column.type] for column in table.columns}
    as_text = polars.read_csv(exported("csv") / f"{table.name}.csv", schema=frame.schema)
    assert frame.equals(as_text)


def test_a_table_without_rows_has_its_columns(exported):
    folder = exported("parquet", kinds=("agreement",))
    frame = polars.read_parquet(folder / "changes.parquet")
    assert (len(frame), frame.columns) == (0, [column.name for column in tables()["changes"].columns])


def test_without_pyarrow_it_says_what_to_install(exported, monkeypatch):
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    with pytest.raises(MissingInput, match=r"pip install 'readout-ledger\[parquet\]'"):
        exported("parquet")
