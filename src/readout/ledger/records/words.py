"""The index of words in the words of either database's own full-text search: the same words, folded by us, in both."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from readout.ledger.plain import Connection
from readout.ledger.records.sought import Sought

SQLITE = "CREATE VIRTUAL TABLE words USING fts5(said, title, about, content='', columnsize=0, tokenize='ascii')"
POSTGRESQL = (
    "CREATE TABLE words (entry bigint PRIMARY KEY, said tsvector NOT NULL)",
    "CREATE INDEX words_by_said ON words USING gin (said)",
)
GAP = 100
"""Places between the title and the text in PostgreSQL, so that no phrase reaches over."""


@dataclass(frozen=True, slots=True)
class Entry:
    """What the index holds of a report, or of a finding in it: folded words, and `about` whom and what it is."""

    title: Sequence[str]
    said: Sequence[str]
    about: Sequence[str]

    def sqlite(self) -> dict[str, str]:
        """As FTS5 takes it."""
        return {name: " ".join(getattr(self, name)) for name in ("title", "said", "about")}

    def postgresql(self) -> str:
        """As a tsvector is written: each word with its places, those of the title with their weight."""
        places: dict[str, list[str]] = {f"/{name}": [] for name in self.about}
        for place, word in enumerate(self.title, 1):
            places.setdefault(word, []).append(f"{place}A")
        for place, word in enumerate(self.said, len(self.title) + GAP):
            places.setdefault(word, []).append(str(place))
        return " ".join(f"'{word}'{':' if at else ''}{','.join(at)}" for word, at in places.items())


def make(connection: Connection) -> None:
    """Makes the index, empty."""
    for statement in (SQLITE,) if connection.dialect == "sqlite" else POSTGRESQL:
        connection.run(statement)


def drop(connection: Connection) -> None:
    """Drops the index where there is one."""
    connection.run("DROP TABLE IF EXISTS words")


ADD = "INSERT INTO words (rowid, title, said, about) VALUES (:entry, :title, :said, :about)"
REMOVE = "INSERT INTO words (words, rowid, title, said, about) VALUES ('delete', :entry, :title, :said, :about)"
ADD_VECTOR = "INSERT INTO words (entry, said) VALUES (:entry, CAST(:said AS tsvector))"
REMOVE_VECTOR = "DELETE FROM words WHERE entry = :entry"


def add(connection: Connection, entries: Iterable[tuple[int, Entry]]) -> None:
    """Adds entries under their numbers."""
    if connection.dialect == "sqlite":
        connection.run_each(ADD, ({"entry": number, **entry.sqlite()} for number, entry in entries))
    else:
        connection.run_each(ADD_VECTOR, ({"entry": number, "said": entry.postgresql()} for number, entry in entries))


def remove(connection: Connection, entries: Iterable[tuple[int, Entry]]) -> None:
    """Takes entries out; SQLite's index holds no texts, and must be told what they said."""
    if connection.dialect == "sqlite":
        connection.run_each(REMOVE, ({"entry": number, **entry.sqlite()} for number, entry in entries))
    else:
        connection.run_each(REMOVE_VECTOR, ({"entry": number} for number, _ in entries))


def matching(dialect: str) -> str:
    """The query for the numbers of entries that answer `:sought`."""
    if dialect == "sqlite":
        return "SELECT rowid AS entry FROM words WHERE words MATCH :sought"
    return "SELECT entry FROM words WHERE said @@ CAST(:sought AS tsquery)"


def matching_between(dialect: str) -> str:
    """The same for those from `:low` to below `:high`."""
    number = "rowid" if dialect == "sqlite" else "entry"
    return f"{matching(dialect)} AND {number} >= :low AND {number} < :high"


def newest(connection: Connection, sought: Sought, low: int, high: int, page: int, day: int) -> Iterator[list[int]]:
    """The numbers of the entries from `low` to below `high` that answer, the highest first, in pages of at least so many.

    A page ends where a day ends: a day has `day` numbers.
    """
    query = f"{matching_between(connection.dialect)} ORDER BY 1 DESC LIMIT :page"
    words = sought.query(connection.dialect)
    while True:
        found = connection.scalars(query, sought=words, low=low, high=high, page=page)
        full = len(found) == page
        if full:
            high = max(low, found[-1] - found[-1] % day)
            found += connection.scalars(query, sought=words, low=high, high=found[-1], page=day)
        if found:
            yield found
        if not full:
            return
