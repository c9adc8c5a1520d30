"""Who is on a visit that names nobody beside its noun, and a visit that is told again."""

from __future__ import annotations

import pytest
from tests.reading.reader import READER

from readout import Finding

MET = "President of Finland Sauli Niinisto met with President of Latvia Egils Levits"


def visits(text: str) -> list[Finding]:
    """The visits of a text."""
    found = READER.read(text, date="2023-03-10").findings
    return [f for f in found if f.kind == "meeting" and f.values("kind") == ("visit",)]


@pytest.mark.parametrize(
    ("text", "guest", "words", "place"),
    [
        (f"During a working visit to Riga, {MET}.", "Sauli Niinisto", "During a working visit to Riga", "Riga"),
        (f"{MET}, who is on a visit to Helsinki.", "Egils Levits", "who is on a visit to Helsinki", "Helsinki"),
        (f"{MET} who was in Helsinki on a state visit.", "Egils Levits", "who was in Helsinki on a state visit", "Helsinki"),
        (f"{MET} who paid a visit to Finland.", "Egils Levits", "who paid a visit to Finland", "Finland"),
    ],
)  # fmt: skip
def test_the_visitor_is_the_one_beside_the_clause_that_tells_the_visit(
    text: str, guest: str, words: str, place: str
) -> None:
    (visit,) = visits(text)
    assert visit.values("participants")[0] == guest
    assert visit.values("place") == (place,)
    assert visit.span.of(text) == words


def test_nobody_visits_the_country_that_he_acts_for() -> None:
    text = "During a visit to Finland, President of Finland Sauli Niinisto met with President of Latvia Egils Levits."
    assert not any("Sauli Niinisto" in visit.values("participants") for visit in visits(text))


def test_a_visit_that_goes_on_has_the_day_of_the_report() -> None:
    (visit,) = visits(f"{MET}, who is on a visit to Helsinki.")
    assert visit.values("date") == ("2023-03-10",)


def test_a_visit_that_is_told_again_is_one_visit() -> None:
    again = " The President called it the first visit of the President of Latvia to Finland."
    assert len(visits(f"{MET}, who is on a visit to Helsinki.{again}")) == 1


def test_a_visit_of_another_time_is_another_visit() -> None:
    again = " The parties recalled Egils Levits's previous visit to Helsinki in May 2022."
    assert len(visits(f"{MET}, who is on a visit to Helsinki.{again}")) == 2


def test_those_at_one_table_meet_once_a_day() -> None:
    talk = (
        "PRESIDENT NIINISTO: Welcome to Helsinki. Thank you.\n\nPRESIDENT LEVITS: Thank you, Sauli. I look forward to our "
        "discussion today. Our countries are close.\n\nPRESIDENT NIINISTO: They are."
    )
    title = "Remarks by President Niinisto and President Levits Before Their Meeting"
    met = [f for f in READER.read(talk, title=title, date="2023-03-10").findings if f.kind == "meeting"]
    assert len(met) == 1


def test_a_person_right_before_a_verb_acts_whatever_the_parser_says() -> None:
    found = READER.read(f"During a working visit to Riga, {MET}.", date="2023-03-10").findings
    (talks,) = (f for f in found if f.kind == "meeting" and f.values("kind") == ("talks",))
    assert talks.values("participants") == ("Sauli Niinisto", "Egils Levits")


@pytest.mark.parametrize(
    ("sentence", "meetings"), [("They also spoke of the ferry line.", 1), ("They held a call with Jill Biden.", 2)]
)
def test_those_who_met_and_spoke_of_something_met_once(sentence: str, meetings: int) -> None:
    found = READER.read(f"{MET} in Helsinki. {sentence}", date="2023-03-10").of_kind("meeting")
    assert len(found) == meetings


@pytest.mark.parametrize(
    ("text", "visiting"),
    [
        ("Secretary of State Antony Blinken is visiting Riga these days.", True),
        ("Secretary of State Antony Blinken is traveling to Riga, Latvia, March 9-12.", True),
        ("Secretary of State Antony Blinken is traveling to Riga, Latvia, on March 20.", False),
        ("Secretary of State Antony Blinken is on a working visit to Latvia scheduled for March 9-12.", True),
        ("Antony Blinken will travel to Riga in May. This will be the Secretary's first visit to Riga.", False),
    ],
)
def test_whoever_is_away_by_now_is_on_a_visit(text: str, visiting: bool) -> None:
    assert bool(visits(text)) is visiting


def test_a_town_of_the_country_that_somebody_visits_is_no_other_visit() -> None:
    again = " The President praised Egils Levits's visit to Turku."
    assert len(visits(f"{MET}, who is on a visit to Finland.{again}")) == 1


@pytest.mark.parametrize("whom", ["Sauli Niinisto in Helsinki", "Sauli Niinisto"])
def test_the_visit_of_whoever_is_received_during_his_visit_is_not_the_hosts(whom: str) -> None:
    text = f"Foreign Minister Espen Barth Eide was received by President {whom} during his visit to Finland."
    visits = [f for f in READER.read(text, date="2023-03-10").of_kind("meeting") if f.values("kind") == ("visit",)]
    assert {f.values("participants")[0] for f in visits} == {"Espen Barth Eide"}


@pytest.mark.parametrize(
    ("text", "guest"),
    [
        (f"{MET} before the end of his visit to Helsinki.", ("Egils Levits",)),
        (f"{MET}. They recalled what they had agreed during President Niinisto's visit to Riga in May 2022.", ("Sauli Niinisto",)),
        (f"{MET}. They kept the promise made with Minister of Justice Anna Koskinen during his trip to Finland in May 2022.", ("Egils Levits",)),
        ("Minister of Justice of Finland Anna Koskinen led a delegation to Riga on March 3.", ("Anna Koskinen",)),
        ("Minister of Justice of Finland Anna Koskinen travelled to Riga on March 3 to meet with officials.", ("Anna Koskinen",)),
        ("The minister spoke of President Niinisto's visit in May 2022.", ("Niinisto",)),
        (
            "Minister of Justice of Finland Anna Koskinen visited Riga on March 3. Judge Matti Laine and Ambassador Eero Salo accompanied "
            "Minister Koskinen.",
            ("Anna Koskinen", "Matti Laine", "Eero Salo"),
        ),
    ],
)  # fmt: skip
def test_the_visitor_comes_from_elsewhere(text: str, guest: tuple[str, ...]) -> None:
    assert [visit.values("participants") for visit in visits(text)] == [guest]


def test_our_country_is_where_a_guest_of_an_official_outlet_is() -> None:
    text = (
        "A meeting between President of Ukraine Volodymyr Zelenskyy and President of Latvia Egils Levits, who is on a working visit to our "
        "country, began in Kyiv."
    )
    found = READER.read(text, date="2023-03-10", source="President of Ukraine").of_kind("meeting")
    (visit,) = [finding for finding in found if finding.values("kind") == ("visit",)]
    assert "Egils Levits" in visit.values("participants")
    assert visit.values("place") == ("Ukraine",)
