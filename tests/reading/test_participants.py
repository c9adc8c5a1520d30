"""Who took part in a meeting: lists of names, those told beside or behind it, and those who sit at one table."""

from __future__ import annotations

import pytest
from tests.reading.reader import READER

from readout import Finding, Span
from readout.reading.finders import rules_alone
from readout.reading.finders.afterwards.attendees import with_members
from readout.reading.finders.encounters.listing import other_party

LEVITS = "President of Latvia Egils Levits"
HUITFELDT = "Foreign Minister of Norway Anniken Huitfeldt"
PARTICIPANTS = {
    f"{HUITFELDT} met in Riga with {LEVITS}, Speaker of the Parliament Edvards Smiltens, and Mayor of Riga Martins Stakis.": {
        "Anniken Huitfeldt", "Egils Levits", "Edvards Smiltens", "Martins Stakis",
    },
    f"{LEVITS} met with Spokesperson and Chief Advisor to the President of Turkey, Ambassador Ibrahim Kalin.": {
        "Egils Levits", "Ibrahim Kalin",
    },
    f"{LEVITS} held a meeting with {HUITFELDT} in Riga. The meeting was also attended by Foreign Minister of Latvia Edgars "
    "Rinkevics and his deputy Andris Pelss.": {
        "Egils Levits", "Anniken Huitfeldt", "Edgars Rinkevics", "Andris Pelss",
    },
    f"{LEVITS} held a meeting with {HUITFELDT} in Riga. The next meeting will be attended by Foreign Minister of Latvia Edgars Rinkevics.": {
        "Egils Levits", "Anniken Huitfeldt",
    },
    f"{HUITFELDT} met with {LEVITS} and senior officials from Finland, Sweden, and Denmark in Riga.": {
        "Anniken Huitfeldt", "Egils Levits", "Finland", "Sweden", "Denmark",
    },
    f"{HUITFELDT} spoke with heads of government from Finland and Denmark.": {"Anniken Huitfeldt", "Finland", "Denmark"},
    f"{HUITFELDT} hosted {LEVITS} for talks on Denmark.": {"Anniken Huitfeldt", "Egils Levits"},
    f"{HUITFELDT} convened a group of Latvian executives for a discussion of trade with Denmark.": {
        "Anniken Huitfeldt", "group of Latvian executives",
    },
    f"{HUITFELDT} and {LEVITS} met with a PRC delegation.": {"Anniken Huitfeldt", "Egils Levits", "China"},
    f"{LEVITS} held a meeting with {HUITFELDT} in Riga. Participants included Foreign Minister Edgars Rinkevics.": {
        "Egils Levits", "Anniken Huitfeldt", "Edgars Rinkevics",
    },
}  # fmt: skip


@pytest.mark.parametrize(("text", "names"), PARTICIPANTS.items())
def test_a_meeting_has_all_whom_the_report_tells_of(text: str, names: set[str]) -> None:
    meeting = READER.read(text, date="2023-03-10").of_kind("meeting")[0]
    assert set(meeting.values("participants")) == names


def test_one_who_is_told_beside_the_meeting_says_so() -> None:
    text = next(text for text in PARTICIPANTS if "also attended" in text)
    meeting = READER.read(text, date="2023-03-10").of_kind("meeting")[0]
    told = {slot.value: slot.how for slot in meeting.all("participants")}
    assert told["Edgars Rinkevics"] == "told beside the meeting"


FAR = "She praised the ferry line. It is long. It is old. It is loved. It is slow. "
MINISTER = "Foreign Minister of Latvia Edgars Rinkevics"
BESIDES = {
    "a list at the end of a long report": (
        f"{LEVITS} held a video call with European leaders on Friday. {FAR}Participants in the call included Prime Minister of "
        "Estonia Kaja Kallas, Foreign Minister of Norway Anniken Huitfeldt, and President Niinisto of Finland.",
        {"Egils Levits", "Kaja Kallas", "Anniken Huitfeldt", "Niinisto"},
    ),
    "a delegation": (
        f"{LEVITS} met with {HUITFELDT} in Riga. {FAR}The Norwegian delegation also included Ambassador Aud Lise Norheim; State "
        "Secretary Henrik Thune, Ministry of Finance; and Senior Directors Kari Moe and Per Lien.",
        {"Egils Levits", "Anniken Huitfeldt", "Aud Lise Norheim", "Henrik Thune", "Kari Moe", "Per Lien"},
    ),
    "those who are joined at the beginning of a sentence": (
        f"{LEVITS} convened a call with allies today. Joining President Levits on the call were Prime Minister Kaja Kallas of "
        "Estonia, President von der Leyen of the European Commission, and Secretary General Jens Stoltenberg.",
        {"Egils Levits", "Kaja Kallas", "von der Leyen", "Jens Stoltenberg"},
    ),
    "somebody in attendance": (
        f"{LEVITS} met with {HUITFELDT} in Riga. They thanked {MINISTER}, who was also in attendance, for the line.",
        {"Egils Levits", "Anniken Huitfeldt", "Edgars Rinkevics"},
    ),
    "places of a list that nobody knows": (
        f"{LEVITS} met with {HUITFELDT} in Riga. She was joined by Senator Chris Coons of Delaware, Senator Susan Collins of "
        "Maine, and Mayor Martins Stakis.",
        {"Egils Levits", "Anniken Huitfeldt", "Chris Coons", "Susan Collins", "Martins Stakis"},
    ),
}


@pytest.mark.parametrize(("text", "names"), BESIDES.values(), ids=BESIDES)
def test_whoever_a_report_names_besides_took_part(text: str, names: set[str]) -> None:
    meeting = READER.read(text, date="2023-03-10").of_kind("meeting")[0]
    assert names <= set(meeting.values("participants"))


def test_whoever_went_along_was_on_the_visit() -> None:
    text = (
        f"{HUITFELDT} travelled to Riga on March 6. In Riga she met with {LEVITS}. {FAR}Anniken Huitfeldt was accompanied by State "
        "Secretary Henrik Thune."
    )
    visit, talks = READER.read(text, date="2023-03-10").of_kind("meeting")
    assert set(visit.values("participants")) == {"Anniken Huitfeldt", "Henrik Thune"}
    assert "Henrik Thune" not in talks.values("participants")


def test_a_delegation_took_part_in_the_meeting_of_one_of_its_members() -> None:
    text = (
        f"During their summit in Oslo in January, {LEVITS} and Prime Minister of Estonia Kaja Kallas agreed to meet. On March 6, "
        f"{HUITFELDT} met with {MINISTER}. {FAR}The Latvian delegation included Edgars Rinkevics and Ambassador Andris Pelss."
    )
    met = READER.read(text, date="2023-03-10").of_kind("meeting")
    assert [f for f in met if "Andris Pelss" in f.values("participants")] == [
        f for f in met if "Anniken Huitfeldt" in f.values("participants")
    ]


GROUPS = {
    f"{LEVITS} and {HUITFELDT} met with Latvian ferry captains to hear of their needs.": "Latvian ferry captains",
    f"{LEVITS} met in Riga on March 6 with families of Norwegian sailors currently held by the Houthis.": "families of Norwegian sailors",
    f"{LEVITS} today convened a group of Norwegian business executives to discuss the line.": "group of Norwegian business executives",
}


@pytest.mark.parametrize(("text", "group"), GROUPS.items())
def test_people_without_a_name_met_several_persons_too(text: str, group: str) -> None:
    meeting = READER.read(text, date="2023-03-10").of_kind("meeting")[0]
    participants = meeting.values("participants")
    assert group in participants and "Egils Levits" in participants and "Houthis" not in participants


def test_the_counterparts_of_a_country_are_the_country() -> None:
    text = f"{LEVITS} and {MINISTER} met with their Norwegian counterparts in Riga."
    meeting = READER.read(text, date="2023-03-10").of_kind("meeting")[0]
    assert set(meeting.values("participants")) == {"Egils Levits", "Edgars Rinkevics", "Norway"}


def test_things_that_were_hosted_are_no_participants() -> None:
    text = "The Department of Commerce convened its flagship annual trade mission in March, and the Quad hosted two workshops in Riga."
    met = READER.read(text, date="2023-03-10").of_kind("meeting")
    assert not any(
        "mission" in str(n) or "workshops" in str(n) for finding in met for n in finding.values("participants")
    )


def test_a_delegation_that_was_told_before_is_no_group_of_its_own() -> None:
    text = f"{LEVITS} hosted the delegation in Riga."
    met = READER.read(text, date="2023-03-10").of_kind("meeting")
    assert not any("delegation" in str(name) for finding in met for name in finding.values("participants"))


ASSEMBLIES = {
    "The minister praised what was agreed during the Riga summit of the Bucharest Nine leaders in March.": {"Bucharest Nine"},
    f"{LEVITS} met with {HUITFELDT} at the ferry line. Her trip follows last month's U.S.-ASEAN Special Summit in Jakarta.": {
        "ASEAN", "United States",
    },
}  # fmt: skip


@pytest.mark.parametrize(("text", "names"), ASSEMBLIES.items())
def test_a_summit_that_bears_the_name_of_a_group_is_that_group_s(text: str, names: set[str]) -> None:
    summit = READER.read(text, date="2023-03-10").of_kind("meeting")[-1]
    assert names <= set(summit.values("participants")) and "Egils Levits" not in summit.values("participants")


TALKS = (
    "PRESIDENT NIINISTO: Well, it is great to have you here, Egils. {}\n\n"
    "PRESIDENT LEVITS: Thank you, Sauli. Our countries are close.\n\nPRESIDENT NIINISTO: They are."
)
TITLE = "Remarks by President Niinisto and President Levits Before Their Meeting"


def test_a_transcript_of_talks_is_a_meeting_of_those_at_the_table() -> None:
    (meeting,) = READER.read(TALKS.format(""), title=TITLE, date="2023-03-10").of_kind("meeting")
    assert {name.split()[-1] for name in meeting.values("participants")} == {"Niinisto", "Levits"}
    assert meeting.rule == "en.meeting.greeting"


def test_our_meeting_is_that_of_those_at_the_table() -> None:
    text = TALKS.format("Much has come of our first meeting in Tallinn in January.")
    met = READER.read(text, title=TITLE, date="2023-03-10").of_kind("meeting")
    tallinn = next(finding for finding in met if finding.values("place") == ("Tallinn",))
    assert {name.split()[-1] for name in tallinn.values("participants")} == {"Niinisto", "Levits"}


def test_an_interview_in_which_nobody_is_greeted_is_no_meeting() -> None:
    text = TALKS.replace("it is great to have you here, Egils.", "the ferry is late.").format("")
    assert not READER.read(text, title=TITLE, date="2023-03-10").of_kind("meeting")


@pytest.mark.parametrize(
    ("phrase", "names"),
    [
        (
            "Speaker of the Parliament Edvards Smiltens and the Secretary General of the Arctic Council.",
            {"Edvards Smiltens", "Arctic Council"},
        ),
        (f"the Presidents of Portugal, Lithuania, and {LEVITS}.", {"Portugal", "Lithuania", "Egils Levits"}),
        ("journalists and in June, at the ministry, Edgars Rinkevics opened the new hall.", set()),
        ("a negotiation team following the death of Edgars Rinkevics.", set()),
    ],
)
def test_those_who_were_met_are_all_of_one_list_and_nobody_behind_it(phrase: str, names: set[str]) -> None:
    scene = READER.scene(f"{HUITFELDT} met with {phrase}")
    start = scene.words.lower.index("with") + 1
    found, _ = other_party(scene, start, len(scene.words))
    assert {party.name for party in found} == names


def test_a_small_group_meets_with_its_members_on_the_words_of_the_group() -> None:
    text = "The leaders of the Normandy Four met in Paris on March 7."
    scene = READER.scene(text, date="2023-03-10")
    group = scene.cast.party("Normandy format", "organisation")
    meeting = Finding(
        "meeting",
        "r",
        Span(0, 40),
        tuple(scene.actors("participants", [group], scene.words.form.index("Four"))),
        "en.meeting.verb",
        0.9,
    )
    (told,) = with_members(scene, [meeting])
    assert {slot.value for slot in told.all("participants")} == {
        "Normandy format",
        "Ukraine",
        "Russia",
        "Germany",
        "France",
    }
    france = next(slot for slot in told.all("participants") if slot.value == "France")
    assert france.how == "a member of the group" and france.span and "Normandy Four" in france.span.of(text)


def test_the_president_is_not_the_head_of_the_presidents_office() -> None:
    text = (
        "Deputy Head of the Office of the President of Ukraine Roman Mashovets met with Ambassador of Canada Larisa Galadza "
        "in Kyiv. Roman Mashovets praised the President's visit to Ottawa in October."
    )
    met = READER.read(
        text, date="2023-03-10", source="president.gov.ua", url="https://www.president.gov.ua/en/news/1"
    ).of_kind("meeting")
    visits = [finding for finding in met if finding.values("kind") == ("visit",)]
    assert not any("Roman Mashovets" in finding.values("participants") for finding in visits)


def test_a_greeting_beside_other_words_for_the_same_meeting_is_told_once() -> None:
    text = TALKS.format("I am glad that we are meeting in Helsinki today.")
    met = READER.read(text, title=TITLE, date="2023-03-10").of_kind("meeting")
    assert len(met) == 1


def test_a_conversation_between_two_persons_is_a_meeting_in_passing() -> None:
    text = f"The minister was glad of the conversation between {LEVITS} and President of Finland Sauli Niinisto."
    met = READER.read(text, date="2023-03-10").of_kind("meeting")
    assert {"Egils Levits", "Sauli Niinisto"} in [set(finding.values("participants")) for finding in met]


@pytest.mark.parametrize(
    ("words", "found"),
    [
        (f"{LEVITS}'s conversation with {HUITFELDT} on March 4", True),
        (f"{LEVITS}'s recent conversation with {HUITFELDT}", True),
        (f"{LEVITS}'s conversations with many people", False),
    ],
)
def test_a_conversation_of_one_with_another_is_a_meeting_in_passing(words: str, found: bool) -> None:
    scene = READER.scene(f"Following {words}, the ferries sail again.", date="2023-03-10")
    met = [f for f in rules_alone(scene) if f.kind == "meeting"]
    assert bool(met) is found and all(f.values("kind") == ("call",) for f in met)


def test_a_colon_that_is_glued_to_what_follows_is_no_part_of_a_name() -> None:
    text = (
        f"{HUITFELDT} met {LEVITS}. Egils Levits:(Addressing the guests) We welcome you, "
        "and Egils Levits:(Speaking in English) said so."
    )
    assert {actor.name for actor in READER.read(text, date="2024-05-01").actors if "Levits" in actor.name} == {
        "Egils Levits"
    }


def test_an_outlet_that_names_itself_behind_a_meeting_did_not_meet_anybody() -> None:
    text = f"{LEVITS} met with {HUITFELDT}, Morningpost.lv reports with reference to the press service of the President of Latvia."
    (met,) = READER.read(text, date="2024-05-01").of_kind("meeting")
    assert set(met.values("participants")) == {"Egils Levits", "Anniken Huitfeldt"}
    assert met.span.of(text) == f"{LEVITS} met with {HUITFELDT}"


def test_separate_calls_are_one_with_each() -> None:
    text = (
        "Special Representative for Fisheries Anna Berg held separate calls with Latvian Director General Janis Ozols and Finnish Special "
        "Representative Matti Laine on Tuesday."
    )
    met = READER.read(text, date="2023-03-10").of_kind("meeting")
    assert [finding.values("participants") for finding in met] == [
        ("Anna Berg", "Janis Ozols"),
        ("Anna Berg", "Matti Laine"),
    ]
    assert [finding.values("date") for finding in met] == [("2023-03-07",)] * 2


def test_states_in_a_row_behind_a_title_in_the_plural_all_took_part() -> None:
    text = (
        "President of Finland Sauli Niinisto spoke with the Prime Ministers of Belgium, Spain and Prime Minister of the United Kingdom "
        "Boris Johnson."
    )
    (met,) = READER.read(text, date="2023-03-10").of_kind("meeting")
    assert met.values("participants") == ("Sauli Niinisto", "Belgium", "Spain", "Boris Johnson")


def test_who_was_spoken_about_was_not_spoken_to() -> None:
    text = (
        "Deputy Secretary of State Wendy Berg met with Deputy Foreign Minister of Latvia Janis Ozols in Riga on Tuesday. They spoke about "
        "their response to President of Malta George Vella."
    )
    met = READER.read(text, date="2023-03-10").of_kind("meeting")
    assert [finding.values("participants") for finding in met] == [("Wendy Berg", "Janis Ozols")]
