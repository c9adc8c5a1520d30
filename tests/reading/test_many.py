"""Many reports at once: in order, the same with any number of processes, and a broken one costs itself alone."""

from __future__ import annotations

import json
import os
import pickle
from dataclasses import dataclass

import pytest
from tests.reading.reader import READER

from readout import Reader, Reading, ReadoutError
from readout.intake import Source
from readout.model import InvalidDate, UnreadableInput, UnsupportedLanguage
from readout.reading.many import AHEAD, outcomes

GOOD = (
    "Foreign Minister Anniken Huitfeldt met Edgars Rinkevics in Riga on Tuesday. They agreed to build a new ferry line."
)
FRENCH = "Le ministre des Affaires étrangères a rencontré mardi son homologue letton à Riga pour parler des transports."


def source(text: str, name: str = "report", date: str | None = "2022-05-10") -> Source:
    return Source(text=text, name=name, id=name, date=date)


SOURCES = [
    source(GOOD, "first"),
    source("…", "none"),
    source(FRENCH),
    source(GOOD, "when", "someday"),
    source(GOOD, "last"),
]


@pytest.mark.parametrize("processes", [1, 2])
def test_a_broken_report_costs_itself_alone_and_the_order_stays(processes: int) -> None:
    read = list(READER.read_many(SOURCES, processes))
    assert [given for given, _ in read] == SOURCES
    kinds = [type(outcome) for _, outcome in read]
    assert kinds == [Reading, UnreadableInput, UnsupportedLanguage, InvalidDate, Reading]


def test_one_process_and_two_give_the_same_bytes() -> None:
    one, two = ([json.dumps(read.to_dict()) for _, read in READER.read_many(SOURCES[::4], n)] for n in (1, 2))  # type: ignore[union-attr]
    assert one == two


def test_a_reader_that_has_read_is_pickled_without_its_model() -> None:
    reader = Reader()
    reading = reader.read(GOOD)
    pickled = pickle.dumps(reader)
    assert len(pickled) < 500
    assert pickle.loads(pickled).read(GOOD) == reading


def test_sources_are_not_taken_long_before_they_are_read() -> None:
    taken: list[int] = []

    def many() -> object:
        for number in range(300):
            taken.append(number)
            yield source("…")

    next(iter(Reader().read_many(many(), 2)))  # type: ignore[arg-type]
    assert len(taken) <= 2 * AHEAD


@dataclass(frozen=True)
class Faulty(Reader):
    """Fails, and on the word "end" ends its process."""

    def read(self, text: str, **known: str | None) -> Reading:  # type: ignore[override]
        if text == "end":
            os._exit(1)
        if text == "fail":
            raise ZeroDivisionError("no such number")
        return super().read(text, **known)


def test_a_fault_of_the_reader_itself_costs_its_source_alone() -> None:
    ((given, problem),) = outcomes(Faulty(), [source("fail", "report.txt")])
    assert given.name == "report.txt"
    assert isinstance(problem, ReadoutError)
    assert "a fault of Readout itself (ZeroDivisionError: no such number)" in str(problem)


def test_a_process_that_ends_costs_its_source_alone() -> None:
    (_, first), (_, ended), (_, last) = outcomes(Faulty(), [source(GOOD), source("end"), source(GOOD)], 2)
    assert isinstance(first, Reading) and first == last
    assert isinstance(ended, ReadoutError) and "the process that read it ended" in str(ended)
