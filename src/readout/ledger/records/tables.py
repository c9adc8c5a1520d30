"""The derived tables: what follows from the kept ones, in a form that answers quickly. No migration ever touches them."""

from __future__ import annotations

from typing import Any

from sqlalchemy import BigInteger, Column, Connection, Index, Integer, LargeBinary, MetaData, Table, Text, event

from readout.ledger.held import Among, Day, Steps
from readout.matching.outcomes import EFFECTS, OUTCOMES, REVIEWS, STAGES

derived = MetaData()
BIG = BigInteger().with_variant(Integer, "sqlite")


def _number() -> Column[int]:
    return Column("number", BIG, primary_key=True, autoincrement=True)


def _big(name: str, primary_key: bool = False, nullable: bool = False) -> Column[int]:
    return Column(name, BIG, nullable=nullable, primary_key=primary_key, autoincrement=False)


JOINED, LINKED = "record <> number", "component <> number"
"""Which facts stand in the indexes by record and by component: those that are not alone, but for the first of them."""

WHOLE = "finding IS NULL"
"""Which entries stand in the index by report: those of its whole text, behind which the others stand."""

view = Table("view", derived, Column("edition", Text, nullable=False), _big("upto"), _big("until"))
"""One row: by which edition of matching the tables were made, and how far a making anew has come (report numbers)."""

facts = Table(
    "facts",
    derived,
    _big("number", True),
    _big("report"),
    _big("finding", nullable=True),
    _big("record", nullable=True),
    _big("component"),
    Column("kind", Integer, nullable=False),
    Column("told", Day),
    Column("form", Text),
    Column("review", Among(REVIEWS), nullable=False),
    Column("score", Integer),
    Column("features", LargeBinary, nullable=False),
)
"""A finding that counts (or a report's head that tells of a meeting, without a finding), as matching sees it.

Its number is that of its finding; the fact of a report's head has the report's, below nothing. `score` is in thousandths. A
record and a component have the least number of their facts, so that only those of others need be looked up (membership.py)."""

keys = Table("keys", derived, _big("key", True), _big("fact", True), sqlite_with_rowid=False)
"""Blocking keys of facts, hashed."""

links = Table(
    "links",
    derived,
    _big("one", True),
    _big("other", True),
    Column("strength", Integer, nullable=False),
    Index("links_by_other", "other"),
    sqlite_with_rowid=False,
)
"""Two facts that tell of one thing; strength in millionths."""

bands = Table("bands", derived, _big("key", True), _big("report", True), sqlite_with_rowid=False)
"""By what reports are known again when they are printed again: rows of their MinHash numbers, hashed."""

copies = Table(
    "copies",
    derived,
    _big("one", True),
    _big("other", True),
    Index("copies_by_other", "other"),
    sqlite_with_rowid=False,
)
"""Two reports of which one is a reprint of the other."""

news = Table(
    "news",
    derived,
    _big("report", True),
    Column("told", Integer, nullable=False),
    Column("tellings", LargeBinary, nullable=False),
)
"""The sentences of a report that may be news of an undertaking, packed (heard.py, which indexes their words)."""

evidence = Table(
    "evidence",
    derived,
    _big("fact", True),
    _big("report", True),
    _big("start", True),
    Column("effect", Among(EFFECTS), nullable=False),
    Column("cue", Integer),
    Column("score", Integer, nullable=False),
    Column("sure", Integer, nullable=False),
    sqlite_with_rowid=False,
)
"""That a sentence of a report's news, by its start, tells what became of an undertaking; `cue` is the place of
the cue that tells it (None where a finding does), `score` is in thousandths.

Which evidence a report gave is found as it was when it was given: by the words of its news."""

names = Table("names", derived, _number(), Column("name", Text, nullable=False, unique=True))
"""Names of actors, each once."""

TOLD, DATED, UNDERTAKEN = "heard IS NOT NULL", "due IS NOT NULL", "sides IS NOT NULL"
"""Which records stand in the indexes by outcome, by deadline and by side: most would only make them large."""

records = Table(
    "records",
    derived,
    _big("number", True),
    _big("anchor"),
    Column("kind", Integer, nullable=False),
    Column("date", Day, nullable=False),
    Column("last", Day, nullable=False),
    Column("form", Text),
    Column("due", Text),
    Column("place", Text),
    Column("outcome", Among(OUTCOMES)),
    Column("stage", Among(STAGES)),
    Column("review", Among(REVIEWS), nullable=False),
    Column("score", Integer),
    Column("counted", Integer, nullable=False),
    Column("sources", Integer, nullable=False),
    Column("parties", Text, nullable=False),
    Column("sides", Text),
    Column("checkable", Integer),
    Column("precision", Text),
    Column("heard", Day),
    Column("course", Steps(OUTCOMES)),
    Column("moved", Day),
    Index("records_by_date", "kind", "date", "number", "last"),
)
"""What the ledger holds today, one row a record, by the least number of its facts. `anchor` is the fact that was told first; `form` is what the kind is sorted by: kind
of meeting, strength of a commitment, status of an agreement or project, form of a statement, effect of a progress.
Commitments alone have: `sides` that undertake it (empty where nobody is named, `|` between several), `checkable`, the
`precision` of the deadline, when it was first `heard` of later, the `course` of its outcome, and when a report last `moved` the deadline."""

parties = Table(
    "parties",
    derived,
    _big("party", True),
    Column("kind", Integer, primary_key=True),
    Column("date", Integer, primary_key=True),
    _big("record", True),
    sqlite_with_rowid=False,
)
"""Whose record it is, with what lists sort by. A party is the number of a name, or of a pair of countries."""

holdings = Table(
    "holdings",
    derived,
    _big("holder", True),
    _big("office", True),
    _big("country", True),
    Column("told", Integer, primary_key=True),
    _big("report", True),
    Index("holdings_by_report", "report"),
    sqlite_with_rowid=False,
)
"""That a report's own words give a person an office on its date; the country is the empty name where they give none."""

entries = Table(
    "entries",
    derived,
    _big("number", True),
    _big("report"),
    _big("finding", nullable=True),
)
"""What the index of words holds: a report's whole text (without a finding), or a finding that counts. Numbers sort by date, and
those of a report follow one another, its text's first."""


def _index_some(table: Table, name: str, where: str, *columns: str) -> None:
    """An index of the rows that meet a condition, in words that SQLite and PostgreSQL read alike.

    SQLAlchemy's own words for it differ by database, and load all of PostgreSQL's for a ledger in SQLite.
    """

    def make(_: Table, connection: Connection, **__: Any) -> None:
        connection.exec_driver_sql(f"CREATE INDEX {name} ON {table.name} ({', '.join(columns)}) WHERE {where}")

    event.listen(table, "after_create", make)


_index_some(facts, "facts_by_record", JOINED, "record")
_index_some(facts, "facts_by_component", LINKED, "component")
_index_some(entries, "entries_by_report", WHOLE, "report")
_index_some(records, "records_by_outcome", TOLD, "outcome", "date")
_index_some(records, "records_by_due", DATED, "due")
_index_some(
    records, "records_by_side", UNDERTAKEN, "checkable", "sides", "form", "counted", "date", "heard", "due", "course"
)
