"""Bodies and companies that no lexicon knows: their whole names, whose they are, and that they stand in lists."""

from __future__ import annotations

import pytest
from tests.reading.reader import READER

WHITE_HOUSE = {"source": "The White House", "url": "https://www.whitehouse.gov/a"}


def undertakers(text: str) -> list[tuple[str, ...]]:
    """Who undertakes each commitment of an outlet's text."""
    reading = READER.read(text, date="2024-05-14", **WHITE_HOUSE)
    return [tuple(str(v) for v in finding.values("by")) for finding in reading.of_kind("commitment")]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("The National Harbour Service will open a school by 2026.", "National Harbour Service"),
        ("The Ministry of Roads and Ferries will open a school by 2026.", "Ministry of Roads and Ferries"),
        ("The Department of Ferries will open a school by 2026.", "Department of Ferries"),
        ("The Ministry of Ferries of Kenya will open a school by 2026.", "Ministry of Ferries of Kenya"),
        ("The Slovak Investment Bank will open a school by 2026.", "Slovak Investment Bank"),
    ],
)
def test_a_body_that_no_lexicon_knows_acts_by_its_whole_name(text: str, name: str) -> None:
    assert undertakers(text) == [(name,)]


def test_a_title_that_the_model_takes_for_a_body_is_none() -> None:
    reading = READER.read("Anna Berg met the Deputy Assistant Secretary in Riga.", date="2024-05-14", **WHITE_HOUSE)
    assert "Deputy Assistant Secretary" not in {a.name for a in reading.actors if a.kind == "organisation"}


def test_a_body_behind_its_country_stands_in_a_list_in_place_of_that() -> None:
    text = "The Department of Energy, the Slovak Investment Bank and Kenya’s Ministry of Ferries will open a school by 2026."
    assert undertakers(text) == [("Department of Energy", "Slovak Investment Bank", "Ministry of Ferries")]


def test_two_bodies_of_one_name_are_two() -> None:
    text = "Kenya’s Ministry of Ferries and Uganda’s Ministry of Ferries will open a school by 2026."
    assert undertakers(text) == [("Ministry of Ferries", "Ministry of Ferries of Uganda")]


def test_a_body_of_two_countries_is_neither_s_alone() -> None:
    text = "The U.S.-Kenya Ferry Committee will open a school by 2026."
    reading = READER.read(text, date="2024-05-14", **WHITE_HOUSE)
    assert [a.stands_for for a in reading.actors if a.name == "Ferry Committee"] == [()]
