"""Dates worked out against the report's date."""

from __future__ import annotations

import pytest

from readout.reading.dates.worked_out import times


@pytest.mark.parametrize(
    ("words", "value", "precision"),
    [
        ("today", "2023-03-10", "day"),
        ("yesterday", "2023-03-09", "day"),
        ("on Tuesday", "2023-03-07", "day"),
        ("on March 2", "2023-03-02", "day"),
        ("on December 20", "2022-12-20", "day"),
        ("on 5 May 2021", "2021-05-05", "day"),
        ("in October last year", "2022-10", "month"),
        ("in August 2021", "2021-08", "month"),
    ],
)
def test_past_dates(words: str, value: str, precision: str) -> None:
    text = f"They met {words}."
    (time,) = times(text, 0, len(text), "2023-03-10")
    assert (time.value, time.precision) == (value, precision)


@pytest.mark.parametrize(
    ("words", "last"),
    [
        ("by the end of 2024", "2024-12-31"),
        ("in the first half of 2025", "2025-06-30"),
        ("in the first quarter of 2025", "2025-03-31"),
        ("by 2030", "2030"),
        ("on June 17-18", "2023-06-18"),
        ("on January 5", "2024-01-05"),
    ],
)
def test_deadlines(words: str, last: str) -> None:
    text = f"It will be built {words}."
    (time,) = times(text, 0, len(text), "2023-03-10", future=True)
    assert time.last == last
