"""Near-duplicates: the same report printed again counts as another source, not as another fact."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date as Date
from difflib import SequenceMatcher
from functools import cache, lru_cache
from hashlib import blake2b

import numpy as np
from numpy.typing import NDArray

from readout.lang import load
from readout.matching.thresholds import thresholds
from readout.matching.words import WORD, folded
from readout.model import Report

Rows = NDArray[np.uint64]


@dataclass(frozen=True, slots=True)
class Fingerprint:
    """What is kept of a report to know its reprints: MinHash numbers of its word rows (Broder 1997), names and figures.

    `marks` are hashes of the words with a capital or a figure: where many of them differ, the same formula was said of
    something else.
    """

    report: str
    published: str | None
    minima: tuple[int, ...]
    marks: frozenset[int]

    @property
    def keys(self) -> tuple[str, ...]:
        """Blocking keys: two reports that may be reprints of one another share at least one."""
        return _keys(self.minima)

    def shares_a_key(self, other: Fingerprint) -> bool:
        """Whether another has one of these keys."""
        rows = len(self.minima) // int(thresholds("reprint")["bands"])
        starts = range(0, len(self.minima), rows)
        return any(self.minima[i : i + rows] == other.minima[i : i + rows] for i in starts)


def _keys(minima: tuple[int, ...]) -> tuple[str, ...]:
    rows = len(minima) // int(thresholds("reprint")["bands"])
    bands = (minima[i : i + rows] for i in range(0, len(minima), rows))
    return tuple(f"r{i}|{_hash(repr(band)):x}" for i, band in enumerate(bands))


def fingerprint(report: Report) -> Fingerprint:
    """The fingerprint of a report, from its text alone and its date."""
    return Fingerprint(report.sha256, report.date, *_said_in(report.text))


@lru_cache(maxsize=1024)
def _said_in(text: str) -> tuple[tuple[int, ...], frozenset[int]]:
    """The MinHash numbers and the marks of a text; the first prints of what is printed very often are looked at again and again."""
    words = [match[0] for match in WORD.finditer(text)]
    size = int(thresholds("reprint")["shingle"])
    lower = [folded(word) for word in words]
    rows = {" ".join(lower[i : i + size]) for i in range(max(1, len(lower) - size + 1))}
    marks = {_hash(folded(word)) & 0xFFFFFFFF for word in words if word[0].isupper() or word[0].isdigit()}
    return _minima(rows), frozenset(marks)


def are_reprints(one: Fingerprint, other: Fingerprint) -> bool:
    """Whether one report is a reprint of the other: nearly the same rows of words, names and figures, at about the same time.

    The very same words a month later are no reprint either: a routine call is told in the words of the last one. Where a
    date is unknown, all names and figures are the same.
    """
    limits = thresholds("reprint")
    if not one.shares_a_key(other) or likeness(one, other) < limits["alike"]:
        return False
    apart = _days(one, other)
    return one.marks == other.marks if apart is None else apart <= limits["days"] and _same_marks(one, other)


def same_passages(
    one: Mapping[int, tuple[str, str]], other: Mapping[int, tuple[str, str]]
) -> Iterator[tuple[int, int]]:
    """Which passages of a report and of its reprint are the same: each at most once, the likest first.

    Both are kinds and words by number, in the order of the text; a misspelling or a changed word leaves two passages the same,
    another day or figure does not.
    """
    left, right = dict(one), dict(other)
    pairs = (
        (-alike, abs(i - j), i + j, *sorted((said, again)), a, b)
        for i, (a, (kind, said)) in enumerate(left.items())
        for j, (b, (kind_there, again)) in enumerate(right.items())
        if kind == kind_there and (alike := _alike(said, again)) >= thresholds("reprint")["passage"]
    )
    for *_, a, b in sorted(pairs):
        if a in left and b in right:
            del left[a], right[b]
            yield a, b


@lru_cache(maxsize=65_536)
def _alike(one: str, other: str) -> float:
    """The share of words that two passages have in the same order, 0 to 1."""
    if one == other:
        return 1.0
    first, second = ([word[0] for word in WORD.finditer(text)] for text in sorted((one, other)))
    if sorted(filter(_counts_or_dates, first)) != sorted(filter(_counts_or_dates, second)):
        return 0.0
    return SequenceMatcher(None, list(map(folded, first)), list(map(folded, second)), autojunk=False).ratio()


def _counts_or_dates(word: str) -> bool:
    """Whether a word is a figure, a weekday or a month."""
    return word in days_and_months() or any(letter.isdigit() for letter in word)


@cache
def days_and_months(language: str = "en") -> frozenset[str]:
    """The names of weekdays and months, short forms of months too."""
    calendar = load(language).lexicon["calendar"]
    return frozenset((*calendar["weekdays"], *calendar["months"], *calendar["short_months"]))


def likeness(one: Fingerprint, other: Fingerprint) -> float:
    """The estimated share of word rows that two reports have in common (Jaccard), 0 to 1."""
    equal = sum(a == b for a, b in zip(one.minima, other.minima, strict=True))
    return equal / len(one.minima)


def _same_marks(one: Fingerprint, other: Fingerprint) -> bool:
    together = len(one.marks | other.marks)
    return not together or len(one.marks & other.marks) / together >= thresholds("reprint")["marks"]


def _days(one: Fingerprint, other: Fingerprint) -> int | None:
    if not (one.published and other.published):
        return None
    return abs((Date.fromisoformat(one.published) - Date.fromisoformat(other.published)).days)


def _hash(text: str) -> int:
    return int.from_bytes(blake2b(text.encode("utf-8", "surrogatepass"), digest_size=8).digest(), "big")


def _minima(rows: Iterable[str]) -> tuple[int, ...]:
    """The least value of each permutation (multiply and shift, in 64 bits that run over), 32 bits each."""
    hashes = np.array([_hash(row) for row in rows], dtype=np.uint64)
    factors, terms = _permutations()
    values = (factors[:, None] * hashes[None, :] + terms[:, None]) >> np.uint64(32)
    return tuple(int(low) for low in values.min(axis=1))


@cache
def _permutations() -> tuple[Rows, Rows]:
    """Odd factors and terms, the same for ever: fingerprints are kept."""
    count = int(thresholds("reprint")["permutations"])
    factors, terms = ([_hash(f"{part} {i}") | 1 for i in range(count)] for part in ("factor", "term"))
    return np.array(factors, dtype=np.uint64), np.array(terms, dtype=np.uint64)
