"""Sums that one verb announces for several ends ("$5 million for schools and $2 million for clinics"): each is an action."""

from __future__ import annotations

from collections.abc import Iterator

from readout.model import Span
from readout.reading.finders.commitments.amounts import amount
from readout.reading.scene import Scene

HEAD = 4
"""Words of an action among which its sum begins ("up to an additional $5 million")."""
CURRENCY = 3
"""Letters of a code by which a quantity is one of money."""


def shares(scene: Scene, first: int, last: int) -> Iterator[tuple[int, int]]:
    """First and last word of each sum with its end, within an action that is a sum; else the action as a whole."""
    begin, before = first, _sum_at(scene, first, last, first + HEAD)
    while before is not None:
        joint, before = _next(scene, before, last)
        if joint is not None:
            yield begin, joint - 1 if scene.words.form[joint - 1] != "," else joint - 2
            begin = joint + 1
    yield begin, last


def _next(scene: Scene, before: tuple[int, int], last: int) -> tuple[int | None, tuple[int, int] | None]:
    """The word that joins the next sum to one, and that sum; both have an end of their own."""
    words, known = scene.words, scene.pack.lexicon["amounts"]
    if words.lower[before[1] + 1] not in known["behind"]:
        return None, None
    for k in range(before[1] + 2, last):
        after = _sum_at(scene, k + 1, last, k + HEAD) if words.lower[k] in known["joints"] else None
        if after is not None and words.lower[after[1] + 1] in known["behind"]:
            return k, after
    return None, None


def _sum_at(scene: Scene, low: int, last: int, latest: int) -> tuple[int, int] | None:
    """First and last word of the first sum of money from a word on, where it begins not later than `latest` and ends before `last`."""
    if low > last:
        return None
    found = {slot.role: slot for slot in amount(scene.report.text, scene.words.span(low, last))}
    said, figures = found.get("amount"), str(found["quantity"].value) if "quantity" in found else ""
    code = figures.rpartition(" ")[2]
    if said is None or said.span is None or not (code.isupper() and len(code) == CURRENCY):
        return None
    begins, ends = scene.words_of(Span(said.span.start, said.span.end))
    return (begins, ends) if begins <= latest and ends < last else None
