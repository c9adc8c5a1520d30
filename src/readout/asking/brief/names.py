"""How a brief writes its persons: one name each, however reports write it, and of two sides the reader's own first."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from readout.asking.sides import is_country, is_organisation
from readout.matching.parties import same_person

if TYPE_CHECKING:
    from readout.asking.brief.answer import Brief, Line, Person, Section
    from readout.ledger.records.record import Detail

RARER = 5
"""How much rarer the others who bear a surname are, where it alone means one of them."""
ROLES = ("participants", "speaker", "by", "to", "proposer")


class Names:
    """One name for each person, the one that most records write in full; a surname that two bear as often stays as it is."""

    def __init__(self, details: Iterable[Detail], persons: Iterable[str]) -> None:
        counts = Counter(str(n) for d in details for role in ROLES for n in d.record.slots.get(role, ()))
        self._written = counts + Counter(dict.fromkeys(persons, 1))
        self._groups = _grouped(sorted(filter(_is_full, self._written), key=lambda n: (-self._written[n], n)))
        self._known: dict[str, str] = {}

    def of(self, name: str) -> str:
        """The name by which a brief calls whoever is written so."""
        if name not in self._known:
            self._known[name] = self._bearer(name) if _may_be(name) else name
        return self._known[name]

    def _bearer(self, name: str) -> str:
        bearers = {
            group[0]: sum(map(self._written.__getitem__, group)) for group in self._groups if _bears(group, name)
        }
        first, second = (*sorted(bearers.values(), reverse=True), 0, 0)[:2]
        return max(bearers, key=lambda one: bearers[one]) if first > second * RARER else name


def _grouped(names: Sequence[str]) -> list[list[str]]:
    groups: list[list[str]] = []
    for name in names:
        fitting = [group for group in groups if all(same_person(name, one) for one in group)]
        if len(fitting) == 1:
            fitting[0].append(name)
        elif not fitting:
            groups.append([name])
    return groups


def _bears(group: Sequence[str], name: str) -> bool:
    return name in group if _is_full(name) else any(same_person(name, one) for one in group)


def _is_full(name: str) -> bool:
    return " " in name and _may_be(name)


def _may_be(name: str) -> bool:
    return not (is_country(name) or is_organisation(name))


def named_alike(brief: Brief, names: Names) -> Brief:
    """The brief with one name for each person in all its lines."""
    sides = (brief.own, brief.other)
    parts: dict[str, Any] = {name: _section(part, names, sides) for name, part in _sections(brief).items()}
    topics = tuple(replace(t, lines=tuple(_line(one, names, sides) for one in t.lines)) for t in brief.topics)
    people: tuple[Person, ...] = tuple(replace(one, name=names.of(one.name)) for one in brief.people)
    last = _line(brief.last, names, sides) if brief.last else None
    led = tuple(replace(one, found=_section(one.found, names, sides)) for one in brief.led)
    return replace(brief, people=people, last=last, topics=topics, led=led, **parts)


def _sections(brief: Brief) -> Mapping[str, Section]:
    shown = ("agreed", "others", "theirs", "ours", "joint", "delivered", "asked_of_us", "asked_of_them", "said")
    return {name: getattr(brief, name) for name in shown}


def _section(part: Section, names: Names, sides: tuple[str | None, str]) -> Section:
    return replace(part, lines=tuple(_line(one, names, sides) for one in part.lines))


def _line(one: Line, names: Names, sides: tuple[str | None, str]) -> Line:
    who = tuple(dict.fromkeys(names.of(name) for name in one.who))
    if set(who) == set(sides):
        who = tuple(side for side in sides if side)
    return replace(one, who=who, to=tuple(dict.fromkeys(names.of(name) for name in one.to)))
