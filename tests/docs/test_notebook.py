"""The notebook of the tutorial runs from its first cell to its last, without a network, and shows what its words say."""

import os
import re
from pathlib import Path

import nbformat
import pytest
from nbclient import NotebookClient

NOTEBOOK = Path(__file__).parents[2] / "docs" / "tutorial" / "ask-in-python.ipynb"
SOURCES = [str(NOTEBOOK.parents[2] / folder) for folder in ("src", "models/en/src")]
NO_NETWORK = """
import socket

def refused(self, address, *rest):
    raise OSError(f"the tutorial asked the network for {address}")

socket.socket.connect = refused
"""
SECONDS = 180


@pytest.fixture(scope="module")
def cells():
    """The code cells after they ran, by the first heading before each."""
    kept = os.environ.get("PYTHONPATH")
    os.environ["PYTHONPATH"] = os.pathsep.join([*SOURCES, *filter(None, [kept])])
    notebook = nbformat.read(NOTEBOOK, as_version=4)
    notebook.cells.insert(0, nbformat.v4.new_code_cell(NO_NETWORK))
    try:
        NotebookClient(notebook, timeout=SECONDS, resources={"metadata": {"path": str(NOTEBOOK.parent)}}).execute()
    finally:
        os.environ.pop("PYTHONPATH")
        if kept is not None:
            os.environ["PYTHONPATH"] = kept
    found: dict[str, list] = {}
    heading = ""
    for cell in notebook.cells[1:]:
        title = re.match(r"#+ (.*)", cell.source) if cell.cell_type == "markdown" else None
        heading = title[1] if title else heading
        if cell.cell_type == "code":
            found.setdefault(heading, []).append(cell)
    return found


def said(cell) -> str:
    """All that a cell shows, as text and as HTML."""
    return "\n".join(out.get("text", "") + "".join(map(str, out.get("data", {}).values())) for out in cell.outputs)


def test_a_reading_shows_its_text_with_marks_and_each_commitment_its_words(cells):
    reading, commitments = cells["Read a report"]
    assert "<mark" in said(reading)
    assert len(said(commitments).splitlines()) >= 3


def test_records_are_a_table_of_pandas_with_a_row_a_record(cells):
    table, counts = cells["Records as a table"]
    assert "<table" in said(table) and "no later report" in said(table)
    assert "pledged" in said(counts)


def test_a_record_shows_its_sources_and_the_change_of_its_status(cells):
    assert "  told " in said(cells["What a record stands on"][0])
    assert "outcome -> " in said(cells["What a record stands on"][0])


def test_the_questions_find_something(cells):
    assert "commitment: " in said(cells["Search"][0])
    assert "2023-06-22 meeting, " in said(cells["What passed between two countries"][0])
    assert re.search(r"'both': [1-9]", said(cells["Compare two accounts of one meeting"][0]))
    assert re.search(r"[1-9]\d* undertaken, [1-9]\d* can be checked", said(cells["What is due"][0]))


def test_the_notebook_is_kept_without_outputs():
    for cell in nbformat.read(NOTEBOOK, as_version=4).cells:
        assert not cell.get("outputs") and cell.get("execution_count") is None
