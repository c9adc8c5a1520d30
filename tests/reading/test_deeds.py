"""What is done is not what is said: things that help, and people who support, offer or share, make no statement by it."""

from __future__ import annotations

import pytest
from tests.reading.reader import READER

WHITE_HOUSE = {"source": "The White House", "url": "https://www.whitehouse.gov/a"}


def contents(text: str) -> list[str]:
    """The contents of an outlet's statements."""
    reading = READER.read(text, date="2024-05-14", **WHITE_HOUSE)
    return [finding.span.of(text) for finding in reading.of_kind("statement")]


@pytest.mark.parametrize(
    "text",
    [
        "The facility supports digital inclusion and clinics in rural regions.",
        "The commitments highlight a new approach to ports.",
        "Norway has agreed to open a bank that will help farmers, supporting ferry lines across the region.",
        "Norway will train fishermen and support the new harbour council.",
        "Director Berg met with officials of Latvia to share lessons learned on harbour safety.",
        "The Agency supported 36 local projects in the port of Riga.",
        "Secretary Berg will travel to Riga to highlight the support of Norway for the ferry line.",
    ],
)
def test_a_deed_is_no_statement(text: str) -> None:
    assert contents(text) == []


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("Norway supports the independence of Latvia.", "the independence of Latvia"),
        ("Director Berg met with Minister Ozols of Latvia to underscore the value of the ferry line.", "the value of the ferry line"),
        ("President Berg raised the case of the crew with Prime Minister Ozols of Latvia.", "the case of the crew"),
        ("The report highlighted the value of the ferry line.", "the value of the ferry line"),
    ],
)  # fmt: skip
def test_what_is_said_by_the_same_verbs_stays(text: str, content: str) -> None:
    assert any(content in told for told in contents(text))
