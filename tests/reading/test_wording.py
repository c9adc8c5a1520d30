"""How far an undertaking is and what became of one, where words, network and rules tell it together."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from tests.reading.reader import READER

from readout import Finding, Span
from readout.model import Slot
from readout.reading.proposals.wording import ruled, told_by_words, worded
from readout.reading.scene import Scene
from readout_en.spans import SpanScores
from readout_en.wording import Regression, Teller, tellers

TEXT = "Norway has begun to build the Baltic Ferry Terminal in Riga."
NAME = Span(TEXT.index("Baltic"), TEXT.index(" in Riga"))
ROLES = {"project": "status", "progress": "effect"}


def seen(kind: str, labels: int) -> Scene:
    """The text, of which the network of spans holds all labels of a kind for equally likely."""
    scene, size = READER.scene(TEXT), len(READER.scene(TEXT).words)
    even, none = np.full((size, labels), -np.log(labels), np.float32), np.zeros((size, 1), np.float32)
    return replace(scene, scores=SpanScores((kind,), none, {kind: even}, none, none, none, np.zeros(size, np.int64)))


def teller(labels: tuple[str, ...], **weights: list[float]) -> Teller:
    """What tells labels by one word inside alone."""
    rows = {"always": [0.0] * len(labels), **{name.replace("_", ":"): row for name, row in weights.items()}}
    by_words = Regression.of({"weights": rows}, labels)
    even = {f"words:{label}": [2.0 * (label == own) for own in labels] for label in labels}
    return Teller(labels, by_words, Regression.of({"weights": {"always": [0.0] * len(labels), **even}}, labels))


def project(told: Slot) -> Finding:
    return Finding("project", "r", NAME, (told,), "en.project.named", 0.7)


BUILT = teller(("planned", "underway"), top_terminal=[0.0, 3.0])


def test_the_status_of_an_undertaking_is_told_by_its_words_and_says_so() -> None:
    (found,) = told_by_words(seen("project", 2), [project(Slot("status", "planned", NAME))], {"project": BUILT}, ROLES)
    assert found.values("status") == ("underway",) and found.slots[0].how == "network and words, 0.95"


def test_a_word_that_words_and_rules_tell_alike_keeps_where_it_stands() -> None:
    begun = Slot("status", "underway", Span(TEXT.index("begun"), TEXT.index(" to build")))
    assert list(told_by_words(seen("project", 2), [project(begun)], {"project": BUILT}, ROLES)) == [project(begun)]


@pytest.mark.parametrize(("how", "effect"), [(None, "broken"), ("network, 0.50", "underway")])
def test_the_effect_of_progress_stays_where_a_rule_tells_it(how: str | None, effect: str) -> None:
    slot = Slot("effect", "broken", Span(TEXT.index("begun"), TEXT.index(" to build")), how=how)
    told = Finding("progress", "r", Span(0, len(TEXT) - 1), (slot,), "network.progress", 0.7)
    works = teller(("broken", "underway"), in_begun=[0.0, 3.0])
    (found,) = told_by_words(seen("progress", 2), [told], {"progress": works}, ROLES)
    assert found.values("effect") == (effect,)


def test_without_the_network_of_spans_the_rules_word_stays() -> None:
    told = project(Slot("status", "planned", NAME))
    assert list(told_by_words(READER.scene(TEXT), [told], {"project": BUILT}, ROLES)) == [told]


def test_what_the_rules_guess_counts_apart_from_what_they_are_told() -> None:
    begun = Span(TEXT.index("begun"), TEXT.index(" to build"))
    slots = [
        Slot("status", "underway", NAME),
        Slot("status", "underway", begun),
        Slot("status", "planned", NAME, how="network, 0.70"),
    ]
    assert [ruled(project(slot), "status") for slot in slots] == [
        "rules:underway guessed",
        "rules:underway",
        "rules:none",
    ]


def test_words_count_by_where_they_stand() -> None:
    scene = READER.scene(TEXT)
    first, last = scene.words_of(NAME)
    counted = worded(scene, "project", first, last)
    assert {
        "in:ferry",
        "first:baltic",
        "last:terminal",
        "previous:the",
        "before:build",
        "behind:riga",
        "top:terminal",
    } <= counted
    assert "in:the" not in counted and "above:build" in counted


def test_a_regression_knows_nothing_of_words_that_it_has_not_seen_and_its_chances_sum_to_one() -> None:
    own = BUILT.by_words.likely({"in:quay": 1.0})
    assert np.exp(own).tolist() == pytest.approx([0.5, 0.5])
    assert np.exp(BUILT.by_words.likely({"top:terminal": 1.0})).sum() == pytest.approx(1.0)


def test_the_shipped_tellers_know_the_labels_of_the_network() -> None:
    assert READER.weighing is not None
    known = READER.weighing.network.kinds
    assert {kind: list(own.labels) for kind, own in tellers().items()} == {kind: known[kind] for kind in ROLES}
