"""Words of welcome at the table of a transcript: whole, with the address, and told once."""

from __future__ import annotations

import pytest
from tests.reading.reader import READER

from readout import Finding, Slot, Span
from readout.reading.finders.meetings.again import once
from readout.reading.finders.meetings.welcomes import whole_welcomes
from readout.reading.scene import Scene

TITLE = "Remarks by President Niinisto and President Levits Before Their Meeting"
REPLY = "\n\nPRESIDENT LEVITS: Thank you, Sauli. Our countries are close.\n\nPRESIDENT NIINISTO: They are. Thank you."


def scene_of(welcome: str) -> Scene:
    return READER.scene(f"PRESIDENT NIINISTO: {welcome} It rains a lot here.{REPLY}", title=TITLE, date="2023-03-10")


def met(scene: Scene, words: str, rule: str = "network.meeting", score: float = 0.7) -> Finding:
    """Talks of the two at the table on the report's day, told by some words."""
    start = scene.report.text.index(words)
    parties = scene.cast.persons.parties[:2]
    slots = [Slot("participants", p.name, None, p.id) for p in parties]
    slots += [Slot("kind", "talks", Span(start, start + 3)), Slot("date", "2023-03-10", None)]
    return Finding("meeting", "r", Span(start, start + len(words)), tuple(slots), rule, score)


@pytest.mark.parametrize(
    ("welcome", "words", "whole"),
    [
        ("Mr. President, welcome.", "welcome", "Mr. President, welcome"),
        ("Welcome, Mr. President.", "Welcome", "Welcome, Mr. President"),
        ("Welcome, Mr. President. Welcome back to Helsinki.", "Welcome", "Welcome, Mr. President. Welcome back to Helsinki"),
        ("I must say, welcome to Helsinki.", "welcome to Helsinki", "welcome to Helsinki"),
    ],
)  # fmt: skip
def test_an_address_and_a_welcome_that_goes_on_belong_to_the_welcome(welcome: str, words: str, whole: str) -> None:
    scene = scene_of(welcome)
    (found,) = whole_welcomes(scene, [met(scene, words)])
    assert found.span.of(scene.report.text) == whole


def test_two_welcomes_one_after_the_other_are_one() -> None:
    scene = scene_of("Welcome to Helsinki. Welcome back to Finland.")
    found = whole_welcomes(scene, [met(scene, "Welcome to Helsinki"), met(scene, "Welcome back to Finland", score=0.9)])
    assert [(f.span.of(scene.report.text), f.score) for f in found] == [
        ("Welcome to Helsinki. Welcome back to Finland", 0.9)
    ]


@pytest.mark.parametrize(("score", "rule"), [(0.6, "en.meeting.greeting"), (0.9, "network.meeting")])
def test_a_greeting_is_not_lost_for_less_likely_words_beside_it(score: float, rule: str) -> None:
    scene = scene_of("Great to see you, Mr. President.")
    greeting = met(scene, "Great to see you", "en.meeting.greeting", 0.8)
    (kept,) = once(scene, [greeting, met(scene, "It rains a lot here", score=score)])
    assert kept.rule == rule
