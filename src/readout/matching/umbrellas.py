"""Umbrellas: undertakings that only point to others ("implement the agreements reached")."""

from __future__ import annotations

from functools import cache
from typing import Any

from readout.lang.pack import read_yaml
from readout.matching.sums import sums_in
from readout.matching.words import WORD, Words, stem, words_of

FIRST = 2
"""Telling words at the beginning of an action that say what act it is."""


def is_umbrella(action: str, language: str = "en") -> bool:
    """Whether an action names nothing, or nothing but agreements, cooperation and their carrying out."""
    words = words_of(action, language)
    return not words.named and not sums_in(action, language) and words.stems <= generic_stems(language)


def is_occasion(words: Words, language: str = "en") -> bool:
    """Whether an action is a visit or a meeting, by its first telling words."""
    return not occasion_stems(language).isdisjoint(words.row[:FIRST])


def with_occasion(words: Words, action: str, language: str = "en") -> Words:
    """The words of an action with the word that makes it an occasion where it begins with one that elsewhere tells nothing ("welcome")."""
    first = next(iter(WORD.findall(action)), "")
    opening = stem(first, language)
    if opening not in occasion_stems(language) or opening in words.stems:
        return words
    return Words(words.stems | {opening}, words.named, words.sums, (opening, *words.row))


@cache
def occasion_stems(language: str) -> frozenset[str]:
    """The stems by which an action is an occasion."""
    data: dict[str, Any] = read_yaml(language, "matching", "umbrellas.yaml")
    return frozenset(stem(word) for word in data["occasions"])


@cache
def document_stems(language: str) -> frozenset[str]:
    """Stems that by themselves name no document ("joint statement", "memorandum of understanding")."""
    data: dict[str, Any] = read_yaml(language, "matching", "umbrellas.yaml")
    return frozenset(stem(word) for word in data["documents"])


@cache
def generic_stems(language: str) -> frozenset[str]:
    """Stems that by themselves name no act that could be checked."""
    data: dict[str, Any] = read_yaml(language, "matching", "umbrellas.yaml")
    return frozenset(stem(word) for words in data["generic"].values() for word in words)
