"""Deadlines and amounts: in the text's words, worked out only where these name a time or a figure."""

from __future__ import annotations

import pytest

from readout.model import Span
from readout.reading.finders.amounts import amount
from readout.reading.finders.deadlines import due_words

PUBLISHED = "2022-05-10"


@pytest.mark.parametrize(
    ("words", "due", "precision"),
    [
        ("by the end of 2024", "2024-12-31", "year"),
        ("within 24 hours", "2022-05-11", "day"),
        ("in the first half of next year", "2023-06-30", "half-year"),
        ("by 2030", "2030", "year"),
        ("on June 17-18", "2022-06-18", "day"),
        ("by the end of June", "2022-06-30", "day"),
        ("by mid-2025", "2025", "year"),
        ("in 2022-2023", "2023", "year"),
        ("over the next five years", "2027", "year"),
        ("no later than June 30", "2022-06-30", "day"),
    ],
)
def test_a_deadline_is_worked_out_with_its_precision_and_keeps_its_words(words: str, due: str, precision: str) -> None:
    text = f"open the line {words}"
    worked, said = due_words(text, Span(0, len(text)), PUBLISHED)
    assert (worked.value, worked.precision) == (due, precision)
    assert said.value == words


@pytest.mark.parametrize("words", ["this fall", "before the next summit", "in the coming weeks", "in the near future"])
def test_a_vague_deadline_stays_words(words: str) -> None:
    text = f"open the line {words}"
    (said,) = due_words(text, Span(0, len(text)), PUBLISHED)
    assert (said.role, said.value) == ("due_text", words)


def test_a_time_before_the_report_is_no_deadline() -> None:
    text = "lower the duties under the order of April 2, 2020"
    assert due_words(text, Span(0, len(text)), PUBLISHED) == []


@pytest.mark.parametrize(
    ("words", "figures"),
    [
        ("$30 billion", "30000000000 USD"),
        ("€1.5 billion", "1500000000 EUR"),
        ("500 million euros", "500000000 EUR"),
        ("UAH 20 billion", "20000000000 UAH"),
        ("$2.5-3 billion", "3000000000 USD"),
        ("20,000 tonnes", "20000 tonnes"),
        ("30%", "30 percent"),
    ],
)
def test_an_amount_keeps_its_words_and_gives_its_figures(words: str, figures: str) -> None:
    text = f"provide up to {words} next year"
    said, counted = amount(text, Span(0, len(text)))
    assert (said.value, counted.value) == (words, figures)


def test_an_action_without_a_figure_has_no_amount() -> None:
    text = "provide several million dollars"
    assert amount(text, Span(0, len(text))) == []
