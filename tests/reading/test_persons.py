"""Who is who: spellings are one person, namesakes stay two, and a leader and the state are linked."""

from __future__ import annotations

import pytest
from tests.reading.reader import READER

from readout.reading.actors.persons import same_person


def persons(text: str) -> list[str]:
    return [actor.name for actor in READER.read(text, date="2023-03-10").actors if actor.kind == "person"]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("volodymyr zelenskyy", "volodymyr zelensky"),
        ("zelenskyy", "zelenskiy"),
        ("kassym jomart tokayev", "kasym zhomart tokaev"),
        ("dmytro kuleba", "dmitry kuleba"),
        ("antony blinken", "tony blinken"),
        ("j biden", "joe biden"),
    ],
)
def test_spellings_of_one_name_are_one_person(one: str, other: str) -> None:
    assert same_person(one.split(), other.split())


@pytest.mark.parametrize(
    ("one", "other"),
    [("joe biden", "jill biden"), ("sung kim", "gunn kim"), ("anna berzina", "inese berzina"), ("j d", "kari berg")],
)
def test_two_people_of_one_surname_stay_two(one: str, other: str) -> None:
    assert not same_person(one.split(), other.split())


def test_a_surname_with_a_country_is_the_one_of_that_country() -> None:
    text = (
        "Foreign Minister of Norway Kari Berg met with Foreign Minister of Sweden Nils Berg in Oslo. "
        "Norwegian Foreign Minister Berg stressed the value of open ports."
    )
    (statement,) = READER.read(text, date="2023-03-10").of_kind("statement")
    assert statement.values("speaker") == ("Kari Berg",)
    assert persons(text) == ["Kari Berg", "Nils Berg"]


def test_an_unknown_minister_is_an_actor_with_the_title_that_the_text_gives() -> None:
    text = (
        "Deputy Minister of Fisheries of Norway Odd Solheim met with Minister of Ports of Latvia Janis Kalnins in Riga."
    )
    actors = {actor.name: actor for actor in READER.read(text, date="2023-03-10").actors}
    assert actors["Odd Solheim"].offices[0].title.startswith("Deputy Minister of Fisheries")
    assert actors["Odd Solheim"].stands_for == ("Norway",)


def test_a_person_with_no_country_of_its_own_keeps_no_other() -> None:
    text = "President of Finland Sauli Niinisto met with Ole Dahl in Helsinki. He thanked the guest for the visit."
    actors = {actor.name: actor for actor in READER.read(text, date="2023-03-10").actors}
    assert actors["Ole Dahl"].stands_for == ()


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ('"I will build a bridge to Riga in May," Foreign Minister of Norway Kari Berg said.', "Kari Berg"),
        ('"We will build a bridge to Riga in May," Foreign Minister of Norway Kari Berg said.', "Norway"),
    ],
)
def test_the_first_person_of_a_quotation_is_its_speaker_or_the_speakers_country(text: str, speaker: str) -> None:
    (commitment,) = READER.read(text, date="2023-03-10").of_kind("commitment")
    assert commitment.values("by") == (speaker,)


def test_the_first_person_of_a_joint_statement_is_all_its_authors() -> None:
    text = "We, the leaders of Norway and Latvia, met in Riga. We will open a ferry line by the end of 2024."
    reading = READER.read(text, title="Joint Statement of Norway and Latvia", date="2023-03-10")
    (commitment,) = reading.of_kind("commitment")
    assert set(commitment.values("by")) == {"Norway", "Latvia"}
    assert commitment.values("strength") == ("signed",)


@pytest.mark.parametrize(("one", "other"), [("tony blinken", "antony j blinken"), ("kari berg", "kari m berg")])
def test_an_initial_in_between_makes_no_other_person(one: str, other: str) -> None:
    assert same_person(one.split(), other.split())


def test_a_short_form_and_the_full_name_are_one_person() -> None:
    text = "Minister Thomas R. Lind met with Kari Berg in Oslo. Tom Lind said that the port would open soon."
    assert persons(text) == ["Thomas R. Lind", "Kari Berg"]


@pytest.mark.parametrize("speech", ["Thank you, Kari.", "It was good of Kari to come."])
def test_a_given_name_alone_is_the_one_person_who_bears_it(speech: str) -> None:
    text = f'Foreign Minister Kari Berg met with Foreign Minister Nils Dahl in Oslo. "{speech}" said Dahl.'
    assert persons(text) == ["Kari Berg", "Nils Dahl"]


def test_the_table_of_offices_knows_the_given_name_of_one_whom_the_text_names_by_surname() -> None:
    text = "Prime Minister Trudeau of Canada met with the guests in Ottawa. Justin said that the road would be built."
    assert persons(text) == ["Trudeau"]


def test_a_title_in_capitals_is_no_part_of_a_name() -> None:
    text = "Taoiseach Leo Varadkar welcomed the guests.\n\nTAOISEACH VARADKAR: It is good to be here."
    assert persons(text) == ["Leo Varadkar"]


def test_a_title_tells_which_of_two_with_one_surname_is_meant() -> None:
    text = "Anna Berg hosted President Karl R. Lund Jr. and First Lady Maria Sten-Lund. Then President Lund spoke, and First Lady Lund too."
    mentions = {actor.name: len(actor.mentions) for actor in READER.read(text, date="2024-05-01").actors}
    assert mentions["Karl R. Lund Jr."] == 2 and mentions["Maria Sten-Lund"] == 2


def test_a_hyphened_part_that_repeats_a_name_belongs_to_it() -> None:
    text = "Anna Berg met with President Nana Addo Dankwa Akufo-Addo of Ghana in Riga."
    names = {actor.name for actor in READER.read(text, date="2024-05-01").actors}
    assert "Nana Addo Dankwa Akufo-Addo" in names


def test_a_word_of_an_honorific_that_is_a_name_as_well_stays_in_the_name() -> None:
    text = "Prime Minister of Finland Petteri Orpo met Mr. Tan Wei Ming in Helsinki. Mr. Tan said that the ferry line would open."
    assert "Tan Wei Ming" in persons(text)
    assert not any(name.startswith("Wei") for name in persons(text))


def test_an_honorific_of_two_words_is_no_part_of_the_name() -> None:
    text = "Prime Minister of Finland Petteri Orpo met Tan Sri Azman Hashim in Helsinki."
    assert "Azman Hashim" in persons(text)


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("Under President Levits, the country has grown.", "President"),
        ("They were met by President President Levits.", "President"),
    ],
)
def test_a_title_holds_no_preposition_and_no_word_twice(text: str, title: str) -> None:
    person = next(actor for actor in READER.read(text).actors if actor.name.endswith("Levits"))
    assert person.offices[0].title == title
