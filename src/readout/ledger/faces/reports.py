"""Keeping reports and readings, as a ledger offers it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from readout.ledger import rooms
from readout.ledger.database import Database
from readout.model import UnreadableInput

if TYPE_CHECKING:
    from readout.ledger.keeping import Kept
    from readout.ledger.kept import KeptReport
    from readout.model import Reading


class KeepsReports:
    """Reports and their readings: kept, and given back."""

    database: Database

    def keep(self, reading: Reading, *, at: str) -> Kept:
        """Keeps a reading under its report's name, in one transaction; what is here already changes nothing.

        `at` is when, as ISO date and time. Raises UnusableLedger, and UnreadableInput for a text that no database holds.
        """
        (done,) = self.keep_all([reading], at=at)
        if isinstance(done, UnreadableInput):
            raise done
        return done

    def keep_all(self, readings: Iterable[Reading], *, at: str) -> list[Kept | UnreadableInput]:
        """Keeps readings as `keep` does, in one transaction for all; a text that no database holds costs itself alone."""
        with self.database.writing() as connection:
            done, touched = rooms.keeping.keep_all(connection, readings, at)
            rooms.touching.touch(connection, touched)
            return done

    def report(self, id: str) -> KeptReport:
        """The report of that name (its beginning is enough), or whose input gave that id. Raises NotInLedger."""
        with self.database.looking() as connection:
            return rooms.kept.report(connection, id)

    def versions(self, id: str) -> list[KeptReport]:
        """All texts that stood at the address of a report, by date; of one date the shorter first."""
        with self.database.looking() as connection:
            return rooms.kept.versions(connection, rooms.kept.report(connection, id))

    def reading(self, id: str) -> Reading:
        """What the newest reader saw in a report."""
        with self.database.looking() as connection:
            number = rooms.kept.report(connection, id).number
            return next(reading for _, reading in rooms.kept.current(connection, [number]))

    def read_by(self, names: Iterable[str], reader: str) -> set[str]:
        """Which of these reports the reader of that fingerprint was the newest to read."""
        with self.database.looking() as connection:
            return rooms.kept.read_by(connection, list(names), reader)

    def stale(self, reader: str) -> Iterator[KeptReport]:
        """The reports that another reader than this one was the last to read, in the order of keeping."""
        with self.database.looking() as connection:
            numbers = rooms.kept.stale(connection, reader)
        for number in numbers:
            with self.database.looking() as connection:
                yield rooms.kept.report_at(connection, number)

    def reports(self, limit: int = 50) -> list[KeptReport]:
        """The reports that were kept last, at most so many; 0 gives all."""
        with self.database.looking() as connection:
            return rooms.kept.newest(connection, limit)

    def counts(self) -> dict[str, int]:
        """How many reports, readings, findings, decisions and registered actors are kept."""
        with self.database.looking() as connection:
            return rooms.kept.counts(connection)
