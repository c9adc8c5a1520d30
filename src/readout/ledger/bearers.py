"""Who bears a name: the persons to whom reports of a day give offices, and whether anybody is told of under a name."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from functools import reduce

from readout.ledger.actors import NAMES_WITH, containing, joined, parted, stands_in
from readout.ledger.plain import Connection
from readout.ledger.records.columns import day
from readout.ledger.records.wanted import named
from readout.ledger.register import entries
from readout.matching.parties import same_person

OPENING = 3
"""Letters of a surname by which those who may bear it are looked up; in what follows transcriptions differ."""

RARE = 20
"""How many times the reports of another must be that one should not ask which of the two is meant."""

INITIALS = re.compile(r"(?:[^\W\d_]\.)+|[^\W\d_]")
"""A word of a name that is initials alone."""


@dataclass(frozen=True, slots=True)
class Bearer:
    """A person with all the names that are one: `name` is the one of most reports, the `names` stand by the alphabet.

    `of` are the countries and bodies whose offices the person is said to hold, `reports` how many reports say so.
    """

    name: str
    names: tuple[str, ...]
    of: frozenset[str]
    reports: int


def bearers(connection: Connection, surname: str, until: str | None, is_alone: Callable[[str], bool]) -> list[Bearer]:
    """The persons who bear a surname, or a first name, by the reports of a day (ISO; None: of all), those of most reports first.

    Two names are one person's where reviewers or tables say so, or where they may be one (`matching.parties.same_person`)
    and hold offices of one country, unless reviewers parted them. Names that are the surname alone (or with a title, as
    `is_alone` says) are those of its only bearer. Two whose middle initials differ are two, and a name without initials that may
    be either's ("George Bush") is both's. Whoever is told of in a few reports, none of which names a country, is
    nobody whom one would confuse with a bearer of many.
    """
    said = sorted(_said(connection, surname, until), key=lambda bearer: (-bearer.reports, bearer.name))
    one, apart = joined(connection), parted(connection)
    persons: list[Bearer] = []
    for bearer in (each for each in said if not is_alone(each.name)):
        whole = replace(bearer, names=tuple(sorted(one.get(bearer.name, {bearer.name}))))
        same = next((other for other in persons if _is_one(whole, other, apart)), None)
        if same:
            persons[persons.index(same)] = _both(same, whole)
        else:
            persons.append(whole)
    persons = [_with_shared(person, persons, apart) for person in persons]
    persons = [person for person in persons if person.of or person.reports * RARE > persons[0].reports]
    if len(persons) > 1:
        return persons
    alone = [bearer for bearer in said if is_alone(bearer.name)]
    return [reduce(_both, [*persons, *alone])] if persons or alone else []


def is_told_of(connection: Connection, name: str, until: str | None) -> bool:
    """Whether reports of a day (ISO; None: any), or imported tables and reviewers, know anybody whose name has this part."""
    if any(stands_in(name, known) for known in (*joined(connection), *entries(connection))):
        return True
    some, by = named(connection, name), " AND told <= :until" if until else ""
    return any(connection.first(f"{query}{by} LIMIT 1", some=some, until=day(until)) for query in (HOLD, ACT))


HOLD = "SELECT holder FROM holdings WHERE holder AMONG :some"
ACT = """
    SELECT facts.number FROM parties
    JOIN facts ON facts.number = parties.record OR (facts.record = parties.record AND facts.record <> facts.number)
    WHERE parties.party AMONG :some
"""


def _said(connection: Connection, surname: str, until: str | None) -> Iterator[Bearer]:
    """Each name that may be the surname's, as reports give it offices; who holds one by a table alone is told of in none."""
    rows = connection.rows(NAMES_WITH, like=containing(surname[:OPENING]))
    some = {number: name for number, name in rows if same_person(name, surname)}
    held: dict[str, dict[str, int]] = {}
    for holder, country, count in connection.rows(HELD, some=some, until=day(until or FOREVER)):
        held.setdefault(some[holder], {})[country] = count
    for name, entry in entries(connection).items():
        if same_person(name, surname):
            held.setdefault(name, {}).update({post.get("of") or "": 0 for post in entry.get("offices", ())})
    for name, counts in held.items():
        yield Bearer(name, (name,), frozenset(counts) - {""}, sum(counts.values()))


FOREVER = "9999-99-99"
HELD = """
    SELECT holder, country.name AS country, count(*) AS reports FROM holdings
    JOIN names AS country ON country.number = holdings.country
    WHERE holder AMONG :some AND told <= :until
    GROUP BY holder, country.name
"""


def _is_one(one: Bearer, other: Bearer, apart: frozenset[frozenset[str]]) -> bool:
    if any(frozenset((this, that)) in apart for this in one.names for that in other.names):
        return False
    if not set(one.names).isdisjoint(other.names):
        return True
    return _agree(one, other) and _may_be_one(one, other)


def _may_be_one(one: Bearer, other: Bearer) -> bool:
    here = not (one.of and other.of) or not one.of.isdisjoint(other.of)
    return here and same_person(one.name, other.name)


def _with_shared(person: Bearer, persons: list[Bearer], apart: frozenset[frozenset[str]]) -> Bearer:
    """A person whom initials alone tell from others: called by a name that has them, and bearing theirs that have none."""
    others = [other for other in persons if other is not person and _may_be_one(person, other)]
    others = [other for other in others if not _agree(person, other)]
    if not others:
        return person
    theirs = {
        name for other in others for name in other.names if not _initials(name) and same_person(person.name, name)
    }
    shared = {name for name in theirs if not any(frozenset((name, own)) in apart for own in person.names)}
    name = max(person.names, key=lambda own: (bool(_initials(own)), own == person.name, own))
    return replace(person, name=name, names=tuple(sorted({*person.names, *shared})))


def _agree(one: Bearer, other: Bearer) -> bool:
    return all(initials_agree(this, that) for this in one.names for that in other.names)


def initials_agree(one: str, other: str) -> bool:
    """Whether the initials behind two first names do not contradict: "George W." is not "George H.W."."""
    short, long = sorted((_initials(one), _initials(other)), key=len)
    return long.startswith(short)


def _initials(name: str) -> str:
    """The initials behind the first name, as letters."""
    behind = name.split()[1:]
    return "".join(letter for word in behind if INITIALS.fullmatch(word) for letter in word if letter.isalpha())


def _both(one: Bearer, other: Bearer) -> Bearer:
    return Bearer(one.name, tuple(sorted({*one.names, *other.names})), one.of | other.of, one.reports + other.reports)
