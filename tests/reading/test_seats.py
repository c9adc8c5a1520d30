"""Seats of government: who speaks or acts by the name of one is a body of its state; where somebody meets, it stays a place."""

from __future__ import annotations

import pytest
from tests.reading.reader import READER


@pytest.mark.parametrize(
    ("text", "name", "state"),
    [
        ("The White House said on Friday that it would send two envoys to Geneva.", "White House", "United States"),
        ("The crossing will reopen in May, according to the Kremlin.", "Kremlin", "Russia"),
        ("The Kremlin pledged to release the crew.", "Kremlin", "Russia"),
    ],
)
def test_a_seat_that_speaks_or_acts_is_a_body_of_its_state(text: str, name: str, state: str) -> None:
    reading = READER.read(text, date="2024-05-03")
    actor = next(actor for actor in reading.actors if actor.name == name)
    assert (actor.kind, actor.stands_for) == ("body", (state,))
    assert any(slot.actor == actor.id for finding in reading.findings for slot in finding.slots)


def test_what_a_seat_undertakes_by_a_pronoun_is_its_own() -> None:
    reading = READER.read("The White House said on Friday that it would send two envoys to Geneva.", date="2024-05-03")
    assert [finding.values("by") for finding in reading.of_kind("commitment")] == [("White House",)]


def test_a_seat_where_people_meet_is_nobody() -> None:
    reading = READER.read(
        "President Biden met with Prime Minister Berg of Norway at the White House today.", date="2024-05-03"
    )
    assert "White House" not in {actor.name for actor in reading.actors}
