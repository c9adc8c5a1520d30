"""What is added: edited republications, and what cannot be read."""

import json

import pytest


def test_an_edited_republication_shows_what_changed(readout, tmp_path):
    text = "The ministers of Norway and Denmark met in Oslo on Monday. They will build two bridges by the end of 2027."
    for words in (text, text.replace("two bridges", "three bridges")):
        row = {"url": "https://one.example/a", "date": "2024-05-01", "text": words}
        assert readout("add", "-", "-l", tmp_path / "v.db", input=json.dumps(row)).status == 0
    newest = json.loads(readout("list", "reports", "-f", "json", "-l", tmp_path / "v.db").out.splitlines()[0])
    assert "They will build two ⇒ three bridges by the" in readout("show", newest["id"], "-l", tmp_path / "v.db").out


def test_a_later_version_of_a_report_is_not_known_on_the_day_before(readout, tmp_path):
    ledger = ("-l", tmp_path / "v.db")
    for date, bridges in (("2024-05-01", "two"), ("2024-05-03", "three")):
        text = f"The ministers of Norway and Denmark met in Oslo. They will build {bridges} bridges by the end of 2027."
        row = {"url": "https://one.example/a", "id": date, "date": date, "text": text}
        assert readout("add", "-", *ledger, input=json.dumps(row)).status == 0
    assert "two ⇒ three" in readout("show", "2024-05-01", *ledger, "--as-of", "2024-05-03").out
    assert "Version" not in readout("show", "2024-05-01", *ledger, "--as-of", "2024-05-02").out


def test_lines_that_cannot_be_read_are_counted_beside_those_that_are_kept(readout, tmp_path):
    sound = json.dumps({"text": "President Sauli Niinisto met with Joe Biden in Helsinki on Thursday."})
    (tmp_path / "mixed.jsonl").write_text(f'{sound}\n{{"text":\n{{"text": ""}}\n', encoding="utf-8")
    ended = readout("add", tmp_path / "mixed.jsonl", "--ledger", tmp_path / "new.db")
    assert " ".join(ended.out.split()).endswith(": 1 added, 2 could not be read")
    assert len(ended.errors) == 2
    assert ended.status != 0


@pytest.mark.parametrize("lines", ['{"text":\n', '{"text": ""}\n'])
def test_reports_none_of_which_can_be_kept_leave_no_ledger(readout, tmp_path, lines):
    ended = readout("add", "-", "--ledger", tmp_path / "new.db", input=lines)
    assert " ".join(ended.out.split()).endswith("new.db: 1 could not be read")
    assert len(ended.errors) == 1
    assert ended.status != 0
    assert not list(tmp_path.iterdir())


def test_a_ledger_that_cannot_be_written_is_told_in_one_line_and_nothing_is_said_to_be_done(readout, tmp_path):
    ended = readout("add", "-", "--ledger", tmp_path / "none" / "new.db", input="The ministers met in Oslo on Monday.")
    assert (ended.status, ended.out, len(ended.errors)) == (8, "", 1)
