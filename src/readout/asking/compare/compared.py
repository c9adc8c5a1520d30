"""Two readings side by side: a pure function of both."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from readout.asking.compare.aligning import Aligned, aligned
from readout.asking.compare.comparison import Comparison, Difference, Row, Telling
from readout.asking.compare.differing import differences_of
from readout.asking.compare.encounters import encounters
from readout.asking.compare.items import Item, items
from readout.asking.compare.near import nearest
from readout.asking.compare.origin import seats
from readout.asking.compare.sheet import Sheet
from readout.asking.compare.subjects import subjects
from readout.matching.parties import names_of, names_of_persons
from readout.model import KIND_NAMES, Finding, Reading

ORDER = ("meeting", "commitment", "agreement", "project", "progress", "statement")
assert set(ORDER) == set(KIND_NAMES)


def compared(one: Reading, other: Reading) -> Comparison:
    """What two accounts of one meeting tell alike, differently and alone.

    `compared(b, a) == compared(a, b).mirrored()`, and an account beside itself shows no difference. Nothing is said of what
    is true: a finding that one account alone has may have been missed in the other, whose closest sentence `near` quotes.
    """
    own = _own_stems(one, other)
    sheets = Sheet(one, own), Sheet(other, own)
    met = encounters(one, other)
    found = aligned(items(one, own), items(other, own))
    rows = [*_meeting_rows(met.both, met.only_one, met.only_other, *sheets)]
    rows += [_row(each, *sheets) for each in found]
    rows.sort(key=lambda row: _order(row, *sheets))
    named = subjects(one, other, sheets[0].told), subjects(other, one, sheets[1].told)
    return Comparison(sheets[0].account, sheets[1].account, met.one_meeting, tuple(rows), *named)


def _own_stems(one: Reading, other: Reading) -> frozenset[str]:
    """Words that tell nothing between these two: names of those who met, and of the buildings where they sit."""
    sides = {actor.name for reading in (one, other) for actor in reading.actors if actor.kind == "country"}
    at_table = {str(slot.value) for reading in (one, other) for f in reading.of_kind("meeting") for slot in f.slots}
    stood_for = {side for r in (one, other) for a in r.actors if a.name in at_table for side in (a.name, *a.stands_for)}
    names = frozenset(stem for side in sides & stood_for for stem in names_of(side) | seats(side, one.report.language))
    return names | names_of_persons(one) | names_of_persons(other)


def _row(found: Aligned, one: Sheet, other: Sheet) -> Row:
    kind = min((item.kind for item in (*found.one[:1], *found.other[:1])), key=ORDER.index)
    left = _tellings(found.one, one, found.other)
    right = _tellings(found.other, other, found.one)
    if found.one and found.other:
        return Row(kind, left, right, differences_of(found.one, found.other), found.likeness)
    alone, rest = (found.one, other) if found.one else (found.other, one)
    return Row(kind, left, right, near=nearest(alone[0].words, rest.told, rest.words))


def _tellings(found: Iterable[Item], sheet: Sheet, beside: tuple[Item, ...]) -> tuple[Telling, ...]:
    like = beside[0].words if beside else None
    return tuple(sheet.telling(item.finding, like) for item in found)


def _meeting_rows(
    both: Iterable[tuple[Finding, Finding, tuple[Difference, ...]]],
    only_one: Iterable[Finding],
    only_other: Iterable[Finding],
    one: Sheet,
    other: Sheet,
) -> Iterator[Row]:
    for a, b, found in both:
        yield Row("meeting", (one.telling(a),), (other.telling(b),), found)
    yield from (Row("meeting", (one.telling(finding),), ()) for finding in only_one)
    yield from (Row("meeting", (), (other.telling(finding),)) for finding in only_other)


def _order(row: Row, one: Sheet, other: Sheet) -> tuple[int, float, list[tuple[str, str]]]:
    """Kinds in their order, within them by place in both texts: nothing here knows which account came first."""
    told = [(telling, sheet) for tellings, sheet in ((row.one, one), (row.other, other)) for telling in tellings[:1]]
    names = sorted((sheet.reading.report.sha256, telling.finding) for telling, sheet in told)
    places = sorted(sheet.place(telling) for telling, sheet in told)
    return ORDER.index(row.kind), sum(places) / len(places), names
