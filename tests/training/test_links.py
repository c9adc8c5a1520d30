"""Annotated links hold no text, stand on their reports, and the machine keeps its precision on the third that was held back."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from training.links.join import joined, links_of, reports_of
from training.links.measure import Heard, decided

LINKS = Path("training/links")
SERIES = sorted(Path("../shared/corpus/series").glob("*.jsonl.gz"))
needs_series = pytest.mark.skipif(not SERIES, reason="../shared/corpus/series is missing")
PRECISION = 0.85


@pytest.mark.parametrize("split", ["seen", "held"])
def test_links_are_kept_by_offsets_alone(split: str) -> None:
    for row in links_of(str(LINKS / f"{split}.jsonl")):
        assert set(row) == {"thread", "series", "by", "to", "commitment", "later", "link", "effect"}
        for end in (row["commitment"], row["later"]):
            assert set(end) == {"report", "sha256", "date", "at"}
        assert row["commitment"]["date"] < row["later"]["date"]


def test_no_thread_stands_in_both_parts() -> None:
    threads = [{row["thread"] for row in links_of(str(LINKS / f"{split}.jsonl"))} for split in ("seen", "held")]
    assert threads[0].isdisjoint(threads[1])


def test_a_text_that_was_not_annotated_is_refused() -> None:
    row = json.loads((LINKS / "seen.jsonl").read_text(encoding="utf-8").splitlines()[0])
    other = {row[end]["report"]: {"text": "Another text."} for end in ("commitment", "later")}
    with pytest.raises(ValueError, match="not the one that was annotated"):
        list(joined([row], other))


@needs_series
def test_links_set_by_the_machine_keep_their_precision_on_the_held_third() -> None:
    reports = reports_of(map(str, SERIES))
    heard = Heard(reports)
    rows = joined(links_of(str(LINKS / "held.jsonl")), reports)
    told = [row["link"] for row in rows if decided(row, heard)]
    assert len(told) >= 5
    assert sum(told) / len(told) >= PRECISION
