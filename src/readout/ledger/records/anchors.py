"""Which telling of a record comes first, whatever came first into the ledger."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from readout.matching.undertakings import Undertaking, earliest

if TYPE_CHECKING:
    from readout.ledger.records.grouping import Member

LATEST = "9999"
"""Behind all dates: that of a report without one."""


def anchor_of(members: Sequence[Member]) -> Member:
    """The fact that a record is named by: the first telling; of commitments told on one day the one that says most."""
    if len(members) == 1:
        return members[0]
    undertakings = {m.id: m.feature for m in members if isinstance(m.feature, Undertaking)}
    if undertakings:
        first = earliest(undertakings.values()).id
        return _first_version(next(member for member in members if member.id == first), members)
    return in_order(members, heads_last=True)[0]


def in_order(members: Iterable[Member], *, heads_last: bool = False) -> list[Member]:
    """Tellings by date, ties by id; but those of versions of one address that have one date in the order of the versions: the
    shorter text first, since texts grow as they are edited.
    """
    ordered = sorted(members, key=lambda m: (heads_last and m.row.finding is None, m.row.told or LATEST, m.id))
    places: dict[tuple[str, ...], list[int]] = {}
    for place, member in enumerate(ordered):
        if of := _edited(member):
            places.setdefault((*of, str(heads_last and member.row.finding is None)), []).append(place)
    for some in places.values():
        for place, member in zip(some, sorted((ordered[place] for place in some), key=_version), strict=True):
            ordered[place] = member
    return ordered


def _first_version(first: Member, members: Iterable[Member]) -> Member:
    """The first version's telling, where a report's text was edited on its day."""
    of = _edited(first)
    same = [member for member in members if _edited(member) == of] if of else []
    earlier = [member for member in same if _version(member)[:2] < _version(first)[:2]]
    return min(earlier, key=_version, default=first)


def sources_in(members: Iterable[Member]) -> int:
    """How many sources tell of a record: its reports, of which the versions of one address, or of one id of an input, are one."""
    return len({_address(member) or member.row.report for member in members})


def _edited(member: Member) -> tuple[str, str] | None:
    """What versions of one text share that came out on one day: the date and the address, or the id that the input gave."""
    address = _address(member)
    return (member.row.told or LATEST, address) if address else None


def _address(member: Member) -> str | None:
    address: str | None = member.row.url or member.row.given
    return address


def _version(member: Member) -> tuple[int, str, str]:
    """What sorts the versions of one address and date."""
    return len(member.row.text), member.row.name, member.id
