"""Commitments that the network ends too early, or behind their end."""

from __future__ import annotations

import pytest
from tests.reading.reader import READER

from readout import Finding, Span
from readout.model import Slot
from readout.reading.proposals.propose import before_next
from readout.reading.proposals.rounded import rounded

TEXT = (
    "Norway will widen the port, including its two northern docks by 2027. Latvia will send ships to Oslo to train forty pilots, which took long. "
    "Norway will mend the bridge, the pride of the town. Latvia will buy pumps to dry the fields; it will dig a well. "
    "Latvia confirmed the provision of emergency aid to the coast. The ferry will sail to Riga. Norway will open a port and will train pilots."
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
        ("the provision of", "the provision of emergency aid to the coast"),
        ("The ferry will", "The ferry will sail to Riga"),
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


def test_words_without_a_verb_that_but_open_another_finding_are_none() -> None:
    assert whole("the provision of", "emergency aid to the coast") == ["emergency aid to the coast"]


def test_one_word_is_no_action() -> None:
    assert whole("widen", rule="en.commitment.will") == []


def test_an_action_ends_before_the_words_with_which_the_next_begins() -> None:
    start = TEXT.index("open a port and will")
    first, last = SCENE.words_of(Span(start, start + len("open a port and will")))
    assert SCENE.words.said(first, before_next(SCENE, first, last)) == "open a port"
    assert before_next(SCENE, first, last - 2) == last - 2


@pytest.mark.parametrize(
    ("sentence", "action"),
    [
        ("Norway will open a school in Riga, and I thank our hosts for that.", "open a school in Riga"),
        ("Norway will open a school in Riga, so that all may learn.", "open a school in Riga"),
        ("Norway will open a school and they will build a port in Riga.", "open a school"),
        ("Norway will open a school in Riga, and a port in Oslo.", "open a school in Riga, and a port in Oslo"),
    ],
)
def test_a_clause_about_somebody_belongs_to_no_action_before_it(sentence: str, action: str) -> None:
    scene = READER.scene(sentence, date="2024-05-14")
    said = Span(sentence.index("open"), len(sentence) - 1)
    found = Finding("commitment", "r", said, (Slot("by", "Norway"),), "en.commitment.will", 0.9)
    assert [f.span.of(sentence) for f in rounded(scene, [found])] == [action]
