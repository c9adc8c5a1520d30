"""Annotations are kept by offsets, and where only some kinds are annotated nothing is learned or judged of the others."""

import json
from hashlib import sha256
from pathlib import Path

import pytest

pytest.importorskip("readout_en", reason="the English model is not installed")

from training.annotations.join import joined
from training.annotations.strip import WORDS, stripped
from training.spans.examples import UNLABELLED, example
from training.spans.layout import LABELLED_BY
from training.spans.prepare import Layout, scene_of

from readout.reading import Reader

SCORER = {"same_actor": lambda a, b: a == b, "actors_right": lambda *_: False}
ANNOTATIONS = Path("training/annotations")
SPLITS = ("seen", "held", "unseen", "fresh")
RARE = ["agreement", "project", "progress"]
TEXT = "Ministers met in Oslo. Norway and Chad signed the Fisheries Agreement, and work on the Harbour Fund goes on."


def at(words):
    return [TEXT.index(words), TEXT.index(words) + len(words)]


def record():
    return {
        "id": "r", "text": TEXT, "kinds": RARE,
        "meetings": [{"kind": "meeting", "participants": ["Norway"], "at": at("Ministers met in Oslo")}],
        "statements": [], "commitments": [], "progress": [],
        "agreements": [{"parties": ["Norway", "Chad"], "status": "signed", "at": at("Fisheries Agreement")}],
        "projects": [{"participants": [], "status": "underway", "at": at("Harbour Fund")}],
        "doubtful": [{"at": at("work")}],
    }  # fmt: skip


def rows(split):
    return [json.loads(line) for line in (ANNOTATIONS / f"{split}.jsonl").read_text("utf-8").splitlines()]


def test_no_report_stands_in_two_parts():
    ids = [row["id"] for split in SPLITS for row in rows(split)]
    assert len(ids) == len(set(ids))


@pytest.mark.parametrize("split", SPLITS)
def test_entries_are_offsets_and_labels_that_the_network_knows(split):
    known = Layout()
    for row in rows(split):
        for kind, role in LABELLED_BY.items():
            field = list(WORDS)[list(LABELLED_BY).index(kind)]
            for entry in row[field]:
                assert entry["at"][0] < entry["at"][1]
                assert field in ("meetings", "statements", "commitments") or entry[role] in known.kinds[kind]
                assert not set(entry) & {"text", *WORDS.values()}


def test_the_kinds_stay_with_a_record_that_is_stripped_and_joined():
    whole = {**record(), "sha256": None, "title": None, "source": None, "url": None, "split": "seen"}
    row = stripped(whole)
    assert row["kinds"] == RARE
    assert "title" not in row
    again = joined(row | {"sha256": sha256(TEXT.encode()).hexdigest()}, whole)
    assert again["kinds"] == RARE
    assert again["agreements"][0]["title"] == "Fisheries Agreement"


def test_words_count_for_the_annotated_kinds_alone():
    own = example(record(), scene_of(Reader(), record()), Layout(), SCORER)
    rare = [kind in RARE for kind in LABELLED_BY]
    assert not own.counts[:, [not told for told in rare]].any()
    assert not own.tags[:, 0].any()
    assert (own.labels[:, 0] == UNLABELLED).all()
    assert (own.counts[:, rare].sum(0) == len(own.counts) - 1).all()
    assert own.tags[:, 3:5].sum(0).tolist() == [3, 3]


def test_every_kind_counts_in_a_record_that_names_none():
    whole = {key: value for key, value in record().items() if key != "kinds"}
    own = example(whole, scene_of(Reader(), whole), Layout(), SCORER)
    assert own.counts.all(1).sum() == len(own.counts) - 1
    assert own.tags[:, 0].any()
