"""The project's own news articles: their marks stand on their texts, and what is found in them is counted by speaker and form."""

import pytest
from benches.speech import Speech
from training.news.gold import articles, record

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
