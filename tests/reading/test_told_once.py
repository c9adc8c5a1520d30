"""What a report tells in one place and means in another: towards whom, and where."""

from __future__ import annotations

from tests.reading.reader import READER

TALKS = "President of Latvia Edgars Rinkēvičs met with Prime Minister of Norway Jonas Gahr Støre. "


def test_a_promise_to_you_is_owed_to_the_side_that_is_spoken_to() -> None:
    text = TALKS + "“I assure you that Norway will build the ferry by 2027,” Jonas Gahr Støre said."
    (promise,) = READER.read(text, date="2023-03-10").of_kind("commitment")
    assert promise.values("by") == ("Norway",) and promise.values("to") == ("Latvia",)


def test_an_undertaking_with_the_other_side_is_towards_it() -> None:
    text = TALKS + "Norway will build the ferry with the Latvian Government."
    (promise,) = READER.read(text, date="2023-03-10").of_kind("commitment")
    assert promise.values("to") == ("Government of Latvia",)


def test_an_undertaking_of_one_side_alone_is_towards_nobody() -> None:
    (promise,) = READER.read(TALKS + "Norway will build the ferry.", date="2023-03-10").of_kind("commitment")
    assert promise.values("to") == ()


def test_talks_of_a_visitor_take_place_where_the_visit_goes_to() -> None:
    text = TALKS + "The Prime Minister said that the visit of Edgars Rinkēvičs to Oslo was important."
    talks = READER.read(text, date="2023-03-10").of_kind("meeting")[0]
    place = talks.one("place")
    assert place is not None and place.value == "Oslo" and place.how == "the visit of a participant"


def test_talks_whose_own_sentence_names_a_city_are_not_moved_to_that_of_a_visit() -> None:
    text = "In Riga, " + TALKS + "The Prime Minister said that the visit of Edgars Rinkēvičs to Oslo was important."
    talks = READER.read(text, date="2023-03-10").of_kind("meeting")[0]
    assert "Oslo" not in talks.values("place")
