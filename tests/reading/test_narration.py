"""What somebody does in news is no statement of the network, however speech-like it thinks the words."""

import pytest

pytest.importorskip("readout_en", reason="the English model is not installed")

from tests.reading.reader import READER

from readout.model import Finding, Span
from readout.reading.proposals.narrated import LONGEST, is_narrated


def narrated(text, part, score, **given):
    """Whether a part of a text, proposed as a statement with that chance, is narration."""
    start = text.index(part)
    finding = Finding("statement", "r", Span(start, start + len(part)), (), "network.statement", score)
    return is_narrated(READER.scene(text, **given), finding)


@pytest.mark.parametrize(
    ("text", "part", "score", "expected"),
    [
        ("The team scored an early goal against the guests on Monday.", "an early goal", 0.4, True),
        ("The team scored an early goal against the guests on Monday.", "an early goal", 0.7, False),
        ("The team described an early goal against the guests on Monday.", "an early goal", 0.4, True),
        ("The team announced an early goal for the year on Monday.", "an early goal", 0.4, False),
        ("The team thinks that the goal came early on Monday.", "the goal came early", 0.4, False),
        ("A “great goal” pleased the guests on Monday.", "great goal", 0.4, False),
    ],
)
def test_a_phrase_beside_a_verb_that_brings_no_speech_is_narrated_unless_it_is_likely(text, part, score, expected):
    assert narrated(text, part, score) is expected


def test_a_page_without_quotation_marks_is_narrated_in_news():
    page = "We went to the river and saw the boats go by. " * (LONGEST // 8)
    assert narrated(page, page.strip(), 0.95)
    assert not narrated(f'"{page.strip()}" Anna Berg said.', page.strip(), 0.95)


def test_an_official_outlet_narrates_nothing_of_that_kind():
    text = "The team scored an early goal against the guests on Monday."
    assert not narrated(text, "an early goal", 0.4, source="Kazpravda.kz", date="2024-05-14")
