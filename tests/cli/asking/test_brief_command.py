"""`readout brief`, as a person types it."""

import json
from pathlib import Path

import pytest

from readout.cli.asking.briefing import write_bytes

REPORT = """\
date 2023-03-01 President of Finland Sauli Niinisto met with Prime Minister of Sweden Ulf Kristersson in Stockholm.
Finland will build a new bridge across the Torne River by the end of 2027. Ulf Kristersson said that Sweden was glad.
"""


@pytest.fixture(scope="module")
def run(readout, tmp_path_factory):
    """Runs a command on a ledger that holds one report."""
    folder = tmp_path_factory.mktemp("brief")
    (folder / "one.txt").write_text(REPORT, encoding="utf-8")
    ledger = folder / "readout.db"
    assert readout("add", folder / "one.txt", "--ledger", ledger).status == 0
    return lambda *arguments, **options: readout(*arguments, READOUT_LEDGER=str(ledger), **options)


def test_the_first_of_two_countries_is_the_readers_own(run):
    ended = run("brief", "SE", "FI", "--as-of", "2023-06-01")
    assert ended.status == 0, ended.err
    assert ended.out.startswith("For Sweden: meeting Finland\nAs of 1 June 2023.")
    assert "OPEN: WHAT FINLAND UNDERTOOK" in ended.out or "AGREED AND UNDERTAKEN THERE" in ended.out
    assert "bridge across the Torne River" in ended.out


def test_a_brief_is_as_wide_as_the_columns_and_takes_no_color(run):
    wide, narrow = (run("brief", "SE", "FI", "--no-color", COLUMNS=columns).out for columns in ("110", "50"))
    assert max(map(len, narrow.splitlines())) <= 50 < max(map(len, wide.splitlines())) <= 110
    assert "\x1b" not in wide


def test_of_two_sides_the_unknown_one_is_named_wherever_it_stands(run):
    for sides in (("Atlantis", "FI"), ("FI", "Atlantis")):
        assert "readout: Atlantis: neither a country nor anybody" in run("brief", *sides).err


def test_whom_it_is_for_can_be_said(run):
    ended = run("brief", "SE", "Finland", "--for", "fi", "--as-of", "2023-06-01")
    assert ended.out.startswith("For Finland: meeting Sweden\n")
    refused = run("brief", "SE", "FI", "--for", "NO")
    assert refused.status != 0
    assert "neither SE nor FI" in refused.err


def test_nothing_is_known_before_the_first_report(run):
    ended = run("brief", "SE", "FI", "--as-of", "2023-02-28")
    assert "No report tells of a meeting." in ended.out
    assert ended.out.count("No report tells of any for sure.") == 2
    assert "told above" not in ended.out
    for form, heading in (("text", "REPORTS"), ("markdown", "## Reports"), ("html", ">Reports<")):
        known, unknown = (
            run("brief", "SE", "FI", "--format", form, "--as-of", day).out for day in ("2023-06-01", "2023-02-28")
        )
        assert heading in known
        assert heading not in unknown
    assert "bridge" not in ended.out


def test_the_form_follows_the_name_of_the_file(run, tmp_path):
    for name, opening in (("a.md", "# For Sweden"), ("a.html", "<!DOCTYPE html>"), ("a.json", '{"own": "Sweden"')):
        ended = run("brief", "SE", "FI", "--as-of", "2023-06-01", "--output", tmp_path / name)
        assert (ended.status, ended.out) == (0, "")
        assert (tmp_path / name).read_text(encoding="utf-8").startswith(opening)


def test_a_dash_for_a_file_is_standard_output_for_a_pdf_too(capfdbinary, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    write_bytes(b"%PDF", Path("-"))
    assert capfdbinary.readouterr().out == b"%PDF"
    assert not list(tmp_path.iterdir())


def test_json_has_every_line_with_its_reports(run):
    found = json.loads(run("brief", "SE", "FI", "--as-of", "2023-06-01", "--format", "json").out)
    assert found["last"]["date"] == "2023-03-01"
    assert {told["report"] for told in found["last"]["told"]} <= {report["id"] for report in found["reports"]}


def test_a_name_that_no_report_has_is_refused(run):
    ended = run("brief", "SE", "Finlnd", "--as-of", "2023-06-01")
    assert ended.status != 0
    assert "Did you mean Finland" in ended.err


def test_a_side_does_not_meet_itself(run):
    ended = run("brief", "SE", "Sweden")
    assert (ended.status, ended.out) == (9, "")
    assert "one side, Sweden. Name two" in ended.err
