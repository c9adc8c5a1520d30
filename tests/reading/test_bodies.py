"""Which country's a body is, and its whole name."""

from __future__ import annotations

import pytest
from tests.reading.reader import READER

AMERICAN = {"source": "U.S. Department of State", "url": "https://www.state.gov/a"}
UKRAINIAN = {"source": "president.gov.ua", "url": "https://www.president.gov.ua/en/news/1"}


def bodies(text: str, outlet: dict[str, str]) -> set[str]:
    """The names of the bodies that an outlet's text names."""
    return {actor.name for actor in READER.read(text, date="2023-03-10", **outlet).actors if actor.kind == "body"}


@pytest.mark.parametrize(
    ("text", "outlet", "name"),
    [
        ("Anna Berg thanked Japan's Ministry of Finance for the ferry.", AMERICAN, "Ministry of Finance of Japan"),
        ("Anna Berg thanked the Philippine Coast Guard for the ferry.", AMERICAN, "Coast Guard of Philippines"),
        ("Anna Berg was in Ukraine. The National Police met her there.", AMERICAN, "National Police of Ukraine"),
        ("Anna Berg urged Congress to pay for the ferry.", AMERICAN, "Congress of United States"),
        ("Anna Berg came from the United States. Congress pays for the ferry.", UKRAINIAN, "Congress of United States"),
        ("Anna Berg opened the U.S.-Angola Strategic Dialogue in Riga.", AMERICAN, "Strategic Dialogue"),
        (
            "Anna Berg thanked Japan's Ministry of Internal Affairs and Communications for the ferry.",
            AMERICAN,
            "Ministry of Internal Affairs and Communications of Japan",
        ),
    ],
)
def test_a_body_is_that_country_s_of_which_its_words_or_the_text_tell(
    text: str, outlet: dict[str, str], name: str
) -> None:
    assert name in bodies(text, outlet)


def test_a_ministry_that_nothing_tells_of_is_nobody_s() -> None:
    assert "Ministry of Finance" in bodies("Anna Berg thanked the Ministry of Finance for the ferry.", AMERICAN)
