"""Whose report a text is that came without its source: by its masthead, by its address, by whom it names without a country."""

from __future__ import annotations

import pytest
from tests.reading.reader import READER

from readout.reading.head.mastheads import masthead

MET = "The Prime Minister met the President of Lithuania, Gitanas Nausėda, at the airport of Vilnius today."


@pytest.mark.parametrize(
    ("text", "outlet"),
    [
        (f"PM visit to Vilnius\n\nA Downing Street spokesperson said:\n\n{MET}", "GOV.UK"),
        (f"Prime Minister's Office, 10 Downing Street and The Rt Hon A B\n\n{MET}", "GOV.UK"),
        (f"Chancellor meets President | Federal Government\n\n{MET}", "Federal Government of Germany"),
        (f"European Commission - Statement\nThe ferry talks\n\n{MET}", "European Commission"),
        (f"{MET}\n\nContact: press@au.int, www.au.int", "African Union"),
        (f"Readout of the Secretary-General's meeting with the ferry masters\n\n{MET}", "United Nations"),
    ],
)
def test_a_text_without_a_source_is_the_outlets_whose_masthead_or_address_it_bears(text: str, outlet: str) -> None:
    assert READER.read(text, date="2024-02-01").report.outlet.value == outlet


@pytest.mark.parametrize(
    "text",
    [
        f"{MET} A Downing Street spokesperson said on Monday that the ferry was late.",
        "NATO ministers meet in Riga\n\nThe ministers met in Riga today.",
        "President of Ukraine meets the ferry masters\n\nThe masters came from Riga.",
    ],
)
def test_a_text_that_only_tells_of_somebody_is_not_theirs(text: str) -> None:
    assert masthead(text) is None


def test_the_office_that_an_outlets_own_report_names_alone_is_held_by_whom_the_table_knows_for_its_day() -> None:
    text = f"PM visit to Vilnius: 1 February 2024\nA Downing Street spokesperson said:\n{MET}\nThe Prime Minister stressed the value of the ferries."
    reading = READER.read(text)
    assert reading.report.date == "2024-02-01"
    assert {f.values("speaker") for f in reading.of_kind("statement")} == {("Rishi Sunak",)}


def test_a_report_without_an_outlet_takes_the_side_of_those_whom_it_names_by_office_alone() -> None:
    text = (
        "President Edgars Rinkēvičs met with President of Estonia Alar Karis in Riga. The President thanked his guest for the ferries. "
        "The President noted that our country would open a second line."
    )
    reading = READER.read(text, date="2024-05-20")
    assert {f.values("speaker") for f in reading.of_kind("statement")} == {("Edgars Rinkēvičs",)}


@pytest.mark.parametrize(
    "text",
    [
        "U.S. President Joe Biden met with President of Estonia Alar Karis in Riga.",
        "President Joe Biden met with President of Estonia Alar Karis in Riga. Biden said that the ferry was late.",
        "I met with President Alar Karis in Riga today. President of Latvia Edgars Rinkēvičs joined us.",
    ],
)
def test_where_newspapers_or_first_persons_tell_no_side_is_taken(text: str) -> None:
    assert READER.scene(text, date="2024-05-20").cast.around.home is None
