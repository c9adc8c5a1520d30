"""Which later reports may tell what became of an undertaking: those that speak of its parties and have its telling words.

A report's sides and words are tokens of a full-text index of the database's own, so that what both have is found among any
number of reports without looking at each.
"""

from __future__ import annotations

from collections.abc import Collection, Container, Iterable

from readout.ledger.packing import packed, unpacked
from readout.ledger.plain import Connection
from readout.ledger.records.derive import stem_of
from readout.matching.cues import unblamed
from readout.matching.likeness import anchors, foremost
from readout.matching.tellings import Telling
from readout.matching.undertakings import Undertaking
from readout.matching.words import Words, words_of
from readout.model import Span

NO_WORDS = Words(frozenset())

SQLITE = (
    "CREATE VIRTUAL TABLE heard USING fts5(said, content='', columnsize=0, detail=none, tokenize='ascii')",
)  # fmt: skip
POSTGRESQL = (
    "CREATE TABLE heard (report bigint PRIMARY KEY, said bigint[] NOT NULL)",
    "CREATE INDEX heard_by_said ON heard USING gin (said)",
)


def make(connection: Connection) -> None:
    """Makes the index, empty."""
    for statement in SQLITE if connection.dialect == "sqlite" else POSTGRESQL:
        connection.run(statement)


def drop(connection: Connection) -> None:
    """Drops the index where there is one."""
    connection.run("DROP TABLE IF EXISTS heard")


def tokens_of(told: Iterable[Telling]) -> list[int]:
    """The sides that a report speaks of and the telling words of its news, hashed."""
    found: set[int] = set()
    for telling in told:
        found.update(_side(side) for side in telling.about)
        found.update(stem_of(stem) for stem in anchors(telling.words))
    return sorted(found)


def _side(side: str) -> int:
    return stem_of(f"side|{side}")


def add(connection: Connection, report: int, tokens: list[int]) -> None:
    """Adds a report that is not in the index."""
    if connection.dialect == "sqlite":
        connection.run("INSERT INTO heard (rowid, said) VALUES (:report, :said)", report=report, said=said(tokens))
    else:
        connection.run("INSERT INTO heard VALUES (:report, :said)", report=report, said=tokens)


def remove(connection: Connection, report: int, tokens: list[int]) -> None:
    """Takes a report out, which was added with these very tokens."""
    if connection.dialect == "sqlite":
        gone = "INSERT INTO heard (heard, rowid, said) VALUES ('delete', :report, :said)"
        connection.run(gone, report=report, said=said(tokens))
    else:
        connection.run("DELETE FROM heard WHERE report = :report", report=report)


def said(tokens: Iterable[int]) -> str:
    """Tokens as SQLite's index takes them."""
    return " ".join(map(_word, tokens))


def _word(token: int) -> str:
    return f"{token:x}"


def may_be_told_of(undertaking: Undertaking) -> bool:
    """Whether any sentence could be evidence for it, as `matching.evidence` has it."""
    return bool(undertaking.words.stems and undertaking.parties) and not undertaking.umbrella


def later(connection: Connection, new: Collection[Undertaking], day: int) -> list[int]:
    """The reports told after a day that speak of a promiser and a second party of some undertaking, and have a word of it."""
    if connection.dialect == "sqlite":
        asked = " OR ".join(_sqlite(undertaking) for undertaking in new)
        query = "SELECT news.report FROM news JOIN heard ON heard.rowid = news.report WHERE heard MATCH :asked AND told > :day"
        return connection.scalars(query, asked=asked, day=day)
    asked = " OR ".join(_postgresql(undertaking) for undertaking in new)
    query = f"SELECT news.report FROM news JOIN heard USING (report) WHERE ({asked}) AND told > :day"
    return connection.scalars(query, day=day)


def _pairs(undertaking: Undertaking) -> list[tuple[int, list[int]]]:
    """Each promiser with the other parties, of whom a report must speak too where there are any."""
    parties = undertaking.parties
    return [(_side(one), sorted(_side(p) for p in parties - {one})) for one in sorted(undertaking.by or parties)]


def _stems(undertaking: Undertaking) -> list[int]:
    return sorted(stem_of(stem) for stem in foremost(undertaking.words))


def _sqlite(undertaking: Undertaking) -> str:
    def either(tokens: list[int]) -> str:
        return f"({' OR '.join(map(_word, tokens))})"

    pairs = [f"({_word(one)} AND {either(rest)})" if rest else _word(one) for one, rest in _pairs(undertaking)]
    return f"(({' OR '.join(pairs)}) AND {either(_stems(undertaking))})"


def _postgresql(undertaking: Undertaking) -> str:
    def either(tokens: list[int]) -> str:
        return f"said && ARRAY[{', '.join(map(str, tokens))}]::bigint[]"

    pairs = [f"({either([one])} AND {either(rest)})" if rest else either([one]) for one, rest in _pairs(undertaking)]
    return f"(({' OR '.join(pairs)}) AND {either(_stems(undertaking))})"


# --- the news itself, so that no report need be read again to weigh them


def written(told: Iterable[Telling]) -> bytes:
    """The news of one report, without what its row and its text say."""
    found = list(told)
    about = sorted({side for telling in found for side in telling.about})
    rows = [
        [t.span.start, t.span.end, t.effect, t.cue, t.stage, sorted(t.tellers), t.who, t.finding, t.language]
        for t in found
    ]
    return packed([about, rows])


def read(data: bytes, report: str, told: str, said: str, starts: Container[int] | None = None) -> list[Telling]:
    """The news of the report of that name, of that date and text.

    With `starts` only the sentences that start there, and these without their words: what is weighed already needs none.
    """
    sides, rows = unpacked(data)
    about = frozenset(sides)
    return [
        Telling(
            report, Span(start, end), told, said[start:end],
            words_of(unblamed(said[start:end], language), language) if starts is None else NO_WORDS,
            effect, cue, stage, frozenset(tellers), who, about, finding, language,
        )
        for start, end, effect, cue, stage, tellers, who, finding, language in rows
        if starts is None or start in starts
    ]  # fmt: skip
