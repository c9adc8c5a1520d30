"""Sentences by rule and trees with a single root, as the English model makes them."""

from __future__ import annotations

from itertools import product

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from readout_en.decode import tree
from readout_en.sentences import sentence_starts
from readout_en.tokens import english


def sentences(text: str) -> list[str]:
    doc = english()(text)
    starts = sentence_starts([token.text for token in doc], [bool(token.whitespace_) for token in doc])
    firsts = [token.idx for token, opens in zip(doc, starts, strict=True) if opens]
    return [text[low:high].strip() for low, high in zip(firsts, [*firsts[1:], len(text)], strict=True)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Mr. Lavrov met Dr. Haavisto in St. Petersburg.", ["Mr. Lavrov met Dr. Haavisto in St. Petersburg."]),
        ("They met in Washington, D.C. The talks went on.", ["They met in Washington, D.C.", "The talks went on."]),
        ("Thank you, Mr. President.", ["Thank you, Mr. President."]),
        ("In Seoul, U.S. Special Envoy Kim met his hosts.", ["In Seoul, U.S. Special Envoy Kim met his hosts."]),
        (
            "They met in Washington, D.C. Vice President Harris left.",
            ["They met in Washington, D.C.", "Vice President Harris left."],
        ),
        ("“We agreed.” They left.", ["“We agreed.”", "They left."]),
        ("Bilateral talks\nThe ministers met", ["Bilateral talks", "The ministers met"]),
    ],
)
def test_an_abbreviation_ends_a_sentence_only_before_a_word_that_opens_one(text: str, expected: list[str]) -> None:
    assert sentences(text) == expected


def test_a_prefix_and_its_hyphen_stay_with_their_word_and_a_short_country_leaves_its_own() -> None:
    assert [token.text for token in english()("twenty-one U.S.-India co-operation talks")] == [
        "twenty-one",
        "U.S.",
        "-",
        "India",
        "co-operation",
        "talks",
    ]


def test_a_bracket_that_is_glued_to_a_word_leaves_it() -> None:
    parts = ["the", "Council", "(", "CSC", ")", "on", "article", "7(c", ")"]
    assert [token.text for token in english()("the Council(CSC) on article 7(c)")] == parts


@given(st.integers(1, 4).flatmap(lambda n: st.lists(st.integers(-9, 9), min_size=n * (n + 1), max_size=n * (n + 1))))
def test_no_other_tree_with_one_root_scores_higher(numbers: list[int]) -> None:
    size = int(len(numbers) ** 0.5)
    scores = np.array(numbers, dtype=np.float32).reshape(size, size + 1)

    def total(heads: tuple[int, ...] | list[int]) -> float:
        return float(sum(scores[word, head] for word, head in enumerate(heads)))

    found = tree(scores)
    assert is_tree(found)
    assert total(found) == max(total(heads) for heads in product(range(size + 1), repeat=size) if is_tree(heads))


def is_tree(heads: tuple[int, ...] | list[int]) -> bool:
    """Whether every word reaches the root, and one word alone hangs on it."""
    if list(heads).count(0) != 1:
        return False
    for word in range(1, len(heads) + 1):
        seen = set()
        while word and word not in seen:
            seen.add(word)
            word = heads[word - 1]
        if word:
            return False
    return True
