"""Documents that parties issue together: what makes a joint statement one, and what does not."""

from __future__ import annotations

import pytest
from tests.reading.reader import READER


def titles(text: str) -> list[str]:
    reading = READER.read(text, date="2024-05-14")
    return [reading.quote(f) for f in reading.of_kind("agreement")]


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("President of Latvia Edgars Rinkēvičs met with President of Finland Alexander Stubb. A Joint Statement was signed.", "Joint Statement"),
        ("Finland and Latvia held talks in Riga. The ministers agreed on a joint communiqué and the next meeting.", "joint communiqué"),
        ("Finland and Latvia held talks in Riga. The harbours matter, as we noted in our joint statement.", "joint statement"),
        ("Office of the Spokesperson. The following is a joint statement by the Governments of Finland and Latvia.",
         "joint statement by the Governments of Finland and Latvia"),
        ("Norway and Latvia work on a draft bilateral political declaration.", "draft bilateral political declaration"),
    ],
)  # fmt: skip
def test_a_statement_of_several_parties_is_a_document(text: str, title: str) -> None:
    assert titles(text) == [title]


def test_a_joint_document_is_told_once() -> None:
    text = "Finland and Latvia signed a joint statement on ferries. The joint statement names four ports."
    assert titles(text) == ["joint statement on ferries"]


def test_the_statement_of_one_is_no_document() -> None:
    assert titles("Finland and Latvia held talks in Riga. The minister made a statement on ferries to the press.") == []


@pytest.mark.parametrize(
    ("title", "text", "by"),
    [
        ("G7 Leaders’ Statement on Floods", "We, the Leaders of the Group of Seven (G7), met online on May 12. We will send more pumps.", ["G7"]),
        ("Norway-Latvia Communiqué on Ferries", "The following statement was signed by Foreign Minister of Norway Anniken Huitfeldt and Foreign "
         "Minister of Latvia Edgars Rinkevics in Riga. Norway and Latvia intend to open a ferry line by 2026.", ["Norway", "Latvia"]),
        ("Norway – Latvia Framework for Ferries", "Whereas the strait is busy, Norway and Latvia (together, the “Participants”) work together. "
         "The Participants intend to open a ferry line by 2026.", ["Norway", "Latvia"]),
        ("Joint Leaders Statement on Ferries",
         "As leaders of Norway, Latvia and Finland, guided by long friendship, we resolve to open a ferry line by 2026.", ["Norway", "Latvia", "Finland"]),
        ("Joint Statement on the Norway-Latvia Partnership",
         "Thirty years after its independence the friendship is strong. The sides will open a ferry line by 2026.", ["Norway", "Latvia"]),
        ("G7 Foreign Ministers’ Statement", "The text of the following statement was released by the G7 foreign ministers of Canada, France and Italy. "
         "We will open a ferry line by 2026.", ["Canada", "France", "Italy"]),
        ("Ministers of Four States Warn China", "1. We, the Foreign Ministers of Norway, Latvia, and Finland, met in Riga. 2. We will open a ferry line by 2026.",
         ["Norway", "Latvia", "Finland"]),
        ("Joint Statement of the Ferry Forum", "The shocks of storms and wars have shown how much the coasts need ferries that run in all weathers. "
         "The harbours are old, the crews are few, the lines are long, and the ports that were built after the war can no longer serve the ships "
         "that call there every day in summer and in winter. Norway, Latvia, and Finland (hereinafter the “Participants”) work together. "
         "We will open a ferry line by 2026.", ["Norway", "Latvia", "Finland"]),
        ("Ferry Lines Declaration", "Today, Norway, Latvia, and Finland affirm that ferries matter. As a first step we will open a ferry line by 2026.",
         ["Norway", "Latvia", "Finland"]),
        ("Statement by Norway, Latvia, and Finland on Ferries", "Ferries are old. We will open a ferry line by 2026.", ["Norway", "Latvia", "Finland"]),
    ],
)  # fmt: skip
def test_what_a_joint_document_undertakes_is_signed_by_its_parties(title: str, text: str, by: list[str]) -> None:
    told = READER.read(text, title=title, date="2024-05-14").of_kind("commitment")
    assert [(list(f.values("by")), f.values("strength")) for f in told] == [(by, ("signed",))]


def test_a_statement_of_one_is_signed_by_nobody() -> None:
    text = "Norway and Latvia are neighbours. We will open a ferry line by 2026."
    told = READER.read(text, title="Statement by the Foreign Minister on Ferries", date="2024-05-14").of_kind(
        "commitment"
    )
    assert [f.values("strength") for f in told] == [("pledged",)]


def test_those_who_release_a_statement_are_not_what_they_spoke_of() -> None:
    text = (
        "The text of the following statement was released by the Governments of Finland, Latvia, and Norway, which met today to "
        "discuss the crisis in Syria.\n\nBegin text:\n\nWe commit to open a new ferry line by 2030."
    )
    reading = READER.read(text, title="Joint Statement on the Meeting", date="2024-05-14")
    (commitment,) = reading.of_kind("commitment")
    assert set(commitment.values("by")) == {"Finland", "Latvia", "Norway"}


def test_remarks_in_joint_press_statements_are_no_document_of_the_parties() -> None:
    text = "PRIME MINISTER STØRE: Norway will open a ferry line by 2026."
    title = "Remarks by Prime Minister Støre of Norway and President Rinkēvičs of Latvia in Joint Press Statements"
    told = READER.read(text, title=title, date="2024-05-14").of_kind("commitment")
    assert [f.values("strength") for f in told] == [("pledged",)]


@pytest.mark.parametrize(
    ("title", "by"),
    [
        ("FACT SHEET: U.S.-Norway Harbour Partnership", {"United States", "Norway"}),
        ("FACT SHEET: President Biden Launches the U.S.-Norway Harbour Partnership", {"United States"}),
        ("FACT SHEET: Harbours of Norway", {"United States"}),
    ],
)
def test_we_in_a_fact_sheet_are_those_whom_a_dash_joins_in_its_headline(title: str, by: set[str]) -> None:
    text = "Harbours matter to trade. In Kenya, we will build ten harbours by 2026."
    reading = READER.read(text, title=title, date="2024-05-14", source="The White House")
    (commitment,) = reading.of_kind("commitment")
    assert set(commitment.values("by")) == by
