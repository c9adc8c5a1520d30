"""A file of JSON lines becomes a source a line; a bad line costs itself alone."""

import json
import logging

import pytest

from readout.intake import LONGEST, Source, jsonl, open_sources
from readout.model import InvalidDate, ReadoutError, UnreadableInput

TEXT = "The ministers met."


@pytest.fixture
def opened(tmp_path):
    """What a file of these lines gives; a value that is no bytes is written as JSON."""

    def open_lines(*lines: object, name: str = "reports.jsonl") -> list[Source | ReadoutError]:
        path = tmp_path / name
        path.write_bytes(b"\n".join(line if isinstance(line, bytes) else json.dumps(line).encode() for line in lines))
        return list(open_sources(path))

    return open_lines


def test_a_line_keeps_its_id_and_all_that_it_says_of_its_text(opened, tmp_path):
    row = {"id": "a-1", "text": TEXT, "title": "Talks", "date": "2022-02-13", "source": "MFA", "url": "https://x.org/1"}
    (source,) = opened(row)
    assert source == Source(**row, name=f"{tmp_path / 'reports.jsonl'}: line 1", file="reports.jsonl, line 1")


@pytest.mark.parametrize("name", ["reports.ndjson", "REPORTS.JSONL"])
def test_files_are_known_by_either_ending_in_any_case(opened, name):
    assert opened({"text": TEXT}, name=name)[0].text == TEXT


def test_a_byte_order_mark_blank_lines_and_empty_values_are_no_matter(opened):
    sources = opened(b'\xef\xbb\xbf{"text": "One met."}', b"", b"  ", {"text": "Two met.", "url": "", "title": None})
    assert [source.text for source in sources] == ["One met.", "Two met."]
    assert [source.name.rpartition(" ")[2] for source in sources] == ["1", "4"]
    assert sources[1].url is None


def test_a_number_is_as_good_an_id_as_a_string(opened):
    assert opened({"id": 17, "text": TEXT})[0].id == "17"


@pytest.mark.parametrize(
    ("line", "says"),
    [
        (b'{"text": "unended', "no valid JSON"),
        (b"They met.", "no valid JSON"),
        (b'["They met."]', "not a JSON object"),
        (b'{"id": "a"}', 'has no "text"'),
        (b'{"text": null}', 'has no "text"'),
        (b'{"text": ""}', "empty"),
        (b'{"text": 3}', '"text" is a number, not a string'),
        (b'{"text": "They met.", "title": ["a"]}', '"title" is an array, not a string'),
        (b'{"text": "They met.", "id": true}', '"id" is true or false, not a string'),
        (b'{"text": "caf\xe9"}', "byte 0xe9 at offset 13 is not UTF-8"),
        (b"[" * 100_000, "no JSON that can be read"),
    ],
)
def test_a_bad_line_gives_one_error_with_its_number_and_the_others_are_read(opened, tmp_path, line, says):
    first, problem, last = opened({"text": "One met."}, line, {"text": "Three met."})
    assert (first.text, last.text) == ("One met.", "Three met.")
    assert isinstance(problem, UnreadableInput)
    assert str(problem).startswith(f"{tmp_path / 'reports.jsonl'}: line 2: ")
    assert says in str(problem)


def test_of_a_line_in_a_wrong_encoding_the_whole_file_is_to_be_converted(opened, tmp_path):
    (problem,) = opened(b'{"text": "caf\xe9"}')
    assert f"iconv -f WINDOWS-1252 -t UTF-8 {tmp_path / 'reports.jsonl'} > " in str(problem)


@pytest.mark.parametrize("date", ["yesterday", "13.02.2022", "2022-02-30", "20220213", "2022-2-3", "2022"])
def test_a_date_that_is_none_costs_its_line(opened, date):
    problem, other = opened({"text": TEXT, "date": date}, {"text": TEXT})
    assert isinstance(problem, InvalidDate)
    assert f"line 1: {date!r} is no ISO date" in str(problem)
    assert isinstance(other, Source)


@pytest.mark.parametrize("date", ["2022-02-13", "2022-02-13T09:30:00Z", "2022-02-13 23:59:59.5+06:00"])
def test_a_date_with_a_time_counts_as_the_day_that_it_names(opened, date):
    assert opened({"text": TEXT, "date": date})[0].date == "2022-02-13"


def test_half_a_character_in_an_escape_becomes_a_replacement_mark_and_moves_no_offset(opened):
    assert opened(b'{"text": "They \\ud83d met."}')[0].text == "They \ufffd met."
    assert opened(b'{"text": "They \\ud83d\\ude00 met."}')[0].text == "They \U0001f600 met."


def test_keys_that_are_not_read_are_no_error_and_are_counted_once_in_the_log(opened, caplog):
    with caplog.at_level(logging.WARNING, logger="readout"):
        sources = opened({"text": TEXT, "theme": 1}, {"text": TEXT, "theme": 2, "titel": "Talks"})
    assert all(isinstance(source, Source) for source in sources)
    assert [record.getMessage().partition("jsonl: ")[2] for record in caplog.records] == [
        "keys that are not read in 2 lines: 'theme' (2 times), 'titel' (1 times)"
    ]


def test_a_line_that_is_too_long_costs_itself_and_is_passed_over_without_being_kept(opened, monkeypatch):
    monkeypatch.setattr(jsonl, "LONGEST_LINE_BYTES", 40)
    problem, other = opened({"text": "They met. " * 100}, {"text": TEXT})
    assert f"line 1: longer than {LONGEST:,} characters" in str(problem)
    assert other.name.endswith("line 2")


@pytest.mark.parametrize("content", [b"", b"\n\n \n"])
def test_a_file_without_a_line_is_an_error(opened, content):
    (problem,) = opened(content)
    assert "empty, there is nothing to read" in str(problem)


def test_a_binary_file_under_that_name_gives_one_error_and_not_one_a_line(opened):
    (problem,) = opened(b"\x00\x01\n\x02\n\x03\n")
    assert "binary" in str(problem)
