"""Decisions and imported tables, as a ledger offers them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING, Any

from readout.ledger import rooms
from readout.ledger.database import Database

if TYPE_CHECKING:
    from readout.ledger.carry import Decided
    from readout.ledger.deciding import Act
    from readout.ledger.decisions import Reviewer
    from readout.model import Decision


class TakesDecisions:
    """What people decide, who they are, and the tables that they import."""

    database: Database

    def decide(self, act: Act) -> Decision:
        """Keeps what a reviewer decides. Raises RefusedDecision or NotInLedger where it cannot stand."""
        with self.database.writing() as connection:
            decision = rooms.deciding.take(connection, act)
            rooms.touching.touch(connection, dict.fromkeys(rooms.touching.reports_of(connection, [decision])))
            return decision

    def dismiss(self, reviewer: str, *, at: str) -> None:
        """Deactivates a reviewer; all that was decided under the name stays. Raises NotInLedger."""
        with self.database.writing() as connection:
            rooms.decisions.dismiss(connection, reviewer, at)

    def enlist(self, reviewer: str, *, at: str) -> None:
        """Makes a name a reviewer, or a deactivated one active again."""
        with self.database.writing() as connection:
            rooms.decisions.enlist(connection, reviewer, at)

    def decided(self, id: str) -> Decided:
        """What counts of a report: its newest reading with every decision, what is orphaned and what is held."""
        with self.database.looking() as connection:
            number = rooms.kept.report(connection, id).number
            return next(said for _, said in rooms.counting.decided(connection, [number]))

    def waiting(self) -> Iterator[tuple[str, Decided]]:
        """Reports with decisions that wait for a person: of findings that are orphaned or held."""
        with self.database.looking() as connection:
            for number, said in rooms.counting.decided(connection, rooms.counting.decided_reports(connection)):
                if said.orphans or said.held:
                    yield rooms.kept.report_at(connection, number).id, said

    def reviewers(self) -> list[Reviewer]:
        """All reviewers there ever were."""
        with self.database.looking() as connection:
            return list(rooms.decisions.known_reviewers(connection).values())

    def decisions(self) -> list[Decision]:
        """Every decision, withdrawn ones too, in the order in which they were taken."""
        with self.database.looking() as connection:
            return list(rooms.decisions.all_decisions(connection))

    def register(self, entries: Iterable[Mapping[str, Any]], *, at: str) -> int:
        """Keeps actors from a table made elsewhere (see `register.register`); how many were new."""
        with self.database.writing() as connection:
            return rooms.register.register(connection, entries, at)

    def nameless(self, entries: Iterable[Mapping[str, Any]]) -> list[str]:
        """The Wikidata numbers of offices in such entries that no imported table names."""
        with self.database.looking() as connection:
            return rooms.register.nameless(connection, entries)
