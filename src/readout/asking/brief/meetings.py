"""Which of some meetings was the last, and which reports tell of it."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from functools import cache
from typing import TYPE_CHECKING

from readout.asking.brief.answer import Section
from readout.asking.brief.lines import by_day, by_time, line
from readout.asking.periods import days_after
from readout.asking.sides import is_country, named_for
from readout.lang.pack import read_yaml
from readout.matching.acts import is_meeting
from readout.matching.parties import same_person
from readout.matching.umbrellas import is_occasion
from readout.matching.words import Words, stem, words_of

if TYPE_CHECKING:
    from readout.ledger.records.record import Detail

LETTERS = frozenset(("correspondence",))
"""Forms of meeting at which nobody met."""
AT_A_DISTANCE = LETTERS | {"call"}
"""Forms of meeting at which nobody went anywhere."""
STAY = 2
"""Days before a meeting on which the same sides' meetings are of the same visit."""
WHILE_NEW = 14
"""Days after a meeting up to which a report tells of it as news; a later one recalls it, and tells of what came since."""


def in_person(meetings: Iterable[Detail]) -> list[Detail]:
    """Meetings and calls, without letters."""
    return [meeting for meeting in meetings if meeting.record.form not in LETTERS]


def last_of(met: Sequence[Detail]) -> Detail | None:
    """The last meeting of the two alone, or else the last of all; of those of one day one of persons, of which most reports tell."""
    alone = [meeting for meeting in met if len(meeting.sides) <= 2] or met
    return (
        min(alone, key=lambda m: (*by_day(m)[:1], _is_nameless(m), -m.record.sources, m.record.id)) if alone else None
    )


def beside(last: Detail | None, met: Iterable[Detail], as_of: str, most: int) -> Section:
    """The other meetings, the newest first; what the same names held on one day counts once, and what is told of two countries
    without a name is what persons of both held on that day.

    Where there is no room for all, those of the two alone come before others, but for the newest that is later than the last.
    """
    if last is None:
        return Section()
    once = {_held(last): last}
    named = {_sides_on(one) for one in met if not _is_nameless(one)}
    for one in sorted(met, key=by_day):
        if not (_is_nameless(one) and _sides_on(one) in named):
            once.setdefault(_held(one), one)
    others = [one for one in once.values() if one is not last]
    later = [one for one in others if (one.record.date or "") > (last.record.date or "")][:1]
    shown = sorted(others, key=lambda one: (one not in later, *by_time(one)))[:most]
    return Section(tuple(line(one, as_of) for one in sorted(shown, key=by_day)), len(others) - len(shown))


def _held(meeting: Detail) -> tuple[object, ...]:
    """The day of a meeting and who was there; of no day and of nobody none is like another."""
    who = frozenset(map(str, meeting.record.slots.get("participants", ()))) or frozenset(meeting.sides)
    return meeting.record.date, who or meeting.record.id


def _sides_on(meeting: Detail) -> tuple[object, ...]:
    return meeting.record.date, frozenset(meeting.sides)


def _is_nameless(meeting: Detail) -> bool:
    """Whether a meeting is told of countries alone."""
    return all(is_country(str(name)) for name in meeting.record.slots.get("participants", ()))


def told_at(last: Detail | None, met: Iterable[Detail]) -> frozenset[str]:
    """The reports that tell of a meeting while it is new, and of what else the same sides held on its day or on the days
    before: a visit goes on for days.
    """
    same = [m for m in met if last and m.sides == last.sides and of_one_visit(m.record.date, last.record.date)]
    until = {meeting.record.id: _new_until(meeting.record.date or "") for meeting in same}
    return frozenset(s.report for m in same for s in m.sources if (s.date or "") <= until[m.record.id])


def _new_until(day: str) -> str:
    """The last day (ISO) on which a meeting is new; of one that is known to the month or year no report is too late."""
    return days_after(day, WHILE_NEW) if len(day) == len("2022-02-10") else "9999-12-31"


def of_one_visit(day: str | None, last: str | None) -> bool:
    """Whether a day (ISO) is that of a meeting, or so shortly before that it is of the same visit."""
    if day is None or last is None or not len(day) == len(last) == len("2022-02-10"):
        return day == last
    return days_after(last, -STAY) <= day <= last


def is_of(detail: Detail, last: Detail | None, there: Collection[str], sides: Collection[str | None]) -> bool:
    """Whether the reports of the last meeting tell of an undertaking or a document; of what both sides did, whether it was told on
    the days of that meeting: a joint statement does not always say that they met.
    """
    if any(source.report in there for source in detail.sources):
        return True
    both = len(sides) > 1 and set(detail.sides) == set(sides)
    return both and last is not None and of_one_visit(detail.record.date, last.record.date)


def is_over(detail: Detail, met: Iterable[Detail]) -> bool:
    """Whether an undertaking, or a request, to meet or to visit is nothing to follow up any more: its time has passed, or those
    whom it names met since, where they were to.
    """
    if not is_meeting(words_of(detail.record.words)):
        return False
    record = detail.record
    if record.time in ("past due", "unanswered"):
        return True
    met_since = (
        m for m in met if (m.record.date or "") > (record.date or "9999") and m.record.form not in AT_A_DISTANCE
    )
    in_time = (m for m in met_since if (m.record.date or "").startswith(record.due or ""))
    return _is_visit(words_of(record.words)) and any(_is_meant(detail, meeting) for meeting in in_time)


def _is_visit(words: Words) -> bool:
    """Whether an action is to visit somebody or to meet: a forum or an exercise is neither, whoever met before it."""
    return is_occasion(words) or not visits().isdisjoint(words.row)


@cache
def visits() -> frozenset[str]:
    """The stems of words for a visit."""
    return frozenset(stem(word) for word in read_yaml("en", "asking", "people.yaml")["visits"])


def _is_meant(detail: Detail, meeting: Detail) -> bool:
    """Whether a meeting is of those who were to meet: all persons that are named, and away from home where one side was to come."""
    there = [str(name) for name in meeting.record.slots.get("participants", ())]
    named = (str(name) for role in ("by", "to") for name in detail.record.slots.get(role, ()))
    persons = [name for name in named if not is_country(name)]
    if any(not any(same_person(name, one) for one in there) for name in persons):
        return False
    if not set(detail.sides) <= set(meeting.sides) or len(meeting.sides) > 2:
        return False
    host = named_for().get((meeting.record.place or "").lower())
    return len(detail.sides) > 1 or (host is not None and host not in detail.sides)
