"""`readout stats`, as a person types it."""

import csv
import io
import json

import pytest
from tests.cli.asking.test_due_command import NEWS


@pytest.fixture(scope="module")
def run(readout, tmp_path_factory):
    """Runs a command on a ledger of one report."""
    folder = tmp_path_factory.mktemp("stats")
    (folder / "one.txt").write_text(NEWS, encoding="utf-8")
    ledger = folder / "readout.db"
    assert readout("add", folder / "one.txt", "--ledger", ledger).status == 0
    return lambda *arguments: readout("stats", *arguments, READOUT_LEDGER=str(ledger))


def test_it_tells_each_table_beside_its_denominators(run):
    told = run("--as-of", "2024-01-01")
    assert (told.status, told.err) == (0, "")
    assert "As of 1 January 2024: what 1 report in this ledger tell" in told.out
    assert "1 of 1 meeting name a place" in told.out
    assert "never how likely it is" in told.out.replace("\n", " ")


def test_json_has_all_and_csv_one_table(run):
    answer = json.loads(run("--as-of", "2024-01-01", "-f", "json").out)
    (row,) = csv.DictReader(io.StringIO(run("--as-of", "2024-01-01", "-f", "csv", "--table", "places").out))
    assert (row["place"], row["meetings"]) == (answer["places"][0]["name"], "1") == ("Stockholm", "1")
    ended = run("-f", "csv")
    assert (ended.status, "--table" in ended.err) == (9, True)


def test_a_folder_gets_pictures_tables_and_the_graph(run, tmp_path):
    pytest.importorskip("matplotlib")
    ended = run("--as-of", "2024-01-01", "--figures", tmp_path / "figures", "--image", "png")
    assert (ended.status, ended.out, ended.err) == (0, "", "")
    assert sorted(path.name for path in (tmp_path / "figures").iterdir()) == [
        "checkable.csv", "graph.gexf", "graph.png", "map.png", "meetings.csv", "meetings.png", "outcomes.csv", "outcomes.png",
        "places.csv", "telling.csv", "telling.png",
    ]  # fmt: skip


def test_a_page_is_written_by_the_name_of_its_file_and_holds_all_tables(run, tmp_path):
    assert run("--as-of", "2024-01-01", "-o", tmp_path / "figures.html").status == 0
    assert "<h2>Who reports what</h2>" in (tmp_path / "figures.html").read_text(encoding="utf-8")
    ended = run("--table", "places", "-f", "html")
    assert (ended.status, "all tables" in ended.err) == (9, True)


def test_a_pair_an_actor_and_days_narrow_it_and_are_said(run):
    told = run("--as-of", "2024-01-01", "--pair", "FI,SE", "--until", "2023-12-31").out.replace("\n", " ")
    assert "until 31 December 2023: what 1 report in this ledger tell of what is between Finland and Sweden" in told
    nothing = run("--actor", "CL").out
    assert "what 0 reports in this ledger tell of Chile" in nothing and "readout list actors" in nothing
    assert "Meetings by pair" not in nothing
