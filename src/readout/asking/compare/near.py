"""The sentence of an account that comes closest to what only the other account tells."""

from __future__ import annotations

from readout.asking.compare.comparison import Passage
from readout.asking.compare.items import Sentences
from readout.asking.compare.tuned import limits
from readout.matching.likeness import shared_weight
from readout.matching.words import Words, words_of


def nearest(words: Words, told: Sentences, own: frozenset[str], language: str) -> Passage | None:
    """The first of the sentences that share most of the words' weight; None where none shares enough of it."""
    best: tuple[float, Passage | None] = (0.0, None)
    for number, span in enumerate(told.spans, 1):
        here = words_of(span.of(told.text), language).without(own)
        shared = shared_weight(words, here) / max(words.weight, limits()["least"])
        enough = (
            words.stems
            and shared >= limits()["near"]
            and len(words.stems & here.stems) >= min(limits()["near_stems"], len(words.stems))
        )
        if enough and shared > best[0]:
            best = shared, Passage(span, number, span.of(told.text))
    return best[1]
