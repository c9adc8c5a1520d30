"""What a brief is made from: the records of two sides, or of one actor, as they stood on the day."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from readout.asking.brief.meetings import in_person, last_of, told_at
from readout.asking.brief.undertakings import is_open
from readout.asking.periods import days_after
from readout.asking.reported import own_reports, was_held
from readout.ledger.records.wanted import Wanted
from readout.ledger.until import Besides
from readout.matching.parties import same_person

if TYPE_CHECKING:
    from readout.asking.leading import Lead
    from readout.ledger import Ledger
    from readout.ledger.holding import Held
    from readout.ledger.records.record import Detail
    from readout.ledger.records.wanted import Named

SURE = 0.6
"""A finding below this score is right in one of two cases (docs/explanation/quality.md): no brief rests on it."""
LATELY = 365
"""Days before the day of a brief in which something was said "lately"."""

MONTHS, YEARS = (90, LATELY, 3 * LATELY), (5 * LATELY,)
"""Days to look back on whoever meets everybody, and of two that meet; the first that tell of so many undertakings do:"""
OF_ALL, OF_TWO = 60, 20
MOST_SAID = 200
"""Statements that are looked through for what the other side came back to, the newest."""


@dataclass(frozen=True, slots=True)
class Between:
    """Who meets whom, and on which day: `own` is None where anybody meets `other`; `person` says that `other` is no country.

    `since` is the first day of what is looked at (ISO), None for all; `names` are those of `other` that the ledger has.
    """

    own: str | None
    other: str
    as_of: str
    person: bool = False
    since: str | None = None
    names: Named | None = None

    @property
    def of_countries(self) -> bool:
        """Whether it is of two countries, and not of a person, nor of all whom one meets."""
        return bool(self.own) and not self.person

    @property
    def besides(self) -> Besides:
        """What more the records have: the reader's side, where the other is a person; deadlines since the first day."""
        return Besides(self.own if self.person else None, running=True)

    def wanted(self, kind: str, since: str | None = None, text: str | None = None) -> Wanted:
        """The records of a kind between the two."""
        if self.own is None or self.person:
            return Wanted(kind, actor=self.names or self.other, since=since, text=text, limit=0, whole=True)
        return Wanted(kind, pair=(self.own, self.other), since=since, text=text, limit=0)

    def days_before(self, days: int) -> str:
        """The ISO date so many days before the day."""
        return days_after(self.as_of, -days)


@dataclass(frozen=True, slots=True)
class Material:
    """The records: low scores left out and counted in `unsure`, umbrellas in `umbrellas`; each list the newest first."""

    meetings: tuple[Detail, ...]
    commitments: tuple[Detail, ...]
    agreements: tuple[Detail, ...]
    statements: tuple[Detail, ...]
    offices: tuple[Held, ...]
    home: str
    unsure: int
    umbrellas: int


def gathered(ledger: Ledger, between: Between) -> tuple[Between, Material]:
    """What bears on the meeting of the two, told by the day.

    Where much was undertaken of late, the last years alone (of whoever meets everybody, the last months), but for what
    older undertakings set as a deadline since, and for what is told of the last meeting; of two countries all meetings. From
    which day on is in the `since` that comes back, None where nothing older is left out.
    """
    windows, enough = (YEARS, OF_TWO) if between.own else (MONTHS, OF_ALL)
    for days in windows:
        within = replace(between, since=between.days_before(days))
        found = _gathered(ledger, within)
        if len(found.commitments) >= enough and (found.meetings or not between.own):
            break
    else:
        if between.own or not (found.commitments or found.meetings):
            return between, _gathered(ledger, between)
    return within if _is_older(ledger, within) else between, found


def _is_older(ledger: Ledger, within: Between) -> bool:
    kinds = ("commitment", "agreement") if within.of_countries else ("commitment", "meeting", "agreement")
    wanted = (within.wanted(kind, within.since) for kind in kinds)
    return any(ledger.is_told_before(each, within.as_of, within.besides) for each in wanted)


def open_of(ledger: Ledger, between: Between, lead: Lead) -> list[Detail]:
    """What a state or body undertook under its head in the last years, towards the reader's side if there is one, and is open."""
    first = max(filter(None, (between.since, between.days_before(MONTHS[-1]))))
    pair = (between.own, lead.led.side) if between.own and between.own != lead.led.side else None
    wanted = lead.wanted(Wanted("commitment", pair=pair, since=first, limit=0))
    found = ledger.stood(wanted, between.as_of, Besides(running=True))
    return [detail for detail in _newest(found) if detail.record.counted and is_open(detail)]


def _gathered(ledger: Ledger, between: Between) -> Material:
    home = _home(ledger, between)
    met = _met(ledger, between)
    undertaken, signed = _undertaken(ledger, between, home, met)
    spoken = _statements(ledger, between, home, met)
    counted = [detail for detail in undertaken if detail.record.counted]
    every = [*met, *counted, *signed, *spoken]
    return Material(
        _newest(met), _newest(counted), _newest(signed), _newest(spoken), _offices(ledger, between, home), home, sum(not _sure(d) for d in every), len(undertaken) - len(counted),
    )  # fmt: skip


def _met(ledger: Ledger, between: Between) -> list[Detail]:
    since = None if between.of_countries else between.since
    found = _of(ledger, between, "meeting", since)
    dated = [meeting for meeting in found if meeting.record.date and meeting.record.date[:10] <= between.as_of]
    return [meeting for meeting in dated if was_held(meeting)]


def _undertaken(
    ledger: Ledger, between: Between, home: str, met: Sequence[Detail]
) -> tuple[list[Detail], list[Detail]]:
    """Undertakings and documents of the two; those told where the two met alone, too, whoever is named with them."""
    found = {kind: _of(ledger, between, kind, between.since) for kind in ("commitment", "agreement")}
    lately = [m for m in met if len(m.sides) <= 2 and (m.record.date or "") >= (between.since or "")]
    here = {between.own, home} - {None}
    reports = own_reports(lately, ledger.told_in(_reports(lately), "meeting", between.as_of))
    told = ledger.told_in(reports, "commitment", between.as_of)
    found["commitment"] += [detail for detail in told if detail.sides and set(detail.sides) <= here]
    for kind, some in found.items():
        some += _at_the_last(ledger, between, kind, met)
    return _once(found["commitment"]), _once(found["agreement"])


def _at_the_last(ledger: Ledger, between: Between, kind: str, met: Sequence[Detail]) -> list[Detail]:
    """What of a kind the reports of the last meeting tell of two countries, where it lies before all that is looked at."""
    held = in_person(_newest(met))
    last = last_of(held)
    if last is None or not between.of_countries or (last.record.date or "") >= (between.since or ""):
        return []
    told = ledger.told_in(told_at(last, held), kind, between.as_of)
    two = {between.own, between.other}
    here = [detail for detail in told if tuple(sorted(map(str, two))) in detail.pairs]
    return here + [d for d in told if kind == "commitment" and d.sides and set(d.sides) <= two]


def _of(ledger: Ledger, between: Between, kind: str, since: str | None) -> list[Detail]:
    found = ledger.stood(between.wanted(kind, since), between.as_of, between.besides)
    return [detail for detail in found if _with_own(detail, between)]


def _with_own(detail: Detail, between: Between) -> bool:
    if not between.person or between.own is None:
        return True
    named = {str(value) for values in detail.record.slots.values() for value in values}
    return between.own in named | set(detail.sides)


def _home(ledger: Ledger, between: Between) -> str:
    """The country for which a person speaks: the one whose office the person holds; a country is its own."""
    if not between.person:
        return between.other
    known = ledger.actors(between.other, limit=5)
    held = [
        t
        for a in known
        if same_person(a.name, between.other)
        for t in a.offices
        if t.of and (t.first or "") <= between.as_of
    ]
    return (
        max(held, key=lambda tenure: (tenure.reports, tenure.of or "")).of or between.other if held else between.other
    )


def _offices(ledger: Ledger, between: Between, home: str) -> tuple[Held, ...]:
    """The offices of the other side; of a person only its own."""
    held = ledger.offices_of(home, between.as_of)
    return tuple(one for one in held if not between.person or same_person(one.holder, between.other))


def _statements(ledger: Ledger, between: Between, home: str, met: Iterable[Detail]) -> list[Detail]:
    """What the other side said lately, or since they last met: at meetings of the two, and elsewhere about the reader's side."""
    last = last_of(in_person(met))
    since = min(between.days_before(LATELY), (last.record.date if last else None) or between.as_of)
    lately = [meeting for meeting in met if (meeting.record.date or "") >= since]
    reports = own_reports(lately, ledger.told_in(_reports(lately), "meeting", between.as_of))
    said = list(ledger.told_in(reports, "statement", between.as_of))
    if between.own:
        said_of, them = f'"{between.own}"', between.names or between.other
        about = Wanted("statement", actor=them, since=since, text=said_of, limit=0, whole=True)
        said += ledger.stood(about, between.as_of)
    theirs = [detail for detail in _once(said) if _speaks(detail, between, home)]
    return sorted(theirs, key=lambda d: (d.record.date or "", d.record.id), reverse=True)[:MOST_SAID]


def _speaks(detail: Detail, between: Between, home: str) -> bool:
    if between.person:
        return any(same_person(str(name), between.other) for name in detail.record.slots.get("speaker", ()))
    return set(detail.sides) == {home}


def _reports(details: Iterable[Detail]) -> list[str]:
    return sorted({source.report for detail in details for source in detail.sources})


def _once(details: Iterable[Detail]) -> list[Detail]:
    return list({detail.record.id: detail for detail in details}.values())


def _sure(detail: Detail) -> bool:
    return detail.record.score is None or detail.record.score >= SURE or detail.record.sources > 1


def _newest(details: Iterable[Detail]) -> tuple[Detail, ...]:
    kept = [detail for detail in details if _sure(detail) and detail.record.review != "rejected"]
    return tuple(sorted(kept, key=lambda d: (d.record.date or "", d.record.id), reverse=True))
