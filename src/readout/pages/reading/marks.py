"""The report's text as HTML: findings and slots that overlap or nest become properly nested elements."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise, takewhile
from typing import TYPE_CHECKING

from markupsafe import Markup, escape

from readout.model import Span
from readout.pages.phrasing import printable

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

PROSE_LINE = 100
"""Lines longer than this on average are paragraphs; shorter ones were broken by hand."""


@dataclass(frozen=True, slots=True)
class Layer:
    """Words to be marked: a part of a finding (the first has its `code`), or the words of its slot of that `role`."""

    span: Span
    key: str
    kind: int
    code: str = ""
    label: str = ""
    role: str = ""


def paragraphs(text: str, layers: Sequence[Layer]) -> tuple[Markup, ...]:
    """The paragraphs with their marks. Every character of the text that is no paragraph break stands in them once."""
    blocks = list(_blocks(text))
    edges = {edge for span in [*blocks, *(layer.span for layer in layers)] for edge in (span.start, span.end)}
    pieces = iter(_pieces(sorted(edges), layers))
    begun: set[Layer] = set()
    written, piece = [], next(pieces, None)
    for block in blocks:
        inside = []
        while piece and piece[0].end <= block.end:
            if piece[0].start >= block.start:
                inside.append(piece)
            piece = next(pieces, None)
        written.append(_nested(text, inside, begun))
    return tuple(written)


def _blocks(text: str) -> Iterator[Span]:
    """Where paragraphs lie: between blank lines where lines were broken by hand, else each line is one."""
    lines = [line for line in text.splitlines() if line.strip()]
    by_hand = bool(lines) and sum(map(len, lines)) / len(lines) < PROSE_LINE and re.search(r"\n\s*\n", text)
    separator = r"(?:\r?\n[^\S\n]*){2,}" if by_hand else r"[\r\n\u2028\u2029]+"
    start = 0
    for gap in [*re.finditer(separator, text), None]:
        end = gap.start() if gap else len(text)
        if text[start:end].strip():
            yield Span(start, end)
        start = gap.end() if gap else end


def _pieces(edges: Sequence[int], layers: Sequence[Layer]) -> Iterator[tuple[Span, list[Layer]]]:
    """The text between neighbouring edges with the layers that cover it, the widest first and findings before slots."""
    waiting = sorted(layers, key=lambda layer: (layer.span.start, -layer.span.end, bool(layer.role), layer.kind))
    waiting.reverse()
    covering: list[Layer] = []
    for start, end in pairwise(edges):
        covering = [layer for layer in covering if layer.span.end > start]
        while waiting and waiting[-1].span.start <= start:
            covering.append(waiting.pop())
        yield Span(start, end), covering


def _nested(text: str, pieces: Sequence[tuple[Span, list[Layer]]], begun: set[Layer]) -> Markup:
    """Opens and closes elements from piece to piece, so that what crosses is split and what nests is nested."""
    html: list[str] = []
    stack: list[Layer] = []
    for span, covering in pieces:
        shared = sum(1 for _ in takewhile(lambda pair: pair[0] is pair[1], zip(stack, covering, strict=False)))
        html += ["</span>"] * (len(stack) - shared)
        for depth in range(shared, len(covering)):
            html.append(_opening(covering, depth, first=covering[depth] not in begun))
            begun.add(covering[depth])
        stack = list(covering)
        html.append(escape(printable(span.of(text))))
    html += ["</span>"] * len(stack)
    return Markup("").join(Markup(part) for part in html)


def _opening(covering: Sequence[Layer], depth: int, first: bool) -> Markup:
    """The start tag of a layer within those around it; where a finding begins, its anchor and its code."""
    layer = covering[depth]
    if layer.role:
        role = Markup(' data-role="{}"').format(layer.role) if first else ""
        return Markup('<span class="slot k{}" data-key="{}"{}>').format(layer.kind, layer.key, role)
    around = min(3, sum(1 for other in covering[:depth] if not other.role))
    anchor = Markup(' id="w-{}"').format(layer.key) if first and layer.code else ""
    tag = '<span class="mark k{} d{}" data-key="{}"{}>'
    return (_code(layer) if first else Markup()) + Markup(tag).format(layer.kind, around, layer.key, anchor)


def _code(layer: Layer) -> Markup:
    """The code that stands before a finding's words; none before its further parts."""
    link = '<a class="code k{}" href="#f-{}" data-key="{}" aria-label="{}">{}</a>'
    return Markup(link).format(layer.kind, layer.key, layer.key, layer.label, layer.code) if layer.code else Markup()
