"""How close a later sentence is to a promise hangs on where the words stand that both share, and on the time between."""

from __future__ import annotations

from dataclasses import astuple

from hypothesis import given
from hypothesis import strategies as st
from tests.matching.made import telling, undertaking

from readout.matching.closeness import closeness, may_be_close, measures_at_best
from readout.matching.thresholds import thresholds

PROMISE = undertaking("open a ferry line to Liepaja for lorries", told="2022-03-01")
WORDS = [
    "ferry",
    "Liepaja",
    "lorries",
    "harbour",
    "cod",
    "sappers",
    "pilots",
    "reefs",
    "opened",
    "sturgeon",
    "lighthouse",
]


def test_words_that_stand_together_are_closer_than_the_same_words_scattered_over_a_sentence() -> None:
    together = (
        "They opened the ferry line to Liepaja for lorries, and spoke of cod, sturgeon, reefs, sappers and pilots."
    )
    scattered = "They spoke of the ferry, cod, sturgeon, Liepaja, reefs, sappers and pilots, and of the line to open for lorries."
    one, other = (measures_at_best(PROMISE, telling(quote, "2022-04-01")) for quote in (together, scattered))
    assert abs(one.covered - other.covered) < 0.1
    assert one.dense > other.dense
    assert closeness(one) > closeness(other)


def test_what_is_told_years_later_is_less_close() -> None:
    quote = "They opened the ferry line to Liepaja."
    soon, late, later = (
        measures_at_best(PROMISE, telling(quote, told)) for told in ("2022-04-01", "2025-04-01", "2029-04-01")
    )
    assert soon.gap < late.gap == later.gap == 1
    assert astuple(soon)[:-1] == astuple(late)[:-1]
    assert closeness(soon) > closeness(late)


@given(st.lists(st.sampled_from(WORDS), min_size=1, max_size=30))
def test_no_sentence_that_is_close_enough_is_left_out_before_it_is_weighed(words: list[str]) -> None:
    said = telling(f"They opened {' '.join(words)}.", "2022-04-01")
    enough = closeness(measures_at_best(PROMISE, said)) >= thresholds("evidence")["perhaps"]
    assert may_be_close(PROMISE, said) or not enough
