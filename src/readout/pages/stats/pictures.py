"""Counts as pictures (SVG or PNG) by matplotlib: the same counts give the same bytes.

Counts are one blue from light to dark, so that no kind of colour vision is at a loss, and cells show their numbers where they
can hold them.
"""

from __future__ import annotations

import io
from collections import Counter
from collections.abc import Callable, Sequence
from itertools import pairwise
from typing import Any, Literal

from readout.asking.due import STRENGTHS
from readout.asking.stats import Stats
from readout.model import KIND_NAMES, MissingInput
from readout.pages.phrasing import day, shortened
from readout.pages.stats.atlas import world
from readout.pages.stats.circle import circle
from readout.pages.stats.tables import WARNING

Form = Literal["svg", "png"]
INK, SOFT, PAPER = "#1d1c1a", "#5f5b54", "#fbfaf6"
BLUES = ("#dfe8f5", "#7ba3d6", "#2458a6", "#0d2c5c")
NEEDED = "Pictures need the package matplotlib. Install it: pip install 'readout-ledger[plots]'"
MOST_PAIRS, MOST_OUTLETS, LONGEST_NAME = 18, 12, 34
MONTH = len("2024-05")
STYLE: Any = {
    "svg.hashsalt": "readout", "svg.fonttype": "path", "font.family": "DejaVu Sans", "font.size": 10,
    "figure.facecolor": PAPER, "axes.facecolor": PAPER, "text.color": INK, "axes.labelcolor": INK, "axes.edgecolor": SOFT,
    "xtick.color": INK, "ytick.color": INK, "axes.titlesize": 13, "axes.titlelocation": "left",
}  # fmt: skip


def pictures(stats: Stats, form: Form = "svg") -> dict[str, bytes]:
    """Every picture by its name. Raises MissingInput without matplotlib."""
    draw: dict[str, Callable[[Any, Stats], None]] = {
        "meetings": meetings, "outcomes": _outcomes, "telling": _telling, "graph": circle, "map": world,
    }  # fmt: skip
    return {name: drawn(stats, one, form) for name, one in draw.items()}


def drawn(stats: Stats, draw: Callable[[Any, Stats], None], form: Form) -> bytes:
    """One picture as bytes that hold no date and no random number."""
    try:
        from matplotlib import rc_context
        from matplotlib.figure import Figure
    except ImportError:
        raise MissingInput(NEEDED) from None
    out = io.BytesIO()
    with rc_context(STYLE):
        figure = Figure(layout="constrained")
        draw(figure, stats)
        metadata = {"Date": None, "Creator": "Readout"} if form == "svg" else {"Software": "Readout"}
        figure.savefig(out, format=form, metadata=metadata, dpi=144)
    return out.getvalue()


def meetings(figure: Any, stats: Stats) -> None:
    """Pairs that met most, by month; years in which, and beside which, none of them met are left out."""
    pairs = [(one, other) for one, other, _ in stats.met()[:MOST_PAIRS]]
    found = [month for one, other, month, _ in stats.pairs if (one, other) in pairs and len(month) == MONTH]
    months = _months(found or [stats.as_of[:7]])
    counts = {(one, other, month): n for one, other, month, n in stats.pairs}
    rows = [[counts.get((*pair, month), 0) for month in months] for pair in pairs]
    figure.set_size_inches(11, 1.6 + 0.3 * len(pairs))
    axes = _grid(figure, rows, [shortened(f"{one} – {other}", LONGEST_NAME) for one, other in pairs])
    shown = [n for n, month in enumerate(months) if month.endswith("-01") or len(months) <= 24]
    axes.set_xticks(
        shown, [months[n][:4] if len(months) > 24 else months[n] for n in shown], rotation=0 if len(months) > 24 else 60
    )
    said = f"{stats.meetings:,} meetings of a known day; the {len(pairs)} pairs that met most"
    for place, years in _left_out(months).items():
        axes.axvline(place - 0.5, color=SOFT, linewidth=1, linestyle=(0, (1, 2)))
        said += f"; {years}, when none of these met, left out (dotted)"
    axes.set_title(f"Meetings by pair and month, as of {day(stats.as_of)}")
    axes.set_xlabel(said, color=SOFT)


def _months(some: list[str]) -> list[str]:
    """Every month from the first to the last of some, but for those of years in which, and beside which, nothing was."""
    found = sorted(some)
    (first, last) = (int(m[:4]) * 12 + int(m[5:]) - 1 for m in (found[0], found[-1]))
    near = {int(month[:4]) + by for month in found for by in (-1, 0, 1)}
    return [f"{n // 12:04}-{n % 12 + 1:02}" for n in range(first, last + 1) if n // 12 in near]


def _left_out(months: list[str]) -> dict[int, str]:
    """The years that are left out, as words ("2014", "2012 to 2019"), by the places of the months behind them."""
    found: dict[int, str] = {}
    for place, (before, month) in enumerate(pairwise(months), start=1):
        first, last = int(before[:4]) + 1, int(month[:4]) - 1
        if first <= last:
            found[place] = str(first) if first == last else f"{first} to {last}"
    return found


def _outcomes(figure: Any, stats: Stats) -> None:
    """Commitments by strength and outcome, as counts."""
    counts = {(strength, outcome): n for strength, outcome, n in stats.outcomes}
    totals: Counter[str] = Counter()
    for _, outcome, n in stats.outcomes:
        totals[outcome] += n
    outcomes = sorted(totals, key=lambda o: (o != "no later report", -totals[o], o))
    strengths = [s for s in (*STRENGTHS, "no strength") if any(key[0] == s for key in counts)]
    figure.set_size_inches(11, 2.6 + 0.42 * len(strengths))
    rows = [[counts.get((strength, outcome), 0) for outcome in outcomes] for strength in strengths]
    axes = _grid(figure, rows, strengths, numbers=True)
    axes.set_xticks(range(len(outcomes)), outcomes, rotation=35, ha="right", rotation_mode="anchor")
    axes.set_title(f"Commitments by strength of wording and outcome, as of {day(stats.as_of)}")
    axes.set_xlabel(f"{sum(totals.values()):,} commitments, umbrellas left out. {WARNING}", color=SOFT, fontsize=8.5)


def _telling(figure: Any, stats: Stats) -> None:
    """Outlets that tell most, by kind."""
    by_outlet: Counter[str] = Counter()
    by_kind: Counter[tuple[str, str]] = Counter()
    for outlet, _, kind, n in stats.telling:
        by_outlet[outlet] += n
        by_kind[outlet, kind] += n
    outlets = sorted(by_outlet, key=lambda o: (-by_outlet[o], o))[:MOST_OUTLETS]
    figure.set_size_inches(9, 2.0 + 0.4 * len(outlets))
    rows = [[by_kind[outlet, kind] for kind in KIND_NAMES] for outlet in outlets]
    axes = _grid(figure, rows, [shortened(outlet or "no outlet", LONGEST_NAME) for outlet in outlets], numbers=True)
    axes.set_xticks(range(len(KIND_NAMES)), KIND_NAMES)
    axes.set_title(f"Who reports what, as of {day(stats.as_of)}")
    axes.set_xlabel(f"Findings times the countries that each concerns; {stats.reports:,} reports", color=SOFT)


def _grid(figure: Any, rows: Sequence[Sequence[int]], names: Sequence[str], numbers: bool = False) -> Any:
    """Counts as cells, darker for more, on a logarithmic scale; none stays paper."""
    from matplotlib.colors import LinearSegmentedColormap, LogNorm

    axes = figure.add_subplot()
    axes.set_yticks(range(len(names)), names)
    axes.tick_params(length=0)
    axes.spines[:].set_visible(False)
    if not names:
        return axes
    most = max(2, max((n for row in rows for n in row), default=2))
    colours, scale = LinearSegmentedColormap.from_list("blue", BLUES), LogNorm(1, most)
    cells = axes.imshow([[n or float("nan") for n in row] for row in rows], cmap=colours, norm=scale, aspect="auto")
    if numbers:
        for y, row in enumerate(rows):
            for x, n in enumerate(row):
                dark = n > 0 and scale(n) > 0.45
                axes.text(x, y, f"{n:,}" if n else "·", ha="center", va="center", color="white" if dark else INK)
    else:
        ticks = [tick for tick in (1, 2, 5, 10, 20, 50, 100, 200, 500, 1000) if tick <= most]
        bar = figure.colorbar(cells, ax=axes, shrink=0.8, pad=0.01, ticks=ticks, format="{x:.0f}")
        bar.minorticks_off()
        bar.outline.set_visible(False)
    return axes
