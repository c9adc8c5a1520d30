"""Columns that hold little and read like what they mean: dates as whole numbers, words of a short list by their place in it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import Any

from sqlalchemy import Dialect, Integer, Text, TypeDecorator

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


class Day(TypeDecorator[str]):
    """An ISO date, kept as `day` makes it."""

    impl = Integer
    cache_ok = True

    def process_bind_param(self, value: str | None, _: Dialect) -> int | None:
        return None if value is None else day(value)

    def process_result_value(self, value: Any, _: Dialect) -> str | None:
        return None if value is None else iso(value)


class Among(TypeDecorator[str]):
    """One of a few words, kept by its place among them; any other word is none of them and equals nothing."""

    impl = Integer
    cache_ok = True

    def __init__(self, words: Sequence[str]) -> None:
        super().__init__()
        self.words = tuple(words)

    def process_bind_param(self, value: str | None, _: Dialect) -> int | None:
        if value is None:
            return None
        return self.words.index(value) if value in self.words else -1

    def process_result_value(self, value: Any, _: Dialect) -> str | None:
        return None if value is None else self.words[value]


STEP = re.compile(r"([a-z])(-?\d+)")


def steps_of(kept: str | None, words: Sequence[str]) -> tuple[tuple[str, str], ...]:
    """The days (ISO) with a word each that a column of `Steps` keeps so; none for none."""
    at, found = 0, []
    for letter, later in STEP.findall(kept or ""):
        at += int(later)
        found.append((iso(at), words[ord(letter) - ord("a")]))
    return tuple(found)


class Steps(TypeDecorator[tuple[tuple[str, str], ...]]):
    """Days (ISO) with one of a few words each, kept as `b20240501`: the place of the word as a letter, and the day as `day` makes it,
    each day as its difference from the one before."""

    impl = Text
    cache_ok = True

    def __init__(self, words: Sequence[str]) -> None:
        super().__init__()
        self.words = tuple(words)

    def process_bind_param(self, value: Sequence[tuple[str, str]] | None, _: Dialect) -> str | None:
        if not value:
            return None
        before, kept = 0, []
        for when, word in value:
            kept.append(f"{chr(ord('a') + self.words.index(word))}{day(when) - before}")
            before = day(when)
        return "".join(kept)

    def process_result_value(self, value: Any, _: Dialect) -> tuple[tuple[str, str], ...] | None:
        return None if value is None else steps_of(value, self.words)
