"""The sentence of an account that comes closest to what only the other account tells."""

from __future__ import annotations

from collections.abc import Sequence

from readout.asking.compare.comparison import Passage
from readout.asking.compare.items import Sentences
from readout.asking.compare.tuned import limits
from readout.matching.likeness import shared_weight
from readout.matching.words import Words


def nearest(words: Words, told: Sentences, there: Sequence[Words]) -> Passage | None:
    """The first of the sentences that share most of the words' weight; None where none shares enough of it.

    `there` are the words of each sentence that is told.
    """
    best: tuple[float, Passage | None] = (0.0, None)
    weight, stems = max(words.weight, limits()["least"]), min(limits()["near_stems"], len(words.stems)) or 1
    for number, (span, here) in enumerate(zip(told.spans, there, strict=True), 1):
        if len(words.stems & here.stems) < stems:
            continue
        shared = shared_weight(words, here) / weight
        if shared >= limits()["near"] and shared > best[0]:
            best = shared, Passage(span, number, span.of(told.text))
    return best[1]
