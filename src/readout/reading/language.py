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
    code = _classified(sample)
    return pack.language if code in known["taken_for"] else code


def _classified(sample: str) -> str:
    """What the classifier of 97 languages says; it takes half a second to load, and few texts need it."""
    import py3langid

    return str(py3langid.classify(sample)[0])
