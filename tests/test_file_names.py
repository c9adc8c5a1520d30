"""A report of one's own, of which nobody says who published it, is cited by the name of its file."""

import pytest
from tests.ledger.conftest import AT, bridge

from readout import Asking, Ledger
from readout.asking.brief import Briefed
from readout.asking.due import DueAsked
from readout.asking.search import Where
from readout.asking.timeline import Course
from readout.intake import open_sources
from readout.ledger.pursuing import Pursued
from readout.pages import brief, due, timeline
from readout.pages.due.calendar import description
from readout.pages.search.page import page
from readout.pipeline import add

DAY = "2028-06-01"


class ByHand:
    """Reads every source as one report of a bridge."""

    fingerprint = "by hand"

    def read_many(self, sources, _=1):
        for source in sources:
            told = bridge(text=source.text, source=source.source, date=source.date or "2024-05-01")
            yield source, told.reading(self.fingerprint)


@pytest.fixture
def folder(tmp_path):
    (tmp_path / "notes").mkdir()
    (tmp_path / "notes" / "2024-05-01 Oslo.txt").write_text(bridge().text)
    line = '{"text": "Norway and Sweden met in Oslo. They will meet again.", "date": "2024-05-02"}'
    (tmp_path / "notes" / "calls.jsonl").write_text(f"{line}\n")
    return tmp_path


@pytest.fixture
def ledger(folder):
    with Ledger.open(folder / "own.db") as ledger:
        for file in sorted((folder / "notes").iterdir()):
            assert all(one.error is None for one in add(ledger, open_sources(file), ByHand(), at=AT))
        yield ledger


FILE = "2024-05-01 Oslo.txt"


def test_a_file_is_known_by_its_name_and_a_line_by_its_number_too(ledger):
    assert {report.file for report in ledger.reports(0)} == {FILE, "calls.jsonl, line 1"}


def test_every_answer_cites_the_file(ledger):
    asking, pair = Asking(ledger), ("Norway", "Sweden")
    asked = DueAsked(Pursued(DAY, pair=pair))
    (item,) = asking.due(asked).overdue
    assert (item.outlet, item.file) == (None, FILE)
    said = (
        due.page(asking.due(asked)),
        due.markdown(asking.due(asked)),
        due.table(asking.due(asked)),
        timeline.page(asking.timeline(Course(DAY, pair=pair))),
        page(asking.search("bridge", Where()), Where()),
        brief.text(asking.brief(Briefed("Norway", DAY, own="Sweden"))),
        description(asking.deadlines(asked)[0]),
    )
    assert [FILE in each for each in said] == [True] * len(said)
    assert f"report {item.report[:8]}" not in "".join(said[:2])


def test_names_of_files_outlive_a_move_to_another_ledger(ledger, folder):
    lines = list(ledger.export())
    with Ledger.open(folder / "copy.db") as copy:
        copy.take_in(lines, "export")
        assert list(copy.export()) == lines
        assert {report.file for report in copy.reports(0)} == {FILE, "calls.jsonl, line 1"}


def test_what_stands_on_standard_input_has_no_file(monkeypatch):
    import io
    import sys

    monkeypatch.setattr(sys, "stdin", type("Given", (), {"buffer": io.BytesIO(b"Norway met Sweden.")}))
    assert [source.file for source in open_sources("-")] == [None]


def test_a_report_that_was_kept_without_a_file_stays_as_it_was(folder):
    with Ledger.open(folder / "old.db") as ledger:
        reading = next(reading for _, reading in ByHand().read_many(open_sources(folder / "notes" / FILE)))
        ledger.keep(reading, at=AT)
        assert [each.new for each in add(ledger, open_sources(folder / "notes" / FILE), ByHand(), at=AT)] == [False]
        assert [report.file for report in ledger.reports(0)] == [None]
