"""Journeys with what is done there, attempts, and what is undertaken or asked only in words."""

from __future__ import annotations

import pytest
from tests.reading.reader import READER

from readout import Finding


def commitments(text: str) -> list[Finding]:
    return [f for f in READER.read(text, date="2024-05-14").findings if f.kind == "commitment"]


def actions(text: str) -> list[str]:
    return [text[slice(*f.span.to_list())] for f in commitments(text)]


OPENED = "Prime Minister of Latvia Evika Silina met with Prime Minister of Norway Jonas Gahr Store in Oslo. "


def test_what_will_be_done_on_a_journey_is_undertaken_by_itself_with_the_days_of_the_journey() -> None:
    text = "Prime Minister of Latvia Evika Silina will travel to Oslo, Norway on May 20 to meet with Prime Minister Jonas Gahr Store and attend the Ferry Fair."
    assert actions(text) == [
        "travel to Oslo, Norway on May 20",
        "meet with Prime Minister Jonas Gahr Store",
        "attend the Ferry Fair",
    ]
    assert [f.values("due") for f in commitments(text)] == [("2024-05-20",)] * 3


def test_a_journey_without_a_day_is_one_undertaking_with_what_it_is_for() -> None:
    text = "Prime Minister of Latvia Evika Silina will travel to Oslo, Norway to attend the Ferry Fair."
    assert actions(text) == ["travel to Oslo, Norway to attend the Ferry Fair"]


def test_what_will_be_discussed_on_a_journey_is_no_undertaking_of_its_own() -> None:
    text = "Prime Minister of Latvia Evika Silina will travel to Oslo, Norway on May 20 to discuss the ferry line."
    assert len(actions(text)) == 1


@pytest.mark.parametrize(
    ("words", "strength"),
    [
        ("will seek to open a second ferry line", "intended"),
        ("will open a second ferry line", "pledged"),
    ],
)
def test_what_somebody_will_seek_to_do_is_intended(words: str, strength: str) -> None:
    assert commitments(OPENED + f"Norway {words} to Riga.")[0].values("strength") == (strength,)


def test_a_time_before_the_subject_inside_a_sentence_is_the_deadline() -> None:
    text = OPENED + "The harbour is full, and on June 6 Norway will open a second quay for the ferries."
    assert [f.values("due") for f in commitments(text)] == [("2024-06-06",)]


def test_what_somebody_will_never_do_is_undertaken() -> None:
    text = OPENED + "Prime Minister Silina said: “We will never accept the closing of the strait.”"
    assert actions(text) == ["never accept the closing of the strait"]


def test_an_invitation_that_one_is_thanked_for_asks_nobody() -> None:
    assert commitments(OPENED + "He thanked her for the invitation to visit Riga in June.") == []
