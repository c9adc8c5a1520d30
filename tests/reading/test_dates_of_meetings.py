"""When a meeting took place: the date nearest to its words, or the report's day where it goes on as the report is made."""

from __future__ import annotations

import pytest
from tests.reading.reader import READER

from readout.reading.finders.encounters.occasion import date_of

TALK = "Foreign Minister of Norway Anniken Huitfeldt met with Foreign Minister of Latvia Edgars Rinkevics in Riga"
TURNS = "PRESIDENT NIINISTO: {} Thank you.\n\nPRESIDENT LEVITS: Thank you, Sauli. Our countries are close.\n\n"
DATES = {
    f"{TALK} on March 7, after the storm of March 1.": "2023-03-07",
    f"After the storm of March 1, {TALK} yesterday.": "2023-03-09",
    f"On Thursday, {TALK}, for the first time since they had met in January 2023.": "2023-03-09",
    f"{TALK} last night.": "2023-03-09",
    f"In January, {TALK}.": "2023-01",
    f"Last October, {TALK}.": "2022-10",
    f"{TALK}. The ports were the subject of today's talks.": "2023-03-10",
    "Foreign Minister of Norway Anniken Huitfeldt is holding talks with Foreign Minister of Latvia Edgars Rinkevics.": "2023-03-10",
    f"{TALK}.": None,
    TALK.replace(" in Riga", ", who is on a visit to Norway."): "2023-03-10",
    TALK.replace(" in Riga", ", who is visiting Norway."): "2023-03-10",
    "Foreign Minister of Latvia Edgars Rinkevics's visit to Norway takes place on a historic day.": "2023-03-10",
    "Foreign Minister of Latvia Edgars Rinkevics's visit to Norway takes place on May 9.": None,
    f"Since March 3, {TALK} on March 8.": "2023-03-08",
    f"{TALK} ahead of the summit in December 2023.": None,
}


@pytest.mark.parametrize(("text", "date"), DATES.items())
def test_a_meeting_has_the_date_that_its_own_words_tell(text: str, date: str | None) -> None:
    meetings = READER.read(text, date="2023-03-10").of_kind("meeting")
    assert meetings
    told = meetings[0].one("date")
    assert (told.value if told else None) == date


def test_talks_that_a_dialogue_included_are_of_its_day() -> None:
    text = (
        "Norway and Latvia held the Norway-Latvia Strategic Dialogue in Riga on March 3, 2023, which included consultations between "
        "Foreign Minister of Norway Anniken Huitfeldt and Foreign Minister of Latvia Edgars Rinkevics."
    )
    met = READER.read(text, date="2023-03-10").of_kind("meeting")
    assert [finding.values("date") for finding in met] == [("2023-03-03",)] * 2


def test_the_words_of_a_host_to_a_guest_are_of_the_day() -> None:
    text = TURNS.format("It is great to welcome you here in Helsinki for our meeting.") * 2
    met = READER.read(text, title="Remarks by President Niinisto and President Levits", date="2023-03-10").of_kind(
        "meeting"
    )
    assert [finding.values("date") for finding in met[:1]] == [("2023-03-10",)]


@pytest.mark.parametrize(
    ("other", "date"), [("Prime Minister Ingrida Simonyte", ()), ("President Levits", ("2023-03-10",))]
)
def test_what_a_guest_tells_of_somebody_who_is_not_there_has_no_day_of_its_own(
    other: str, date: tuple[str, ...]
) -> None:
    text = TURNS.format(f"During my visit here, we have a very good meeting with {other}.") * 2
    met = READER.read(text, title="Remarks by President Niinisto and President Levits", date="2023-03-10").of_kind(
        "meeting"
    )
    assert date in [finding.values("date") for finding in met if "meeting with" in finding.span.of(text)]


@pytest.mark.parametrize(
    ("words", "dates"), [("It is good to meet again.", ["2023-03-10"]), ("It was good to meet.", [])]
)
def test_who_is_glad_to_meet_the_other_has_him_there(words: str, dates: list[str]) -> None:
    title = "Remarks by President Niinisto and President Levits"
    scene = READER.scene(TURNS.format(words) * 2, title=title, date="2023-03-10")
    told = scene.words.lower.index("meet")
    assert [slot.value for slot in date_of(scene, told, told, told)] == dates


def test_what_went_before_a_meeting_keeps_its_date_for_itself() -> None:
    text = f"Following the March 3, 2023 summit of the Baltic leaders, {TALK}."
    dates = {f.values("kind"): f.values("date") for f in READER.read(text, date="2023-03-10").of_kind("meeting")}
    assert dates == {("summit",): ("2023-03-03",), ("talks",): ()}


ALSO = "The minister also met with President of Latvia Egils Levits."
ELSEWHERE = {
    f"{TALK} on March 7. {ALSO}": ["2023-03-07", "2023-03-07"],
    f"{TALK} on March 7. A year earlier, {ALSO[0].lower()}{ALSO[1:]}": ["2023-03-07", None],
    f"{TALK} on March 7-8. {ALSO}": ["2023-03-07", None],
    f"Foreign Minister of Norway Anniken Huitfeldt traveled to Latvia from March 7-9. {ALSO}": ["2023-03-07", None],
    f"{TALK}. Today the ministers discussed the ports.": ["2023-03-10"],
    f"{TALK}. In her words, a difficult conversation took place today.": ["2023-03-10"],
    f"{TALK}. The ports are open today.": [None],
    f"{TALK}. President of Finland Sauli Niinisto discussed the ports today.": [None],
}


@pytest.mark.parametrize(("text", "dates"), ELSEWHERE.items())
def test_a_meeting_without_a_date_has_the_one_that_the_account_of_its_day_tells(
    text: str, dates: list[str | None]
) -> None:
    met = READER.read(text, date="2023-03-10").of_kind("meeting")
    told = [finding.one("date") for finding in met]
    assert [date.value if date else None for date in told] == dates
