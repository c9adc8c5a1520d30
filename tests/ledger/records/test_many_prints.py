"""What is printed very often is held against its first prints alone, and is one record all the same."""

from datetime import date, timedelta

import pytest
from tests.ledger.conftest import AT
from tests.ledger.records.derived import derived_rows
from tests.ledger.records.test_reprints import news, talks

from readout.ledger import Ledger
from readout.ledger.deciding import Act
from readout.ledger.records import copies
from readout.ledger.records.wanted import Wanted

MANY = 40


@pytest.fixture
def printed(ledger):
    """Very many prints that differ in a word, and news of what they tell, once before them and once behind."""
    ledger.keep(talks(source="The Morning Gazette").reading(), at=AT)
    ledger.keep(news("2025-02-01", "Sweden's Government").reading(), at=AT)
    for number in range(MANY):
        word = "dredged" if number % 2 else "timber"
        told = talks(str(date(2024, 5, 1) + timedelta(days=number % 7)), misspelt=word, source=f"Paper {number}")
        ledger.keep(told.reading(), at=AT)
    ledger.keep(news("2025-02-03", "President of Ukraine").reading(), at=AT)
    return ledger


def test_they_are_one_record_with_as_many_sources(printed):
    for kind in ("meeting", "statement", "commitment"):
        (record,) = printed.records(kind)
        assert record.sources == MANY + 1


def test_what_becomes_of_it_is_heard_as_if_it_had_been_printed_once(printed, tmp_path):
    with Ledger.open(tmp_path / "once.db") as once:
        once.keep(talks(source="The Morning Gazette").reading(), at=AT)
        for told in (news("2025-02-01", "Sweden's Government"), news("2025-02-03", "President of Ukraine")):
            once.keep(told.reading(), at=AT)
        (alone,) = once.records("commitment")
    (record,) = printed.records("commitment")
    assert (record.outcome, record.date, record.due) == (alone.outcome, alone.date, alone.due)
    assert record.outcome != "no later report"


def test_each_is_known_as_a_reprint_of_the_first_ones(printed):
    with printed.database.looking() as connection:
        pairs = connection.scalar("SELECT count(*) FROM copies")
    assert pairs <= copies.MOST * (MANY + 1)


def test_made_anew_they_are_the_same(printed):
    before = derived_rows(printed)
    printed.rebuild()
    assert derived_rows(printed) == before
    assert list(printed.check()) == []


def test_as_of_a_day_those_count_that_were_out_by_then(printed):
    (then,) = printed.records_on(Wanted("commitment"), "2024-05-02")
    assert then.sources == 1 + sum(number % 7 <= 1 for number in range(MANY))


def test_without_the_first_print_the_others_stand(printed):
    first = next(report for report in printed.reports(0) if report.source == "The Morning Gazette")
    printed.enlist("Ada", at=AT)
    printed.decide(Act("remove", first.id, "Ada", AT))
    (record,) = printed.records("commitment")
    assert (record.sources, record.outcome != "no later report") == (MANY, True)
