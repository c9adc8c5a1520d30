"""How ministries and agencies of other countries write: titles behind names, courtesy calls, honours, dates at the foot, spoilt letters."""

from __future__ import annotations

import pytest
from tests.reading.reader import READER

from readout.model import Reading
from readout.pages.phrasing import offices

KARIS = "President of Estonia Alar Karis met with Prime Minister of Slovenia Robert Golob in Tallinn."


def read(text: str, date: str | None = "2024-05-20") -> Reading:
    return READER.read(text, date=date)


def told(reading: Reading, kind: str, role: str) -> list[tuple[str, tuple[object, ...]]]:
    """The findings of a kind by their words, each with the values of a role."""
    return [(reading.quote(f), f.values(role)) for f in reading.of_kind(kind)]


def posts(reading: Reading) -> dict[str, str]:
    """The offices of each person as they are shown."""
    return {actor.name: offices(actor) for actor in reading.actors if actor.kind == "person"}


def test_a_title_behind_a_name_tells_for_which_country_its_bearer_acts() -> None:
    reading = read(
        "Ms. Alba Toren, Minister of Ports of Norway, received Mr. Rufus Ombely (on the left), the Minister of Energy and Water of "
        "the Republic of Zambia, and Joren Haak, State Secretary of the Ministry of Trade of Latvia."
    )
    assert posts(reading) == {
        "Alba Toren": "Minister of Ports of Norway",
        "Rufus Ombely": "Minister of Energy and Water of the Republic of Zambia",
        "Joren Haak": "State Secretary of the Ministry of Trade of Latvia",
    }


def test_an_office_behind_a_comma_that_acts_by_itself_is_nobody_else_s_title() -> None:
    reading = read(f"{KARIS} According to Ulo Tamm, the President of Slovenia agreed to open the port.")
    assert posts(reading)["Ulo Tamm"] == ""


@pytest.mark.parametrize(
    "call",
    [
        "Foreign Minister of Norway Alba Toren called on President of Latvia Egils Levits in Riga.",
        "Foreign Minister of Norway Alba Toren also called on President of Latvia Egils Levits to discuss ferries.",
        "Foreign Minister of Norway Alba Toren paid a courtesy call on President of Latvia Egils Levits.",
        "Foreign Minister of Norway Alba Toren paid a farewell call upon President of Latvia Egils Levits.",
    ],
)
def test_whoever_calls_on_somebody_meets_that_person_and_telephones_nobody(call: str) -> None:
    (meeting,) = read(call, "2022-05-20").of_kind("meeting")
    assert meeting.values("kind") == ("talks",)
    assert meeting.values("participants") == ("Alba Toren", "Egils Levits")


@pytest.mark.parametrize(
    "appeal",
    [
        "Alar Karis called on Prime Minister Robert Golob to sign the treaty.",
        "Alar Karis called on all sides to show restraint.",
        "Alar Karis called on Robert Golob for help.",
    ],
)
def test_whoever_calls_on_somebody_to_act_meets_nobody(appeal: str) -> None:
    (meeting,) = read(f"{KARIS} {appeal}").of_kind("meeting")
    assert meeting.span.end < len(KARIS)


def test_a_call_on_a_day_is_no_visit() -> None:
    (meeting,) = read(
        "Foreign Minister of Norway Alba Toren held calls on Thursday with President of Latvia Egils Levits.",
        "2022-05-20",
    ).of_kind("meeting")
    assert meeting.values("kind") == ("call",)


def test_calls_with_several_stay_calls() -> None:
    calls = "Foreign Minister of Norway Alba Toren held separate calls today with President of Latvia Egils Levits and Prime Minister of Estonia Kaja Kallas."
    assert [f.values("kind") for f in read(calls, "2022-05-20").of_kind("meeting")] == [("call",)] * 2


def test_a_prince_or_sheikh_is_known_again_by_the_given_name() -> None:
    reading = read(
        "His Highness Sheikh Salim bin Rashid Al Wadi, Minister of Ports of the United Arab Emirates, met Ararat Mirzoyan, Foreign "
        "Minister of Armenia. H.H. Sheikh Salim said that trade had doubled."
    )
    assert told(reading, "statement", "speaker") == [("trade had doubled", ("Salim bin Rashid Al Wadi",))]


def test_names_go_on_behind_a_second_son_of_and_titles_stand_before_a_comma_and_an_honour() -> None:
    reading = read(
        "The Minister of Ports of Qatar, HH Prince Omar bin Rashid bin Salim, received the Ambassador of Chile, H.E. Mr. Rolf Oten."
    )
    assert posts(reading) == {
        "Omar bin Rashid bin Salim": "Minister of Ports of Qatar",
        "Rolf Oten": "Ambassador of Chile",
    }


def test_indian_and_nepali_forms_of_address_are_no_part_of_a_name_and_end_no_sentence() -> None:
    (meeting,) = read(
        "Shri Arun Velan met Prime Minister of Nepal Rt. Hon’ble Kamal Dhoju and Minister of Ports Hon’ble Dr. Sita Rana."
    ).of_kind("meeting")
    assert meeting.values("participants") == ("Arun Velan", "Kamal Dhoju", "Sita Rana")


def test_a_title_in_short_stands_for_its_holder() -> None:
    reading = read(
        "External Affairs Minister Arun Velan met Foreign Minister of Norway Alba Toren. EAM said that trade had doubled."
    )
    assert told(reading, "statement", "speaker") == [("trade had doubled", ("Arun Velan",))]


def test_the_event_at_which_one_met_another_is_no_part_of_a_title() -> None:
    reading = read(
        "Minister of Ports of Norway Alba Toren held the third Norway-Japan Strategic Dialogue with the Foreign Minister of Japan, H.E. Mr. Kenzo Oda."
    )
    assert posts(reading)["Kenzo Oda"] == "Foreign Minister of Japan"
    (meeting,) = reading.of_kind("meeting")
    assert meeting.values("participants") == ("Alba Toren", "Kenzo Oda")


@pytest.mark.parametrize(
    ("text", "day"),
    [
        (f"{KARIS}\n\nMINISTRY OF FOREIGN AFFAIRS\nTALLINN\n5 DECEMBER 2024", "2024-12-05"),
        (f"Talks in Tallinn\n2023/5/8\n{KARIS}", "2023-05-08"),
        (f"Riyadh, Muharram 20, 1447, July 15, 2025, SPA -- {KARIS}", "2025-07-15"),
    ],
)
def test_other_ways_to_date_a_report_are_understood(text: str, day: str) -> None:
    published = read(text, None).report.published
    assert published is not None
    assert published.value == day


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("from 4 to 5 May 2024", "2024-05-04"),
        ("on 11 and 12 May, 2024", "2024-05-11"),
        ("on 18/05/2024", "2024-05-18"),
        ("on 18.05.2024", "2024-05-18"),
    ],
)
def test_the_first_day_of_several_and_a_day_in_figures_date_a_meeting(words: str, day: str) -> None:
    (meeting,) = read(
        f"President of Estonia Alar Karis met with Prime Minister of Slovenia Robert Golob {words}."
    ).of_kind("meeting")
    assert meeting.values("date") == (day,)


def test_a_day_in_figures_that_may_be_read_in_two_ways_dates_no_meeting() -> None:
    (meeting,) = read(
        "President of Estonia Alar Karis met with Prime Minister of Slovenia Robert Golob on 04/05/2024."
    ).of_kind("meeting")
    assert meeting.one("date") is None


def test_an_undated_report_reckons_from_the_one_day_of_its_opening() -> None:
    text = "On 16 February 2024 President of Estonia Alar Karis met with Prime Minister of Slovenia Robert Golob. They agreed to open the port in July."
    reading = read(text, None)
    assert reading.report.published is None
    assert told(reading, "commitment", "due") == [("open the port in July", ("2024-07",))]


def test_letters_that_were_read_in_the_wrong_code_are_read_as_meant() -> None:
    reading = read(
        f"{KARIS} Alar Karis praised Sloveniaâ€™s ports. â€œThe ferries are our common project and a good one,â€ the Prime Minister said."
    )
    assert told(reading, "statement", "speaker") == [
        ("Sloveniaâ€™s ports", ("Alar Karis",)),
        ("The ferries are our common project and a good one", ("Robert Golob",)),
    ]


@pytest.mark.parametrize(
    "damaged",
    [
        "Speaking after the ceremony, President Alar Karis said: We have doubled our trade. We will soon open the second port.”",
        "President Alar Karis spoke of trade. “We have doubled our trade. We will soon open the second port, said the President of Estonia.",
    ],
)
def test_a_quotation_that_lost_a_mark_is_parted_from_the_one_who_said_it(damaged: str) -> None:
    found = told(read(f"{KARIS}\n{damaged}"), "statement", "speaker")
    assert ("We have doubled our trade. We will soon open the second port", ("Alar Karis",)) in found


def test_a_heading_in_capitals_is_no_statement() -> None:
    reading = read(f"{KARIS}\n“OUR TRADE WILL SOON DOUBLE”\nThe President said that trade was growing.")
    assert [reading.quote(f) for f in reading.of_kind("statement")] == ["trade was growing"]


def test_a_headline_that_names_no_place_tells_the_meeting_of_the_text() -> None:
    text = (
        "President Karis Meets with Slovenian Prime Minister Robert Golob\n\n"
        "On the afternoon of May 20, 2024, President Alar Karis met in Tartu with Prime Minister Robert Golob, who is on an official visit to Estonia."
    )
    talks = [f for f in read(text).of_kind("meeting") if f.values("kind") == ("talks",)]
    assert [(f.values("place"), f.values("date")) for f in talks] == [(("Tartu",), ("2024-05-20",))]


def test_a_session_of_two_sides_is_talks() -> None:
    (meeting,) = read(
        "President of Estonia Alar Karis and Prime Minister of Slovenia Robert Golob held an official session of talks."
    ).of_kind("meeting")
    assert meeting.values("kind") == ("talks",)


def test_a_guest_who_is_welcomed_is_no_statement() -> None:
    reading = read(
        f"{KARIS} Alar Karis welcomed Prime Minister Golob, while Robert Golob expressed gratitude for the help."
    )
    assert told(reading, "statement", "speaker") == [("gratitude for the help", ("Robert Golob",))]


def test_a_conference_that_is_called_by_a_number_is_nobody() -> None:
    reading = read(f"{KARIS} Alar Karis thanked Robert Golob for his part in the COP29 summit.")
    assert all("COP29" not in actor.name for actor in reading.actors)


@pytest.mark.parametrize("who", ["The two", "The Presidents and they", "They"])
def test_those_who_met_speak_in_a_readout_of_an_unknown_outlet(who: str) -> None:
    reading = read(f"{KARIS} {who.split(' and ')[0] if 'Presidents' not in who else 'The sides'} condemned the attack.")
    (statement,) = reading.of_kind("statement")
    assert set(statement.values("speaker")) in ({"Alar Karis", "Robert Golob"}, {"Estonia", "Slovenia"})


def test_the_head_of_state_is_the_one_whose_side_an_unknown_outlet_takes() -> None:
    text = "President of Latvia Egils Levits met with President of Finland Sauli Niinisto. Sauli Niinisto praised the ports. The Head of State thanked Sauli Niinisto for the help."
    assert told(read(text, "2022-05-20"), "statement", "speaker")[-1] == ("the help", ("Egils Levits",))


def test_each_document_of_a_list_is_one() -> None:
    reading = read(
        f"{KARIS} A protocol on ferries, a memorandum on energy and an agreement in the field of tourism were signed."
    )
    assert told(reading, "agreement", "status") == [
        ("protocol on ferries", ("signed",)),
        ("memorandum on energy", ("signed",)),
        ("agreement in the field of tourism", ("signed",)),
    ]


@pytest.mark.parametrize(
    "text",
    [
        f"Photo: Minister Ulo Tamm greets Robert Golob. (VNA/Duong Hoa)Tallinn (VNA) – {KARIS}",
        f"{KARIS}\nPhoto Credit: Ministry of Ports/Ulo Tamm",
        f"{KARIS}\nWAM/Ulo Tamm",
    ],
)
def test_whoever_a_caption_or_a_credit_names_met_nobody(text: str) -> None:
    reading = read(text)
    (meeting,) = reading.of_kind("meeting")
    assert meeting.values("participants") == ("Alar Karis", "Robert Golob")
    assert "Ulo Tamm" not in posts(reading)


def test_a_sum_in_rupees_ends_no_sentence() -> None:
    reading = read(f"{KARIS} Estonia will release a grant of Rs. 1000 crore by March 2025.")
    assert [reading.quote(f) for f in reading.of_kind("commitment")] == [
        "release a grant of Rs. 1000 crore by March 2025"
    ]


def test_an_office_is_shown_once_with_the_country_that_the_table_adds() -> None:
    reading = read(
        "Minister of Foreign Affairs Hakan Fidan met with Péter Szijjártó, Minister of Foreign Affairs and Trade of Hungary. Minister Fidan left.",
        "2024-03-12",
    )
    assert posts(reading)["Hakan Fidan"] == "Minister of Foreign Affairs of Turkey"
