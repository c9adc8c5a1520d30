"""The tables that migrations make are those that queries name, from every revision there was."""

import pytest
import sqlalchemy as sa
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from tests.ledger.conftest import AT, bridge

from readout.ledger import Ledger, schema
from readout.ledger.database import Database
from readout.ledger.plain.address import address
from readout.ledger.tables import KEPT, tables
from readout.model import UnusableLedger


def test_the_newest_revision_is_the_one_that_the_code_names():
    assert schema.known()[-1] == schema.HEAD


def test_migrations_make_the_tables_that_queries_name(ledger):
    names = {table.name for table in KEPT}
    with ledger.database.engine.connect() as connection:
        options = {"include_object": lambda _thing, name, sort, *_: sort != "table" or name in names}
        context = MigrationContext.configure(connection, opts=options)
        assert compare_metadata(context, tables) == []


def test_a_newer_schema_is_refused_with_what_to_do(url):
    with Ledger.open(url) as ledger, ledger.database.engine.begin() as connection:
        connection.exec_driver_sql("UPDATE alembic_version SET version_num = '9999'")
    with pytest.raises(UnusableLedger, match=r"newer Readout \(schema 9999.*Install the newer Readout"):
        Ledger.open(url)


def test_another_database_is_left_alone(url):
    database = Database(address(url))
    with database.writing() as connection:
        connection.run("CREATE TABLE recipes (name text)")
    with pytest.raises(UnusableLedger, match="no ledger: it holds 'recipes'"):
        Ledger.open(url)
    assert sa.inspect(database.engine).get_table_names() == ["recipes"]
    database.close()


def test_a_ledger_opens_again_with_all_that_it_holds(url):
    with Ledger.open(url) as ledger:
        ledger.keep(bridge().reading(), at=AT)
        before = list(ledger.export())
    with Ledger.open(url) as again:
        assert list(again.export()) == before
