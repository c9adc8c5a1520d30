"""When is what due? Deadlines and announced meetings as days and stretches of a calendar."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date as Date
from typing import Literal

from readout.asking.due import DueAsked, due_words, is_ahead
from readout.asking.leading import Lead, leads
from readout.asking.whom import pursued
from readout.ledger import Ledger
from readout.ledger.pursuing import Cited, Moved, Pledge, Pursued
from readout.matching.periods import period


@dataclass(frozen=True, slots=True)
class Entry:
    """A deadline or a meeting: it covers the days from `first` to `last`, as exactly as the words say it.

    `revision` rises with whatever the ledger learns of it (a restatement, a later report, a decision), and `touched` is the
    ISO date of the last of these. `due` are the words of the deadline and `moved` how it was moved, `form` strength of wording or kind of meeting.
    Of what a person had no part in, `lead` tells what the person headed that undertook it.
    """

    id: str
    kind: Literal["deadline", "meeting"]
    first: Date
    last: Date
    precision: str
    who: tuple[str, ...]
    towards: tuple[str, ...]
    words: str
    due: str | None
    form: str | None
    place: str | None
    outcome: str | None
    report: str
    outlet: str | None
    told: str | None
    revision: int
    touched: str
    moved: Moved | None = None
    lead: Lead | None = None
    file: str | None = None


def deadlines(ledger: Ledger, asked: DueAsked) -> tuple[Entry, ...]:
    """All deadlines that lay ahead when they were told, and all meetings that are to come, in order of time.

    A deadline stays when its day has passed or its matter is closed: a calendar that was loaded before learns of it. Raises
    NotInLedger as `due` does.
    """
    actor, wanted = pursued(ledger, asked.pursued)
    found = [*_deadlines(ledger, wanted, None), *map(_meeting, ledger.announced(wanted))]
    for lead in leads(ledger, actor, wanted.as_of):
        found += _deadlines(ledger, lead.pursued(wanted), lead)
    return tuple(sorted(found, key=lambda e: (e.first, e.last, e.kind, e.id)))


def _deadlines(ledger: Ledger, wanted: Pursued, lead: Lead | None) -> list[Entry]:
    pledges = [pledge for pledge in ledger.followed(wanted).pledges if is_ahead(pledge)]
    cited = ledger.cited([pledge.number for pledge in pledges], wanted.as_of)
    return [replace(_deadline(*each), lead=lead) for each in zip(pledges, cited, strict=True)]


def _deadline(pledge: Pledge, cited: Cited) -> Entry:
    record, slots = cited.record, cited.record.slots
    by, to = (tuple(str(value) for value in slots.get(role, ())) for role in ("by", "to"))
    first, last = period(pledge.due or "", cited.precision)
    return Entry(
        record.id, "deadline", first, last, _precision(pledge.due or "", cited.precision), by, to, record.words,
        due_words(cited), pledge.strength, None, pledge.outcome, cited.report, cited.outlet, pledge.told,
        cited.revision, cited.touched, cited.moved, file=cited.file,
    )  # fmt: skip


def _meeting(cited: Cited) -> Entry:
    record = cited.record
    first, last = period(record.date or "")
    who = tuple(str(value) for value in record.slots.get("participants", ()))
    return Entry(
        record.id, "meeting", first, last, _precision(record.date or "", None), who, (), record.words, None, record.form,
        record.place, None, cited.report, cited.outlet, cited.told, cited.revision, cited.touched, file=cited.file,
    )  # fmt: skip


def _precision(date: str, known: str | None) -> str:
    return known or {4: "year", 7: "month"}.get(len(date), "day")
