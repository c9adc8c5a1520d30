"""Reports keep the name of the file that they came in; of those that were kept before nobody knows it any more."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"


def upgrade() -> None:
    """Adds the column, empty."""
    op.add_column("reports", sa.Column("file", sa.Text))
