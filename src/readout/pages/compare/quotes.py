"""A telling as it is quoted: its sentence, shortened, with its own words and the words that differ marked."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from readout.model import Span
from readout.pages.phrasing import printable

if TYPE_CHECKING:
    from readout.asking.compare import Difference, Telling

BEFORE, LONGEST = 140, 420
"""Code points of the sentence that are quoted before the finding's own words, and in all, at most."""


@dataclass(frozen=True, slots=True)
class Piece:
    """Words of a quote: whether they are the finding's own, and by what sort of difference they are marked, if any."""

    words: str
    own: bool
    sort: str


def pieces(
    text: str, tellings: Sequence[Telling], differing: Iterable[tuple[Difference, Sequence[Span]]] = ()
) -> tuple[Piece, ...]:
    """The sentence of some tellings in pieces, the own words of each marked; an ellipsis stands where something was cut."""
    around = tellings[0].around.span
    own = sorted({part.span for telling in tellings for part in telling.parts})
    window = _window(text, around, own[0])
    marks = [
        (span, difference.sort)
        for difference, spans in differing
        for span in spans
        if span.overlaps(window) and not any(span.covers(part) for part in own)
    ]
    edges = {window.start, window.end}
    edges |= {edge for span in (*own, *(s for s, _ in marks)) for edge in (span.start, span.end)}
    inside = sorted(edge for edge in edges if window.start <= edge <= window.end)
    found = [_piece(text, Span(a, b), own, marks) for a, b in pairwise(inside)]
    before = [Piece("… ", False, "")] if window.start > min(around.start, own[0].start) else []
    after = [Piece(" …", False, "")] if window.end < max(around.end, *(span.end for span in own)) else []
    return (*before, *found, *after)


def _piece(text: str, span: Span, own: list[Span], marks: Sequence[tuple[Span, str]]) -> Piece:
    sort = next((sort for mark, sort in marks if mark.covers(span)), "")
    return Piece(re.sub(r"\s+", " ", printable(span.of(text))), any(part.covers(span) for part in own), sort)


def _window(text: str, around: Span, first: Span) -> Span:
    """What of a sentence is quoted, cut between words."""
    start = around.start if first.start - around.start <= BEFORE else _next_word(text, first.start - BEFORE)
    end = around.end if around.end - start <= LONGEST else _last_word(text, start + LONGEST)
    return Span(start, max(end, start + 1))


def _next_word(text: str, at: int) -> int:
    found = text.find(" ", at)
    return found + 1 if 0 <= found < at + 30 else at


def _last_word(text: str, at: int) -> int:
    found = text.rfind(" ", at - 30, at)
    return found if found > 0 else at
