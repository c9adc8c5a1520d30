from __future__ import annotations

import json
from dataclasses import replace
from importlib.resources import files
from itertools import pairwise
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.reading.reader import READER

from readout import Finding, Span
from readout.reading.finders.encounters.encounter import tells_encounter
from readout.reading.proposals.naming import names_undertaking
from readout.reading.proposals.propose import name_end, with_object
from readout.reading.proposals.weigh import NETWORK, Candidate, Weigher, shared
from readout_en.pieces import CLS, SEP
from readout_en.spans import LONGEST_WINDOW, WORDS_PER_WINDOW, SpanNetwork, SpanScores, window, windows

TEXT = (
    "The President met with Emir Tamim of Qatar in Doha on Tuesday. Both vowed to open a joint vocational school in Atyrau "
    "before the summer. The visitor lauded the warm welcome and floated a new ferry line between the two ports."
)
WEIGHER = Weigher({"statement": {"eager": 0, "keep_from": 0.5, "always": 0, "rule": 0, "rule_right": 1, "support": 0,
                                 "likelihood": 0, "agreement": 0, "actors": 0, "length": 0}})  # fmt: skip


def candidate(first: int, last: int, score: float) -> Candidate:
    found = Finding("statement", "r", Span(first, last + 1), (), "en.statement.clause", score)
    return Candidate(found, (first, last), None, 0.0, 0.0, 0.0)


def test_of_two_findings_on_the_same_words_the_likelier_one_is_kept() -> None:
    kept = WEIGHER.kept([candidate(0, 9, 0.6), candidate(1, 9, 0.9), candidate(20, 29, 0.7)])
    assert [finding.span.start for finding in kept] == [1, 20]


def test_what_is_less_likely_than_the_step_of_its_kind_is_not_kept() -> None:
    assert WEIGHER.kept([candidate(0, 9, 0.4)]) == []


def test_a_proposal_that_a_comma_cuts_off_its_encounter_is_led_on_to_it() -> None:
    scene = READER.scene("The President addressed, via videoconference, the second session of the council in Riga.")
    words = scene.words.form
    last = words.index("videoconference")
    assert with_object(scene, 0, last) >= words.index("session")
    assert with_object(scene, 0, words.index("session")) == words.index("session")


def test_words_that_tell_an_encounter_speak_for_a_meeting() -> None:
    scene = READER.scene("The ministers met in Riga. He spoke of the harvest in the north.", date="2024-05-14")
    met, harvest = scene.words.sentences
    assert tells_encounter(scene, met[0], met[1] - 1)
    assert not tells_encounter(scene, harvest[0] + 2, harvest[1] - 1)
    untold = Candidate(candidate(0, 9, 0.6).finding, (0, 9), None, 0.0, 0.0, 0.0, {"told": 0.0})
    assert untold.features()["told"] == 0
    assert "told" not in candidate(0, 9, 0.6).features()


def test_a_score_is_the_chance_that_was_weighed() -> None:
    (finding,) = WEIGHER.kept([candidate(0, 9, 0.8)])
    assert finding.score == 0.8


@given(st.lists(st.integers(1, 90), max_size=40))
@settings(max_examples=60)
def test_windows_cover_every_word_once_and_keep_sentences_whole(lengths: list[int]) -> None:
    sentence = [number for number, length in enumerate(lengths) for _ in range(length)]
    cuts = list(windows(sentence))
    assert [i for start, stop in cuts for i in range(start, stop)] == list(range(len(sentence)))
    assert all(sentence[after[0] - 1] != sentence[after[0]] for _, after in pairwise(cuts))
    assert all(stop - start <= WORDS_PER_WINDOW + 90 for start, stop in cuts)


def test_a_text_without_full_stops_is_read_in_windows_too() -> None:
    cuts = list(windows([0] * 3 + [1] * 2000 + [2] * 9))
    assert [i for start, stop in cuts for i in range(start, stop)] == list(range(2012))
    assert max(stop - start for start, stop in cuts) <= LONGEST_WINDOW


def test_shared_words_count_from_none_to_all() -> None:
    assert shared((0, 3), (4, 9)) == 0
    assert shared((0, 3), (0, 3)) == 1


def test_the_network_sees_what_no_rule_tells() -> None:
    reading = READER.read(TEXT, date="2024-05-14")
    told = [f for f in reading.findings if f.rule.startswith(NETWORK)]
    assert (
        [reading.quote(f) for f in told]
        == [
            "open a joint vocational school in Atyrau before the summer",  # whom "both" means no rule knows: one of them has no name
            "a new ferry line between the two ports",
        ]
    )


def test_a_proposal_is_filled_as_the_finding_of_a_rule_is() -> None:
    reading = READER.read(TEXT, date="2024-05-14")
    promised = [f for f in reading.of_kind("commitment") if "vocational school" in reading.quote(f)]
    assert promised and "Tamim" in promised[0].values("by")


def test_of_two_statements_the_one_behind_which_the_network_sees_nothing_go_on_is_kept() -> None:
    heedless, heedful = (Weigher({"statement": {**WEIGHER.weights["statement"], "goes_on": w}}) for w in (0.0, -3.0))
    whole, cut_short = (
        replace(candidate(0, 9, 0.8), own={"goes_on": 0.0}),
        replace(candidate(0, 5, 0.85), own={"goes_on": 0.9}),
    )
    assert [finding.span.end for finding in heedless.kept([whole, cut_short])] == [6]
    assert [finding.span.end for finding in heedful.kept([whole, cut_short])] == [10]


def test_what_counts_beside_the_rest_is_told_by_the_kind() -> None:
    text = (
        TEXT + " He said that the ports would grow. They signed the Riga Treaty and launched joint projects on ports."
    )
    scene = READER.scene(text, date="2024-05-14")
    assert READER.weighing is not None
    told = {c.finding.kind: dict(c.own) for own in READER.weighing.candidates(scene) for c in own}
    assert 0 <= told["statement"].pop("goes_on") <= 1 and told["agreement"].pop("begins") <= 0
    assert told["project"].keys() == {"begins", "goes_on", "single", "plural"} and told["project"]["plural"] == 1
    assert told["statement"] == told["agreement"] == {} and "goes_on" not in told["commitment"]


def test_who_stands_in_another_window_is_not_linked() -> None:
    asks, answers = np.zeros((4, 2, 3), np.float32), np.zeros((4, 3), np.float32)
    asks[1, 1], answers[0], plays = (1, 0, 2), (2, 5, 1), np.full((4, 2), 0.5, np.float32)
    scores = SpanScores(("meeting", "statement"), asks, {}, asks, answers, plays, np.array([0, 0, 0, 1]))
    assert scores.links(scores.asked("statement", 1, 1), [0, 2, 3]).tolist() == [4.5, 0.5]
    assert scores.links(scores.asked("statement", 1, 2), [0]).tolist() == [2.5]
    assert scores.links(scores.asked("statement", 3, 3), [0, 1]).tolist() == []


def test_sentences_are_fed_with_a_mark_before_the_first_and_behind_each() -> None:
    rows, features = np.arange(4, dtype=np.float32)[:, None], np.arange(1, 5)[:, None]
    fed = window(["They", "met", ".", "Strategically"], rows, features, [0, 0, 0, 1], [1, 1, 1, 3], 1, 4)
    assert fed["ids"][0] == CLS and [k for k, i in enumerate(fed["ids"]) if i == SEP] == [3, len(fed["ids"]) - 1]
    assert fed["first"].tolist() == [1, 2, 4]
    assert fed["features"][:5, 0].tolist() == [0, 2, 3, 0, 4] and fed["features"][-1, 0] == 0
    assert fed["head"].tolist() == [0, 0, 2] and fed["rows"][:, 0].tolist() == [1, 2, 3]


def test_a_network_is_read_from_the_folder_that_is_named(tmp_path: Path) -> None:
    for name in ("spans.json", "spans.onnx"):
        (tmp_path / name).write_bytes(files("readout_en").joinpath(name).read_bytes())
    told = json.loads((tmp_path / "spans.json").read_text("utf-8"))
    (tmp_path / "spans.json").write_text(json.dumps({**told, "roles": {"meeting": "place"}}), encoding="utf-8")
    assert SpanNetwork(tmp_path).roles == {"meeting": "place"} != SpanNetwork().roles


def test_a_name_ends_before_a_colon_and_without_a_word_whose_own_is_missing() -> None:
    scene = READER.scene("The Ferry Standards Initiative: the Department announced it with joy.", date="2024-05-14")
    colon = scene.words.form.index(":")
    assert name_end(scene, 0, len(scene.words) - 1) == colon - 1
    scene = READER.scene("The ministers discussed the Trust Fund of the ports.", date="2024-05-14")
    fund = scene.words.form.index("Fund")
    assert name_end(scene, fund - 1, fund + 2) == fund
    scene = READER.scene("The ministers praised the Riga ferry port which opened in May.", date="2024-05-14")
    which = scene.words.form.index("which")
    assert name_end(scene, which - 3, which) == which - 1


@pytest.mark.parametrize(
    ("text", "name", "is_one"),
    [
        ("Norway joined the Nordic Ferry Organization (NFO) in May.", "Nordic Ferry Organization (NFO)", False),
        ("Norway joined the Nordic Ferry Initiative (NFI) in May.", "Nordic Ferry Initiative (NFI)", True),
        ("The president showed his guest a destroyed ferry bridge.", "destroyed ferry bridge", False),
    ],
)
def test_a_body_and_what_lies_in_ruins_are_no_undertakings(text: str, name: str, is_one: bool) -> None:
    scene, start = READER.scene(text, date="2024-05-14"), text.index(name)
    assert names_undertaking(scene, *scene.words_of(Span(start, start + len(name)))) is is_one
