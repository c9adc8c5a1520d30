"""Texts of many reports, and texts without full stops, cost in proportion to their length."""

from __future__ import annotations

import cProfile
import pstats
from pathlib import Path

import pytest
from tests.reading.reader import READER

from readout import Reader

EXAMPLES = sorted((Path(__file__).parents[2] / "examples").glob("*.txt"))
UNSTOPPED = (
    "and the President of Finland met with the Prime Minister of Latvia in Riga on Tuesday to talk about ferries "
)


def calls(reader: Reader, text: str) -> int:
    """How many calls of functions a reading takes: the same on every machine."""
    profile = cProfile.Profile()
    profile.runcall(reader.read, text, date="2023-01-05")
    return int(pstats.Stats(profile).total_calls)  # type: ignore[attr-defined]  # its stub does not know it


@pytest.fixture(scope="module")
def reader() -> Reader:
    """A reader that has read: what is loaded or remembered once is not counted."""
    READER.read("\n\n".join(path.read_text("utf-8") for path in EXAMPLES))
    READER.read(UNSTOPPED * 20)
    return READER


def test_reports_glued_into_one_text_cost_in_proportion_to_its_length(reader: Reader) -> None:
    once = "\n\n".join(path.read_text("utf-8") for path in EXAMPLES)
    assert calls(reader, "\n\n".join([once] * 4)) < 5.5 * calls(reader, once)


def test_a_text_without_full_stops_costs_in_proportion_to_its_length(reader: Reader) -> None:
    assert calls(reader, UNSTOPPED * 160) < 5.5 * calls(reader, UNSTOPPED * 40)


def test_what_goes_on_for_hundreds_of_words_is_no_one_sentence(reader: Reader) -> None:
    words = reader.scene(UNSTOPPED * 40).words
    assert max(stop - start for start, stop in words.sentences) <= 160
    assert all(words.sentence[word] == words.sentence[head] for word, head in enumerate(words.head))
    short = reader.scene(UNSTOPPED * 15 + ".").words
    assert len(short.sentences) == 1
