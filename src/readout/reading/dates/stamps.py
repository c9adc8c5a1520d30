"""When a report went out, as press services print it: a line that holds little but a date, a labelled date, a dateline."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from itertools import pairwise

from readout.lang import load
from readout.lang.patterns import any_of
from readout.model import Span, Stated
from readout.reading.dates.datelines import dateline
from readout.reading.dates.full_dates import full_dates, masthead

HEAD, LINES = 600, 8
"""Code points, and lines that say something, in which a report's date or dateline stands."""
FOOT = 3
"""Lines at the end of a text in one of which its date may stand, where its head has none."""
LINE, BESIDE, HEADLINES = 110, 30, 3
"""The longest line of a stamp, the most letters that stand beside its date, and the lines in which a headline stands."""
CLOCK = re.compile(
    r"\b\d{1,2}\s?[:.h]\s?\d{2}(?::\d{2})?(?!\d)(?:\s?[ap]\.?m\.?)?(?:\s+(?:[A-Z]{2,4}\b|\([^)\n]*\)))?", re.IGNORECASE
)
CLOSING = ("”", "»", '"')
WORD = re.compile(r"[^\W\d_][^\W_]*")


@dataclass(frozen=True, slots=True)
class Stamps:
    """The date of publication, the words to pass over when the report is read, as they tell of it and not of a meeting, and the agency."""

    published: Stated | None = None
    passed_over: tuple[Span, ...] = ()
    agency: Stated | None = None


@dataclass(frozen=True, slots=True)
class Labels:
    """What lexicon/provenance.yaml says beside dates, as patterns."""

    opening: re.Pattern[str]
    published: re.Pattern[str]
    today: re.Pattern[str]
    beside: re.Pattern[str]
    ending: re.Pattern[str]


@cache
def labels(language: str) -> Labels:
    """The labels of a language."""
    lexicon = load(language).lexicon
    told, days = lexicon["provenance"], lexicon["calendar"]["weekdays"]
    date = masthead(language).date.pattern
    today = any_of(word for word, distance in lexicon["calendar"]["days"].items() if distance == 0)
    return Labels(
        re.compile(rf"\s*(?i:{any_of([*told['published'], *told['stamp_labels']])})\s*:?\s"),
        re.compile(rf"(?:^|[.!?|)”\"\n])\s*{any_of(told['published'])}\s*:?\s*(?={date})"),
        re.compile(rf"\b(?i:{today})[,(]?\s*\(?(?:{any_of(days)},?\s+)?(?={date})"),
        re.compile(rf"(?i:\b{any_of([*told['published'], *told['stamp_labels'], *told['stamp_words'], *days])}(?!\w))"),
        re.compile(
            rf"(?:[:,(]|\s[-–—])\s+(?:{any_of(days)},?\s+)?{date}\)?(?:\s*[:–—-]\s*(?i:{any_of(told['document_kinds'])}))?\s*$",
            re.MULTILINE,
        ),
    )


def stamps(text: str, language: str = "en") -> Stamps:
    """What a report says of its own publication; a date that could be read in two ways is left out."""
    found: list[Stamps] = []
    for line in _lines(text):
        stamp = _line(text, line, language) or _dateline(text, line, language)
        found += [stamp] if stamp else []
    dates = [stamp.published for stamp in found if stamp.published]
    over = tuple(span for stamp in found for span in stamp.passed_over)
    agency = next((stamp.agency for stamp in found if stamp.agency), None)
    return Stamps(
        dates[0] if dates else _said(text, language) or _headline(text, language) or _at_foot(text, language),
        over,
        agency,
    )


def _lines(text: str) -> Iterator[Span]:
    """The first lines of a text that say something, up to one that ends a quotation: what follows dates its words."""
    for _, match in zip(range(LINES), re.finditer(r"[^\n]*\w[^\n]*", text), strict=False):
        if match.start() >= HEAD:
            return
        yield Span(*match.span())
        if match[0].rstrip()[-1:] in CLOSING:
            return


def _line(text: str, line: Span, language: str) -> Stamps | None:
    """A line that tells a date and little else; passed over where a label opens it, or where the date stands alone."""
    said = text[line.start : line.end]
    dates = list(full_dates(text, line, language)) if len(said) <= LINE and said.lstrip()[:1] not in "-–—•*" else []
    if not dates:
        return None
    known = labels(language)
    words = WORD.findall(known.beside.sub(" ", CLOCK.sub(" ", masthead(language).date.sub(" ", said))))
    if sum(map(len, words)) > BESIDE or any(word[0].islower() for word in words):
        return None
    return Stamps(dates[0], (line,) if known.opening.match(said) or not words else ())


def _headline(text: str, language: str) -> Stated | None:
    """The date that a headline ends with, set apart ("Call with President A: 14 August 2023", "… in Riga, 3 May 2024: readout")."""
    for line, _ in zip(_lines(text), range(HEADLINES), strict=False):
        ending = labels(language).ending.search(text, line.start, line.end)
        if ending and (found := next(full_dates(text, Span(*ending.span()), language), None)):
            return found
    return None


def _dateline(text: str, line: Span, language: str) -> Stamps | None:
    """The dateline that opens a line, passed over, with its date where it has a year."""
    found = dateline(text, line.start, language)
    return Stamps(next(full_dates(text, found.span, language), None), (found.span,), found.agency) if found else None


def _at_foot(text: str, language: str) -> Stated | None:
    """The date that one of the last lines holds and little else, as ministries sign ("SINGAPORE\n5 DECEMBER 2024"); none behind a
    quotation, whose words it dates, or before a sentence."""
    lines = [Span(*match.span()) for match in re.finditer(r"[^\n]*\w[^\n]*", text)]
    for before, line in reversed([*pairwise(lines)][-FOOT:]):
        stamp = _line(text, line, language)
        if stamp and stamp.published:
            return None if before.of(text).rstrip().endswith(CLOSING) else stamp.published
        if line.end - line.start > LINE // 2:
            return None
    return None


def _said(text: str, language: str) -> Stated | None:
    """The date behind a label anywhere ("… said.Published on 04/18/2024"), else behind "today" in the head."""
    known = labels(language)
    for matches in (known.published.finditer(text), known.today.finditer(text, 0, HEAD)):
        for match in matches:
            if found := next(full_dates(text, Span(match.end(), match.end() + 40), language), None):
                return found
    return None
