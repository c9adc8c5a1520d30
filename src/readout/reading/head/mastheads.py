"""Whose report a text is by its own masthead: an outlet's name in a line of its head, its signs or its address at head or foot."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any

from readout.lang import load
from readout.lang.patterns import any_of
from readout.model import Span

HEAD, FOOT, LINES = 700, 400, 8
"""Code points at a text's head and foot, and lines at its head, in which an outlet says that a report is its own."""
LONGEST, TITLE = 110, 220
"""Code points of a line that holds names and no sentence, and of a title."""
PIECE = re.compile(r"[^|»•:;–—\n]+?(?=\s*(?:[|»•:;–—\n]|\s-\s|$))")
LINE = re.compile(r"[^\n]*\w[^\n]*")


@dataclass(frozen=True, slots=True)
class Masthead:
    """The outlet's row of outlets.yaml, and the words that name it."""

    row: dict[str, Any]
    span: Span


@dataclass(frozen=True, slots=True)
class Known:
    """What outlets.yaml knows outlets by: names in lower case, and patterns of signs and of addresses with the row of each."""

    names: dict[str, dict[str, Any]]
    signs: re.Pattern[str]
    of_sign: dict[str, dict[str, Any]]
    domains: re.Pattern[str]
    of_domain: dict[str, dict[str, Any]]


@cache
def _known(language: str) -> Known:
    rows = load(language).lexicon["outlets"]
    names = {name.lower(): row for row in reversed(rows) for name in (row["name"], *row.get("sources", ()))}
    signs = {" ".join(sign.split()): row for row in rows for sign in row.get("signs", ())}
    domains = {domain: row for row in rows for domain in row.get("domains", ())}
    return Known(
        names,
        re.compile(rf"(?<!\w){any_of(signs)}(?!\w)"),
        signs,
        re.compile(rf"(?:@|//|\bwww\.)(?:[\w-]+\.)*?(?P<domain>{any_of(domains)})(?![\w.-]*\w)", re.IGNORECASE),
        domains,
    )


def masthead(text: str, language: str = "en") -> Masthead | None:
    """The outlet that a text's own head or foot names; None where no outlet of the list does."""
    return next(_named(text, language), None)


def _named(text: str, language: str) -> Iterator[Masthead]:
    known, foot = _known(language), max(len(text) - FOOT, HEAD)
    for first, last in ((0, HEAD), (foot, len(text))):
        for match in known.signs.finditer(text, first, last):
            if not _stands_apart(text, match):
                continue
            yield Masthead(known.of_sign[" ".join(match[0].split())], Span(*match.span()))
    for piece in _pieces(text):
        row = known.names.get(text[piece.start : piece.end].lower())
        if row:
            yield Masthead(row, piece)
    for first, last in ((0, HEAD), (foot, len(text))):
        for match in known.domains.finditer(text, first, last):
            yield Masthead(known.of_domain[match["domain"].lower()], Span(*match.span("domain")))


def _stands_apart(text: str, sign: re.Match[str]) -> bool:
    """Whether a sign stands in a line that is no sentence, or before a colon: news tells of spokespersons too."""
    start, end = text.rfind("\n", 0, sign.start()) + 1, text.find("\n", sign.end())
    line = text[start : end if end >= 0 else len(text)]
    alone = len(line) <= TITLE and not line.rstrip().endswith(".")
    return alone or re.match(r"[^.\n]{0,60}:", text[sign.end() :]) is not None


def _pieces(text: str) -> Iterator[Span]:
    """What stands by itself in the first lines: whole lines, and their parts between bars, dashes and colons."""
    for _, line in zip(range(LINES), LINE.finditer(text), strict=False):
        if line.end() > HEAD or len(line[0]) > LONGEST or line[0].rstrip().endswith("."):
            continue
        for piece in PIECE.finditer(text, *line.span()):
            said = piece[0].strip()
            if said:
                start = piece.start() + piece[0].index(said[0])
                yield Span(start, start + len(said))
