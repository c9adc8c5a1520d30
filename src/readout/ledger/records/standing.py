"""What became of commitments: evidence and people's words, fetched once for many, and the status that follows."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from readout.ledger.decisions import decisions_on, standing, verdicts
from readout.ledger.plain import Connection, Row
from readout.ledger.records import heard, meetings_held
from readout.ledger.records.anchors import anchor_of
from readout.ledger.records.columns import THOUSAND, day
from readout.ledger.records.meetings_held import Held
from readout.ledger.records.originals import earlier_prints
from readout.ledger.records.ruling import rulings
from readout.matching.evidence import Evidence, evidence_of, follow
from readout.matching.status import Status, status
from readout.matching.tellings import Telling
from readout.matching.undertakings import Undertaking
from readout.model import Decision

if TYPE_CHECKING:
    from readout.ledger.records.grouping import Member

CHUNK = 400


@dataclass(frozen=True, slots=True)
class Came:
    """What later sentences tell of some facts, rows of evidence by fact, and what stands of people's words on them."""

    told: Mapping[int, Sequence[Row]]
    tellings: Mapping[tuple[int, int], Telling]
    stand: Sequence[Decision]
    prints: Mapping[int, frozenset[int]]
    """For a report those of its reprints that came out before it."""
    held: Mapping[int, Sequence[Held]]
    """For facts that announce a meeting the accounts that tell that it took place."""

    def evidence(self, group: Sequence[Member]) -> tuple[Evidence, ...]:
        """What later sentences tell of one commitment, each sentence once, in order of time; reprints tell nothing anew."""
        own, tell = {member.id for member in group}, {member.row.report for member in group}
        here = tell.union(row.report for member in group for row in self._rows(member))
        first = [member for member in group if not self._is_reprint(member.row.report, tell)]
        return follow(_undertakings(first), [news for member in first for news in self._news(member, own, here)])

    def _rows(self, member: Member) -> Iterator[Row | Held]:
        """What tells of one fact, each with the number of its report."""
        yield from self.told.get(member.row.number, ())
        yield from self.held.get(member.row.number, ())

    def _news(self, member: Member, own: set[str], here: set[int]) -> Iterator[Evidence]:
        """The evidence for one fact, but what its record says itself and what reprints say again."""
        for row in self.told.get(member.row.number, ()):
            telling = self.tellings[row.report, row.start]
            if not self._is_reprint(row.report, here) and not _repeats(telling, own):
                assert isinstance(member.feature, Undertaking)
                yield evidence_of(member.feature, telling, row.effect, row.cue, row.score / THOUSAND, bool(row.sure))
        yield from (
            one.evidence for one in self.held.get(member.row.number, ()) if not self._is_reprint(one.report, here)
        )

    def _is_reprint(self, report: int, here: set[int]) -> bool:
        return not here.isdisjoint(self.prints.get(report, ()))

    def status(self, group: Sequence[Member], as_of: str | None = None) -> Status:
        """Outcome, time, stage and review of one commitment, with every change and what it rests on."""
        return self.follows(group, self.evidence(group), as_of)

    def follows(self, group: Sequence[Member], evidence: Sequence[Evidence], as_of: str | None = None) -> Status:
        """The status of one commitment that follows from its evidence and from what people said."""
        said, anchor = rulings(self.stand, [member.id for member in group]), anchor_of(group)
        (first,) = _undertakings([anchor])
        return status(first, evidence, said, as_of, self._retold(group, anchor))

    def _retold(self, group: Sequence[Member], anchor: Member) -> list[Undertaking]:
        """The tellings that may have moved the deadline: no reprints, and none where a person said what it is."""
        if len(group) == 1 or (anchor.row.review != "machine" and self._said_when(anchor.id)):
            return []
        tell = {member.row.report for member in group}
        others = (member for member in group if member is not anchor)
        return _undertakings(member for member in others if not self._is_reprint(member.row.report, tell))

    def _said_when(self, finding: str) -> bool:
        """Whether a person changed the deadline of a finding."""
        said = verdicts(self.stand).get(finding)
        return said is not None and any(change.given["role"] == "due" for change in said.changes)


def _repeats(telling: Telling, own: set[str]) -> bool:
    """Whether a sentence only says again what is a telling of the record itself; `follow` weighs these by their dates."""
    return telling.effect == "reaffirmed" and telling.finding in own


def _undertakings(group: Iterable[Member]) -> list[Undertaking]:
    """The undertakings of facts, under the ids of their reports: numbers depend on the order of keeping."""
    return [replace(m.feature, report=m.row.name) for m in group if isinstance(m.feature, Undertaking)]


def came_of(
    connection: Connection, members: Iterable[Member], until: str | None = None, *, quoted: bool = True
) -> Came:
    """What came of all commitments among some facts; without `quoted` the words that tell it are left out, and no text is read.

    With `until` (an ISO date) no later report tells of it, and no outcome or stage that a person set later is known; what
    people said of a reading (accepted, changed) counts whenever they said it.
    """
    some = [member for member in members if isinstance(member.feature, Undertaking)]
    told: dict[int, list[Row]] = {}
    places: dict[int, set[int]] = {}
    for start in range(0, len(some), CHUNK):
        facts = [member.row.number for member in some[start : start + CHUNK]]
        for row in connection.rows(HEARD_BY if until else HEARD, some=facts, until=day(until)):
            told.setdefault(row.fact, []).append(row)
            places.setdefault(row.report, set()).add(row.start)
    stand = standing(decisions_on(connection, [member.id for member in some])) if some else []
    known = [d for d in stand if until is None or d.verb != "status" or d.at[:10] <= until]
    held = meetings_held.held(connection, some, until)
    telling = {each.report for found in held.values() for each in found}
    prints = earlier_prints(connection, {member.row.report for member in some}.union(places, telling))
    return Came(told, _tellings(connection, places, quoted), known, prints, held)


HEARD = "SELECT * FROM evidence WHERE fact AMONG :some ORDER BY report, start"
HEARD_BY = """
    SELECT evidence.* FROM evidence JOIN news ON news.report = evidence.report
    WHERE fact AMONG :some AND news.told <= :until ORDER BY evidence.report, start
"""
"""Evidence on some facts, or what of it was told by a day."""


def _tellings(connection: Connection, places: Mapping[int, set[int]], quoted: bool) -> dict[tuple[int, int], Telling]:
    """The sentences of the news of reports that start at these places, by report and place; without their words as matching sees them."""
    wanted, found = sorted(places), {}
    query = NEWS.format(text="reports.text" if quoted else "''")
    for start in range(0, len(wanted), CHUNK):
        for row in connection.rows(query, some=wanted[start : start + CHUNK]):
            for telling in heard.read(row.tellings, row.id, row.told, row.text, places[row.report]):
                found[row.report, telling.span.start] = telling
    return found


NEWS = """
    SELECT news.report, told, tellings, reports.id, {text} AS text FROM news
    JOIN reports ON reports.number = news.report WHERE news.report AMONG :some
"""
