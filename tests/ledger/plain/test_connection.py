"""Questions in plain SQL: the same words for both databases, values by name, columns as what they mean."""

import pytest
from tests.ledger.conftest import AT, bridge

from readout.ledger import Ledger
from readout.ledger.plain.connection import worded
from readout.model import UnusableLedger


@pytest.fixture
def kept(url):
    """A ledger of three reports."""
    with Ledger.open(url) as ledger:
        for day in ("2024-05-01", "2024-10-01", "2025-03-01"):
            ledger.keep(bridge(date=day, source=f"The {day} Gazette").reading(), at=AT)
        yield ledger


def test_a_statement_is_put_in_the_words_of_each_driver():
    said = "SELECT id FROM reports WHERE number AMONG :some AND title LIKE '50%' AND at < :now"
    assert worded(said, "sqlite") == (
        "SELECT id FROM reports WHERE number IN (SELECT value FROM json_each(:some)) AND title LIKE '50%' AND at < :now"
    )
    assert worded(said, "postgresql") == (
        "SELECT id FROM reports WHERE number = ANY(%(some)s) AND title LIKE '50%%' AND at < %(now)s"
    )


def test_one_of_many_values_is_asked_for_in_one_statement(kept):
    ids = [report.id for report in kept.reports()]
    with kept.database.looking() as connection:
        among = "SELECT id FROM reports WHERE id AMONG :ids ORDER BY number DESC"
        assert connection.scalars(among, ids=ids * 20_000) == ids
        assert connection.scalars(among, ids={ids[0]}) == ids[:1]
        assert connection.scalars(among, ids=()) == []


def test_columns_come_back_as_what_they_mean(kept):
    with kept.database.looking() as connection:
        row = connection.first("SELECT date, last, review, outcome, course, due FROM records WHERE due IS NOT NULL")
        assert tuple(row)[:4] == ("2024-05-01", "2025-03-01", "machine", "reaffirmed")
        assert [outcome for _, outcome in row.course] == ["reaffirmed"] * len(row.course)
        assert row.due == "2027-12-31"
        assert connection.first("SELECT text FROM reports").text == bridge().text
        assert connection.first("SELECT id FROM reports WHERE id = :id", id="none") is None


def test_an_answer_is_read_page_by_page(kept):
    with kept.database.looking() as connection:
        assert list(connection.pages("SELECT number FROM reports ORDER BY number", 2)) == [[1, 2], [3]]


def test_a_question_that_fails_costs_itself_alone(kept):
    with pytest.raises(UnusableLedger, match="the database said"), kept.database.looking() as connection:
        connection.rows("SELECT nothing FROM nowhere")
    assert len(kept.reports()) == 3


def test_who_only_looks_cannot_write_into_a_database_of_a_team(kept):
    if kept.database.address.dialect != "postgresql":
        pytest.skip("a file is guarded by its triggers and its permissions")
    with pytest.raises(UnusableLedger, match="read-only"), kept.database.looking() as connection:
        connection.run("DELETE FROM words")


def test_postgresql_plans_each_question_for_its_own_values(kept):
    if kept.database.address.dialect != "postgresql":
        pytest.skip("SQLite plans no question twice")
    for transaction in (kept.database.looking, kept.database.writing):
        with transaction() as connection:
            for _ in range(12):
                connection.scalars("SELECT id FROM reports WHERE number AMONG :some", some=(1, 2))
            assert connection.scalar("SELECT count(*) FROM pg_prepared_statements") == 0
