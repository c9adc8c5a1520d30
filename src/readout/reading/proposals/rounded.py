"""Commitments that end too early or too late: what goes on with "including" or "to ..." belongs to the action, who told of it does not."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import replace

from readout.model import Finding, Span
from readout.reading.finders.commitments.actions import until_relative
from readout.reading.finders.commitments.commitment import MEASURED, measures
from readout.reading.proposals.weigh import NETWORK
from readout.reading.quotes.marks import said_by
from readout.reading.scene import Scene

OPENING = ("case", "det", "amod", "compound", "nmod:poss", "nummod", "mark")
STOPS = frozenset((".", ";", "!", "?"))


def rounded(scene: Scene, findings: Iterable[Finding]) -> Iterator[Finding]:
    """The findings; a commitment without who told of it and without the "and will" of the next one at its end, and one that only the network proposed without a relative clause at its end, and with the rest of its sentence
    where that tells its examples or its purpose and no other finding begins there."""
    own = list(findings)
    begun = sorted(finding.span.start for finding in own)
    for finding in own:
        span, alone = finding.span, finding.rule.startswith(NETWORK)
        if finding.kind == "commitment":
            if alone and _is_cut(scene, span, begun):
                continue
            span = _before_clause(scene, _before_next(scene, _before_teller(scene, span), begun))
            span = _whole(scene, span, begun) if alone and span == finding.span else span
            if _says_little(scene, span):
                continue
        yield finding if span == finding.span else _measured(scene, finding, span)


def _says_little(scene: Scene, span: Span) -> bool:
    """Whether words are too few to be an action."""
    first, last = scene.words_of(span)
    return first == last


def _is_cut(scene: Scene, span: Span, begun: list[int]) -> bool:
    """Whether words without a verb but open what another finding tells ("the provision of" before "emergency support")."""
    first, last = scene.words_of(span)
    if any(scene.words.pos[k] == "VERB" for k in range(first, last + 1)):
        return False
    end = scene.words.end[_closed(scene, first, last)]
    return any(span.end <= start < end for start in begun)


def _before_teller(scene: Scene, span: Span) -> Span:
    """The words of an action before the one who told of it ("train the crews, the minister said, though it will take time")."""
    told = said_by(scene.pack.language).search(scene.report.text, span.start, span.end)
    return (
        scene.span(scene.words_of(span)[0], scene.words_of(Span(span.start, told.start()))[1]) or span if told else span
    )


def _before_next(scene: Scene, span: Span, begun: list[int]) -> Span:
    """The words of an action before the "and will" of the next one, whether they end with it or go on into what is found by itself."""
    words, (first, last) = scene.words, scene.words_of(span)
    for k in range(first + 2, last):
        joins = words.pos[k] == "CCONJ" and words.tag[k + 1] == "MD"
        if joins and (k + 1 == last or words.start[k + 2] in begun):
            return scene.span(first, k - 1) or span
    return span


def _before_clause(scene: Scene, span: Span) -> Span:
    """The words of an action before a clause of its own about somebody ("open a school, and I thank our hosts", "..., so that all may")."""
    words, (first, last) = scene.words, scene.words_of(span)
    joints = scene.pack.lexicon["undertakings"]["next_clauses"]
    for k in range(first + 1, last - 1):
        comma = words.form[k] in (",", ";")
        opens = k + comma
        if words.lower[opens] not in joints or (words.pos[opens] != "CCONJ" and not comma):
            continue
        begins = opens + 1 + (words.lower[opens + 1] == "that")
        own = (
            begins <= last
            and words.dep[begins] == "nsubj"
            and words.pos[begins] == "PRON"
            and words.head[begins] > begins
        )
        if own or (comma and words.lower[opens : opens + 2] == ["so", "that"]):
            return scene.span(first, k - 1) or span
    return span


def _whole(scene: Scene, span: Span, begun: list[int]) -> Span:
    """The words of an action to its end."""
    first, last = scene.words_of(span)
    end = until_relative(scene, first, last)
    closed = _closed(scene, first, end)
    if end == last and (closed > end or _goes_on(scene, last)):
        end = closed if closed > end else _rest(scene, last)
        ahead = bisect_right(begun, span.start)
        if ahead < len(begun) and begun[ahead] <= scene.words.end[end]:
            return span
        end = until_relative(scene, first, end)
    return scene.span(first, end) or span


def _closed(scene: Scene, first: int, last: int) -> int:
    """The last word of the phrase or clause that a word stands in, where it but opens that ("a total of", "the ferry will")."""
    words = scene.words
    stop = words.sentence_of[last][1] - 1
    while last < stop and words.head[last] > last and _opens(scene, first, last):
        last = min(words.edges[words.head[last]][1], stop)
        while last > first and words.form[last] in STOPS | {","}:
            last -= 1
    return last


def _opens(scene: Scene, first: int, last: int) -> bool:
    """Whether a word says nothing without the one it hangs on: a case, an article, an adjective, or the modal of a subject before it."""
    words = scene.words
    if words.dep[last] == "aux":
        subject = words.child(words.head[last], "nsubj")
        return subject is not None and first <= subject < last
    return words.dep[last] in OPENING and words.lower[last] != "to"


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
