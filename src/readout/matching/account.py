"""An account: what one report says of one meeting."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date as Date
from datetime import timedelta
from itertools import combinations

from readout.matching.parties import Party, sides_of
from readout.matching.thresholds import thresholds


@dataclass(frozen=True, slots=True)
class Account:
    """One report's account of one meeting, as matching sees it.

    `id` is the finding's, or `report:` and the report's hash where only the report's own head tells of the meeting
    (`finding` is None then). `day` is ISO and None where no day can be known; `stated` says that the words name it, not
    only the date of the report. `period` is the month or year of a meeting whose day the words do not say, or the day of several meetings,
    which no other account joins. `also` are other kinds by which its report calls the same meeting, with the words of its title for
    an event of its own, `main` says that the report is about it, `dateless` that no word names its day: "welcome" has only the date of the report. `event`
    are the stems of the name by which its words call the event ("Strategic Dialogue"), without those of the sides.
    """

    id: str
    finding: str | None
    report: str
    outlet: str | None
    parties: frozenset[Party]
    kind: str
    place: str | None
    day: str | None
    stated: bool
    period: str | None = None
    also: frozenset[str] = frozenset()
    main: bool = False
    dateless: bool = False
    event: frozenset[str] = frozenset()

    @property
    def when(self) -> str | None:
        """Its day, or else its period, as exactly as is known."""
        return self.day or self.period

    @property
    def sides(self) -> frozenset[str]:
        """The countries and organisations that met."""
        return sides_of(self.parties)

    @property
    def keys(self) -> tuple[str, ...]:
        """Blocking keys: two accounts that may tell of one meeting share at least one (pair of sides, day or the next)."""
        if self.day is None:
            return ()
        day = Date.fromisoformat(self.day)
        days = [(day + timedelta(days=i)).isoformat() for i in range(thresholds("meeting")["days_apart"] + 1)]
        pairs = combinations(sorted(self.sides), 2)
        return tuple(f"m|{one}|{other}|{day}" for one, other in pairs for day in days)
