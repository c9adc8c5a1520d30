"""Regions of direct speech: quote marks matched by region, lost ones repaired, never in the text itself."""

from __future__ import annotations

import re
from dataclasses import dataclass

from readout.model import Span

OPENING, CLOSING, EITHER = "“«„", "”»", '"'
MARK = re.compile(f"[{OPENING}{CLOSING}{EITHER}]")
BOUNDARY = re.compile(r"[.!?…][”\"»)]?\s+(?=[A-Z“\"«])")


@dataclass(frozen=True, slots=True)
class Quote:
    """Words between quote marks, without the marks; `repaired` where a mark was missing."""

    span: Span
    repaired: bool = False


def quotes(text: str) -> list[Quote]:
    """The quotations of a text, paragraph by paragraph, in order.

    An unmatched closing mark opens at the paragraph's start, or after the last sentence boundary where a quotation or a
    mark stands earlier in the paragraph; an unmatched opening mark closes with its paragraph.
    """
    found: list[Quote] = []
    for match in re.finditer(r"[^\n]+", text):
        found.extend(_of_paragraph(text, *match.span()))
    return found


def _of_paragraph(text: str, start: int, end: int) -> list[Quote]:
    found: list[Quote] = []
    opened: int | None = None
    free = start
    for match in MARK.finditer(text, start, end):
        place = match.start()
        if _opens(text, place, start, end):
            if opened is None:
                opened = place + 1
            continue
        if opened is not None:
            _add(found, text, opened, place, False)
        elif _closes(text, place, end):
            _add(found, text, _repaired_start(text, free, place, bool(found)), place, True)
        opened, free = None, place + 1
    if opened is not None:
        _add(found, text, opened, end, True)
    return found


def _opens(text: str, place: int, start: int, end: int) -> bool:
    mark = text[place]
    if mark in OPENING:
        return True
    if mark in CLOSING:
        return False
    before = text[place - 1] if place > start else " "
    after = text[place + 1] if place + 1 < end else " "
    return (before.isspace() or before in "([–—-:") and not after.isspace()


def _closes(text: str, place: int, end: int) -> bool:
    """Whether a stray mark really closes speech: it follows a comma or a full stop, not a single quoted word."""
    before = text[max(place - 1, 0)]
    return before in ",.!?…" or text[place + 1 : min(place + 2, end)] == ","


def _repaired_start(text: str, free: int, place: int, later: bool) -> int:
    if not later:
        return free
    bounds = [m.end() for m in BOUNDARY.finditer(text, free, place)]
    return bounds[0] if bounds else free


def _add(found: list[Quote], text: str, start: int, end: int, repaired: bool) -> None:
    while start < end and (text[start].isspace() or text[start] in ",;:"):
        start += 1
    while end > start and (text[end - 1].isspace() or text[end - 1] in ",.;"):
        end -= 1
    if start < end:
        found.append(Quote(Span(start, end), repaired))
