"""Where sentences stand in a report, without a language model: enough to quote evidence by."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from readout.lang.pack import read_yaml
from readout.model import Span

BREAK = re.compile(r"(?<=[.!?…])[\"”’)\]]*\s+(?=[\"“‘(\[]?[A-Z0-9])|(?<=[a-z0-9]{2}[.!?])(?=[A-Z][a-z])|\s*\n+\s*")


def sentences(text: str, language: str = "en") -> Iterator[Span]:
    """The spans of a text's sentences in order, without the spaces between them."""
    start, abbreviation = 0, _abbreviation(language)
    for found in BREAK.finditer(text):
        if "\n" not in found[0] and abbreviation.search(text[max(0, found.start() - 12) : found.start()]):
            continue
        yield from _kept(text, start, found.end())
        start = found.end()
    yield from _kept(text, start, len(text))


@cache
def _abbreviation(language: str) -> re.Pattern[str]:
    """What ends in a full stop that ends no sentence (`lang/*/matching/abbreviations.yaml`, and letters)."""
    words = "|".join(map(re.escape, read_yaml(language, "matching", "abbreviations.yaml")["abbreviations"]))
    return re.compile(rf"(?:^|[\s(“\"–-])(?:[A-Z]|(?:[A-Za-z]\.)+[A-Za-z]?|{words})\.$")


def _kept(text: str, start: int, end: int) -> Iterator[Span]:
    inner = text[start:end]
    low, high = start + len(inner) - len(inner.lstrip()), start + len(inner.rstrip())
    if low < high:
        yield Span(low, high)
