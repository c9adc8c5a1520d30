"""What was kept comes back: reports, readings and findings by their ids."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from sqlalchemy import ColumnElement, Connection, Label, Row, Select, Table, func, or_, select

from readout.ledger import rows
from readout.ledger.tables import decisions, findings, readers, readings, registered, reports
from readout.model import NotInLedger, Reading

SHOWN = 5
CHUNK = 500


@dataclass(frozen=True, slots=True)
class KeptReport:
    """A report as it was given, `number` for joins; `given` is the id of its input line, `at` when it was kept.

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
    published: str | None = None

    @property
    def address(self) -> str | None:
        """What stays when a text is edited: its web address, or else the id that its input gave."""
        return self.url or self.given


def _report(row: Row[Any]) -> KeptReport:
    return KeptReport(**row._mapping)


def begins(table: Table, id: str) -> Select[Any]:
    """The rows of a table whose id begins so."""
    wanted = id.strip().lower()
    return select(table).where(table.c.id >= wanted, table.c.id < wanted + "\uffff").limit(SHOWN + 1)


def the_one(found: list[Row[Any]], id: str, what: str) -> Row[Any]:
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
    found = list(connection.execute(begins(reports, id))) if id.strip() else []
    if not found:
        found = list(connection.execute(select(reports).where(reports.c.given == id).limit(SHOWN + 1)))
        some = [_report(row) for row in found]
        if len({one.address for one in some}) == 1:
            return [one for one in versions(connection, some[0]) if one.given == id][-1]
    return _report(the_one(found, id, "report"))


@dataclass(frozen=True, slots=True)
class Byline:
    """How a report is cited: its id, who published it, its ISO date, its title and its web address."""

    id: str
    outlet: str | None
    date: str | None
    title: str | None
    url: str | None


def bylines(connection: Connection, ids: Iterable[str]) -> dict[str, Byline]:
    """Reports by their ids, as their newest readings head them."""
    wanted, found = sorted(set(ids)), {}
    columns = reports.c.id, reports.c.source, reports.c.title, reports.c.url, readings.c.head, readings.c.published
    query = select(*columns).join(readings, readings.c.report == reports.c.number).order_by(readings.c.number)
    for start in range(0, len(wanted), CHUNK):
        for row in connection.execute(query.where(reports.c.id.in_(wanted[start : start + CHUNK]))):
            outlet = rows.stated(row.head).get("outlet")
            found[row.id] = Byline(row.id, outlet.value if outlet else row.source, row.published, row.title, row.url)
    return found


def versions(connection: Connection, of: KeptReport) -> list[KeptReport]:
    """The texts that stood at one address, by the dates that were given or read; of one date the shorter text first, since texts
    grow as they are edited, then by name: whatever came first into the ledger.
    """
    if of.address is None:
        return [of]
    column = reports.c.url if of.url else reports.c.given
    found = [_report(row) for row in connection.execute(select(reports, _published()).where(column == of.address))]
    return sorted(found, key=lambda one: (one.published or one.date or "9999", len(one.text), one.id))


def current(connection: Connection, numbers: Iterable[int]) -> Iterator[tuple[int, Reading]]:
    """The newest reading of each report, by the report's number."""
    wanted = list(numbers)
    for start in range(0, len(wanted), CHUNK):
        yield from _current(connection, wanted[start : start + CHUNK])


def _current(connection: Connection, numbers: list[int]) -> Iterator[tuple[int, Reading]]:
    newest = select(func.max(readings.c.number)).where(readings.c.report.in_(numbers)).group_by(readings.c.report)
    found = {row.report: reading for row, reading in _read(connection, numbers, readings.c.number.in_(newest))}
    yield from ((number, found[number]) for number in numbers if number in found)


def every_reading(connection: Connection, numbers: Iterable[int]) -> Iterator[tuple[Row[Any], Reading]]:
    """All readings of some reports, the oldest first, each with its row, which has the reader's fingerprint too."""
    wanted = sorted(numbers)
    for start in range(0, len(wanted), CHUNK):
        some = wanted[start : start + CHUNK]
        yield from _read(connection, some, readings.c.report.in_(some))


def _read(connection: Connection, numbers: list[int], which: ColumnElement[bool]) -> Iterator[tuple[Row[Any], Reading]]:
    texts = {row.number: row for row in connection.execute(select(reports).where(reports.c.number.in_(numbers)))}
    query = select(readings, readers.c.fingerprint).join(readers).where(which).order_by(readings.c.number)
    for row in connection.execute(query):
        yield row, rows.reading(texts[row.report], row, row.fingerprint)


def report_at(connection: Connection, number: int) -> KeptReport:
    """The report of that number."""
    return _report(connection.execute(select(reports).where(reports.c.number == number)).one())


def stale(connection: Connection, reader: str) -> list[int]:
    """The numbers of the reports that another reader was the last to read, or none."""
    last = (
        select(func.max(readings.c.number))
        .where(readings.c.report == reports.c.number)
        .correlate(reports)
        .scalar_subquery()
    )
    query = (
        select(reports.c.number)
        .outerjoin(readings, readings.c.number == last)
        .outerjoin(readers, readers.c.number == readings.c.reader)
        .where(or_(readers.c.fingerprint.is_(None), readers.c.fingerprint != reader))
        .order_by(reports.c.number)
    )
    return list(connection.execute(query).scalars())


def read_by(connection: Connection, names: list[str], reader: str) -> set[str]:
    """Which of these reports the reader of that fingerprint was the newest to read."""
    found: set[str] = set()
    for start in range(0, len(names), CHUNK):
        query = (
            select(reports.c.id, readers.c.fingerprint)
            .join(readings, readings.c.report == reports.c.number)
            .join(readers)
            .where(reports.c.id.in_(names[start : start + CHUNK]))
            .order_by(readings.c.number)
        )
        newest = {row.id: row.fingerprint for row in connection.execute(query)}
        found.update(name for name, fingerprint in newest.items() if fingerprint == reader)
    return found


def newest(connection: Connection, limit: int) -> list[KeptReport]:
    """The reports that were kept last, the last one first, with the dates that were read in them."""
    query = select(reports, _published()).order_by(reports.c.number.desc())
    return [_report(row) for row in connection.execute(query.limit(limit) if limit else query)]


def _published() -> Label[Any]:
    query = select(readings.c.published).where(readings.c.report == reports.c.number)
    return query.order_by(readings.c.number.desc()).limit(1).correlate(reports).scalar_subquery().label("published")


def counts(connection: Connection) -> dict[str, int]:
    """How many rows each of the tables holds that people ask about."""
    some = {
        "reports": reports,
        "readings": readings,
        "findings": findings,
        "decisions": decisions,
        "actors": registered,
    }
    return {name: connection.execute(select(func.count()).select_from(of)).scalar() or 0 for name, of in some.items()}
