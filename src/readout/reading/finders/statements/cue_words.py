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


@cache
def verbs_of_saying(language: str) -> frozenset[str]:
    """Every form of the verbs that bring a clause, a phrase or a demand, but for those that tell a deed ("supported")."""
    cues = vocabulary(language)
    said = {form for name in ("clause", "phrase", "calls", "appeals") for form in cues[name]}
    return frozenset(said - set(cues["done"]))
