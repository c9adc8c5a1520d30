"""What is due? Commitments past their deadline, close to it, or without a word for months, among all that can be checked.

What was only proposed (an invitation, a request) is no promise: where it would be one of these it stands apart, as unanswered.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, fields, replace
from functools import lru_cache
from typing import Literal, get_args

from readout.asking.leading import Under, leads
from readout.asking.periods import days_after, months_before, passed
from readout.asking.whom import pursued
from readout.ledger import Ledger
from readout.ledger.pursuing import Cited, Moved, Pledge, Pursued, Tally
from readout.matching.periods import period
from readout.matching.status import CLOSED
from readout.model import Span

Part = Literal["overdue", "due soon", "silent", "unanswered"]
PARTS: tuple[Part, ...] = get_args(Part)
PROPOSED = "proposed"
"""The strength of what is no promise."""
STRENGTHS = ("signed", "agreed", "pledged", "intended", "proposed")


@dataclass(frozen=True, slots=True)
class DueAsked:
    """What is asked: whose commitments, on which day (`pursued`), and what counts as soon (days) and as silence (months).

    `limit` is how many of each part are listed; 0 lists all. Counts are always of all.
    """

    pursued: Pursued
    soon: int = 90
    silent: int = 6
    limit: int = 50


@dataclass(frozen=True, slots=True)
class Counts:
    """How many commitments there are, and of how many something can be said.

    `undertaken` are all but umbrellas. `checkable` are those that say something that can be seen done; `dated` those of
    them with a deadline that lay ahead when it was told. `told_of` are all of which any later report tells, `checked` the
    checkable ones among them, `closed` those whose outcome ended the matter. `proposed` are those that were only asked for or
    offered; of these none is `overdue`, `due_soon` or `silent`, but `unanswered`. The last four are parts of the checkable.
    """

    undertaken: int = 0
    umbrellas: int = 0
    told_of: int = 0
    checkable: int = 0
    dated: int = 0
    checked: int = 0
    closed: int = 0
    overdue: int = 0
    due_soon: int = 0
    silent: int = 0
    proposed: int = 0
    unanswered: int = 0


@dataclass(frozen=True, slots=True)
class Item:
    """A commitment that is due, with the words that say so and the report where they stand.

    `due` is an ISO date known to `precision`, None where no deadline lay ahead when it was told; `days` runs from the last
    day of the deadline (negative: before it). `moved` tells by which later report the deadline was set, and from when it was moved.
    """

    id: str
    words: str
    by: tuple[str, ...]
    to: tuple[str, ...]
    strength: str | None
    date: str
    due: str | None
    precision: str | None
    due_words: str | None
    days: int | None
    outcome: str
    heard: str | None
    review: str
    score: float | None
    report: str
    outlet: str | None
    title: str | None
    span: Span | None
    sources: int
    moved: Moved | None = None
    file: str | None = None


@dataclass(frozen=True, slots=True)
class Due:
    """What is due as of a day: four lists that share no commitment, and the counts that they are to be read against.

    A commitment of several sides counts for each of them in `by_side`; sides stand by how much of theirs can be checked.
    Of a person, `led` is what the states and bodies that the person headed undertook meanwhile, counted and listed apart.
    """

    asked: DueAsked
    counts: Counts
    by_side: tuple[tuple[str, Counts], ...]
    by_strength: tuple[tuple[str, Counts], ...]
    overdue: tuple[Item, ...]
    due_soon: tuple[Item, ...]
    silent: tuple[Item, ...]
    unanswered: tuple[Item, ...] = ()
    led: tuple[Under[Due], ...] = ()


def due(ledger: Ledger, asked: DueAsked) -> Due:
    """What is due; the same for the same ledger and question. Raises NotInLedger for a name that nobody bears, or several do."""
    actor, wanted = pursued(ledger, asked.pursued)
    own = _due(ledger, replace(asked, pursued=replace(wanted, actor=actor.name)), wanted)
    led = []
    for lead in leads(ledger, actor, wanted.as_of):
        theirs = lead.pursued(wanted)
        found = _due(ledger, replace(asked, pursued=replace(theirs, actor=lead.name)), theirs)
        if found.counts.undertaken or found.counts.umbrellas:
            led.append(Under(lead, found))
    return replace(own, led=tuple(led))


def _due(ledger: Ledger, asked: DueAsked, wanted: Pursued) -> Due:
    """What is due of that which is wanted; `asked` is the question as the answer has it."""
    days = Days.of(asked)
    followed = ledger.followed(wanted)
    pledges = [(pledge, days.part_of(pledge)) for pledge in followed.pledges]
    alike = Counter((p.sides, p.strength, is_ahead(p), p.heard is not None, p.outcome, part) for p, part in pledges)
    return Due(
        asked,
        dict(_counted(followed.tallies, alike, lambda *_: ("all",))).get("all", Counts()),
        tuple(sorted(_counted(followed.tallies, alike, lambda s, _: s or ("nobody named",)), key=_by_checkable)),
        tuple(sorted(_counted(followed.tallies, alike, lambda _, s: (s or "no strength",)), key=_by_strength)),
        *(_listed(ledger, [pledge for pledge, of in pledges if of == part], part, asked) for part in PARTS),  # type: ignore[arg-type]
    )


def is_ahead(pledge: Pledge) -> bool:
    """Whether it has a deadline that had not come when it was told; "today" sets nobody a deadline."""
    if pledge.due is None:
        return False
    return pledge.due > pledge.told if len(pledge.due) == 10 else not passed(pledge.due, pledge.told)


@dataclass(frozen=True, slots=True)
class Days:
    """The days that part commitments, as ISO dates: today, the first that is not soon, the last word that is silence."""

    today: str
    later: str
    silence: str

    @classmethod
    def of(cls, asked: DueAsked) -> Days:
        """The days of a question."""
        as_of = asked.pursued.as_of
        return cls(as_of, days_after(as_of, asked.soon + 1), months_before(as_of, asked.silent))

    def part_of(self, pledge: Pledge) -> Part | None:
        """To which of the lists a commitment belongs."""
        part = self._part_of(pledge)
        return "unanswered" if part and pledge.strength == PROPOSED else part

    def _part_of(self, pledge: Pledge) -> Part | None:
        if pledge.outcome in CLOSED:
            return None
        if pledge.due and is_ahead(pledge):
            if passed(pledge.due, self.today):
                return "overdue"
            if passed(pledge.due, self.later):
                return "due soon"
        return "silent" if (pledge.heard or pledge.told) <= self.silence else None


Alike = tuple[tuple[str, ...], str | None, bool, bool, str, Part | None]
"""What counts tell apart: sides, strength, a deadline ahead, a later report, the outcome and the list."""
Key = Callable[[tuple[str, ...], str | None], tuple[str, ...]]


def _counted(tallies: Iterable[Tally], alike: Mapping[Alike, int], key: Key) -> list[tuple[str, Counts]]:
    """Counts by what a key gives for the sides and the strength of a commitment."""
    found: dict[str, Counter[str]] = {}
    for tally in tallies:
        for name in key(tally.sides, tally.strength):
            count = found.setdefault(name, Counter())
            count["umbrellas" if tally.umbrella else "undertaken"] += tally.count
            count["told_of"] += 0 if tally.umbrella else tally.heard
    for one, number in alike.items():
        for name in key(*one[:2]):
            for field in _fields(one):
                found[name][field] += number
    names = [field.name for field in fields(Counts)]
    return [(name, Counts(**{field: count[field] for field in names})) for name, count in found.items()]


def _fields(alike: Alike) -> list[str]:
    """Under which counts a commitment that can be checked falls."""
    _, strength, ahead, heard, outcome, part = alike
    said = {
        "checkable": True,
        "dated": ahead,
        "checked": heard,
        "closed": outcome in CLOSED,
        "proposed": strength == PROPOSED,
    }
    return [name for name, holds in said.items() if holds] + ([part.replace(" ", "_")] if part else [])


def _by_checkable(row: tuple[str, Counts]) -> tuple[int, int, str]:
    return -row[1].checkable, -row[1].undertaken, row[0]


def _by_strength(row: tuple[str, Counts]) -> int:
    return STRENGTHS.index(row[0]) if row[0] in STRENGTHS else len(STRENGTHS)


def _listed(ledger: Ledger, pledges: list[Pledge], part: Part, asked: DueAsked) -> tuple[Item, ...]:
    """The commitments of one part: the deadline that is nearest to the day first, or the latest word first."""
    some = _first(ledger, pledges, part, asked.limit)
    cited = ledger.cited([pledge.number for pledge in some], asked.pursued.as_of)
    return tuple(item(pledge, one, asked.pursued.as_of) for pledge, one in zip(some, cited, strict=True))


def _first(ledger: Ledger, some: list[Pledge], part: Part, limit: int) -> list[Pledge]:
    """The first of a part in its order; those of one day stand by their ids, whatever came first into the ledger."""
    latest_first = part != "due soon"
    found = sorted(some, key=_day_of(part), reverse=latest_first)
    if limit:
        last = {_day_of(part)(pledge) for pledge in found[limit - 1 : limit]}
        found = found[:limit] + [pledge for pledge in found[limit:] if _day_of(part)(pledge) in last]
    ids = ledger.ids(pledge.number for pledge in found)
    found.sort(key=lambda pledge: ids[pledge.number])
    found.sort(key=_day_of(part), reverse=latest_first)
    return found[:limit] if limit else found


def _day_of(part: Part) -> Callable[[Pledge], str]:
    """The day by which a part is ordered: the end of the deadline, or the last word; of what is unanswered when it was proposed."""
    if part == "unanswered":
        return lambda pledge: pledge.told
    return (lambda pledge: pledge.heard or pledge.told) if part == "silent" else _last_day


def _last_day(pledge: Pledge) -> str:
    return _end(pledge.due) if pledge.due else ""


@lru_cache(maxsize=16_384)
def _end(due: str) -> str:
    return period(due)[1].isoformat()


def item(pledge: Pledge, cited: Cited, as_of: str) -> Item:
    """A commitment as lists show it on a day."""
    record, slots = cited.record, cited.record.slots
    by, to = (tuple(str(value) for value in slots.get(role, ())) for role in ("by", "to"))
    due, precision = (pledge.due, cited.precision) if is_ahead(pledge) else (None, None)
    days = (period(as_of)[0] - period(due)[1]).days if due else None
    return Item(
        record.id, record.words, by, to, pledge.strength, pledge.told, due, precision, due_words(cited),
        days, pledge.outcome, pledge.heard, record.review, record.score, cited.report, cited.outlet, cited.title, cited.span,
        cited.sources, cited.moved if due else None, cited.file,
    )  # fmt: skip


def due_words(cited: Cited) -> str | None:
    """The words of the deadline that holds."""
    if cited.moved:
        return cited.moved.words
    return next((str(words) for words in cited.record.slots.get("due_text", ())), None)
