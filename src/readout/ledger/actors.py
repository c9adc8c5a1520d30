"""Actors over time: who held which office when, by the reports' own words and by tables that were imported."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import islice
from typing import Any

from readout.ledger.decisions import decisions_of, standing
from readout.ledger.plain import Connection
from readout.ledger.records.columns import day
from readout.ledger.register import added_up, entries

MOST_NAMES = 400
"""Names with a part, of which actors are listed."""


@dataclass(frozen=True, slots=True)
class Tenure:
    """An office and when: `first` and `last` are ISO dates, of the reports that say so or of the table (None: open).

    `reports` is how many reports say so, 0 where only a table does.
    """

    title: str
    of: str | None
    first: str | None
    last: str | None
    reports: int


@dataclass(frozen=True, slots=True)
class KnownActor:
    """Someone whom the ledger knows: all names that are one, offices in order of time, and ids where they were imported."""

    name: str
    aliases: tuple[str, ...] = ()
    offices: tuple[Tenure, ...] = ()
    wikidata: str | None = None


def joined(connection: Connection) -> dict[str, frozenset[str]]:
    """The names that are one actor, by each of them: as reviewers joined and parted them, and as tables name aliases or give
    one Wikidata id."""
    pairs: dict[frozenset[str], bool] = {}
    numbered: dict[str, str] = {}
    for name, entry in entries(connection).items():
        same = numbered.setdefault(entry.get("wikidata") or name, name)
        pairs.update({frozenset((name, other)): True for other in (*entry["aliases"], same) if other != name})
    return _groups(pairs | _decided(connection))


def one_names(connection: Connection) -> dict[str, str]:
    """The name by which meetings are compared, for each name that reviewers joined with another: the first by the alphabet."""
    return {name: min(group) for name, group in _groups(_decided(connection)).items()}


def parted(connection: Connection) -> frozenset[frozenset[str]]:
    """Pairs of names of which reviewers said that they are two actors'."""
    return frozenset(pair for pair, one in _decided(connection).items() if not one)


def is_borne(connection: Connection, name: str) -> bool:
    """Whether anybody here bears a name: in a record, in an office, in an imported table, or joined with another name."""
    if "|" not in name and connection.first(BORNE, name=name):
        return True
    return name in joined(connection) or name in entries(connection)


BORNE = """
    SELECT number FROM names
    WHERE name = :name
    AND (EXISTS (SELECT 1 FROM parties WHERE party = names.number) OR EXISTS (SELECT 1 FROM holdings WHERE holder = names.number))
"""


def names_with(connection: Connection, part: str) -> Iterator[tuple[int, str]]:
    """The numbers and names of all, but pairs, in whose names a part stands."""
    yield from (
        (row.number, row.name)
        for row in connection.rows(NAMES_WITH, like=containing(part))
        if stands_in(part, row.name)
    )


NAMES_WITH = r"SELECT number, name FROM names WHERE lower(name) LIKE :like ESCAPE '/' AND name NOT LIKE '%|%'"


def containing(part: str) -> str:
    """What a name in lower case is LIKE that has a part."""
    return f"%{part.lower().translate(ESCAPED)}%"


ESCAPED = str.maketrans({sign: f"/{sign}" for sign in "/%_"})


def stands_in(part: str, name: str) -> bool:
    """Whether a part of a name, in whatever case, stands in it from the beginning of a word on: "Putni" is none of "Sputnik V"."""
    letter_before = r"(?<![^\W_])" if part[:1].isalnum() else ""
    return re.search(letter_before + re.escape(part.lower()), name.lower()) is not None


def _decided(connection: Connection) -> dict[frozenset[str], bool]:
    """What reviewers said of two names: that they are one, or two."""
    said = standing(decisions_of(connection, ("join", "part", "withdraw")))
    return {frozenset((d.target, d.other or "")): d.verb == "join" for d in said}


def _groups(pairs: Mapping[frozenset[str], bool]) -> dict[str, frozenset[str]]:
    groups: dict[str, set[str]] = {}
    for pair, one in sorted(pairs.items(), key=lambda item: sorted(item[0])):
        if one:
            whole = set(pair).union(*(groups.get(name, set()) for name in pair))
            groups.update(dict.fromkeys(whole, whole))
    return {name: frozenset(group) for name, group in groups.items()}


def known(connection: Connection, part: str | None = None, limit: int = 50) -> list[KnownActor]:
    """The actors whose offices or ids the ledger knows, whose name has this part; those of most reports first."""
    groups = joined(connection)
    held = _held(connection, _names_like(connection, part, groups) if part else None, limit)
    listed = entries(connection)
    found: dict[str, KnownActor] = {}
    for name in [*held, *(n for n in listed if part is None or stands_in(part, n))]:
        group = groups.get(name, frozenset((name,)))
        first = next(iter(sorted(group & set(listed)))) if group & set(listed) else _main(group, held)
        if first not in found and len(found) < limit:
            found[first] = _actor(first, group, held, listed)
    return list(found.values())


def tenures(connection: Connection, names: Collection[str], until: str | None) -> list[Tenure]:
    """The offices of whoever bears these names, by the reports of a day (ISO; None: of all) and by imported tables."""
    listed = (entry for name, entry in entries(connection).items() if name in names)
    rows = connection.rows(OF_NAMES, some=sorted(names), until=day(until or FOREVER))
    return [*(Tenure(r.title, r.of or None, r.first, r.last, r.reports) for r in rows), *map(_post, _posts(listed))]


FOREVER = "9999-99-99"


def _posts(listed: Iterable[Mapping[str, Any]]) -> Iterator[Mapping[str, Any]]:
    for entry in listed:
        yield from entry.get("offices", ())


def _post(said: Mapping[str, Any]) -> Tenure:
    return Tenure(said["title"], said.get("of"), said.get("start"), said.get("end"), 0)


def _actor(name: str, group: Iterable[str], held: Mapping[str, list[Tenure]], listed: Mapping[str, Any]) -> KnownActor:
    entry = added_up(listed[one] for one in sorted(group) if one in listed)
    offices = [tenure for other in sorted(group) for tenure in held.get(other, ())]
    posts = [_post(said) for said in entry.get("offices", ())]
    ordered = sorted((*offices, *posts), key=lambda t: (t.first or "", t.title, t.of or ""))
    aliases = tuple(sorted(set(group) - {name}))
    return KnownActor(name, aliases, tuple(ordered), entry.get("wikidata"))


def _main(group: Iterable[str], held: Mapping[str, list[Tenure]]) -> str:
    return max(sorted(group), key=lambda name: sum(tenure.reports for tenure in held.get(name, ())))


def _names_like(connection: Connection, part: str, groups: Mapping[str, frozenset[str]]) -> set[str]:
    found = {name for _, name in islice(names_with(connection, part), MOST_NAMES)}
    found.update(name for name in groups if stands_in(part, name))
    return found.union(*(groups.get(name, frozenset()) for name in found))


def _held(connection: Connection, wanted: set[str] | None, limit: int) -> dict[str, list[Tenure]]:
    """The offices by holder, holders of most reports first."""
    which, asked = (OF_MOST, {"most": limit * 2}) if wanted is None else (OF_SOME, {"some": sorted(wanted)})
    found: dict[str, list[Tenure]] = {}
    for row in connection.rows(HELD.format(which=which), **asked):
        found.setdefault(row.name, []).append(Tenure(row.title, row.of or None, row.first, row.last, row.reports))
    ordered = sorted(found.items(), key=lambda item: (-sum(t.reports for t in item[1]), item[0]))
    return dict(ordered)


HELD = """
    SELECT holder.name AS name, office.name AS title, country.name AS of, held.first, held.last, held.reports
    FROM (
        SELECT holdings.holder, office, country, min(told) AS first, max(told) AS last, count(*) AS reports
        FROM holdings
        WHERE {which}
        GROUP BY holdings.holder, office, country
    ) AS held
    JOIN names AS holder ON holder.number = held.holder
    JOIN names AS office ON office.number = held.office
    JOIN names AS country ON country.number = held.country
"""
OF_MOST = "holdings.holder IN (SELECT holder FROM holdings GROUP BY holder ORDER BY count(*) DESC LIMIT :most)"
OF_SOME = "holdings.holder IN (SELECT number FROM names WHERE name AMONG :some)"
OF_NAMES = HELD.format(which=f"{OF_SOME} AND told <= :until")
