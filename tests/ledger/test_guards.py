"""The database itself refuses to forget: no kept row is altered, deleted or replaced, whoever asks."""

import pytest
import sqlalchemy as sa
from sqlalchemy.exc import DBAPIError
from tests.ledger.conftest import AT, bridge

from readout.ledger.deciding import Act
from readout.ledger.guards import UNIQUE
from readout.ledger.tables import KEPT


@pytest.fixture
def filled(ledger):
    """A ledger with a row in every kept table."""
    kept = ledger.keep(bridge().reading(), at=AT)
    finding = ledger.reading(kept.report).findings[0]
    ledger.decide(Act("accept", finding.id, "Ada", AT))
    ledger.register([{"name": "Norway", "kind": "country"}], at=AT)
    return ledger


@pytest.mark.parametrize("table", [table.name for table in KEPT])
@pytest.mark.parametrize("act", ["DELETE FROM {}", 'UPDATE {} SET "{}" = "{}"'])
def test_no_kept_row_is_altered_or_deleted(filled, table, act):
    column = sa.inspect(filled.database.engine).get_columns(table)[-1]["name"]
    with filled.database.engine.connect() as connection:
        before = connection.exec_driver_sql(f"SELECT count(*) FROM {table}").scalar()
    assert before
    with pytest.raises(DBAPIError, match="never altered or deleted"), filled.database.engine.begin() as connection:
        connection.exec_driver_sql(act.format(table, column, column))
    with filled.database.engine.connect() as connection:
        assert connection.exec_driver_sql(f"SELECT count(*) FROM {table}").scalar() == before


def test_a_row_is_not_replaced_behind_the_triggers_of_deletion(filled):
    if filled.database.engine.dialect.name != "sqlite":
        pytest.skip("REPLACE is a word of SQLite's alone")
    with pytest.raises(DBAPIError, match="never altered or deleted"), filled.database.engine.begin() as connection:
        connection.exec_driver_sql("REPLACE INTO reviewers (number, name, at, active) VALUES (1, 'Eve', '', 1)")


@pytest.mark.parametrize("table", UNIQUE)
def test_a_row_is_not_replaced_under_its_name_and_another_number(filled, table):
    if filled.database.engine.dialect.name != "sqlite":
        pytest.skip("REPLACE is a word of SQLite's alone")
    others = ", ".join(f'"{column["name"]}"' for column in sa.inspect(filled.database.engine).get_columns(table)[1:])
    for number in ("NULL", "number + 100"):
        with pytest.raises(DBAPIError, match="never altered or deleted"), filled.database.engine.begin() as connection:
            connection.exec_driver_sql(f"REPLACE INTO {table} SELECT {number}, {others} FROM {table}")


def test_every_name_of_a_kept_row_is_guarded():
    assert {t.name: c.name for t in KEPT for c in t.columns if c.unique} == UNIQUE


def test_a_decision_by_nobody_is_refused_by_the_database(filled):
    row = "'x', 'reject', 'y', NULL, 'Nobody', '2026-11-24', '', NULL, '{}'"
    with pytest.raises(DBAPIError, match="active reviewers"), filled.database.engine.begin() as connection:
        connection.exec_driver_sql(
            f'INSERT INTO decisions (id, verb, target, other, "by", at, words, note, given) VALUES ({row})'
        )
