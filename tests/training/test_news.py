"""The project's own news articles: their marks stand on their texts, and what is found in them is counted by speaker and form."""

from hashlib import sha256

import pytest
from benches.speech import Speech
from training.news.gold import articles, record
from training.news.treebanks import article as marked_article
from training.news.treebanks import marked

SPLITS = ("seen", "held")
TEXT = '"We will," Anna Berg said, "never agree." Aides think that she might. Karl Lund said that he would.'
SCORER = {
    "words": lambda text, first, last: [(first + k, w) for k, w in _spans(text[first:last])],
    "values": lambda finding, slot: finding["slots"].get(slot, []),
    "actors_right": lambda wanted, names, _: wanted == names,
}


def _spans(text):
    at = 0
    for word in text.split():
        at = text.index(word, at)
        yield at, word
        at += len(word)


def at(words):
    return [TEXT.index(words), TEXT.index(words) + len(words)]


def article():
    told = [
        {"speaker": ["Anna Berg"], "form": "direct", "cue": "said", "parts": [at("We will"), at("never agree")]},
        {"speaker": ["Aides"], "form": "thought", "cue": "think", "parts": [at("she might")]},
        {"speaker": ["Karl Lund"], "form": "indirect", "cue": "said", "parts": [at("he would")]},
    ]
    return {"id": "a", "title": "", "date": "2024-05-14", "text": TEXT, "attributions": told}


@pytest.mark.parametrize("split", SPLITS)
def test_parts_stand_in_their_order_on_the_text(split):
    for own in articles(split):
        for told in own["attributions"]:
            assert told["parts"] == sorted(told["parts"])
            assert all(0 <= first < last <= len(own["text"]) for first, last in told["parts"])
            assert told["form"] in ("direct", "indirect", "mixed", "thought")


def test_no_article_stands_in_two_splits():
    ids = [own["id"] for split in SPLITS for own in articles(split)]
    assert len(ids) == len(set(ids)) > 200


def test_an_interrupted_quotation_is_one_entry_to_measure_and_several_to_learn():
    whole, parts = record(article(), in_parts=False), record(article(), in_parts=True)
    assert [e["at"] for e in whole["statements"]] == [[1, TEXT.index("agree") + 5], at("he would")]
    assert [e["at"] for e in parts["statements"]] == [at("We will"), at("never agree"), at("he would")]
    assert whole["doubtful"] == [{"at": at("she might")}]


def test_marks_on_real_news_stand_on_the_sentences_that_were_marked():
    lines = [
        '{"tokens": [["Rain", true], ["fell", false], [".", true]]}',
        '{"tokens": [["It", true], ["stopped", true]]}',
    ]
    digest = sha256(b"Rain fell. It stopped").hexdigest()
    marks = {"id": "a", "first": 0, "last": 1, "sha256": digest, "attributions": [], "doubtful": [[0, 4]]}
    own = record(marked_article(marks, lines), in_parts=False)
    assert own["text"] == "Rain fell. It stopped" and own["doubtful"] == [{"at": [0, 4]}]
    with pytest.raises(ValueError, match="not the one that was marked"):
        marked_article({**marks, "last": 0}, lines)


@pytest.mark.parametrize("split", ["wikinews", "web"])
def test_real_news_is_kept_by_offsets_alone(split):
    rows = list(marked(split))
    assert len(rows) == 23 and not any("text" in row for row in rows)
    assert all(told["parts"] == sorted(told["parts"]) for row in rows for told in row["attributions"])


def test_speech_is_counted_by_its_parts_its_speaker_and_its_form():
    speech = Speech(SCORER)
    spans = [at("We will"), at("never agree")]
    found = [
        {"span": [1, 40], "spans": spans, "rule": "r", "slots": {"speaker": ["Karl Lund"]}},
        {"span": at("he would"), "rule": "r", "slots": {"speaker": ["Karl Lund"]}},
        {"span": at("she might"), "rule": "r", "slots": {"speaker": ["Aides"]}},
        {"span": at("Anna Berg"), "rule": "r", "slots": {"speaker": []}},
    ]
    speech.add(record(article(), in_parts=False), found)
    assert (speech.told(), speech.counts["wrong"]) == ((2, 2, 1), 1)
    assert (speech.told("direct"), speech.told("indirect")) == ((1, 1, 0), (1, 1, 1))
    assert [miss.split(" | ")[0] for miss in speech.misses] == ["speaker", "spurious"]
