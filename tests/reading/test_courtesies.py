"""Forms of address beside an office are none of it, and hide nobody's name."""

from __future__ import annotations

import pytest
from tests.reading.reader import READER

from readout.pages.phrasing import offices


@pytest.mark.parametrize(
    ("written", "name", "post"),
    [
        ("the Prime Minister of Vietnam, H.E. Mr. Pham Minh Chinh,", "Pham Minh Chinh", "Prime Minister of Vietnam"),
        ("Prime Minister of India Shri Narendra Modi", "Narendra Modi", "Prime Minister of India"),
        ("Rt Hon Christopher Luxon", "Christopher Luxon", "Prime Minister of New Zealand"),
        (
            "His Excellency the Prime Minister of Slovenia Dr. Robert Golob",
            "Robert Golob",
            "Prime Minister of Slovenia",
        ),
    ],
)
def test_a_form_of_address_is_no_part_of_an_office_or_a_name(written: str, name: str, post: str) -> None:
    reading = READER.read(f"President of Estonia Alar Karis met with {written} in Tallinn today.", date="2024-08-16")
    actor = next(actor for actor in reading.actors if actor.name.endswith(name.split()[-1]))
    assert actor.name == name
    assert offices(actor) == post


def test_a_rank_stays_an_office_where_it_is_part_of_one() -> None:
    reading = READER.read("President of Estonia Alar Karis met with NATO Secretary General Jens Stoltenberg today.")
    actor = next(actor for actor in reading.actors if actor.name == "Jens Stoltenberg")
    assert actor.offices[0].title == "NATO Secretary General"


def test_an_office_that_the_text_tells_in_full_is_not_shown_again_as_the_table_has_it() -> None:
    text = "President of Estonia Alar Karis met with President of the Republic of Tajikistan Emomali Rahmon today."
    reading = READER.read(text, date="2024-03-14")
    rahmon = next(actor for actor in reading.actors if actor.name == "Emomali Rahmon")
    assert len(rahmon.offices) == 2
    assert offices(rahmon) == "President of the Republic of Tajikistan"
