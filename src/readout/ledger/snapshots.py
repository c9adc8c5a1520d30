"""A ledger as it is at one moment, in streams that hold a few hundred rows at a time: what exports are made from."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from readout.ledger import rows
from readout.ledger.actors import joined
from readout.ledger.decisions import all_decisions, standing
from readout.ledger.exchange import each_by_id
from readout.ledger.packing import unpacked
from readout.ledger.plain import Connection, Row
from readout.ledger.plain.looking import Looker
from readout.ledger.records.details import details
from readout.ledger.records.record import Detail
from readout.ledger.records.wanted import Wanted, in_time
from readout.ledger.register import entries
from readout.ledger.stood import stood
from readout.model import Stated


@dataclass(frozen=True, slots=True)
class ReportHead:
    """A report without its text: what came along with it, what its newest reader found at its head, whom it mentions.

    `actors` are kind and name of each; `kept` is when it came into the ledger.
    """

    id: str
    given: str | None
    title: str | None
    outlet: str | None
    credited: str | None
    date: str | None
    url: str | None
    language: str | None
    sha256: str
    kept: str
    actors: tuple[tuple[str, str], ...]
    file: str | None = None


class Snapshot:
    """What the ledger holds within one transaction; open it with `Ledger.snapshot`."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def details(self, wanted: Wanted, as_of: str | None) -> Iterator[Detail]:
        """The records that are wanted with all that they stand on, by date and id; `wanted.limit` is not looked at."""
        yield from details(self._connection, in_time(self._connection, wanted), as_of)

    def stood(self, wanted: Wanted, on: str) -> Iterator[Detail]:
        """The records that are wanted as they stood on a day (ISO), by date and id; `wanted.limit` is not looked at."""
        yield from stood(self._connection, wanted, on)

    def reports(self, on: str | None = None) -> Iterator[ReportHead]:
        """The heads of all reports that are sources, by their ids; those that a person removed are left out.

        `on` (ISO) leaves out what was published later, or nobody knows when.
        """
        turns = (d for d in all_decisions(self._connection) if d.verb in ("remove", "withdraw"))
        removed = {decision.target for decision in standing(turns) if decision.verb == "remove"}
        for row in each_by_id(self._connection, "reports"):
            if row.id not in removed:
                head = _head(row, self._connection.first(NEWEST, report=row.number))
                if on is None or (head.date and head.date <= on):
                    yield head

    def other_names(self) -> dict[str, tuple[str, ...]]:
        """For each actor whom reviewers or tables joined with others, the other names."""
        return {name: tuple(sorted(group - {name})) for name, group in joined(self._connection).items()}

    def wikidata(self) -> dict[str, str]:
        """Wikidata ids by the names of actors, as imported tables give them."""
        return {name: entry["wikidata"] for name, entry in entries(self._connection).items() if entry.get("wikidata")}

    def readers(self) -> list[str]:
        """The fingerprints of all readers that read for the ledger, in the order in which they came."""
        return self._connection.scalars("SELECT fingerprint FROM readers ORDER BY number")


NEWEST = "SELECT * FROM readings WHERE report = :report ORDER BY number DESC LIMIT 1"


def _head(report: Row, reading: Row | None) -> ReportHead:
    found: dict[str, Stated] = rows.stated(reading.head) if reading else {}
    outlet, credited = (found[name].value if name in found else None for name in ("outlet", "credited"))
    date = reading.published if reading else report.date
    cast = tuple(rows.cast(unpacked(reading.seen))) if reading else ()
    language = reading.language if reading else None
    return ReportHead(
        report.id, report.given, report.title, outlet or report.source, credited, date, report.url, language,
        report.sha256, report.at, cast, report.file,
    )  # fmt: skip


@contextmanager
def snapshot(looker: Looker) -> Iterator[Snapshot]:
    """One state of the ledger for as long as the block lasts, whatever others keep meanwhile."""
    with looker.looking() as connection:
        yield Snapshot(connection)
