"""In news those speak who have no name as well as those who do: pronouns, epithets and names behind names tell who."""

import pytest
from tests.reading.reader import READER

pytest.importorskip("readout_en", reason="the English model is not installed")


def told(text):
    """The statements of a text."""
    return [f for f in READER.read(text).findings if f.kind == "statement"]


def speakers(text, part):
    """The speakers of the shortest statement that holds a part of the text."""
    found = min((f for f in told(text) if part in f.span.of(text)), key=lambda f: f.span.end - f.span.start)
    return [str(slot.value) for slot in found.all("speaker")]


@pytest.mark.parametrize(
    ("text", "part", "speaker"),
    [
        (
            "Karl Lund was late. The harbour master of Riga said the boats were safe. \"They are tied up well,\" he said.",
            "They are",
            "harbour master of Riga",
        ),
        (
            "Karl Lund was late. Lawyers for the bank argued that the law was vague. They said that the judge had erred.",
            "the judge",
            "Lawyers for the bank",
        ),
        (
            "Anna Berg flew to Riga. A report on the harbour was published. It said that trade had doubled in a decade.",
            "trade had",
            "report on the harbour",
        ),
    ],
)  # fmt: skip
def test_a_pronoun_may_mean_those_who_have_no_name(text, part, speaker):
    assert speakers(text, part) == [speaker]


def test_he_behind_a_quotation_is_nobody_who_is_named_within_it():
    text = (
        '"The minister told me that Karl Lund would resign," Peter Hall told the court. "Karl Lund never did," he said.'
    )
    assert speakers(text, "never did") == ["Peter Hall"]


def test_he_is_no_every_member():
    text = "Every member had been called twice. Karl Lund was tired. “We will have the votes when we have the vote,” he said."
    assert speakers(text, "We will have") == ["Karl Lund"]


@pytest.mark.parametrize(
    ("text", "part", "speaker"),
    [
        ("Sen. Anna Berg, R-Ohio, spoke. Karl Lund left. The Ohio Republican said that the bill was dead.", "the bill", "Anna Berg"),
        ("Rep. Karl Lund left early. Anna Berg stayed. The congressman said that the rules were bad.", "the rules", "Karl Lund"),
        ("Amnesty International criticised the arrest. \"He must be set free at once,\" the organisation said.", "He must", "Amnesty International"),
        ("One of its members, Karl Lund, complained: “They could not agree on a timetable for the trains.”", "They could", "Karl Lund"),
        ("A volunteer named Karl Lund said that the boxes were empty.", "the boxes", "Karl Lund"),
        ("The Internet security firm Secunia.com said on Monday that the hole was critical.", "the hole", "Secunia.com"),
        ("The county clerk, a Republican, says it was a clerical mistake, caught the next morning.", "it was", "county clerk"),
    ],
)  # fmt: skip
def test_an_epithet_means_who_was_called_so_and_a_name_behind_a_noun_is_the_speakers(text, part, speaker):
    assert speakers(text, part) == [speaker]


def test_a_surname_that_is_a_place_too_is_the_persons_where_it_acts():
    text = (
        "Anna Berg lives in Lyon. Valeska Paris, a dancer, wrote a book. Paris said the ship had never been her home."
    )
    assert speakers(text, "the ship") == ["Valeska Paris"]


def test_of_two_with_one_surname_the_form_of_address_tells_who_speaks():
    text = "Ned Pruitt stood trial. His wife, Kaylee Pruitt, was in court. Mr. Pruitt said that he was innocent of all of it."
    assert speakers(text, "he was innocent") == ["Ned Pruitt"]


def test_of_two_with_one_surname_the_one_named_most_is_called_by_it_alone():
    text = "Ned Pruitt runs again. Ned Pruitt is 60. His wife, Kaylee Pruitt, keeps the books. Pruitt said the race was close."
    assert speakers(text, "the race") == ["Ned Pruitt"]


def test_a_party_and_a_state_behind_a_name_are_no_part_of_it():
    text = '"She is wrong about everything else," Landry, R-La., said. Bo Landry spoke for an hour.'
    assert speakers(text, "She is wrong") == ["Bo Landry"]


def test_a_message_tells_what_stands_in_it():
    assert speakers("Police posted a message stating that the road would be closed until Monday.", "the road") == [
        "message"
    ]


def test_those_who_sign_a_letter_say_what_stands_in_it():
    text = "Sixty nuns have signed a letter saying that the bill would help the poor."
    assert speakers(text, "the bill") != ["letter"]


def test_a_paragraph_closes_the_speech_that_it_ends_with():
    text = "“There are 41 pages,” Anna Berg said. “I searched for ‘sorry.’ You know what came up? ‘The city denies it.’”\n\nAt the White House, the press secretary pointed to the accord as proof."
    assert speakers(text, "I searched") == ["Anna Berg"]


def test_a_few_words_that_end_with_a_comma_are_speech_too():
    text = 'Karl Lund stopped. "He is dangerous," an old neighbour told ABC.'
    assert speakers(text, "He is dangerous") == ["old neighbour"]


def test_whom_a_quotation_addresses_does_not_say_it():
    text = 'Karl Lund turned to Sen. Maria Berg. "You voted for all of it, Maria," he said. Berg shook her head.'
    assert speakers(text, "You voted") == ["Karl Lund"]


def test_behind_according_to_the_words_begin_where_the_phrase_behind_the_name_ends():
    text = "According to Nancy Lee, lead author of the study, the bees of the valley are dying."
    assert [f.span.of(text) for f in told(text)] == ["the bees of the valley are dying"]


@pytest.mark.parametrize(
    ("before", "noun"),
    [
        ("Ann Cole hired Karl Lund as her lawyer.", "lawyer"),
        ("Karl Lund works as a nurse in Dayton.", "nurse"),
        ("Sailor Karl Lund came home on Sunday.", "sailor"),
        ("Karl Lund sang at night.", "singer"),
        ("Karl Lund was late.", "34-year-old"),
    ],
)
def test_who_was_named_before_is_called_by_what_he_is(before, noun):
    text = f'{before} "We never saw the ship before that night," the {noun} said.'
    assert speakers(text, "We never") == ["Karl Lund"]


def test_a_rank_in_short_is_no_part_of_a_name():
    text = "Supt. Ann Berg praised him. Supt Berg said that he was a brave man."
    assert speakers(text, "a brave man") == ["Ann Berg"]


def test_a_surname_with_another_letter_is_the_same_persons():
    text = "John Petersen ran home. Peterson said that he would rest for a week."
    assert speakers(text, "he would rest") == ["John Petersen"]


def test_who_answers_is_the_one_who_was_spoken_to():
    text = "Tom Reed stood on the roof. Officer Jim Cole pleaded with him to come down, but he replied that nobody would believe him."
    assert speakers(text, "nobody would") == ["Tom Reed"]


@pytest.mark.parametrize(
    ("text", "part", "speaker"),
    [
        (
            "OSLO, May 3 (AP) - Norway's prime minister said on Monday that the bridge would open. The bridge is long. "
            '"It took us nine years," Karin Dahl told reporters.',
            "the bridge would",
            "Karin Dahl",
        ),
        (
            "The home secretary told the committee that the numbers were wrong. Prime Minister Karin Dahl was not there.",
            "the numbers were",
            "home secretary",
        ),
    ],
)
def test_who_is_told_of_by_an_office_is_the_one_who_is_named_next_as_speaking(text, part, speaker):
    assert speakers(text, part) == [speaker]


def test_he_is_not_whom_he_was_asked_about():
    text = 'Peter Hall met reporters on Monday. Asked whether Karl Lund had lied, he paused. "I will not say that," he said.'
    assert speakers(text, "I will not") == ["Peter Hall"]


def test_what_is_known_according_to_others_is_said_by_who_said_it():
    text = '"We will leave in May," Peter Hall told his party, according to two people who were there.'
    assert speakers(text, "We will leave") == ["Peter Hall"]
