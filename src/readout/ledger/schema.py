"""Which form a ledger's tables have, and how an older form becomes the newest."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from readout.ledger.plain import Connection
from readout.model import UnusableLedger

if TYPE_CHECKING:
    from readout.ledger.opening import Transaction

HEAD = "0005"
"""The newest revision in `migrations/`; a test holds it to the scripts, so that opening need not load Alembic."""

MIGRATIONS = Path(__file__).with_name("migrations")


def revision(connection: Connection) -> str | None:
    """The revision of the ledger behind the connection; None where it holds no table yet.

    Raises UnusableLedger for a database that holds something else.
    """
    names = connection.tables()
    if "alembic_version" in names and "findings" in names:
        return str(connection.scalar("SELECT version_num FROM alembic_version"))
    if names:
        raise UnusableLedger(f"this database is no ledger: it holds {names[0]!r}. Name another file or database")
    return None


def known() -> tuple[str, ...]:
    """All revisions, the first one first."""
    return tuple(sorted(path.name.partition("_")[0] for path in MIGRATIONS.glob("versions/[0-9]*.py")))


def upgrade(connection: Transaction, to: str = HEAD) -> None:
    """Brings the ledger to a revision within the connection's transaction, from nothing or from any earlier one.

    Raises UnusableLedger for a revision that this Readout does not know.
    """
    found = revision(connection)
    if found == to:
        return
    if found is not None and found not in known():
        raise UnusableLedger(
            f"written by a newer Readout (schema {found}; this one knows {HEAD}). Install the newer Readout"
        )
    from alembic import command
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS).replace("%", "%%"))
    config.attributes["connection"] = connection.alchemy
    command.upgrade(config, to)
