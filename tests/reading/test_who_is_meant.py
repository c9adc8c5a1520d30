"""Whom "the President", "the two leaders" and "we" stand for where several might be meant."""

from __future__ import annotations

import pytest
from tests.reading.reader import READER

from readout.model import Span
from readout.reading.finders import rules_alone
from readout.reading.finders.commitments.commitment import slots_of_commitment


def by(text: str, action: str, source: str = "whitehouse.gov") -> list[str]:
    reading = READER.read(text, date="2024-06-13", source=source)
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


@pytest.mark.parametrize(
    ("pair", "names"),
    [
        ("The President of the United States and the Prime Minister of Norway", {"Joe Biden", "Jonas Gahr Støre"}),
        ("The Prime Minister of Norway and the President of the United States", {"Joe Biden", "Jonas Gahr Støre"}),
    ],
)
def test_two_titles_with_their_countries_are_two_persons(pair: str, names: set[str]) -> None:
    text = (
        "President Joe Biden spoke today with Prime Minister of Norway Jonas Gahr Støre about the old harbours of both coasts. "
        f"{pair} agreed to open a ferry line."
    )
    assert set(by(text, "ferry line")) == names


def _rules_by(text: str, action: str) -> list[str]:
    """Who undertakes by the rules, before the network that casts parts is asked."""
    found = rules_alone(READER.scene(text, date="2024-06-13", source="whitehouse.gov"))
    told = next(f for f in found if f.kind == "commitment" and action in f.span.of(text))
    return [str(value) for value in told.values("by")]


def test_the_king_is_no_president_though_both_are_heads_of_state() -> None:
    text = "President Joe Biden met with King of Norway Harald Haraldsson. The President and the King agreed to open a museum."
    assert _rules_by(text, "open a museum") == ["Joe Biden", "Harald Haraldsson"]


def test_what_a_sentence_begins_with_is_no_subject_of_it() -> None:
    text = (
        "President Joe Biden met with Prime Minister of Norway Jonas Gahr Støre. Looking forward to the Arctic Council, the President "
        "and the Prime Minister agreed to map the northern sea route."
    )
    assert _rules_by(text, "northern sea route") == ["Joe Biden", "Jonas Gahr Støre"]


def test_who_came_along_is_none_of_the_leaders_where_every_country_has_one() -> None:
    text = (
        "President Joe Biden and First Lady Jill Biden will host Prime Minister of Norway Jonas Gahr Støre and Mrs. Marit Støre. "
        "The leaders will discuss a ferry line."
    )
    assert _rules_by(text, "ferry line") == ["Joe Biden", "Jonas Gahr Støre"]


def test_our_delegation_is_that_of_the_speaker() -> None:
    text = (
        "President Joe Biden met with Prime Minister of Norway Jonas Gahr Støre. “Our delegation plans to visit the harbour of Boston "
        "in July,” Jonas Gahr Støre said."
    )
    assert _rules_by(text, "visit the harbour") == ["Norway"]


def test_behind_we_agreed_stand_the_countries_of_all_who_met() -> None:
    text = (
        "President Joe Biden met with Prime Minister of Norway Jonas Gahr Støre. “We have agreed to open a ferry line,” Jonas Gahr "
        "Støre said. “We will send two ships,” he added."
    )
    assert set(_rules_by(text, "ferry line")) == {"Norway", "United States"}
    assert _rules_by(text, "two ships") == ["Norway"]


def test_a_joint_statement_of_a_small_group_is_that_of_its_members() -> None:
    title = "Joint Statement of the Quad Harbour Masters"
    text = "The harbours of all coasts have grown old. We affirm our commitment to dredge the straits by 2027."
    reading = READER.read(text, title=title, date="2024-06-13", source="whitehouse.gov")
    told = next(f for f in reading.of_kind("commitment") if "dredge" in reading.quote(f))
    assert set(told.values("by")) == {"United States", "India", "Japan", "Australia"}


@pytest.mark.parametrize(
    "told",
    [
        "The President thanked Norway for its decision to open a ferry line.",
        "The President welcomed Norway’s decision to open a ferry line.",
        "The President thanked Norway for the readiness to open a ferry line.",
        "The President expressed gratitude to Norway for mapping the coast and for the readiness to open a ferry line.",
    ],
)
def test_who_is_thanked_for_a_decision_or_readiness_is_the_one_to_act(told: str) -> None:
    text = f"President Joe Biden met with Prime Minister of Norway Jonas Gahr Støre. {told}"
    assert _rules_by(text, "ferry line") == ["Norway"]


@pytest.mark.parametrize(
    ("told", "asked"),
    [
        ("Jonas Gahr Støre proposed opening a ferry line in July.", ["Joe Biden"]),
        ("Jonas Gahr Støre was again asked to support opening a ferry line.", ["Jonas Gahr Støre"]),
    ],
)
def test_a_proposal_without_an_addressee_is_made_to_the_other_side(told: str, asked: list[str]) -> None:
    text = f"President Joe Biden met with Prime Minister of Norway Jonas Gahr Støre. {told}"
    scene = READER.scene(text, date="2024-06-13", source="whitehouse.gov")
    list(rules_alone(scene))
    start = text.index("opening")
    first, last = scene.words_of(Span(start, start + len("opening a ferry line")))
    slots = slots_of_commitment(scene, first, last)
    assert [slot.value for slot in slots if slot.role == "by"] == asked
    assert [slot.value for slot in slots if slot.role == "strength"] == ["proposed"]


def test_the_president_of_an_organisation_is_no_head_of_state() -> None:
    text = (
        "President Joe Biden spoke today with President of the European Commission Ursula von der Leyen. The President of the "
        "European Commission stressed that the ferry line matters."
    )
    assert _speaker(text) == ("Ursula von der Leyen",)


def test_the_secretary_is_no_secretary_general() -> None:
    text = (
        "Secretary of State Antony Blinken met with Secretary General Jens Stoltenberg. Secretary Blinken thanked Secretary General "
        "Stoltenberg. The Secretary stressed that the ferry line matters."
    )
    assert _speaker(text) == ("Antony Blinken",)


def _speaker(text: str) -> tuple[object, ...]:
    """Who is said to stress something, by the rules."""
    found = rules_alone(READER.scene(text, date="2022-06-13", source="US Department of State"))
    return next(f.values("speaker") for f in found if f.kind == "statement" and "ferry line" in f.span.of(text))


@pytest.mark.parametrize(
    ("title", "whose"),
    [
        ("Chairman of the Board of Directors", "Ola Berg"),
        ("CEO", "Ola Berg"),
        ("Secretary of State", "United States"),
    ],
)
def test_we_of_the_head_of_a_company_is_no_country(title: str, whose: str) -> None:
    text = (
        f"The President met with {title} Ola Berg.\n\nPresident Joe Biden: Please, go ahead.\n\n"
        f"{title} Ola Berg: Thank you. We intend to build two mills in the north.\n\nPresident Joe Biden: Good."
    )
    assert by(text, "mills", "The White House") == [whose]


def test_an_outlet_says_the_vice_president_of_the_one_of_its_own_country() -> None:
    text = "The Vice President met with Prime Minister of Norway Jonas Gahr Støre in Oslo."
    told = READER.read(text, date="2023-03-10", source="The White House")
    assert "Kamala Harris" in [actor.name for actor in told.actors]
    assert "Kamala Harris" not in [actor.name for actor in READER.read(text, date="2023-03-10").actors]


@pytest.mark.parametrize("whom", ["partners", "countries"])
def test_the_partners_of_a_small_group_are_its_members(whom: str) -> None:
    reading = READER.read(f"Quad {whom} will open a school in Riga by 2026.", date="2024-05-14")
    assert [finding.values("by") for finding in reading.of_kind("commitment")] == [
        ("United States", "India", "Japan", "Australia")
    ]


def test_the_leaders_of_a_group_act_for_it() -> None:
    reading = READER.read("G7 leaders reaffirmed their commitment to open a school in Riga by 2026.", date="2024-05-14")
    assert [finding.values("by") for finding in reading.of_kind("commitment")] == [("G7",)]


@pytest.mark.parametrize(
    ("title", "subject", "by"),
    [
        ("Fact Sheet: The NATO Summit in Riga", "Allies", "NATO"),
        ("Fact Sheet: The Summit in Riga", "Allies", "Allies"),
        ("Fact Sheet: The NATO Summit in Riga", "Nine Allies", "Nine Allies"),
    ],
)
def test_the_allies_are_those_of_the_alliance_that_the_headline_names(title: str, subject: str, by: str) -> None:
    reading = READER.read(f"{subject} will open a school in Riga by 2026.", title=title, date="2024-05-14")
    assert [finding.values("by") for finding in reading.of_kind("commitment")] == [(by,)]


def test_they_are_all_whom_a_list_of_participants_names_below() -> None:
    text = (
        "President Biden held a secure video call with European leaders today. The leaders committed to further close "
        "consultation. Participants in the call included President Anna Berg of Finland, Prime Minister Juris Ozols of Latvia "
        "and Prime Minister Kari Lund of Norway."
    )
    assert by(text, "consultation") == ["Biden", "Anna Berg", "Juris Ozols", "Kari Lund"]


def test_a_president_and_the_leaders_of_a_group_act_together() -> None:
    assert by("The President and G7 leaders will open a school by 2026. President Biden is in Riga.", "school") == [
        "Biden",
        "G7",
    ]


def test_they_again_are_the_same() -> None:
    text = (
        "President Biden and G7 leaders met in Riga. They praised the ferries. They committed to open a school by 2026."
    )
    assert by(text, "school") == ["Biden", "G7"]


def test_the_side_of_an_organ_is_the_bloc_s() -> None:
    text = (
        "President of Latvia Anna Berg met with European Commission President Kari Lund in Riga. "
        "The two sides agreed to open a school by 2026."
    )
    assert by(text, "school", source="president.lv") == ["Latvia", "European Union"]
