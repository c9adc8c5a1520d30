"""The scorer and the decoders do by hand-made examples what their descriptions promise."""

import pytest

np = pytest.importorskip("numpy")
pytest.importorskip("tokenizers")

from training.score import Attachment, Names, words  # noqa: E402

from readout_en.decode import gathered, spans, tree  # noqa: E402

GOLD = words(
    [
        ("They", "PRON", 2, "nsubj"),
        ("met", "VERB", 0, "root"),
        ("e-mail", "NOUN", 2, "obj"),
        ("now", "ADV", 2, "advmod"),
    ]
)


def test_a_tree_read_like_the_treebanks_scores_one_hundred():
    counts = Attachment()
    counts.add(GOLD, GOLD)
    assert counts.table() == {"words": 100.0, "upos": 100.0, "uas": 100.0, "las": 100.0}


def test_a_word_cut_in_pieces_is_lost_and_its_neighbours_are_not():
    found = words(
        [("They", "PRON", 2, "nsubj:pass"), ("met", "VERB", 0, "root"), ("e", "X", 5, "dep"), ("-", "X", 5, "punct"),
         ("mail", "NOUN", 2, "obj"), ("now", "NOUN", 5, "obl")]
    )  # fmt: skip
    counts = Attachment()
    counts.add(GOLD, found)
    assert counts.counts["words"] == 3
    assert counts.counts["las"] == 2
    assert counts.f1("las") == pytest.approx(100 * 2 * 2 / (4 + 6))


def test_a_name_counts_only_with_both_ends_and_its_type():
    counts = Names()
    counts.add([(0, 4, "PER"), (10, 20, "ORG"), (30, 35, "LOC")], [(0, 4, "PER"), (10, 18, "ORG"), (30, 35, "ORG")])
    table = counts.table()
    assert (table["precision"], table["recall"], table["f1"]) == (33.33, 33.33, 33.33)
    assert table["PER"] == 100.0
    assert table["ORG"] == 0.0


def test_a_tree_has_one_root_even_where_two_words_score_best_as_roots():
    scores = np.array([[5.0, -9.0, 1.0, 0.0], [6.0, 0.0, -9.0, 0.0], [0.0, 0.0, 4.0, -9.0]], dtype=np.float32)
    assert tree(scores) == [2, 0, 2]


def test_a_loop_of_best_heads_is_broken_at_least_cost():
    scores = np.array([[1.0, -9.0, 8.0, 0.0], [2.0, 7.0, -9.0, 0.0], [0.0, 0.0, 4.0, -9.0]], dtype=np.float32)
    assert tree(scores) == [2, 0, 2]


def test_the_tree_is_the_best_of_all_trees_with_one_root():
    random = np.random.default_rng(7)
    for _ in range(50):
        scores = random.normal(size=(4, 5)).astype(np.float32)
        scores[np.arange(4), np.arange(1, 5)] = -9
        best = max(_all_trees(), key=lambda heads: sum(scores[i, h] for i, h in enumerate(heads)))
        assert tree(scores) == list(best)


def _all_trees():
    from itertools import product

    for heads in product(range(5), repeat=4):
        if heads.count(0) == 1 and all(_reaches_root(heads, word) for word in range(1, 5)):
            yield heads


def _reaches_root(heads, word):
    for _ in range(5):
        word = heads[word - 1]
        if word == 0:
            return True
    return False


def test_names_never_continue_what_did_not_begin():
    labels = ["O", "B-LOC", "B-PER", "I-LOC", "I-PER"]
    scores = np.array([[0, 0, 2, 0, 3], [0, 0, 0, 5, 4.5], [3, 0, 0, 0, 0]], dtype=np.float32)
    assert spans(scores, labels) == [(0, 2, "PER")]


def test_neighbouring_names_of_one_type_stay_apart():
    assert gathered(["B-LOC", "B-LOC", "I-LOC", "O", "I-PER"]) == [(0, 1, "LOC"), (1, 3, "LOC"), (4, 5, "PER")]
