"""Commitments that the network of spans ends too early: what goes on with "including" or "to ..." belongs to the action."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import replace

from readout.model import Finding, Span
from readout.reading.finders.actions import until_relative
from readout.reading.finders.commitment import MEASURED, measures
from readout.reading.proposals.weigh import NETWORK
from readout.reading.scene import Scene

STOPS = frozenset((".", ";", "!", "?"))


def rounded(scene: Scene, findings: Iterable[Finding]) -> Iterator[Finding]:
    """The findings; a commitment that only the network proposed without a relative clause at its end, and with the rest of its sentence
    where that tells its examples or its purpose and no other finding begins there."""
    own = list(findings)
    begun = sorted(finding.span.start for finding in own)
    for finding in own:
        alone = finding.kind == "commitment" and finding.rule.startswith(NETWORK)
        span = _whole(scene, finding.span, begun) if alone else finding.span
        yield finding if span == finding.span else _measured(scene, finding, span)


def _whole(scene: Scene, span: Span, begun: list[int]) -> Span:
    """The words of an action to its end."""
    first, last = scene.words_of(span)
    end = until_relative(scene, first, last)
    if end == last and _goes_on(scene, last):
        end = _rest(scene, last)
        ahead = bisect_right(begun, span.start)
        if ahead < len(begun) and begun[ahead] <= scene.words.end[end]:
            return span
        end = until_relative(scene, first, end)
    return scene.span(first, end) or span


def _goes_on(scene: Scene, last: int) -> bool:
    """Whether the words behind an action tell its examples or its purpose."""
    words, k = scene.words, last + 1
    k += words.form[k : k + 1] == [","]
    if k + 1 >= words.sentence_of[last][1]:
        return False
    purpose = words.lower[k] == "to" and words.tag[k + 1] == "VB"
    return purpose or words.lower[k] in scene.pack.lexicon["undertakings"]["goes_on"]


def _rest(scene: Scene, last: int) -> int:
    """The last word of what a word's sentence, or its item of a list, goes on with."""
    words, end, text = scene.words, last, scene.report.text
    for k in range(last + 1, words.sentence_of[last][1]):
        if words.form[k] in STOPS or "\n" in text[words.end[k - 1] : words.start[k]]:
            break
        end = k
    return end


def _measured(scene: Scene, finding: Finding, span: Span) -> Finding:
    """The finding on other words, with the deadline and the amount that these tell."""
    kept = tuple(slot for slot in finding.slots if slot.role not in MEASURED)
    return replace(finding, span=span, slots=(*kept, *measures(scene, span)))
