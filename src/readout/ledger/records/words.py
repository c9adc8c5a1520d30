"""The index of words: findings that say something, in the words of either database's own full-text search."""

from __future__ import annotations

import re
from collections.abc import Iterable

from sqlalchemy import Connection, text

SQLITE = "CREATE VIRTUAL TABLE words USING fts5(said, content='', tokenize='porter unicode61 remove_diacritics 2')"
POSTGRESQL = (
    "CREATE TABLE words (finding bigint PRIMARY KEY, said tsvector NOT NULL)",
    "CREATE INDEX words_by_said ON words USING gin (said)",
)
WORD = re.compile(r"[^\W_]+(?:[-.’'][^\W_]+)*")


def make(connection: Connection) -> None:
    """Makes the index, empty."""
    for statement in (SQLITE,) if connection.dialect.name == "sqlite" else POSTGRESQL:
        connection.exec_driver_sql(statement)


def drop(connection: Connection) -> None:
    """Drops the index where there is one."""
    connection.exec_driver_sql("DROP TABLE IF EXISTS words")


def index(connection: Connection, said: Iterable[tuple[int, str]]) -> None:
    """Adds the words of findings, by their numbers; a finding is added once for good, since it never changes."""
    rows = [{"finding": finding, "said": words} for finding, words in said]
    if not rows:
        return
    connection.execute(_INTO_SQLITE if connection.dialect.name == "sqlite" else _INTO_POSTGRESQL, rows)


_INTO_SQLITE = text("INSERT INTO words (rowid, said) VALUES (:finding, :said)")
_INTO_POSTGRESQL = text("INSERT INTO words (finding, said) VALUES (:finding, to_tsvector('english', :said))")


def saying(dialect: str, wanted: str) -> tuple[str, dict[str, str]]:
    """The query (SQL and its values) for the numbers of findings that have all the wanted words; "quoted" ones in a row."""
    if dialect == "sqlite":
        return "SELECT rowid FROM words WHERE words MATCH :wanted", {"wanted": _match(wanted)}
    return "SELECT finding FROM words WHERE said @@ websearch_to_tsquery('english', :wanted)", {"wanted": wanted}


def _match(wanted: str) -> str:
    """The words as FTS5 asks for them: each quoted, so that none is taken for an operator."""
    parts = re.findall(r'"([^"]*)"|(\S+)', wanted)
    said = [" ".join(WORD.findall(phrase or word)) for phrase, word in parts]
    return " ".join(f'"{each}"' for each in said if each) or '""'


def indexed(connection: Connection, findings: list[int]) -> set[int]:
    """Which of these findings the index has already."""
    if not findings:
        return set()
    column = (
        "id FROM words_docsize WHERE id" if connection.dialect.name == "sqlite" else "finding FROM words WHERE finding"
    )
    numbers = ", ".join(map(str, findings))
    return set(connection.execute(text(f"SELECT {column} IN ({numbers})")).scalars())
