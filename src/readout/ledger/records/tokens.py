"""Words as the index of words holds them: folded by us, so that every database finds the same."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from readout.matching.words import folded

WORD = re.compile(
    r"[^\W\d_](?:\.[^\W\d_])+(?![^\W_])"  # U.S. is one word, the same as US
    r"|[^\W_]+(?:[\u0300-\u036f]+[^\W_]*)*"
)
LONGEST = 64
"""Letters of a word that are compared; no database takes words of any length."""

MOST_OF_ONE = 255
"""How often one word stands in a piece at most: PostgreSQL keeps no more places of a word."""

MOST = 15_000
"""Words of a piece at most: PostgreSQL counts places no further."""

MOST_OF_TITLE = 200
"""Words of a title that are compared."""


def tokens(text: str) -> Iterator[tuple[str, int, int]]:
    """The words of a text, each folded and with the offsets (code points) where it stands."""
    for found in WORD.finditer(text):
        if word := plain(found[0]):
            yield word, found.start(), found.end()


def said(text: str) -> list[str]:
    """The words of a text, folded."""
    return [word for each in WORD.findall(text) if (word := plain(each))]


@lru_cache(maxsize=131_072)
def plain(word: str) -> str:
    """A word in lower case, without accents, and without anything but letters and figures."""
    return "".join(letter for letter in folded(word) if letter.isalnum())[:LONGEST]


def pieces(words: list[str]) -> Iterator[list[str]]:
    """The words in pieces that every database holds with all their places; nearly every text is one piece."""
    start, counted = 0, dict[str, int]()
    for number, word in enumerate(words):
        counted[word] = counted.get(word, 0) + 1
        if counted[word] > MOST_OF_ONE or number - start >= MOST:
            yield words[start:number]
            start, counted = number, {word: 1}
    yield words[start:]
