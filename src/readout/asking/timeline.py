"""What passed between two sides, with an actor, on a topic or of an undertaking, in order of time."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from readout.asking.days import checked, last_day
from readout.asking.leading import Lead, Under, leads
from readout.asking.reported import own_reports
from readout.asking.whom import Whom, sides, whom
from readout.ledger.records.wanted import UNDERTAKEN, Wanted
from readout.model import NotInLedger, Span

if TYPE_CHECKING:
    from readout.ledger import Ledger
    from readout.ledger.records.record import Detail, News, Source

KINDS = ("meeting", "commitment", "agreement", "project", "progress")
"""Kinds of finding that a timeline shows; what was only said is for `search`."""


@dataclass(frozen=True, slots=True)
class Course:
    """Whose course is asked for: exactly one of a pair, an actor, an undertaking by its id, or a topic by its words.

    Dates are ISO. Nothing counts that was published after `as_of`. Of more than `limit` moments the last are shown; 0 shows all.
    """

    as_of: str
    pair: tuple[str, str] | None = None
    actor: str | None = None
    commitment: str | None = None
    topic: str | None = None
    since: str | None = None
    until: str | None = None
    limit: int = 200


@dataclass(frozen=True, slots=True)
class Moment:
    """Something on a day: a record that began, an undertaking told again, or news of one.

    `kind` is a kind of finding, `again` or `news`; `label` the sort of meeting, the strength, the status or what the news tells.
    `who` meets, undertakes it or tells the news; `by` and `towards` are the sides of the undertaking that it is about.
    `id` is the record's, `of` that of the undertaking which the moment is about. `report`, `outlet`, `published` and `span` say
    where the words stand (code points); a meeting that only a report's head tells has no span.
    """

    date: str
    kind: str
    label: str
    who: tuple[str, ...]
    words: str
    id: str
    of: str | None
    due: str | None
    outcome: str | None
    report: str
    outlet: str | None
    published: str | None
    span: Span | None
    by: tuple[str, ...] = ()
    towards: tuple[str, ...] = ()
    file: str | None = None


@dataclass(frozen=True, slots=True)
class Timeline:
    """Moments in order of time; `before` says that earlier ones were left out, `undated` how many without a date were met.

    Of a person, `led` are timelines of what the states and bodies that the person headed undertook meanwhile.
    """

    subject: str
    as_of: str
    moments: tuple[Moment, ...]
    before: bool
    undated: int
    led: tuple[Under[Timeline], ...] = ()


def timeline(ledger: Ledger, course: Course) -> Timeline:
    """The course of a matter.

    Raises NotInLedger where not exactly one thing is asked for, there is no such undertaking, or nobody of that name.
    """
    for name in ("since", "until", "as_of"):
        checked(getattr(course, name), name)
    _check_one(course)
    actor, pair = whom(ledger, course.actor, course.as_of), sides(ledger, course.pair, course.as_of)
    details = list(_details(ledger, course, actor, pair))
    subject = " and ".join(pair) if pair else actor.name or _subject(course, details)
    own = _timeline(ledger, course, subject, details)
    led = []
    for lead in leads(ledger, actor, course.as_of):
        theirs = _timeline(ledger, course, lead.name, _led(ledger, course, lead))
        if theirs.moments:
            led.append(Under(lead, theirs))
    return replace(own, led=tuple(led))


def _timeline(ledger: Ledger, course: Course, subject: str, details: Iterable[Detail]) -> Timeline:
    found = [moment for detail in details for moment in _moments(detail, course)]
    dated = sorted({moment for moment in found if moment.date and _within(moment.date, course)}, key=_order)
    kept = dated[-course.limit :] if course.limit else dated
    undated = sum(not moment.date for moment in found)
    return Timeline(subject, course.as_of, _cited(ledger, kept), len(dated) > len(kept), undated)


def _led(ledger: Ledger, course: Course, lead: Lead) -> Iterator[Detail]:
    """What a state or body undertook under its head; what came of it may be told later."""
    since, until = lead.within(course.since, course.until)
    wanted = Wanted("commitment", since=since, until=until, limit=0, led=lead.led)
    wanted = replace(wanted, since=_bound(ledger, wanted, replace(course, since=since, until=until), UNDERTAKEN))
    for kind in UNDERTAKEN:
        yield from ledger.stood(replace(wanted, kind=kind), course.as_of)


def _cited(ledger: Ledger, moments: Sequence[Moment]) -> tuple[Moment, ...]:
    """News with the outlet of its report; all else has it already."""
    heads = ledger.bylines({moment.report for moment in moments if moment.kind == "news"})
    return tuple(
        replace(m, outlet=heads[m.report].outlet, file=heads[m.report].file) if m.kind == "news" else m for m in moments
    )


def _check_one(course: Course) -> None:
    asked = [given for given in (course.pair, course.actor, course.commitment, course.topic) if given]
    if len(asked) != 1:
        raise NotInLedger(
            "A timeline is of one thing: a pair, an actor, an undertaking's id, or a topic. Give one of them."
        )


def _subject(course: Course, details: Sequence[Detail]) -> str:
    """The undertaking or the topic of a timeline, in words."""
    if course.commitment:
        return f"{', '.join(details[0].sides) or 'Nobody named'}: {details[0].record.words}"
    topic = (course.topic or "").strip()
    return topic if '"' in topic else f"“{topic}”"


def _details(ledger: Ledger, course: Course, actor: Whom, pair: tuple[str, str] | None) -> Iterable[Detail]:
    if course.commitment:
        return [_one(ledger, course.commitment, course.as_of)]
    wanted = Wanted("meeting", actor.names, pair, text=course.topic, limit=0, whole=actor.whole)
    wanted = replace(wanted, since=_bound(ledger, wanted, course))
    found = [detail for kind in KINDS for detail in ledger.stood(replace(wanted, kind=kind), course.as_of)]
    return [*found, *_undertaken_there(ledger, found, pair, course.as_of)] if pair else found


def _undertaken_there(ledger: Ledger, found: Sequence[Detail], pair: tuple[str, str], as_of: str) -> Iterator[Detail]:
    """What one of a pair undertook where the two met, whether or not the words say towards whom."""
    met = [detail for detail in found if detail.record.kind == "meeting" and len(detail.sides) <= 2]
    tables = {source.report for detail in met for source in detail.sources}
    reports = own_reports(met, ledger.told_in(tables, "meeting", as_of)) if tables else ()
    known = {detail.record.id for detail in found}
    for detail in ledger.told_in(reports, "commitment", as_of) if reports else ():
        if detail.record.id not in known and detail.sides and set(detail.sides) <= set(pair):
            yield detail


def _bound(ledger: Ledger, wanted: Wanted, course: Course, kinds: Sequence[str] = KINDS) -> str | None:
    """The day from which on there are as many records as are shown, so that no older ones are made as they stood."""
    until = last_day(course.until, course.as_of)
    asked = replace(wanted, since=course.since, until=until, limit=course.limit)
    days = [date for kind in kinds for date in ledger.days(replace(asked, kind=kind))] if course.limit else []
    return sorted(days, reverse=True)[course.limit] if len(days) > course.limit > 0 else course.since


def _one(ledger: Ledger, id: str, as_of: str) -> Detail:
    """An undertaking, agreement or project as it stood on a day, by the beginning of an id of any of its findings."""
    today = ledger.record(id)
    theirs = {source.finding for source in today.sources}
    for detail in ledger.told_in((source.report for source in today.sources), today.record.kind, as_of):
        if any(source.finding in theirs for source in detail.sources):
            return detail
    raise NotInLedger(f"{id}: no report told of it by {as_of}. Ask for a later day with --as-of.")


def _moments(detail: Detail, course: Course) -> Iterator[Moment]:
    record, first = detail.record, detail.sources[0]
    kind = record.kind
    who = detail.sides
    yield Moment(
        record.date or "", kind, record.form or kind, who, record.words, record.id, None, _first_due(detail), record.outcome,
        first.report, first.outlet, first.date, first.span, *_undertaken(detail), first.file,
    )  # fmt: skip
    if course.commitment:
        yield from (_again(detail, source) for source in detail.sources[1:] if not source.reprint)
    yield from (_news(detail, news) for news in detail.news if news.sure)


def _first_due(detail: Detail) -> str | None:
    """The deadline as it was told first: where it was moved to stands with the report that moved it."""
    return detail.moves[0].before if detail.moves else detail.record.due


def _moved_by(detail: Detail, report: str) -> str | None:
    """The deadline that a later report moved it to."""
    return next((change.after for change in detail.moves if change.report == report), None)


def _again(detail: Detail, source: Source) -> Moment:
    record = detail.record
    return Moment(
        source.date or "", "again", "told again", detail.sides, source.words, source.finding or record.id, record.id,
        _moved_by(detail, source.report), None, source.report, source.outlet, source.date, source.span, *_undertaken(detail), source.file,
    )  # fmt: skip


def _news(detail: Detail, news: News) -> Moment:
    who = (news.who,) if news.who else ()
    return Moment(
        news.date, "news", news.effect, who, news.words, detail.record.id, detail.record.id, _moved_by(detail, news.report), None, news.report,
        None, news.date, news.span, *_undertaken(detail),
    )  # fmt: skip


def _undertaken(detail: Detail) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Who undertakes it and towards whom; nobody where it is no undertaking."""
    record = detail.record
    if record.kind != "commitment":
        return (), ()
    to = tuple(str(value) for value in record.slots.get("to", ()))
    return detail.sides or tuple(str(value) for value in record.slots.get("by", ())), to


def _within(date: str, course: Course) -> bool:
    """A month or year counts from its first day on."""
    return (course.since or "") <= date <= f"{course.until or '9999'}~" and date <= course.as_of


def _order(moment: Moment) -> tuple[str, int, str, tuple[int, int], str]:
    """By day, and of one day as the reports tell it."""
    order = (*KINDS, "again", "news")
    span = (moment.span.start, moment.span.end) if moment.span else (0, 0)
    return moment.date, order.index(moment.kind), moment.report, span, moment.id
