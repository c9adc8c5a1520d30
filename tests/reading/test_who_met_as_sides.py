"""Whom "both sides" mean: the states of those who met, and no universities or summits that the text mentions in between."""

from __future__ import annotations

import pytest
from tests.reading.reader import READER

HEAD = "President Biden met with Prime Minister Berg of Norway in Washington today. They discussed trade. "


@pytest.mark.parametrize(
    "between",
    [
        "In June the Harbour Institute hosted the Ferry Forum together with Riga University.",
        "President Biden applauded Norway’s initiative to bear more, including by hosting the next Harbour Summit and "
        "developing its partnership with NATO and the G7.",
    ],
)
def test_both_sides_are_those_who_met_as_sides(between: str) -> None:
    text = f"{HEAD}{between} Both sides welcomed the opening of a ferry line between the two countries."
    reading = READER.read(text, date="2024-05-14", source="The White House", url="https://www.whitehouse.gov/a")
    said = next(f for f in reading.of_kind("statement") if "opening of a ferry line" in f.span.of(text))
    assert set(said.values("speaker")) == {"United States", "Norway"}
