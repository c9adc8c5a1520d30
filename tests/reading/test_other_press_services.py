"""Reports as the press services of other countries and organisations print them."""

from __future__ import annotations

import pytest
from tests.reading.reader import READER

from readout.model import Span
from readout.reading.actors.capitals import in_small_letters
from readout.reading.annotate.bullets import plain_bullets
from readout.reading.finders.commitments.amounts import amount

MET = "President of Poland Andrzej Duda met with President of Lithuania Gitanas Nausėda in Vilnius on 3 May 2023."


def spoken(text: str, date: str = "2023-05-03") -> list[tuple[str, tuple[object, ...], tuple[object, ...]]]:
    """The statements of a text with their speakers and forms."""
    reading = READER.read(text, date=date)
    return [(reading.quote(f), f.values("speaker"), f.values("form")) for f in reading.of_kind("statement")]


def met(text: str, date: str | None = "2023-05-03") -> list[tuple[tuple[object, ...], tuple[object, ...]]]:
    """The participants and places of a text's meetings."""
    return [(f.values("participants"), f.values("place")) for f in READER.read(text, date=date).of_kind("meeting")]


def test_a_readout_in_a_spokespersons_quote_marks_is_read_as_an_account() -> None:
    text = (
        "A Foreign Ministry spokesperson said:\n“Foreign Minister of Norway Anniken Huitfeldt met Foreign Minister of Latvia Edgars Rinkēvičs "
        "in Riga today.\n“The ministers agreed to open a ferry line by 2026.”"
    )
    assert spoken(text) == []
    (commitment,) = READER.read(text, date="2023-05-03").of_kind("commitment")
    assert commitment.values("by") == ("Anniken Huitfeldt", "Edgars Rinkēvičs")


def test_what_a_spokesperson_says_in_the_first_person_stays_a_statement() -> None:
    text = "A Foreign Ministry spokesperson said:\n“We welcome the ferry line of Norway and Latvia and we will support it.”"
    assert [form for *_, form in spoken(text)] == [("direct",)]


def test_speech_between_dashes_is_direct_where_somebody_said_it() -> None:
    text = f"{MET}\n- We will build the bridge together - said the Polish President.\n– Poland is our closest partner – President Nausėda stressed."
    assert spoken(text) == [
        ("We will build the bridge together", ("Andrzej Duda",), ("direct",)),
        ("Poland is our closest partner", ("Gitanas Nausėda",), ("direct",)),
    ]


def test_plurals_without_an_article_mean_those_who_met() -> None:
    text = f"{MET} Leaders condemned the attack on the port."
    assert [speaker for _, speaker, _ in spoken(text)] == [("Andrzej Duda", "Gitanas Nausėda")]


def test_a_body_is_meant_by_the_noun_of_its_name() -> None:
    text = "The European Commission met with the Government of Moldova in Chisinau. The Commission said that trade had grown."
    assert [speaker for _, speaker, _ in spoken(text)] == [("European Commission",)]


@pytest.mark.parametrize(
    ("told", "place"),
    [
        ("In Riga, she met with President of Latvia Egils Levits.", "Riga"),
        ("During her visit to Riga, Huitfeldt met with President of Latvia Egils Levits for talks.", "Riga"),
        ("Huitfeldt met on Monday morning in Portsmouth with President of Latvia Egils Levits.", "Portsmouth"),
    ],
)
def test_a_meeting_was_where_the_words_around_its_verb_say(told: str, place: str) -> None:
    text = f"Foreign Minister of Norway Anniken Huitfeldt began her journey. {told}"
    assert (place,) in [where for _, where in met(text)]


def test_a_headline_adds_its_place_to_the_meeting_that_the_text_tells() -> None:
    text = "The Presidents of Poland and Lithuania held talks in Vilnius\n\nPresident of Poland Andrzej Duda met with President of Lithuania Gitanas Nausėda on Tuesday."
    assert met(text) == [(("Andrzej Duda", "Gitanas Nausėda"), ("Vilnius",))]


def test_a_meeting_that_a_summary_tells_in_full_is_told_once() -> None:
    text = (
        f"Talks in Vilnius.\n\n{MET}\n\nNotes for the press follow. The ferry line is new.\n\nPresident of Poland Andrzej Duda met with President "
        "of Lithuania Gitanas Nausėda on 3 May 2023 at the palace."
    )
    assert len(met(text)) == 1


def test_a_press_conference_is_no_meeting() -> None:
    text = f"{MET} The President of Poland spoke at a news conference at the palace."
    assert len(met(text)) == 1


def test_who_writes_in_the_first_person_is_named_above() -> None:
    text = (
        "MEDIA RELEASE\nSENATOR THE HON PENNY WONG\nMINISTER FOR FOREIGN AFFAIRS\n\nToday I met with Prime Minister of Fiji Sitiveni Rabuka in Suva. "
        "I thanked him for the warm welcome."
    )
    assert met(text, "2023-02-01")[0][0] == ("Penny Wong", "Sitiveni Rabuka")


@pytest.mark.parametrize(
    ("action", "figures"),
    [
        ("deliver 14 Leopard 2 tanks to Ukraine", "14 tanks"),
        ("deliver 20 modern tanks", "20 tanks"),
        ("repair Leopard 2 tanks", None),
    ],
)
def test_the_figure_of_a_model_is_no_amount(action: str, figures: str | None) -> None:
    found = [slot.value for slot in amount(action, Span(0, len(action))) if slot.role == "quantity"]
    assert found == ([figures] if figures else [])


def test_strange_marks_of_lists_are_read_as_dashes_of_the_same_length() -> None:
    text = "They agreed to:\n■ open a line;\n  a. build a port\n(b) train crews\nA. Novak spoke."
    plain = plain_bullets(text)
    assert len(plain) == len(text)
    assert [line.lstrip()[0] for line in plain.split("\n")] == ["T", "-", "-", "-", "A"]


def test_an_action_ends_before_what_else_is_said() -> None:
    text = f"{MET} Duda said that Poland would send a new ferry within weeks, and that the training of crews would begin in June."
    actions = [READER.read(text).quote(f) for f in READER.read(text).of_kind("commitment")]
    assert "send a new ferry within weeks" in actions


@pytest.mark.parametrize(
    ("printed", "shown"),
    [
        ("António COSTA", "António Costa"),
        ("ISHIBA Shigeru", "Ishiba Shigeru"),
        ("Nana Addo Dankwa AKUFO-ADDO", "Nana Addo Dankwa Akufo-Addo"),
        ("Ursula von der LEYEN", "Ursula von der Leyen"),
        ("JD Vance", "JD Vance"),
        ("Lloyd J. Austin III", "Lloyd J. Austin III"),
        ("H.E. Bola TINUBU", "H.E. Bola Tinubu"),
    ],
)
def test_names_in_capitals_are_shown_in_small_letters(printed: str, shown: str) -> None:
    assert in_small_letters(printed) == shown


def test_what_somebody_undertakes_not_to_do_is_told_with_its_not() -> None:
    text = "Prime Minister of Latvia Evika Siliņa met the press in Riga. Siliņa pledged not to close the ferry line."
    assert [READER.read(text).quote(f) for f in READER.read(text).of_kind("commitment")] == [
        "not to close the ferry line"
    ]


def test_a_reported_clause_ends_before_what_its_speaker_did_next() -> None:
    text = f"{MET} Duda said that Poland supports the ferry line and promised that his country would build a port."
    assert [content for content, *_ in spoken(text)] == [
        "Poland supports the ferry line",
        "his country would build a port",
    ]


def test_a_summit_on_whose_margins_others_met_is_not_told_of() -> None:
    text = "President of Poland Andrzej Duda met with President of Lithuania Gitanas Nausėda on the margins of the NATO Summit in Madrid on 29 June 2022."
    assert [who for who, _ in met(text, "2022-06-29")] == [("Andrzej Duda", "Gitanas Nausėda")]


def test_where_they_met_is_where_somebody_travelled() -> None:
    text = "Foreign Minister of Norway Anniken Huitfeldt travelled to Riga on Monday, where she met with President of Latvia Egils Levits."
    assert ("Riga",) in [where for who, where in met(text) if len(who) == 2]


def test_the_latin_american_chancellor_is_the_foreign_minister() -> None:
    text = (
        "Readout by Itamaraty\nItamaraty\nMinister of Foreign Affairs of Brazil Mauro Vieira met with Federal Minister for Foreign Affairs of Germany "
        "Annalena Baerbock in Brasília today. The Brazilian chancellor stressed the value of the forests."
    )
    assert [speaker for _, speaker, _ in spoken(text, "2023-06-05")] == [("Mauro Vieira",)]


def test_praise_ends_before_what_its_speaker_did_next() -> None:
    text = f"{MET} President Duda commended Lithuania for spending more on ferries and reaffirmed the strength of the partnership."
    assert [content for content, *_ in spoken(text)] == ["spending more on ferries", "the strength of the partnership"]


def test_an_action_ends_before_a_body_that_told_of_it() -> None:
    text = "Norway and Latvia agreed to extend the ferry line to Finland, Norway's foreign ministry said, after talks in Riga."
    actions = [READER.read(text).quote(f) for f in READER.read(text).of_kind("commitment")]
    assert actions == ["extend the ferry line to Finland"]


def test_a_communique_without_a_title_is_the_organisations_that_its_head_names() -> None:
    text = (
        "COMMUNIQUÉ OF THE EXTRAORDINARY ASSEMBLY OF IGAD ON THE SITUATION IN SUDAN\n18 January 2024, Entebbe, Uganda\n\nThe Assembly,\n"
        "1. EXPRESSES deep concern over the recent fighting between the parties in the north;\n2. WELCOMES the appointment of a new envoy."
    )
    assert {speaker for _, speaker, _ in spoken(text)} == {("IGAD",)}
