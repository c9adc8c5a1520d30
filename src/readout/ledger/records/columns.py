"""Columns that hold little and read like what they mean: dates as whole numbers, words of a short list by their place in it."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from functools import lru_cache
from typing import Any

from readout.ledger.texts import inflated
from readout.matching.outcomes import EFFECTS, OUTCOMES, REVIEWS, STAGES
from readout.model import KIND_NAMES

KINDS = {kind: number for number, kind in enumerate(KIND_NAMES)}
"""Kinds of finding as derived rows hold them: a small number in many rows and indexes."""

THOUSAND = 1000

UNDATED = ""
"""The date of a record that has none; no reader ever sees it."""

SIDES = "|"
"""Between the sides that undertake one thing together, or make a pair."""


def pair_of(one: str, other: str) -> str:
    """What the pair of two countries or organisations is called among the parties."""
    return SIDES.join(sorted((one, other)))


def day(date: str | None) -> int:
    """An ISO date as a number that sorts like it: 2024-05-01 is 20240501. 0 for none, which sorts before all others."""
    return int(date.replace("-", "").ljust(8, "0")) if date else 0


@lru_cache(maxsize=65_536)
def iso(day: int) -> str:
    """The date of such a number, as far as it is known."""
    digits = f"{day:08}"
    return "-".join(part for part in (digits[:4], digits[4:6], digits[6:]) if int(part))


def last_day(date: str) -> str:
    """What sorts behind every day of an ISO date that may be a month or a year."""
    return date + "-99-99"[len(date) - 4 :]


def place_in(words: Sequence[str], word: str) -> int:
    """The place of a word in a short list, by which a column keeps it; any other word is none of them and equals nothing."""
    return words.index(word) if word in words else -1


STEP = re.compile(r"([a-z])(-?\d+)")


def steps_of(kept: str | None, words: Sequence[str]) -> tuple[tuple[str, str], ...]:
    """The days (ISO) with a word each that a column of `Steps` keeps so; none for none."""
    at, found = 0, []
    for letter, later in STEP.findall(kept or ""):
        at += int(later)
        found.append((iso(at), words[ord(letter) - ord("a")]))
    return tuple(found)


def kept_steps(course: Sequence[tuple[str, str]], words: Sequence[str]) -> str:
    """Days (ISO) with one of a few words each as a column keeps them, `b20240501`: the place of the word as a letter, and the day as
    `day` makes it, each day as its difference from the one before.
    """
    before, kept = 0, []
    for when, word in course:
        kept.append(f"{chr(ord('a') + words.index(word))}{day(when) - before}")
        before = day(when)
    return "".join(kept)


def _dated(kept: int | str) -> str:
    return kept if isinstance(kept, str) else iso(kept)


def _text(kept: bytes | str) -> str:
    return kept if isinstance(kept, str) else inflated(kept)


def _course(kept: str) -> tuple[tuple[str, str], ...]:
    return steps_of(kept, OUTCOMES)


MEANT: Mapping[str, Callable[[Any], Any]] = {
    **dict.fromkeys(("told", "date", "first", "last", "heard", "moved"), _dated),
    **{
        name: words.__getitem__
        for name, words in (("review", REVIEWS), ("outcome", OUTCOMES), ("stage", STAGES), ("effect", EFFECTS))
    },
    "course": _course,
    "text": _text,
}
"""What the columns of these names mean, of whatever table: ISO dates, words, the course of an outcome, texts."""
