"""Words as the networks read them: the numbers of their pieces, and what kind of casing they have."""

from __future__ import annotations

from functools import lru_cache
from importlib.resources import files

from tokenizers import Tokenizer

CLS, SEP, UNKNOWN = 101, 102, 100
PLACES = 512
"""Positions that the networks know; what stands further on stands at the last."""
LONGEST_WORD = 12
"""Word pieces of one word that are read; the rest of a longer word adds nothing."""


@lru_cache(maxsize=1)
def _tokenizer() -> Tokenizer:
    tokenizer = Tokenizer.from_str(files("readout_en").joinpath("tokenizer.json").read_text("utf-8"))
    tokenizer.no_padding()
    tokenizer.no_truncation()
    return tokenizer


@lru_cache(maxsize=50_000)
def pieces(word: str) -> tuple[int, ...]:
    """The numbers of a word's pieces, one at least."""
    return tuple(_tokenizer().encode(word, add_special_tokens=False).ids[:LONGEST_WORD]) or (UNKNOWN,)


@lru_cache(maxsize=50_000)
def casing(word: str) -> int:
    """One of nine casing classes, as the networks were trained on them; 0 stands for no word."""
    if word.islower():
        return 1
    if word.isupper():
        return 2 if len(word) > 1 else 3
    if word[:1].isupper():
        return 4 if word[1:].islower() else 5
    if any(letter.isdigit() for letter in word):
        return 6
    return 7 if any(letter.isalpha() for letter in word) else 8
