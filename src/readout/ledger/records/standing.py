"""What became of commitments: evidence and people's words, fetched once for many, and the status that follows."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from sqlalchemy import Connection, Row, Select, func, select

from readout.ledger.decisions import decisions_on, standing
from readout.ledger.records.features import read_telling
from readout.ledger.records.originals import earlier_prints
from readout.ledger.records.ruling import rulings
from readout.ledger.records.tables import evidence
from readout.ledger.tables import readings, reports
from readout.matching import Status, Telling, Undertaking, earliest, follow, status
from readout.matching.evidence import Evidence
from readout.model import Decision

if TYPE_CHECKING:
    from readout.ledger.records.grouping import Member

CHUNK = 400


@dataclass(frozen=True, slots=True)
class Came:
    """What later sentences tell of some facts, by fact and sentence, and what stands of people's words on them."""

    told: dict[int, list[tuple[int, int]]]
    tellings: dict[tuple[int, int], Telling]
    stand: Sequence[Decision]
    prints: Mapping[int, frozenset[int]]
    """For a report those of its reprints that came out before it."""

    def evidence(self, group: Sequence[Member]) -> tuple[Evidence, ...]:
        """What later sentences tell of one commitment, each sentence once, in order of time; reprints tell nothing anew."""
        where = sorted({place for member in group for place in self.told.get(member.row.number, ())})
        own = {member.id for member in group}
        here = {member.row.report for member in group} | {report for report, _ in where}
        first = [m for m in group if not self._is_reprint(m.row.report, {other.row.report for other in group})]
        news = [self.tellings[place] for place in where if not self._is_reprint(place[0], here)]
        return follow(_undertakings(first), [telling for telling in news if not _repeats(telling, own)])

    def _is_reprint(self, report: int, here: set[int]) -> bool:
        return not here.isdisjoint(self.prints.get(report, ()))

    def status(self, group: Sequence[Member], as_of: str | None = None) -> Status:
        """Outcome, time, stage and review of one commitment, with every change and what it rests on."""
        return self.follows(group, self.evidence(group), as_of)

    def follows(self, group: Sequence[Member], evidence: Sequence[Evidence], as_of: str | None = None) -> Status:
        """The status of one commitment that follows from its evidence and from what people said."""
        said = rulings(self.stand, [member.id for member in group])
        return status(earliest(_undertakings(group)), evidence, said, as_of)


def _repeats(telling: Telling, own: set[str]) -> bool:
    """Whether a sentence only says again what is a telling of the record itself; `follow` weighs these by their dates."""
    return telling.effect == "reaffirmed" and telling.finding in own


def _undertakings(group: Iterable[Member]) -> list[Undertaking]:
    return [member.feature for member in group if isinstance(member.feature, Undertaking)]


def came_of(connection: Connection, members: Iterable[Member], until: str | None = None) -> Came:
    """What came of all commitments among some facts.

    With `until` (an ISO date) no later report tells of it, and no outcome or stage that a person set later is known; what
    people said of a reading (accepted, changed) counts whenever they said it.
    """
    some = [member for member in members if isinstance(member.feature, Undertaking)]
    rows: dict[tuple[int, int], list[Row[Any]]] = {}
    told: dict[int, list[tuple[int, int]]] = {}
    for start in range(0, len(some), CHUNK):
        for row in connection.execute(_heard([m.row.number for m in some[start : start + CHUNK]], until)):
            rows.setdefault((row.report, row.start), []).append(row)
            told.setdefault(row.fact, []).append((row.report, row.start))
    stand = standing(decisions_on(connection, [member.id for member in some])) if some else []
    known = [d for d in stand if until is None or d.verb != "status" or d.at[:10] <= until]
    prints = earlier_prints(connection, {member.row.report for member in some} | {report for report, _ in rows})
    return Came(told, {place: read_telling(found) for place, found in rows.items()}, known, prints)


def _heard(numbers: list[int], until: str | None) -> Select[Any]:
    """Evidence on these facts, with the text, date and language of the newest reading of its report."""
    newest = select(func.max(readings.c.number)).where(readings.c.report == evidence.c.report)
    query = (
        select(evidence, reports.c.text, readings.c.published, readings.c.language)
        .join(reports, reports.c.number == evidence.c.report)
        .join(readings, readings.c.number == newest.correlate(evidence).scalar_subquery())
        .where(evidence.c.fact.in_(numbers))
    )
    return query.where(readings.c.published <= until) if until else query
