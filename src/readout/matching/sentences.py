"""Where sentences stand in a report, without a language model: enough to quote evidence by."""

from __future__ import annotations

import re
from collections.abc import Iterator

from readout.model import Span

BREAK = re.compile(r"(?<=[.!?…])[\"”’)\]]*\s+(?=[\"“‘(\[]?[A-Z0-9])|(?<=[a-z0-9]{2}[.!?])(?=[A-Z][a-z])|\s*\n+\s*")
ABBREVIATION = re.compile(
    r"(?:^|[\s(“\"–-])(?:[A-Z]|(?:[A-Za-z]\.)+[A-Za-z]?|Mr|Mrs|Ms|Dr|Prof|St|Jr|Sr|Gen|Lt|Col|Adm|Amb|Hon|Rep|Sen|Gov|No|Inc|Co|Corp|Ltd)\.$"
)


def sentences(text: str) -> Iterator[Span]:
    """The spans of a text's sentences in order, without the spaces between them."""
    start = 0
    for found in BREAK.finditer(text):
        if "\n" not in found[0] and ABBREVIATION.search(text[max(0, found.start() - 12) : found.start()]):
            continue
        yield from _kept(text, start, found.end())
        start = found.end()
    yield from _kept(text, start, len(text))


def _kept(text: str, start: int, end: int) -> Iterator[Span]:
    inner = text[start:end]
    low, high = start + len(inner) - len(inner.lstrip()), start + len(inner.rstrip())
    if low < high:
        yield Span(low, high)
