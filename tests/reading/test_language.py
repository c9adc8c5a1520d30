"""Which language a short text is in: one full of names is English where hardly anything speaks against it."""

import pytest

from readout.lang import load
from readout.reading.language import language_of


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("President Halonen met Prime Minister Rasmussen in Delhi.", "en"),
        ("Ilves received Dombrovskis, Prime Minister of Latvia.", "en"),
        ("President Halonen ontving minister Rasmussen in Riga voor overleg.", "nl"),
        ("El presidente se reunió con el primer ministro en Madrid.", "es"),
    ],
)
def test_short_texts(text: str, code: str) -> None:
    assert language_of(text, load("en")) == code
