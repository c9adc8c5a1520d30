"""Whom "the President", "the two leaders" and "we" stand for where several might be meant."""

from __future__ import annotations

import pytest

from readout import Reader

READER = Reader()


def by(text: str, action: str) -> list[str]:
    reading = READER.read(text, date="2024-06-13", source="whitehouse.gov")
    told = next(f for f in reading.of_kind("commitment") if action in reading.quote(f))
    return [str(value) for value in told.values("by")]


def test_a_president_elect_is_no_other_president() -> None:
    text = (
        "Vice President Kamala Harris spoke by phone with President-elect Claudia Sheinbaum of Mexico. The Vice President and "
        "President-elect Sheinbaum pledged to open a ferry line. President Joe Biden sent his greetings."
    )
    assert by(text, "ferry line") == ["Kamala Harris", "Claudia Sheinbaum"]


@pytest.mark.parametrize("pair", ["The two leaders", "Both leaders"])
def test_who_came_along_is_none_of_the_two_leaders(pair: str) -> None:
    text = (
        "President Joe Biden and Vice President Kamala Harris spoke today with Prime Minister of Norway Jonas Gahr Støre. "
        f"{pair} stressed that the ferry line matters."
    )
    (told,) = READER.read(text, date="2024-06-13", source="whitehouse.gov").of_kind("statement")
    assert told.values("speaker") == ("Joe Biden", "Jonas Gahr Støre")


def test_a_joint_statement_whose_title_names_its_parties_binds_both() -> None:
    title = "Joint U.S.-Norway Statement on Ferries"
    text = "The harbours of both coasts have grown old. We affirm our commitment to open a ferry line by 2027."
    reading = READER.read(text, title=title, date="2024-06-13", source="whitehouse.gov")
    told = next(f for f in reading.of_kind("commitment") if "ferry line" in reading.quote(f))
    assert (told.values("by"), told.values("strength")) == (("United States", "Norway"), ("signed",))
