"""The columns that hold less than they mean, as SQLAlchemy is told of them (`records/columns.py` says what they mean)."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from sqlalchemy import Dialect, Integer, Text, TypeDecorator

from readout.ledger.records.columns import day, iso, kept_steps, place_in, steps_of
from readout.ledger.texts import deflated, inflated


class Deflated(TypeDecorator[str]):
    """A text that takes less than half of its room in SQLite; one that stands there as it is comes back as it is."""

    impl = Text
    cache_ok = True

    def process_bind_param(self, value: str | None, dialect: Dialect) -> Any:
        return deflated(value) if value is not None and dialect.name == "sqlite" else value

    def process_result_value(self, value: Any, _: Dialect) -> str | None:
        return inflated(value) if isinstance(value, bytes) else value


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
        return None if value is None else place_in(self.words, value)

    def process_result_value(self, value: Any, _: Dialect) -> str | None:
        return None if value is None else self.words[value]


class Steps(TypeDecorator[tuple[tuple[str, str], ...]]):
    """Days (ISO) with one of a few words each, kept as `kept_steps` makes them."""

    impl = Text
    cache_ok = True

    def __init__(self, words: Sequence[str]) -> None:
        super().__init__()
        self.words = tuple(words)

    def process_bind_param(self, value: Sequence[tuple[str, str]] | None, _: Dialect) -> str | None:
        return kept_steps(value, self.words) if value else None

    def process_result_value(self, value: Any, _: Dialect) -> tuple[tuple[str, str], ...] | None:
        return None if value is None else steps_of(value, self.words)
