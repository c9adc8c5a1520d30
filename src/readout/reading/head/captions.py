"""Captions and credits of pictures that stand in a report's text, glued to it or not: they tell of a picture, and their names met nobody."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from readout.lang import load
from readout.lang.patterns import any_of
from readout.model import Span

LONGEST = 200
"""Code points of a caption at the most."""


@cache
def _forms(language: str) -> re.Pattern[str]:
    """A caption that a label opens, to its line's end or to a credit in brackets, a credit in brackets alone, or a line with an agency and
    a name ("WAM/Ahmed Ali")."""
    told = load(language).lexicon["provenance"]
    label, agency = any_of(told["pictures"]), any_of(told["agencies"])
    credit = rf"\((?:{agency}\s?/|{label}\s?[:/])[^()\n]{{1,60}}\)"
    opened = rf"^[ \t]*{label}\s?:[^\n]{{0,{LONGEST}}}?"
    return re.compile(
        rf"{opened}{credit}|{opened}$|{credit}|^[ \t]*{agency}\s?/\s?[^\W\d_][^\n]{{1,40}}$", re.MULTILINE
    )


def captions(text: str, language: str = "en") -> Iterator[Span]:
    """Where captions and credits of pictures stand."""
    return (Span(*match.span()) for match in _forms(language).finditer(text) if match.end() > match.start())
