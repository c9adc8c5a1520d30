"""All that a finder may look at: the words of a report, its cast, and how to make findings of them."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

from readout.lang import Pack, Rule
from readout.model import Finding, Report, Slot, Span
from readout.reading.actors.cast import Cast
from readout.reading.actors.party import Party
from readout.reading.actors.who import Resolver
from readout.reading.annotate.words import Words
from readout.reading.dates.day_told import day_of
from readout_en.spans import SpanScores

HEAD, PREAMBLE = 160, 700
"""Code points at a text's head in which a joint document says what it is, and in which it gives its parties a name."""
EDGE = frozenset((",", ";", ":", ".", "!", "?", "…", "–", "—", "-", '"', "“", "”", "and", "but"))


def _within(head: str, words: str) -> bool:
    """Whether some words stand in a head; a `*` among them stands for any one word."""
    return words in head or ("*" in words and re.search(re.escape(words).replace(r"\*", r"\S+"), head) is not None)


@dataclass
class Scene:
    """One report, annotated, with its actors resolved."""

    report: Report
    words: Words
    cast: Cast
    resolver: Resolver
    pack: Pack
    speeches: tuple[Finding, ...] = ()
    scores: SpanScores | None = None
    """What the network of spans says of the words, once it was asked."""

    @cached_property
    def is_joint_document(self) -> bool:
        """Whether the report is itself a document of the parties (a joint statement or declaration, a signed agreement)."""
        title, text = self.report.title or "", self.report.text
        head, data = f"{title}\n{text[:HEAD]}".lower(), self.pack.lexicon["meetings"]
        if any(words in head[:60] for words in data["one_sided"]):
            return False
        told = any(_within(head, words) for words in data["joint_documents"])
        ours = " we " in text[:PREAMBLE].lower() and title.lower().rstrip().endswith(tuple(data["joint_endings"]))
        told = told or ours
        return told or any(words in text[:PREAMBLE].lower() for words in data["joint_parties"])

    @property
    def day(self) -> str | None:
        """The day against which words for times are worked out (see `day_of`)."""
        return day_of(self.report)

    def words_of(self, span: Span) -> tuple[int, int]:
        """First and last word within a span of the text."""
        words = self.words
        first = bisect_left(words.start, span.start)
        return first, max(first, bisect_right(words.end, span.end) - 1)

    def rules(self, kind: str) -> tuple[Rule, ...]:
        """The rules of a kind in the report's language."""
        return self.pack.rules[kind]

    def who(self, i: int | None, until: int | None = None) -> tuple[Party, ...]:
        """The parties that the noun phrase at word `i` stands for (see `Resolver.who`)."""
        return () if i is None else self.resolver.who(i, until)

    def subject(self, verb: int) -> int | None:
        """The subject of a verb, its own or shared."""
        return self.resolver.subject(verb)

    def span(self, first: int, last: int) -> Span | None:
        """The code points of words `first` to `last` without punctuation at the edges; None where nothing is left."""
        words = self.words
        while first <= last and words.form[first] in EDGE:
            first += 1
        while last >= first and words.form[last] in EDGE:
            last -= 1
        return words.span(first, last) if first <= last else None

    def actors(self, role: str, parties: Iterable[Party], at: int | None) -> list[Slot]:
        """Slots of a role, one a party; `at` is the word from which they were worked out."""
        span = self._phrase(at) if at is not None else None
        slots = []
        for party in dict.fromkeys(parties):
            own = next((s for s in party.spans if span and span.covers(s)), None)
            how = None if own else "reference"
            slots.append(Slot(role, party.name, own or span, party.id, how=how))
        return slots

    def _phrase(self, at: int) -> Span:
        mention = self.cast.at[at]
        if mention:
            return self.words.span(mention.first, mention.last)
        low, high = self.words.edges[at]
        return self.words.span(max(low, at - 12), min(high, at + 25))

    def finding(self, rule: Rule, span: Span, slots: Iterable[Slot], path: Iterable[str] = ()) -> Finding:
        """A finding of a rule."""
        return Finding(rule.kind, self.report.id, span, tuple(slots), rule.id, rule.score, path=tuple(path))
