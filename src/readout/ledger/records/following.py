"""Later sentences meet earlier undertakings, whichever of the two came first into the ledger."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from sqlalchemy import Connection, Row, insert, select

from readout.ledger import counting
from readout.ledger.records import grouping
from readout.ledger.records.derive import Fact, hashed, news_of, stem_of
from readout.ledger.records.features import read, write_telling
from readout.ledger.records.tables import KINDS, day, evidence, facts, heard, keys
from readout.matching import Telling, Undertaking, weighed
from readout.matching.likeness import anchors

CHUNK = 400


def heard_of(connection: Connection, report: int, news: Sequence[Telling]) -> set[int]:
    """Keeps which earlier undertakings the sentences of a report are news of; their facts."""
    by_key: dict[int, list[Telling]] = {}
    for telling in news:
        for key in telling.keys if telling.told else ():
            by_key.setdefault(hashed(key), []).append(telling)
    if not by_key:
        return set()
    rows = {}
    for number, (undertaking, shared) in _earlier(connection, list(by_key), news[0].told or "").items():
        for telling in {id(t): t for key in shared for t in by_key[key]}.values():
            if weighed(undertaking, telling):
                rows[number, telling.span.start] = _row(number, report, telling, undertaking)
    return _keep(connection, list(rows.values()))


def _earlier(connection: Connection, wanted: list[int], told: str) -> dict[int, tuple[Undertaking, list[int]]]:
    """The undertakings told before a date that share blocking keys, with these."""
    shared: dict[int, list[int]] = {}
    rows: dict[int, Row[Any]] = {}
    for start in range(0, len(wanted), CHUNK):
        query = grouping.with_ids().add_columns(keys.c.key).join(keys, keys.c.fact == facts.c.number)
        query = query.where(keys.c.key.in_(wanted[start : start + CHUNK]), facts.c.kind == KINDS["commitment"])
        for row in connection.execute(query.where(facts.c.told < told)):
            shared.setdefault(row.number, []).append(row.key)
            rows[row.number] = row
    return {number: (_undertaking(row), shared[number]) for number, row in rows.items()}


def _undertaking(row: Row[Any]) -> Undertaking:
    feature = read(row, grouping.id_of(row))
    assert isinstance(feature, Undertaking)
    return feature


def told_later(connection: Connection, report: int, found: dict[int, Fact]) -> set[int]:
    """Keeps which later sentences, in reports that are here already, are news of a report's undertakings; their facts."""
    new = {n: f.feature for n, f in found.items() if isinstance(f.feature, Undertaking) and f.told}
    rows: list[dict[str, object]] = []
    for other in sorted({later for u in new.values() for later in _later(connection, u)} - {report}):
        said = next((said for _, said in counting.decided(connection, [other])), None)
        for telling in news_of(said.reading) if said else ():
            rows.extend(_row(number, other, telling, u) for number, u in new.items() if weighed(u, telling))
    return _keep(connection, rows)


def _later(connection: Connection, undertaking: Undertaking) -> Iterable[int]:
    """The reports of later dates that have one of its telling words in a sentence that may be news."""
    stems = [stem_of(stem) for stem in anchors(undertaking.words)]
    query = select(heard.c.report).where(heard.c.stem.in_(stems), heard.c.told > day(undertaking.told)).distinct()
    return connection.execute(query).scalars()


def _row(fact: int, report: int, telling: Telling, undertaking: Undertaking) -> dict[str, object]:
    said = write_telling(telling, undertaking.parties)
    return {"fact": fact, "report": report, "start": telling.span.start, "telling": said}


def _keep(connection: Connection, rows: list[dict[str, object]]) -> set[int]:
    if rows:
        connection.execute(insert(evidence), rows)
    return {int(str(row["fact"])) for row in rows}
