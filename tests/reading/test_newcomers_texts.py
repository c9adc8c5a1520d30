"""Texts without an outlet, as people hand them over: whom plurals mean, lists whose preposition stands again, who told of an action."""

from __future__ import annotations

import pytest
from tests.reading.reader import READER

from readout.pages.phrasing import offices

MET = "President of Estonia Alar Karis met with Prime Minister of Slovenia Robert Golob in Tallinn today."


@pytest.mark.parametrize("who", ["The leaders", "The ministers", "They"])
def test_more_than_one_speak_where_the_words_say_so(who: str) -> None:
    reading = READER.read(f"{MET} {who} stressed the importance of trade.", date="2024-05-20")
    (statement,) = reading.of_kind("statement")
    assert statement.values("speaker") == ("Alar Karis", "Robert Golob")


@pytest.mark.parametrize(
    "told",
    [
        "Foreign Minister of Norway Anniken Huitfeldt was received by President of Latvia Egils Levits and by Prime Minister of Latvia "
        "Krisjanis Karins.",
        "Foreign Minister of Norway Anniken Huitfeldt met with President of Latvia Egils Levits, and with Prime Minister of Latvia "
        "Krisjanis Karins in Riga.",
    ],
)
def test_a_preposition_that_stands_again_ends_no_list_of_those_who_met(told: str) -> None:
    (meeting,) = READER.read(told, date="2023-03-10").of_kind("meeting")
    assert meeting.values("participants") == ("Anniken Huitfeldt", "Egils Levits", "Krisjanis Karins")


def test_who_told_of_an_action_is_no_part_of_it() -> None:
    text = (
        f"{MET} Slovenia will train the crews of the ferries, Karis said, though he cautioned that it would take time."
    )
    reading = READER.read(text, date="2024-05-20")
    assert [reading.quote(f) for f in reading.of_kind("commitment")] == ["train the crews of the ferries"]


def test_what_one_expects_another_to_do_is_no_undertaking() -> None:
    text = f"{MET} Estonia expects Slovenia to officially recognize the group as a terrorist organisation."
    assert READER.read(text, date="2024-05-20").of_kind("commitment") == ()


def spoken(text: str) -> list[tuple[str, tuple[object, ...]]]:
    """The statements of a text behind MET, each with its speakers."""
    reading = READER.read(f"{MET} {text}", date="2024-05-20")
    return [(reading.quote(f), f.values("speaker")) for f in reading.of_kind("statement")]


def test_whoever_stands_behind_a_dash_at_the_end_of_a_line_is_quoted_in_it() -> None:
    text = '"Our alliance has never been closer", Prime Minister Golob said.\n"We look forward to our next talks." – President Karis'
    assert spoken(text) == [
        ("Our alliance has never been closer", ("Robert Golob",)),
        ("We look forward to our next talks", ("Alar Karis",)),
    ]


def test_a_quotation_within_the_sentence_of_another_speaker_goes_on_nobody_elses() -> None:
    text = (
        '"We will take part in the construction of the airport," President Karis remarked.\nPrime Minister Golob thanked him, adding, '
        '"Slovenia will buy five ferries".'
    )
    assert ("We will take part in the construction of the airport", ("Alar Karis",)) in spoken(text)
    assert ("Slovenia will buy five ferries", ("Robert Golob",)) in spoken(text)


def test_two_whom_and_joins_agree_together() -> None:
    told = (
        "The Prime Minister of Slovenia and the President of Estonia agreed that the summit could make a contribution."
    )
    assert spoken(told) == [("the summit could make a contribution", ("Robert Golob", "Alar Karis"))]


def test_a_sentence_glued_to_a_year_is_another() -> None:
    text = f"{MET} Estonia will complete the East-West Highway in 2025.The meeting was attended by Minister Mart Tamm."
    reading = READER.read(text, date="2024-05-20")
    assert [reading.quote(f) for f in reading.of_kind("commitment")] == ["complete the East-West Highway in 2025"]


def test_an_office_that_spells_its_country_otherwise_is_not_given_it_again() -> None:
    reading = READER.read(
        "Chancellor Olaf Scholz met today with the President of Türkiye, Recep Tayyip Erdoğan.", date="2024-06-05"
    )
    erdogan = next(actor for actor in reading.actors if actor.name == "Recep Tayyip Erdoğan")
    assert offices(erdogan) == "President of Türkiye"


def test_an_action_ends_before_the_and_would_of_the_next() -> None:
    text = f"{MET} Karis stressed that Estonia would reopen its consulate in Koper within two months and would facilitate visas."
    reading = READER.read(text, date="2024-05-20")
    assert [reading.quote(f) for f in reading.of_kind("commitment")] == [
        "reopen its consulate in Koper within two months",
        "facilitate visas",
    ]
