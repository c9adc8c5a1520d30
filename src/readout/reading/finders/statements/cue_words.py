"""The words that bring speech, in all their forms."""

from __future__ import annotations

from functools import cache

from readout.lang import Pack, load
from readout.lang.inflection import lemmas


@cache
def vocabulary(language: str) -> dict[str, dict[str, str]]:
    """Every list of lexicon/cues.yaml as forms with their lemmas."""
    pack: Pack = load(language)
    return {name: lemmas(words) for name, words in pack.lexicon["cues"].items()}
