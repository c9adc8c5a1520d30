"""Whose acts the items of a list are."""

from __future__ import annotations

import pytest
from tests.reading.reader import READER

from readout.reading.finders import rules_alone
from readout.reading.finders.commitments.openers import opener

TALKS = "President of Latvia Edgars Rinkēvičs met with Prime Minister of Norway Jonas Gahr Støre."


def opened(text: str, word: str) -> list[str]:
    """Who opens the list in which a word stands, by the text; nobody where it stands in none."""
    scene = READER.scene(text, date="2024-05-14")
    list(rules_alone(scene))
    found = opener(scene, scene.words.form.index(word))
    return [party.name for party in found[0]] if found else []


@pytest.mark.parametrize(
    "between",
    [
        "\n\n- ",
        "\n\n- Opening a school in Riga.\n\n- ",
        "\n\nHarbours and Ferries\n\n- Opening a school in Riga.\n\nSupporting Schools:\n\n• ",
    ],
)
def test_the_items_of_a_list_are_acts_of_the_subject_that_opens_it(between: str) -> None:
    text = (
        f"{TALKS} At this meeting, Finland and Estonia launched new initiatives, including:{between}Launching a fund."
    )
    assert opened(text, "Launching") == ["Finland", "Estonia"]


def test_a_paragraph_between_ends_a_list() -> None:
    text = f"Finland launched new initiatives:\n\n- Opening a school.\n\n{TALKS} They spoke of ferries and of the old harbour.\n\n- Launching a fund."
    assert opened(text, "Launching") == []


def test_what_is_no_item_has_no_opener() -> None:
    assert opened(f"Finland launched new initiatives:\n\nLaunching a fund is one of them. {TALKS}", "Launching") == []
