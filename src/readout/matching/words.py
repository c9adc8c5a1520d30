"""Words as matching sees them: stems without function words, how rare each is, sums of money, and named things."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files
from math import fsum, log
from typing import Any
from unicodedata import combining, normalize

from readout.lang.pack import read_yaml
from readout.matching.sums import sums_in
from readout.matching.thresholds import thresholds

WORD = re.compile(r"[^\W_]+(?:[-.’'&][^\W_]+)*")
POSSESSIVE = re.compile(r"[’']s?$")
LETTERS_KEPT = 6
"""A stem keeps so many letters: "budget" and "budgetary" meet, "India" and "Indonesia" do not."""
SHORTEST_CODE = 3
"""A hyphen joins the parts of a code where one has fewer letters and figures: "F-414", but not "F414-INS6"."""
SHORTEST_STEM = 4
"""Letters that stay where an ending is taken off."""


@dataclass(frozen=True, slots=True)
class Words:
    """What a passage speaks of: its stems, those of them that are codes or acronyms (F414, HIMARS), and sums of money in whole
    units.

    `row` are the stems in the order of the text.
    """

    stems: frozenset[str]
    named: frozenset[str] = frozenset()
    sums: frozenset[int] = frozenset()
    row: tuple[str, ...] = ()

    def __hash__(self) -> int:
        return hash(self.stems)

    @property
    def weight(self) -> float:
        """How much the stems say together, in nats."""
        return _weight_of_all(self.stems)

    def without(self, stems: frozenset[str]) -> Words:
        """The same without some stems."""
        row = tuple(stem for stem in self.row if stem not in stems)
        return Words(self.stems - stems, self.named - stems, self.sums, row)


WITHOUT_STROKES = str.maketrans({"ø": "o", "ł": "l", "đ": "d", "ð": "d", "ß": "ss", "æ": "ae", "œ": "oe", "ı": "i"})


def folded(text: str) -> str:
    """Lower case without accents and strokes, so that "Türkiye" and "Turkiye" are one word."""
    if text.isascii():
        return text.lower()
    plain = "".join(letter for letter in normalize("NFKD", text).lower() if not combining(letter))
    return plain.translate(WITHOUT_STROKES)


@lru_cache(maxsize=65_536)
def stem(word: str, language: str = "en") -> str:
    """What a word shares with its other forms; codes with figures stay whole, without the plural's s."""
    plain = POSSESSIVE.sub("", folded(word)).replace("-", "").replace(".", "")
    if any(letter.isdigit() for letter in plain):
        return plain[:-1] if word.endswith("s") else plain
    ending = next((e for e in _endings(language) if plain.endswith(e) and len(plain) - len(e) >= SHORTEST_STEM), "")
    return plain.removesuffix(ending)[:LETTERS_KEPT]


@cache
def _endings(language: str) -> tuple[str, ...]:
    """The endings in which forms of a word differ, the longer before those that they end with."""
    endings: list[str] = read_yaml(language, "matching", "endings.yaml")["endings"]
    return tuple(sorted(endings, key=len, reverse=True))


def parts(text: str) -> list[str]:
    """The words of a text; what a hyphen joins comes apart ("co-production"), but not a code ("MQ-9B")."""
    found: list[str] = []
    for word in WORD.findall(text):
        if "-" not in word or "." in word:
            found.append(word)
            continue
        pieces = word.split("-")
        whole = any(letter.isdigit() for letter in word) and min(map(len, pieces)) < SHORTEST_CODE
        found += [word] if whole else pieces
    return found


@lru_cache(maxsize=16_384)
def words_of(text: str, language: str = "en") -> Words:
    """The words of a passage; function words and words that every report has are left out."""
    kept = [key for word in parts(text) if (key := _telling(word, language))]
    row = tuple(key for key, _ in kept)
    stems, named = frozenset(row), frozenset(key for key, names in kept if names)
    return Words(stems, named, sums_in(text, language), row)


@lru_cache(maxsize=65_536)
def _telling(word: str, language: str) -> tuple[str, bool] | None:
    """The stem of a word that is not empty, and whether the word names a thing."""
    key = stem(word, language)
    return (key, _names_a_thing(word)) if _tells(key) and key not in empty_stems(language) else None


def _tells(key: str) -> bool:
    """Not a bare number, and no scrap of one or two letters; "C5" and "5G" are codes."""
    return not key.isdigit() and len(key) > (1 if is_code(key) else 2)


def is_code(key: str) -> bool:
    """Letters and figures in one word: F414, C5, 5G."""
    return any(letter.isdigit() for letter in key) and not key.isdigit()


def _names_a_thing(word: str) -> bool:
    """A code or an acronym: figures beside letters, or two capitals and more."""
    letters = [letter for letter in word if letter.isalpha()]
    capitals = sum(letter.isupper() for letter in letters)
    has_figure = any(letter.isdigit() for letter in word)
    return (has_figure and capitals > 0) or (capitals >= 2 and len(letters) >= 3)


@lru_cache(maxsize=65_536)
def rarity(key: str) -> float:
    """How much a stem tells, in nats: the logarithm of how few of the reports that were counted have it."""
    counted, reports = _counts()
    return log(reports / max(counted.get(key, 0), thresholds("words")["rarest"]))


def weight(stems: Iterable[str]) -> float:
    """How much stems say together, in nats; the same in whatever order they come."""
    return fsum(map(rarity, stems))


@lru_cache(maxsize=16_384)
def _weight_of_all(stems: frozenset[str]) -> float:
    return weight(stems)


@cache
def _counts() -> tuple[dict[str, int], int]:
    """In how many reports each stem stands, and how many reports were counted (rarity.csv, made by training.rarity)."""
    file = files("readout.lang").joinpath("en", "matching", "rarity.csv")
    rows = list(csv.reader(file.read_text(encoding="utf-8").splitlines()))
    counted = {key: int(reports) for key, reports in rows[1:]}
    return counted, counted.pop("*")


@cache
def empty_stems(language: str) -> frozenset[str]:
    """Stems of words that say nothing of what is done: function words, and verbs of undertaking and telling."""
    lists: dict[str, Any] = read_yaml(language, "matching", "empty_words.yaml")
    return frozenset(stem(word, language) for words in lists.values() for word in words)
