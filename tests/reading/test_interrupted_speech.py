"""Speech that its cue interrupts is one statement with all its parts."""

import pytest
from tests.reading.reader import READER

from readout import Finding, Span
from readout.model import Slot
from readout.reading.proposals.rejoined import rejoined

TEXT = '"We will never agree," Anna Berg said in Riga, "to what they want of us." Karl Lund said that he would.'
SCENE = READER.scene(TEXT, date="2024-05-14")


def at(words: str) -> Span:
    return Span(TEXT.index(words), TEXT.index(words) + len(words))


def statement(words: str, cue: Span, form: str = "direct", speaker: str = "Anna Berg") -> Finding:
    slots = (Slot("speaker", speaker), Slot("form", form), Slot("cue", "said", cue))
    return Finding("statement", "r", at(words), slots, "network.statement", 0.8)


def cue(behind: str) -> Span:
    start = TEXT.index("said", TEXT.index(behind))
    return Span(start, start + 4)


@pytest.mark.parametrize("form", ["direct", "indirect"])
def test_parts_on_both_sides_of_one_cue_are_one_statement(form: str) -> None:
    parts = [
        statement("We will never agree", cue("We will never agree"), form),
        statement("to what they want of us", cue("We will never agree"), speaker="Karl Lund"),
    ]
    (whole,) = rejoined(SCENE, parts)
    assert [span.of(TEXT) for span in whole.spans] == ["We will never agree", "to what they want of us"]
    assert (whole.values("speaker"), whole.values("form")) == (("Anna Berg",), ("direct",))


def test_what_other_cues_bring_stays_apart() -> None:
    parts = [
        statement("to what they want of us", cue("We will never agree")),
        statement("he would", cue("Karl Lund"), "indirect"),
    ]
    assert rejoined(SCENE, parts) == parts


def test_a_reading_holds_an_interrupted_quotation_once() -> None:
    told = [
        f
        for f in READER.read(TEXT, date="2024-05-14").findings
        if f.kind == "statement" and "We will never agree" in f.span.of(TEXT)
    ]
    assert [[span.of(TEXT) for span in f.spans] for f in told] == [["We will never agree", "to what they want of us"]]


@pytest.mark.parametrize(
    ("text", "speakers"),
    [
        ('"We are late again," said Anna Berg, who runs the port. "They were early today." Karl Lund said he was sorry.', ["Anna Berg"]),
        ('Anna Berg of Norway called the plan "a guess that wears a tie." Karl Lund said he had not read it.', []),
    ],
)  # fmt: skip
def test_a_quotation_that_a_full_stop_closes_is_not_of_the_next_sentence(text: str, speakers: list[str]) -> None:
    told = [f for f in READER.scene(text, date="2024-05-14").speeches if '"' in text[: f.span.end]]
    assert [str(slot.value) for f in told for slot in f.all("speaker")] == speakers
