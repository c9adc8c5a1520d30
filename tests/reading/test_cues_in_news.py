"""In news speech stands beside many words: labels, verbs before their subject, answers of a word, and claims with an owner."""

import pytest
from tests.reading.reader import READER

pytest.importorskip("readout_en", reason="the English model is not installed")


def told(text, part):
    """The speakers and form of the shortest statement that holds a part of the text; None where there is none."""
    found = [f for f in READER.read(text).findings if f.kind == "statement" and part in f.span.of(text)]
    best = min(found, key=lambda f: f.span.end - f.span.start, default=None)
    return best and ([str(slot.value) for slot in best.all("speaker")], str(best.one("form").value))


@pytest.mark.parametrize(
    ("text", "part", "speaker"),
    [
        ("Anna Berg spoke. Karl Lund was asked too. Anna Berg: \"That is a horrible thing.\"", "That is", "Anna Berg"),
        ("Anna Berg wrote to Karl Lund that the speech was good. Lund wrote back: \"Excellent point.\"", "Excellent", "Karl Lund"),
        ("Anna Berg was late. \"We had a whole thing on taxes,\" one of them said, sighing.", "We had", "one of them"),
        ("A voter admitted it, writing in a post on the page of the Bank of Riga, \"I was there and I took the money.\"", "I was there", "voter"),
    ],
)  # fmt: skip
def test_a_quotation_is_of_whom_the_words_beside_it_tell(text, part, speaker):
    assert told(text, part) == ([speaker], "direct")


def test_labels_that_open_several_lines_are_speakers_whom_the_text_does_not_name():
    text = (
        "QUADE: You have two minutes, Senator. Why should they trust you?\n\n"
        "HOLT: Because I have never stopped fighting for them.\n\nQUADE: Please wait for your turn.\n\nHOLT: I will wait."
    )
    assert told(text, "Please wait") == (["Quade"], "direct")
    assert told(text, "never stopped") == (["Holt"], "direct")


def test_a_claim_is_its_owners():
    text = "Anna Berg mocked Karl Lund's claim that he alone could mend the country."
    assert told(text, "he alone")[0] == ["Karl Lund"]


def test_a_quotation_within_the_next_sentence_goes_on_with_nobodys_speech():
    text = '"We will never agree to that plan," Anna Berg said. Karl Lund told them they were "the best people in the land."'
    statement = next(f for f in READER.read(text).findings if "We will" in f.span.of(text) and f.kind == "statement")
    assert "best people" not in statement.span.of(text)
