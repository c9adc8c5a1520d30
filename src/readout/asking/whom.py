"""Who is meant by a name that somebody typed, as a ledger knows them on a day; nobody's name is refused with those near it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from difflib import get_close_matches
from typing import TYPE_CHECKING

from readout.asking.offices import is_office, ways
from readout.asking.sides import is_body, is_country, is_organisation, named_for, side
from readout.ledger.bearers import Bearer
from readout.matching.parties import same_person, surname
from readout.model import NotInLedger

if TYPE_CHECKING:
    from readout.ledger import Ledger
    from readout.ledger.pursuing import Pursued
    from readout.ledger.records.wanted import Named

SHOWN = 5
"""Bearers of one surname that a question back names."""

NEAR = 0.7
"""How like a typed name another must be to be meant by it (`difflib`'s ratio)."""

ALL_DAYS = "9999-12-31"


@dataclass(frozen=True, slots=True)
class Whom:
    """Whom a question is about: the name as it is shown, and as the ledger is asked (`names`; `whole`: that name alone).

    A question about nobody has no names. `of` are the countries and bodies whose offices a person holds; None for whoever is no person.
    """

    name: str | None = None
    names: Named | None = None
    whole: bool = False
    of: frozenset[str] | None = None


NOBODY = Whom()


def whom(ledger: Ledger, written: str | None, on: str | None) -> Whom:
    """Who is meant: a country or organisation, the one who bears a surname, or all in whose names the words stand.

    Nobody is, where no name is written.

    Raises NotInLedger for a name that neither the lexicon nor any report of the day (ISO; None: any day) knows, and for one
    that several persons bear.
    """
    if not written or not written.strip():
        return NOBODY
    name = side(written)
    if is_country(name) or is_organisation(name):
        return Whom(name, name, True)
    plain = _plain(name)
    persons = _persons(ledger, plain, on) or (_persons(ledger, name, on) if name != plain else [])
    if len(persons) > 1:
        raise NotInLedger(_which(written, persons))
    if persons:
        names = dict.fromkeys((*persons[0].names, name))
        return Whom(persons[0].name, (*names, *_honoured(ledger, names, on)), of=persons[0].of)
    listed = _listed(plain, on)
    if is_body(name) or ledger.is_told_of(name, on):
        one = listed[0] if len(listed) == 1 else None
        theirs = tuple(each for each in ledger.names_with(name) if same_person(each, one.name or "")) if one else ()
        return replace(one, names=theirs) if one and theirs else Whom(name, name)
    if not listed:
        raise NotInLedger(_unknown(ledger, written, on))
    if len(listed) > 1:
        raise NotInLedger(_which(written, [Bearer(one.name or "", (), one.of or frozenset(), 0) for one in listed]))
    return listed[0]


def _listed(name: str, on: str | None) -> list[Whom]:
    """Those whom the table of offices knows by a name, in office by a day: reports may tell of what they headed without naming them."""
    from readout.asking.leading import incumbents

    of: dict[str, set[str]] = {}
    for row in incumbents([name]):
        if on is None or row.start <= on:
            of.setdefault(row.person, set()).add(row.country)
    return [Whom(person, (person,), of=frozenset(countries)) for person, countries in of.items()]


def sides(ledger: Ledger, pair: tuple[str, str] | None, on: str | None) -> tuple[str, str] | None:
    """Both sides of a pair as the ledger writes them. Raises NotInLedger as `whom` does, and for one side named twice."""
    if pair is None:
        return None
    one, other = (whom(ledger, written, on).name or "" for written in pair)
    if one == other:
        raise NotInLedger(f"{','.join(pair)}: one side, {one}. Name two, or ask about an actor.")
    return one, other


def pursued(ledger: Ledger, asked: Pursued) -> tuple[Whom, Pursued]:
    """Whom a question about the ledger's course is about, and the question in the ledger's words. Raises NotInLedger."""
    if not isinstance(asked.actor, str | None):
        return Whom(asked.actor[0], asked.actor), asked
    actor = whom(ledger, asked.actor, asked.as_of)
    pair = sides(ledger, asked.pair, asked.as_of)
    return actor, replace(asked, actor=actor.names, whole=actor.whole, pair=pair)


def check_known(ledger: Ledger, written: str, on: str | None) -> None:
    """Raises NotInLedger for a name that neither the lexicon nor any report of the day knows."""
    name = side(written)
    known = is_country(name) or is_organisation(name) or ledger.is_told_of(name, on)
    if not (known or is_body(name)):
        raise NotInLedger(_unknown(ledger, written, on))


def _persons(ledger: Ledger, name: str, on: str | None) -> list[Bearer]:
    """Those who bear a surname, or a whole name."""
    persons = ledger.bearers(surname(name), on, _is_alone)
    return [each for each in persons if " " not in name or name.lower() in map(str.lower, each.names)]


def _plain(name: str) -> str:
    """A name without what stands behind it in honour of its bearer."""
    return next((name.removesuffix(mark) for mark in ways("honoured") if name.lower().endswith(mark)), name)


def _honoured(ledger: Ledger, names: Iterable[str], on: str | None) -> list[str]:
    """The same names as reports of the day write them in honour of their bearer, where any does."""
    surnames = {surname(name) for name in names}
    marks = [
        mark for mark in sorted(ways("honoured")) if any(ledger.is_told_of(f"{one}{mark}", on) for one in surnames)
    ]
    return [f"{name}{mark}" for mark in marks for name in names if not name.endswith(mark)]


def _is_alone(name: str) -> bool:
    """Whether a person's name is a surname alone, or with a title: "Chancellor Scholz"."""
    *before, _ = name.split()
    return not before or is_office(" ".join(before))


def _which(written: str, persons: Sequence[Bearer]) -> str:
    shown = ", ".join(map(_presented, persons[:SHOWN]))
    more = f", and {len(persons) - SHOWN} more" if len(persons) > SHOWN else ""
    return f"{written}: {len(persons)} persons bear this name: {shown}{more}. Write the whole name of one."


def _presented(person: Bearer) -> str:
    return f"{person.name} ({', '.join(sorted(person.of))})" if person.of else person.name


def _unknown(ledger: Ledger, written: str, on: str | None) -> str:
    near = _near(ledger, side(written), on)
    hint = f" Did you mean {' or '.join(near)}?" if near else " `readout list actors` shows whom the ledger knows."
    return f"{written}: neither a country nor anybody of whom a report tells{f' by {on}' if on else ''}.{hint}"


def _near(ledger: Ledger, name: str, on: str | None) -> list[str]:
    """Names that may have been meant: the country of a capital or people, or what is written almost so, whole or as a surname."""
    holders = ledger.holders(on or ALL_DAYS)
    surnames = {last.lower(): last for last in map(surname, holders)}
    known = surnames | {holder.lower(): holder for holder in holders} | named_for()
    if name.lower() in known:
        return [known[name.lower()]]
    return list(dict.fromkeys(known[one] for one in get_close_matches(name.lower(), known, n=3, cutoff=NEAR)))
