"""Reprints count as sources; a formula said of something else is no reprint."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from readout.matching.reprints import are_reprints, fingerprint, same_passages
from readout.model import Report, Stated

TEXT = (
    "The Prime Minister of Norway met the Prime Minister of Latvia in Riga on Tuesday. They spoke about the ferry line between Bergen and "
    "Liepaja, about the training of sappers, and about the price of timber, which has fallen by a third since the winter. The two agreed to "
    "meet again in Oslo before the summer, when the harbour of Liepaja is to be ready for the first ship."
)


def report(text: str, published: str | None = "2022-03-01") -> Report:
    return Report("r", text, published=Stated(published) if published else None)


def test_a_report_with_another_heading_and_spelling_is_a_reprint() -> None:
    printed_again = "Reprinted with permission.\n" + TEXT.replace("harbour", "harbor")
    assert are_reprints(fingerprint(report(TEXT)), fingerprint(report(printed_again, "2022-03-03")))


def test_the_same_formula_about_someone_else_is_no_reprint() -> None:
    greeting = "{} sent greetings to {} on the national day of {} and wished the people of the country peace and well-being in the coming year."
    one = greeting.format("Jonas Gahr Store", "Egils Levits", "Latvia")
    other = greeting.format("Jonas Gahr Store", "Sauli Niinisto", "Finland")
    assert not are_reprints(fingerprint(report(one)), fingerprint(report(other)))


def test_the_same_words_months_later_are_no_reprint() -> None:
    assert not are_reprints(fingerprint(report(TEXT)), fingerprint(report(TEXT + " ", "2023-03-01")))


def test_the_very_same_words_a_month_later_are_no_reprint() -> None:
    assert are_reprints(fingerprint(report(TEXT)), fingerprint(report(TEXT, "2022-03-03")))
    assert not are_reprints(fingerprint(report(TEXT)), fingerprint(report(TEXT, "2022-04-01")))


def test_without_a_date_a_template_with_another_day_is_no_reprint() -> None:
    undated, other_day = report(TEXT, None), report(TEXT.replace("Tuesday", "Friday"), None)
    assert are_reprints(fingerprint(undated), fingerprint(report(TEXT.replace("fallen", "sunk"), None)))
    assert not are_reprints(fingerprint(undated), fingerprint(other_day))


def test_passages_of_reprints_are_the_same_in_spite_of_a_misspelling_and_not_with_another_day_or_figure() -> None:
    said = "The ministers held a routine call on 3 March about the ferry line from Bergen"
    for other, same in (
        (said.replace("routine", "rotuine"), True),
        (said.replace("March", "April"), False),
        (said.replace("3", "9"), False),
    ):
        assert list(same_passages({1: ("meeting", said)}, {2: ("meeting", other)})) == ([(1, 2)] if same else [])


@given(st.text(min_size=1, max_size=200), st.text(min_size=1, max_size=200))
def test_being_a_reprint_is_symmetric_and_a_report_is_its_own(one: str, other: str) -> None:
    first, second = fingerprint(report(one)), fingerprint(report(other))
    assert are_reprints(first, second) == are_reprints(second, first)
    assert are_reprints(first, first)
