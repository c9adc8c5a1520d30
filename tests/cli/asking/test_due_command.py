"""`readout due`, as a person types it."""

import csv
import io
import json

import pytest

NEWS = """\
date 2023-03-01 The President of Finland Sauli Niinisto met with Prime Minister of Sweden Ulf Kristersson in Stockholm.
Finland will build a new bridge across the Torne River by the end of 2027. Ulf Kristersson said that Sweden was glad.
"""


@pytest.fixture(scope="module")
def run(readout, tmp_path_factory):
    """Runs a command on a ledger of one report."""
    folder = tmp_path_factory.mktemp("due")
    (folder / "one.txt").write_text(NEWS, encoding="utf-8")
    ledger = folder / "readout.db"
    assert readout("add", folder / "one.txt", "--ledger", ledger).status == 0
    return lambda *arguments: readout("due", *arguments, READOUT_LEDGER=str(ledger))


def test_it_tells_what_is_past_due_and_out_of_how_many(run):
    told = run("--as-of", "2028-01-10")
    assert (told.status, told.err) == (0, "")
    assert "As of 10 January 2028:\n1 of 1 undertaking can be checked" in told.out
    assert "Past the deadline 1." in told.out
    assert "10 days past" in told.out
    assert "known\n                  to the year" in told.out or "known to the year" in told.out


def test_json_csv_markdown_and_html_hold_the_same_commitment(run, tmp_path):
    answer = json.loads(run("--as-of", "2028-01-10", "-f", "json").out)
    (item,) = answer["overdue"]
    (row,) = csv.DictReader(io.StringIO(run("--as-of", "2028-01-10", "-f", "csv").out))
    assert (row["list"], row["id"], row["due"], row["precision"]) == ("overdue", item["id"], item["due"], "year")
    for name in ("due.md", "due.html"):
        assert run("--as-of", "2028-01-10", "-o", tmp_path / name).out == ""
        assert item["id"][:8] in (tmp_path / name).read_text(encoding="utf-8")


def test_a_calendar_is_written_beside_or_alone(run, tmp_path):
    pytest.importorskip("icalendar")
    ended = run("--as-of", "2024-01-01", "--ics", tmp_path / "due.ics")
    assert (ended.status, ended.out, ended.err) == (0, "", "")
    text = (tmp_path / "due.ics").read_bytes().decode()
    assert "DTSTART;VALUE=DATE:20270101\r\nDTEND;VALUE=DATE:20280101\r\n" in text


def test_a_decided_deadline_is_told_without_the_words_of_the_old_one(readout, tmp_path):
    pytest.importorskip("icalendar")
    (tmp_path / "one.txt").write_text(NEWS, encoding="utf-8")
    readout("add", tmp_path / "one.txt", READOUT_LEDGER=str(tmp_path / "two.db"))
    asked = ("due", "--as-of", "2024-01-01", "--soon", "3000")
    (item,) = json.loads(readout(*asked, "-f", "json", READOUT_LEDGER=str(tmp_path / "two.db")).out)["due_soon"]
    assert "by the end of 2027" in readout(*asked, "--ics", "-", READOUT_LEDGER=str(tmp_path / "two.db")).out
    readout("decide", "change", item["id"], "due", "2028-03", "--by", "Ada", READOUT_LEDGER=str(tmp_path / "two.db"))
    told = readout(*asked, "--ics", "-", READOUT_LEDGER=str(tmp_path / "two.db")).out
    assert "DTSTART;VALUE=DATE:20280301" in told and "Known to the month." in told
    assert "(“by the end of 2027”)" not in readout(*asked, READOUT_LEDGER=str(tmp_path / "two.db")).out


@pytest.mark.parametrize(
    ("arguments", "status", "said"),
    [
        (("--as-of", "soon"), 6, "--as-of"),
        (("--pair", "Finland"), 9, "not two countries"),
        (("--strength", "firm"), 9, "signed, agreed, pledged, intended, proposed"),
    ],
)
def test_what_cannot_be_asked_is_told_with_what_can(run, arguments, status, said):
    ended = run(*arguments)
    assert ended.status == status
    assert said in ended.err


def test_countries_are_known_by_their_codes(run):
    assert json.loads(run("--as-of", "2028-01-10", "--actor", "FI", "-f", "json").out)["counts"]["overdue"] == 1
    assert json.loads(run("--as-of", "2028-01-10", "--pair", "FI,NO", "-f", "json").out)["counts"]["undertaken"] == 0


def test_of_a_country_without_records_it_says_that_nothing_is_held_and_where_names_are(run):
    told = run("--actor", "Chile").out
    assert "No undertaking of that is held here. `readout list actors`" in told
    assert "Past the deadline" not in told


def test_a_calendar_for_a_dash_is_written_to_standard_output(run):
    told = run("--as-of", "2024-01-10", "--ics", "-")
    assert told.out.startswith("BEGIN:VCALENDAR")
    assert "checked" not in told.out


def test_a_form_that_there_is_none_of_is_refused_in_plain_words(run):
    told = run("--format", "foo")
    assert "'foo' is not one of 'text'" in told.err
    assert "Value error" not in told.err
