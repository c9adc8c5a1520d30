"""Annotated links hold no text, stand on their reports, and the machine keeps its precision on the third that was held back."""

from __future__ import annotations

import json
from pathlib import Path

import numpy as np
import pytest
from training.links.fit import fitted
from training.links.join import joined, links_of, reports_of
from training.links.measure import Heard, decided

LINKS = Path("training/links")
SERIES = sorted(Path("../shared/corpus/series").glob("*.jsonl.gz"))
needs_series = pytest.mark.skipif(not SERIES, reason="../shared/corpus/series is missing")
ENDS = ("commitment", "later")
SPLITS = ("seen", "held", "judged", "drawn", "drawn_held")
PRECISION, RECALL = 0.85, 0.44


@pytest.mark.parametrize("split", SPLITS)
def test_links_are_kept_by_offsets_alone(split: str) -> None:
    for row in links_of(str(LINKS / f"{split}.jsonl")):
        assert set(row) - {"standing"} == {"thread", "series", "by", "to", "commitment", "later", "link", "effect"}
        for end in (row["commitment"], row["later"]):
            assert set(end) == {"report", "sha256", "date", "at"}
        assert row["commitment"]["date"] < row["later"]["date"]


def test_no_thread_stands_in_both_parts() -> None:
    threads = [{row["thread"] for row in links_of(str(LINKS / f"{split}.jsonl"))} for split in ("seen", "held")]
    assert threads[0].isdisjoint(threads[1])


@pytest.mark.parametrize("split", SPLITS)
def test_no_link_stands_on_a_report_that_nobody_looks_at(split: str) -> None:
    lines = Path("training/annotations/unseen.jsonl").read_text(encoding="utf-8").splitlines()
    unseen = {json.loads(line)["id"] for line in lines}
    rows = list(links_of(str(LINKS / f"{split}.jsonl")))
    assert len(rows) >= 79
    assert not [row["thread"] for row in rows for end in ENDS if row[end]["report"] in unseen]


def test_a_text_that_was_not_annotated_is_refused() -> None:
    row = json.loads((LINKS / "seen.jsonl").read_text(encoding="utf-8").splitlines()[0])
    other = {row[end]["report"]: {"text": "Another text."} for end in ("commitment", "later")}
    with pytest.raises(ValueError, match="not the one that was annotated"):
        list(joined([row], other))


@needs_series
def test_links_set_by_the_machine_keep_precision_and_recall_on_the_held_third() -> None:
    reports = reports_of(map(str, SERIES))
    heard = Heard(reports)
    rows = list(joined(links_of(str(LINKS / "held.jsonl")), reports))
    found = [(row["link"], evidence.sure) for row in rows if (evidence := decided(row, heard))]
    told, sure = [link for link, _ in found], [link for link, is_sure in found if is_sure]
    assert len(sure) >= 10
    assert sum(sure) / len(sure) >= PRECISION
    assert sum(told) / len(told) >= PRECISION
    assert sum(told) / sum(row["link"] for row in rows) >= RECALL


@needs_series
def test_what_the_machine_sets_where_nobody_chose_the_threads_is_mostly_right_and_delivery_nearly_always() -> None:
    reports = reports_of(map(str, SERIES))
    rows = [r for r in links_of(str(LINKS / "drawn_held.jsonl")) if {r[end]["report"] for end in ENDS} <= set(reports)]
    heard = Heard(reports)
    found = [(row, evidence) for row in joined(rows, reports) if (evidence := decided(row, heard)) and evidence.sure]
    assert len(found) >= 50
    assert sum(row["link"] for row, _ in found) / len(found) >= 0.9
    assert sum(row["effect"] == evidence.effect for row, evidence in found) / len(found) >= 0.8
    delivered = [row["effect"] for row, evidence in found if evidence.effect == "delivered"]
    assert delivered.count("delivered") / len(delivered) >= 0.9


def test_the_fit_finds_the_weights_that_made_the_links() -> None:
    rows = np.random.default_rng(4).normal(size=(4000, 2))
    chance = 1 / (1 + np.exp(-(0.5 + rows @ np.array([2.0, -1.0]))))
    links = (np.random.default_rng(5).random(4000) < chance).astype(float)
    assert np.allclose(fitted(rows, links), [0.5, 2.0, -1.0], atol=0.2)
