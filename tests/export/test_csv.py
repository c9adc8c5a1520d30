"""CSV is read by pandas, by polars and by Python's own csv, and says what the ledger says."""

import csv
import logging

import pandas
import polars
import pytest
from tests.export.conftest import FORMULA

from readout.export.tables import tables


def read(folder, table):
    """A table as pandas has it, every cell as text."""
    return pandas.read_csv(folder / f"{table}.csv", dtype=str, keep_default_na=False)


def test_a_row_is_a_record_as_the_ledger_has_it(kept, exported):
    frame = read(exported("csv"), "records")
    told = [record for kind in frame["kind"].unique() for record in kept.records(kind, as_of="2026-06-01")]
    assert sorted(frame["id"]) == sorted(record.id for record in told)
    for record in told:
        row = frame[frame["id"] == record.id].iloc[0]
        plain = (record.kind, record.words, record.date, record.outcome, record.time, record.due, str(record.sources))
        assert plain == tuple(
            row[name] or None for name in ("kind", "words", "date", "outcome", "time", "due", "sources")
        )
        for role, values in record.slots.items():
            assert row[f"slot_{role}"] == "; ".join(str(v).lower() if isinstance(v, bool) else v for v in values)


def test_the_evidence_beside_quotes_the_report_at_its_span(kept, exported):
    folder = exported("csv")
    for table in ("sources", "news", "changes"):
        frame = read(folder, table)
        assert len(frame), table
        for _, row in frame[frame["start"] != ""].iterrows():
            assert kept.report(row["report"]).text[int(row["start"]) : int(row["end"])] == row["quote"]


def test_a_promise_told_twice_has_two_sources_its_drift_and_each_change_of_its_status(exported):
    folder = exported("csv")
    records = read(folder, "records")
    (promise,) = records[records["words"] == "hand over four HIMARS launchers"]["id"]
    sources, changes = read(folder, "sources"), read(folder, "changes")
    assert list(sources[sources["record"] == promise]["outlet"]) == ["One", "Two"]
    assert list(sources[sources["record"] == promise]["differs"]) == ["", "due: 2025-12-31 -> 2026-12-31"]
    told = changes[(changes["record"] == promise) & (changes["field"] == "outcome")]
    assert (told["after"].iloc[-1], told["date"].iloc[-1]) == ("delivered, confirmed", "2025-06-01")
    assert told["who"].iloc[-1] == "Sweden"


def test_every_reference_finds_its_row(exported):
    folder = exported("csv")
    for table in tables().values():
        frame = read(folder, table.name)
        assert not frame.duplicated(list(table.key)).any(), table.name
        for column in table.columns:
            if column.to:
                other, name = column.to.split(".")
                assert set(frame[column.name]) - {""} <= set(read(folder, other)[name]), f"{table.name}.{column.name}"


def test_a_report_without_a_record_is_there_and_a_removed_one_is_not(kept, exported):
    reports = read(exported("csv"), "reports")
    assert len(reports) == len(kept.reports()) - 1
    assert "Norway and Sweden met in Bergen." not in [kept.report(id).text for id in reports["id"]]


def test_an_actor_has_its_kind_its_other_names_and_its_id(exported):
    actors = read(exported("csv"), "actors").set_index("name")
    assert tuple(actors.loc["Norway"]) == ("country", "5", "Norge", "Q20")


def test_polars_and_python_read_the_same_table(exported):
    path = exported("csv") / "records.csv"
    with path.open(encoding="utf-8", newline="") as stream:
        rows = list(csv.reader(stream))
    assert rows[1:] == [[cell or "" for cell in row] for row in polars.read_csv(path, infer_schema=False).iter_rows()]
    flags = polars.read_csv(path).schema
    assert (flags["counted"], flags["sources"]) == (polars.Boolean, polars.Int64)


@pytest.mark.parametrize(
    ("asked", "words"),
    [
        ({"kinds": ("meeting",)}, {"Norway and Sweden met in Oslo"}),
        ({"kinds": ("commitment",), "since": "2025-01-01"}, set()),
        ({"kinds": ("commitment",), "pair": ("Norway", "Denmark")}, set()),
        ({"kinds": ("statement",), "until": "2024-12-31", "actor": "norw"}, {'=HYPERLINK("http://one.example")'}),
    ],
)
def test_a_filter_leaves_only_what_was_asked_for_and_the_reports_that_tell_of_it(exported, asked, words):
    folder = exported("csv", **asked)
    assert set(read(folder, "records")["words"]) == words
    told = set(read(folder, "sources")["report"]) | set(read(folder, "news")["report"])
    assert set(read(folder, "reports")["id"]) == told


def test_a_file_of_records_has_its_other_tables_beside_it(exported):
    output = exported("csv", "norway.csv")
    assert "hand over four HIMARS launchers" in output.read_text(encoding="utf-8")
    assert output.with_name("norway.sources.csv").exists()


def test_values_stand_as_they_are_and_it_tells_how_many_look_like_formulas(exported, caplog):
    with caplog.at_level(logging.WARNING):
        folder = exported("csv")
    assert '=HYPERLINK("http://one.example")' in set(read(folder, "records")["words"])
    assert "4 cells begin as a formula does" in caplog.text
    assert FORMULA.startswith("=")


def test_for_a_spreadsheet_no_cell_is_a_formula_and_excel_knows_the_encoding(exported, caplog):
    folder = exported("csv", spreadsheet=True)
    assert caplog.text == ""
    for path in folder.iterdir():
        assert path.read_bytes().startswith(b"\xef\xbb\xbf")
        with path.open(encoding="utf-8-sig", newline="") as stream:
            assert not [cell for row in csv.reader(stream) for cell in row if cell.startswith(("=", "+", "-", "@"))]
    assert '\'=HYPERLINK("http://one.example")' in set(read(folder, "records")["words"])
