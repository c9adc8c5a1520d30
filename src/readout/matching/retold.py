"""Where a report speaks of one meeting several times: under another word for it, pointing back at it, or in its title."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Sequence
from dataclasses import replace
from functools import cache

from readout.lang.pack import read_yaml
from readout.matching.account import Account
from readout.matching.meetings import (
    days_apart,
    is_two_and_a_company,
    of_one_sort,
    places_agree,
    same_family,
    someone_agrees,
)
from readout.matching.occasions import words_in_title
from readout.matching.outlets import home_of
from readout.matching.parties import persons_by_side
from readout.matching.thresholds import thresholds
from readout.model import Finding, Reading


def once_told(found: Sequence[Account], main: Account | None, pointing: Collection[str]) -> tuple[Account, ...]:
    """The accounts of one report, those of one meeting with all kinds by which it is called; one that names nobody has the parties
    of one that names them, and of places in two countries neither is known.

    `main` is the account of the meeting that the report is about, `pointing` are the ids of those that only point at a meeting.
    """
    named = sorted(found, key=lambda one: (one is not main, not persons_by_side(one.parties)))
    done = []
    for one in found:
        same = [other for other in named if other is one or _is_told_again(one, other, main, pointing)]
        met = next((other.parties for other in same if persons_by_side(other.parties)), one.parties)
        own = one.parties if persons_by_side(one.parties) else met
        also = frozenset(kind for other in same for kind in (other.kind, *other.also)) - {one.kind}
        place = one.place if all(places_agree(one.place, other.place) for other in same) else None
        done.append(replace(one, parties=own, also=also, place=place, main=any(other is main for other in same)))
    return tuple(done)


def _is_told_again(one: Account, other: Account, main: Account | None, pointing: Collection[str]) -> bool:
    """Whether a report speaks twice of one meeting of a day: of the same persons under another word for it, or once of its main
    meeting and once without naming anybody ("in our talks today").
    """
    if one.day is None or one.day != other.day or one.sides != other.sides or len(one.sides) < 2:
        return False
    first, second = persons_by_side(one.parties), persons_by_side(other.parties)
    if first and second:
        agree = all(someone_agrees(first[side], second.get(side, ())) for side in first)
        return agree and first.keys() == one.sides and of_one_sort(one, other) and not is_two_and_a_company(one, other)
    known = set(thresholds("meeting")["pointed_at"])
    if not all(known & {each.kind, *each.also} for each in (one, other)) or not places_agree(one.place, other.place):
        return False
    if first or second:
        bare, full = (one, other) if second else (other, one)
        return bare is main or (full is main and bare.id in pointing)
    return (one is main and other.id in pointing) or (other is main and one.id in pointing)


def is_titled(reading: Reading, main: Account, head: Account) -> bool:
    """Whether the meeting that a report is about is the one that its title tells of: the persons of the title met in it, and whoever
    else met is of the outlet's own country, or named in the title too; a "conversation" of the day is a call, or talks. The title's day is that of the report, and "yesterday" in the
    words another.
    """
    apart = days_apart(main, head)
    if apart is None or apart > thresholds("meeting")["days_apart"]:
        return False
    if not same_family(main, head) and (apart or {main.kind, head.kind} != {"call", "talks"}):
        return False
    met, told = persons_by_side(main.parties), persons_by_side(head.parties)
    if not all(someone_agrees(met.get(side, ()), names) for side, names in told.items()):
        return False
    known = home_of(main.outlet) if main.outlet else frozenset[str]()
    title = words_in_title(reading)
    return all(side in known or _is_named(side, met.get(side, ()), title) for side in main.sides - head.sides)


def _is_named(side: str, persons: Iterable[str], title: Sequence[str]) -> bool:
    """Whether a title has the name of a side, or a part of one of its persons' names."""
    return f" {side.lower()} " in f" {' '.join(title)} " or any(
        p.lower() in title for name in persons for p in name.split()
    )


def is_pointed_at(reading: Reading, finding: Finding) -> bool:
    """Whether words only point at a meeting, as at one that the report tells of ("our talks today", "this meeting"), and do not go on
    with whom it was ("we had talks with the envoy").
    """
    if reading.report.text[finding.span.end :].lstrip().startswith("with "):
        return False
    return _pointing(reading.report.language).search(reading.quote(finding).lower()) is not None


@cache
def _pointing(language: str) -> re.Pattern[str]:
    rows = read_yaml(language, "matching", "elsewhen.yaml")["pointing"]
    return re.compile("|".join(pattern for row in rows for pattern in row["patterns"]))
