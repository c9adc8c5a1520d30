"""What an export is to hold."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from readout.ledger.records.wanted import Named, Wanted
from readout.model import KIND_NAMES


@dataclass(frozen=True, slots=True)
class Asked:
    """Which records are wanted; nothing asked for is all of them.

    `kinds` are names of kinds, `actor` a name or a part of one (`whole`: that name alone) or all names of one actor, `pair` two names of countries or
    organisations; `since`, `until` and `as_of` are ISO dates, `as_of` the day that deadlines are compared with. With `stood`
    everything is as it stood on that day: no later report counts for anything, nor does one without a date. `spreadsheet` makes CSV safe to open in one (csv_files.py).
    """

    kinds: tuple[str, ...] = ()
    actor: Named | None = None
    pair: tuple[str, str] | None = None
    since: str | None = None
    until: str | None = None
    as_of: str | None = None
    whole: bool = False
    spreadsheet: bool = False
    stood: bool = False

    @property
    def everything(self) -> bool:
        """Whether nothing is left out."""
        return not (self.kinds or self.actor or self.pair or self.since or self.until)

    @property
    def on(self) -> str | None:
        """The day on which all must have stood so; None where all that is kept counts."""
        return self.as_of if self.stood else None

    def wanted(self) -> Iterator[Wanted]:
        """What is asked of the ledger, a kind at a time, in the order of the kinds."""
        for kind in KIND_NAMES:
            if not self.kinds or kind in self.kinds:
                yield Wanted(kind, self.actor, self.pair, self.since, self.until, limit=0, whole=self.whole)
