"""Whether a report tells that an announced meeting or visit took place: who undertook it met those whom it names, in its time."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date as Date
from datetime import timedelta
from functools import cache

from readout.lang import load
from readout.lang.pack import read_yaml
from readout.matching.account import Account
from readout.matching.acts import is_meeting
from readout.matching.evidence import Evidence
from readout.matching.members import members_of_groups
from readout.matching.parties import Party, countries_named, same_person
from readout.matching.periods import period
from readout.matching.standing import standing_of
from readout.matching.undertakings import Undertaking
from readout.matching.words import stem
from readout.model import Span

TOOK_PLACE = "took place"
"""The cue of an account that tells that an announced meeting took place."""
SURE = 0.95
"""How surely such an account is about it: of 168 in the corpus, nearly all of which were read, 165 are."""
LETTERS = "correspondence"
OFFICE = " of "
"""What stands in the names of those who are known by their office alone."""
LONGEST = 100
"""Days of the longest time in which a meeting is the one that was announced: a quarter."""
STAY = 14
"""Days before its last one that a visit of several days may begin at most."""
LASTING = re.compile(r"\d(?:st|nd|rd|th)?(?:\s*[-–—]\s*|\s+(?:to|through|and)\s+)(?:[A-Z]\w+\s+)?\d")
"""Two days in figures between which a visit lasts: "June 19-23"."""


@dataclass(frozen=True, slots=True)
class Announced:
    """A meeting or visit that was undertaken for a time that lay ahead: `principals` are the persons and bodies that it names as
    parties, `first` and `last` the days between which it was to be.
    """

    promise: Undertaking
    principals: frozenset[str]
    first: Date
    last: Date


def announced(promise: Undertaking, named: Iterable[str]) -> Announced | None:
    """An undertaking as an announced meeting, with the names of its actors; None where it is none, or where its time is as wide as a year."""
    if not may_be_announced(promise):
        return None
    first, last = period(promise.due or "", promise.precision)
    if first == last and LASTING.search(promise.action):
        first = last - timedelta(days=STAY)
    first = max(first, Date.fromisoformat(promise.told or "") + timedelta(days=1))
    if not first <= last or (last - first).days > LONGEST:
        return None
    return Announced(promise, frozenset(named) - promise.parties, first, last)


def may_be_announced(promise: Undertaking) -> bool:
    """Whether an undertaking is to meet or to visit, and has its time; its wording is not looked at."""
    timely = promise.due is not None and promise.told is not None and not promise.umbrella
    return timely and is_meeting(promise.words, promise.language)


def months_of(promise: Undertaking) -> list[tuple[str, str]]:
    """The sides that announce a meeting with each month (ISO) in which it may be: a month in which a meeting of theirs may be it."""
    if not may_be_announced(promise):
        return []
    first, last = period(promise.due or "", promise.precision)
    if (last - first).days > LONGEST:
        return []
    day, months = first - timedelta(days=STAY), set[str]()
    while day <= last:
        months.add(day.isoformat()[:7])
        day = min(last, day + timedelta(days=28)) if day < last else last + timedelta(days=1)
    return [(side, month) for side in sorted(promise.by) for month in sorted(months)]


def months_met(account: Account) -> list[tuple[str, str]]:
    """The sides that met, the members of a group that held its summit among them, with the month (ISO) in which it was."""
    if account.day is None or account.kind == LETTERS:
        return []
    sides = account.sides
    if account.kind == "summit":
        sides = sides.union(*(members_of_groups().get(side, ()) for side in sides))
    elif not any(party.person for party in account.parties):
        return []
    return [(side, account.day[:7]) for side in sorted(sides)]


def took_place(meeting: Announced, account: Account, told: str | None) -> bool:
    """Whether an account, told on an ISO day, is that of an announced meeting."""
    promise = meeting.promise
    if account.day is None or account.kind == LETTERS or told is None or told < max(account.day, promise.told or ""):
        return False
    if not meeting.first <= Date.fromisoformat(account.day) <= meeting.last:
        return False
    if (account.kind == "call") is not _is_afar(promise.action, promise.language):
        return False
    return _is_of_the_group(meeting, account) or _is_with_whom_it_names(meeting, account)


@dataclass(frozen=True, slots=True)
class Witness:
    """The words of an account: its finding and report (ids), its ISO date, and the sides that tell it with the name of who does."""

    finding: str
    report: str
    span: Span
    told: str
    quote: str
    tellers: frozenset[str]
    who: str


def evidence_from(promise: Undertaking, witness: Witness) -> Evidence:
    """The account as evidence that what was announced was done."""
    standing = standing_of(witness.tellers, promise.by, promise.parties, promise.language)
    return Evidence(
        promise.id, witness.report, witness.span, witness.told, witness.quote, "delivered", standing, witness.who, TOOK_PLACE,
        None, SURE, witness.finding, True, witness.tellers, promise.language,
    )  # fmt: skip


def _is_of_the_group(meeting: Announced, account: Account) -> bool:
    """Whether both are the summit of one group on one day, to which those who undertook it belong."""
    promise, groups = meeting.promise, members_of_groups()
    if account.kind != "summit" or promise.precision != "day":
        return False
    named = _groups(promise.language).findall(promise.action)
    return any(promise.by <= groups.get(group, frozenset()) | account.sides for group in account.sides & set(named))


def _is_with_whom_it_names(meeting: Announced, account: Account) -> bool:
    """Whether those who undertook it took part, with others whom its words name, or where its words say."""
    there = {party.person for party in account.parties if party.person}
    came = {one for one in there if any(same_person(name, one) for name in meeting.principals)}
    if not came:
        return False
    others = [party for party in account.parties if party.person and party.person not in came]
    if any(_is_named(party.person, meeting.promise) for party in others):
        return True
    if not all(any(same_person(name, one) for one in there) for name in meeting.principals):
        return False
    return min(len(came), len(meeting.principals)) > 1 or _is_where_it_goes(account, others, meeting.promise)


def _is_named(person: str, promise: Undertaking) -> bool:
    """Whether the words name a person by a part of the name that may be a surname; "Prime Minister of Norway" is no name."""
    parts = [] if OFFICE in person else re.split(r"[\s,]+", person)
    nobody = _words("nobody", promise.language)
    return any(
        re.search(rf"(?<!\w){re.escape(part)}(?!\w)", promise.action)
        for part in parts
        if len(part) > 2 and part.lower().strip(".") not in nobody
    )


def _is_where_it_goes(account: Account, others: Iterable[Party], promise: Undertaking) -> bool:
    """Whether somebody of a country to which the words go was met in a place that they name, or in that country."""
    if account.place is None or _stems("goes", promise.language).isdisjoint(promise.words.row[:2]):
        return False
    named = countries_named(promise.action, promise.language) - promise.by
    if named.isdisjoint(side for party in others for side in party.sides):
        return False
    return account.place in promise.action or not countries_named(account.place, promise.language).isdisjoint(named)


def _is_afar(action: str, language: str) -> bool:
    return not _words("afar", language).isdisjoint(re.findall(r"[a-z]+", action.lower()))


@cache
def _words(name: str, language: str) -> frozenset[str]:
    return frozenset(read_yaml(language, "matching", "took_place.yaml")[name])


@cache
def _stems(name: str, language: str) -> frozenset[str]:
    return frozenset(stem(word, language) for word in _words(name, language))


@cache
def _groups(language: str) -> re.Pattern[str]:
    """The names of groups of states."""
    names = sorted(load(language).lexicon["meetings"]["groups"], key=lambda name: (-len(name), name))
    return re.compile(rf"(?<![\w-])({'|'.join(map(re.escape, names))})(?![\w-])")
