"""The forms of English verbs, so that lexicons may list lemmas alone."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from readout.lang.pack import read_yaml

VOWELS = "aeiou"


@dataclass(frozen=True, slots=True)
class Exceptions:
    """Verbs that lexicon/inflection.yaml names."""

    doubled: frozenset[str]
    irregular: dict[str, tuple[str, ...]]


@cache
def exceptions(language: str = "en") -> Exceptions:
    """The verbs of a language that follow no rule."""
    data = read_yaml(language, "lexicon", "inflection.yaml")
    return Exceptions(frozenset(data["doubled"]), {verb: tuple(said) for verb, said in data["irregular"].items()})


def forms(verb: str) -> tuple[str, ...]:
    """The lemma and all its forms, in lower case."""
    if verb in exceptions().irregular:
        return (verb, *exceptions().irregular[verb])
    stem = verb.removesuffix("e")
    if verb.endswith("y") and verb[-2] not in VOWELS:
        return (verb, verb[:-1] + "ies", verb[:-1] + "ied", verb + "ing")
    if verb in exceptions().doubled:
        return (verb, verb + "s", verb + verb[-1] + "ed", verb + verb[-1] + "ing")
    if verb.endswith(("ee", "oe", "ye")):
        return (verb, verb + "s", verb + "d", verb + "ing")
    third = verb + "es" if verb.endswith(("s", "sh", "ch", "x", "z", "o")) else verb + "s"
    return (verb, third, stem + "ed", stem + "ing")


def lemmas(verbs: Iterable[str]) -> dict[str, str]:
    """From every form of the verbs to its lemma."""
    return {form: verb for verb in verbs for form in forms(verb)}
