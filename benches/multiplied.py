"""A large ledger out of a smaller one in minutes: its rows again and again, each time some months later under other numbers and ids.

What would be found between the rounds (news, restatements, reprints) is not there: they are as if kept apart. What is added
afterwards is compared with all of them. Ids are not those that the findings' words give, so `readout check` has much to say.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from datetime import date, timedelta
from functools import lru_cache
from hashlib import sha256
from pathlib import Path
from typing import Any

from readout.ledger import Ledger, kept
from readout.ledger.plain import Connection
from readout.ledger.records import entries, heard, indexed
from readout.ledger.records.columns import day, iso, kept_steps, steps_of
from readout.ledger.records.following import news_in
from readout.ledger.texts import inflated
from readout.matching.outcomes import OUTCOMES
from readout.model import report_name

DAYS = 296
"""Days by which each round is later than the one before."""

ROWS = (
    "reports SELECT number+:R, name(text,title,source,url,date), sha256, given, title, source, url||'#'||:k, later(date), at, text, file"
    " FROM reports WHERE number<=:r",
    "readings SELECT number+:G, report+:R, reader, at, later(published), language, head, seen FROM readings WHERE number<=:g",
    'findings SELECT number+:F, id(id), report+:R, kind, start, "end" FROM findings WHERE number<=:f',
    "facts SELECT n(number), report+:R, finding+:F, n(record), n(component), kind, later_day(told), form, review, score, features"
    " FROM facts WHERE number BETWEEN -:r AND :f",
    "keys SELECT key, n(fact) FROM keys WHERE fact BETWEEN -:r AND :f",
    "links SELECT n(one), n(other), strength FROM links WHERE one BETWEEN -:r AND :f",
    "bands SELECT key, report+:R FROM bands WHERE report<=:r",
    "copies SELECT one+:R, other+:R FROM copies WHERE one<=:r",
    "news SELECT report+:R, later_day(told), tellings FROM news WHERE report<=:r",
    "evidence SELECT n(fact), report+:R, start, effect, cue, score, sure FROM evidence WHERE fact BETWEEN -:r AND :f",
    "records SELECT n(number), n(anchor), kind, later_day(date), later_day(last), form, later(due), place, outcome, stage, review,"
    " score, counted, sources, parties, sides, checkable, precision, later_day(heard), later_steps(course), later_day(moved)"
    " FROM records WHERE number BETWEEN -:r AND :f",
    "parties SELECT party, kind, later_day(date), n(record) FROM parties WHERE record BETWEEN -:r AND :f",
    "holdings SELECT holder, office, country, later_day(told), report+:R FROM holdings WHERE report<=:r",
    "entries SELECT entry(number), report+:R, finding+:F FROM entries WHERE report<=:r",
)
"""Each table's rows of the first round as those of another: `r`, `g`, `f` are its last report, reading and finding."""


class Later:
    """What a value of the first round is in round `k`."""

    def __init__(self, k: int, last: dict[str, int]) -> None:
        self.k, self.last = k, last

    def n(self, number: int | None) -> int | None:
        """The number of a finding, or below nothing that of a report."""
        return number and number + self.k * (self.last["f"] if number > 0 else -self.last["r"])

    @lru_cache(maxsize=100_000)  # noqa: B019
    def later(self, when: str | None) -> str | None:
        """An ISO date, month or year."""
        if not when:
            return when
        full = date.fromisoformat(when + "-01-01"[len(when) - 4 :]) + timedelta(days=DAYS * self.k)
        return full.isoformat()[: len(when)]

    def later_day(self, when: int | None) -> int | None:
        """A date as the tables hold it."""
        return when and day(self.later(iso(when)))

    def later_steps(self, course: str | None) -> str | None:
        """The course of an outcome."""
        found = [(self.later(when) or "", outcome) for when, outcome in steps_of(course, OUTCOMES)]
        return kept_steps(found, OUTCOMES) if found else None

    def name(self, text: bytes, title: str, source: str, url: str, when: str) -> str:
        """The id of a report."""
        return report_name(inflated(text), title, source, f"{url}#{self.k}", self.later(when))

    def id(self, id: str) -> str:
        """An id of a finding."""
        return sha256(f"{id}{self.k}".encode()).hexdigest()[:16]

    def entry(self, number: int) -> int:
        """The number of an entry of the index of words, which sorts by date; each round has its own part of a day."""
        return number + self.k * (DAYS * entries.OF_A_DAY + entries.OF_A_DAY // 32)


def multiply(file: Path, rounds: int) -> None:
    """Makes a ledger in a file so many times as large, 32 at most."""
    words, tokens = _indexes(file)
    database = sqlite3.connect(file)
    query = "SELECT (SELECT max(number) FROM reports), (SELECT max(number) FROM readings), (SELECT max(number) FROM findings)"
    last = dict(zip("rgf", database.execute(query).fetchone(), strict=True))
    for k in range(1, rounds):
        later = Later(k, last)
        for name, count in (
            ("n", 1),
            ("later", 1),
            ("later_day", 1),
            ("later_steps", 1),
            ("name", 5),
            ("id", 1),
            ("entry", 1),
        ):
            database.create_function(name, count, getattr(later, name), deterministic=True)
        offsets = {key.upper(): k * number for key, number in last.items()}
        for rows in ROWS:
            asked = {**last, **offsets, "k": k}
            database.execute(f"INSERT INTO {rows}", {key: asked[key] for key in asked if f":{key}" in rows})
        database.executemany(
            "INSERT INTO words (rowid, title, said, about) VALUES (?, ?, ?, ?)",
            ((later.entry(n), *said) for n, *said in words),
        )
        heard_rows = ((number + k * last["r"], said) for number, said in tokens)
        database.executemany("INSERT INTO heard (rowid, said) VALUES (?, ?)", heard_rows)
        database.execute("UPDATE view SET upto = :all, until = :all", {"all": (k + 1) * last["r"]})
        database.commit()
    database.close()


def _indexes(file: Path) -> tuple[list[tuple[Any, ...]], list[tuple[int, str]]]:
    """The rows of the two full-text indexes, which hold no text that could be read from them."""
    with Ledger.open(file) as ledger, ledger.database.looking() as connection:
        words = list(_words(connection))
        told = news_in(connection, connection.scalars("SELECT report FROM news"))
        return words, [(report, heard.said(heard.tokens_of(some))) for report, some in told.items()]


def _words(connection: Connection) -> Iterator[tuple[Any, ...]]:
    rows = connection.rows("SELECT report, number FROM entries WHERE finding IS NULL ORDER BY number")
    first: dict[int, int] = {}
    for report, number in rows:
        first.setdefault(report, number)
    for report, reading in kept.current(connection, sorted(first)):
        said = entries.entries_of(reading.report, indexed.before(connection, report))
        for number, (_, entry) in enumerate(said, first[report]):
            held = entry.sqlite()
            yield number, held["title"], held["said"], held["about"]
