"""Who speaks in political news: officials without a name, "the congressman", lost marks, cues within what is said."""

import pytest
from tests.reading.reader import READER

pytest.importorskip("readout_en", reason="the English model is not installed")


def speakers(text, part):
    """The speakers of the shortest statement that holds a part of the text."""
    told = [f for f in READER.read(text).findings if f.kind == "statement" and part in f.span.of(text)]
    found = min(told, key=lambda f: f.span.end - f.span.start)
    return [str(slot.value) for slot in found.all("speaker")]


@pytest.mark.parametrize(
    ("text", "part", "speaker"),
    [
        ("Karl Lund met Anna Berg in May. Two officials said that the offer was gone.", "the offer", "Two officials"),
        ("The dispute has gone on for weeks. U.S. officials said that the plan would fail.", "the plan", "U.S. officials"),
        ("The dispute has gone on for weeks. Many Americans say that the plan will fail.", "the plan", "Many Americans"),
        ("Anna Berg wrote to Karl Lund. Officials in two towns said that the dam was safe.", "the dam", "Officials in two towns"),
    ],
)  # fmt: skip
def test_some_of_many_are_neither_their_country_nor_those_whom_a_text_names_first(text, part, speaker):
    assert speakers(text, part) == [speaker]


def test_the_administration_of_somebody_is_not_that_person():
    text = "Sen. Anna Berg spoke on Friday. Karl Lund said no. The Lund administration said that the plan would fail."
    assert speakers(text, "the plan") == ["Lund administration"]


@pytest.mark.parametrize(
    ("text", "part", "speaker"),
    [
        ("Peter Hall asked the gatherers to wait. Karl Lund questioned how anyone could read it all in two days. \"I read slower "
         "than that, and I am a fast reader.\"", "I read slower", "Karl Lund"),
        ("One of its members, Karl Lund, complained on the radio: “They could not agree on a timetable.”", "They could", "Karl Lund"),
        ("“She is a fine teacher, and this was madness,” confided a colleague who asked not to be named. Anna Berg would not "
         "answer.", "She is a fine", "colleague"),
        ("\"Not a chance,\" he said. Karl Lund, the chairman, was asked if he would resign.", "Not a chance", "Karl Lund"),
        ("Sen. Karl Lund, I-Maine, spoke. Anna Berg left. The independent said that the bill was dead.", "the bill", "Karl Lund"),
    ],
)  # fmt: skip
def test_whose_quotation_it_is_where_no_name_stands_beside_its_cue(text, part, speaker):
    assert speakers(text, part) == [speaker]


def test_whoever_is_told_of_in_the_words_does_not_say_them():
    text = "Its author, Karl Lund, warned that few had been asked. A good many, he joked, had come to the wrong house that day."
    assert speakers(text, "had come") == ["Karl Lund"]


def test_a_participle_behind_a_quotation_brings_what_comes_after_it():
    text = "Anna Berg was careful not to crow. She said the islands were “well able to read”, adding that her town would pay."
    assert speakers(text, "well able") == ["Anna Berg"]


@pytest.mark.parametrize(
    ("text", "part", "speaker"),
    [
        ("Karl Lund won the race. Anna Berg said, We ran against a strong team. If we had lost, nobody would have wept.\" It rained.",
         "We ran", "Anna Berg"),
        ("“The wall will be built, Senator Karl Lund said in Reno. “And soon.” Nobody clapped.", "The wall", "Karl Lund"),
        ("\"I have lived on that river, Anna Berg said. \"It does not smell like this.\" A study was made.", "I have lived", "Anna Berg"),
        ("\"It is a slight to the men who built it.“ The town will get seats. In a statement, Governor Karl Lund said, \"We put a "
         "lot of work into this.\"", "We put", "Karl Lund"),
    ],
)  # fmt: skip
def test_who_speaks_is_known_where_marks_are_lost_or_wrong(text, part, speaker):
    assert speakers(text, part) == [speaker]


def test_speech_that_lost_its_closing_mark_ends_before_what_the_reporter_tells():
    text = 'Anna Berg spoke. "We will not sell the mill. Karl Lund said on Monday that he had a buyer.'
    told = [f.span.of(text) for f in READER.read(text).findings if f.kind == "statement"]
    assert "We will not sell the mill" in told
