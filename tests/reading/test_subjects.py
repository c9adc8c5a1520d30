"""A verb whose subject the parser called something else has it again; a verb that has one keeps it."""

from __future__ import annotations

import numpy as np

from readout.reading.annotate.subjects import with_subjects
from readout.reading.annotate.words import Words

SENTENCE = [
    ("Envoy", "PROPN", "NNP", "nmod:desc", 3),
    ("for", "ADP", "IN", "case", 2),
    ("Ports", "PROPN", "NNP", "nmod", 0),
    ("Berg", "PROPN", "NNP", "appos", 5),
    ("will", "AUX", "MD", "aux", 5),
    ("travel", "VERB", "VB", "ROOT", 5),
    ("home", "ADV", "RB", "advmod", 5),
]


def words(*changes: tuple[int, str]) -> Words:
    """The sentence as a parser reads it, with the relations of some words changed."""
    form, pos, tag, dep, head = (list(column) for column in zip(*SENTENCE, strict=True))
    for k, relation in changes:
        dep[k] = relation
    start = [sum(len(word) + 1 for word in form[:k]) for k in range(len(form))]
    end = [begin + len(word) for begin, word in zip(start, form, strict=True)]
    text, lower, none = " ".join(form), [word.lower() for word in form], ["O"] * len(form)
    rows = np.zeros((len(form), 0), np.float32)
    return Words(text, text, form, lower, pos, tag, dep, head, start, end, [0] * len(form), none, start, rows)


def test_a_name_right_before_a_finite_verb_without_a_subject_is_its_subject() -> None:
    assert with_subjects(words()).dep[3] == "nsubj"


def test_a_verb_that_has_its_subject_and_a_word_that_may_hang_on_a_verb_stay_as_they_are() -> None:
    for told in (words((6, "nsubj")), words((3, "vocative"))):
        assert with_subjects(told) is told
