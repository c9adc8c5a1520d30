"""Projects, how far they are, and what became of what was undertaken before."""

from __future__ import annotations

import pytest
from tests.reading.reader import READER

from readout.reading.finders import FINDERS


def told(text: str, kind: str, role: str) -> list[tuple[str, object]]:
    """The words of a kind's findings, each with the value of one role."""
    reading = READER.read(text, date="2024-05-14")
    return [(reading.quote(f), f.one(role).value) for f in reading.of_kind(kind)]  # type: ignore[union-attr]


@pytest.mark.parametrize(
    ("text", "name", "status"),
    [
        ("The President announced a new task force on ferry safety.", "new task force on ferry safety", "planned"),
        ("Norway and Latvia announced new programs for young sailors.", "new programs for young sailors", "planned"),
        ("The President thanked Latvia for the work on creating a Ferry Fund for the ports of Norway.", "Ferry Fund for the ports of Norway", "planned"),
        ("The ministers discussed Norway's Polar Ferry Program, which will link four ports.", "Norway's Polar Ferry Program", "underway"),
        ("The President studied a modern harbour complex project, which will serve four ports.", "modern harbour complex project", "planned"),
        ("Norway and Latvia began joint exercises in the Baltic Sea.", "joint exercises in the Baltic Sea", "underway"),
        ("The ministers discussed the construction of a bridge over the Daugava.", "construction of a bridge over the Daugava", "underway"),
        ("Norway and Latvia will establish the Trust Fund for Baltic Sailors.", "Trust Fund for Baltic Sailors", "planned"),
        ("The ministers discussed the work of the Baltic Ferry Accelerator.", "Baltic Ferry Accelerator", "underway"),
        ("The ministers welcomed the launch of the Joint Ferry Task Force.", "Joint Ferry Task Force", "underway"),
    ],
)  # fmt: skip
def test_what_is_set_up_is_a_project_and_the_words_around_tell_how_far_it_is(text: str, name: str, status: str) -> None:
    assert told(text, "project", "status") == [(name, status)]


@pytest.mark.parametrize(
    "text", ["The ministers discussed the Baltic Pension Fund.", "The ministers discussed the Royal Air Force."]
)
def test_a_body_that_bears_the_noun_of_a_project_is_none(text: str) -> None:
    assert told(text, "project", "status") == []


def test_the_rebuilding_of_a_whole_country_is_no_project() -> None:
    assert (
        told("The ministers discussed the reconstruction of the country after the floods.", "project", "status") == []
    )


@pytest.mark.parametrize(
    "text",
    [
        "Norway and Latvia will support programs to improve training in harbours.",
        "The ministers praised programs to train captains.",
    ],
)
def test_any_number_of_things_without_a_name_or_a_count_is_no_project(text: str) -> None:
    assert not READER.read(text, date="2024-05-14").of_kind("project")


def test_a_strategic_partnership_is_no_project() -> None:
    assert (
        told(
            "The ministers are committed to building a strategic partnership between our countries.",
            "project",
            "status",
        )
        == []
    )


@pytest.mark.parametrize(
    ("text", "about", "effect"),
    [
        ("Norway continues to refuse to implement the ferry agreement.", "Norway continues to refuse to implement the ferry agreement", "broken"),
        ("The talks were overshadowed by Norway's refusal to honour the ferry agreement.", "Norway's refusal to honour the ferry agreement", "broken"),
        ("The ministers drew attention to the violations by Norway of the ferry agreement.", "the violations by Norway of the ferry agreement", "broken"),
        ("Both sides reaffirmed the outcomes of the ferry talks in Riga.", "the outcomes of the ferry talks in Riga", "reaffirmed"),
        ("The minister described the steps taken to implement the ferry agreement.", "the steps taken to implement the ferry agreement", "underway"),
        ("Norway confirmed its readiness to fully implement the agreements reached in Riga.", "its readiness to fully implement the agreements reached in Riga", "reaffirmed"),
        ("The ministers welcomed the progress made on the ferry line.", "the progress made on the ferry line", "advanced"),
        ("The ministers reviewed progress on the ferry line.", "progress on the ferry line", "advanced"),
        ("The minister praised Norway's progress under the Ferry Strategy.", "Norway's progress under the Ferry Strategy", "advanced"),
        ("The ministers praised the implementation of the ferry agreement.", "the implementation of the ferry agreement", "underway"),
        ("Norway is not adhering to the ferry agreement.", "Norway is not adhering to the ferry agreement", "broken"),
        ("Norway is delivering on its ferry commitments.", "Norway is delivering on its ferry commitments", "fulfilled"),
    ],
)  # fmt: skip
def test_what_became_of_an_agreement_is_told_by_the_word_that_turns_it(text: str, about: str, effect: str) -> None:
    assert told(text, "progress", "effect") == [(about, effect)]


def test_the_main_verb_tells_what_became_of_a_thing_not_the_clause_that_describes_it() -> None:
    text = "The ministers met in Riga today. Phase two of the withdrawal, which was suspended in September 2023, was completed at the end of January."
    assert [effect for _, effect in told(text, "progress", "effect")] == ["fulfilled"]


def test_a_line_that_is_nearly_built_breaks_nothing() -> None:
    text = (
        "President of Estonia Alar Karis met with Prime Minister of Slovenia Robert Golob in Tallinn today. The sides discussed the gas "
        "deal, which was extended until 2030, and the third power transmission line, which is 80 percent complete."
    )
    assert "broken" not in [effect for _, effect in told(text, "progress", "effect")]


def test_whoever_sabotages_an_agreement_breaks_it() -> None:
    scene = READER.scene("The minister spoke of Norway's policy of sabotaging the ferry agreement.", date="2024-05-14")
    (found,) = FINDERS["progress"](scene)
    assert found.values("effect") == ("broken",)


def test_what_is_welcomed_as_done_is_progress_each_of_several_by_itself() -> None:
    text = "They welcomed several achievements, including the establishment of a ferry training program and the launch of a joint ferry line."
    assert told(text, "progress", "effect") == [
        ("the establishment of a ferry training program", "fulfilled"),
        ("the launch of a joint ferry line", "fulfilled"),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "The ministers welcomed the launch of the ferry line.",
        "The leaders looked forward to the launch of the ferry line.",
        "The leaders celebrated the anniversary of the establishment of relations.",
        "Following the outcomes of the ferry talks, the leaders reaffirmed their friendship.",
        "The leaders noted the importance of progress on the ferry line.",
        "The minister delivered remarks at the meeting on the Ferry Declaration.",
        "Some steps must be completed under the ferry treaty.",
    ],
)
def test_what_is_hoped_for_remembered_or_only_begun_is_no_progress(text: str) -> None:
    assert told(text, "progress", "effect") == []


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("Norway met Latvia in Riga.\n- Baltic Ferry Initiative: The governments will link four ports.", "planned"),
        (
            "Norway met Latvia in Riga.\n- Baltic Ferry Initiative (BFI): Norway has launched two lines since May.",
            "underway",
        ),
    ],
)
def test_what_stands_below_the_heading_of_a_project_tells_how_far_it_is(text: str, status: str) -> None:
    assert told(text, "project", "status")[0][1] == status


@pytest.mark.parametrize(
    ("text", "clause"),
    [
        ("The minister said that the work on the ferry line is underway.", "the work on the ferry line is underway"),
        (
            "The minister said that the ferry agreement is being implemented.",
            "the ferry agreement is being implemented",
        ),
    ],
)
def test_that_something_is_being_done_is_progress(text: str, clause: str) -> None:
    assert told(text, "progress", "effect") == [(clause, "underway")]


@pytest.mark.parametrize(
    "text", ["Norway asked whether the work on the ferry line is underway.", "The storm over the ports is being felt."]
)
def test_what_is_but_asked_and_what_nobody_does_is_no_progress(text: str) -> None:
    assert told(text, "progress", "effect") == []
