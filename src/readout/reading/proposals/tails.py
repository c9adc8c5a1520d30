"""Commitments whose tail outweighs them. Where an action goes on with its purpose, its examples or more about its object, some annotators
end it before that and some behind: one that is most tail ends between the two, so that it shares half of its words with either."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from readout.model import Finding
from readout.reading.finders.actions import LINKS
from readout.reading.scene import Scene

SHORTEST = 4
"""Words that an action has at the least before its tail."""
SHARE = 3
"""A span that is so many times as long as one that it holds shares half of its words with it (F)."""
SURELY = 1.1
"""By so much an end must be nearer than that to either."""
CLAUSES = ("advcl", "acl", "acl:relcl", "advcl:relcl", "parataxis")
DASHES = ("–", "—", "-", "--")
GOES_ON = ("VERB", "ADP", "SCONJ", "ADV", "PRON", "PART")
"""Parts of speech behind a comma (and its "and") where an action may end inside a tail: another noun of a list is none."""
OPENING = ("ADP", "SCONJ", "DET", "CCONJ", "PUNCT")
"""Parts of speech with which no action ends."""
ASKING = ("WP", "WDT", "WRB")


def without_tails(scene: Scene, findings: Iterable[Finding]) -> Iterator[Finding]:
    """The findings; a commitment that is most tail without the end of it. What it tells of deadline and amount stays."""
    for finding in findings:
        span = None
        if finding.kind == "commitment":
            first, last = scene.words_of(finding.span)
            end = shortened(scene, first, last)
            span = scene.span(first, end) if end < last else None
        yield finding if span is None else replace(finding, span=span)


def shortened(scene: Scene, first: int, last: int) -> int:
    """The word with which an action ends: its last, unless the action without its tail is a third of it or less; then the first end of a
    part of that tail behind which neither is three times as long as the other."""
    tails = sorted(_tails(scene, first, last))
    whole = _length(scene, first, last)
    before = next((k for k in tails if _length(scene, first, k - 1) >= SHORTEST), None)
    alone = _length(scene, first, before - 1) if before is not None else whole
    if before is None or alone * SHARE > whole:
        return last
    for starts in (tails, _commas(scene, before, last)):
        for start in (k for k in starts if k > before):
            own = _length(scene, first, _before(scene, first, start))
            if SURELY * whole < SHARE * own and SURELY * own < SHARE * alone:
                return _before(scene, first, start)
    return last


def _before(scene: Scene, first: int, start: int) -> int:
    """The last word before another that opens nothing."""
    words, end = scene.words, start - 1
    while end > first and (words.lower[end] in LINKS or words.pos[end] in OPENING or words.tag[end] in ASKING):
        end -= 1
    return end


def _tails(scene: Scene, first: int, last: int) -> set[int]:
    """The first words of what goes on behind an action: clauses that hang on it, examples, what stands behind a dash."""
    words, text = scene.words, scene.report.text
    examples = scene.pack.lexicon["undertakings"]["goes_on"]
    found = {k for k in range(first + SHORTEST, last) if words.lower[k] in examples}
    for k in range(first + SHORTEST, last + 1):
        start = words.edges[k][0]
        if words.dep[k] in CLAUSES and first <= words.head[k] < start and not _completes(scene, k, start):
            found.add(start)
        if words.form[k] in DASHES and text[words.start[k] - 1].isspace():
            found.add(k)
    return found


def _completes(scene: Scene, verb: int, start: int) -> bool:
    """Whether a clause completes the noun right before it ("efforts to open the line")."""
    words = scene.words
    return words.dep[verb] == "acl" and words.lower[start] == "to" and words.head[verb] == start - 1


def _commas(scene: Scene, first: int, last: int) -> list[int]:
    """The commas behind which something else than a noun follows."""
    words = scene.words
    commas = (k for k in range(first, last - 1) if words.form[k] in (",", ";"))
    return [k for k in commas if words.pos[k + 1 + (words.pos[k + 1] == "CCONJ")] in GOES_ON]


def _length(scene: Scene, first: int, last: int) -> int:
    """How many words there are from one to another, those that a hyphen or a point joins one by one."""
    return len(re.findall(r"\w+", scene.report.text[scene.words.start[first] : scene.words.end[last]]))
