"""In news somebody is called by a pronoun, a place, a party or a trade: who was told of so before is the speaker."""

import pytest
from tests.reading.reader import READER

from readout.reading.finders.statements.looking_back import looking_back

pytest.importorskip("readout_en", reason="the English model is not installed")


def speakers(text, part):
    """The speakers of the shortest statement that holds a part of the text."""
    found = [f for f in READER.read(text).findings if f.kind == "statement" and part in f.span.of(text)]
    return [str(slot.value) for slot in min(found, key=lambda f: f.span.end - f.span.start).all("speaker")]


@pytest.mark.parametrize(
    ("text", "part", "speaker"),
    [
        ("Peter Hall said in a statement that Karl Lund was afraid. He added that the bank had closed.", "the bank", "Peter Hall"),
        ("\"We are late,\" said Karl Lund. His brother, Steve, shook his head. \"You know who lost the keys,\" he said.", "You know", "Steve"),
        ("Anna Berg read from a letter in which a clerk asks for money. \"Somebody answered him,\" she told the court.", "Somebody", "Anna Berg"),
        ("A spokeswoman for Whitcomb, Karen Dubois, declined to say when. She added that the campaign would wait.", "the campaign", "Karen Dubois"),
    ],
)  # fmt: skip
def test_a_pronoun_means_the_subject_of_the_clause_around(text, part, speaker):
    assert speakers(text, part) == [speaker]


def test_what_others_say_between_is_passed_over():
    text = (
        'Karl Lund spoke in Tampa. "She lied to you. She lied to Congress. She lied to the court. She lied to them all!" '
        'he shouted. "She will not win," he went on.'
    )
    assert speakers(text, "She will not win") == ["Karl Lund"]


def test_who_is_followed_by_she_is_a_woman():
    text = (
        "Senator Holt wept as she recalled the night. Karl Holm sat by. Holt spoke for an hour, and Holm was silent. "
        "The hall was full. Holm left. She said that the bill was dead."
    )
    assert speakers(text, "the bill") == ["Holt"]


@pytest.mark.parametrize(
    ("text", "part", "speaker"),
    [
        ("Try telling that to Joe Tilden. The Utah congressman went on air to claim that the report was a fake.", "the report", "Joe Tilden"),
        ("Karl Lund spoke. The former Ohio governor, who is 63, had said in May that the books were open.", "the books", "Karl Lund"),
        ("Sen. Anna Berg of Virginia lost. Karl Lund won. The Virginia senator said that the count was fair.", "the count", "Anna Berg"),
        ("Dale Whitcomb was in Tampa. \"They lied to you and to Congress!\" thundered the billionaire.", "They lied", "Dale Whitcomb"),
    ],
)  # fmt: skip
def test_a_description_means_who_was_described_so_or_was_told_of_last(text, part, speaker):
    assert speakers(text, part) == [speaker]


@pytest.mark.parametrize(
    ("text", "part", "speaker"),
    [
        ("Karl Lund was in Riga. The Russian envoy said that the talks had failed.", "the talks", "Russian envoy"),
        ("Karl Lund is 70. His daughter, 23, is voting. \"We do not talk about it at all,\" the younger woman said.", "We do not", "younger woman"),
    ],
)  # fmt: skip
def test_a_description_that_tells_of_another_means_nobody_named(text, part, speaker):
    assert speakers(text, part) == [speaker]


def test_members_of_a_party_are_not_the_party():
    assert speakers("Republicans said on Monday that the bill was dead.", "the bill") == ["Republicans"]
    assert speakers(
        "Anna Berg had been a Democrat all her life, she said, until the plant closed.", "all her life"
    ) == ["Anna Berg"]


def test_what_a_pronoun_looks_back_to_always_stands_before_it():
    text = "Karl Lund left.\n\n \n\nHe said that it rained. \n\n\n\n*\n\n  He spoke.\n \n \nHe said that the boats were late. He left."
    scene = READER.scene(text)
    for i in range(len(scene.words)):
        stretches = list(looking_back(scene, i, 3))
        assert all(k < i for stretch in stretches for k in stretch)
        assert [s.start for s in stretches] == sorted((s.start for s in stretches), reverse=True)


@pytest.mark.parametrize(
    ("text", "woman"),
    [
        ("German Interior Minister Kolatsek said on Monday that the border stays open.", None),
        ("Kolatsek, a spokeswoman for the bank, said on Monday that the border stays open.", True),
        ("Kolatsek, a spokesman for the bank, said on Monday that the border stays open.", False),
        ("Kolatsek said on Monday that the border stays open before she left for the talks.", True),
    ],
)
def test_what_somebody_is_called_tells_the_gender(text: str, woman: bool | None) -> None:
    (party,) = READER.scene(text).cast.persons.parties
    assert party.feminine is woman


def test_he_is_no_spokeswoman() -> None:
    text = "A spokesman stood in the room. A spokeswoman sat beside him. He said that the bridge would open in May."
    assert [finding.values("speaker") for finding in READER.read(text).of_kind("statement")] == [("spokesman",)]
