"""Finds the words of the lexicons in a text: countries, capitals, peoples, organisations, bodies, titles."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from readout.lang import Pack
from readout.lang.pack import Phrase
from readout.reading.actors.headline import Headline
from readout.reading.annotate.words import Words

PREFERENCE = ("country", "organisation", "body", "capital", "city", "adjective", "people", "title", "region", "seat")
"""Which sort wins where two phrases of one length cover the same words."""

FIRST = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class Hit:
    """A phrase of the lexicon at words `first` to `last`, both included."""

    first: int
    last: int
    phrase: Phrase

    @property
    def sort(self) -> str:
        """The phrase's sort."""
        return self.phrase.sort


class Gazetteer:
    """All phrases of a pack by their first word, ready to be matched."""

    def __init__(self, pack: Pack) -> None:
        self._by_first: dict[str, list[Phrase]] = {}
        for phrase in pack.phrases:
            opening = FIRST.match(phrase.words)
            if opening:
                self._by_first.setdefault(opening.group(), []).append(phrase)

    def headline(self, text: str) -> Headline:
        """A headline with its countries and organisations, in order, the longest first where two overlap."""
        at: dict[tuple[int, int], list[Phrase]] = {}
        for start, stop, phrase in self._places(text):
            if not text[stop - 1 : stop + 1].isalnum() or stop == len(text):
                at.setdefault((start, -stop), []).append(phrase)
        phrases: list[Phrase] = []
        free = 0
        for start, minus_stop in sorted(at):
            if start >= free:
                free = -minus_stop
                phrases += [p for p in at[start, minus_stop] if p.sort in ("country", "organisation")][:1]
        return Headline(text, tuple(phrases))

    def hits(self, words: Words) -> dict[str, list[Hit]]:
        """The longest phrases of whole words, none overlapping another: places and bodies under `name`, titles under `title`."""
        found = list(self._hits(words))
        return {
            "name": _longest([hit for hit in found if hit.sort != "title"]),
            "title": _longest([hit for hit in found if hit.sort == "title"]),
        }

    def _hits(self, words: Words) -> Iterator[Hit]:
        first_at = {place: word for word, place in enumerate(words.place)}
        forms = zip(words.place, words.form, strict=True)
        last_at = {place + len(form): word for word, (place, form) in enumerate(forms)}
        for start, stop, phrase in self._places(words.folded):
            first, last = first_at.get(start), last_at.get(stop)
            if first is not None and last is not None and _fits(phrase, words, first, last):
                yield Hit(first, last, phrase)

    def _places(self, text: str) -> Iterator[tuple[int, int, Phrase]]:
        """Where phrases stand, by code points; a phrase begins with a whole word, and may end within one."""
        for match in FIRST.finditer(text):
            start = match.start()
            for phrase in self._by_first.get(match.group(), ()):
                if text.startswith(phrase.words, start):
                    yield start, start + len(phrase.words), phrase


def _fits(phrase: Phrase, words: Words, first: int, last: int) -> bool:
    if phrase.not_before and last + 1 < len(words) and words.form[last + 1] in phrase.not_before:
        return False
    return not (phrase.not_after and first and words.form[first - 1] in phrase.not_after)


def _longest(hits: list[Hit]) -> list[Hit]:
    taken: set[int] = set()
    kept = []
    for hit in sorted(hits, key=lambda h: (h.first - h.last, PREFERENCE.index(h.sort), h.first)):
        cover = range(hit.first, hit.last + 1)
        if taken.isdisjoint(cover):
            taken.update(cover)
            kept.append(hit)
    return sorted(kept, key=lambda h: h.first)
