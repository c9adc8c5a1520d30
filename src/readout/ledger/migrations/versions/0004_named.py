"""SQLite refuses to replace a row under the name of another; before, it refused that under its number alone."""

from __future__ import annotations

from collections.abc import Iterator

import sqlalchemy as sa
from alembic import op

from readout.ledger.guards import guards, unguarded

revision = "0004"
down_revision = "0003"

TABLES = ("readers", "reports", "readings", "findings", "reviewers", "decisions", "registered")


def upgrade() -> None:
    """Makes the triggers anew; PostgreSQL knows no such replacing."""
    dialect = op.get_bind().dialect.name
    if dialect == "sqlite":
        _run(unguarded(dialect, TABLES))
        _run(guards(dialect, TABLES))


def _run(statements: Iterator[str]) -> None:
    for statement in statements:
        op.execute(sa.text(statement.replace(":", "\\:")))
