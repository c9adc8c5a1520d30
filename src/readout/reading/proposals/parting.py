"""Commitments whose words a rule took for one action and the network of spans for several: one action is one commitment."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import pairwise

from readout.model import Finding
from readout.reading.finders.commitments.actions import LINKS, SHORTEST, has_own_words, is_brief_pair
from readout.reading.finders.commitments.commitment import MEASURED, measures
from readout.reading.finders.commitments.itinerary import several
from readout.reading.finders.phrases import action_root
from readout.reading.proposals.propose import Proposal
from readout.reading.scene import Scene

ALIKE = {"VB": ("VB", "VBP"), "VBG": ("VBG",)}
"""Forms of a verb that is joined to another; a bare one far from its "to" or "will" passes for a present tense."""
LONG = 6
"""Words that hold more than a verb alone, wherever the parser hung them."""
JOINS = frozenset(("and", "or"))


def parted(scene: Scene, findings: Iterable[Finding], proposals: Iterable[Proposal]) -> Iterator[Finding]:
    """The findings; a commitment once for each action that a proposal begins at a verb which "and" or "or" joins to it, and for each
    stop of a journey and each sum with an end of its own.

    Each action keeps who undertakes it and how firmly; deadline and amount are its own.
    """
    begun = sorted(p.first for p in proposals if p.kind == "commitment")
    for finding in findings:
        parts = list(_parts(scene, finding, begun)) if finding.kind == "commitment" else []
        yield from parts if len(parts) > 1 else [finding]


def _parts(scene: Scene, finding: Finding, begun: list[int]) -> Iterator[Finding]:
    first, last = scene.words_of(finding.span)
    places = (start for start, _ in several(scene, first, last))
    starts = [*sorted({first, *places, *_starts(scene, first, last, begun)}), last + 1]
    kept = tuple(slot for slot in finding.slots if slot.role not in MEASURED)
    for start, stop in pairwise(starts):
        end = stop - 1
        while stop <= last and end > start and scene.words.lower[end] in LINKS:
            end -= 1
        span = scene.words.span(start, end)
        yield replace(finding, span=span, slots=(*kept, *measures(scene, span)))


def _starts(scene: Scene, first: int, last: int, begun: list[int]) -> list[int]:
    """The first words of further actions; verbs that commas alone join are several only before one that "and" joins."""
    verb = action_root(scene, first, last)
    forms, before = ALIKE.get(scene.words.tag[verb], ()), first
    found: list[tuple[int, bool]] = []
    for start in begun[bisect_right(begun, first) : bisect_right(begun, last - SHORTEST + 1)]:
        joined = _link(scene, before, start)
        other = _verb(scene, start, last)
        whole = has_own_words(scene, verb, start) or start - before > LONG
        if joined and whole and scene.words.tag[other] in forms:
            found.append((start, bool(joined & JOINS)))
            before, verb = start, other
    while found and not found[-1][1]:
        found.pop()
    if len(found) == 1 and is_brief_pair(scene, first, found[0][0], last):
        return []
    return [start for start, _ in found]


def _verb(scene: Scene, start: int, last: int) -> int:
    """The verb at a word, or behind the adverbs there."""
    return next((k for k in range(start, last + 1) if scene.words.pos[k] != "ADV"), start)


def _link(scene: Scene, before: int, start: int) -> frozenset[str]:
    """The linking words right before an action, where the one before it has words enough to be one."""
    low = start
    while low > before and scene.words.lower[low - 1] in LINKS:
        low -= 1
    return frozenset(scene.words.lower[low:start]) if low - before >= SHORTEST else frozenset()
