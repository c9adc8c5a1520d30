"""The tables as queries name them; `migrations/` makes them, and a test holds the two together.

Kept tables are added to and never altered (guards.py). Derived tables say again, in a form that can be asked quickly,
what follows from the kept ones; they may be emptied and made anew at any time (records/).
"""

from __future__ import annotations

from sqlalchemy import BigInteger, Column, ForeignKey, Index, Integer, LargeBinary, MetaData, Table, Text

from readout.ledger.held import Deflated

tables = MetaData()
BIG = BigInteger().with_variant(Integer, "sqlite")


def _number() -> Column[int]:
    """A row's number in the order in which rows came; for joins alone, never shown."""
    return Column("number", BIG, primary_key=True, autoincrement=True)


def _to(table: str) -> Column[int]:
    """A reference to a row of another table."""
    return Column(table.rstrip("s"), BIG, ForeignKey(f"{table}.number"), nullable=False)


# --- kept ---------------------------------------------------------------------------------------------------------

readers = Table("readers", tables, _number(), Column("fingerprint", Text, nullable=False, unique=True))

reports = Table(
    "reports",
    tables,
    _number(),
    Column("id", Text, nullable=False, unique=True),
    Column("sha256", Text, nullable=False),
    Column("given", Text),
    Column("title", Text),
    Column("source", Text),
    Column("url", Text),
    Column("date", Text),
    Column("at", Text, nullable=False),
    Column("text", Deflated, nullable=False),
    Column("file", Text),
    Index("reports_by_given", "given"),
    Index("reports_by_url", "url"),
)
"""Texts with what came along with them; `at` is when they were kept, `given` the id that their input line gave, `file` the name of the file in which they first came."""

readings = Table(
    "readings",
    tables,
    _number(),
    _to("reports"),
    _to("readers"),
    Column("at", Text, nullable=False),
    Column("published", Text),
    Column("language", Text, nullable=False),
    Column("head", Text, nullable=False),
    Column("seen", LargeBinary, nullable=False),
    Index("readings_by_report", "report"),
)
"""That a reader read a report; `head` are outlet, credited source and date as it found them, `seen` the actors and findings
that it saw, packed (packing.py)."""

findings = Table(
    "findings",
    tables,
    _number(),
    Column("id", Text, nullable=False, unique=True),
    _to("reports"),
    Column("kind", Text, nullable=False),
    Column("start", Integer, nullable=False),
    Column("end", Integer, nullable=False),
    Index("findings_by_report", "report"),
)
"""Where each finding stands that was seen or added by hand; its slots are in the readings that saw it, or in the decision."""

reviewers = Table(
    "reviewers",
    tables,
    _number(),
    Column("name", Text, nullable=False),
    Column("at", Text, nullable=False),
    Column("active", Integer, nullable=False),
    Index("reviewers_by_name", "name"),
)
"""A row each time that a reviewer begins or ends; the last row of a name tells."""

decisions = Table(
    "decisions",
    tables,
    _number(),
    Column("id", Text, nullable=False, unique=True),
    Column("verb", Text, nullable=False),
    Column("target", Text, nullable=False),
    Column("other", Text),
    Column("by", Text, nullable=False),
    Column("at", Text, nullable=False),
    Column("words", Text, nullable=False),
    Column("note", Text),
    Column("given", Text, nullable=False),
    Index("decisions_by_target", "target"),
    Index("decisions_by_other", "other"),
)

registered = Table(
    "registered",
    tables,
    _number(),
    Column("id", Text, nullable=False, unique=True),
    Column("name", Text, nullable=False),
    Column("entry", Text, nullable=False),
    Column("at", Text, nullable=False),
)
"""Actors that were imported from a table, each entry as JSON: name, kind, aliases, offices, Wikidata id."""

KEPT = (readers, reports, readings, findings, reviewers, decisions, registered)
