"""`readout compare` puts two accounts of one meeting side by side."""

import json

import pytest

KYIV = "examples/2021-11-10-washington-by-kyiv.txt"
WASHINGTON = "examples/2021-11-10-washington-by-washington.txt"


@pytest.fixture(scope="module")
def compare(readout):
    """Compares the two accounts of the example, or what else is given."""

    def run(*arguments, **variables):
        return readout("compare", *(arguments or (WASHINGTON, KYIV)), **variables)

    return run


@pytest.fixture(scope="module")
def kept(readout, tmp_path_factory):
    """A ledger that holds both accounts."""
    path = tmp_path_factory.mktemp("ledgers") / "readout.db"
    assert readout("add", WASHINGTON, KYIV, "--ledger", path).status == 0
    return path


def test_two_files_are_compared_on_the_spot(compare):
    ended = compare()
    assert (ended.status, ended.err) == (0, "")
    assert ended.out.startswith("One meeting, told by Washington and by Kyiv\n")
    assert "Only Kyiv" in ended.out


def test_a_wide_terminal_has_two_columns_and_a_narrow_one_has_both_accounts_one_below_the_other(compare):
    wide, narrow = (compare(COLUMNS=str(columns)).out.splitlines() for columns in (110, 60))
    assert any("Washington: " in line and "Kyiv: " in line for line in wide)
    assert not any("Washington: " in line and "Kyiv: " in line for line in narrow)
    assert any("Kyiv: " in line for line in narrow)
    assert max(map(len, narrow)) <= 60


def test_the_json_of_swapped_accounts_is_the_mirror_of_the_other(compare):
    one, other = (json.loads(compare(*pair, "-f", "json").out) for pair in ((WASHINGTON, KYIV), (KYIV, WASHINGTON)))
    assert one["accounts"]["one"] == other["accounts"]["other"]
    assert one["counts"]["one"] == other["counts"]["other"]
    assert [row["one"] for row in one["rows"]] == [row["other"] for row in other["rows"]]


def test_the_name_of_the_output_decides_its_form_and_names_may_be_given(compare, tmp_path):
    path = tmp_path / "page.html"
    assert compare(WASHINGTON, KYIV, "-o", path, "--names", "Mr Sullivan,Mr Yermak").status == 0
    assert "<title>One meeting, told by Mr Sullivan and by Mr Yermak" in path.read_text(encoding="utf-8")


def test_reports_of_a_ledger_are_compared_by_their_ids_and_with_a_file(compare, readout, kept):
    ids = [json.loads(line)["id"] for line in readout("list", "reports", "-f", "json", "-l", kept).out.splitlines()]
    both = json.loads(compare(*ids, "-l", kept, "-f", "json").out)
    assert {account["side"] for account in both["accounts"].values()} == {"United States", "Ukraine"}
    mixed = json.loads(compare(KYIV, ids[0], "-l", kept, "-f", "json").out)
    assert mixed["accounts"]["one"]["side"] == "Ukraine"


def test_a_file_of_two_reports_is_compared_by_itself(compare, tmp_path):
    path = tmp_path / "pair.jsonl"
    texts = ("Norway and Sweden met in Oslo on Monday.", "Sweden and Norway met in Oslo. They agreed to meet again.")
    path.write_text("".join(json.dumps({"text": text}) + "\n" for text in texts), encoding="utf-8")
    assert compare(path).status == 0


@pytest.mark.parametrize(
    ("arguments", "status", "says"),
    [
        ((WASHINGTON,), 3, "holds 1 report. Name two"),
        ((WASHINGTON, KYIV, "--names", "Kyiv"), 3, "not two names"),
        (("nowhere", "else", "-l", "missing.db"), 8, "no such ledger"),
    ],
)
def test_what_cannot_be_compared_is_said_in_one_line(compare, arguments, status, says):
    ended = compare(*arguments)
    assert (ended.status, ended.out, len(ended.errors)) == (status, "", 1)
    assert says in ended.err


def test_a_file_that_is_missing_is_missed_as_a_file_and_not_as_a_report_of_the_ledger(compare, tmp_path):
    ended = compare(tmp_path / "missing.txt", KYIV)
    assert ended.status == 3
    assert "missing.txt: no such file" in ended.err
