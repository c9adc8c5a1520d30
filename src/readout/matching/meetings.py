"""Same meeting: whether two accounts tell of one encounter."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date as Date
from itertools import combinations

from readout.matching.account import Account
from readout.matching.grouping import grouped
from readout.matching.members import members_of_groups
from readout.matching.outlets import home_of
from readout.matching.parties import countries_of_place, persons_by_side, same_person
from readout.matching.thresholds import thresholds


def same_encounter(one: Account, other: Account) -> bool:
    """Whether two accounts tell of one meeting: same parties, same day within a day, same kind of encounter or place.

    Symmetric. A person and the country it acts for are one side. Careful: where both name persons of a side, a person
    must agree on every side, and on two sides unless place or kind are telling. A day apart is enough only where two
    desks tell of it, in two countries or without naming it: no outlet is in two time zones.
    """
    return one.id == other.id or (may_stand_together(one, other) and _is_sure(one, other))


def may_stand_together(one: Account, other: Account) -> bool:
    """Whether nothing keeps two accounts from telling of one meeting, though they alone may be too little to say that they do."""
    if one.id == other.id or _of_one_main(one, other):
        return True
    apart = days_apart(one, other)
    if apart is None or apart > thresholds("meeting")["days_apart"]:
        return False
    if apart and _mean_two_days(one, other) and not _is_late(one, other):
        return False
    if not _events_agree(one, other) or _are_elsewhere(one, other):
        return False
    return _parties_agree(one, other) and _same_kind_or_place(one, other)


def _of_one_main(one: Account, other: Account) -> bool:
    """Whether both tell of the meeting that their one report is about."""
    return one.main and other.main and one.report == other.report


def _events_agree(one: Account, other: Account) -> bool:
    """Whether no title tells of an event of its own that the other account is not: an arrival is no dinner, a dinner no talks."""
    first, second = _events(one), _events(other)
    return bool(first & second) if first | second else True


def _events(one: Account) -> frozenset[str]:
    """The words of a title that name an event of its own (they are no kinds of meetings), or else that it is called a ceremony."""
    kinds: dict[str, str] = thresholds("meeting")["families"]
    return frozenset(one.also - kinds.keys()) or frozenset({one.kind} & {"ceremony"})


def _are_elsewhere(one: Account, other: Account) -> bool:
    """Whether the accounts name places in two countries, and too little else says that they tell of one meeting: persons of fewer
    than two sides, or a day that only the date of a report gives.
    """
    if one.place is None or other.place is None or "call" in _families(one) | _families(other):
        return False
    first, second = countries_of_place(one.place), countries_of_place(other.place)
    if not first or not second or not first.isdisjoint(second):
        return False
    return len(_named_by_both(one, other)) < 2 or not (one.stated and other.stated)


def _mean_two_days(one: Account, other: Account) -> bool:
    """Whether two days are not one evening in two time zones: one outlet gave both, or two of one country."""
    return _of_one_desk(one, other) or _named_by_one_country(one, other)


def _of_one_desk(one: Account, other: Account) -> bool:
    """Whether one outlet gave both days, or, where no outlet is known, whether both accounts name theirs in words."""
    return one.outlet == other.outlet and (one.outlet is not None or (one.stated and other.stated))


def _is_late(one: Account, other: Account) -> bool:
    """Whether the later of two accounts of one outlet may be dated by the day on which it was put up: no word of it names a day, and it
    is about talks of the two persons whose talks the other is about.
    """
    later = max((one, other), key=lambda account: account.day or "")
    if not (one.main and other.main and later.dateless):
        return False
    first, second = persons_by_side(one.parties), persons_by_side(other.parties)
    talks = all("face to face" in _families(account) for account in (one, other))
    return talks and first.keys() == second.keys() == one.sides == other.sides and len(one.sides) == 2


def _named_by_one_country(one: Account, other: Account) -> bool:
    """Whether two outlets of one country, which share its days, both name theirs in words."""
    homes = [home_of(account.outlet) for account in (one, other) if account.outlet and account.stated]
    return len(homes) == 2 and not homes[0].isdisjoint(homes[1])


def days_apart(one: Account, other: Account) -> int | None:
    """Days between two accounts; None where one has no day."""
    if one.day is None or other.day is None:
        return None
    return abs((Date.fromisoformat(one.day) - Date.fromisoformat(other.day)).days)


def _parties_agree(one: Account, other: Account) -> bool:
    """Whether the same sides met, and on each of them a person of whom both tell, where both name somebody."""
    if len(one.sides & other.sides) < 2 or not (_same_table(one.sides, other.sides) or is_one_gathering(one, other)):
        return False
    first, second = persons_by_side(one.parties), persons_by_side(other.parties)
    if not all(someone_agrees(first[side], second[side]) for side in _named_by_both(one, other)):
        return False
    return not is_two_and_a_company(one, other)


def _is_sure(one: Account, other: Account) -> bool:
    """Whether what two accounts share is enough: persons of two sides, or a table or place of one day that tells as much. An outlet
    that is about a meeting does not leave out whom its other report names.
    """
    agreed = len(_named_by_both(one, other))
    if days_apart(one, other) and _mean_two_days(one, other):
        return not min((one, other), key=lambda account: account.day or "").dateless
    if agreed >= 2 or _of_one_main(one, other):
        return True
    if days_apart(one, other) or (agreed and one.main and other.main and one.outlet == other.outlet is not None):
        return False
    return _alike_without_persons(one, other, agreed) or is_one_gathering(one, other) or _are_one_event(one, other)


def _named_by_both(one: Account, other: Account) -> list[str]:
    """The shared sides of which both accounts name persons."""
    first, second = persons_by_side(one.parties), persons_by_side(other.parties)
    return [side for side in one.sides & other.sides if side in first and side in second]


def is_one_gathering(one: Account, other: Account) -> bool:
    """Whether both accounts tell of a summit of the same three sides or more, though one does not name somebody of each: its report
    is about it, or calls it by the name of the group.
    """
    groups = members_of_groups()
    seats = [_seats(account.sides, groups) for account in (one, other)]
    if seats[0] != seats[1] or len(seats[0]) < 3 or not _families(one) & _families(other) & {"summit"}:
        return False
    bare = [account for account in (one, other) if len(persons_by_side(account.parties)) < len(seats[0])]
    return any(account.main or not account.sides.isdisjoint(groups) for account in bare)


def _seats(sides: frozenset[str], groups: Mapping[str, frozenset[str]]) -> frozenset[str]:
    """The sides at a table, the members of a group in its place."""
    return frozenset().union(*(groups.get(side, frozenset((side,))) for side in sides))


def _are_one_event(one: Account, other: Account) -> bool:
    """Whether both accounts call what took place on a day by one name ("the Strategic Dialogue"), and one of them names no person:
    two ministers may well meet beside the event that both came to.
    """
    bare = any(not any(party.person for party in account.parties) for account in (one, other))
    return bare and bool(one.event) and one.event == other.event and days_apart(one, other) == 0


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


def is_two_and_a_company(one: Account, other: Account) -> bool:
    """Whether one account names two persons and the other so many that the two met beside it, or in turn with others; two who are
    named at the table of their group are of its company.
    """
    few, many = sorted((one, other), key=_persons)
    company: int = thresholds("meeting")["company"]
    return _persons(few) == 2 and _persons(many) >= company and few.sides.isdisjoint(members_of_groups())


def _persons(account: Account) -> int:
    return sum(bool(party.person) for party in account.parties)


def someone_agrees(first: Iterable[str], second: Iterable[str]) -> bool:
    return any(same_person(a, b) for a in first for b in second)


def _same_kind_or_place(one: Account, other: Account) -> bool:
    if _families(one) & _families(other) or _are_one_event(one, other):
        return True
    if same_family(one, other) and one.place and other.place and places_agree(one.place, other.place):
        return True
    return days_apart(one, other) == 0 and (met_as_two(one, other) or met_as_many(one, other))


def met_as_many(one: Account, other: Account) -> bool:
    """Whether both accounts name the same persons of the same three sides or more: their talks are what another calls a summit."""
    first, second = persons_by_side(one.parties), persons_by_side(other.parties)
    if not first.keys() == second.keys() == one.sides == other.sides or len(first) < 3:
        return False
    agree = all(someone_agrees(first[side], second[side]) for side in first)
    return agree and same_family(one, other) and places_agree(one.place, other.place)


def met_as_two(one: Account, other: Account) -> bool:
    """Whether both accounts name a person on each of the same two sides, and one calls a visit what the other calls talks."""
    first, second = persons_by_side(one.parties), persons_by_side(other.parties)
    if not first.keys() == second.keys() == one.sides == other.sides or len(first) != 2:
        return False
    return all(someone_agrees(first[side], second[side]) for side in first) and of_one_sort(one, other)


def of_one_sort(one: Account, other: Account) -> bool:
    """Whether both accounts may tell of one meeting of the same persons, by their kinds: talks may be a visit, where no other place
    is named.
    """
    first, second = _families(one), _families(other)
    sorts = set(thresholds("meeting")["of_one_sort"])
    return bool(first & second) or bool(first & sorts and second & sorts and places_agree(one.place, other.place))


def places_agree(one: str | None, other: str | None) -> bool:
    """Whether two places may be one: a capital is in its country, and what is not said contradicts nothing."""
    if one is None or other is None or one == other:
        return True
    return not countries_of_place(one).isdisjoint(countries_of_place(other))


def same_family(one: Account, other: Account) -> bool:
    """Whether both accounts tell of one kind of encounter, or of kinds that are easily taken for one another."""
    first, second = _families(one), _families(other)
    loose = set(thresholds("meeting")["loose"])
    return bool(first & second) or bool(first & loose and second & loose)


def _families(one: Account) -> set[str]:
    """The families of all kinds by which a report calls a meeting."""
    families = thresholds("meeting")["families"]
    return {str(families[kind]) for kind in (one.kind, *one.also) if kind in families}


def meetings(all_accounts: Iterable[Account]) -> tuple[tuple[str, ...], ...]:
    """The accounts' ids, grouped by meeting; independent of their order."""
    items = {one.id: one for one in all_accounts}
    return grouped(items, meeting_links(items.values()), may_stand_together)


def meeting_links(all_accounts: Iterable[Account]) -> list[tuple[float, str, str]]:
    """Pairs of accounts of one meeting, with how surely: 1 for the same day, less for a day apart."""
    table: dict[str, list[Account]] = {}
    for one in sorted(all_accounts, key=lambda a: a.id):
        for key in one.keys:
            table.setdefault(key, []).append(one)
    pairs = {(a.id, b.id): (a, b) for members in table.values() for a, b in combinations(members, 2)}
    return [(1 - (days_apart(a, b) or 0) / 2, a.id, b.id) for a, b in pairs.values() if same_encounter(a, b)]
