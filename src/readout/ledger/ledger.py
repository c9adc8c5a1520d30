"""The ledger: one file (or one PostgreSQL database) that keeps reports, findings, decisions and records."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from types import TracebackType
from typing import TYPE_CHECKING

from readout.ledger import rooms, schema
from readout.ledger.database import Database
from readout.ledger.faces.decisions import TakesDecisions
from readout.ledger.faces.following import FollowsUp
from readout.ledger.faces.records import ShowsRecords
from readout.ledger.faces.reports import KeepsReports
from readout.ledger.plain.address import address
from readout.ledger.records import view
from readout.model import UnusableLedger

if TYPE_CHECKING:
    from readout.ledger.snapshots import Snapshot

DEFAULT = "readout.db"


class Ledger(KeepsReports, TakesDecisions, ShowsRecords, FollowsUp):
    """Keeps what was read and decided. Open it with `Ledger.open`; as a context manager it closes itself."""

    def __init__(self, database: Database) -> None:
        self.database = database
        self.name = database.address.shown

    @classmethod
    def open(cls, ledger: str | Path = DEFAULT, *, make: bool = True, as_it_is: bool = False) -> Ledger:
        """Opens the ledger at a path or address, in the newest form; `make` makes one where there is none. With `as_it_is` records
        of another edition are not made anew, and may only be checked.

        Raises UnusableLedger where there is none, or where it cannot be opened.
        """
        here = address(ledger)
        if here.file and not make and not here.file.exists():
            raise UnusableLedger(
                f"{here.file}: no such ledger. Make one with `readout add FILE`, or name it with --ledger."
            )
        opened = cls(Database(here))
        try:
            opened._bring_up_to_date(make, as_it_is)
        except BaseException:
            opened.close()
            raise
        return opened

    def _bring_up_to_date(self, make: bool, as_it_is: bool) -> None:
        with _named(self.name):
            with self.database.looking() as connection:
                found = schema.revision(connection)
                current = found == schema.HEAD and view.is_current(connection)
            if found is None and not make:
                raise UnusableLedger("no ledger. Make one with `readout add FILE`, or name another with --ledger")
            if found != schema.HEAD:
                with self.database.writing() as connection:
                    schema.upgrade(connection)
            if not current and not as_it_is:
                rooms.upkeep.catch_up(self.database)

    def close(self) -> None:
        """Closes the connections; what was kept stays."""
        self.database.close()

    def __enter__(self) -> Ledger:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    @contextmanager
    def snapshot(self) -> Iterator[Snapshot]:
        """One state of the ledger in streams, whatever its size; what others keep meanwhile is not seen."""
        with rooms.snapshots.snapshot(self.database) as found:
            yield found

    def export(self) -> Iterator[str]:
        """Everything that is kept as JSON lines; `take_in` reads them."""
        with self.database.looking() as connection:
            yield from rooms.exchange.export(connection)

    def take_in(self, lines: Iterable[str], name: str = "the lines") -> None:
        """Keeps what exported lines say, in one transaction; what is here already changes nothing.

        Raises UnreadableInput, with `name` and the line, and keeps nothing of them then.
        """
        with self.database.writing() as connection:
            rooms.touching.touch(
                connection, dict.fromkeys(rooms.exchange.take_in(connection, enumerate(lines, 1), name))
            )

    def check(self, *, rebuild: bool = False) -> Iterator[str]:
        """What is wrong with the ledger, a line each; where all that is kept is sound, what follows from it is made anew to compare.

        With `rebuild` the ledger's own records are made anew before that.
        """
        if rebuild:
            self.rebuild()
        sound = True
        with self.database.looking() as connection:
            for fault in rooms.checking.faults(connection):
                sound = False
                yield fault
            current = view.is_current(connection)
        if sound and not current:
            rooms.upkeep.catch_up(self.database)
        if sound:
            yield from self._compared()

    def _compared(self) -> Iterator[str]:
        """What the records say otherwise than those that are made anew in a ledger beside."""
        with (
            self.database.looking() as connection,
            TemporaryDirectory() as folder,
            Ledger.open(Path(folder) / DEFAULT) as beside,
        ):
            beside.take_in(rooms.exchange.export(connection))
            with beside.database.looking() as remade:
                yield from rooms.anew.faults(connection, remade)


@contextmanager
def _named(name: str) -> Iterator[None]:
    try:
        yield
    except UnusableLedger as problem:
        said = str(problem)
        raise UnusableLedger(said if said.startswith(name) else f"{name}: {said}.") from problem.__cause__
