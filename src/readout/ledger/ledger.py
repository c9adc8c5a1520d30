"""The ledger: one file (or one PostgreSQL database) that keeps reports, findings, decisions and records."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from types import TracebackType
from typing import TYPE_CHECKING, Any

from sqlalchemy import Engine

from readout.ledger import rooms, schema
from readout.ledger.opening import address, engine_for, frozen_engine, looking, may_be_written, shown, writing
from readout.ledger.records import view
from readout.model import UnreadableInput, UnusableLedger

if TYPE_CHECKING:
    from readout.ledger.actors import KnownActor
    from readout.ledger.aside import SetAside
    from readout.ledger.bearers import Bearer
    from readout.ledger.carry import Decided
    from readout.ledger.deciding import Act
    from readout.ledger.decisions import Reviewer
    from readout.ledger.figures import Meetings, Telling
    from readout.ledger.history import Event
    from readout.ledger.holding import Held
    from readout.ledger.keeping import Kept
    from readout.ledger.kept import Byline, KeptReport
    from readout.ledger.pursuing import Cited, Followed, Pursued
    from readout.ledger.records.lookup import Lookup, Places
    from readout.ledger.records.record import Detail, Records
    from readout.ledger.records.wanted import Wanted
    from readout.ledger.snapshots import Snapshot
    from readout.ledger.until import Besides
    from readout.model import Decision, Reading

DEFAULT = "readout.db"


class Ledger:
    """Keeps what was read and decided. Open it with `Ledger.open`; as a context manager it closes itself."""

    def __init__(self, engine: Engine) -> None:
        self.engine = engine
        self.name = shown(engine.url)

    @classmethod
    def open(cls, ledger: str | Path = DEFAULT, *, make: bool = True) -> Ledger:
        """Opens the ledger at a path or address, in the newest form; `make` makes one where there is none.

        Raises UnusableLedger where there is none, or where it cannot be opened.
        """
        url = address(ledger)
        file = Path(url.database or "") if url.drivername == "sqlite" and url.database != ":memory:" else None
        if file and not make and not file.exists():
            raise UnusableLedger(f"{file}: no such ledger. Make one with `readout add FILE`, or name it with --ledger.")
        opened = cls(engine_for(url) if may_be_written(url) else frozen_engine(url))
        try:
            opened._bring_up_to_date(make)
        except BaseException:
            opened.close()
            raise
        return opened

    def _bring_up_to_date(self, make: bool) -> None:
        with _named(self.name):
            with looking(self.engine) as connection:
                found = schema.revision(connection)
                current = found == schema.HEAD and view.is_current(connection)
            if found is None and not make:
                raise UnusableLedger("no ledger. Make one with `readout add FILE`, or name another with --ledger")
            if found != schema.HEAD:
                with writing(self.engine) as connection:
                    schema.upgrade(connection)
            if not current:
                rooms.upkeep.catch_up(self.engine)

    def close(self) -> None:
        """Closes the connections; what was kept stays."""
        self.engine.dispose()

    def __enter__(self) -> Ledger:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    # --- reports and readings

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
        with writing(self.engine) as connection:
            done, touched = rooms.keeping.keep_all(connection, readings, at)
            rooms.touching.touch(connection, touched)
            return done

    def report(self, id: str) -> KeptReport:
        """The report of that name (its beginning is enough), or whose input gave that id. Raises NotInLedger."""
        with looking(self.engine) as connection:
            return rooms.kept.report(connection, id)

    def versions(self, id: str) -> list[KeptReport]:
        """All texts that stood at the address of a report, by date; of one date the shorter first."""
        with looking(self.engine) as connection:
            return rooms.kept.versions(connection, rooms.kept.report(connection, id))

    def reading(self, id: str) -> Reading:
        """What the newest reader saw in a report."""
        with looking(self.engine) as connection:
            number = rooms.kept.report(connection, id).number
            return next(reading for _, reading in rooms.kept.current(connection, [number]))

    def read_by(self, names: Iterable[str], reader: str) -> set[str]:
        """Which of these reports the reader of that fingerprint was the newest to read."""
        with looking(self.engine) as connection:
            return rooms.kept.read_by(connection, list(names), reader)

    def stale(self, reader: str) -> Iterator[KeptReport]:
        """The reports that another reader than this one was the last to read, in the order of keeping."""
        with looking(self.engine) as connection:
            numbers = rooms.kept.stale(connection, reader)
        for number in numbers:
            with looking(self.engine) as connection:
                yield rooms.kept.report_at(connection, number)

    def reports(self, limit: int = 50) -> list[KeptReport]:
        """The reports that were kept last, at most so many; 0 gives all."""
        with looking(self.engine) as connection:
            return rooms.kept.newest(connection, limit)

    def counts(self) -> dict[str, int]:
        """How many reports, readings, findings, decisions and registered actors are kept."""
        with looking(self.engine) as connection:
            return rooms.kept.counts(connection)

    # --- decisions

    def decide(self, act: Act) -> Decision:
        """Keeps what a reviewer decides. Raises RefusedDecision or NotInLedger where it cannot stand."""
        with writing(self.engine) as connection:
            decision = rooms.deciding.take(connection, act)
            rooms.touching.touch(connection, dict.fromkeys(rooms.touching.reports_of(connection, [decision])))
            return decision

    def dismiss(self, reviewer: str, *, at: str) -> None:
        """Deactivates a reviewer; all that was decided under the name stays. Raises NotInLedger."""
        with writing(self.engine) as connection:
            rooms.decisions.dismiss(connection, reviewer, at)

    def enlist(self, reviewer: str, *, at: str) -> None:
        """Makes a name a reviewer, or a deactivated one active again."""
        with writing(self.engine) as connection:
            rooms.decisions.enlist(connection, reviewer, at)

    def decided(self, id: str) -> Decided:
        """What counts of a report: its newest reading with every decision, what is orphaned and what is held."""
        with looking(self.engine) as connection:
            number = rooms.kept.report(connection, id).number
            return next(said for _, said in rooms.counting.decided(connection, [number]))

    def waiting(self) -> Iterator[tuple[str, Decided]]:
        """Reports with decisions that wait for a person: of findings that are orphaned or held."""
        with looking(self.engine) as connection:
            for number, said in rooms.counting.decided(connection, rooms.counting.decided_reports(connection)):
                if said.orphans or said.held:
                    yield rooms.kept.report_at(connection, number).id, said

    def reviewers(self) -> list[Reviewer]:
        """All reviewers there ever were."""
        with looking(self.engine) as connection:
            return list(rooms.decisions.known_reviewers(connection).values())

    def decisions(self) -> list[Decision]:
        """Every decision, withdrawn ones too, in the order in which they were taken."""
        with looking(self.engine) as connection:
            return list(rooms.decisions.all_decisions(connection))

    def register(self, entries: Iterable[Mapping[str, Any]], *, at: str) -> int:
        """Keeps actors from a table made elsewhere (see `register.register`); how many were new."""
        with writing(self.engine) as connection:
            return rooms.register.register(connection, entries, at)

    def nameless(self, entries: Iterable[Mapping[str, Any]]) -> list[str]:
        """The Wikidata numbers of offices in such entries that no imported table names."""
        with looking(self.engine) as connection:
            return rooms.register.nameless(connection, entries)

    # --- records

    def records(self, wanted: Wanted | str, *, as_of: str | None = None) -> Records:
        """The records that are wanted, or all of a kind ("commitment"), the newest first; `as_of` is an ISO date.

        `as_of` is the day that deadlines are compared with; without one, `time` says only whether there is a deadline.
        """
        asked = rooms.wanted.Wanted(wanted, limit=0) if isinstance(wanted, str) else wanted
        with looking(self.engine) as connection:
            return rooms.listing.listed(connection, asked, as_of)

    def days(self, wanted: Wanted) -> list[str]:
        """The dates (ISO) of the records that are wanted, in their order; those without one are left out."""
        with looking(self.engine) as connection:
            return rooms.telling.days(connection, rooms.wanted.numbers(connection, wanted))

    def record(self, id: str, *, as_of: str | None = None) -> Detail:
        """The record that has a finding of this id (its beginning is enough), with all that it stands on.

        Raises NotInLedger.
        """
        with looking(self.engine) as connection:
            return rooms.details.detail(connection, rooms.telling.number_of(connection, id), as_of)

    def stood(self, wanted: Wanted, on: str, besides: Besides | None = None) -> tuple[Detail, ...]:
        """The wanted records as they stood on a day (ISO), the newest first, from the reports dated by then alone.

        No later report counts for anything: not for a date, not for what is one record, not for what became of it.
        """
        with looking(self.engine) as connection:
            return tuple(rooms.until.wanted_until(connection, wanted, on, besides or rooms.until.NOTHING))

    def is_told_before(self, wanted: Wanted, on: str, besides: Besides | None = None) -> bool:
        """Whether any of the wanted records stood on a day (ISO) with a date before `wanted.since`."""
        with looking(self.engine) as connection:
            return rooms.until.is_told_before(connection, wanted, on, besides or rooms.until.NOTHING)

    def told_in(self, reports: Iterable[str], kind: str, on: str) -> tuple[Detail, ...]:
        """The records of a kind that some reports (by their ids) tell of, as they stood on a day (ISO)."""
        with looking(self.engine) as connection:
            return tuple(rooms.until.told_in(connection, reports, kind, on))

    def sources(self, ids: Iterable[str], on: str) -> dict[str, int]:
        """In how many reports of a day (ISO) or before the records of some findings stood then, by the findings' ids."""
        with looking(self.engine) as connection:
            return rooms.until.sources_of(connection, ids, on)

    def bylines(self, ids: Iterable[str]) -> dict[str, Byline]:
        """Reports by their whole ids, without their texts: who published them, when and where."""
        with looking(self.engine) as connection:
            return rooms.kept.bylines(connection, ids)

    def offices_of(self, of: str, on: str) -> list[Held]:
        """The offices of a country or body that reports of a day (ISO), or imported tables, say that anybody holds."""
        with looking(self.engine) as connection:
            return rooms.holding.offices_of(connection, of, on)

    def holders(self, on: str) -> list[str]:
        """The names of all to whom reports of a day (ISO) give an office, by the alphabet."""
        with looking(self.engine) as connection:
            return rooms.holding.holders(connection, on)

    def bearers(self, surname: str, on: str | None, is_alone: Callable[[str], bool]) -> list[Bearer]:
        """The persons who bear a surname, or a first name, by the reports of a day (ISO; None: of all), those of most reports first.

        `is_alone` says of a name that it is no more than the surname, with or without a title.
        """
        with looking(self.engine) as connection:
            return rooms.bearers.bearers(connection, surname, on, is_alone)

    def is_told_of(self, name: str, on: str | None) -> bool:
        """Whether reports of a day (ISO; None: any), tables or reviewers know anybody whose name has this part."""
        with looking(self.engine) as connection:
            return rooms.bearers.is_told_of(connection, name, on)

    def places(self, wanted: Lookup) -> Places:
        """Where words stand, the best first. Raises NotInLedger where there is no word to look for."""
        with looking(self.engine) as connection:
            return rooms.lookup.places(connection, wanted)

    def totals(self) -> dict[str, int]:
        """How many records of each kind there are; umbrellas are not counted."""
        with looking(self.engine) as connection:
            return rooms.telling.totals(connection)

    def actors(self, name: str | None = None, *, limit: int = 50) -> list[KnownActor]:
        """Who held which office when, for actors whose name has this part; those of most reports first."""
        with looking(self.engine) as connection:
            return rooms.actors.known(connection, name, limit)

    def set_aside(self, id: str) -> SetAside:
        """A finding (the beginning of its id is enough) that does not count, and why. Raises NotInLedger."""
        with looking(self.engine) as connection:
            return rooms.aside.set_aside(connection, id)

    def history(self, id: str) -> list[Event]:
        """Everything that happened to a finding, a record or a report, in order of time. Raises NotInLedger."""
        with looking(self.engine) as connection:
            return rooms.history.history(connection, id)

    def rebuild(self) -> None:
        """Makes all records anew from reports, findings and decisions."""
        with writing(self.engine) as connection:
            rooms.upkeep.reset(connection)
        rooms.upkeep.catch_up(self.engine)

    # --- following up

    def followed(self, asked: Pursued) -> Followed:
        """How many commitments each side undertook in words of each strength, and those that can be checked, on a day."""
        with looking(self.engine) as connection:
            return rooms.pursuing.followed(connection, asked)

    def ids(self, numbers: Iterable[int]) -> dict[int, str]:
        """The ids of commitments by their numbers (of `followed`)."""
        with looking(self.engine) as connection:
            return rooms.pursuing.ids(connection, numbers)

    def announced(self, asked: Pursued) -> list[Cited]:
        """The meetings that are to come on a day and were told of by then, in order of time."""
        with looking(self.engine) as connection:
            return rooms.pursuing.announced(connection, asked)

    def cited(self, numbers: Sequence[int], as_of: str) -> list[Cited]:
        """Commitments by their numbers (of `followed`) as they stood on a day, in this order, each with the report that it is cited from."""
        with looking(self.engine) as connection:
            return rooms.pursuing.cited(connection, numbers, as_of)

    def met(self, asked: Pursued) -> Meetings:
        """How many meetings there were until a day, by pair and month, side and place."""
        with looking(self.engine) as connection:
            return rooms.figures.meetings(connection, asked)

    def outcomes(self, asked: Pursued) -> Mapping[tuple[str | None, str], int]:
        """How many commitments of each strength had which outcome on a day."""
        with looking(self.engine) as connection:
            return rooms.figures.outcomes(connection, asked)

    def telling(self, asked: Pursued, wanted: Callable[[str], bool]) -> Telling:
        """How many reports tell of anything until a day, and how many findings by outlet, name (if wanted) and kind."""
        with looking(self.engine) as connection:
            return rooms.figures.telling(connection, asked, wanted)

    # --- all of it

    @contextmanager
    def snapshot(self) -> Iterator[Snapshot]:
        """One state of the ledger in streams, whatever its size; what others keep meanwhile is not seen."""
        with rooms.snapshots.snapshot(self.engine) as found:
            yield found

    def export(self) -> Iterator[str]:
        """Everything that is kept as JSON lines; `take_in` reads them."""
        with looking(self.engine) as connection:
            yield from rooms.exchange.export(connection)

    def take_in(self, lines: Iterable[str], name: str = "the lines") -> None:
        """Keeps what exported lines say, in one transaction; what is here already changes nothing.

        Raises UnreadableInput, with `name` and the line, and keeps nothing of them then.
        """
        with writing(self.engine) as connection:
            rooms.touching.touch(
                connection, dict.fromkeys(rooms.exchange.take_in(connection, enumerate(lines, 1), name))
            )

    def check(self) -> Iterator[str]:
        """What is wrong with the ledger, a line each; where all that is kept is sound, what follows from it is made anew to compare."""
        sound = True
        with looking(self.engine) as connection:
            for fault in rooms.checking.faults(connection):
                sound = False
                yield fault
            if sound:
                with TemporaryDirectory() as folder, Ledger.open(Path(folder) / DEFAULT) as beside:
                    beside.take_in(rooms.exchange.export(connection))
                    with looking(beside.engine) as remade:
                        yield from rooms.anew.faults(connection, remade)


@contextmanager
def _named(name: str) -> Iterator[None]:
    try:
        yield
    except UnusableLedger as problem:
        said = str(problem)
        raise UnusableLedger(said if said.startswith(name) else f"{name}: {said}.") from problem.__cause__
