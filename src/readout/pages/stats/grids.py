"""Counts as grids for a page: a row a pair, a strength or an outlet, a column a month, an outcome or a kind."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from math import log

from readout.asking.due import STRENGTHS
from readout.asking.stats import Stats
from readout.model import KIND_NAMES
from readout.pages.phrasing import MONTHS, one_line, shortened

MOST_ROWS, MOST_MONTHS, LONGEST_NAME = 14, 18, 44
MANY_YEARS = 3
"""Years in a row without a meeting that are one column."""
SHADES = 5
"""Shades of a cell, from few to many."""


@dataclass(frozen=True, slots=True)
class Cell:
    """A count with its shade, 1 to SHADES; 0 for none."""

    count: int
    shade: int


@dataclass(frozen=True, slots=True)
class Row:
    """A row by its name, its cells in the order of the columns, and what they sum up to."""

    name: str
    cells: tuple[Cell, ...]
    total: int


@dataclass(frozen=True, slots=True)
class Grid:
    """Rows under the heads of their columns; `left` says how many rows more there are."""

    heads: tuple[str, ...]
    rows: tuple[Row, ...]
    left: int = 0


def meetings(stats: Stats) -> Grid:
    """Who met whom when: by month, or by year where there are many months; many years without a meeting are one column."""
    months = sorted({month for *_, month, _ in stats.pairs if len(month) == len("2024-05")})
    by_year = len(_every_month(months)) > MOST_MONTHS
    counts: Counter[tuple[str, str]] = Counter()
    for one, other, month, count in stats.pairs:
        counts[f"{one} – {other}", month[:4] if by_year else month] += count
    years = _years({int(month[:4]) for month in months}) if by_year else []
    columns = years or _every_month(months)
    return _grid(counts, columns, [column if by_year else _month(column) for column in columns])


def outcomes(stats: Stats) -> Grid:
    """What came of commitments, by the strength of their wording."""
    counts = {(strength, outcome): count for strength, outcome, count in stats.outcomes}
    totals: Counter[str] = Counter()
    for _, outcome, count in stats.outcomes:
        totals[outcome] += count
    columns = sorted(totals, key=lambda outcome: (outcome != "no later report", -totals[outcome], outcome))
    return _grid(counts, columns, columns, [*STRENGTHS, "no strength"])


def telling(stats: Stats) -> Grid:
    """What outlets tell, by kind."""
    counts: Counter[tuple[str, str]] = Counter()
    for outlet, _, kind, count in stats.telling:
        counts[outlet or "no outlet", kind] += count
    return _grid(counts, KIND_NAMES, [kind if kind == "progress" else f"{kind}s" for kind in KIND_NAMES])


def _grid(
    counts: Mapping[tuple[str, str], int], columns: Sequence[str], heads: Sequence[str], order: Sequence[str] = ()
) -> Grid:
    totals: Counter[Hashable] = Counter()
    for (name, _), count in counts.items():
        totals[name] += count
    names = [name for name in order if totals[name]] or sorted(
        {name for name, _ in counts}, key=lambda name: (-totals[name], name)
    )
    most = max(counts.values(), default=1)
    rows = [
        Row(shortened(one_line(name), LONGEST_NAME), _cells((counts.get((name, c), 0) for c in columns), most), totals[name])
        for name in names[:MOST_ROWS]
    ]  # fmt: skip
    return Grid(tuple(heads), tuple(rows), max(len(names) - MOST_ROWS, 0))


def _cells(counts: Iterable[int], most: int) -> tuple[Cell, ...]:
    """Cells, darker for more, on a logarithmic scale."""
    return tuple(Cell(n, 1 + round((SHADES - 1) * log(n) / log(max(most, 2))) if n else 0) for n in counts)


def _years(some: Collection[int]) -> list[str]:
    """Every year from the first to the last of some; where many between two of them are not among them, those stand together."""
    found: list[str] = []
    for before, year in pairwise([min(some) - 1, *sorted(some)]):
        between = list(map(str, range(before + 1, year)))
        found += [f"{between[0]}–{between[-1]}"] if len(between) >= MANY_YEARS else between
        found.append(str(year))
    return found


def _every_month(some: Sequence[str]) -> list[str]:
    """Every month from the first to the last of some that are in order."""
    if not some:
        return []
    first, last = (int(month[:4]) * 12 + int(month[5:]) - 1 for month in (some[0], some[-1]))
    return [f"{number // 12:04}-{number % 12 + 1:02}" for number in range(first, last + 1)]


def _month(month: str) -> str:
    return f"{MONTHS[int(month[5:]) - 1][:3]} {month[:4]}"
