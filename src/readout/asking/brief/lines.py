"""Records as lines of a brief, the most important first, each thing once."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from datetime import date
from typing import TYPE_CHECKING, Any

from readout.asking.brief.answer import Line, Section, Told
from readout.matching.likeness import likeness
from readout.matching.words import words_of

if TYPE_CHECKING:
    from readout.ledger.records.record import Detail
    from readout.matching.status import Change

FIRM = {"signed": 0, "agreed": 1, "pledged": 2, "intended": 3, "proposed": 4}
URGENT = {"past due": 0, "unanswered": 0, "due soon": 1, "due": 2}
ALIKE = 0.5
"""Likeness of wording from which two lines of one brief say one thing."""

ACTORS = {"meeting": ("participants",), "statement": ("speaker",), "agreement": ("parties",)}
SOURCES = 3
"""Reports that a line cites at most; its record has the others."""


def line(detail: Detail, as_of: str, words: str | None = None, at: frozenset[str] = frozenset()) -> Line:
    """A record as a line, with its own words or with some of them; an undertaking with its outcome, who says so and where.

    Of its reports those are named first that are among `at`.
    """
    record = detail.record
    sources = sorted((s for s in detail.sources if not s.reprint), key=lambda s: s.report not in at)
    told = tuple(Told(s.report, s.date, s.span) for s in sources)[:SOURCES]
    last = next((change for change in reversed(detail.changes) if change.field == "outcome"), None)
    if last and last.report:
        told = (*told, Told(last.report, last.date, last.span))
    return Line(
        record.id, record.kind, _who(detail), _names(detail, "to"), words or record.words,
        record.date, record.form, told, record.place, record.due, record.time, record.outcome,
        last.quote if last else None, _says(detail, last), last.date[:10] if last else None, _age(record.date, as_of),
        detail.moves[-1].before if detail.moves else None,
    )  # fmt: skip


def _says(detail: Detail, last: Change | None) -> str | None:
    """Who tells of the outcome, and whether that is the side that promised it."""
    if last is None:
        return None
    news = next((n for n in detail.news if (n.report, n.span) == (last.report, last.span)), None)
    standing = {"promiser": "who promised it", "other side": "the other side", "third": "a third party"}
    how, who = standing.get(news.standing if news else "", ""), last.who.strip(" ,;:")
    return f"{who} ({how})" if how and who else who or how or None


def _who(detail: Detail) -> tuple[str, ...]:
    """Who acts; of a meeting of which no two names are told, the sides."""
    names = _names(detail, *ACTORS.get(detail.record.kind, ("by",)))
    return detail.sides if detail.record.kind == "meeting" and len(names) < 2 else names


def _names(detail: Detail, *roles: str) -> tuple[str, ...]:
    values = (v for role in roles for v in detail.record.slots.get(role, ()) if isinstance(v, str))
    return tuple(dict.fromkeys(value.strip(" ,;:") for value in values))


def _age(told: str | None, as_of: str) -> int | None:
    return (date.fromisoformat(as_of) - date.fromisoformat(told)).days if told and len(told) == 10 else None


def section(
    details: Iterable[Detail], as_of: str, most: int, key: Callable[[Detail], Any], at: frozenset[str] = frozenset()
) -> Section:
    """At most so many lines, the first by a key; what says the same as one of them is neither shown nor counted."""
    ordered = sorted(details, key=key)
    kept = distinct(ordered, most)
    left = [detail for detail in ordered if detail not in kept and not any(_alike(detail, one) for one in kept)]
    return Section(tuple(line(detail, as_of, at=at) for detail in kept), len(left))


def distinct(details: Iterable[Detail], most: int) -> list[Detail]:
    """The first so many, each thing once: what is worded like an earlier one of the same sides is left out."""
    kept: list[Detail] = []
    for detail in details:
        if len(kept) == most:
            break
        if not any(_alike(detail, one) for one in kept):
            kept.append(detail)
    return kept


def _alike(one: Detail, other: Detail) -> bool:
    if not set(one.sides) & set(other.sides):
        return False
    return likeness(words_of(one.record.words), words_of(other.record.words)) >= ALIKE


def by_weight(detail: Detail) -> tuple[object, ...]:
    """What can be checked first, and of that what the fewest sides share and what has a deadline, then the firmest and newest."""
    record = detail.record
    vague = record.slots.get("specific") != (True,)
    urgent = URGENT.get(record.time or "", 3)
    deadline = _backwards(record.due or "") if urgent == 0 else record.due or ""
    firm = FIRM.get(record.form or "", 5)
    return vague, len(detail.sides) > 2, urgent, deadline, firm, _backwards(record.date or ""), record.id


def shared_first(one: str | None, other: str) -> Callable[[Detail], tuple[object, ...]]:
    """What both undertook or signed before what one of them did, each by weight; of whoever meets another, what several did."""

    def key(detail: Detail) -> tuple[object, ...]:
        shared = {one, other} <= set(detail.sides) if one else len(detail.sides) > 1
        return not shared, *by_weight(detail)

    return key


def by_time(detail: Detail) -> tuple[object, ...]:
    """What the fewest sides share first, and of that the newest."""
    last = [change.date for change in detail.changes if change.field == "outcome"]
    return len(detail.sides) > 2, _newest(last[-1] if last else detail.record.date), detail.record.id


def by_day(detail: Detail) -> tuple[object, ...]:
    """The newest first; of what is known to the year or the month alone nobody knows that it is newer than a day of it."""
    return _newest(detail.record.date), detail.record.id


def _newest(day: str | None) -> Sequence[int]:
    return _backwards((day or "").ljust(len("2022-02-10"), "-"))


def _backwards(day: str) -> Sequence[int]:
    return [-ord(letter) for letter in day]
