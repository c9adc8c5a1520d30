"""Finds the words of the lexicons in a text: countries, capitals, peoples, organisations, bodies, titles."""

from __future__ import annotations

from dataclasses import dataclass

from spacy.language import Language
from spacy.matcher import PhraseMatcher
from spacy.tokens import Doc

from readout.lang import Pack
from readout.lang.pack import Phrase
from readout.reading.actors.headline import Headline
from readout.reading.annotate.words import Words

PREFERENCE = ("country", "organisation", "body", "capital", "city", "adjective", "people", "title", "region", "seat")
"""Which sort wins where two phrases of one length cover the same words."""


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
    """All phrases of a pack, ready to be matched."""

    def __init__(self, pack: Pack, nlp: Language) -> None:
        self.phrases: dict[str, list[Phrase]] = {}
        for phrase in pack.phrases:
            self.phrases.setdefault(phrase.words, []).append(phrase)
        self._nlp = nlp
        self._matcher = PhraseMatcher(nlp.vocab, attr="ORTH")
        docs = [nlp.make_doc(words) for words in self.phrases]
        self._matcher.add("PHRASE", docs)

    def headline(self, text: str) -> Headline:
        """A headline with its countries and organisations, in order, the longest first where two overlap."""
        doc = self._nlp.make_doc(text)
        found = sorted((start, start - end) for _, start, end in self._matcher(doc))
        phrases: list[Phrase] = []
        free = 0
        for start, size in found:
            if start >= free:
                free = start - size
                phrases += [p for p in self.phrases[doc[start:free].text] if p.sort in ("country", "organisation")][:1]
        return Headline(text, tuple(phrases))

    def hits(self, doc: Doc, words: Words) -> dict[str, list[Hit]]:
        """The longest phrases, none overlapping another: places and bodies under `name`, titles under `title`."""
        names: list[Hit] = []
        titles: list[Hit] = []
        number = {token: word for word, token in enumerate(words.token)}
        for _, start, end in self._matcher(doc):
            first, last = number.get(start), number.get(end - 1)
            if first is None or last is None or last - first != end - 1 - start:
                continue
            for phrase in self.phrases[doc[start:end].text]:
                if _fits(phrase, words, first, last):
                    (titles if phrase.sort == "title" else names).append(Hit(first, last, phrase))
        return {"name": _longest(names), "title": _longest(titles)}


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
