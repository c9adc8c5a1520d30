"""A name that one text writes in several ways is one person's, and shown as the text mostly writes it."""

import pytest
from tests.reading.reader import READER

from readout.reading.actors.spelling import misspelt_word

pytest.importorskip("readout_en", reason="the English model is not installed")


def test_a_person_is_shown_in_the_spelling_that_stands_most_often():
    text = "Kristin Wilkins opened the show. Kristen Wilkins teaches in Riga. Kristen Wilkins said that the prints were new."
    people = [actor.name for actor in READER.read(text).actors if actor.kind == "person"]
    assert people == ["Kristen Wilkins"]


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [("maurer", "mauer", True), ("buchtmann", "bauchtman", True), ("williams", "williamson", False), ("brown", "braun", False)],
)  # fmt: skip
def test_a_letter_more_or_less_is_a_misspelling_where_neither_name_begins_the_other(one, other, same):
    assert misspelt_word(one, other) is same
