"""Words as matching compares them: stems, sums of money, sentences; their data is each language's."""

from __future__ import annotations

import pytest

from readout.lang.pack import read_yaml
from readout.matching.sentences import sentences
from readout.matching.sums import sums_in
from readout.matching.words import stem

SUMS = read_yaml("en", "matching", "sums.yaml")


@pytest.mark.parametrize("scale", SUMS["scales"])
def test_a_sum_is_read_in_each_scale_with_its_currency_before_or_behind_it(scale: str) -> None:
    size = round(2.5 * 10 ** SUMS["scales"][scale])
    assert sums_in(f"They paid €2.5 {scale} for it.") == {size}
    for currency in SUMS["currencies"]:
        assert sums_in(f"They paid 2.5 {scale} {currency}s for it.") == {size}
    for code in SUMS["codes"]:
        assert sums_in(f"They paid {code} 2.5 {scale} for it.") == {size}


@pytest.mark.parametrize("scale", SUMS["glued"])
def test_a_letter_behind_a_figure_is_a_scale_and_no_first_letter_of_a_word(scale: str) -> None:
    assert sums_in(f"They paid $2{scale} for it.") == {2 * 10 ** SUMS["glued"][scale]}
    assert sums_in(f"They paid $2 {scale}oats for it.") == {2}


def test_whose_currency_it_is_may_stand_before_its_word_and_what_is_counted_is_no_sum() -> None:
    assert sums_in("They paid 3 million U.S. dollars for 4 million doses.") == {3_000_000}


@pytest.mark.parametrize("short", read_yaml("en", "matching", "abbreviations.yaml")["abbreviations"])
def test_a_full_stop_behind_an_abbreviation_ends_no_sentence(short: str) -> None:
    assert len(list(sentences(f"They met {short}. Berg in Oslo."))) == 1
    assert len(list(sentences(f"They met mon{short}. Berg was in Oslo."))) == 2


@pytest.mark.parametrize("ending", read_yaml("en", "matching", "endings.yaml")["endings"])
def test_words_that_differ_in_an_ending_have_one_stem(ending: str) -> None:
    assert stem(f"form{ending}") == stem("form") == "form"


@pytest.mark.parametrize("word", ["need", "ring", "yes"])
def test_a_short_word_keeps_what_looks_like_an_ending(word: str) -> None:
    assert stem(word) == word
