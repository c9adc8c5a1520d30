"""What was kept comes back: reports, readings and findings by their ids."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from readout.ledger import rows
from readout.ledger.plain import Connection, Row
from readout.model import NotInLedger, Reading

SHOWN = 5
CHUNK = 500


@dataclass(frozen=True, slots=True)
class KeptReport:
    """A report as it was given, `number` for joins; `given` is the id of its input line, `at` when it was kept, `file` the
    name of the file that it first came in.

    `published` is the date that its newest reading found or was given, where that was asked for.
    """

    number: int
    id: str
    sha256: str
    given: str | None
    title: str | None
    source: str | None
    url: str | None
    date: str | None
    at: str
    text: str
    file: str | None = None
    published: str | None = None

    @property
    def address(self) -> str | None:
        """What stays when a text is edited: its web address, or else the id that its input gave."""
        return self.url or self.given


def _report(row: Row) -> KeptReport:
    return KeptReport(**row._asdict())


def begins(connection: Connection, table: str, id: str) -> list[Row]:
    """The rows of a table whose id begins so, or more than are shown; none for an empty beginning."""
    wanted = id.strip().lower()
    return connection.rows(BEGINS.format(table=table), low=wanted, high=f"{wanted}\uffff") if wanted else []


BEGINS = f"SELECT * FROM {{table}} WHERE id >= :low AND id < :high LIMIT {SHOWN + 1}"


def the_one(found: list[Row], id: str, what: str) -> Row:
    """The only row of a query by the beginning of an id. Raises NotInLedger where it found none or several."""
    if len(found) == 1:
        return found[0]
    if not found:
        where = (
            "`readout history ID` shows what was decided"
            if what == "decision"
            else "`readout list` shows what the ledger holds"
        )
        raise NotInLedger(f"{id or 'An empty id'}: no such {what} here. {where}.")
    more = " and more" if len(found) > SHOWN else ""
    raise NotInLedger(f"{id}: {', '.join(row.id for row in found[:SHOWN])}{more} begin so. Type more of it.")


def report(connection: Connection, id: str) -> KeptReport:
    """The report of that name (or its beginning), or whose input line gave that id: of the versions of one address the last.

    Raises NotInLedger.
    """
    found = begins(connection, "reports", id)
    if not found:
        found = connection.rows(f"SELECT * FROM reports WHERE given = :id LIMIT {SHOWN + 1}", id=id)
        some = [_report(row) for row in found]
        if len({one.address for one in some}) == 1:
            return [one for one in versions(connection, some[0]) if one.given == id][-1]
    return _report(the_one(found, id, "report"))


OPENING = 160
"""Code points of a text by which it is known that has no title."""
DATE_AT_HEAD = 40
"""Code points before which a date at a text's head begins: its first words are those behind it."""


@dataclass(frozen=True, slots=True)
class Byline:
    """How a report is cited: its id, who published it, its ISO date, its title, its web address, the first words of its text and its file."""

    id: str
    outlet: str | None
    date: str | None
    title: str | None
    url: str | None
    opening: str = ""
    file: str | None = None


def bylines(connection: Connection, ids: Iterable[str]) -> dict[str, Byline]:
    """Reports by their ids, as their newest readings head them."""
    found = {}
    for row in connection.rows(HEADED, ids=set(ids)):
        stated = rows.stated(row.head)
        outlet, dated = stated.get("outlet"), stated.get("published")
        behind = dated.span.end if dated and dated.span and dated.span.start < DATE_AT_HEAD else 0
        opening = row.text[behind : behind + OPENING].lstrip(" \n-–—.,:")
        named = outlet.value if outlet else row.source
        found[row.id] = Byline(row.id, named, row.published, row.title, row.url, opening, row.file)
    return found


HEADED = """
    SELECT reports.id, source, title, url, text, file, head, published FROM reports
    JOIN readings ON readings.report = reports.number
    WHERE reports.id AMONG :ids ORDER BY readings.number
"""


def versions(connection: Connection, of: KeptReport) -> list[KeptReport]:
    """The texts that stood at one address, by the dates that were given or read; of one date the shorter text first, since texts
    grow as they are edited, then by name: whatever came first into the ledger.
    """
    if of.address is None:
        return [of]
    query = f"{REPORTS} WHERE {'url' if of.url else 'given'} = :address"
    found = [_report(row) for row in connection.rows(query, address=of.address)]
    return sorted(found, key=lambda one: (one.published or one.date or "9999", len(one.text), one.id))


REPORTS = """
    SELECT reports.*, (SELECT published FROM readings WHERE report = reports.number ORDER BY number DESC LIMIT 1) AS published
    FROM reports
"""
"""Reports with the dates that were read in them."""


def current(connection: Connection, numbers: Iterable[int]) -> Iterator[tuple[int, Reading]]:
    """The newest reading of each report, by the report's number."""
    wanted = list(numbers)
    for start in range(0, len(wanted), CHUNK):
        yield from _current(connection, wanted[start : start + CHUNK])


def _current(connection: Connection, numbers: list[int]) -> Iterator[tuple[int, Reading]]:
    newest = "readings.number IN (SELECT max(number) FROM readings WHERE report AMONG :reports GROUP BY report)"
    found = {row.report: reading for row, reading in _read(connection, numbers, newest)}
    yield from ((number, found[number]) for number in numbers if number in found)


def every_reading(connection: Connection, numbers: Iterable[int]) -> Iterator[tuple[Row, Reading]]:
    """All readings of some reports, the oldest first, each with its row, which has the reader's fingerprint too."""
    wanted = sorted(numbers)
    for start in range(0, len(wanted), CHUNK):
        yield from _read(connection, wanted[start : start + CHUNK], "report AMONG :reports")


def _read(connection: Connection, numbers: list[int], which: str) -> Iterator[tuple[Row, Reading]]:
    texts = {row.number: row for row in connection.rows("SELECT * FROM reports WHERE number AMONG :some", some=numbers)}
    for row in connection.rows(f"{READINGS} WHERE {which} ORDER BY readings.number", reports=numbers):
        yield row, rows.reading(texts[row.report], row, row.fingerprint)


READINGS = "SELECT readings.*, fingerprint FROM readings JOIN readers ON readers.number = readings.reader"


def report_at(connection: Connection, number: int) -> KeptReport:
    """The report of that number."""
    return _report(connection.first("SELECT * FROM reports WHERE number = :number", number=number))


def stale(connection: Connection, reader: str) -> list[int]:
    """The numbers of the reports that another reader was the last to read, or none."""
    return connection.scalars(STALE, reader=reader)


STALE = """
    SELECT reports.number FROM reports
    LEFT JOIN readings ON readings.number = (SELECT max(number) FROM readings WHERE report = reports.number)
    LEFT JOIN readers ON readers.number = readings.reader
    WHERE fingerprint IS NULL OR fingerprint <> :reader ORDER BY reports.number
"""


def read_by(connection: Connection, names: list[str], reader: str) -> set[str]:
    """Which of these reports the reader of that fingerprint was the newest to read."""
    newest = {row.id: row.fingerprint for row in connection.rows(READ_BY, names=names)}
    return {name for name, fingerprint in newest.items() if fingerprint == reader}


READ_BY = """
    SELECT reports.id, fingerprint FROM reports
    JOIN readings ON readings.report = reports.number JOIN readers ON readers.number = readings.reader
    WHERE reports.id AMONG :names ORDER BY readings.number
"""


def newest(connection: Connection, limit: int) -> list[KeptReport]:
    """The reports that were kept last, the last one first, with the dates that were read in them."""
    query = f"{REPORTS} ORDER BY number DESC" + (" LIMIT :limit" if limit else "")
    return [_report(row) for row in connection.rows(query, limit=limit)]


def counts(connection: Connection) -> dict[str, int]:
    """How many rows each of the tables holds that people ask about."""
    tables = {name: name for name in ("reports", "readings", "findings", "decisions")} | {"actors": "registered"}
    return {name: connection.scalar(f"SELECT count(*) FROM {table}") for name, table in tables.items()}
