"""Whom the reader of a brief may meet: who of the other side met, and who holds its offices, as reports of the day say."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING

from readout.asking.brief.answer import Person, Told
from readout.asking.offices import OTHER, is_office, level, ways
from readout.asking.sides import names_of_country
from readout.matching.parties import same_person

if TYPE_CHECKING:
    from readout.ledger.holding import Held
    from readout.ledger.records.record import Detail

SHARED = 2
"""The level of an office from which several may hold one of the same name."""

BEFORE = re.compile(r"^\([^)]*\)\s*")
"""What stands in brackets before an office: a country by its letters ("(PRC) State Councilor")."""


def people(offices: Sequence[Held], meetings: Iterable[Detail], of: str, since: str, most: int) -> tuple[Person, ...]:
    """Persons of a side: those who met last first, then by office; a former holder gives way to whoever is said to hold it later."""
    some = [_person(held, meetings, of) for held in _by_person(offices)]
    kept = [p for p in some if (p.met or p.said or "") >= since and (p.met or _is_known(p))]
    return tuple(sorted(_in_office(kept), key=_rank)[:most])


def _is_known(person: Person) -> bool:
    """Whether somebody who never met is worth a line: a minister, or an official of whom more than one report tells."""
    rank = level(person.title or "")
    return rank < SHARED or (rank < OTHER and person.reports > 1)


def _by_person(offices: Sequence[Held]) -> list[list[Held]]:
    """Offices by who holds them, however the name is written; a surname alone joins whoever is told of most."""
    groups: list[list[Held]] = []
    plausible = [replace(held, holder=held.holder.strip(" ,;:")) for held in offices if is_office(held.title)]
    for held in sorted(plausible, key=lambda h: (-len(h.holder.split()), -h.reports, h.holder, h.title)):
        fitting = [group for group in groups if same_person(group[0].holder, held.holder)]
        if fitting:
            max(fitting, key=lambda group: sum(h.reports for h in group)).append(held)
        else:
            groups.append([held])
    return groups


def _person(held: Sequence[Held], meetings: Iterable[Detail], of: str) -> Person:
    reports: dict[str, int] = {}
    for one in held:
        reports[one.holder] = reports.get(one.holder, 0) + one.reports
    name = max(sorted(reports), key=lambda n: (len(n.split()) > 1, reports[n], len(n)))
    office = max(held, key=lambda h: ((h.last or h.first or "")[:7], h.reports, -len(h.title)))
    met = next(
        (m for m in meetings if any(same_person(str(n), name) for n in m.record.slots.get("participants", ()))), None
    )
    told = (Told(office.report, office.last, None),) if office.report else ()
    if met:
        told = (*told, Told(met.sources[0].report, met.sources[0].date, met.sources[0].span))
    return Person(name, plain(office.title, of), office.last or office.first, sum(reports.values()), told, met.record.date if met else None)  # fmt: skip


def _in_office(some: Sequence[Person]) -> list[Person]:
    """Without those whose office another is said to hold later; who is named once and never met gives way to others first."""
    best: dict[str, Person] = {}
    for one in some:
        title = one.title or ""
        best[title] = max(
            best.get(title, one), one, key=lambda p: (p.reports > 1 or p.met is not None, p.said or "", p.name)
        )
    return [one for one in some if level(one.title or "") >= SHARED or best[one.title or ""] is one]


def _rank(person: Person) -> tuple[object, ...]:
    return level(person.title or ""), person.met is None, -person.reports, person.name


def plain(title: str, of: str) -> str:
    """An office without the country that it is of, which the brief says already, and without how its holder is addressed."""
    named = _named(of)
    bare = title.removesuffix(next((f" {word}" for word in ways("addressed") if title.endswith(f" {word}")), ""))
    return BEFORE.sub("", re.sub(named[1], "", re.sub(named[0], "", bare))).strip() or title


@cache
def _named(of: str) -> tuple[re.Pattern[str], re.Pattern[str]]:
    """A country's names behind an office ("of the Republic of Kazakhstan"), and before it ("Russia's")."""
    forms = "|".join(map(re.escape, names_of_country(of)))
    behind = rf"\s+of (?:the )?(?:Republic of )?(?:{forms})$"
    return re.compile(behind, re.IGNORECASE), re.compile(rf"\b(?:{forms})['’]s\s+", re.IGNORECASE)
