"""How many? Meetings by pair and month, commitments by strength and outcome, who reports what, who met whom and where."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass

from readout.asking.atlas import Point, places
from readout.asking.due import STRENGTHS, Counts, DueAsked, due
from readout.asking.sides import is_country
from readout.asking.whom import pursued
from readout.ledger import Ledger
from readout.ledger.figures import Meetings
from readout.ledger.pursuing import Pursued


@dataclass(frozen=True, slots=True)
class Place:
    """A place where meetings were held: where it lies (longitude, latitude), or None where nobody wrote that down."""

    name: str
    at: Point | None
    count: int


@dataclass(frozen=True, slots=True)
class Stats:
    """Counts over what the ledger held on a day, each beside what it is to be read against.

    `pair` or `actor` are those whose records alone are counted. `reports` tell of anything; `meetings` are all of a known day (`undated`
    are those of none, counted nowhere else), `placed` those of them that name a place. `pairs` are (side, side, month,
    meetings); `sides` (side, meetings); `outcomes` (strength, outcome, commitments without umbrellas); `undertaken` what can
    be checked and is told of later, by strength; `telling` (outlet, country, kind, findings).
    """

    as_of: str
    since: str | None
    until: str | None
    pair: tuple[str, str] | None
    actor: str | None
    reports: int
    meetings: int
    undated: int
    placed: int
    pairs: tuple[tuple[str, str, str, int], ...]
    sides: tuple[tuple[str, int], ...]
    places: tuple[Place, ...]
    outcomes: tuple[tuple[str, str, int], ...]
    undertaken: tuple[tuple[str, Counts], ...]
    telling: tuple[tuple[str, str, str, int], ...]

    def met(self) -> list[tuple[str, str, int]]:
        """How often two sides met, most often first."""
        found: Counter[tuple[str, str]] = Counter()
        for one, other, _, count in self.pairs:
            found[one, other] += count
        return [(*pair, count) for pair, count in sorted(found.items(), key=lambda row: (-row[1], row[0]))]


def stats(ledger: Ledger, asked: Pursued) -> Stats:
    """All counts as of a day, of what was first told or held from the first to the last day; the same for the same ledger.

    With a pair or an actor all is counted of their records alone: a meeting of three counts for each two of the three. Raises
    NotInLedger for a name that nobody bears, or several do.
    """
    actor, asked = pursued(ledger, asked)
    held, telling = ledger.met(asked), ledger.telling(asked, is_country)
    return Stats(
        asked.as_of,
        asked.since,
        asked.until,
        asked.pair,
        actor.name,
        telling.reports,
        held.count,
        held.undated,
        sum(count for place, count in held.by_place if place),
        held.by_pair,
        held.by_side,
        _places(held),
        tuple(_by_strength(ledger.outcomes(asked))),
        due(ledger, DueAsked(asked, limit=1)).by_strength,
        tuple((*key, count) for key, count in sorted(telling.findings.items(), key=lambda row: (-row[1], row[0]))),
    )


def _places(held: Meetings) -> tuple[Place, ...]:
    """Each place with its meetings; where accounts name several, the first that lies somewhere counts."""
    known = places()
    found: Counter[str] = Counter()
    for written, count in held.by_place:
        if written:
            several = written.split(" / ")
            found[next((name for name in several if name in known), several[0])] += count
    ordered = sorted(found.items(), key=lambda row: (-row[1], row[0]))
    return tuple(Place(name, known.get(name), count) for name, count in ordered)


def _by_strength(found: Mapping[tuple[str | None, str], int]) -> list[tuple[str, str, int]]:
    rows = [(strength or "no strength", outcome, count) for (strength, outcome), count in found.items()]
    order = {strength: place for place, strength in enumerate(STRENGTHS)}
    return sorted(rows, key=lambda row: (order.get(row[0], len(order)), -row[2], row[1]))
