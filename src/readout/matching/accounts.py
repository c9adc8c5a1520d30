"""What a report tells of meetings, as matching sees it: an account for each finding, and for its head."""

from __future__ import annotations

from readout.matching.account import Account
from readout.matching.dates import dated, is_day
from readout.matching.headline import completed, entitled, headline, is_elsewhen, is_headline, is_titled_surely
from readout.matching.meetings import same_encounter
from readout.matching.occasions import (
    are_officials,
    event_of,
    events_in_title,
    group_of,
    is_before_the_press,
    is_beside,
    is_called,
    is_dateless,
    is_from_afar,
    is_in_margins,
    is_left_open,
    is_of_two,
    is_titled_afar,
    tells_of_several,
)
from readout.matching.parties import Party, parties, persons_by_side, sides_of
from readout.matching.retold import is_pointed_at, is_titled, once_told
from readout.model import Finding, Reading


def accounts(reading: Reading) -> tuple[Account, ...]:
    """The accounts of meetings that a reading gives: its meeting findings, and the report's head where it has none of them."""
    told = reading.of_kind("meeting")
    found = {finding.id: _account(reading, finding) for finding in told}
    about = next((finding for finding in told if is_headline(reading, finding)), None)
    pointing = frozenset(finding.id for finding in told if is_pointed_at(reading, finding))
    main, head = found[about.id] if about else None, _head_account(reading)
    once = once_told(list(found.values()), main, pointing)
    if head is None or any(same_encounter(head, one) for one in found.values()):
        return once
    return once if about and main and _is_head(reading, about, main, head) else (*once, head)


def _is_head(reading: Reading, about: Finding, main: Account, head: Account) -> bool:
    """Whether the meeting that a report is about is that of its title, which may tell of several whom somebody met one by one."""
    several = main.day is None and main.period == head.day and not is_elsewhen(reading, about) and len(head.parties) > 2
    return several or is_titled(reading, main, head)


def _head_account(reading: Reading) -> Account | None:
    told, report = headline(reading), reading.report
    if told is None:
        return None
    outlet = report.outlet.value if report.outlet else None
    id = f"report:{report.sha256[:16]}"
    also = frozenset(("call", "talks") if told.kind == "call" and is_titled_afar(reading) else ()) - {told.kind}
    return Account(
        id, None, report.sha256, outlet, told.parties, told.kind, None, report.date, False, also=also, dateless=True
    )


def _account(reading: Reading, finding: Finding) -> Account:
    place, main = finding.one("place"), is_headline(reading, finding)
    when, exact = _said_day(reading, finding)
    named = parties(reading, finding.all("participants")) | group_of(reading, finding)
    told = finding.one("kind")
    said = _kind(reading, finding, named, str(told.value) if told else "talks")
    day = when if exact else None
    if main and not is_elsewhen(reading, finding):
        named, said = completed(reading, named, said)
        day = day or (None if finding.one("date") else reading.report.date)
    also = _also(reading, finding, named, said)
    if main and said in ("call", "talks") and day == reading.report.date and not is_called(reading, finding):
        also |= entitled(reading, named)
    several = tells_of_several(reading, finding)
    return Account(
        finding.id,
        finding.id,
        reading.report.sha256,
        reading.report.outlet.value if reading.report.outlet else None,
        named,
        said,
        str(place.value) if place else None,
        None if several else day,
        exact and not several,
        day if several else None if exact else when,
        also - {said},
        dateless=not exact or is_dateless(reading, finding),
        event=event_of(reading, finding, sides_of(named)),
    )


def _said_day(reading: Reading, finding: Finding) -> tuple[str | None, bool]:
    """The date that a meeting's words give, and whether it is a day; none where they tell of another day than that of the report, on
    which a word stands that names no day.
    """
    date = finding.one("date")
    if is_dateless(reading, finding, ("now",)) and is_elsewhen(reading, finding):
        return None, False
    when = dated(date.value) if date else None
    return when, date is not None and when is not None and is_day(when) and date.precision in (None, "day")


def _also(reading: Reading, finding: Finding, named: frozenset[Party], said: str) -> frozenset[str]:
    """By which other kinds its words may call a meeting: the event that a greeting opens, the talks that a summit of two is, the
    call and the talks that a meeting by video is. A gathering of many in which two took part is no call of the two.
    """
    if is_beside(reading, finding):
        return events_in_title(reading)
    of_two = said == "summit" and is_of_two(reading, finding, named)
    of_many = said == "summit" and len(sides_of(named)) == 2 and not of_two
    either = (is_from_afar(reading, finding) and not of_many) or (
        is_left_open(reading, finding) and not is_titled_surely(reading, finding)
    )
    return frozenset(("talks",) if of_two else ()) | frozenset(("call", "talks") if either else ())


def _kind(reading: Reading, finding: Finding, named: frozenset[Party], said: str) -> str:
    """The kind of a meeting: a greeting may open a ceremony, and what two held beside a summit is none, nor what no noun calls one."""
    if is_beside(reading, finding):
        return "ceremony"
    if said == "summit" and not persons_by_side(named) and are_officials(reading, finding):
        return "talks"
    if said == "summit" and is_before_the_press(reading, finding):
        return "talks"
    of_two = said == "summit" and len(sides_of(named)) <= 2
    bare = not is_called(reading, finding) and not is_headline(reading, finding)
    return "talks" if of_two and (bare or is_in_margins(reading, finding)) else said
