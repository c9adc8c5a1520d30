"""Which countries a text names."""

import pytest

from readout.matching.parties import countries_named, names_one_of


@pytest.mark.parametrize(
    ("text", "country"),
    [
        ("Papua New Guinea will open a port.", "Guinea"),
        ("Guinea and Papua New Guinea met.", "Guinea"),
        ("Nigerian and Nigerien ministers met.", "Niger"),
        ("A strait between South Korea and Japan.", "North Korea"),
        ("Talks with the US in Seoul.", "South Korea"),
        ("Talks with the US in Seoul.", "Nobody"),
    ],
)
def test_a_few_countries_are_found_as_all_are(text, country):
    assert names_one_of(text, frozenset((country,))) == (country in countries_named(text))
