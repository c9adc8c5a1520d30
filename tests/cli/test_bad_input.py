"""Every bad input gives one line with its name and what to do, a status by its kind, and costs itself alone."""

import json

import pytest

FRENCH = "Le président de la République a rencontré hier le chancelier allemand à Paris pour parler de l'Europe. " * 3


@pytest.mark.parametrize(
    ("name", "content", "status", "says"),
    [
        ("empty.txt", b"", 4, "empty, there is nothing to read"),
        ("binary.txt", b"\x7fELF\x00\x01", 4, "binary, not text"),
        ("latin.txt", b"caf\xe9", 4, "byte 0xe9 at offset 3 is not UTF-8. Convert the file first"),
        ("huge.txt", b"They met. " * 5_000_000, 4, "longer than 1,000,000 characters"),
        ("report.pdf", b"%PDF-1.7", 4, "a PDF document"),
        ("lines.jsonl", b'{"text": ', 4, "line 1: no valid JSON"),
        ("dated.jsonl", b'{"text": "They met.", "date": "soon"}', 6, "line 1: 'soon' is no ISO date"),
    ],
)
def test_a_file_that_cannot_be_read_gives_one_line_and_the_status_of_its_kind(
    readout, tmp_path, name, content, status, says
):
    path = tmp_path / name
    path.write_bytes(content)
    ended = readout("read", path)
    assert (ended.status, ended.out, len(ended.errors)) == (status, "", 1)
    assert ended.err.startswith(f"readout: {path}: ")
    assert says in ended.err


def test_a_missing_file_and_a_directory_are_errors_of_one_kind_and_both_are_told(readout, tmp_path):
    ended = readout("read", tmp_path / "missing.txt", tmp_path)
    assert (ended.status, len(ended.errors)) == (3, 2)
    assert "no such file" in ended.errors[0]
    assert "this is a directory" in ended.errors[1]


def test_the_status_is_that_of_the_first_error(readout, tmp_path):
    (tmp_path / "empty.txt").touch()
    assert readout("read", tmp_path / "empty.txt", tmp_path / "missing.txt").status == 4
    assert readout("read", tmp_path / "missing.txt", tmp_path / "empty.txt").status == 3


def test_a_date_on_the_command_line_that_is_none_is_told_before_anything_is_read(readout, report):
    for command in (("read", report), ("why", "abc", report)):
        ended = readout(*command, "--date", "13.02.2022")
        assert (ended.status, ended.out) == (6, "")
        assert ended.errors == [
            "readout: --date: '13.02.2022' is no ISO date. Write it as YYYY-MM-DD, for example 2022-02-13."
        ]


def test_an_output_that_cannot_be_written_is_told_before_anything_is_read(readout, report, tmp_path):
    ended = readout("read", report, "--output", tmp_path / "no" / "page.html")
    assert (ended.status, len(ended.errors)) == (3, 1)
    assert f"{tmp_path / 'no' / 'page.html'}: cannot be written (no such file or directory)" in ended.err


def test_nothing_on_standard_input_is_an_error_that_calls_it_by_name(readout):
    ended = readout("read", "-")
    assert ended.status == 4
    assert ended.err.startswith("readout: standard input: empty")


def test_a_bad_input_costs_itself_alone(readout, report, tmp_path):
    lines = tmp_path / "lines.jsonl"
    rows = [
        {"id": "one", "text": report.read_text()},
        {"id": 2},
        {"id": "fr", "text": FRENCH},
        {"id": "four", "text": "a"},
    ]
    lines.write_text("\n".join(json.dumps(row) for row in rows) + "\nno json\n")
    ended = readout("read", tmp_path / "missing.txt", lines, report, "--format", "json")
    readings = [json.loads(line) for line in ended.out.splitlines()]
    assert [reading["id"] for reading in readings][:1] == ["one"]
    assert readings[-1]["report"]["sha256"] == readings[0]["report"]["sha256"]
    told = [line.removeprefix("readout: ") for line in ended.errors]
    assert told[0].startswith(f"{tmp_path / 'missing.txt'}: no such file")
    assert told[1].startswith(f"{lines}: line 2: has no")
    assert told[2].startswith(f"{lines}: line 3: ")
    assert "'fr'" in told[2]
    assert told[-1].startswith(f"{lines}: line 5: no valid JSON")
    assert ended.status == 3


def test_a_text_in_another_language_ends_with_the_status_of_that(readout):
    ended = readout("read", "-", input=FRENCH)
    assert (ended.status, ended.out, len(ended.errors)) == (5, "", 1)
    assert ended.err.startswith("readout: standard input: ")


def test_a_page_is_left_as_it_was_where_nothing_could_be_read(readout, tmp_path):
    page = tmp_path / "page.html"
    page.write_text("the page of yesterday")
    assert readout("read", tmp_path / "missing.txt", "-o", page).status == 3
    assert page.read_text() == "the page of yesterday"
    assert list(tmp_path.iterdir()) == [page]
