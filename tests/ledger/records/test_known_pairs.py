"""Two sides' reports of one meeting, read by the real reader and kept, are one record of the meeting."""

import gzip
import json
from pathlib import Path

import pytest

from readout.ledger import Ledger
from readout.reading import Reader

PAIRS = Path(__file__).parents[4] / "shared" / "corpus" / "same_meeting_pairs.jsonl.gz"
AT = "2026-11-24T12:00:00Z"


def known_pairs():
    if not PAIRS.exists():
        return []
    with gzip.open(PAIRS, "rt", encoding="utf-8") as lines:
        return [json.loads(line) for line in lines]


@pytest.fixture(scope="module")
def ledger(tmp_path_factory):
    """A ledger of all reports of the pairs."""
    if not PAIRS.exists():
        pytest.skip(f"{PAIRS} is missing")
    reader = Reader()
    with Ledger.open(tmp_path_factory.mktemp("pairs") / "ledger.db") as opened:
        for report in (pair[side] for pair in known_pairs() for side in "ab"):
            given = {key: report.get(key) for key in ("title", "date", "source", "url")}
            opened.keep(reader.read(report["text"], id=report["id"], **given), at=AT)
        yield opened


def met_in(ledger, report: str) -> set[str]:
    """The ids of the meetings that both a report and some other one tell of."""
    id = ledger.report(report).id
    details = (ledger.record(record.id) for record in ledger.records("meeting") if record.sources > 1)
    return {detail.record.id for detail in details if id in {source.report for source in detail.sources}}


@pytest.mark.skipif(not PAIRS.exists(), reason="../shared/corpus/same_meeting_pairs.jsonl.gz is missing")
@pytest.mark.parametrize("pair", known_pairs(), ids=lambda pair: f"{pair['pair']} {pair['a']['date']}")
def test_both_sides_reports_of_a_meeting_are_one_record(ledger, pair):
    assert met_in(ledger, pair["a"]["id"]) & met_in(ledger, pair["b"]["id"])
