"""Those whom a list under a heading names took part in the report's meeting."""

from __future__ import annotations

import pytest
from tests.reading.reader import READER

MET = (
    "Vice President Kamala Harris met today with ferry captains in Riga. She praised their courage. It was a warm day."
)
LIST = "\n\n- Egils Levits, President of Latvia\n- Sauli Niinisto, a captain\n\n- Anniken Huitfeldt of Norway"
NAMED = ("Egils Levits", "Sauli Niinisto", "Anniken Huitfeldt")


def met(text: str) -> list[tuple[object, ...]]:
    """The participants of each meeting of a text."""
    return [f.values("participants") for f in READER.read(text, date="2023-03-10").of_kind("meeting")]


@pytest.mark.parametrize(
    "heading",
    [
        "Participants included:",
        "Joining the Vice President at the meeting were the following leaders:",
        "Attendees:",
        "State legislative leaders included:",
        "The ferries are old and slow, and the captains told of storms that came over them in the autumn. Officials attending included:",
    ],
)
def test_whoever_a_list_of_participants_names_took_part(heading: str) -> None:
    (participants,) = met(f"{MET}\n\n{heading}{LIST}")
    assert {"Kamala Harris", *NAMED} <= set(participants)


@pytest.mark.parametrize(
    "heading",
    [
        "The following leaders will be joining a later meeting:",
        "The Vice President announced:",
        "Her earlier journeys included:",
        "The Vice President praised the captains who have participated over the years in the long work of the ferry line "
        "between Riga and Helsinki, among them:",
    ],
)
def test_a_list_of_anything_else_names_no_participants(heading: str) -> None:
    assert not any(set(NAMED) <= set(participants) for participants in met(f"{MET}\n\n{heading}{LIST}"))
