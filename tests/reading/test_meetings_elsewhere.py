"""Meetings that are remembered, denied or only told again: they have their own day, or are none."""

from __future__ import annotations

import pytest
from tests.reading.reader import READER

from readout import Finding
from readout.reading.finders.encounters.attendance import group_behind

HUITFELDT = "Foreign Minister of Norway Anniken Huitfeldt"
LEVITS = "President of Latvia Egils Levits"
TODAY = f"{HUITFELDT} met with {LEVITS} in Riga on March 10. "
REMEMBERED = {
    "She recalled how they had met in Oslo last October.": ("Oslo", "2022-10", "month"),
    "Two years ago they met in Tallinn.": ("Tallinn", "2021", "year"),
    "She thanked him for their meeting in Vilnius last month.": ("Vilnius", "2023-02", "month"),
    "Their talks were the first since they met in Helsinki in August 2022.": ("Helsinki", "2022-08", "month"),
    "She returned to what was said at their meeting in Warsaw three days ago.": ("Warsaw", "2023-03-07", "day"),
    "She spoke of their meeting in Copenhagen last week.": ("Copenhagen", None, None),
}


def meetings(text: str, date: str = "2023-03-10") -> list[Finding]:
    return READER.read(text, date=date).of_kind("meeting")  # type: ignore[return-value]


@pytest.mark.parametrize(("sentence", "told"), REMEMBERED.items())
def test_a_meeting_that_is_remembered_has_the_day_that_its_words_give_and_not_todays(
    sentence: str, told: tuple[str, str | None, str | None]
) -> None:
    place, date, precision = told
    (remembered,) = [f for f in meetings(TODAY + sentence) if f.values("place") == (place,)]
    slot = remembered.one("date")
    assert (slot.value if slot else None, slot.precision if slot else None) == (date, precision)


def test_a_meeting_in_a_clause_of_its_own_begins_there() -> None:
    met = meetings(f"{HUITFELDT} travelled to Riga, where she met with {LEVITS} and visited the port.")
    text = f"{HUITFELDT} travelled to Riga, where she met with {LEVITS} and visited the port."
    assert [f.span.of(text) for f in met if f.values("kind") == ("talks",)] == [f"she met with {LEVITS}"]


@pytest.mark.parametrize(
    "sentence",
    [
        f"{HUITFELDT} never met with {LEVITS}.",
        f"{HUITFELDT} did not hold talks with {LEVITS}.",
        f"{HUITFELDT} said that the sides, who had not met for years, met the conditions of NATO.",
        f"{HUITFELDT} thanked Latvia for hosting NATO troops.",
        f"{HUITFELDT} will travel to Riga to open the fair and meet with {LEVITS}.",
    ],
)
def test_what_did_not_take_place_or_met_nobody_is_no_meeting(sentence: str) -> None:
    assert not [f for f in meetings(sentence) if f.values("kind") != ("visit",)]


def test_not_only_denies_nothing() -> None:
    assert meetings(f"{HUITFELDT} not only met with {LEVITS} but toured the port of Riga.")


@pytest.mark.parametrize(
    "again",
    [
        "The ministers had an in-depth discussion on the ferries.",
        "They continued their discussion on the ferries and the ports of both countries.",
        "Minister of Transport Talis Linkaits took part in the talks.",
    ],
)
def test_words_that_only_go_on_about_a_meeting_tell_no_second_one(again: str) -> None:
    assert len(meetings(TODAY + again)) == 1


def test_one_who_took_part_in_the_talks_belongs_to_them() -> None:
    (met,) = meetings(f"{TODAY}Minister of Transport Talis Linkaits took part in them.")
    assert set(met.values("participants")) == {"Anniken Huitfeldt", "Egils Levits", "Talis Linkaits"}


def test_a_dialogue_that_has_a_name_is_a_meeting_of_its_own() -> None:
    met = meetings(f"{TODAY}In Tallinn, officials held the Norway-Estonia Strategic Dialogue.")
    assert any({"Norway", "Estonia"} <= set(f.values("participants")) for f in met)


@pytest.mark.parametrize(
    ("phrase", "names"),
    [
        ("Council of Europe officials, including the Secretary General of the Arctic Council", {"Council of Europe", "Arctic Council"}),
        ("students of the universities of Riga", {"students of the universities of Riga"}),
    ],
)  # fmt: skip
def test_those_without_a_name_are_told_by_their_body_or_their_own_words(phrase: str, names: set[str]) -> None:
    (met,) = meetings(f"{HUITFELDT} met with {phrase}.")
    assert set(met.values("participants")) == {"Anniken Huitfeldt", *names}


def test_two_encounters_under_one_subject_are_two_meetings() -> None:
    text = f"{HUITFELDT} visited Riga and met with {LEVITS}."
    assert [(f.values("kind"), f.span.of(text)) for f in meetings(text)] == [
        (("visit",), f"{HUITFELDT} visited Riga"),
        (("talks",), f"met with {LEVITS}"),
    ]


def test_a_visit_goes_to_a_place_that_no_list_knows() -> None:
    (met,) = meetings(f"{LEVITS} arrived in the Amur Region on Tuesday.")
    assert (met.values("kind"), met.values("place")) == (("visit",), ("Amur Region",))


@pytest.mark.parametrize(
    ("phrase", "names"),
    [
        (
            "senior members of the Government of Latvia, including Minister of Finance Janis Reirs and Minister of Transport "
            "Talis Linkaits",
            {"Janis Reirs", "Talis Linkaits"},
        ),
        ("Janis Reirs, Chairman of the Arctic Council, and Talis Linkaits", {"Janis Reirs", "Talis Linkaits"}),
        (f"{LEVITS} to discuss the ports with NATO", {"Egils Levits"}),
    ],
)
def test_those_who_were_met_are_persons_rather_than_the_bodies_of_their_offices(phrase: str, names: set[str]) -> None:
    (met,) = [f for f in meetings(f"{HUITFELDT} met with {phrase}.") if "Anniken Huitfeldt" in f.values("participants")]
    assert names <= set(met.values("participants"))
    assert not {"Arctic Council", "NATO"} & set(met.values("participants"))


def test_what_a_country_hosts_for_good_is_no_meeting() -> None:
    assert not meetings("Latvia hosts the NATO Strategic Communications Centre of Excellence.")


@pytest.mark.parametrize(
    ("noun", "people"), [("students of the universities", True), ("simultaneous translation", False)]
)
def test_only_people_are_a_group_that_was_met(noun: str, people: bool) -> None:
    scene = READER.scene(f"{HUITFELDT} held talks with {noun}.")
    group = group_behind(scene, scene.words.lower.index("talks"), "with")
    assert (group is not None) is people


@pytest.mark.parametrize(
    ("subject", "names"),
    [
        (f"{LEVITS}, who chairs the council, together with Minister of Transport Talis Linkaits,", {"Egils Levits", "Talis Linkaits"}),
        ("Adviser to the President of Latvia Talis Linkaits and adviser to the Chancellor of Germany Janis Reirs",
         {"Talis Linkaits", "Janis Reirs"}),
    ],
)  # fmt: skip
def test_all_who_act_together_met(subject: str, names: set[str]) -> None:
    (met,) = meetings(f"{subject} held talks in Riga with {HUITFELDT}.")
    assert set(met.values("participants")) == {*names, "Anniken Huitfeldt"}
    assert met.values("place") == ("Riga",)


def test_a_journey_behind_a_plan_lies_ahead() -> None:
    assert not meetings(f"{HUITFELDT} will then open the fair in Oslo, before traveling to Riga.")


@pytest.mark.parametrize(
    ("sentence", "whom"),
    [
        ("This morning I met with the deputies of all parties.", "deputies of all parties"),
        ("Today I met with the students.", "students"),
    ],
)
def test_a_guest_who_tells_of_others_whom_he_met_does_not_tell_of_his_host(sentence: str, whom: str) -> None:
    text = (
        "PRESIDENT LEVITS: Welcome to Riga, Prime Minister. It is good to see you.\n\n"
        f"PRIME MINISTER SOLBERG: Thank you. {sentence}\n\nPRESIDENT LEVITS: Thank you."
    )
    title = (
        "Remarks by President Egils Levits of Latvia and Prime Minister Erna Solberg of Norway Before Bilateral Meeting"
    )
    told = [
        f
        for f in READER.read(text, title=title, date="2023-03-10").of_kind("meeting")
        if f.span.start > text.index(sentence) - 1
    ]
    assert [set(f.values("participants")) for f in told] == [{"Erna Solberg", whom}]


def test_talks_of_others_do_not_take_place_where_somebody_goes_later_in_the_report() -> None:
    text = (
        "Prime Minister Lee Hsien Loong met Mr. Tan Wei Ming and Japanese Foreign Minister Yoko Kamikawa today. Ms. Kamikawa welcomed this.\n\n"
        "Foreign Minister Vivian Balakrishnan was received by President Recep Tayyip Erdogan in Ankara during his visit to Turkiye."
    )
    met = [
        f
        for f in READER.read(text, date="2024-03-06").of_kind("meeting")
        if "Yoko Kamikawa" in f.values("participants")
    ]
    assert [f.values("place") for f in met] == [()]
