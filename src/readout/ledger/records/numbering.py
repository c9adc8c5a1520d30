"""Numbers of the entries of the index of words: they sort by date."""

from __future__ import annotations

from datetime import date

from readout.ledger.records.columns import KINDS

OF_A_DAY = 1 << 20
"""Numbers of entries that one day has; those of one report follow one another."""

DATED = date(1000, 1, 1).toordinal() * OF_A_DAY
"""Below it are the numbers of reports without a date, of which there may be very many; no report is older."""

END = 4_000_000 * OF_A_DAY
"""No entry has a number as great as this."""

REPORT = "report"
"""The kind of the entry of a whole report."""


def first_of(day: str | None) -> int:
    """The least number of an entry of that day, or from the first day of that month or year (ISO) on; without one, 0."""
    return date.fromisoformat(day + "0000-01-01"[len(day) :]).toordinal() * OF_A_DAY if day else 0


def last_of(day: str) -> int:
    """What is greater than all numbers of entries of that day, or up to the last day of that month or year (ISO)."""
    year, month = (int(part) for part in f"{day}-12"[:7].split("-"))
    if len(day) == 10:
        return first_of(day) + OF_A_DAY
    return date(year + month // 12, month % 12 + 1, 1).toordinal() * OF_A_DAY


def kind_token(kind: str) -> str:
    """What stands in the index for a kind."""
    return "k" if kind == REPORT else f"k{KINDS[kind]}"
