"""Bodies that a text names in full and by an abbreviation."""

from __future__ import annotations

import pytest
from tests.reading.reader import READER


def undertakers(text: str) -> list[tuple[str, ...]]:
    return [finding.values("by") for finding in READER.read(text, date="2024-05-14").of_kind("commitment")]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("The U.S. Agency for International Development (USAID) works in Riga. USAID will open a school by 2026.",
         "U.S. Agency for International Development"),
        ("USAID will open a school by 2026. The U.S. Agency for International Development works in Riga.",
         "U.S. Agency for International Development"),
        ("The Baltic Harbour Fund (BHF) met in Riga. BHF will open a school by 2026.", "Baltic Harbour Fund"),
        ("USAID and the Korean International Cooperation Agency (KOICA) work in Riga. KOICA will open a school by 2026.",
         "Korean International Cooperation Agency"),
        ("The Department of State’s Bureau of Harbour Police Affairs (HPA) works in Riga. HPA will open a school by 2026.",
         "Bureau of Harbour Police Affairs"),
        ("The U.S. Trade & Development Agency (USTDA) works in Riga. USTDA will open a school by 2026.",
         "U.S. Trade & Development Agency"),
    ],
)  # fmt: skip
def test_an_abbreviation_is_whom_the_text_names_in_full(text: str, name: str) -> None:
    assert undertakers(text) == [(name,)]


def test_an_abbreviation_that_the_text_does_not_write_out_stays_one() -> None:
    assert undertakers("USAID works in Riga. USAID will open a school by 2026.") == [("USAID",)]


def test_what_stands_in_brackets_behind_a_name_without_shortening_it_is_another() -> None:
    text = "The Baltic Harbour Fund (Norway) met in Riga. Norway will open a school by 2026."
    assert undertakers(text) == [("Norway",)]


def test_a_country_within_a_name_that_is_written_out_took_no_part() -> None:
    text = "USAID and the Korean International Cooperation Agency (KOICA) signed a memorandum of understanding."
    parties = [finding.values("parties") for finding in READER.read(text, date="2024-05-14").of_kind("agreement")]
    assert parties == [("USAID", "Korean International Cooperation Agency")]


@pytest.mark.parametrize("name", ["Corporate Transparency Act (CTA)", "Memorandum of Cooperation (MOC)"])
def test_a_law_or_document_that_is_shortened_is_nobody(name: str) -> None:
    short = name[name.index("(") + 1 : -1]
    reading = READER.read(
        f"The ministers discussed the {name} in Riga. {short} will help both countries.", date="2024-05-14"
    )
    assert short not in {actor.name for actor in reading.actors}
