"""Later sentences meet earlier undertakings, whichever of the two came first into the ledger."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from functools import cache
from typing import Any

from sqlalchemy import Connection, Row, Select, bindparam, insert, select

from readout.ledger import counting
from readout.ledger.among import among, values
from readout.ledger.records import grouping
from readout.ledger.records.derive import Fact, hashed, news_of, stem_of
from readout.ledger.records.features import read, write_telling
from readout.ledger.records.tables import KINDS, day, evidence, facts, heard
from readout.matching import Telling, Undertaking, weighed
from readout.matching.likeness import anchors
from readout.matching.undertakings import key_of


def heard_of(connection: Connection, report: int, news: Sequence[Telling]) -> set[int]:
    """Keeps which earlier undertakings the sentences of a report are news of; their facts."""
    by_key = _by_key(telling for telling in news if telling.told)
    if not by_key:
        return set()
    rows = {}
    for number, (undertaking, shared) in _earlier(connection, list(by_key), news[0].told or "").items():
        for telling in {id(t): t for key in shared for t in by_key[key]}.values():
            if weighed(undertaking, telling):
                rows[number, telling.span.start] = _row(number, report, telling, undertaking)
    return _keep(connection, list(rows.values()))


def _by_key(news: Iterable[Telling]) -> dict[int, list[Telling]]:
    """Sentences by their blocking keys, hashed; words that many of them have are looked at once."""
    by_word: dict[tuple[frozenset[str], str], list[Telling]] = {}
    for telling in news:
        for word in anchors(telling.words):
            by_word.setdefault((telling.about, word), []).append(telling)
    return {hashed(key_of(side, word)): some for (about, word), some in by_word.items() for side in about}


def _earlier(connection: Connection, wanted: list[int], told: str) -> dict[int, tuple[Undertaking, list[int]]]:
    """The undertakings told before a date that share blocking keys, with these."""
    shared: dict[int, list[int]] = {}
    rows: dict[int, Row[Any]] = {}
    dialect = connection.dialect.name
    for row in connection.execute(_told_before(dialect), {"some": values(wanted, dialect), "day": told}):
        shared.setdefault(row.number, []).append(row.key)
        rows[row.number] = row
    return {number: (_undertaking(row), shared[number]) for number, row in rows.items()}


@cache
def _told_before(dialect: str) -> Select[Any]:
    commitments = facts.c.kind == KINDS["commitment"], facts.c.told < bindparam("day")
    return grouping.sharing_keys(dialect).where(*commitments)


def _undertaking(row: Row[Any]) -> Undertaking:
    feature = read(row, grouping.id_of(row))
    assert isinstance(feature, Undertaking)
    return feature


def told_later(connection: Connection, report: int, found: dict[int, Fact]) -> set[int]:
    """Keeps which later sentences, in reports that are here already, are news of a report's undertakings; their facts."""
    new = {n: f.feature for n, f in found.items() if isinstance(f.feature, Undertaking) and f.told}
    rows: list[dict[str, object]] = []
    for other in sorted(_later(connection, new.values()) - {report}):
        said = next((said for _, said in counting.decided(connection, [other])), None)
        for telling in news_of(said.reading) if said else ():
            rows.extend(_row(number, other, telling, u) for number, u in new.items() if weighed(u, telling))
    return _keep(connection, rows)


def _later(connection: Connection, new: Collection[Undertaking]) -> set[int]:
    """The reports of later dates that have a telling word of one report's undertakings in a sentence that may be news."""
    stems = {stem_of(stem) for undertaking in new for stem in anchors(undertaking.words)}
    if not stems:
        return set()
    dialect, told = connection.dialect.name, min(day(undertaking.told) for undertaking in new)
    return set(connection.execute(_heard_after(dialect), {"some": values(stems, dialect), "day": told}).scalars())


@cache
def _heard_after(dialect: str) -> Select[Any]:
    return select(heard.c.report).where(among(heard.c.stem, dialect), heard.c.told > bindparam("day")).distinct()


def _row(fact: int, report: int, telling: Telling, undertaking: Undertaking) -> dict[str, object]:
    said = write_telling(telling, undertaking.parties)
    return {"fact": fact, "report": report, "start": telling.span.start, "telling": said}


def _keep(connection: Connection, rows: list[dict[str, object]]) -> set[int]:
    if rows:
        connection.execute(insert(evidence), rows)
    return {int(str(row["fact"])) for row in rows}
