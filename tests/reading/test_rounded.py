"""Commitments that the network ends too early, or behind their end."""

from __future__ import annotations

import pytest
from tests.reading.reader import READER

from readout import Finding, Span
from readout.model import Slot
from readout.reading.proposals.rounded import rounded

TEXT = (
    "Norway will widen the port, including its two northern docks by 2027. Latvia will send ships to Oslo to train forty pilots, which took long. "
    "Norway will mend the bridge, the pride of the town. Latvia will buy pumps to dry the fields; it will dig a well."
)
SCENE = READER.scene(TEXT, date="2024-05-14")


def seen(words: str, rule: str = "network.commitment") -> Finding:
    at = Span(TEXT.index(words), TEXT.index(words) + len(words))
    return Finding("commitment", "r", at, (Slot("by", "Norway"),), rule, 0.9)


def whole(*words: str, rule: str = "network.commitment") -> list[str]:
    """What becomes of the words of commitments."""
    return [f.span.of(TEXT) for f in rounded(SCENE, [seen(w, rule) for w in words])]


@pytest.mark.parametrize(
    ("early", "told"),
    [
        ("widen the port", "widen the port, including its two northern docks by 2027"),
        ("send ships to Oslo", "send ships to Oslo to train forty pilots"),
        ("send ships to Oslo to train forty pilots, which took", "send ships to Oslo to train forty pilots"),
        ("mend the bridge", "mend the bridge"),
        ("buy pumps", "buy pumps to dry the fields"),
    ],
)
def test_examples_and_purpose_belong_to_an_action_and_a_relative_clause_does_not(early: str, told: str) -> None:
    assert whole(early) == [told]


def test_what_an_action_goes_on_with_tells_its_deadline_too() -> None:
    (finding,) = rounded(SCENE, [seen("widen the port")])
    assert finding.values("due") == ("2027",)
    assert finding.values("by") == ("Norway",)


def test_an_action_ends_where_another_begins() -> None:
    assert whole("send ships to Oslo", "train forty pilots") == ["send ships to Oslo", "train forty pilots"]


def test_what_a_rule_found_is_left_as_it_is() -> None:
    assert whole("widen the port", rule="en.commitment.will") == ["widen the port"]
