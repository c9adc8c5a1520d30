"""A name on the command line: of nobody, of a country without records, of several persons."""

import pytest

TEXT = """\
President of Finland Sauli Niinisto met with Prime Minister of Sweden Ulf Kristersson in Stockholm on 1 March 2023.
Foreign Minister of Finland Jenni Niinisto will open the new harbour of Turku by the end of 2027.
The Board of the Hanko-Turku Line will rebuild the harbour of Hanko by the end of 2028.
"""
QUESTIONS = (
    ("brief",), ("timeline", "--actor"), ("due", "--actor"), ("due", "--ics", "-", "--actor"), ("stats", "--actor"),
    ("search", "harbour", "--actor"), ("list", "commitments", "--actor"), ("export", "-f", "sqlite", "-o", "all.db", "--actor"),
)  # fmt: skip
PAIRS = (
    ("timeline", "--pair"), ("due", "--pair"), ("stats", "--pair"), ("search", "harbour", "--pair"), ("list", "meetings", "--pair"),
    ("export", "-f", "sqlite", "-o", "all.db", "--pair"),
)  # fmt: skip


@pytest.fixture(scope="module")
def run(readout, tmp_path_factory):
    """Runs a command on a ledger that holds one report; its files are written into a folder of their own."""
    folder = tmp_path_factory.mktemp("names")
    (folder / "one.txt").write_text(TEXT, encoding="utf-8")
    ledger = folder / "readout.db"
    assert readout("add", folder / "one.txt", "--ledger", ledger, "--date", "2023-03-01").status == 0

    def asked(*arguments):
        placed = [folder / each if str(each).endswith((".db", ".html")) else each for each in arguments]
        return readout(*placed, READOUT_LEDGER=str(ledger)), folder

    return asked


@pytest.mark.parametrize("command", [*QUESTIONS, ("list", "actors", "--actor")], ids=" ".join)
def test_a_name_that_nobody_bears_ends_every_command_in_the_same_words(run, command):
    ended, _ = run(*command, "Finlnd")
    assert (ended.status, ended.out) == (9, "")
    (line,) = ended.errors
    assert line.startswith("readout: Finlnd: neither a country nor anybody of whom a report tells")
    assert line.endswith("Did you mean Finland?")


@pytest.mark.parametrize("command", PAIRS, ids=" ".join)
def test_so_does_a_side_of_a_pair_that_nobody_knows(run, command):
    ended, _ = run(*command, "FI,Swedn")
    assert (ended.status, ended.out, len(ended.errors)) == (9, "", 1)
    assert ended.err.startswith("readout: Swedn: neither a country nor anybody of whom a report tells")


@pytest.mark.parametrize("command", QUESTIONS, ids=" ".join)
def test_a_country_without_records_is_no_error(run, command):
    ended, _ = run(*command, "Chile")
    assert (ended.status, ended.err) == (0, "")


@pytest.mark.parametrize("command", QUESTIONS, ids=" ".join)
def test_a_surname_of_several_is_asked_back_with_all_of_them(run, command):
    ended, _ = run(*command, "Niinisto")
    assert (ended.status, ended.out, len(ended.errors)) == (9, "", 1)
    assert "Niinisto: 2 persons bear this name: " in ended.err
    assert "Sauli Niinisto (Finland)" in ended.err and "Jenni Niinisto" in ended.err


def test_a_part_of_a_name_begins_at_a_word(run):
    assert [run("search", "harbour", "--actor", part)[0].status for part in ("hanko", "turku l", "anko", "urku")] == [
        0,
        0,
        9,
        9,
    ]
    ended, _ = run("list", "actors", "--actor", "iinisto")
    assert "Sauli Niinisto" not in ended.out


def test_no_page_is_written_about_nobody(run):
    ended, folder = run("timeline", "--actor", "Atlantis", "--output", "course.html")
    assert (ended.status, (folder / "course.html").exists()) == (9, False)


def test_a_list_of_actors_shows_all_bearers_of_a_surname(run):
    ended, _ = run("list", "actors", "--actor", "Niinisto")
    assert "Sauli Niinisto" in ended.out and "Jenni Niinisto" in ended.out
