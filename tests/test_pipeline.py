"""From files to a ledger: what was read is kept, what stops loses nothing, going on reads only the rest."""

import pytest

from readout.intake import Source
from readout.ledger import Ledger
from readout.model import Reading, ReadoutError, Report, UnreadableInput, text_hash
from readout.pipeline import add, name_of, reread
from readout.reading import Reader

AT = "2026-11-24T12:00:00Z"
DATED = """date 2023-01-05 The President of Finland met with the Prime Minister of Sweden in Helsinki. They talked for an hour.
"""


class Light:
    """A reader that sees nothing, at once; it counts what it was asked to read and fails where it is told to."""

    def __init__(self, fingerprint: str = "light-1") -> None:
        self.fingerprint = fingerprint
        self.asked = 0

    def read_many(self, sources, processes=1):  # noqa: ARG002
        for source in sources:
            self.asked += 1
            yield source, self.read(source)

    def read(self, source):
        if "broken" in source.text:
            return UnreadableInput(f"{source.name}: broken")
        id = source.id or text_hash(source.text)[:16]
        return Reading(Report(id, source.text, source.title, source.source, source.url), self.fingerprint, (), ())


@pytest.fixture
def ledger(tmp_path):
    with Ledger.open(tmp_path / "ledger.db") as opened:
        yield opened


def sources(count: int, broken: int = 0) -> list[Source]:
    return [Source(f"Report {i}{' broken' if i < broken else ''}.", f"file:{i}", f"id-{i}") for i in range(count)]


def test_each_source_is_read_once_and_a_second_run_reads_nothing(ledger):
    reader = Light()
    first = list(add(ledger, sources(150), reader, at=AT))
    again = list(add(ledger, sources(150), reader, at=AT))
    assert reader.asked == 150
    assert all(one.new and one.read for one in first)
    assert not any(one.new or one.read for one in again)
    assert {one.report for one in again} == {one.report for one in first}


def test_going_on_after_a_stop_reads_only_the_rest(ledger):
    reader = Light()
    run = add(ledger, sources(100), reader, at=AT)
    told = {next(run).report for _ in range(30)}
    run.close()
    kept = {report.id for report in ledger.reports(0)}
    assert told <= kept
    rest = Light()
    assert sum(one.read for one in add(ledger, sources(100), rest, at=AT)) == 100 - len(kept) > 0
    assert rest.asked == 100 - len(kept)


def test_what_comes_slowly_is_kept_as_it_comes(ledger, monkeypatch):
    monkeypatch.setattr("readout.pipeline.MOMENT", 0.0)
    run = add(ledger, sources(10), Light(), at=AT)
    assert next(run).read
    assert len(ledger.reports(0)) == 1


def test_a_text_that_no_database_holds_costs_itself_alone(ledger):
    half = Source("Half a character: \ud83d.", "file:half", "half")
    done = list(add(ledger, [*sources(3), half, *sources(5)], Light(), at=AT))
    assert [one.source.name for one in done if one.error] == ["file:half"]
    assert sum(one.new for one in done) == 5


def test_broken_reports_are_named_and_cost_themselves_alone(ledger):
    done = list(add(ledger, sources(1000, broken=100), Light(), at=AT))
    assert sum(one.read for one in done) == 900
    assert [one.source.name for one in done if one.error] == [f"file:{i}" for i in range(100)]
    assert all(isinstance(one.error, ReadoutError) for one in done if one.error)


def test_reading_again_reads_what_another_reader_read(ledger):
    list(add(ledger, sources(10), Light("light-1"), at=AT))
    list(add(ledger, sources(12), Light("light-2"), at=AT))
    newer = Light("light-2")
    assert [one.read for one in reread(ledger, newer, at=AT)] == []
    third = Light("light-3")
    assert sum(one.read for one in reread(ledger, third, at=AT)) == 12
    assert ledger.report("id-3").given == "id-3"


def test_the_reader_itself_is_kept_under_the_name_that_the_source_foretold(ledger):
    dated = Source(DATED, "a.txt")
    given = Source("Joe Biden met with Olaf Scholz in Berlin.", "b", "b-1", "Title", "2024-10-18", "The White House")
    done = list(add(ledger, [dated, given], Reader(), at=AT))
    assert [one.report for one in done] == [name_of(dated), name_of(given)]
    assert ledger.reading(done[0].report).report.date == "2023-01-05"
    assert ledger.report(done[0].report).date is None
    assert ledger.report("b-1").date == "2024-10-18"
    assert [f.kind for f in ledger.reading(done[1].report).findings] == ["meeting"]
