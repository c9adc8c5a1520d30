"""A name that one text writes in several ways is one person's, and shown as the text mostly writes it."""

from types import SimpleNamespace

import pytest
from tests.reading.reader import READER

from readout.reading.actors.names import _completed
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


def test_of_two_whole_names_as_long_the_first_completes_a_bare_surname_in_every_run() -> None:
    forms = ["Anna", "Berg", "spoke", ".", "Ms", "Berg", "left", ".", "Thank", "you", ",", "Ms", "Berg"]
    around = SimpleNamespace(words=SimpleNamespace(form=forms))
    assert _completed(around, [(0, 1), (4, 5), (12, 12)]) == [(0, 1), (4, 5), (12, 12)]
