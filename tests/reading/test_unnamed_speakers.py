"""Who speaks and has no name is told by the words of the report, and not taken for somebody who has one."""

import pytest
from tests.reading.reader import READER

pytest.importorskip("readout_en", reason="the English model is not installed")


def speakers(text, part):
    """The speakers of the statement that holds a part of the text."""
    reading = READER.read(text, date="2024-05-14")
    told = [f for f in reading.findings if f.kind == "statement" and part in f.span.of(text)]
    return [str(slot.value) for slot in told[0].all("speaker")]


@pytest.mark.parametrize(
    ("text", "part", "speaker"),
    [
        ("Anna Berg flew to Riga. Two aides of the mayor said that the bridge would open in May.", "the bridge", "Two aides of the mayor"),
        ("Anna Berg flew to Riga. A study of the harbour found that trade had doubled in a decade.", "trade had", "study of the harbour"),
        ("Anna Berg flew to Riga. One of the authors wrote that the figures were wrong.", "the figures", "One of the authors"),
        ("Anna Berg met Karl Lund. They left. One of them said that the figures were wrong.", "the figures", "One of them"),
        ("Anna Berg flew to Riga. \"We were never told about any of this,\" an aide said.", "We were never", "aide"),
    ],
)  # fmt: skip
def test_those_without_a_name_speak_by_their_words(text, part, speaker):
    assert speakers(text, part) == [speaker]


def test_a_title_behind_the_article_is_the_person_who_was_called_so():
    text = "Chief Justice Karl Lund opened the hearing. Anna Berg spoke first. The chief justice said that the border had moved."
    assert speakers(text, "the border") == ["Karl Lund"]


def test_a_clause_between_commas_names_the_speaker():
    text = "Karl Lund was in Riga. The party as a whole, Anna Berg noted, had lost one seat in forty, and nobody wept."
    assert speakers(text, "had lost") == ["Anna Berg"]


def test_according_to_may_stand_within_the_words():
    text = "Karl Lund was in Riga. The target, according to the inspector general, cannot be reached before 2030."
    assert speakers(text, "cannot be reached") == ["inspector general"]


@pytest.mark.parametrize(
    "text", ["The day said more than a speech could have said that evening.", "They said that it was late."]
)
def test_what_cannot_speak_is_no_speaker(text):
    reading = READER.read(text, date="2024-05-14")
    names = [str(slot.value) for f in reading.findings for slot in f.all("speaker")]
    assert not {"day", "They"} & set(names)


@pytest.mark.parametrize(
    ("text", "part", "speaker"),
    [
        ("Anna Berg flew to Riga. A spokesperson for the World Bank said that the bridge would open in May.", "the bridge", "World Bank"),
        ("China's Ministry of Commerce met the press. A spokesperson of the ministry said that duties would fall.", "duties", "Ministry of Commerce"),
        ("A spokeswoman for the World Bank spoke. The spokeswoman said that the bridge would open in May.", "the bridge", "World Bank"),
        ("A spokesman for the World Bank, Karl Lund, said that the bridge would open in May.", "the bridge", "Karl Lund"),
        ("Anna Berg flew to Riga. A spokesman said that the bridge would open in May.", "the bridge", "spokesman"),
    ],
)  # fmt: skip
def test_a_spokesperson_without_a_name_is_the_body_that_speaks(text, part, speaker):
    assert speakers(text, part) == [speaker]
