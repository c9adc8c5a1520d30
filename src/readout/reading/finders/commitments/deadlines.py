"""The deadline of an action in the text's own words: worked out where they name a time, else as words alone."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date as Date
from datetime import timedelta
from functools import cache

from readout.lang import load
from readout.lang.patterns import any_of
from readout.model import Slot, Span
from readout.reading.dates.worked_out import Time, times

LONGEST_PAST = 12
"""Code points before a day in which a word of `past_day` stands."""
LONGEST_END = 20
"""Code points before a time in which words of `old_ends` stand."""
BETWEEN = 5
"""Words between a word of `talked_of` and the day, at most."""

SOME_DAY = "2000-01-01"
"""The day of a report whose day nobody knows: what is worked out from it stays words."""


@dataclass(frozen=True, slots=True)
class DeadlineWords:
    """The words of lexicon/deadlines.yaml as patterns."""

    lead: re.Pattern[str]
    name: re.Pattern[str]
    season: re.Pattern[str]
    loose: re.Pattern[str]
    articles: tuple[str, ...]
    stretch: re.Pattern[str]
    vague: re.Pattern[str]
    numbers: Mapping[str, int]
    bare: tuple[str, ...]
    sure: tuple[str, ...]
    exact: tuple[str, ...]
    after: re.Pattern[str]
    past_day: re.Pattern[str]
    spoken_of: tuple[str, ...]
    talked_of: re.Pattern[str]
    old_end: re.Pattern[str]
    month: re.Pattern[str]
    months: Mapping[str, int]


@cache
def deadline_words(language: str) -> DeadlineWords:
    """The words of deadlines of a language."""
    words = load(language).lexicon["deadlines"]
    number = rf"(?:\d{{1,3}}|{any_of(words['numbers'])})"
    units, event = any_of(words["units"]), rf"(?:[\w’'-]+\s+){{0,3}}{any_of(words['events'])}"
    vague = any_of(words["vague"]).replace("NUMBER", number).replace("UNIT", units).replace("EVENT", event)
    return DeadlineWords(
        re.compile(
            rf"\b{any_of(words['leads'])}\s+(?:the\s+)?(?:end\s+of\s+)?(?:(?P<kind>{any_of(words['kinds_of_year'])})\s+)?$",
            re.IGNORECASE,
        ),
        re.compile(r"\s+[A-Z]"),
        re.compile(rf"\b{any_of(words['seasons'])}(?:\s+of)?\s+(?=\S+(?:\s+year)?$)", re.IGNORECASE),
        re.compile(any_of(words["loose"]), re.IGNORECASE),
        tuple(words["articles"]),
        re.compile(
            rf"\b{any_of(words['stretches'])}\s+(?:the\s+)?(?:(?P<coming>{any_of(words['coming'])})\s+)?"
            rf"(?:(?P<n>{number})[\s-]+)?(?P<unit>{units})(?P<plural>s)?\b",
            re.IGNORECASE,
        ),
        re.compile(rf"\b{vague}\b(?!\s+as\b)", re.IGNORECASE),
        words["numbers"],
        tuple(words["bare"]),
        tuple(words["sure"]),
        tuple(words["exact"]),
        re.compile(rf"\s+{any_of(words['after'])}\b", re.IGNORECASE),
        re.compile(rf"\b{any_of(words['past_day'])}\s+$", re.IGNORECASE),
        tuple(words["spoken_of"]),
        re.compile(rf"\b{any_of(words['talked_of'])}(?:\s+[\w’'-]+){{0,{BETWEEN}}}\s+$", re.IGNORECASE),
        re.compile(rf"\b{any_of(words['old_ends'])}\s+(?:{any_of(words['leads'])}\s+)?$", re.IGNORECASE),
        re.compile(rf"(?<!end of )\b{any_of(words['months'])}\b", re.IGNORECASE),
        words["months"],
    )


def due_words(text: str, span: Span, published: str | None, language: str = "en") -> list[Slot]:
    """The slots `due` (an ISO date or year, the last day of a range) and `due_text` (the words) of an action.

    A time before `published` dates something that the action speaks of ("the order of April 2, 2020"), never its deadline.
    """
    words = deadline_words(language)
    for time in times(text, span.start, span.end, published, future=True, language=language):
        lead = words.lead.search(text, span.start, time.span.start)
        lead = None if lead and lead["kind"] and words.name.match(text, time.span.end) else lead
        bare = time.precision == "year" and not time.span.of(text).lower().startswith(words.bare)
        past = published is not None and time.last < published[: len(time.last)]
        past = past or _speaks_of(words, text, span, time, published)
        said = Span(lead.start() if lead else time.span.start, time.span.end)
        if not past and _is_loose(words, text, said, time.span):
            return [Slot("due_text", said.of(text), said)]
        if not past and (lead is not None or not bare):
            return _slots(text, said, time)
    if published is None:
        return [slot for slot in due_words(text, span, SOME_DAY, language) if slot.role == "due_text"]
    counted = _lasting(words, text, span, published) or _month(words, text, span, published)
    if counted:
        return counted
    match = words.vague.search(text, span.start, span.end)
    return [Slot("due_text", match.group(), Span(*match.span()))] if match else []


def _speaks_of(words: DeadlineWords, text: str, span: Span, time: Time, published: str | None) -> bool:
    """Whether a time dates something that an action speaks of: the day of the report, or tomorrow ("the challenges of today", "today's
    conversation", "the issues discussed today"), or any by which something would have ended ("due to expire on May 3")."""
    day = time.span
    if words.old_end.search(text, max(span.start, day.start - LONGEST_END), day.start):
        return True
    if time.last != published and day.of(text).lower() not in words.spoken_of:
        return False
    ahead = text[max(0, day.start - LONGEST_PAST) : day.start]
    if text[day.end : day.end + 2] in ("'s", "’s") or words.past_day.search(ahead) is not None:
        return True
    return time.last == published and words.talked_of.search(text, span.start, day.start) is not None


def _is_loose(words: DeadlineWords, text: str, said: Span, time: Span) -> bool:
    """Whether a time is told too loosely for a date: by a season ("in the spring of 2024"), or as "over the coming year"."""
    season = words.season.search(text, max(0, time.start - LONGEST_PAST), time.end)
    return season is not None or words.loose.fullmatch(said.of(text)) is not None


def _slots(text: str, words: Span, time: Time) -> list[Slot]:
    due = Slot("due", time.last, words, precision=time.precision, how="worked out")
    return [due, Slot("due_text", words.of(text), words)]


def _lasting(words: DeadlineWords, text: str, span: Span, published: str | None) -> list[Slot]:
    """ "Over the next three years", "within 24 hours": the end of the stretch, as precise as its unit."""
    match = words.stretch.search(text, span.start, span.end) if published else None
    if match is None or published is None:
        return []
    said = (match["n"] or "").lower()
    counts_from_now = match["coming"] or match.group().lower().startswith(words.sure)
    if (
        words.after.match(text, match.end())
        or words.loose.fullmatch(match.group())
        or (said in words.articles and not match.group().lower().startswith(words.exact))
        or not counts_from_now
        or (not said and (match["plural"] or not match["coming"]))
    ):
        return []
    number = words.numbers.get(said) or int(said or 1)
    end, precision = _after(Date.fromisoformat(published), number, match["unit"].lower())
    place = Span(*match.span())
    return _slots(text, place, Time(place, end, end, precision))


def _month(words: DeadlineWords, text: str, span: Span, published: str | None) -> list[Slot]:
    """ "Next month", "later this month": the month, counted from the report's day."""
    match = words.month.search(text, span.start, span.end) if published else None
    if match is None or published is None:
        return []
    end, precision = _after(
        Date.fromisoformat(published), words.months[" ".join(match.group().lower().split())], "month"
    )
    place = Span(*match.span())
    return _slots(text, place, Time(place, end, end, precision))


def _after(day: Date, number: int, unit: str) -> tuple[str, str]:
    if unit == "year":
        return str(day.year + number), "year"
    if unit == "month":
        months = day.year * 12 + day.month - 1 + number
        return f"{months // 12}-{months % 12 + 1:02d}", "month"
    days = {"hour": number / 24, "day": number, "week": 7 * number}[unit]
    return (day + timedelta(days=days)).isoformat(), "day"
