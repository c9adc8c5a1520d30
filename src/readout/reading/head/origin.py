"""Where a report comes from: outlet, credited source, publication date."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date as Date
from functools import cache
from urllib.parse import urlparse

from readout.lang import Pack, load
from readout.lang.patterns import any_of
from readout.model import InvalidDate, Span, Stated
from readout.reading.dates.stamps import stamps
from readout.reading.head.captions import captions
from readout.reading.head.mastheads import masthead

OPENING = 1500
"""Code points in which a report says where it comes from."""
NAME = r"[A-Z][\w.’'-]+"


@dataclass(frozen=True, slots=True)
class Patterns:
    """What a language's lexicon/provenance.yaml and calendar say, as patterns; the groups are named by what they hold."""

    date: re.Pattern[str]
    credit: re.Pattern[str]
    spokesperson: re.Pattern[str]
    cited: re.Pattern[str]


@cache
def patterns(language: str) -> Patterns:
    """The patterns of a language."""
    lexicon = load(language).lexicon
    words = {name: any_of(said) for name, said in lexicon["provenance"].items()}
    article = rf"(?:{words['articles']}\s+)?"
    return Patterns(
        date=re.compile(rf"^\s*(?:{words['date_words']}\s*:?\s*)?(?P<date>\d{{4}}-\d{{2}}-\d{{2}})\b", re.IGNORECASE),
        credit=re.compile(
            rf"(?P<outlet>[A-Z][\w.]+(?:\.[a-z]{{2,3}})?)\s+{words['reports']}\s+{words['refers']}\s+{article}"
            r"(?P<source>[^.\n]+?)(?=\.\s|\.$|\n|$)"
        ),
        spokesperson=re.compile(
            rf"{words['attributed']} (?:[A-Z][\w’']+\s+)*?{words['spokespersons']}\s+(?P<source>(?:{NAME}\s?)+?)(?=[:.,\n])"
        ),
        cited=re.compile(rf"{words['cites']}\s+{article}(?P<source>{words['services']}[^.,\n]*)"),
    )


def check_date(value: str) -> str:
    """The date itself; InvalidDate where it is no ISO date (YYYY-MM-DD)."""
    try:
        return Date.fromisoformat(value).isoformat()
    except ValueError as problem:
        raise InvalidDate(f"{value!r} is no date. Write it as YYYY-MM-DD, for example 2022-02-13.") from problem


def published(text: str, given: str | None, language: str = "en") -> Stated | None:
    """The date of publication: as given with the report, else as the text's head states it."""
    if given:
        return Stated(check_date(given))
    match = patterns(language).date.match(text)
    if not match:
        return stamps(text, language).published
    try:
        return Stated(check_date(match["date"]), Span(*match.span("date")))
    except InvalidDate:
        return None


def passed_over(text: str, language: str = "en") -> tuple[Span, ...]:
    """What says when and where the report went out, and is not read: a date put before its first words, stamps, a dateline, and what
    pictures are called."""
    match = patterns(language).date.match(text)
    own = stamps(text, language).passed_over if not match else (Span(0, match.end()),)
    return (*own, *captions(text, language))


def outlet(text: str, source: str | None, url: str | None, pack: Pack) -> tuple[Stated | None, str | None]:
    """Who published it, and the country whose side the outlet takes, where the list of outlets says: as the text credits, as given
    with the report, else the agency of its dateline, else its masthead."""
    credit = patterns(pack.language).credit.search(text[:OPENING])
    rows = pack.lexicon["outlets"]
    if credit:
        name = credit["outlet"]
        row = next((row for row in rows if name in (row["name"], *row.get("sources", ()))), None)
        return Stated(row["name"] if row else name, Span(*credit.span("outlet"))), row.get("country") if row else None
    host = (urlparse(url).hostname or "") if url else ""
    for row in rows:
        known = source and any(source == s or source.startswith(s) for s in row.get("sources", ()))
        if known or any(host == d or host.endswith("." + d) for d in row.get("domains", ())):
            return Stated(row["name"]), row.get("country")
    if source:
        return Stated(source), None
    agency, home = _agency(text, pack)
    return (agency, home) if agency else _masthead(text, pack)


def is_news(outlet: Stated | None, pack: Pack) -> bool:
    """Whether the list of outlets knows an outlet as one that takes no country's side."""
    return any(outlet and outlet.value == row["name"] and "country" not in row for row in pack.lexicon["outlets"])


def _agency(text: str, pack: Pack) -> tuple[Stated | None, str | None]:
    """The agency of the dateline, and the country whose side it takes; none that the list of outlets does not know."""
    told = stamps(text, pack.language).agency
    name = str(told.value).lower() if told else ""
    for row in pack.lexicon["outlets"] if told else ():
        names = (row["name"], *row.get("sources", ()), *row.get("domains", ()))
        if told and name in (known.lower() for known in names):
            return Stated(row["name"], told.span), row.get("country")
    return None, None


def _masthead(text: str, pack: Pack) -> tuple[Stated | None, str | None]:
    """The outlet whose own masthead or signs the text bears, and the country whose side it takes."""
    found = masthead(text, pack.language)
    return (Stated(found.row["name"], found.span), found.row.get("country")) if found else (None, None)


def credited(text: str, language: str = "en") -> Stated | None:
    """Whom the outlet credits: a press service, an agency, a spokesperson."""
    known = patterns(language)
    for pattern in (known.credit, known.spokesperson, known.cited):
        match = pattern.search(text[:OPENING])
        if match:
            said = match["source"].rstrip(" ,.")
            start = match.start("source")
            return Stated(said.lstrip(" ,."), Span(start, start + len(said)))
    return None


def provenance_spans(text: str, language: str = "en") -> list[Span]:
    """The words by which an outlet says where it has the report from: no statements."""
    known = patterns(language)
    found = (pattern.finditer(text[:OPENING]) for pattern in (known.credit, known.spokesperson))
    return [Span(*match.span()) for matches in found for match in matches]
