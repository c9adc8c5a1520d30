"""Counts as tables: the same rows in the terminal, in Markdown and in CSV."""

from __future__ import annotations

import csv
import io
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from readout.asking.stats import Stats
from readout.pages.due.markdown import escaped
from readout.pages.due.saying import figure, many
from readout.pages.phrasing import day, one_line

WARNING = "Strength is how it was said, never how likely it is to be done. Silence is not an outcome."


Cell = str | int | float


@dataclass(frozen=True, slots=True)
class Table:
    """A table with its name, what it is to be read against, the heads of its columns, and all its rows."""

    name: str
    title: str
    against: str
    heads: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]


def about(stats: Stats) -> str:
    """As of which day, of whom and when, and from how many reports."""
    said = [
        f"As of {day(stats.as_of)}",
        f", since {day(stats.since)}" if stats.since else "",
        f", until {day(stats.until)}" if stats.until else "",
        f": what {many(stats.reports, 'report')} in this ledger tell",
        f" of what is between {stats.pair[0]} and {stats.pair[1]}" if stats.pair else "",
        f" of {one_line(stats.actor)}" if stats.actor else "",
    ]
    return "".join(said)


def tables(stats: Stats) -> tuple[Table, ...]:
    """All tables of an answer."""
    return (_meetings(stats), _places(stats), _outcomes(stats), _checkable(stats), _telling(stats))


def _meetings(stats: Stats) -> Table:
    undated = f" {figure(stats.undated)} more have no known day and are counted nowhere here." if stats.undated else ""
    against = f"{many(stats.meetings, 'meeting')} of a known day.{undated} Pairs are counted of meetings of at most eight sides."
    return Table("meetings", "Meetings by pair", against, ("side", "side", "month", "meetings"), stats.pairs)


def _places(stats: Stats) -> Table:
    mapped = sum(place.count for place in stats.places if place.at)
    against = (
        f"{figure(stats.placed)} of {many(stats.meetings, 'meeting')} name a place; {figure(mapped)} a place with known "
        "coordinates (a country alone is no point)."
    )
    rows = tuple((p.name, p.at[1] if p.at else "", p.at[0] if p.at else "", p.count) for p in stats.places)
    return Table("places", "Where meetings were held", against, ("place", "latitude", "longitude", "meetings"), rows)


def _outcomes(stats: Stats) -> Table:
    total = sum(count for *_, count in stats.outcomes)
    told = sum(count for _, outcome, count in stats.outcomes if outcome != "no later report")
    against = f"{many(total, 'commitment')}, umbrellas left out; a later report tells of {figure(told)}. {WARNING}"
    heads = ("strength", "outcome", "commitments")
    return Table("outcomes", "Commitments by strength and outcome", against, heads, stats.outcomes)


def _checkable(stats: Stats) -> Table:
    rows = tuple((name, c.undertaken, c.checkable, c.dated, c.checked, c.umbrellas) for name, c in stats.undertaken)
    heads = (
        "strength",
        "commitments",
        "checkable",
        "with a deadline ahead",
        "checkable and told of later",
        "umbrellas beside",
    )
    against = "Only what can be checked can be told to be done or not."
    return Table("checkable", "How many commitments can be checked", against, heads, rows)


def _telling(stats: Stats) -> Table:
    against = "Findings in the reports of an outlet that concern a country; one that concerns several counts for each."
    heads = ("outlet", "country", "kind", "findings")
    return Table("telling", "Who reports what", against, heads, stats.telling)


def summed(table: Table, columns: Sequence[int], most: int) -> list[tuple[Cell, ...]]:
    """The rows of a table with the columns that are kept, the last one summed, the most first."""
    found: Counter[tuple[Cell, ...]] = Counter()
    for row in table.rows:
        found[tuple(row[column] for column in columns)] += int(row[-1])
    ordered = sorted(found.items(), key=lambda item: (-item[1], tuple(map(str, item[0]))))
    return [(*key, count) for key, count in ordered[:most]]


def short(table: Table, most: int) -> tuple[tuple[str, ...], list[tuple[Cell, ...]]]:
    """Heads and rows as people read them: what is long is summed up and cut."""
    columns = {"meetings": (0, 1), "telling": (0, 2), "places": (0,)}.get(table.name)
    if columns is None:
        return table.heads, list(table.rows)
    return (*(table.heads[column] for column in columns), table.heads[-1]), summed(table, columns, most)


def csv_text(table: Table) -> str:
    """One table as CSV with a heading row."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(table.heads)
    writer.writerows(table.rows)
    return out.getvalue()


def markdown(stats: Stats, most: int) -> str:
    """All tables as one Markdown text, long ones summed up."""
    lines = ["# Figures", "", f"{about(stats)}.", ""]
    for table in tables(stats):
        heads, rows = short(table, most)
        lines += [f"## {table.title}", "", table.against, "", *_grid(heads, rows), ""]
    return "\n".join(lines)


def _grid(heads: Sequence[str], rows: Iterable[tuple[Cell, ...]]) -> Iterable[str]:
    yield f"| {' | '.join(heads)} |"
    yield f"|{'---|' * (len(heads) - 1)}---:|"
    for row in rows:
        yield f"| {' | '.join(figure(cell) if isinstance(cell, int) else escaped(str(cell)) for cell in row)} |"
