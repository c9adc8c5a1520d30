"""What a report tells of meetings, as matching sees it: an account for each finding, and for its head."""

from __future__ import annotations

from readout.matching.account import Account
from readout.matching.dates import dated, is_day
from readout.matching.headline import completed, headline, is_elsewhen, is_headline
from readout.matching.meetings import same_encounter
from readout.matching.occasions import group_of, is_beside, is_in_margins, is_of_two
from readout.matching.parties import Party, parties, sides_of
from readout.matching.retold import is_pointed_at, is_titled, once_told
from readout.model import Finding, Reading


def accounts(reading: Reading) -> tuple[Account, ...]:
    """The accounts of meetings that a reading gives: its meeting findings, and the report's head where it has none of them."""
    told = reading.of_kind("meeting")
    found = {finding.id: _account(reading, finding) for finding in told}
    main = next((found[finding.id] for finding in told if is_headline(reading, finding)), None)
    pointing = frozenset(finding.id for finding in told if is_pointed_at(reading, finding))
    head = _head_account(reading)
    if (
        head
        and not (main and is_titled(reading, main, head))
        and not any(same_encounter(head, one) for one in found.values())
    ):
        return (*once_told(list(found.values()), main, pointing), head)
    return once_told(list(found.values()), main, pointing)


def _head_account(reading: Reading) -> Account | None:
    told, report = headline(reading), reading.report
    if told is None:
        return None
    outlet = report.outlet.value if report.outlet else None
    id = f"report:{report.sha256[:16]}"
    return Account(id, None, report.sha256, outlet, told.parties, told.kind, None, report.date, False)


def _account(reading: Reading, finding: Finding) -> Account:
    date, place, kind = finding.one("date"), finding.one("place"), finding.one("kind")
    when = dated(date.value) if date else None
    exact = date is not None and when is not None and is_day(when) and date.precision in (None, "day")
    named = parties(reading, finding.all("participants")) | group_of(reading, finding)
    said = _kind(reading, finding, named, str(kind.value) if kind else "talks")
    told = None
    if is_headline(reading, finding):
        named, said = completed(reading, named, said)
        told = reading.report.date if date is None and not is_elsewhen(reading, finding) else None
    return Account(
        finding.id,
        finding.id,
        reading.report.sha256,
        reading.report.outlet.value if reading.report.outlet else None,
        named,
        said,
        str(place.value) if place else None,
        when if exact else told,
        exact,
        None if exact else when,
        frozenset(("talks",)) if said == "summit" and is_of_two(reading, finding, named) else frozenset(),
    )


def _kind(reading: Reading, finding: Finding, named: frozenset[Party], said: str) -> str:
    """The kind of a meeting: a greeting may open a ceremony, and what two held beside a summit is none."""
    if is_beside(reading, finding):
        return "ceremony"
    beside = said == "summit" and len(sides_of(named)) <= 2 and is_in_margins(reading, finding)
    return "talks" if beside else said
