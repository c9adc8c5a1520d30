"""`readout read` as a person or a program calls it."""

import json
import os
import re
import threading
from pathlib import Path

import pytest


@pytest.fixture(scope="module")
def as_text(readout, report):
    return readout("read", report)


def test_the_text_form_tells_who_met_who_said_what_and_who_undertook_what(as_text):
    assert (as_text.status, as_text.err) == (0, "")
    assert as_text.out.startswith("Sauli Niinisto and Magdalena Andersson\n5 January 2023 · ")
    assert re.search(r"Who met\?\n  talks +Sauli Niinisto, President of Finland +[0-9a-f]{8}\n", as_text.out)
    assert re.search(r"noted +the talks had been useful", as_text.out)
    assert re.search(r"Who undertook what\?\n(?:.*\n)*? +intended +Sweden", as_text.out)


def test_what_is_piped_has_no_colour_no_hint_and_lines_of_at_most_80_columns(as_text):
    assert "\x1b" not in as_text.out
    assert "readout why" not in as_text.out
    assert max(map(len, as_text.out.splitlines())) <= 80
    assert not any(line.endswith(" ") for line in as_text.out.splitlines())


def test_json_lines_keep_their_ids_and_their_order_also_with_several_processes(readout, report, tmp_path):
    lines = tmp_path / "lines.jsonl"
    rows = [{"id": f"a-{n}", "text": report.read_text(), "date": f"2023-01-0{n}"} for n in (3, 1, 2)]
    lines.write_text("\n".join(map(json.dumps, rows)))
    target = tmp_path / "readings.jsonl"
    ended = readout("read", lines, "--output", target, "--jobs", 2)
    assert (ended.status, ended.out, ended.err) == (0, "", "")
    readings = [json.loads(line) for line in target.read_text().splitlines()]
    assert [(reading["id"], reading["report"]["published"]) for reading in readings] == [
        ("a-3", "2023-01-03"),
        ("a-1", "2023-01-01"),
        ("a-2", "2023-01-02"),
    ]


def test_standard_input_may_be_a_text_or_json_lines_and_takes_what_is_given_for_it(readout):
    given = ("--source", "Yle", "--title", "Talks", "--url", "https://yle.fi/1", "--format", "json")
    text = "The President of Finland met with the Prime Minister of Sweden in Helsinki today to speak of the bridge."
    plain = json.loads(readout("read", "-", *given, "--date", "2023-01-05", input=text).out)
    lines = json.loads(readout("read", "-", *given, input=json.dumps({"text": text, "title": "Its own"})).out)
    assert (plain["report"]["published"], plain["report"]["title"]) == ("2023-01-05", "Talks")
    assert (lines["report"]["title"], lines["report"]["url"]) == ("Its own", "https://yle.fi/1")


def test_a_text_without_a_meeting_says_so_and_still_shows_what_was_found(readout):
    ended = readout("read", "-", input='"The road will be finished," President of Finland Sauli Niinisto said.')
    assert ended.status == 0
    assert "No official meeting found." in ended.out
    assert "Who said what?" in ended.out


def test_a_text_with_lone_surrogates_and_control_characters_is_written_in_every_form(readout, tmp_path):
    met = "The President of Finland met \ud800 the Prime Minister\x1b[31m of Sweden in Helsinki to speak of the bridge."
    line = json.dumps({"text": met})
    assert json.loads(readout("read", "-", "-f", "json", input=line).out)["report"]
    text = readout("read", "-", input=line)
    assert (text.status, "\x1b" in text.out) == (0, False)
    page = readout("read", "-", "-o", tmp_path / "page.html", input=line)
    assert (page.status, page.err) == (0, "")
    assert "\x1b" not in (tmp_path / "page.html").read_text(encoding="utf-8")


def test_a_pipe_is_read_once_and_is_json_lines_where_it_begins_so(readout, tmp_path):
    pipe = tmp_path / "reports"
    text = "The President of Finland met with the Prime Minister of Sweden in Helsinki today to speak of the bridge."
    os.mkfifo(pipe)
    lines = "".join(json.dumps({"text": text, "title": title}) + "\n" for title in ("One", "Two"))
    writer = threading.Thread(target=pipe.write_text, args=(lines,), daemon=True)
    writer.start()
    ended = readout("add", pipe, "--ledger", tmp_path / "ledger.db")
    writer.join(timeout=10)
    assert (ended.status, ended.err, ended.out.split()[-2:]) == (0, "", ["2", "added"])


def test_a_dash_as_output_is_standard_output(readout, report, as_text):
    assert readout("read", report, "--output", "-").out == as_text.out
    assert not Path("-").exists()


def test_a_file_whose_name_tells_no_form_is_refused_unless_the_form_is_given(readout, report, tmp_path):
    page = tmp_path / "page.docx"
    refused = readout("read", report, "--output", str(page))
    assert (refused.status, page.exists()) == (2, False)
    assert "its name tells no format" in " ".join(refused.err.split())
    assert readout("read", report, "--output", str(page), "--format", "html").status == 0
