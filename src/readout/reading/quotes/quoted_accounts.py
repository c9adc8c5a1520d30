"""A readout in a spokesperson's quote marks ("A Downing Street spokesperson said: “The Prime Minister met ...”") is an account, no speech."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from functools import cache
from typing import Protocol, TypeVar

from readout.lang import load
from readout.lang.inflection import forms
from readout.lang.patterns import any_of
from readout.model import Span

MARKS = "“”„«»\"'‘’"
SENTENCE = re.compile(r"[^.!?\n]+")


class Quoted(Protocol):
    """A quotation, whatever else is known of it."""

    @property
    def span(self) -> Span: ...


Q = TypeVar("Q", bound=Quoted)


@cache
def _announced(language: str) -> re.Pattern[str]:
    """A spokesperson, a verb of speech and a colon, at the end of what stands before a quotation."""
    lexicon = load(language).lexicon
    said = any_of(form for verb in lexicon["cues"]["direct"] for form in forms(verb))
    return re.compile(
        rf"(?i:\b{any_of(lexicon['provenance']['spokespersons'])}\b)[^.\n]{{0,80}}\b{said}[^.\n]{{0,20}}:\s*[{MARKS}]*$"
    )


def without_accounts(text: str, found: Iterable[Q], tells: Callable[[str], bool], language: str) -> list[Q]:
    """The quotations but for those of a readout that a spokesperson announces and that tells what others did, paragraph by paragraph."""
    kept: list[Q] = []
    within = False
    for quote in found:
        before = text[max(quote.span.start - 200, 0) : quote.span.start]
        announced = _announced(language).search(before) is not None
        goes_on = within and before.rstrip(MARKS + " ")[-1:] == "\n"
        first = SENTENCE.search(text, quote.span.start, quote.span.end)
        within = goes_on or (announced and first is not None and tells(first[0]))
        if not within:
            kept.append(quote)
    return kept
