"""Direct speech: quotations beside a verb of saying, and the turns of a transcript."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import replace

from readout.lang import Rule
from readout.model import Finding, Slot, Span
from readout.reading.actors.party import Party
from readout.reading.quotes import Quote, quotes
from readout.reading.scene import Scene

NEAR = 16
"""Words beside a quotation among which its cue is looked for."""
SHORTEST = 4
"""Words below which a quotation is a term, not speech."""


def direct_speech(scene: Scene, rules: dict[str, Rule], cues: dict[str, dict[str, str]]) -> Iterator[Finding]:
    """Direct statements in the order of the text; parts that run on under one cue are one statement."""
    yield from _turns(scene, rules["turn"])
    before: tuple[Finding, int] | None = None
    for quote in quotes(scene.report.text):
        first, last = _words_of(scene, quote.span)
        if last - first + 1 < SHORTEST:
            continue
        cue = _cue_after(scene, cues, last) or _cue_before(scene, cues, first)
        if cue is None:
            if before is not None and first - before[1] <= 3:
                finding = _joined(before[0], quote.span)
                before = (finding, last)
            continue
        verb, at, parties = cue
        if not _whole_sentence(scene, first, last, verb):
            continue
        cue_before = before[0].one("cue") if before is not None else None
        same_cue = cue_before is not None and cue_before.span == scene.words.span(verb, verb)
        if before is not None and same_cue and verb < first and first - before[1] <= NEAR:
            before = (_joined(before[0], quote.span), last)
            continue
        if before is not None:
            yield before[0]
        before = (_finding(scene, rules["direct"], quote, verb, at, parties), last)
    if before is not None:
        yield before[0]


def _words_of(scene: Scene, span: Span) -> tuple[int, int]:
    words = scene.words
    return bisect_left(words.start, span.start), bisect_right(words.end, span.end) - 1


def _whole_sentence(scene: Scene, first: int, last: int, verb: int) -> bool:
    """Whether the quotation is speech by itself and not some quoted words inside a reported clause."""
    words = scene.words
    if first <= verb <= last:
        return False
    before = words.lower[first - 2] if first > 1 and words.form[first - 1] in ('"', "“") else ""
    if verb < first and before in ("that", "of", "the", "as", "a", "to", "for", "and", "in"):
        return False
    return any(words.pos[k] in ("VERB", "AUX") for k in range(first, last + 1))


def _cue_after(scene: Scene, cues: dict[str, dict[str, str]], last: int) -> tuple[int, int, tuple[Party, ...]] | None:
    """ ", X said", ", said X" right behind the quotation."""
    words = scene.words
    for k in range(last + 1, min(last + NEAR, len(words))):
        form = words.form[k]
        if form in ("“", "«") or (form in (".", "\n") and k > last + 3) or (form == '"' and k > last + 2):
            break
        if words.lower[k] in cues["direct"] and words.pos[k] in ("VERB", "AUX"):
            speaker = _beside(scene, k, last + 1)
            if speaker is not None:
                return (k, *speaker)
    return None


def _cue_before(scene: Scene, cues: dict[str, dict[str, str]], first: int) -> tuple[int, int, tuple[Party, ...]] | None:
    """ "X said: ", "X noted, " right before the quotation."""
    words = scene.words
    for k in range(first - 1, max(first - NEAR, -1), -1):
        if words.form[k] in ("”", "»") or (words.form[k] == "." and k < first - 2):
            break
        if words.lower[k] in cues["direct"] and words.pos[k] in ("VERB", "AUX"):
            speaker = _beside(scene, k, words.sentence_of[k][0])
            if speaker is not None:
                return (k, *speaker)
    return None


def _beside(scene: Scene, verb: int, low: int) -> tuple[int, tuple[Party, ...]] | None:
    words = scene.words
    own = words.child(verb, "nsubj")
    candidates = [own] if own is not None else []
    candidates += list(range(verb - 1, max(low - 1, verb - 14), -1)) + list(range(verb + 1, min(verb + 10, len(words))))
    for k in candidates:
        mention = scene.cast.at[k]
        if (mention is not None and mention.sort in ("person", "organisation", "body", "country")) or k == own:
            parties = scene.who(k)
            if parties:
                return k, parties
        if words.pos[k] in ("PRON", "NOUN", "PROPN") and mention is None:
            parties = scene.who(k)
            if parties and k < verb + 3:
                return k, parties
    subject = scene.subject(verb)
    parties = scene.who(subject) if subject is not None else ()
    return (subject, parties) if subject is not None and parties else None


def _finding(scene: Scene, rule: Rule, quote: Quote, verb: int, at: int, parties: tuple[Party, ...]) -> Finding:
    cue = scene.words.span(verb, verb)
    slots = [
        *scene.actors("speaker", parties[:1] if len(parties) > 2 else parties, at),
        Slot("form", "direct"),
        Slot("cue", scene.words.form[verb], cue),
    ]
    return scene.finding(rule, quote.span, slots, ("lost mark repaired",) if quote.repaired else ())


def _joined(finding: Finding, span: Span) -> Finding:
    parts = (*(finding.spans or (finding.span,)), span)
    return replace(finding, span=Span(parts[0].start, max(p.end for p in parts)), spans=parts)


def _turns(scene: Scene, rule: Rule) -> Iterator[Finding]:
    """Turns of a transcript: a speaker's name at the head of a sentence, a colon, and all until the next."""
    words = scene.words
    heads: list[tuple[int, int, tuple[Party, ...]]] = []
    for i in range(1, len(words) - 1):
        if words.form[i] != ":":
            continue
        mention = scene.cast.at[i - 1]
        if mention is None or mention.sort != "person" or mention.last != i - 1 or i - mention.first > 14:
            continue
        low = words.sentence_of[i][0]
        if mention.first - low <= 2 or words.form[mention.first - 1] in (".", "?", "!", '"', "”"):
            heads.append((min(low, mention.first) if mention.first - low <= 2 else mention.first, i, mention.parties))
    if len(heads) < 2:
        return
    for number, (_, colon, parties) in enumerate(heads):
        stop = heads[number + 1][0] if number + 1 < len(heads) else len(words)
        if stop - colon < 3:
            continue
        span = words.span(colon + 1, stop - 1)
        yield scene.finding(rule, span, [*scene.actors("speaker", parties, colon - 1), Slot("form", "direct")])
