"""SQLite: the tables in one file with keys, references, a full-text index and a view a kind, as Datasette shows them best.

Beside `x.sqlite` stands `x.metadata.json`, with what every table and column holds:
`datasette x.sqlite --metadata x.metadata.json`.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

from readout.export.asked import Asked
from readout.export.datasette import metadata
from readout.export.places import APPLICATION, appearing
from readout.export.rows import every_row
from readout.export.tables import Row, Table, tables
from readout.ledger import Ledger
from readout.model import MissingInput, kinds

TYPES = {"text": "TEXT", "whole": "INTEGER", "number": "REAL", "flag": "INTEGER"}
HELD = 1_000
SEARCHED = {"records": "words", "sources": "quote"}
"""Tables with a full-text index, and the column that it is on."""


def write(ledger: Ledger, output: Path, asked: Asked) -> None:
    """Writes one file, and what Datasette shall know of it beside. Raises MissingInput where the disk refuses it."""
    places = {"file": output, "metadata": output.with_name(f"{output.stem}.metadata.json")}
    with appearing(places) as parts:
        try:
            with closing(sqlite3.connect(parts["file"], isolation_level=None)) as file:
                _fill(file, ledger, asked)
        except sqlite3.OperationalError as problem:
            raise MissingInput(f"{output}: cannot be written ({problem}). Name a place with room for it.") from None
        said = json.dumps(metadata(output.stem, asked), ensure_ascii=False, indent=2)
        parts["metadata"].write_text(f"{said}\n", encoding="utf-8")


def _fill(file: sqlite3.Connection, ledger: Ledger, asked: Asked) -> None:
    for pragma in (f"application_id = {APPLICATION}", "page_size = 4096", "journal_mode = OFF", "synchronous = OFF"):
        file.execute(f"PRAGMA {pragma}")  # the file is nobody's before it is whole
    file.execute("BEGIN")
    for table in tables().values():
        file.execute(_made(table))
    with ledger.snapshot() as snapshot:
        _insert(file, every_row(snapshot, asked))
    for statement in (*_indexes(), *_searched(), *_views()):
        file.execute(statement)
    file.execute("COMMIT")


def _insert(file: sqlite3.Connection, rows: Iterator[tuple[str, Row]]) -> None:
    held: dict[str, list[Row]] = {name: [] for name in tables()}
    into = {name: f"INSERT INTO {name} VALUES ({', '.join('?' * len(t.columns))})" for name, t in tables().items()}
    for name, row in rows:
        held[name].append(tuple(_sound(cell) if isinstance(cell, str) else cell for cell in row))
        if len(held[name]) >= HELD:
            file.executemany(into[name], held[name])
            held[name].clear()
    for name, left in held.items():
        file.executemany(into[name], left)


def _sound(text: str) -> str:
    """The text without what no UTF-8 can say (a lone half of a pair becomes `?`)."""
    return text if text.isascii() else text.encode("utf-8", "replace").decode()


def _made(table: Table) -> str:
    columns = [f'"{column.name}" {TYPES[column.type]}' for column in table.columns]
    refers = [
        f'FOREIGN KEY ("{column.name}") REFERENCES {column.to.replace(".", "(")})'
        for column in table.columns
        if column.to
    ]
    key = ", ".join(f'"{name}"' for name in table.key)
    return f"CREATE TABLE {table.name} ({', '.join([*columns, f'PRIMARY KEY ({key})', *refers])})"


def _indexes() -> Iterator[str]:
    """One for each reference that no key begins with, so that Datasette follows it back quickly; and those of lists."""
    for table in tables().values():
        for column in table.columns:
            if column.to and table.key[0] != column.name:
                yield f'CREATE INDEX {table.name}_by_{column.name} ON {table.name} ("{column.name}")'
    yield "CREATE INDEX records_by_date ON records (kind, date)"
    yield "CREATE INDEX pairs_by_name ON pairs (one, other)"


def _searched() -> Iterator[str]:
    for table, column in SEARCHED.items():
        yield (
            f'CREATE VIRTUAL TABLE {table}_fts USING fts5({column}, content="{table}", '
            "tokenize='porter unicode61 remove_diacritics 2')"
        )
        yield f"INSERT INTO {table}_fts ({table}_fts) VALUES ('rebuild')"


def _views() -> Iterator[str]:
    """A view a kind, with the columns that it has."""
    for kind in kinds().values():
        columns = [
            c.name for c in tables()["records"].columns if c.name != "kind" and (not c.kinds or kind.kind in c.kinds)
        ]
        named = ", ".join(f'"{name}"' for name in columns)
        yield f"CREATE VIEW {kind.plural} AS SELECT {named} FROM records WHERE kind = '{kind.kind}'"
