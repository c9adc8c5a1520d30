"""Which meetings were held, and which reports are about them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from readout.asking.periods import days_after

if TYPE_CHECKING:
    from readout.ledger.records.record import Detail


def was_held(meeting: Detail) -> bool:
    """Whether a report that is no older than the meeting (but for a day, for time zones) tells of it; else it is only announced."""
    on = meeting.record.date or ""
    return any((_day_after(source.date) or "")[: len(on)] >= on for source in meeting.sources)


def _day_after(day: str | None) -> str | None:
    """The day after an ISO date; a month or a year as it is."""
    if day is None or len(day) < 10:
        return day
    return days_after(day, 1)


def own_reports(met: Sequence[Detail], told: Iterable[Detail]) -> list[str]:
    """The reports of some meetings in which no later meeting of others is told as held: those are about that one.

    A report that only announces one, and tells of another that was held, is about the other. `told` are all meetings of which
    those reports tell.
    """
    mine = {meeting.record.id for meeting in met}
    others = _newest(one for one in told if one.record.id not in mine)
    own = _newest(met)
    reports = {source.report for one in met for source in one.sources}
    return sorted(report for report in reports if own.get(report, "") >= others.get(report, ""))


def _newest(meetings: Iterable[Detail]) -> dict[str, str]:
    """By reports the day of the newest meeting that each tells of on its own day or later."""
    found: dict[str, str] = {}
    for meeting in meetings:
        on = meeting.record.date or ""
        for source in meeting.sources:
            if (source.date or "")[: len(on)] >= on:
                found[source.report] = max(found.get(source.report, ""), on)
    return found
