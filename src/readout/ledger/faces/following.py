"""Following up, as a ledger offers it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import TYPE_CHECKING

from readout.ledger import rooms
from readout.ledger.database import Database

if TYPE_CHECKING:
    from readout.ledger.figures import Meetings, Telling
    from readout.ledger.pursuing import Cited, Followed, Pursued


class FollowsUp:
    """Figures on many records at once: what became of undertakings, who met, which reports tell."""

    database: Database

    def followed(self, asked: Pursued) -> Followed:
        """How many commitments each side undertook in words of each strength, and those that can be checked, on a day."""
        with self.database.looking() as connection:
            return rooms.pursuing.followed(connection, asked)

    def ids(self, numbers: Iterable[int]) -> dict[int, str]:
        """The ids of commitments by their numbers (of `followed`)."""
        with self.database.looking() as connection:
            return rooms.pursuing.ids(connection, numbers)

    def announced(self, asked: Pursued) -> list[Cited]:
        """The meetings that are to come on a day and were told of by then, in order of time."""
        with self.database.looking() as connection:
            return rooms.pursuing.announced(connection, asked)

    def cited(self, numbers: Sequence[int], as_of: str) -> list[Cited]:
        """Commitments by their numbers (of `followed`) as they stood on a day, in this order, each with the report that it is cited from."""
        with self.database.looking() as connection:
            return rooms.pursuing.cited(connection, numbers, as_of)

    def met(self, asked: Pursued) -> Meetings:
        """How many meetings there were until a day, by pair and month, side and place."""
        with self.database.looking() as connection:
            return rooms.figures.meetings(connection, asked)

    def outcomes(self, asked: Pursued) -> Mapping[tuple[str | None, str], int]:
        """How many commitments of each strength had which outcome on a day."""
        with self.database.looking() as connection:
            return rooms.figures.outcomes(connection, asked)

    def telling(self, asked: Pursued, wanted: Callable[[str], bool]) -> Telling:
        """How many reports tell of anything until a day, and how many findings by outlet, name (if wanted) and kind."""
        with self.database.looking() as connection:
            return rooms.figures.telling(connection, asked, wanted)
