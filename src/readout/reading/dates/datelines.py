"""Datelines: where and when an agency sends from, before its first sentence ("KUWAIT, May 8 (KUNA) --")."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from readout.lang import load
from readout.lang.patterns import any_of
from readout.model import Span, Stated
from readout.reading.dates.full_dates import YEAR, masthead

NAME = r"(?!\d)[^\W_a-zß-ÿ][\w’'-]*(?:\.[\w’'-]+)*"
PLACE = rf"{NAME}(?:\.?[ \t/]{NAME}){{0,2}}?(?:\s?\[{NAME}\])?(?:,\s*{NAME}(?:\s{NAME})?)??"
END = r"\s?[-–—]{1,3}|:|\."
FIGURES = r"\d{1,4}[./-]\d{1,2}[./-]\d{2,4}(?:,?\s+\d{1,2}[:.]\d{2})?"
OTHER_CALENDAR = rf"(?:\d{{1,2}}\s+{NAME}(?:\s{NAME})?|{NAME}(?:\s{NAME})?\s+\d{{1,2}},?)\s+1[34]\d\d(?:\s?A?H)?"
"""A date of a calendar that counts some 580 years fewer ("15 Safar 1446", "Safar 15, 1446")."""
LONGEST = 110
WORDS = re.compile(r"[^\W_][\w.’'-]*(?:\s[^\W\d_][\w.’'-]*)*")
"""An agency without the brackets around its name."""
PLACES = frozenset(("capital", "city", "country"))


@cache
def _form(language: str) -> re.Pattern[str]:
    """A date or a place, a date, an agency, and the mark that ends it; all but the mark may be missing."""
    day, agencies = masthead(language).day, any_of(load(language).lexicon["provenance"]["agencies"])
    agency = rf"\({NAME}[^()\n]{{0,30}}\)|/{NAME}[^/\n]{{0,30}}/|{agencies}(?!\w)|(?i:[a-z][\w-]+\.[a-z]{{2,3}})"
    return re.compile(
        rf"[ \t]*(?:(?P<first>{FIGURES}|{day}(?:,?\s{YEAR})?),?\s+)?(?:(?P<place>{PLACE})(?:[.,]|\s*[-–—])?\s*)??"
        rf"(?:{OTHER_CALENDAR},?\s*)?(?:\(?(?P<day>{day}(?:,?\s+{YEAR})?|{YEAR}-\d\d-\d\d|\d{{1,2}}[./]\d{{1,2}}[./]{YEAR})\)?[.,]?\s*)?"
        rf"(?:(?:[-–—]\s*)?(?P<agency>{agency})(?P<mark>{END})?|(?P<end>{END}))(?=\s)"
    )


@cache
def _places(language: str) -> frozenset[str]:
    """The places of a language's lexicons, in capitals."""
    return frozenset(phrase.words.upper() for phrase in load(language).phrases if phrase.sort in PLACES)


@dataclass(frozen=True, slots=True)
class Dateline:
    """A dateline to its last mark, and the agency that it names."""

    span: Span
    agency: Stated | None = None


def dateline(text: str, start: int, language: str) -> Dateline | None:
    """The dateline that begins at `start`; None where a sentence begins there at once.

    It names a place and a day, or an agency behind either; a place alone only in capitals before a dash.
    """
    match = _form(language).match(text, start, start + LONGEST)
    if not match:
        return None
    place, dated, agency = match["place"] or "", match["day"] or match["first"], match["agency"]
    end = (match["end"] or match["mark"] or "").strip()
    known = any(part.strip().upper() in _places(language) for part in re.split(r"[,/\[\]]", place))
    if dated:
        told = agency or (place and (known or place.isupper()))
    else:
        told = known and end not in ("", ".") and (agency or (place.isupper() and end != ":"))
    name = WORDS.search(text, *match.span("agency")) if agency else None
    return Dateline(Span(*match.span()), Stated(name[0], Span(*name.span())) if name else None) if told else None
