"""Dates, sums, quantities and peoples are entities of the spaCy Doc, found by rule beside the network's names."""

from __future__ import annotations

from functools import cache

import pytest
from spacy.language import Language

import readout_en
from readout.lang import load
from readout.reading.annotate.words import Words


@cache
def pipeline() -> Language:
    return readout_en.load()


def entities(text: str, *labels: str) -> list[tuple[str, str]]:
    return [(entity.text, entity.label_) for entity in pipeline()(text).ents if entity.label_ in labels]


@pytest.mark.parametrize(
    ("text", "label", "found"),
    [
        ("They met on 12 May 2023 and again on June 17-18.", "DATE", ["12 May 2023", "June 17-18"]),
        ("It opens by the end of 2027, two years after the talks.", "DATE", ["the end of 2027", "two years"]),
        ("The minister arrives today and leaves next week.", "DATE", ["today", "next week"]),
        ("The plan covers 2021–2025, and the 1990s before it.", "DATE", ["2021–2025", "1990s"]),
        ("They may meet, he said, and may not.", "DATE", []),
        ("Norway gives $30 billion, and Latvia 5.5 million euros.", "MONEY", ["$30 billion", "5.5 million euros"]),
        ("The bank lends USD 102 million for the line.", "MONEY", ["USD 102 million"]),
        ("They build a 500-km line for 12 million tonnes.", "QUANTITY", ["500-km", "12 million tonnes"]),
        ("Trade grew by 20 percent, or 5%.", "QUANTITY", ["20 percent", "5%"]),
        ("There were 2021 tonnes of grain in it.", "QUANTITY", ["2021 tonnes"]),
        ("Latvian and South African engineers thanked Americans.", "NORP", ["Latvian", "South African", "Americans"]),
        ("No sum, no day and no people stand here.", "MONEY", []),
    ],
)
def test_what_is_no_name_is_found_by_rule(text: str, label: str, found: list[str]) -> None:
    assert entities(text, label) == [(words, label) for words in found]


def test_names_of_the_network_stay_as_they_are_and_finders_see_no_other() -> None:
    text = "Foreign Minister Anniken Huitfeldt of Norway met Latvian officials in Riga on Tuesday about $5 million."
    with pipeline().select_pipes(disable="readout_en_entities"):
        alone = pipeline()(text)
    both = pipeline()(text)
    assert {entity.label_ for entity in both.ents} > {entity.label_ for entity in alone.ents}
    assert Words.of(both, text) == Words.of(alone, text)


def test_every_people_and_adjective_of_a_country_is_known_to_the_rule() -> None:
    rows = load("en").lexicon["countries"]
    names = {name for row in rows for name in (row["name"], *row.get("official", ()), *row.get("variants", ()))}
    said = {word for row in rows for key in ("adjectives", "people") for word in row.get(key, ())} - names
    rule = readout_en.entities.EntitiesByRule()
    unknown = {word for word in said if word[0].isupper() and ("NORP", word) not in matches(rule, word)}
    assert not unknown


def matches(rule: readout_en.entities.EntitiesByRule, word: str) -> list[tuple[str, str]]:
    doc = pipeline().make_doc(f"the {word} side")
    return [(entity.label_, entity.text) for entity in rule(doc).ents]
