"""Which two reports of a ledger are compared."""

from __future__ import annotations

from typing import TYPE_CHECKING

from readout.model import NotInLedger, Reading

if TYPE_CHECKING:
    from readout.ledger import Ledger
    from readout.ledger.records.record import Source


def chosen(ledger: Ledger, one: str, other: str | None = None) -> tuple[Reading, Reading]:
    """The readings of two reports by their ids, or of the two accounts of one meeting by its record's id.

    Of a meeting with more than two sources, those of the first two outlets that tell of it (see `sources`). Raises NotInLedger.
    """
    if other is None:
        found = sources(ledger, one)
        apart = next((each for each in found[1:] if each.outlet != found[0].outlet), found[1])
        one, other = found[0].report, apart.report
    return ledger.reading(one), ledger.reading(other)


def sources(ledger: Ledger, record: str) -> list[Source]:
    """The reports that tell of a meeting, each once, reprints left out. Raises NotInLedger where they are fewer than two."""
    detail = ledger.record(record)
    told = {source.report: source for source in detail.sources if not source.reprint}
    if detail.record.kind != "meeting" or len(told) < 2:
        what = "is no meeting" if detail.record.kind != "meeting" else "is told by one report alone"
        raise NotInLedger(f"{record}: the record {what}. Name two reports, or a meeting with two sources or more.")
    return list(told.values())
