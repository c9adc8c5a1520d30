"""Same meeting: whether two accounts tell of one encounter."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date as Date
from datetime import timedelta
from itertools import combinations

from readout.matching.grouping import grouped
from readout.matching.headline import completed, headline, is_elsewhen, is_headline
from readout.matching.occasions import group_of, is_beside
from readout.matching.outlets import home_of
from readout.matching.parties import Party, parties, persons_by_side, same_person, sides_of
from readout.matching.thresholds import thresholds
from readout.model import Finding, Reading


@dataclass(frozen=True, slots=True)
class Account:
    """One report's account of one meeting, as matching sees it.

    `id` is the finding's, or `report:` and the report's hash where only the report's own head tells of the meeting
    (`finding` is None then). `day` is ISO and None where no day can be known; `stated` says that the words name it, not
    only the date of the report. `period` is the month or year of a meeting whose day the words do not say.
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

    @property
    def when(self) -> str | None:
        """Its day, or else its month or year, as exactly as is known."""
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


def accounts(reading: Reading) -> tuple[Account, ...]:
    """The accounts of meetings that a reading gives: its meeting findings, and the report's head where it has none of them."""
    found = [_account(reading, finding) for finding in reading.of_kind("meeting")]
    head = _head_account(reading)
    if head and not any(same_encounter(head, one) for one in found):
        found.append(head)
    return tuple(found)


def _head_account(reading: Reading) -> Account | None:
    told, report = headline(reading), reading.report
    if told is None:
        return None
    outlet = report.outlet.value if report.outlet else None
    id = f"report:{report.sha256[:16]}"
    return Account(id, None, report.sha256, outlet, told.parties, told.kind, None, report.date, False)


def _account(reading: Reading, finding: Finding) -> Account:
    date, place, kind = finding.one("date"), finding.one("place"), finding.one("kind")
    exact = date is not None and date.precision == "day"
    named = parties(reading, finding.all("participants")) | group_of(reading, finding)
    said = "ceremony" if is_beside(reading, finding) else str(kind.value) if kind else "talks"
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
        str(date.value) if date and exact else told,
        exact,
        str(date.value) if date and not exact else None,
    )


def same_encounter(one: Account, other: Account) -> bool:
    """Whether two accounts tell of one meeting: same parties, same day within a day, same kind of encounter or place.

    Symmetric. A person and the country it acts for are one side. Careful: where both name persons of a side, a person
    must agree on every side, and on two sides unless place or kind are telling. A day apart is enough only where two
    desks tell of it, in two countries or without naming it: no outlet is in two time zones.
    """
    if one.id == other.id:
        return True
    apart = days_apart(one, other)
    if apart is None or apart > thresholds("meeting")["days_apart"]:
        return False
    if apart and (_of_one_desk(one, other) or _named_by_one_country(one, other)):
        return False
    return _same_parties(one, other, apart) and _same_kind_or_place(one, other)


def _of_one_desk(one: Account, other: Account) -> bool:
    """Whether one outlet gave both days, or, where no outlet is known, whether both accounts name theirs in words."""
    return one.outlet == other.outlet and (one.outlet is not None or (one.stated and other.stated))


def _named_by_one_country(one: Account, other: Account) -> bool:
    """Whether two outlets of one country, which share its days, both name theirs in words."""
    homes = [home_of(account.outlet) for account in (one, other) if account.outlet and account.stated]
    return len(homes) == 2 and not homes[0].isdisjoint(homes[1])


def days_apart(one: Account, other: Account) -> int | None:
    """Days between two accounts; None where one has no day."""
    if one.day is None or other.day is None:
        return None
    return abs((Date.fromisoformat(one.day) - Date.fromisoformat(other.day)).days)


def _same_parties(one: Account, other: Account, apart: int) -> bool:
    shared = one.sides & other.sides
    if len(shared) < 2 or not _same_table(one.sides, other.sides):
        return False
    first, second = persons_by_side(one.parties), persons_by_side(other.parties)
    both = [side for side in shared if side in first and side in second]
    if not all(_someone_agrees(first[side], second[side]) for side in both):
        return False
    if _two_and_a_company(one, other):
        return False
    return len(both) >= 2 or (not apart and _alike_without_persons(one, other, len(both)))


def _alike_without_persons(one: Account, other: Account, agreed: int) -> bool:
    """Where a person agrees on one side at most: the same place, or a call, which few officials hold twice a day.

    Where no person agrees, neither account may name one: a minister may well meet his host beside talks of delegations.
    """
    if one.kind != other.kind or (not agreed and any(party.person for party in one.parties | other.parties)):
        return False
    same_place = one.place is not None and one.place == other.place
    return same_place or (agreed == 1 and one.kind == "call")


def _same_table(one: frozenset[str], other: frozenset[str]) -> bool:
    """Two sides met as two in both accounts; of more, most are the same."""
    if 2 in (len(one), len(other)):
        return one == other
    least: float = thresholds("meeting")["same_table"]
    return len(one & other) >= least * len(one | other)


def _two_and_a_company(one: Account, other: Account) -> bool:
    """Whether one account names two persons and the other so many that the two met beside it, or in turn with others."""
    few, many = sorted(sum(bool(party.person) for party in account.parties) for account in (one, other))
    company: int = thresholds("meeting")["company"]
    return few == 2 and many >= company


def _someone_agrees(first: Iterable[str], second: Iterable[str]) -> bool:
    return any(same_person(a, b) for a in first for b in second)


def _same_kind_or_place(one: Account, other: Account) -> bool:
    families = thresholds("meeting")["families"]
    first, second = str(families[one.kind]), str(families[other.kind])
    if first == second:
        return True
    loose = thresholds("meeting")["loose"]
    return first in loose and second in loose and one.place is not None and one.place == other.place


def meetings(all_accounts: Iterable[Account]) -> tuple[tuple[str, ...], ...]:
    """The accounts' ids, grouped by meeting; independent of their order."""
    items = {one.id: one for one in all_accounts}
    return grouped(items, meeting_links(items.values()), _may_stand_together)


def meeting_links(all_accounts: Iterable[Account]) -> list[tuple[float, str, str]]:
    """Pairs of accounts of one meeting, with how surely: 1 for the same day, less for a day apart."""
    table: dict[str, list[Account]] = {}
    for one in sorted(all_accounts, key=lambda a: a.id):
        for key in one.keys:
            table.setdefault(key, []).append(one)
    pairs = {(a.id, b.id): (a, b) for members in table.values() for a, b in combinations(members, 2)}
    return [(1 - (days_apart(a, b) or 0) / 2, a.id, b.id) for a, b in pairs.values() if same_encounter(a, b)]


def _may_stand_together(one: Account, other: Account) -> bool:
    return same_encounter(one, other)
