"""A meeting is told once, took place, and is of those whose it is by the words around its noun."""

from __future__ import annotations

from dataclasses import replace

import pytest
from tests.reading.reader import READER

from readout import Finding, Span
from readout.model import Slot
from readout.reading.finders import rules_alone
from readout.reading.finders.encounters.ahead import in_future
from readout.reading.finders.encounters.encounter import Vocabulary
from readout.reading.finders.encounters.guests import visitor
from readout.reading.finders.encounters.owners import met_before, owners_of, partner
from readout.reading.finders.meetings.again import once, points_back
from readout.reading.finders.meetings.unmet import lies_ahead
from readout.reading.proposals import told_as_meetings

TALKS = "President of Latvia Egils Levits met with President of Finland Sauli Niinisto in Riga on March 7. "


def told(text: str, words: str, word: str, kind: str = "talks") -> tuple[object, Finding, int]:
    """The scene of a text, a meeting at some words of it, and the number of the word that tells it."""
    scene = READER.scene(text, date="2023-03-10")
    at = Span(text.index(words), text.index(words) + len(words))
    tells = Span(at.start + words.index(word), at.start + words.index(word) + len(word))
    parties = scene.cast.persons.parties[:2]
    slots = (*(Slot("participants", p.name, None, p.id) for p in parties), Slot("kind", kind, tells))
    return scene, Finding("meeting", "r", at, slots, "network.meeting", 0.6), scene.words_of(tells)[0]


@pytest.mark.parametrize(
    ("clause", "word", "ahead"),
    [
        ("the upcoming summit in Oslo", "summit", True),
        ("the March 29 summit in Oslo", "summit", True),
        ("the ministers will hold talks", "talks", True),
        ("the March 1 summit in Oslo", "summit", False),
        ("the ministers held talks", "talks", False),
        ("the work ahead of the summit in Oslo", "summit", True),
        ("the work in advance of the Baltic summit in Oslo", "summit", True),
        ("the work ahead of the March 1 summit in Oslo", "summit", False),
        ("the summit in Oslo next month", "summit", True),
        ("details about the visit to Oslo", "visit", True),
        ("the first such visit of a president to Oslo", "visit", True),
        ("she postponed her visit to Oslo", "visit", True),
    ],
)
def test_a_meeting_that_lies_ahead_did_not_take_place(clause: str, word: str, ahead: bool) -> None:
    scene, finding, _ = told(f"{TALKS}He spoke of it and {clause}.", clause, word)
    assert lies_ahead(scene, finding) is ahead  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("clause", "word", "back"),
    [
        ("the talks", "talks", True),
        ("our current visit", "visit", True),
        ("the last talks", "talks", False),
        ("the Oslo summit", "summit", False),
    ],
)
def test_words_that_point_back_to_a_meeting_tell_no_second_one(clause: str, word: str, back: bool) -> None:
    scene, finding, _ = told(f"{TALKS}He was glad of {clause}.", clause, word)
    first = told(TALKS, "met", "met")[1]
    assert points_back(scene, finding) is back  # type: ignore[arg-type]
    assert len(once(scene, [first, finding])) == (1 if back else 2)  # type: ignore[arg-type]


def test_words_that_point_back_are_kept_where_nothing_was_told_before() -> None:
    scene, finding, _ = told(f"{TALKS}He was glad of the talks.", "the talks", "talks")
    assert once(scene, [finding]) == [finding]  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("text", "noun", "names"),
    [
        ("He praised the Russian-French Security Cooperation Council meeting.", "meeting", {"Russia", "France"}),
        ("They recalled the U.S.-India 2+2 Ministerial Dialogue.", "Dialogue", {"United States", "India"}),
        ("They recalled the talks between Norway and Latvia.", "talks", {"Norway", "Latvia"}),
    ],
)
def test_a_noun_belongs_to_the_states_before_it_and_behind_of(text: str, noun: str, names: set[str]) -> None:
    scene = READER.scene(text)
    assert {p.name for p in owners_of(scene, scene.words.form.index(noun))} == names


def test_a_visitor_is_the_one_of_whom_the_clause_tells_that_he_visits() -> None:
    scene = READER.scene(
        "President of Latvia Egils Levits met with President of Finland Sauli Niinisto, who is on a visit to Riga."
    )
    assert [p.name for p in visitor(scene, scene.words.form.index("visit"))] == ["Sauli Niinisto"]


def test_the_other_side_is_the_one_who_speaks_of_the_meeting() -> None:
    text = "Egils Levits said so after a meeting with President of Finland Sauli Niinisto."
    scene = READER.scene(text)
    assert [p.name for p in partner(scene, scene.words.form.index("meeting"))] == ["Egils Levits"]


def test_talks_of_nobody_are_of_those_who_met() -> None:
    text = f"{TALKS}The sides praised the talks held in Oslo on March 1."
    scene = READER.scene(text, date="2023-03-10")
    READER.weighing.findings(scene)
    last = len(scene.words) - 1
    assert {p.name for p in met_before(scene, last)} == {"Egils Levits", "Sauli Niinisto"}


def test_a_dialogue_that_is_told_as_a_meeting_is_no_document_of_its_own() -> None:
    words = "the U.S.-Armenia Strategic Dialogue"
    scene, meeting, _ = told(f"{TALKS}They opened {words}.", words, "Dialogue")
    paper = replace(meeting, kind="agreement", rule="network.agreement", score=0.5, slots=())
    assert told_as_meetings(scene, [meeting, paper]) == [meeting]  # type: ignore[arg-type]
    surer = replace(paper, score=0.9)
    assert told_as_meetings(scene, [meeting, surer]) == [meeting, surer]  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("clause", "word", "ahead"),
    [
        ("at their meeting in Oslo", "meeting", True),
        ("at an event hosted by Norway", "hosted", True),
        ("at their last meeting in Oslo", "meeting", False),
    ],
)
def test_a_meeting_at_which_something_will_be_done_did_not_take_place(clause: str, word: str, ahead: bool) -> None:
    scene, finding, _ = told(f"{TALKS}The ministers will review the line {clause}.", clause, word)
    assert lies_ahead(scene, finding) is ahead  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("sentence", "clause", "word", "wished"),
    [
        ("They spoke of the importance of holding a meeting in Oslo.", "a meeting in Oslo", "meeting", True),
        ("They discussed the possibility of Latvia's participation in the summit.", "the summit", "summit", True),
        ("They spoke of the importance of the meeting held in Oslo.", "the meeting held in Oslo", "meeting", False),
    ],
)
def test_a_meeting_that_might_be_held_did_not_take_place(sentence: str, clause: str, word: str, wished: bool) -> None:
    scene, finding, _ = told(f"{TALKS}{sentence}", clause, word)
    assert lies_ahead(scene, finding) is wished  # type: ignore[arg-type]


def test_a_visit_that_is_being_paid_does_not_lie_ahead() -> None:
    text = "He met with President of Finland Sauli Niinisto, who is paying an official visit to Latvia."
    scene = READER.scene(text, date="2023-03-10")
    assert not in_future(scene, Vocabulary(scene.pack), scene.words.form.index("paying"))


def test_a_demand_is_no_call() -> None:
    text = "We reiterate our strong call upon Latvia and Sweden to lower the tolls."
    scene = READER.scene(text, title="Joint Statement by Norway and Finland", date="2023-03-10")
    assert not [f for f in rules_alone(scene) if f.kind == "meeting"]


@pytest.mark.parametrize(
    ("words", "word", "back"),
    [
        ("The two leaders also spoke about the tolls", "spoke", True),
        ("The two leaders also spoke with Sweden", "spoke", False),
        ("President of Sweden Ulf Svensson spoke about the tolls", "spoke", False),
    ],
)
def test_the_two_who_met_only_go_on_talking(words: str, word: str, back: bool) -> None:
    scene, finding, _ = told(f"{TALKS}{words}.", words, word)
    assert points_back(scene, finding) is back  # type: ignore[arg-type]


def test_a_greeting_is_no_part_of_a_call_that_is_remembered() -> None:
    text = f"{TALKS}It is great to see you here. They had spoken by phone on March 1."
    scene, greeting, _ = told(text, "It is great to see you here", "see")
    call = told(text, "They had spoken by phone on March 1", "spoken", "call")[1]
    talks = replace(call, slots=(*call.slots[:-1], replace(call.slots[-1], value="talks")))
    greeting = replace(greeting, rule="en.meeting.greeting")
    assert once(scene, [greeting, call]) == [greeting, call]  # type: ignore[arg-type]
    assert once(scene, [greeting, talks]) == [talks]  # type: ignore[arg-type]


def test_nobody_greets_a_journalist_at_a_table_of_talks() -> None:
    text = "QUESTION: Thank you for joining us.\n\nSECRETARY BLINKEN: Thanks, Martha. Good to be with you. Thank you."
    met = READER.read(text, title="Secretary Blinken with Martha Raddatz", date="2023-03-10").of_kind("meeting")
    assert not met


def test_what_one_did_with_another_is_as_many_meetings_as_verbs_tell() -> None:
    text = (
        "President of Finland Sauli Niinisto held a welcoming ceremony for President of Latvia Egils Levits, held talks with him, "
        "and visited the port of Turku."
    )
    told = {finding.span.of(text): finding.values("kind") for finding in READER.read(text).of_kind("meeting")}
    assert told == {
        "President of Finland Sauli Niinisto held a welcoming ceremony": ("ceremony",),
        "held talks with him": ("talks",),
    }


def test_what_a_meeting_was_is_no_meeting_of_its_own() -> None:
    text = (
        "President of Finland Sauli Niinisto met President of Latvia Egils Levits in Turku. "
        "It was the first meeting of the two presidents since the January floods in Latvia."
    )
    told = [finding.span.of(text) for finding in READER.read(text, date="2023-03-10").of_kind("meeting")]
    assert told == ["President of Finland Sauli Niinisto met President of Latvia Egils Levits"]
