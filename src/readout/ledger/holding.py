"""Who held which office as of a day, by what the reports of that day and imported tables say."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from readout.ledger.actors import joined
from readout.ledger.plain import Connection, Row
from readout.ledger.records.columns import day
from readout.ledger.register import entries


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
    found: dict[tuple[str, str], list[Row]] = {}
    for row in connection.rows(SAID, of=of, until=day(until)):
        found.setdefault((_main(row.holder, groups), row.title), []).append(row)
    home = _homes(connection, of, until)
    said = [_held(*key, of, rows) for key, rows in found.items() if all(home.get(row.holder, of) == of for row in rows)]
    said += _listed(connection, of, until)
    return sorted(said, key=lambda held: (held.last or held.first or "", held.reports, held.holder), reverse=True)


def holders(connection: Connection, until: str) -> list[str]:
    """The names of all to whom reports of a day give an office."""
    return sorted(connection.scalars(HOLDERS, until=day(until)))


HOLDERS = "SELECT DISTINCT name FROM names JOIN holdings ON holdings.holder = names.number WHERE told <= :until"


SAID = """
    SELECT holder.name AS holder, office.name AS title, told, reports.id AS report FROM holdings
    JOIN names AS holder ON holder.number = holdings.holder
    JOIN names AS office ON office.number = holdings.office
    JOIN names AS country ON country.number = holdings.country
    JOIN reports ON reports.number = holdings.report
    WHERE country.name = :of AND told <= :until
"""


def _homes(connection: Connection, of: str, until: str) -> dict[str, str]:
    """The country of which most reports of a day give an office, for each holder of an office of one country."""
    best: dict[str, tuple[int, bool, str]] = {}
    for row in connection.rows(HOMES, of=of, until=day(until)):
        best[row.holder] = max(best.get(row.holder, (0, False, "")), (row.reports, row.of == of, row.of))
    return {name: found for name, (_, _, found) in best.items()}


HOMES = """
    SELECT holder.name AS holder, country.name AS of, count(*) AS reports FROM holdings
    JOIN names AS holder ON holder.number = holdings.holder
    JOIN names AS country ON country.number = holdings.country
    WHERE told <= :until AND country.name <> '' AND holdings.holder IN (
        SELECT holder FROM holdings JOIN names ON names.number = holdings.country WHERE names.name = :of
    )
    GROUP BY holder.name, country.name
"""


def _held(holder: str, title: str, of: str, rows: list[Row]) -> Held:
    ordered = sorted(rows, key=lambda row: (row.told, row.report))
    first, last = ordered[0], ordered[-1]
    return Held(holder, title, of, first.told, last.told, len(rows), last.report)


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
