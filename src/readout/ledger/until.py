"""Records as they stood on a day: what the reports dated by then make, as if no later one had ever come.

A later report may date a meeting anew, bind two undertakings into one, or tell what came of them. So the facts of a day are
grouped again among themselves: the same links, the same decisions, the same status, from fewer reports. What people said of a
reading counts whenever they said it; an outcome that they set counts from the day on which they set it. A report without a
date belongs to no day.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any, Protocol

from readout.ledger.plain import Connection
from readout.ledger.records import grouping
from readout.ledger.records.anchors import anchor_of, sources_in
from readout.ledger.records.columns import KINDS, UNDATED, day
from readout.ledger.records.derive import sides_in
from readout.ledger.records.details import Group, around_of, judged, stands_on
from readout.ledger.records.features import people
from readout.ledger.records.grouping import Member
from readout.ledger.records.membership import OF_COMPONENTS
from readout.ledger.records.numbering import DATED, OF_A_DAY, first_of, last_of
from readout.ledger.records.record import Detail, Record
from readout.ledger.records.showing import MOST_SIDES, date_of, shown
from readout.ledger.records.standing import came_of
from readout.ledger.records.telling import as_values
from readout.ledger.records.wanted import Led, Named, Query, Wanted, findings_with, named
from readout.matching.undertakings import Undertaking
from readout.model import KIND_NAMES

CHUNK = 400
PAGE = 50
"""Records that are looked at together where one is enough."""
MANY = 10_000
"""Records of one party beyond which it does not matter how many more there are."""
REPRINTED = 30
"""Days that may lie between the first and the last reprint of the same words, through others between them."""


@dataclass(frozen=True, slots=True)
class Besides:
    """What else records must have, or may: `name` is somebody else (the whole name) who acts in them; with `running` those
    count too that were told of before `since` and have a deadline from then on."""

    name: str | None = None
    running: bool = False


NOTHING = Besides()


def wanted_until(connection: Connection, wanted: Wanted, until: str, besides: Besides = NOTHING) -> list[Detail]:
    """The wanted records as they stood on a day (ISO), the newest first; one that no report told by then is not there."""
    theirs = _theirs(connection, wanted, besides)
    if theirs is not None and not all(theirs):
        return []
    query = _candidates(connection, wanted, theirs or [], until, besides)
    found = groups_until(connection, connection.scalars(query.unordered, **query.values), wanted.kind, until)
    meant = Meant.of(connection, wanted, besides.name)
    kept = [group for group in found if meant.fits(group)]
    kept.sort(key=_newest, reverse=True)
    stood = details_of(connection, saying(connection, kept, wanted, until), until)
    asked = [detail for detail in stood if fits(detail.record, wanted) or _runs(detail.record, wanted, besides)]
    if wanted.due_before:
        asked.sort(key=lambda detail: detail.record.due or "")
    return asked[: wanted.limit] if wanted.limit else asked


def is_told_before(connection: Connection, wanted: Wanted, until: str, besides: Besides = NOTHING) -> bool:
    """Whether on a day (ISO) any of the wanted records stood with a date before `wanted.since`; its words are not looked at."""
    theirs = _theirs(connection, wanted, besides) or []
    if not (wanted.since and all(theirs)):
        return False
    meant = Meant.of(connection, wanted, besides.name)
    query = _candidates(connection, replace(wanted, since=None, text=None), theirs, until)
    query = query.and_("(records.date < :before OR records.last > :until)", before=day(wanted.since))
    return any(
        meant.fits(group) and UNDATED < date_of(group) < wanted.since
        for page in connection.pages(query.unordered, PAGE, **query.values)
        for group in groups_until(connection, page, wanted.kind, until)
    )


def told_in(connection: Connection, told: Iterable[str], kind: str, until: str) -> list[Detail]:
    """The records of a kind that some reports (by their ids) tell of, as they stood on a day, in the order of their ids."""
    named_in = set(told)
    numbers = set(connection.scalars(TOLD_IN, reports=named_in, kind=KINDS[kind]))
    found = groups_until(connection, numbers, kind, until)
    here = [group for group in found if any(member.row.name in named_in for member in group)]
    return details_of(connection, sorted(here, key=lambda group: anchor_of(group).id), until)


TOLD_IN = """
    SELECT record FROM facts WHERE kind = :kind AND number IN (
        SELECT findings.number FROM findings JOIN reports ON reports.number = findings.report WHERE reports.id AMONG :reports
        UNION ALL SELECT -number FROM reports WHERE id AMONG :reports
    )
"""


def sources_of(connection: Connection, ids: Iterable[str], until: str) -> dict[str, int]:
    """How many sources of a day or before told of the records of some findings then, by the ids of the findings."""
    wanted = set(ids)
    by_kind: dict[int, set[int]] = {}
    for kind, record in connection.rows(RECORDS_OF, ids=wanted):
        by_kind.setdefault(kind, set()).add(record)
    found: dict[str, int] = {}
    for kind, numbers in by_kind.items():
        for group in groups_until(connection, numbers, KIND_NAMES[kind], until):
            found.update((member.id, sources_in(group)) for member in group if member.id in wanted)
    return found


RECORDS_OF = """
    SELECT kind, record FROM facts WHERE number IN (SELECT number FROM findings WHERE id AMONG :ids)
"""


def groups_until(connection: Connection, numbers: Iterable[int], kind: str, until: str) -> list[Group]:
    """The groups that the facts of a day make among themselves: those of some records (or facts), and all that is linked with them."""
    # A record has the least number of its facts, and all its facts are of one component.
    components = connection.scalars("SELECT DISTINCT component FROM facts WHERE number AMONG :some", some=numbers)
    return grouped_in(connection, components, kind, until)


def grouped_in(connection: Connection, components: Sequence[int], kind: str, until: str) -> list[Group]:
    """The groups that the facts of a day make among themselves in some components."""
    members: dict[int, Member] = {}
    for start in range(0, len(components), CHUNK):
        asked = {"some": components[start : start + CHUNK], "until": day(until), "kind": KINDS[kind]}
        members.update(grouping.load(connection, TOLD_BY_THEN, **asked))
    return list(grouping.groups(connection, members))


TOLD_BY_THEN = f"{OF_COMPONENTS} AND facts.told <= :until AND facts.kind = :kind"


# --- which records may be meant, and which are


class Asked(Protocol):
    """A question about an actor (with `whole` about that name alone), a pair, or what somebody heads."""

    @property
    def actor(self) -> Named | None: ...
    @property
    def whole(self) -> bool: ...
    @property
    def pair(self) -> tuple[str, str] | None: ...
    @property
    def led(self) -> Led | None: ...


@dataclass(frozen=True, slots=True)
class Meant:
    """Whose records are asked for: those in which one of each of some names acts (by numbers), those of a pair of sides.

    Where `heads` are the numbers of somebody's names, those are meant that a `side` undertakes without them.
    """

    names: tuple[frozenset[int], ...] = ()
    pair: tuple[str, str] | None = None
    side: str | None = None
    heads: frozenset[int] = frozenset()

    @classmethod
    def of(cls, connection: Connection, asked: Asked, beside: str | None = None) -> Meant:
        """The same from a question, and the whole name of somebody `beside`."""
        led = asked.led
        some = [(asked.actor, asked.whole), (beside, True), *(((led.names, True), (led.side, True)) if led else ())]
        names = tuple(frozenset(named(connection, name, whole)) for name, whole in some if name)
        if led is None:
            return cls(names, asked.pair)
        return cls(names, asked.pair, led.side, frozenset(named(connection, led.without)))

    def fits(self, group: Group) -> bool:
        """Whether a group is theirs; a pair is found among few sides only."""
        if self.pair:
            sides = {side for member in group for side in sides_in(member.feature)}
            if not set(self.pair) <= sides or len(sides) > MOST_SIDES:
                return False
        if self.side and not self._undertaken(group):
            return False
        return all(any(not some.isdisjoint(people(m.row.features)) for m in group) for some in self.names)

    def _undertaken(self, group: Group) -> bool:
        """Whether the side undertakes it, and its head has no part in it."""
        if any(not self.heads.isdisjoint(people(member.row.features)) for member in group):
            return False
        feature = anchor_of(group).feature
        return self.side in feature.by if isinstance(feature, Undertaking) else True


def _theirs(connection: Connection, wanted: Wanted, besides: Besides) -> list[list[int]] | None:
    """For each party that is asked for the numbers of its names; None where none is asked for."""
    asked: list[tuple[Named, bool]] = [(wanted.actor, wanted.whole)] if wanted.actor else []
    asked += [(wanted.led.names, True)] if wanted.led else []
    asked += [(side, True) for side in (*(wanted.pair or ()), besides.name) if side]
    return [named(connection, name, whole) for name, whole in asked] or None


def _candidates(
    connection: Connection, wanted: Wanted, theirs: Sequence[list[int]], until: str, besides: Besides = NOTHING
) -> Query:
    """The query for records that may stand otherwise on that day and are asked for then: all of these parties, whatever dates them now."""
    query = Query((), {"kind": KINDS[wanted.kind], "until": day(until), "since": day(wanted.since)})
    if theirs:  # the kind stands with the parties: asked for again it would make SQLite look at all records of it
        of, values = _of_parties(connection, theirs, wanted)
        query = query.and_(of, **values)
    else:
        query = query.and_("records.kind = :kind")
    if wanted.since and wanted.kind not in ("statement", "progress"):
        runs = " OR records.due >= :due" if besides.running else ""
        query = query.and_(f"(records.date >= :since OR records.last > :until{runs})", due=wanted.since)
    if wanted.text:
        has, values = _with_words(connection, wanted, until)
        query = query.and_(f"records.number IN (SELECT record FROM facts WHERE number IN ({has}))", **values)
    return query


def _with_words(connection: Connection, wanted: Wanted, until: str) -> tuple[str, Mapping[str, object]]:
    """The query for findings that have the wanted words in a report of that day or before, and not long before those wanted; its values."""
    low = max(first_of(wanted.since) - (REPRINTED + 1) * OF_A_DAY, DATED)
    return findings_with(connection, wanted.text or "", wanted.kind, low, last_of(until))


def _spread(connection: Connection, kind: str, some: Sequence[int]) -> int:
    """In how many records of a kind one of some names stands, as far as it matters."""
    return int(connection.scalar(SPREAD, some=some, kind=KINDS[kind]))


SPREAD = f"""
    SELECT count(*) FROM (SELECT record FROM parties WHERE party AMONG :some AND kind = :kind LIMIT {MANY}) AS listed
"""


def _of_parties(
    connection: Connection, theirs: Sequence[list[int]], wanted: Wanted
) -> tuple[str, Mapping[str, object]]:
    """That all of some parties stand in a record, the party of fewest first.

    A meeting may be dated by a later report; all else is dated by its first.
    """
    first, *others = sorted(theirs, key=lambda some: _spread(connection, wanted.kind, some))
    query = "SELECT own.record FROM parties AS own WHERE own.party AMONG :first AND own.kind = :kind"
    if wanted.kind != "meeting":
        query += " AND own.date BETWEEN 1 AND :until"
    if wanted.since and wanted.kind in ("statement", "progress"):
        query += " AND own.date >= :reprinted"
    for place, _ in enumerate(others):
        query += f" AND EXISTS ({ALSO.format(party=f'other_{place}')})"
    values = {f"other_{place}": some for place, some in enumerate(others)}
    asked = {"first": first, "reprinted": day(wanted.since) - REPRINTED, **values}
    return f"records.number IN ({query})", asked


ALSO = (
    "SELECT 1 FROM parties AS also WHERE also.party AMONG :{party}"
    " AND also.kind = own.kind AND also.date = own.date AND also.record = own.record"
)


def saying(connection: Connection, groups: Sequence[Group], wanted: Wanted, until: str) -> Sequence[Group]:
    """Those that have the wanted words in a telling of that day."""
    if not wanted.text:
        return groups
    query, values = _with_words(connection, wanted, until)
    has = set(connection.scalars(query, **values))
    return [group for group in groups if any(member.row.finding in has for member in group)]


def fits(record: Record, wanted: Wanted) -> bool:
    """Whether a record has the dates, the form, the outcome, the review and the deadline that are wanted."""
    asked: tuple[tuple[object, bool], ...] = (
        (wanted.since, (record.date or "") >= (wanted.since or "")),
        (wanted.until, UNDATED < (record.date or UNDATED) <= f"{wanted.until}~"),
        (wanted.form, record.form == wanted.form),
        (wanted.outcome, record.outcome == wanted.outcome),
        (wanted.review, record.review == wanted.review),
        (wanted.due_before, record.due is not None and record.due < (wanted.due_before or "")),
    )
    return all(holds for given, holds in asked if given)


def _runs(record: Record, wanted: Wanted, besides: Besides) -> bool:
    """Whether a record lacks nothing but that it was told of since a day, and has a deadline from then on."""
    due = record.due is not None and record.due >= (wanted.since or "")
    return besides.running and due and fits(record, replace(wanted, since=None))


def _newest(group: Group) -> tuple[str, str]:
    return date_of(group), anchor_of(group).id


# --- what they say


def details_of(connection: Connection, groups: Sequence[Group], until: str) -> list[Detail]:
    """The records that some groups of facts made on a day, with all that they stand on."""
    return [detail for _, detail in stood_as(connection, groups, until)]


def stood_as(connection: Connection, groups: Sequence[Group], until: str) -> list[tuple[dict[str, Any], Detail]]:
    """For each group what the table of records would have of it on a day, and the record with all that it stands on."""
    came = came_of(connection, (member for group in groups for member in group), until)
    around = around_of(connection, groups, came)
    stood = [judged(group, came, until) for group in groups]
    rows = [shown(group, anchor_of(group), status) for group, (_, status) in zip(groups, stood, strict=True)]
    found = zip(as_values(connection, rows, until), groups, stood, strict=True)
    return list(zip(rows, (stands_on(record, group, around, *said) for record, group, said in found), strict=True))


def rows_of(connection: Connection, groups: Sequence[Group], until: str) -> list[dict[str, Any]]:
    """What the table of records would have of some groups of facts on a day."""
    came = came_of(connection, (member for group in groups for member in group), until, quoted=False)
    return [shown(group, anchor_of(group), judged(group, came, until)[1]) for group in groups]
