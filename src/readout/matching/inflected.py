"""The other forms of a word, so that whoever looks for "pipelines" finds "pipeline" and for "agree" what was agreed."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from readout.lang.pack import read_yaml

SHORTEST = 4
"""Letters of a word that endings are taken from; "gas" and "his" keep their s."""
HISSING = ("s", "x", "z", "ch", "sh", "o")
VOWELS = frozenset("aeiou")


@lru_cache(maxsize=4096)
def inflected(word: str, language: str = "en") -> tuple[str, ...]:
    """A folded word and its regular other forms, in order; some are no words at all, and stand nowhere."""
    if not word.isascii() or not word.isalpha() or len(word) < SHORTEST - 1 or word in _whole(language):
        return (word,)
    bases = tuple(_bases(word)) or (word,)
    return tuple(sorted({word, word + "s", *(form for base in bases for form in _forms(base))}))


def _whole(language: str) -> frozenset[str]:
    """Words that have an ending and are another word without it."""
    words: list[str] = read_yaml(language, "matching", "whole_words.yaml")["whole"]
    return frozenset(words)


def _bases(word: str) -> Iterator[str]:
    """What a word may be a form of."""
    if len(word) < SHORTEST:
        return
    if word.endswith(("ies", "ied")):
        yield word[:-3] + "y"
    elif word.endswith("es") and word[:-2].endswith(HISSING):
        yield from (word[:-2], word[:-1])
    elif word.endswith("s") and not word.endswith(("ss", "us", "is")):
        yield word[:-1]
    elif word.endswith("ed"):
        yield from _without(word[:-2])
    elif word.endswith("ing"):
        yield from _without(word[:-3])


def _without(rest: str) -> Iterator[str]:
    """What stood before -ed or -ing: sign, mov(e), plan(n)."""
    if len(rest) < 3 or VOWELS.isdisjoint(rest):
        return
    if rest[-1] == rest[-2] and rest[-1] not in VOWELS | {"l", "s"}:
        yield rest[:-1]
        return
    yield from (rest, rest + "e")


def _forms(base: str) -> Iterator[str]:
    yield base
    if base.endswith("y") and base[-2] not in VOWELS:
        yield from (base[:-1] + "ies", base[:-1] + "ied", base + "ing")
    elif base.endswith("e"):
        yield from (base + "s", base + "d", base[:-1] + "ing", base + "ing")
    else:
        yield from (base + ("es" if base.endswith(HISSING) else "s"), base + "ed", base + "ing")
        if base[-1] not in VOWELS and base[-2] in VOWELS:
            yield from (base + base[-1] + "ed", base + base[-1] + "ing")
