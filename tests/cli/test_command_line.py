"""The command itself: help, version, kinds, usage."""

import pytest

from readout.cli.app import COMMANDS
from readout.model import kinds


@pytest.mark.parametrize("arguments", [("--help",), ("-h",), ("read", "--help"), ("why", "--help")])
def test_help_is_told_without_loading_a_reader_or_drawing_tools(readout, arguments):
    ended = readout(*arguments, python=("-X", "importtime"))
    assert ended.status == 0
    assert "Usage: readout" in ended.out
    loaded = {line.rpartition("|")[2].strip().partition(".")[0] for line in ended.err.splitlines()}
    assert "click" in loaded
    assert not loaded & {"spacy", "onnxruntime", "numpy", "rich", "yaml", "jinja2", "pydantic", "typer"}


def test_help_names_every_command_with_a_sentence_that_is_whole(readout):
    lines = readout("--help").out.partition("Commands:\n")[2].splitlines()
    assert {line.split()[0] for line in lines} == set(COMMANDS)
    assert not [line for line in lines if line.endswith("...") or len(line.split()) < 3]


def test_a_command_that_does_not_exist_is_told_with_what_is_written_almost_so(readout):
    ended = readout("serch", "gas")
    assert ended.status == 2
    assert "'serch'" in ended.err
    assert "search" in ended.err


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_tells_its_options(readout, command):
    ended = readout(command, "--help")
    assert (ended.status, ended.err) == (0, "")
    assert ended.out.startswith(f"Usage: readout {command} ")


def test_the_version_is_one_line(readout):
    ended = readout("--version")
    assert (ended.status, len(ended.out.splitlines())) == (0, 1)
    assert ended.out.startswith("readout ")


def test_a_command_line_that_is_not_understood_ends_with_two_and_says_what_is_wrong(readout):
    for arguments in (("read",), ("read", "a.txt", "--format", "pdf"), ("read", "a.txt", "--jobs", "0"), ("reed",)):
        ended = readout(*arguments)
        assert (ended.status, ended.out) == (2, "")
        assert "Error: " in ended.err


def test_kinds_shows_every_kind_with_every_slot_and_every_value(readout):
    shown = " ".join(readout("kinds").out.split())
    tables = readout("kinds", "--format", "markdown").out
    for kind in kinds().values():
        assert f"{kind.label} {kind.question}" in shown
        assert f"## {kind.label}\n" in tables
        for slot in kind.slots:
            assert f"| `{slot.role}` |" in tables
            assert all(f"{value}" in shown for value in (slot.role, *slot.values))
