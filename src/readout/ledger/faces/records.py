"""Records, as a ledger shows them."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable
from typing import TYPE_CHECKING

from readout.ledger import rooms
from readout.ledger.database import Database

if TYPE_CHECKING:
    from readout.ledger.actors import KnownActor, Tenure
    from readout.ledger.aside import SetAside
    from readout.ledger.bearers import Bearer
    from readout.ledger.history import Event
    from readout.ledger.holding import Held
    from readout.ledger.kept import Byline
    from readout.ledger.records.lookup import Lookup, Places
    from readout.ledger.records.record import Detail, Records
    from readout.ledger.records.wanted import Wanted
    from readout.ledger.until import Besides


class ShowsRecords:
    """Records, and what follows from them: places, offices, events."""

    database: Database

    def records(self, wanted: Wanted | str, *, as_of: str | None = None) -> Records:
        """The records that are wanted, or all of a kind ("commitment"), the newest first; `as_of` is an ISO date.

        `as_of` is the day that deadlines are compared with; without one, `time` says only whether there is a deadline.
        """
        asked = rooms.wanted.Wanted(wanted, limit=0) if isinstance(wanted, str) else wanted
        with self.database.looking() as connection:
            return rooms.listing.listed(connection, asked, as_of)

    def records_on(self, wanted: Wanted, on: str) -> Records:
        """The records that are wanted as they stood on a day (ISO), in the order of `records`; none that no report told by then.

        Only what stood otherwise is grouped again, so that a short list of a large ledger comes soon.
        """
        with self.database.looking() as connection:
            return rooms.stood.latest(connection, wanted, on)

    def days(self, wanted: Wanted) -> list[str]:
        """The dates (ISO) of the records that are wanted, in their order; those without one are left out."""
        with self.database.looking() as connection:
            return rooms.telling.days(connection, rooms.wanted.numbers(connection, wanted))

    def record(self, id: str, *, as_of: str | None = None) -> Detail:
        """The record that has a finding of this id (its beginning is enough), with all that it stands on.

        Raises NotInLedger.
        """
        with self.database.looking() as connection:
            return rooms.details.detail(connection, rooms.telling.number_of(connection, id), as_of)

    def record_on(self, id: str, on: str) -> Detail:
        """The record that had a finding of this id (its beginning is enough) as it stood on a day (ISO), from what was dated by then.

        Raises NotInLedger where nothing dated by then tells of it.
        """
        with self.database.looking() as connection:
            return rooms.stood.one(connection, id, on)

    def stood(self, wanted: Wanted, on: str, besides: Besides | None = None) -> tuple[Detail, ...]:
        """The wanted records as they stood on a day (ISO), the newest first, from the reports dated by then alone.

        No later report counts for anything: not for a date, not for what is one record, not for what became of it.
        """
        with self.database.looking() as connection:
            return tuple(rooms.until.wanted_until(connection, wanted, on, besides or rooms.until.NOTHING))

    def is_told_before(self, wanted: Wanted, on: str, besides: Besides | None = None) -> bool:
        """Whether any of the wanted records stood on a day (ISO) with a date before `wanted.since`."""
        with self.database.looking() as connection:
            return rooms.until.is_told_before(connection, wanted, on, besides or rooms.until.NOTHING)

    def told_in(self, reports: Iterable[str], kind: str, on: str) -> tuple[Detail, ...]:
        """The records of a kind that some reports (by their ids) tell of, as they stood on a day (ISO)."""
        with self.database.looking() as connection:
            return tuple(rooms.until.told_in(connection, reports, kind, on))

    def sources(self, ids: Iterable[str], on: str) -> dict[str, int]:
        """In how many reports of a day (ISO) or before the records of some findings stood then, by the findings' ids."""
        with self.database.looking() as connection:
            return rooms.until.sources_of(connection, ids, on)

    def bylines(self, ids: Iterable[str]) -> dict[str, Byline]:
        """Reports by their whole ids, without their texts: who published them, when and where."""
        with self.database.looking() as connection:
            return rooms.kept.bylines(connection, ids)

    def offices_of(self, of: str, on: str) -> list[Held]:
        """The offices of a country or body that reports of a day (ISO), or imported tables, say that anybody holds."""
        with self.database.looking() as connection:
            return rooms.holding.offices_of(connection, of, on)

    def holders(self, on: str) -> list[str]:
        """The names of all to whom reports of a day (ISO) give an office, by the alphabet."""
        with self.database.looking() as connection:
            return rooms.holding.holders(connection, on)

    def bearers(self, surname: str, on: str | None, is_alone: Callable[[str], bool]) -> list[Bearer]:
        """The persons who bear a surname, or a first name, by the reports of a day (ISO; None: of all), those of most reports first.

        `is_alone` says of a name that it is no more than the surname, with or without a title.
        """
        with self.database.looking() as connection:
            return rooms.bearers.bearers(connection, surname, on, is_alone)

    def is_told_of(self, name: str, on: str | None) -> bool:
        """Whether reports of a day (ISO; None: any), tables or reviewers know anybody whose name has this part."""
        with self.database.looking() as connection:
            return rooms.bearers.is_told_of(connection, name, on)

    def names_with(self, part: str) -> list[str]:
        """The names of all that act in a record or hold an office and have this part in their names."""
        with self.database.looking() as connection:
            return [name for _, name in rooms.actors.names_with(connection, part)]

    def places(self, wanted: Lookup) -> Places:
        """Where words stand, the best first. Raises NotInLedger where there is no word to look for."""
        with self.database.looking() as connection:
            return rooms.lookup.places(connection, wanted)

    def totals(self) -> dict[str, int]:
        """How many records of each kind there are; umbrellas are not counted."""
        with self.database.looking() as connection:
            return rooms.telling.totals(connection)

    def actors(self, name: str | None = None, *, limit: int = 50) -> list[KnownActor]:
        """Who held which office when, for actors whose name has this part; those of most reports first."""
        with self.database.looking() as connection:
            return rooms.actors.known(connection, name, limit)

    def tenures(self, names: Collection[str], on: str | None) -> list[Tenure]:
        """The offices of whoever bears some names, by the reports of a day (ISO; None: of all) and by imported tables."""
        with self.database.looking() as connection:
            return rooms.actors.tenures(connection, names, on)

    def set_aside(self, id: str) -> SetAside:
        """A finding (the beginning of its id is enough) that does not count, and why. Raises NotInLedger."""
        with self.database.looking() as connection:
            return rooms.aside.set_aside(connection, id)

    def history(self, id: str) -> list[Event]:
        """Everything that happened to a finding, a record or a report, in order of time. Raises NotInLedger."""
        with self.database.looking() as connection:
            return rooms.history.history(connection, id)

    def rebuild(self) -> None:
        """Makes all records anew from reports, findings and decisions; findings that were lost are kept again from the readings."""
        with self.database.writing() as connection:
            rooms.keeping.keep_again(connection)
            rooms.upkeep.reset(connection)
        rooms.upkeep.catch_up(self.database)
