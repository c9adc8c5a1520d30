"""What a command loads before it answers: each library that it does not need is time that somebody waits."""

import subprocess
import sys

import pytest

LOADED = (
    "import sys; from readout.cli.app import app; app(sys.argv[1:], standalone_mode=False); print(*sorted(sys.modules))"
)
HEAVY = (
    "alembic",
    "jinja2",
    "numpy",
    "onnxruntime",
    "pydantic",
    "readout.ledger.keeping",
    "readout.ledger.records.touching",
    "spacy",
    "typer",
)


@pytest.fixture
def loaded(tmp_path):
    """Runs a command on a ledger that is in order, and tells which modules it loaded."""
    from readout import Ledger

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
