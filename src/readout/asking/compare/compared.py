"""Two readings side by side: a pure function of both."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from readout.asking.compare.aligning import Aligned, aligned
from readout.asking.compare.comparison import Account, Comparison, Difference, Passage, Row, Telling
from readout.asking.compare.differing import differences_of
from readout.asking.compare.encounters import encounters
from readout.asking.compare.items import ACTING, Item, Sentences, items
from readout.asking.compare.near import nearest
from readout.asking.compare.origin import outlet_of
from readout.asking.compare.subjects import subjects
from readout.matching.parties import names_of, names_of_persons
from readout.model import KIND_NAMES, Finding, Reading, Span

ORDER = ("meeting", "commitment", "agreement", "project", "progress", "statement")
CUES = ("strength", "cue", "status", "effect", "due_text", "due", "amount")
SAID = (*CUES, "kind", "date", "place")
assert set(ORDER) == set(KIND_NAMES)


def compared(one: Reading, other: Reading) -> Comparison:
    """What two accounts of one meeting tell alike, differently and alone.

    `compared(b, a) == compared(a, b).mirrored()`, and an account beside itself shows no difference. Nothing is said of what
    is true: a finding that one account alone has may have been missed in the other, whose closest sentence `near` quotes.
    """
    sheets = _Sheet(one), _Sheet(other)
    met = encounters(one, other)
    own = _own_stems(one, other)
    found = aligned(items(one, own), items(other, own))
    rows = [*_meeting_rows(met.both, met.only_one, met.only_other, *sheets)]
    rows += [_row(each, own, *sheets) for each in found]
    rows.sort(key=lambda row: _order(row, *sheets))
    named = subjects(one, other, sheets[0].told), subjects(other, one, sheets[1].told)
    return Comparison(sheets[0].account, sheets[1].account, met.one_meeting, tuple(rows), *named)


def _own_stems(one: Reading, other: Reading) -> frozenset[str]:
    """Words that tell nothing between these two: names of those who met."""
    sides = {actor.name for reading in (one, other) for actor in reading.actors if actor.kind == "country"}
    at_table = {str(slot.value) for reading in (one, other) for f in reading.of_kind("meeting") for slot in f.slots}
    stood_for = {side for r in (one, other) for a in r.actors if a.name in at_table for side in (a.name, *a.stands_for)}
    names = frozenset(stem for side in sides & stood_for for stem in names_of(side))
    return names | names_of_persons(one) | names_of_persons(other)


class _Sheet:
    """A reading with its sentences, and how its findings are told."""

    def __init__(self, reading: Reading) -> None:
        self.reading, self.told = reading, Sentences.of(reading.report.text)
        self.account = Account(reading.report, *outlet_of(reading.report), len(self.told.spans))

    def telling(self, finding: Finding) -> Telling:
        """The finding as the account tells it."""
        parts = tuple(self._passage(part) for part in finding.spans or (finding.span,))
        cues = sorted({slot.span for slot in finding.slots if slot.role in CUES and slot.span})
        held = [span for span in (finding.span, *cues) if span.start >= finding.span.start - REACH]
        whole = Span(min(s.start for s in held), max(s.end for s in held))
        who = tuple(dict.fromkeys(str(value) for value in finding.values(ACTING[finding.kind])))
        said = tuple((slot.role, str(slot.value)) for slot in finding.slots if slot.role in SAID)
        return Telling(finding.id, finding.kind, parts, self._passage(self.told.around(whole)), who, said, tuple(cues))

    def _passage(self, span: Span) -> Passage:
        return Passage(span, self.told.number(span.start), span.of(self.told.text))


REACH = 300
"""Code points before a finding in which the words must stand that the quote around it shows."""


def _row(found: Aligned, own: frozenset[str], one: _Sheet, other: _Sheet) -> Row:
    kind = min((item.kind for item in (*found.one[:1], *found.other[:1])), key=ORDER.index)
    left, right = _tellings(found.one, one), _tellings(found.other, other)
    if found.one and found.other:
        return Row(kind, left, right, differences_of(found.one, found.other), found.likeness)
    alone, rest = (found.one, other) if found.one else (found.other, one)
    return Row(kind, left, right, near=nearest(alone[0].words, rest.told, own, rest.reading.report.language))


def _tellings(found: Iterable[Item], sheet: _Sheet) -> tuple[Telling, ...]:
    return tuple(sheet.telling(item.finding) for item in found)


def _meeting_rows(
    both: Iterable[tuple[Finding, Finding, tuple[Difference, ...]]],
    only_one: Iterable[Finding],
    only_other: Iterable[Finding],
    one: _Sheet,
    other: _Sheet,
) -> Iterator[Row]:
    for a, b, found in both:
        yield Row("meeting", (one.telling(a),), (other.telling(b),), found)
    yield from (Row("meeting", (one.telling(finding),), ()) for finding in only_one)
    yield from (Row("meeting", (), (other.telling(finding),)) for finding in only_other)


def _order(row: Row, one: _Sheet, other: _Sheet) -> tuple[int, float, list[str]]:
    """Kinds in their order, within them by place in both texts: nothing here knows which account came first."""
    places = [_place(tellings, sheet) for tellings, sheet in ((row.one, one), (row.other, other)) if tellings]
    ids = sorted(telling.finding for telling in (*row.one, *row.other))
    return ORDER.index(row.kind), sum(sorted(places)) / len(places), ids


def _place(tellings: tuple[Telling, ...], sheet: _Sheet) -> float:
    return tellings[0].parts[0].span.start / max(1, len(sheet.told.text))
