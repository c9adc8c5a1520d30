"""One transaction that is asked in SQL which SQLite and PostgreSQL read alike.

Two things are said in words of ours: `:name` stands for a value, and `x AMONG :name` says that x is one of many values, in one
statement however many there are. Columns that hold little (dates as whole numbers, words by their place in a list, deflated
texts) come back as what they mean, by their names (`MEANT`).
"""

from __future__ import annotations

import re
from collections import namedtuple
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cache
from typing import Any

from readout.ledger.packing import compact
from readout.ledger.records.columns import MEANT

Row = Any
"""A named tuple of the columns that were asked for."""

VALUE = re.compile(r"(?<![:\w]):(\w+)")
AMONG = re.compile(r"\bAMONG :(\w+)")


class Connection:
    """What a transaction is asked through; `dialect` is sqlite or postgresql, `raw` the driver's own connection."""

    def __init__(self, raw: Any, dialect: str) -> None:
        self.raw, self.dialect = raw, dialect

    def rows(self, sql: str, **values: object) -> list[Row]:
        """All rows of an answer."""
        return list(self.stream(sql, **values))

    def stream(self, sql: str, **values: object) -> Iterator[Row]:
        """The rows of an answer one by one, no more being held than are looked at."""
        cursor = self._asked(sql, values)
        return map(_made(tuple(column[0] for column in cursor.description)), cursor)

    def first(self, sql: str, **values: object) -> Row | None:
        """The first row of an answer; None where there is none."""
        return next(iter(self.rows(sql, **values)), None)

    def scalars(self, sql: str, **values: object) -> list[Any]:
        """The first column of an answer, as it is kept."""
        return [row[0] for row in self._asked(sql, values)]

    def scalar(self, sql: str, **values: object) -> Any:
        """The first column of the first row of an answer, as it is kept; None where there is none."""
        return next(iter(self.scalars(sql, **values)), None)

    def pages(self, sql: str, size: int, **values: object) -> Iterator[list[Any]]:
        """The first column of an answer so many rows at a time, no more being read than are looked at."""
        cursor = self._asked(sql, values)
        while page := cursor.fetchmany(size):
            yield [row[0] for row in page]

    def tables(self) -> list[str]:
        """The names of the tables that the database holds, by the alphabet."""
        return sorted(self.scalars(TABLES[self.dialect]))

    def run(self, sql: str, **values: object) -> None:
        """Runs a statement that writes."""
        self._asked(sql, values)

    def run_each(self, sql: str, rows: Iterable[Mapping[str, object]]) -> None:
        """Runs a statement that writes for each of some rows of values."""
        if given := list(rows):
            self.raw.cursor().executemany(worded(sql, self.dialect), given)

    def _asked(self, sql: str, values: Mapping[str, object]) -> Any:
        given = {name: _given(value, self.dialect) for name, value in values.items()}
        return self.raw.cursor().execute(worded(sql, self.dialect), given)


TABLES = {
    "sqlite": "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite%'",
    "postgresql": "SELECT tablename FROM pg_tables WHERE schemaname = current_schema()",
}


@cache
def worded(sql: str, dialect: str) -> str:
    """The statement in the words of a driver."""
    if dialect == "sqlite":
        return AMONG.sub(r"IN (SELECT value FROM json_each(:\1))", sql)
    return VALUE.sub(r"%(\1)s", AMONG.sub(r"= ANY(:\1)", sql.replace("%", "%%")))


def _given(value: object, dialect: str) -> object:
    """A value as the driver takes it; many values are one JSON text for SQLite, one array for PostgreSQL."""
    if isinstance(value, Iterable) and not isinstance(value, str | bytes):
        return compact(list(value)) if dialect == "sqlite" else list(value)
    return value


@cache
def _made(columns: tuple[str, ...]) -> Callable[[Sequence[Any]], Row]:
    """What makes a row of these columns of what the driver gives."""
    row = namedtuple("row", columns)  # type: ignore[misc]
    meant = [(place, MEANT[name]) for place, name in enumerate(columns) if name in MEANT]
    if not meant:
        return row._make

    def make(kept: Sequence[Any]) -> Row:
        values = list(kept)
        for place, means in meant:
            if values[place] is not None:
                values[place] = means(values[place])
        return row._make(values)

    return make
