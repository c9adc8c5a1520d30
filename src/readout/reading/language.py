"""Which language a text is in."""

from __future__ import annotations

import re

from readout.lang import Pack

SAMPLE = 3000
"""Code points that are looked at to tell the language."""
SURE = 40
"""Letters below which a text is too short to call it another language."""
WORD = re.compile(r"[^\W\d_]+")


def language_of(text: str, pack: Pack) -> str:
    """The ISO 639-1 code of the text's language; a text too short to tell counts as the pack's."""
    sample = text[:SAMPLE]
    known = pack.lexicon["language"]
    words = WORD.findall(sample.lower())
    if sum(map(len, words)) < SURE:
        return pack.language
    if sum(map(frozenset(known["commonest"]).__contains__, words)) >= known["share"] * len(words):
        return pack.language
    return _classified(sample, pack.language, known["margin"])


def _classified(sample: str, usual: str, margin: float) -> str:
    """What the classifier of 97 languages says, the usual language where that is hardly less likely.

    It takes half a second to load, and few texts need it.
    """
    import py3langid

    likely = dict(py3langid.rank(sample))
    best = max(likely, key=lambda code: float(likely[code]))
    return usual if likely[best] - likely[usual] <= margin * len(sample) else str(best)
