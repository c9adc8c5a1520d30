"""Where a report comes from: outlet, credited source, publication date, language."""

from __future__ import annotations

import re
from datetime import date as Date
from urllib.parse import urlparse

import py3langid

from readout.lang import Pack
from readout.model import InvalidDate, Span, Stated
from readout.reading.dates import times

LANGUAGE_SAMPLE = 3000
"""Code points that are looked at to tell the language."""
ENGLISH = frozenset(("en", "pcm"))
"""Nigerian Pidgin is what the classifier calls some short English sentences full of names."""
SURE = 40
"""Letters below which a text is too short to call it another language."""
HEAD_DATE = re.compile(r"^\s*(?:date\s*:?\s*)?(\d{4}-\d{2}-\d{2})\b", re.IGNORECASE)
DATELINE = re.compile(
    r"^[A-Z][A-Z .’'-]{2,}(?:,\s*[A-Z][\w .]+?)?,\s+((?:January|February|March|April|May|June|July|August|September"
    r"|October|November|December)\s+\d{1,2},\s+\d{4})",
    re.MULTILINE,
)
CREDIT = re.compile(
    r"([A-Z][\w.]+(?:\.[a-z]{2,3})?)\s+(?:reports?|reported|informs?|writes?)\s+(?:with reference to|citing|referring to)\s+(the\s+)?([^.\n]+?)(?=\.\s|\.$|\n|$)"
)
SPOKESPERSON = re.compile(
    r"attributable to (?:[A-Z][\w’']+\s+)*?(?:Spokesperson|Spokesman|Spokeswoman)\s+((?:[A-Z][\w.’'-]+\s?)+?)(?=[:.,\n])"
)
CITED = re.compile(
    r"(?:[Aa]ccording to|reported by|citing|with reference to)\s+(?:the\s+)?((?:press service|press office|Office of the Spokesperson)[^.,\n]*)"
)


def language_of(text: str) -> str:
    """The ISO 639-1 code of the text's language; a text too short to tell counts as English."""
    sample = text[:LANGUAGE_SAMPLE]
    if sum(letter.isalpha() for letter in sample) < SURE:
        return "en"
    code = str(py3langid.classify(sample)[0])
    return "en" if code in ENGLISH else code


def check_date(value: str) -> str:
    """The date itself; InvalidDate where it is no ISO date (YYYY-MM-DD)."""
    try:
        return Date.fromisoformat(value).isoformat()
    except ValueError as problem:
        raise InvalidDate(f"{value!r} is no date. Write it as YYYY-MM-DD, for example 2022-02-13.") from problem


def published(text: str, given: str | None) -> Stated | None:
    """The date of publication: as given with the report, else as the text's head states it."""
    if given:
        return Stated(check_date(given))
    match = HEAD_DATE.match(text)
    if not match:
        return _dateline(text)
    try:
        return Stated(check_date(match[1]), Span(*match.span(1)))
    except InvalidDate:
        return None


def front_matter(text: str) -> int:
    """Where the report itself begins: behind a date that someone put before its first words."""
    match = HEAD_DATE.match(text)
    return match.end() if match else 0


def _dateline(text: str) -> Stated | None:
    """The date of a dateline ("WASHINGTON, November 10, 2021 -") in the text's first lines."""
    match = DATELINE.search(text, 0, 300)
    found = times(text, *match.span(1), None) if match else []
    return Stated(found[0].value, found[0].span) if found else None


def outlet(text: str, source: str | None, url: str | None, pack: Pack) -> tuple[Stated | None, str | None]:
    """Who published it, and the country whose side the outlet takes, where the list of outlets says."""
    credit = CREDIT.search(text[:1500])
    rows = pack.lexicon["outlets"]
    if credit:
        name = credit[1]
        row = next((row for row in rows if name in (row["name"], *row.get("sources", ()))), None)
        return Stated(row["name"] if row else name, Span(*credit.span(1))), row.get("country") if row else None
    host = (urlparse(url).hostname or "") if url else ""
    for row in rows:
        known = source and any(source == s or source.startswith(s) for s in row.get("sources", ()))
        if known or any(host == d or host.endswith("." + d) for d in row.get("domains", ())):
            return Stated(row["name"]), row.get("country")
    return (Stated(source), None) if source else (None, None)


def credited(text: str) -> Stated | None:
    """Whom the outlet credits: a press service, an agency, a spokesperson."""
    head = text[:1500]
    for pattern, group in ((CREDIT, 3), (SPOKESPERSON, 1), (CITED, 1)):
        match = pattern.search(head)
        if match:
            value = match[group].strip(" ,.")
            start = match.start(group)
            return Stated(value, Span(start, start + len(match[group].rstrip(" ,."))))
    return None


def provenance_spans(text: str) -> list[Span]:
    """The words by which an outlet says where it has the report from: no statements."""
    return [Span(*match.span()) for pattern in (CREDIT, SPOKESPERSON) for match in pattern.finditer(text[:1500])]
