"""Hand-made labels join their texts by hash, silver labels are mended, and swapped sentences stay labelled."""

import hashlib
import json

import pytest

pytest.importorskip("spacy")
pytest.importorskip("tokenizers")

from training.handlabels import NAMES, StrangeReportError, gather, sentence
from training.labels import NAME_TYPES
from training.repair import DOUBTFUL, mended
from training.swaps import Swaps

from readout_en.tokens import english

TEXT = "Earlier. Ann Lee met Mr Ito in Oslo."
ROW = {
    "report": "made:1",
    "sha256": hashlib.sha256(TEXT.encode()).hexdigest(),
    "span": [9, 36],
    "names": [[9, 16, "PER"], [24, 27, "PER"], [31, 35, "LOC"]],
}


def test_a_label_finds_its_words_in_the_text_with_its_hash():
    text, names = sentence(ROW, {"made:1": TEXT})
    assert [(text[a:b], kind) for a, b, kind in names] == [("Ann Lee", "PER"), ("Ito", "PER"), ("Oslo", "LOC")]


def test_a_label_refuses_a_text_that_was_changed():
    with pytest.raises(StrangeReportError, match="made:1"):
        sentence(ROW, {"made:1": TEXT + " "})


def test_selections_become_rows_without_any_text(tmp_path):
    chosen = {key: ROW[key] for key in ("report", "sha256", "span")} | {"text": TEXT[9:36], "split": "test"}
    (tmp_path / "x.meta.json").write_text(json.dumps([chosen]))
    (tmp_path / "x.00.json").write_text(json.dumps({"0": [[0, 7, "PER"], [15, 18, "PER"], [22, 26, "LOC"]]}))
    assert list(gather(tmp_path / "x.meta.json")) == [("test", ROW)]


def test_the_kept_labels_hold_no_text_and_train_and_test_share_no_sentence():
    rows = {
        split: [json.loads(line) for line in (NAMES / f"{split}.jsonl").read_text().splitlines()]
        for split in ("train", "test")
    }
    assert len(rows["train"]) >= 600
    assert len(rows["test"]) == 300
    every = rows["train"] + rows["test"]
    assert all(set(row) == {"report", "sha256", "span", "names"} for row in every)
    assert all(
        row["span"][0] <= a < b <= row["span"][1] and kind in NAME_TYPES for row in every for a, b, kind in row["names"]
    )
    assert not {(r["report"], *r["span"]) for r in rows["train"]} & {(r["report"], *r["span"]) for r in rows["test"]}


def test_a_title_leaves_the_name_and_a_country_is_a_place():
    noisy = [
        ("The", "B-PER"),
        ("Minister", "I-PER"),
        ("Ann", "I-PER"),
        ("Lee", "I-PER"),
        ("told", "O"),
        ("Norway", "B-ORG"),
    ]
    assert [tag for _, tag in mended(noisy, {"Norway"})] == ["O", "O", "B-PER", "I-PER", "O", "B-LOC"]


def test_a_word_with_a_capital_that_no_span_explains_teaches_nothing():
    noisy = [("He", "O"), ("left", "O"), ("Acme", "O"), ("Norwegian", "B-PER")]
    assert [tag for _, tag in mended(noisy, set())][2:] == [DOUBTFUL, DOUBTFUL]


def test_swapped_names_keep_their_types_and_their_neighbours(tmp_path):
    (tmp_path / "swaps.json").write_text(
        json.dumps({"persons": ["Eva Maria Berg"], "countries": ["Norway", "New Zealand"], "bodies": ["Acme"]})
    )
    swaps = Swaps(tmp_path / "swaps.json", seed=1)
    before = [("Ann", "B-PER"), ("Lee", "I-PER"), ("saw", "O"), ("Norway", "B-LOC"), (".", "O")]
    seen = [swaps.names(before) for _ in range(40)]
    assert [("Eva", "B-PER"), ("Maria", "I-PER"), ("Berg", "I-PER"), ("saw", "O")] in [made[:4] for made in seen]
    assert [("New", "B-LOC"), ("Zealand", "I-LOC"), (".", "O")] in [made[-3:] for made in seen]
    assert all(("saw", "O") in made for made in seen)


@pytest.mark.parametrize(
    ("text", "tokens"),
    [
        ("the U.S.-India talks", ["the", "U.S.", "-", "India", "talks"]),
        ("Thanks!!!", ["Thanks", "!!!"]),
        ("co-operation and well-known", ["co-operation", "and", "well", "-", "known"]),
        ("July 12-15", ["July", "12", "-", "15"]),
        ("(713-853-3989)", ["(", "713-853-3989", ")"]),
        ("met.", ["met", "."]),
    ],
)
def test_text_is_cut_into_the_treebanks_words(text, tokens):
    assert [token.text for token in english().tokenizer(text)] == tokens
