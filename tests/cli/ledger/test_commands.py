"""The commands on a ledger, as a person types them; the output is no terminal."""

import json
import os
import signal
import subprocess
import sys
import time

import pytest

NEWS = """\
date 2023-03-01 The President of Finland Sauli Niinisto met with Prime Minister of Sweden Ulf Kristersson in Stockholm.
Finland will build a new bridge across the Torne River by the end of 2027. Ulf Kristersson said that Sweden was glad.
"""


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    """A folder with two reports, one of them in JSON lines."""
    path = tmp_path_factory.mktemp("reports")
    (path / "one.txt").write_text(NEWS, encoding="utf-8")
    row = {
        "id": "given-1",
        "date": "2023-05-04",
        "text": "President Sauli Niinisto met with Joe Biden in Helsinki on Thursday.",
    }
    (path / "two.jsonl").write_text(json.dumps(row) + "\n", encoding="utf-8")
    (path / "notes.md").write_text("no report", encoding="utf-8")
    return path


@pytest.fixture(scope="module")
def run(readout, folder, tmp_path_factory):
    """Runs a command on a ledger that holds the folder's reports."""
    ledger = tmp_path_factory.mktemp("ledger") / "readout.db"
    added = readout("add", folder, "--ledger", ledger)
    assert (added.status, added.err) == (0, "")
    assert added.out == f"{ledger}: 2 added\n"
    return lambda *arguments, **options: readout(*arguments, READOUT_LEDGER=str(ledger), **options)


def listed(run, *arguments):
    ended = run("list", *arguments, "--format", "json")
    assert ended.status == 0, ended.err
    return [json.loads(line) for line in ended.out.splitlines()]


def test_adding_twice_tells_that_all_is_known(run, folder):
    again = run("add", folder)
    assert again.status == 0
    assert again.out.endswith(": 2 known already\n")


def test_lists_show_records_with_their_words_and_the_beginning_of_their_ids(run):
    (bridge,) = listed(run, "commitments", "--text", "bridge")
    shown = run("list", "commitments", "--as-of", "2028-01-01").out
    assert "2023-03-01" in shown
    assert "build a new bridge across the Torne River" in shown
    assert "due 31 December 2027 · past due · no later report" in shown
    assert bridge["id"][:8] in shown
    assert "\x1b" not in shown


@pytest.mark.parametrize(
    ("filters", "count"),
    [
        (("--pair", "SE,Finland"), 1),
        (("--pair", "Finland,France"), 0),
        (("--actor", "kristersson"), 1),
        (("--since", "2023-05-01"), 1),
        (("--until", "2023-03-01"), 1),
        (("--as-of", "2023-03-01"), 1),
        (("--as-of", "2022-12-31"), 0),
        (("--kind", "talks"), 2),
        (("--kind", "call"), 0),
        (("--limit", "1"), 1),
        ((), 2),
    ],
)
def test_filters_narrow_a_list(run, filters, count):
    assert len(listed(run, "meetings", *filters)) == count


def test_a_list_that_is_cut_says_how_to_see_more_and_an_empty_one_that_it_is_empty(run):
    assert (
        run("list", "meetings", "-n", "1").out.splitlines()[-1] == "There are more: --limit 2 or a filter shows them."
    )
    assert run("list", "agreements").out.startswith("No agreements of that sort in ")


def test_a_record_is_shown_with_its_sources_decided_on_and_its_history_told(run):
    id = listed(run, "commitments", "--text", "bridge")[0]["id"]
    shown = run("show", id[:8]).out
    assert "“build a new bridge across the Torne River" in shown
    assert "Told by 1 report" in shown
    assert "one.txt" in shown
    decided = run("decide", "change", id[:8], "due", "2028", "--words", "2027", "--by", "Ada", "--note", "a slip")
    assert decided.status == 0, decided.err
    withdraw = decided.out.splitlines()[-1].removeprefix("To take it back: readout ")
    assert "changed: due is 2028 · Ada" in run("history", id).out
    assert run("list", "commitments", "--review", "corrected", "--format", "json").out
    assert run(*withdraw.split(), "--by", "Ada").status == 0
    assert listed(run, "commitments", "--review", "corrected") == []
    assert "(withdrawn since)" in run("history", id).out
    assert "Ada since" in run("reviewers").out


def test_versions_of_one_address_are_shown_as_one_report_in_two_versions(readout, tmp_path):
    lines = [
        {"url": "https://one.example/a", "text": NEWS},
        {"url": "https://one.example/a", "text": f"{NEWS}It rained."},
    ]
    file, ledger = tmp_path / "edited.jsonl", str(tmp_path / "edited.db")
    file.write_text("\n".join(map(json.dumps, lines)), encoding="utf-8")
    assert readout("add", file, "--ledger", ledger).status == 0
    shown = json.loads(readout("list", "commitments", "--format", "json", "--ledger", ledger).out)
    assert shown["sources"] == 1
    assert "Told by 1 report, in 2 versions\n" in readout("show", shown["id"], "--ledger", ledger).out


def test_a_change_of_status_is_shown_with_what_it_rests_on(run):
    id = listed(run, "commitments", "--text", "bridge")[0]["id"]
    decided = run("decide", "status", id, "outcome", "in progress", "--by", "Ada", "--note", "the consul told us")
    assert "“the consul told us”" in run("show", id).out.split("How its status changed")[1]
    assert run("decide", "withdraw", decided.out.splitlines()[-1].split()[-1], "--by", "Ada").status == 0


def test_a_rejected_finding_leaves_the_list_and_the_reader_does_not_bring_it_back(run, folder):
    (statement, *_) = listed(run, "statements")
    assert run("decide", "reject", statement["id"], READOUT_REVIEWER="Ben").status == 0
    assert run("reread").status == 0
    run("add", folder)
    assert statement["id"] not in [row["id"] for row in listed(run, "statements")]
    assert run("list", "orphans").out.startswith("Nothing waits for a person")


def test_a_rejected_finding_is_shown_and_said_to_be_rejected(run):
    id = listed(run, "commitments", "--text", "bridge")[0]["id"]
    taken = run("decide", "reject", id, "--by", "Ben", "--note", "a joke").out.splitlines()[-1].split()[-1]
    shown = run("show", id[:8])
    assert shown.status == 0, shown.err
    assert "build a new bridge across the Torne River" in shown.out
    assert "rejected by Ben" in shown.out
    assert "a joke" in shown.out
    assert json.loads(run("show", id, "--format", "json").out)["id"] == id
    assert run("decide", "withdraw", taken, "--by", "Ben").status == 0


def test_a_record_is_shown_as_it_stood_on_a_day_and_what_came_later_is_not_there(run):
    id = listed(run, "commitments", "--text", "bridge")[0]["id"]
    shown = run("show", id, "--as-of", "2023-03-01", "--format", "json").out
    assert json.loads(shown)["record"]["id"] == id
    assert "Helsinki" in run("show", "given-1", "--as-of", "2023-05-04").out
    for later, day in ((id, "2023-02-28"), ("given-1", "2023-05-03")):
        ended = run("show", later, "--as-of", day)
        assert (ended.status, ended.out, len(ended.errors)) == (9, "", 1)
        assert f"no report dated by {day} tells of it" in ended.err


def test_reports_are_listed_with_the_dates_that_were_read_in_them(run):
    assert {row["given"]: row["date"] for row in listed(run, "reports")} == {
        "given-1": "2023-05-04",
        None: "2023-03-01",
    }
    assert "2023-03-01" in run("list", "reports").out


def test_a_value_without_words_of_the_report_is_said_to_be_the_reviewer_s_own(run):
    id = listed(run, "commitments", "--text", "bridge")[0]["id"]
    decided = run("decide", "change", id, "due", "2030", "--by", "Ada")
    assert "2030 rests on no words of the report: it is Ada's own." in " ".join(decided.out.split())
    quoting = run("decide", "change", id, "due", "2028", "--words", "2027", "--by", "Ada")
    assert "rests on no words" not in quoting.out
    for each in (quoting, decided):
        assert run("decide", "withdraw", each.out.splitlines()[-1].split()[-1], "--by", "Ada").status == 0


@pytest.mark.parametrize(
    ("content", "says"),
    [
        ("", "empty, so no exported ledger"),
        ("Some notes.\n", "no exported ledger. Give a file of"),
        ('{"id": "given-1", "text": "A report."}\n', "`readout add` takes reports"),
        ("[1, 2]\n", "no exported ledger"),
    ],
)
def test_what_is_no_exported_ledger_is_refused_in_plain_words_and_makes_none(readout, tmp_path, content, says):
    (tmp_path / "lines.jsonl").write_text(content, encoding="utf-8")
    for given, name in (("-", "standard input"), (tmp_path / "lines.jsonl", "lines.jsonl")):
        ended = readout("import", given, "--ledger", tmp_path / "new.db", input=content)
        assert (ended.status, ended.out, len(ended.errors)) == (4, "", 1)
        assert says in ended.err
        assert name in ended.err
        assert "Error" not in ended.err
    assert not (tmp_path / "new.db").exists()


def test_a_report_is_shown_by_its_name_and_by_the_id_that_its_line_gave(run):
    reports = listed(run, "reports")
    assert {row["given"] for row in reports} == {"given-1", None}
    assert "Helsinki" in run("show", "given-1").out


def test_who_held_which_office_is_learned_joined_and_imported(run, tmp_path):
    assert "Prime Minister of Sweden  in 1 report" in run("actors", "Kristersson").out
    table = tmp_path / "actors.csv"
    table.write_text(
        "name,aliases,title,of,start,wikidata\nUlf Kristersson,,Prime Minister,Sweden,2022-10-18,Q2740012\n"
    )
    assert "1 actor, 1 of them new" in " ".join(run("actors", "--import", table).out.split())
    assert "Q2740012" in run("actors", "Kristersson").out
    entity = {
        "id": "Q29207", "labels": {"en": {"value": "Sauli Niinisto"}}, "aliases": {"en": [{"value": "S. Niinisto"}]},
        "claims": {"P39": [{"mainsnak": {"datavalue": {"value": {"id": "Q29558"}}}, "qualifiers": {
            "P580": [{"datavalue": {"value": {"time": "+2012-03-01T00:00:00Z", "precision": 11}}}]}}]},
    }  # fmt: skip
    (tmp_path / "entity.json").write_text(json.dumps({"entities": {"Q29207": entity}}))
    imported = run("actors", "--import", tmp_path / "entity.json")
    assert (imported.status, imported.err) == (0, "")
    assert "Offices without a name in it: Q29558. Import what" in " ".join(imported.out.split())
    shown = run("actors", "niinisto").out
    assert "also S. Niinisto" in shown
    assert "1 Mar 2012" in shown
    assert "office without a name (Wikidata Q29558)" in shown
    assert run("actors", "Sauli Niinisto", "--join", "Ulf Kristersson", "--by", "Ada").status == 0
    assert "also S. Niinisto, Ulf Kristersson" in run("actors", "Sauli").out
    assert run("actors", "Sauli Niinisto", "--part", "Ulf Kristersson", "--by", "Ada").status == 0


def test_export_writes_the_format_that_the_name_of_its_output_tells(run, tmp_path):
    for name, begins in (
        ("all.jsonl", b'{"format": 1'),
        ("some.csv", b"id,kind,words"),
        ("some.db", b"SQLite format 3"),
    ):
        ended = run("export", "--output", tmp_path / name)
        assert (ended.status, ended.out, ended.err) == (0, "", ""), name
        assert (tmp_path / name).read_bytes().startswith(begins)


def test_an_export_for_a_dash_is_written_to_standard_output(run):
    assert run("export", "--output", "-").out == run("export").out


def test_export_takes_the_filters_of_list(run, tmp_path):
    options = ("--kind", "commitments", "--actor", "FI", "--since", "2023-01-01", "--until", "2023-12-31")
    assert run("export", "-f", "csv", "-o", tmp_path / "some", *options, "--as-of", "2028-01-01").status == 0
    _, *rows = (tmp_path / "some" / "records.csv").read_text(encoding="utf-8").splitlines()
    assert len(rows) == len(listed(run, "commitments", "--actor", "FI")) > 0
    assert ",past due," in rows[0]


def test_an_export_of_a_day_leaves_out_what_came_later_and_one_of_no_day_nothing(run, tmp_path):
    for folder, options in (("then", ("--as-of", "1990-01-01")), ("all", ())):
        assert run("export", "-f", "csv", "-o", tmp_path / folder, *options).status == 0
    lines = {
        name: (tmp_path / name / "reports.csv").read_text(encoding="utf-8").count("\n") for name in ("then", "all")
    }
    assert lines["then"] == 1 < lines["all"]


@pytest.mark.parametrize(
    ("options", "status", "says"),
    [
        (("--as-of", "2024-01-01"), 1, "Leave the filters and --as-of out"),
        (
            ("--format", "csv"),
            3,
            "csv: several tables cannot go to standard output. Name a file or folder with --output.",
        ),
        (("--kind", "meetings"), 1, "JSON lines hold all that is kept"),
        (("--kind", "rumours"), 9, "--kind rumours: no such kind. Write one of: meetings,"),
        (("--output", "folder"), 3, "folder: its name tells no format. Add --format"),
        (("--format", "csv", "--since", "spring"), 6, "--since"),
    ],
)
def test_an_export_that_cannot_be_says_why(run, options, status, says):
    ended = run("export", *options)
    assert (ended.status, ended.out) == (status, "")
    assert says in ended.err


def test_an_export_is_never_written_over_the_ledger_itself(run, tmp_path):
    ledger = tmp_path / "other.db"
    run("export", "--output", tmp_path / "all.jsonl")
    run("import", tmp_path / "all.jsonl", "--ledger", ledger)
    ended = run("export", "--ledger", ledger, "--output", ledger)
    assert ended.status == 8
    assert "no export is written over one" in ended.err
    assert run("check", "--ledger", ledger).status == 0


def test_export_and_import_give_the_same_bytes(run, readout, tmp_path):
    first = run("export").out
    (tmp_path / "all.jsonl").write_text(first, encoding="utf-8")
    taken = readout("import", tmp_path / "all.jsonl", "--ledger", tmp_path / "other.db")
    assert "2 reports" in " ".join(taken.out.split())
    assert readout("export", "--ledger", tmp_path / "other.db").out == first
    assert readout("import", "-", "--ledger", tmp_path / "third.db", input=first).status == 0
    assert readout("check", "--ledger", tmp_path / "third.db").out.startswith(
        f"{tmp_path / 'third.db'}: sound (2 reports"
    )


def test_what_cannot_be_imported_leaves_no_ledger(run, readout, tmp_path):
    ledger = tmp_path / "new.db"
    bad = readout("import", "-", "--ledger", ledger, input=f"{run('export').out}no line\n")
    assert (bad.status, bad.out, len(bad.errors)) == (4, "", 1)
    assert "standard input: line" in bad.err
    (tmp_path / "bad.csv").write_text("title\nKing\n", encoding="utf-8")
    assert readout("actors", "--import", tmp_path / "bad.csv", "--ledger", ledger).status == 4
    assert [path.name for path in tmp_path.iterdir()] == ["bad.csv"]


def test_an_import_that_is_asked_to_end_leaves_no_ledger(run, tmp_path):
    command = [sys.executable, "-m", "readout.cli", "import", "-", "--ledger", str(tmp_path / "new.db")]
    path = {**os.environ, "PYTHONPATH": os.pathsep.join(filter(None, sys.path))}
    with subprocess.Popen(command, stdin=subprocess.PIPE, env=path) as going:
        going.stdin.write(run("export").out.encode())
        going.stdin.flush()
        while not list(tmp_path.glob(".new.db.import-*/new.db")):
            time.sleep(0.02)
        going.send_signal(signal.SIGTERM)
        assert going.wait(60) == 128 + signal.SIGTERM
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize(
    ("arguments", "status", "says"),
    [
        (("show", "zzzz"), 9, "no such finding here"),
        (("decide", "withdraw", "zzzz", "--by", "Ada"), 9, "no such decision here. `readout history ID` shows"),
        (("list", "reports", "--since", "2023-01-01"), 9, "--since: no filter of reports. `readout search` finds"),
        (("list", "actors", "--pair", "Finland,Sweden"), 9, "--pair: no filter of actors"),
        (("list", "orphans", "--as-of", "2023-01-01"), 9, "--as-of: no filter of orphans"),
        (("list", "meetings", "--outcome", "dropped"), 9, "--outcome: no filter of meetings. Only commitments"),
        (("actors", "--join", "Biden", "--by", "Ada"), 10, "Name two actors"),
        (
            ("actors", "Joe Biden", "--join", "Nobody", "--by", "Ada"),
            10,
            "Nobody: nobody here is called so. `readout actors`",
        ),
        (("list", "meetings", "--since", "May"), 6, "--since: 'May' is no ISO date"),
        (("list", "meetings", "--pair", "France"), 9, "not two countries"),
        (("list", "meetings", "--ledger", "missing.db"), 8, "missing.db: no such ledger"),
        (("decide", "accept", "zzzz", "--by", "Ada"), 9, "no such finding"),
        (
            ("decide", "status", "BRIDGE", "outcome", "done", "--by", "Ada"),
            10,
            "partly | delivered, claimed | delivered, con",
        ),
        (("decide", "accept", "zzzz"), 10, "A decision needs its reviewer"),
        (("import", "missing.jsonl"), 3, "missing.jsonl: cannot be opened"),
        (("reviewers", "--deactivate", "Nobody"), 9, "no reviewer of that name"),
        (("actors", "--import", "missing.csv"), 3, "missing.csv: cannot be opened"),
    ],
)
def test_what_cannot_be_done_is_told_in_one_line_with_the_status_of_its_kind(run, arguments, status, says):
    bridge = listed(run, "commitments", "--text", "bridge")[0]["id"]
    ended = run(*(bridge if argument == "BRIDGE" else argument for argument in arguments))
    assert (ended.status, ended.out, len(ended.errors)) == (status, "", 1)
    assert says in ended.err
    assert ended.err.startswith("readout: ")


def test_a_table_whose_dates_are_none_is_refused_with_its_line(run, tmp_path):
    (tmp_path / "offices.csv").write_text("name,title,start\nMaria Holm,Minister,2020\nJon Vik,Minister,last year\n")
    ended = run("actors", "--import", tmp_path / "offices.csv")
    assert "line 3: start 'last year' is no ISO date" in ended.err
    assert "Maria Holm" not in run("actors").out


def test_columns_of_a_table_that_are_not_read_are_named(readout, folder, tmp_path):
    (tmp_path / "offices.csv").write_text("name,titel,start\nMaria Holm,Minister,2020\n")
    assert readout("add", folder, "-l", tmp_path / "a.db").status == 0
    ended = readout("actors", "--import", tmp_path / "offices.csv", "-l", tmp_path / "a.db")
    assert ended.status == 0
    assert "columns that are not read: 'titel'" in ended.err


def test_a_report_that_was_removed_is_shown_as_one_that_does_not_count(readout, folder, tmp_path):
    for command in (("add", folder), ("decide", "remove", "given-1", "--by", "Ada")):
        assert readout(*command, "-l", tmp_path / "r.db").status == 0
    shown = " ".join(readout("show", "given-1", "-l", tmp_path / "r.db").out.split())
    (taken,) = [word for word in shown.split("readout history ")[1].split() if len(word) == 8]
    assert "Nothing of this report counts: it was removed." in shown
    assert "· Ada" in readout("history", taken, "-l", tmp_path / "r.db").out


def test_a_record_that_nobody_looked_at_says_so_in_words(run):
    (bridge,) = listed(run, "commitments", "--text", "bridge")
    assert "review      machine (nobody has accepted or changed it yet)" in run("show", bridge["id"]).out
