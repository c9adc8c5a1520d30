"""Records become a table of pandas or polars, whichever is installed."""

import sys
from types import ModuleType

import pytest
from tests.ledger.conftest import AT, bridge

from readout.ledger.records import record
from readout.model import MissingInput, NotInLedger


@pytest.mark.parametrize("library", ["pandas", "polars"])
def test_records_are_a_row_each_in_the_library_that_is_installed(ledger, monkeypatch, library):
    ledger.keep(bridge().reading(), at=AT)
    stand_in = ModuleType(library)
    stand_in.DataFrame = lambda rows, **_: rows
    monkeypatch.setitem(sys.modules, library, stand_in)
    monkeypatch.setattr(record, "find_spec", lambda name: name == library or None)
    (row,) = ledger.records("commitment").to_frame()
    assert (row["due"], row["outcome"], row["slot_by"], row["slot_specific"]) == (
        "2027-12-31", "no later report", "Norway", "True",
    )  # fmt: skip
    assert "slots" not in row


@pytest.mark.parametrize(("library", "named"), [("pandas", "columns"), ("polars", "schema")])
def test_a_table_of_no_records_has_its_columns(ledger, monkeypatch, library, named):
    stand_in = ModuleType(library)
    stand_in.DataFrame = lambda rows, **known: (rows, known[named])
    monkeypatch.setitem(sys.modules, library, stand_in)
    monkeypatch.setattr(record, "find_spec", lambda name: name == library or None)
    rows, columns = ledger.records("commitment").to_frame()
    assert (rows, {"due", "outcome"} <= set(columns), "slots" in columns) == ([], True, False)


def test_without_either_it_says_what_to_install(ledger, monkeypatch):
    monkeypatch.setattr(record, "find_spec", lambda _: None)
    with pytest.raises(MissingInput, match="pip install pandas"):
        ledger.records("commitment").to_frame()


def test_what_is_no_kind_of_record_is_told_with_those_that_are(ledger):
    with pytest.raises(NotInLedger, match=r"meetings: no kind of record. There are meeting, statement"):
        ledger.records("meetings")
