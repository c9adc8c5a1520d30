"""What a command loads before it answers: each library that it does not need is time that somebody waits."""

import subprocess
import sys

import pytest
from tests.ledger.conftest import AT, bridge

from readout import Ledger

LOADED = """
import sys
from readout.cli.app import app

for command in " ".join(sys.argv[1:]).split(" ; "):
    app(command.split(), standalone_mode=False)
print(*sorted(sys.modules))
"""
HEAVY = (
    "alembic",
    "jinja2",
    "numpy",
    "onnxruntime",
    "pydantic",
    "readout.ledger.keeping",
    "readout.ledger.records.touching",
    "spacy",
    "sqlalchemy",
    "typer",
)


@pytest.fixture
def loaded(tmp_path):
    """Runs a command on a ledger that is in order, and tells which modules it loaded."""
    Ledger.open(tmp_path / "l.db").close()

    def run(*command):
        line = [sys.executable, "-c", LOADED, *command, "--ledger", str(tmp_path / "l.db")]
        return subprocess.run(line, capture_output=True, text=True, check=True).stdout.splitlines()[-1].split()

    return run


@pytest.mark.parametrize(
    "command", [("search", "gas"), ("list", "commitments"), ("due",), ("timeline", "--pair", "KZ,RU")]
)
def test_a_question_does_not_wait_for_what_only_reading_and_keeping_need(loaded, command):
    assert not {*HEAVY} & {*loaded(*command)}


ASKED = {
    "lists": (
        "list commitments", "list meetings --pair Norway,Sweden", "list statements --actor Norway", "list agreements --since 2024-01-01",
        "list projects --until 2024-12-31", "list progress --status fulfilled", "list commitments --strength pledged",
        "list commitments --outcome dropped", "list commitments --review machine", "list commitments --due-before 2030-01-01",
        "list commitments --text bridge", "list commitments --as-of 2024-06-01", "list meetings --as-of 2024-06-01 --format json",
        "list reports", "list actors", "list actors --actor Norway", "list orphans",
    ),
    "searches": (
        "search bridge", "search brid*", "search bridge --kind commitments", "search bridge --actor Norway",
        "search bridge --pair Norway,Sweden", "search bridge --since 2024-01-01 --until 2024-12-31", "search bridge --as-of 2024-06-01",
        "search bridge --format json",
    ),
    "records": ("show {finding}", "show {finding} --as-of 2024-06-01", "show {finding} --format json", "show {report}", "history {finding}"),
    "questions": ("due --as-of 2024-06-01", "timeline --pair Norway,Sweden", "brief Norway Sweden --as-of 2024-06-01"),
}  # fmt: skip


@pytest.mark.parametrize("sort", ASKED)
def test_nothing_that_is_asked_waits_for_what_writes_into_a_database(sort, tmp_path):
    file = tmp_path / "l.db"
    with Ledger.open(file) as ledger:
        ledger.keep(bridge().reading(), at=AT)
        known = {"finding": ledger.records("commitment")[0].id[:8], "report": ledger.reports()[0].id}
    asked = " ; ".join(f"{command.format(**known)} --ledger {file}" for command in ASKED[sort])
    done = subprocess.run([sys.executable, "-c", LOADED, asked], capture_output=True, text=True, check=True)
    assert not done.stderr
    assert not {"alembic", "sqlalchemy"} & {*done.stdout.splitlines()[-1].split()}


def test_a_list_reads_no_lexicon_and_loads_nothing_that_weighs_evidence_or_takes_files_in(loaded):
    assert not {"yaml", "readout.matching.evidence", "readout.intake.opening"} & {*loaded("list", "commitments")}


def test_the_libraries_are_loaded_where_they_are_needed(loaded):
    assert {"jinja2"} <= set(loaded("search", "gas", "--format", "html"))


ENDED = """
import gc, sys
from readout.cli import main
sys.argv = ["readout", "--version"]
try:
    main()
except SystemExit as ended:
    print(ended.code, gc.get_freeze_count() > gc.get_count()[0])
"""


def test_a_command_does_not_look_for_rubbish_before_it_ends():
    told = subprocess.run([sys.executable, "-c", ENDED], capture_output=True, text=True, check=True).stdout
    assert told.splitlines()[-1] == "0 True"
