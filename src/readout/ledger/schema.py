"""Which form a ledger's tables have, and how an older form becomes the newest."""

from __future__ import annotations

from pathlib import Path

from sqlalchemy import Connection, inspect, text

from readout.model import UnusableLedger

HEAD = "0004"
"""The newest revision in `migrations/`; a test holds it to the scripts, so that opening need not load Alembic."""

MIGRATIONS = Path(__file__).with_name("migrations")


def revision(connection: Connection) -> str | None:
    """The revision of the ledger behind the connection; None where it holds no table yet.

    Raises UnusableLedger for a database that holds something else.
    """
    names = inspect(connection).get_table_names()
    if "alembic_version" in names and "findings" in names:
        return str(connection.execute(text("SELECT version_num FROM alembic_version")).scalar_one())
    if names:
        raise UnusableLedger(f"this database is no ledger: it holds {names[0]!r}. Name another file or database")
    return None


def known() -> tuple[str, ...]:
    """All revisions, the first one first."""
    return tuple(sorted(path.name.partition("_")[0] for path in MIGRATIONS.glob("versions/[0-9]*.py")))


def upgrade(connection: Connection, to: str = HEAD) -> None:
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
    config.attributes["connection"] = connection
    command.upgrade(config, to)
