"""Which of some meetings was the last, and which reports tell of it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from readout.asking.brief.answer import Section
from readout.asking.brief.lines import by_day, by_time, line
from readout.asking.periods import days_after

if TYPE_CHECKING:
    from readout.ledger.records.record import Detail

LETTERS = frozenset(("correspondence",))
"""Forms of meeting at which nobody met."""


def was_held(meeting: Detail) -> bool:
    """Whether a report that is no older than the meeting (but for a day, for time zones) tells of it; else it is only announced."""
    on = meeting.record.date or ""
    return any((_day_after(source.date) or "")[: len(on)] >= on for source in meeting.sources)


def _day_after(day: str | None) -> str | None:
    """The day after an ISO date; a month or a year as it is."""
    if day is None or len(day) < 10:
        return day
    return days_after(day, 1)


def in_person(meetings: Iterable[Detail]) -> list[Detail]:
    """Meetings and calls, without letters."""
    return [meeting for meeting in meetings if meeting.record.form not in LETTERS]


def last_of(met: Sequence[Detail]) -> Detail | None:
    """The last meeting of the two alone, or else the last of all; of those of one day what most reports tell of."""
    alone = [meeting for meeting in met if len(meeting.sides) <= 2] or met
    return min(alone, key=lambda m: (*by_day(m)[:1], -m.record.sources, m.record.id)) if alone else None


def beside(last: Detail | None, met: Iterable[Detail], as_of: str, most: int) -> Section:
    """The other meetings, the newest first; what the same names held on one day counts once.

    Where there is no room for all, those of the two alone come before others, but for the newest that is later than the last.
    """
    if last is None:
        return Section()
    once = {_held(last): last}
    for one in sorted(met, key=by_day):
        once.setdefault(_held(one), one)
    others = [one for one in once.values() if one is not last]
    later = [one for one in others if (one.record.date or "") > (last.record.date or "")][:1]
    shown = sorted(others, key=lambda one: (one not in later, *by_time(one)))[:most]
    return Section(tuple(line(one, as_of) for one in sorted(shown, key=by_day)), len(others) - len(shown))


def _held(meeting: Detail) -> tuple[object, ...]:
    """The day of a meeting and who was there; of no day and of nobody none is like another."""
    who = frozenset(map(str, meeting.record.slots.get("participants", ()))) or frozenset(meeting.sides)
    return meeting.record.date, who or meeting.record.id


def told_at(last: Detail | None, met: Iterable[Detail]) -> frozenset[str]:
    """The reports that tell of a meeting, and of what else the same sides held on its day."""
    same = [m for m in met if last and m.record.date == last.record.date and m.sides == last.sides]
    return frozenset(source.report for meeting in same for source in meeting.sources)
