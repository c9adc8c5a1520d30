"""Documents between parties: what names one, who its parties are, and what became of it."""

from __future__ import annotations

import pytest
from tests.reading.reader import READER

from readout import Finding
from readout.model import Span
from readout.reading.finders.documents.known_documents import known_document

DATE = "2024-05-14"


def documents(text: str) -> list[tuple[str, str]]:
    """The titles of a text's documents, with what became of each."""
    reading = READER.read(text, date=DATE)
    return [(reading.quote(f), str(f.one("status").value)) for f in reading.of_kind("agreement")]  # type: ignore[union-attr]


def parties(finding: Finding) -> list[object]:
    return [slot.value for slot in finding.all("parties")]


@pytest.mark.parametrize(
    ("text", "title", "status"),
    [
        ("Norway and Latvia signed the Baltic Ferry Framework in Riga.", "Baltic Ferry Framework", "signed"),
        ("The leaders welcomed the Nordic Harbour Pledge, which Norway and Latvia announced last year.", "Nordic Harbour Pledge", "negotiated"),
        ("The ministers discussed the Tartu Action Plan of 2019.", "Tartu Action Plan of 2019", "in force"),
        ("The ministers urged Norway to comply with the September 2021 ceasefire.", "September 2021 ceasefire", "in force"),
        ("Norway and Latvia signed an agreement that will open four ports to ferries.", "agreement that will open four ports to ferries", "signed"),
        ("The ministers of Norway and Latvia recalled the Joint Declaration of March 3, 2021, and praised it.", "Joint Declaration of March 3, 2021", "signed"),
        ("Norway and Latvia signed a cooperation agreement to open four ports.", "cooperation agreement", "signed"),
        ("Norse Lines and Baltic Ferries signed an MOU to build four ferries.", "MOU to build four ferries", "signed"),
        ("A cooperation agreement was signed between Norse Lines and Baltic Ferries.", "cooperation agreement", "signed"),
    ],
)  # fmt: skip
def test_a_document_is_known_by_its_name_its_date_or_what_it_does(text: str, title: str, status: str) -> None:
    assert documents(text) == [(title, status)]


@pytest.mark.parametrize(
    "text",
    [
        "The delegations gathered at the Conference of the Parties to the Nordic Framework Convention on Rivers.",
        "We do not just have to sign a treaty.",
        "Remarks at the Riga Convention Center. Norway and Latvia held talks.",
        "The ferries run in the framework of cooperation between our countries.",
        "Norway held talks with Latvia on any agreement on ferries.",
        "President Biden signed an Executive Order establishing the Ferry Commission.",
        "NEW FERRY AGREEMENT\n\nThe ministers of Norway and Latvia met in Riga.",
        "The ministers praised the Norwegian Rescue Plan of 2021.",
        "Latvia reminded Norway of the Convention on the Prevention and Punishment of the Crime of Genocide.",
    ],
)
def test_a_forum_a_hall_and_bare_talk_are_no_documents(text: str) -> None:
    assert documents(text) == []


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("The following is the text of a joint statement released by the Governments of Norway and Latvia.",
         "joint statement released by the Governments of Norway and Latvia"),
        ("Kari Nordmann signed the Harbour Accords on behalf of Norway.", "Harbour Accords"),
        ("Norway and Latvia signed a Memorandum of Understanding between the Ministry of Ports of Norway and the Ministry of Ports of Latvia.",
         "Memorandum of Understanding between the Ministry of Ports of Norway and the Ministry of Ports of Latvia"),
        ("Thirty states signed a Joint Declaration of Support for the Recovery and Reconstruction of Latvia.",
         "Joint Declaration of Support for the Recovery and Reconstruction of Latvia"),
        ("A Ferry Agreement between Norway and Latvia was signed in Riga. "
         "The ministers praised the Ferry Agreement between the Government of Norway and the Government of the Republic of Latvia.",
         "Ferry Agreement between Norway and Latvia"),
    ],
)  # fmt: skip
def test_a_title_goes_on_to_its_parties_and_to_all_that_it_is_about_and_no_further(text: str, title: str) -> None:
    assert [told for told, _ in documents(text)] == [title]


def test_two_documents_that_are_signed_together_are_two() -> None:
    text = "Norway and Latvia signed the Agreement on Ferries and the Treaty on Ports."
    assert [told for told, _ in documents(text)] == ["Agreement on Ferries", "Treaty on Ports"]


def test_a_long_title_that_goes_on_the_second_time_is_told_once() -> None:
    text = "The Agreement on Ferry Traffic was signed. The Agreement on Ferry Traffic between Norway and Latvia opens four ports."
    assert documents(text) == [("Agreement on Ferry Traffic", "signed")]


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("Norway and Latvia welcomed the recent conclusion of the Agreement on Ferry Traffic.", "negotiated"),
        ("The ministers discussed preparations for the conclusion of the Agreement on Ferry Traffic.", "planned"),
        ("Norway and Latvia worked on the implementation of the Riga Declaration on Ferries.", "in force"),
        ("Norway joined the Harbour Accords in May.", "signed"),
        ("The ministers stressed the importance of signing the Agreement on Ferry Traffic.", "planned"),
        ("Norway and Latvia are working on a ferry agreement that could be signed in May.", "planned"),
        ("Norway and Latvia agreed to implement the ferry agreement reached in Riga this year.", "negotiated"),
        ("The ministers praised a historic agreement between Norway and Latvia on ferries.", "negotiated"),
        ("The ministers discussed the ferry agreement between Norway and Latvia now on the table.", "planned"),
        ("I am proud to announce the Joint Declaration on Ferries of Norway and Latvia.", "signed"),
        ("Norway and Latvia initialled the Agreement on Ferry Traffic.", "negotiated"),
        ("Norse Lines and Baltic Ferries exchanged letters of intent on ferries.", "signed"),
        ("The ministers of Norway and Latvia welcomed a new Memorandum of Cooperation on Ferries.", "signed"),
        ("The ministers marked the 70th anniversary of the Riga Declaration on Ferries.", "in force"),
        (
            "Norway relies on the ferry treaty, in accordance with the treaty of friendship which it signed with Latvia.",
            "signed",
        ),
    ],
)
def test_what_became_of_a_document_is_told_by_its_verb_before_other_words(text: str, status: str) -> None:
    assert documents(text)[-1][1] == status


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Norway relies on the treaty of friendship which it signed with Latvia.", ["Norway", "Latvia"]),
        ("Kari Nordmann met with Janis Berzins in Riga. A cooperation agreement was signed between Norse Lines and Baltic Ferries.",
         ["Norse Lines", "Baltic Ferries"]),
        ("Kari Nordmann met with Janis Berzins in Riga. They discussed the G20 Finance Ministers' Statement on debt.", ["G20"]),
        ("They discussed the recent Latvia-facilitated deal between Norway and Estonia.", ["Norway", "Estonia"]),
    ],
)  # fmt: skip
def test_the_clause_behind_a_title_or_the_title_tells_its_parties(text: str, expected: list[str]) -> None:
    reading = READER.read(text, date=DATE)
    assert [parties(f) for f in reading.of_kind("agreement")] == [expected]


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("Latvia became the tenth nation to sign the Harbour Accords.", "signed"),
        ("Norway acts in accordance with the Agreement on Research and Development of Ferries.", "in force"),
        ("Norway and Latvia signed an updated Agreement on Ferry Traffic.", "signed"),
        ("The signing of the Agreement on Ferry Traffic will open a new way.", "planned"),
        ("Under a new Memorandum of Cooperation on Harbours, Norway will train four captains.", "negotiated"),
        ("They discussed the implementation of the May 4 joint statement by Norway and Latvia.", "signed"),
        ("Norway and Latvia signed a memorandum to support the development of harbours.", "signed"),
        ("Norway and Latvia adopted a joint statement on the further development of ferry traffic.", "signed"),
        ("The ministers hailed the New START Treaty.", "in force"),
    ],
)
def test_a_status_is_that_of_the_deed_and_not_of_a_word_of_the_name(text: str, status: str) -> None:
    assert documents(text)[-1][1] == status


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("2015 Minsk Package of Measures", "Minsk agreements"),
        ("Charter with the North Atlantic Treaty Organization", None),
        ("North Atlantic Treaty", "North Atlantic Treaty"),
        ("Agreement on Ferry Traffic", None),
    ],
)
def test_a_known_document_is_known_by_its_whole_name(title: str, name: str | None) -> None:
    text = f"The ministers of Norway discussed the {title}."
    row = known_document(READER.scene(text, date=DATE), Span(text.index(title), len(text) - 1))
    assert (row or {}).get("name") == name


def test_a_document_that_binds_one_state_is_that_states_and_not_of_those_who_speak_of_it() -> None:
    text = "The ministers of Norway and Latvia reviewed the Joint Comprehensive Plan of Action on Iran's nuclear programme."
    (finding,) = READER.read(text, date=DATE).of_kind("agreement")
    assert parties(finding) == ["Iran"]
    assert [text[slot.span.start : slot.span.end] for slot in finding.all("parties") if slot.span] == ["Iran"]


def test_who_signs_a_document_that_binds_one_state_is_told_all_the_same() -> None:
    text = "Iran and the United States signed the Joint Comprehensive Plan of Action in Vienna."
    (finding,) = READER.read(text, date=DATE).of_kind("agreement")
    assert set(parties(finding)) == {"Iran", "United States"}


@pytest.mark.parametrize(
    ("text", "source", "expected"),
    [
        ("The ministers of Norway and Latvia told Ukraine and Russia to comply with the Minsk agreements.", None, ["Ukraine", "Russia"]),
        ("Russia and Norway spoke about the Minsk agreements, which Ukraine does not implement.", "President of Russia", ["Ukraine"]),
        ("President Andres Manuel Lopez Obrador of Mexico and President Joe Biden of the United States praised the United States-Mexico-Canada Agreement.",
         None, ["Mexico", "United States", "Canada"]),
        ("The ministers of Norway and Moldova praised the Association Agreement with the European Union.", None, ["Moldova", "European Union"]),
    ],
)  # fmt: skip
def test_a_document_that_everybody_knows_is_of_those_of_its_parties_whom_the_report_names(
    text: str, source: str | None, expected: list[str]
) -> None:
    reading = READER.read(text, date=DATE, source=source)
    assert set(parties(reading.of_kind("agreement")[0])) == set(expected)


def test_the_states_that_a_sentence_lists_as_signatories_are_the_parties() -> None:
    told = "Latvia became the sixth nation to sign the Harbour Accords. The other signatories of the Accords are "
    reading = READER.read(f"{told}Norway, Estonia, Finland, Poland and Sweden.", date=DATE)
    assert parties(reading.of_kind("agreement")[0]) == ["Latvia", "Norway", "Estonia", "Finland", "Poland", "Sweden"]


@pytest.mark.parametrize(
    ("text", "title", "status"),
    [
        ("Norway and Latvia signed an MoU, which will help both fleets.", "MoU", "signed"),
        ("The two ministers intend to sign a Ferry Charter.", "Ferry Charter", "planned"),
        ("The treaty that Norway signed with Latvia in 2015 still helps.", "treaty that Norway signed with Latvia in 2015", "signed"),
        ("A new ferry protocol was signed in Riga by the ministers of Norway and Latvia.", "new ferry protocol", "signed"),
        ("The agreement between Norway and Latvia has entered into force.", "agreement between Norway and Latvia", "in force"),
        ("The leaders praised the treaty between Norway and Latvia to open the ports.", "treaty between Norway and Latvia", "in force"),
    ],
)  # fmt: skip
def test_a_document_is_told_by_who_signs_it_and_its_title_ends_before_its_purpose(
    text: str, title: str, status: str
) -> None:
    assert documents(text) == [(title, status)]


@pytest.mark.parametrize(
    ("text", "sides"),
    [
        (
            "The leaders welcomed a memorandum between the Ferry Agency of Norway and Daugava Lines to train the crews.",
            ["Ferry Agency of Norway", "Daugava Lines"],
        ),
        (
            "They signed a Memorandum of Understanding between the Norwegian Ministry of Ports and Sea Rescue and the Latvian Ministry of Ports.",
            ["Norwegian Ministry of Ports and Sea Rescue", "Latvian Ministry of Ports"],
        ),
        ("They signed the Agreement between Norway, Estonia, and Latvia.", ["Norway", "Estonia", "Latvia"]),
        ("Norway and Latvia recalled the June 2021 NATO Summit Communique.", ["NATO"]),
        ("Norway urged all sides to keep to the terms of the July 2020 ceasefire in Ukraine, which Russia breaks.", ["Ukraine", "Russia"]),
    ],
)  # fmt: skip
def test_the_sides_of_a_document_are_those_that_its_title_names(text: str, sides: list[str]) -> None:
    (found,) = READER.read(text, date=DATE).of_kind("agreement")
    assert parties(found) == sides
