"""A meeting that the headline within a text tells is found once, in the fuller words below."""

from __future__ import annotations

import pytest
from tests.reading.reader import READER

HEADLINE = "President Alar Karis meets Prime Minister of Slovenia Robert Golob"
BODY = "President of Estonia Alar Karis met with Prime Minister of Slovenia Robert Golob in Tallinn {day}. They discussed trade."


def met(text: str) -> list[str]:
    """The words of the meetings of a text of 16 August 2024."""
    reading = READER.read(text, date="2024-08-16")
    return [reading.quote(finding) for finding in reading.of_kind("meeting")]


def test_a_headline_tells_the_meeting_of_the_text_below() -> None:
    found = met(f"{HEADLINE}\n\n{BODY.format(day='today')}")
    assert [words.startswith("President of Estonia") for words in found] == [True]


@pytest.mark.parametrize(
    "text",
    [
        f"{HEADLINE} today\n\n{BODY.format(day='in March 2021')}",
        f"{HEADLINE} in Riga\n\n{BODY.format(day='today')}",
        f"{HEADLINE}\n\nThey discussed trade. The President also met with King of Spain Felipe VI in Tallinn.",
    ],
)
def test_a_headline_that_tells_another_meeting_stays(text: str) -> None:
    assert any(words.startswith("President Alar Karis meets") for words in met(text))
