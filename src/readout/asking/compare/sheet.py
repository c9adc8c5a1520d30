"""A reading as the comparison quotes it: every finding with the sentence that shows it best."""

from __future__ import annotations

from readout.asking.compare.comparison import Account, Passage, Telling
from readout.asking.compare.items import ACTING, Sentences
from readout.asking.compare.origin import outlet_of
from readout.matching.likeness import shared_weight
from readout.matching.words import Words, words_of
from readout.model import Finding, Reading, Span

CUES = ("strength", "cue", "status", "effect", "due_text", "due", "amount")
"""Slots whose words a quote should show."""
SAID = (*CUES, "kind", "date", "place")
REACH = 300
"""Code points before a finding in which the words must stand that the quote around it shows."""


class Sheet:
    """A reading with its sentences and the words of each, without those that tell nothing between two accounts (`own`)."""

    def __init__(self, reading: Reading, own: frozenset[str]) -> None:
        self.reading, self.told = reading, Sentences.of(reading.report.text)
        self.account = Account(reading.report, *outlet_of(reading.report), len(self.told.spans))
        self.words = tuple(self._words(span).without(own) for span in self.told.spans)

    def telling(self, finding: Finding, like: Words | None = None) -> Telling:
        """The finding as the account tells it; of a long speech, the sentence that shares most with the words it is `like`."""
        parts = tuple(self._passage(part) for part in finding.spans or (finding.span,))
        cues = sorted({slot.span for slot in finding.slots if slot.role in CUES and slot.span})
        who = tuple(dict.fromkeys(str(value) for value in finding.values(ACTING[finding.kind])))
        said = tuple((slot.role, str(slot.value)) for slot in finding.slots if slot.role in SAID)
        around = self._around(finding, cues, like)
        return Telling(finding.id, finding.kind, parts, self._passage(around), who, said, tuple(cues))

    def place(self, telling: Telling) -> float:
        """Where a finding begins, as a share of the text."""
        return telling.parts[0].span.start / max(1, len(self.told.text))

    def _around(self, finding: Finding, cues: list[Span], like: Words | None) -> Span:
        inside = [span for span in self.told.spans if span.overlaps(finding.span)]
        if like is not None and len(inside) > 1:
            shared = [self._shared(span, like) for span in inside]
            if max(shared):
                return inside[shared.index(max(shared))]
        held = [span for span in (finding.span, *cues) if span.start >= finding.span.start - REACH]
        return self.told.around(Span(min(span.start for span in held), max(span.end for span in held)))

    def _shared(self, span: Span, like: Words) -> float:
        return shared_weight(like, self._words(span))

    def _words(self, span: Span) -> Words:
        return words_of(span.of(self.told.text), self.reading.report.language)

    def _passage(self, span: Span) -> Passage:
        return Passage(span, self.told.number(span.start), span.of(self.told.text))
