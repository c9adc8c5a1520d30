"""Whom "the leaders" and "both sides" mean: those who met as sides, and no universities or summits that the text mentions in between."""

from __future__ import annotations

import pytest
from tests.reading.reader import READER

HEAD = "President Biden met with Prime Minister Berg of Norway in Washington today. They discussed trade. "


@pytest.mark.parametrize(
    "between",
    [
        "The Harbour Institute met with Riga Technical University to share what they know about ferries.",
        "President Biden met with NATO and the G7 to develop the partnership further.",
    ],
)
@pytest.mark.parametrize("subject", ["The leaders", "The two leaders"])
def test_the_leaders_are_those_who_met_as_sides(between: str, subject: str) -> None:
    text = f"{HEAD}{between} {subject} welcomed the opening of a ferry line between the two countries."
    reading = READER.read(text, date="2024-05-14", source="The White House", url="https://www.whitehouse.gov/a")
    said = next(f for f in reading.of_kind("statement") if "opening of a ferry line" in f.span.of(text))
    assert set(said.values("speaker")) == {"Biden", "Berg"}
