"""`readout search` and `readout timeline` on the command line."""

import json

import pytest

TEXT = "Norway and Sweden held talks in Oslo on 3 May 2024. Norway will build the bridge over the Svinesund by 2027.\n"


@pytest.fixture
def ledger(readout, tmp_path):
    report, ledger = tmp_path / "talks.txt", str(tmp_path / "ledger.db")
    report.write_text(TEXT, encoding="utf-8")
    assert (
        readout(
            "add", str(report), "--ledger", ledger, "--date", "2024-05-03", "--source", "The Morning Gazette"
        ).status
        == 0
    )
    return ledger


def test_search_shows_the_sentence_the_outlet_and_the_date(readout, ledger):
    ended = readout("search", "svinesund", "--ledger", ledger)
    assert ended.status == 0
    shown = " ".join(ended.out.split())
    assert "Norway will build the bridge over the Svinesund by 2027." in shown
    assert "3 May 2024 · The Morning Gazette" in shown


def test_search_writes_a_line_of_json_a_hit(readout, ledger):
    hits = [json.loads(line) for line in readout("search", "bridges", "-l", ledger, "-f", "json").out.splitlines()]
    assert hits and all("bridge" in hit["sentence"] and hit["marks"] for hit in hits)


def test_search_writes_a_page_by_the_name_of_its_file(readout, ledger, tmp_path):
    assert readout("search", "svinesund", "-l", ledger, "-o", str(tmp_path / "hits.html")).status == 0
    assert "<mark>Svinesund</mark>" in (tmp_path / "hits.html").read_text(encoding="utf-8")


def test_one_argument_is_words_and_of_several_one_with_spaces_is_a_row_of_words(readout, ledger):
    assert "Svinesund" in readout("search", "bridge norway", "-l", ledger).out
    assert "nothing of that" in readout("search", "bridge norway", "svinesund", "-l", ledger).out


@pytest.mark.parametrize("words", ["?!", "AND", '""'])
def test_search_for_no_word_is_one_line_on_standard_error(readout, ledger, words):
    ended = readout("search", words, "-l", ledger)
    assert (ended.status, ended.out, len(ended.err.splitlines())) == (9, "", 1)


def test_a_timeline_is_text_json_or_a_page_by_the_name_of_its_file(readout, ledger, tmp_path):
    shown = readout("timeline", "--pair", "NO,SE", "-l", ledger)
    assert shown.status == 0 and shown.out.startswith("Norway and Sweden\n")
    for name, begins in (("t.json", "{"), ("t.html", "<!DOCTYPE html>")):
        assert readout("timeline", "--pair", "SE,Norway", "-l", ledger, "-o", str(tmp_path / name)).status == 0
        assert (tmp_path / name).read_text(encoding="utf-8").startswith(begins)


def test_a_timeline_of_nothing_or_of_two_things_is_refused(readout, ledger):
    for arguments in ((), ("--actor", "Norway", "--topic", "bridge")):
        ended = readout("timeline", *arguments, "-l", ledger)
        assert ended.status == 9 and "of one thing" in ended.err


@pytest.mark.parametrize("command", [("search", "bridge"), ("timeline", "--actor", "Norway")])
@pytest.mark.parametrize("option", ["--since", "--until", "--as-of"])
def test_a_day_that_is_none_is_refused_under_the_name_of_its_option(readout, ledger, command, option):
    ended = readout(*command, option, "spring", "-l", ledger)
    assert (ended.status, ended.err.startswith(f"readout: {option}: 'spring' is no ISO date")) == (6, True)


def test_a_timeline_of_nothing_says_where_names_are(readout, ledger):
    assert "readout list actors" in readout("timeline", "--actor", "Chile", "-l", ledger).out


def test_a_search_for_what_a_country_of_no_records_said_tells_where_names_are(readout, ledger):
    told = " ".join(readout("search", "bridge", "--actor", "Chile", "-l", ledger).out.split())
    assert told.endswith("`readout list actors` shows how names are written.")
    assert "list actors" not in readout("search", "harbour", "-l", ledger).out


def test_a_hit_in_a_report_of_no_outlet_cites_the_report_by_the_name_of_its_file(readout, tmp_path):
    (tmp_path / "talks.txt").write_text(TEXT, encoding="utf-8")
    kept = str(tmp_path / "nobody.db")
    assert readout("add", tmp_path / "talks.txt", "-l", kept, "--date", "2024-05-03").status == 0
    assert "3 May 2024 · talks.txt" in readout("search", "svinesund", "-l", kept).out
    assert "talks.txt" in readout("search", "svinesund", "-l", kept, "-f", "html").out


def test_a_timeline_that_is_cut_says_how_the_rest_is_shown(readout, ledger):
    cut = " ".join(readout("timeline", "--pair", "NO,SE", "--limit", "1", "-l", ledger).out.split())
    assert "Earlier moments are left out: --limit 0 shows them." in cut
    assert "--limit" not in readout("timeline", "--pair", "NO,SE", "-l", ledger).out


@pytest.mark.parametrize(
    "command",
    [
        ("brief", "NO", "SE"),
        ("compare", "one", "other"),
        ("due",),
        ("search", "bridge"),
        ("stats",),
        ("timeline", "--pair", "NO,SE"),
    ],
)
def test_a_file_whose_name_tells_no_form_is_refused_with_those_that_do(readout, ledger, tmp_path, command):
    ended = readout(*command, "-l", ledger, "-o", str(tmp_path / "answer.docx"))
    said = " ".join(ended.err.replace("│", " ").split())
    assert (ended.status, "Traceback" in said) == (2, False)
    assert "its name tells no format. Add --format, or end it in one of .txt, " in said
    assert list(tmp_path.glob("answer*")) == []


@pytest.mark.parametrize("name", ["course.HTML", "course.htm"])
def test_the_ending_of_a_page_is_known_in_each_of_its_forms(readout, ledger, tmp_path, name):
    assert readout("timeline", "--pair", "NO,SE", "-l", ledger, "-o", str(tmp_path / name)).status == 0
    assert (tmp_path / name).read_text(encoding="utf-8").startswith("<!")
