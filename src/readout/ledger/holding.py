"""Who held which office as of a day, by what the reports of that day and imported tables say."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, Row, func, select

from readout.ledger.actors import joined
from readout.ledger.records.columns import day, iso
from readout.ledger.records.tables import holdings, names
from readout.ledger.register import entries
from readout.ledger.tables import reports


@dataclass(frozen=True, slots=True)
class Held:
    """An office of a country or body and its holder. `first` and `last` are the ISO dates of the first and the last report
    that says so, `reports` how many do, `report` is the id of the last; where only a table says so, `first` is its date."""

    holder: str
    title: str
    of: str
    first: str | None
    last: str | None
    reports: int
    report: str | None


def offices_of(connection: Connection, of: str, until: str) -> list[Held]:
    """The offices of a country or body that anybody is said to hold by a day, those said last first.

    Whoever is said more often to hold one of another country is not among them. A table's office counts where it had begun
    by then and had not ended.
    """
    groups = joined(connection)
    found: dict[tuple[str, str], list[Row[Any]]] = {}
    for row in connection.execute(_said(of, until)):
        found.setdefault((_main(row.holder, groups), row.title), []).append(row)
    home = _homes(connection, of, until)
    said = [_held(*key, of, rows) for key, rows in found.items() if all(home.get(row.holder, of) == of for row in rows)]
    said += _listed(connection, of, until)
    return sorted(said, key=lambda held: (held.last or held.first or "", held.reports, held.holder), reverse=True)


def holders(connection: Connection, until: str) -> list[str]:
    """The names of all to whom reports of a day give an office."""
    query = select(names.c.name).join(holdings, holdings.c.holder == names.c.number)
    return sorted(set(connection.execute(query.where(holdings.c.told <= day(until))).scalars()))


def _said(of: str, until: str) -> Any:
    holder, office, country = names.alias(), names.alias(), names.alias()
    return (
        select(holder.c.name.label("holder"), office.c.name.label("title"), holdings.c.told, reports.c.id.label("report"))
        .select_from(holdings)
        .join(holder, holder.c.number == holdings.c.holder)
        .join(office, office.c.number == holdings.c.office)
        .join(country, country.c.number == holdings.c.country)
        .join(reports, reports.c.number == holdings.c.report)
        .where(country.c.name == of, holdings.c.told <= day(until))
    )  # fmt: skip


def _homes(connection: Connection, of: str, until: str) -> dict[str, str]:
    """The country of which most reports of a day give an office, for each holder of an office of one country."""
    holder, country = names.alias(), names.alias()
    some = select(holdings.c.holder).join(country, country.c.number == holdings.c.country).where(country.c.name == of)
    query = (
        select(holder.c.name.label("holder"), country.c.name.label("of"), func.count().label("reports"))
        .select_from(holdings)
        .join(holder, holder.c.number == holdings.c.holder)
        .join(country, country.c.number == holdings.c.country)
        .where(holdings.c.holder.in_(some), holdings.c.told <= day(until), country.c.name != "")
        .group_by(holder.c.name, country.c.name)
    )
    best: dict[str, tuple[int, bool, str]] = {}
    for row in connection.execute(query):
        best[row.holder] = max(best.get(row.holder, (0, False, "")), (row.reports, row.of == of, row.of))
    return {name: found for name, (_, _, found) in best.items()}


def _held(holder: str, title: str, of: str, rows: list[Row[Any]]) -> Held:
    ordered = sorted(rows, key=lambda row: (row.told, row.report))
    first, last = ordered[0], ordered[-1]
    return Held(holder, title, of, iso(first.told), iso(last.told), len(rows), last.report)


def _listed(connection: Connection, of: str, until: str) -> list[Held]:
    return [
        Held(name, post["title"], of, post.get("start"), None, 0, None)
        for name, entry in sorted(entries(connection).items())
        for post in entry.get("offices", ())
        if post.get("of") == of and (post.get("start") or "") <= until and (post.get("end") or "9999") > until
    ]


def _main(name: str, groups: Mapping[str, frozenset[str]]) -> str:
    """The fullest of the names that are one."""
    return max(sorted(groups.get(name, frozenset((name,)))), key=len)
