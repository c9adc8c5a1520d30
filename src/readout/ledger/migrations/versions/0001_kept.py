"""Reports, readings, findings, sightings, reviewers, decisions and registered actors, guarded by triggers."""

import sqlalchemy as sa
from alembic import op

from readout.ledger.guards import guards

revision = "0001"
down_revision = None

BIG = sa.BigInteger().with_variant(sa.Integer, "sqlite")
KEPT = ("readers", "reports", "readings", "findings", "sightings", "reviewers", "decisions", "registered")


def upgrade() -> None:
    """Makes the tables as they were in the first release."""
    _table("readers", _text("fingerprint", unique=True))
    _table(
        "reports",
        _text("id", unique=True), _text("sha256"), *_maybe("given", "title", "source", "url", "date"),
        _text("at"), _text("text"),
    )  # fmt: skip
    _table(
        "readings",
        _to("reports", "report"), _to("readers", "reader"), _text("at"), *_maybe("published"),
        _text("language"), _text("head"), sa.Column("actors", sa.LargeBinary, nullable=False),
    )  # fmt: skip
    _table(
        "findings",
        _text("id", unique=True), _to("reports", "report"), _text("kind"),
        sa.Column("start", sa.Integer, nullable=False), sa.Column("end", sa.Integer, nullable=False), _text("slots"),
    )  # fmt: skip
    op.create_table(
        "sightings",
        _to("readings", "reading", primary_key=True), _to("findings", "finding", primary_key=True),
        _text("rule"), sa.Column("score", sa.Float, nullable=False), _text("more"),
        sqlite_with_rowid=False,
    )  # fmt: skip
    _table("reviewers", _text("name"), _text("at"), sa.Column("active", sa.Integer, nullable=False))
    _table(
        "decisions",
        _text("id", unique=True), _text("verb"), _text("target"), *_maybe("other"), _text("by"), _text("at"),
        _text("words"), *_maybe("note"), _text("given"),
    )  # fmt: skip
    _table("registered", _text("id", unique=True), _text("name"), _text("entry"), _text("at"))
    _indexes()
    for statement in guards(op.get_bind().dialect.name, KEPT):
        op.execute(sa.text(statement.replace(":", "\\:")))


def _indexes() -> None:
    for name, table, column in (
        ("reports_by_given", "reports", "given"),
        ("reports_by_url", "reports", "url"),
        ("readings_by_report", "readings", "report"),
        ("findings_by_report", "findings", "report"),
        ("sightings_by_finding", "sightings", "finding"),
        ("reviewers_by_name", "reviewers", "name"),
        ("decisions_by_target", "decisions", "target"),
        ("decisions_by_other", "decisions", "other"),
    ):
        op.create_index(name, table, [column])


def _table(name: str, *columns: sa.Column) -> None:  # type: ignore[type-arg]
    op.create_table(name, sa.Column("number", BIG, primary_key=True, autoincrement=True), *columns)


def _text(name: str, unique: bool = False) -> sa.Column[str]:
    return sa.Column(name, sa.Text, nullable=False, unique=unique)


def _maybe(*names: str) -> list[sa.Column[str]]:
    return [sa.Column(name, sa.Text) for name in names]


def _to(table: str, name: str, primary_key: bool = False) -> sa.Column[int]:
    return sa.Column(name, BIG, sa.ForeignKey(f"{table}.number"), nullable=False, primary_key=primary_key)
