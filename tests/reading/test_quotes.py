"""Quotations, whole and damaged."""

from __future__ import annotations

import pytest

from readout.reading.quotes.marks import quotes


def said(text: str) -> list[str]:
    return [quote.span.of(text) for quote in quotes(text)]


def test_matched_marks_of_all_shapes_are_found() -> None:
    assert said('She said "we agree today" and “we go on” and «we are done».') == [
        "we agree today",
        "we go on",
        "we are done",
    ]


def test_a_lost_opening_mark_opens_at_the_start_of_the_paragraph() -> None:
    assert said('First line.\nWe will come. We will stay," she said.') == ["We will come. We will stay"]


def test_a_lost_opening_mark_after_a_quotation_opens_behind_the_sentence_before() -> None:
    text = '"We will come," she said. We will stay," she added.'
    assert said(text) == ["We will come", "We will stay"]


def test_a_paragraph_ends_an_open_quotation() -> None:
    assert said('He said: "We wait\nNothing else.') == ["We wait"]


@pytest.mark.parametrize(
    "teller",
    [
        "the president said. The sides agreed on a ferry.",
        "Prime Minister of Slovenia Robert Golob stressed.",
        "the Prime Minister noted, adding that Slovenia would pay.",
    ],
)
def test_speech_that_lost_its_closing_mark_ends_before_the_comma_and_who_said_it(teller: str) -> None:
    assert said(f'"We will build it. It is a fair price, {teller}\nNothing else.') == [
        "We will build it. It is a fair price"
    ]


def test_speech_that_lost_its_closing_mark_goes_on_behind_commas_of_its_own() -> None:
    assert said('"As you know, the ferry stops today, and the port closes\nNothing else.') == [
        "As you know, the ferry stops today, and the port closes"
    ]


def test_speech_without_its_opening_mark_begins_behind_what_the_reporter_tells() -> None:
    text = (
        'The ministers met in Oslo. They discussed the ferry. We will build it together. It is a fair price," she said.'
    )
    assert said(text) == ["We will build it together. It is a fair price"]


def test_a_list_mark_in_the_next_line_closes_no_speech_between_dashes():
    text = "- Norway will open a ferry line and pay for two boats.\n\n- Denmark agreed to build the pier.\n"
    assert quotes(text) == []
