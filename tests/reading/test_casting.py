"""Who plays the part of a finding: all who may, which of them together, and what the network that weighs them says."""

from __future__ import annotations

from dataclasses import replace

import pytest
from tests.reading.reader import READER

from readout import Finding, Reading
from readout.model import Slot
from readout.reading.casting import Scenery, Stage, acts_by_name, companies, compared, is_plain, joins_one_named, recast
from readout.reading.finders import rules_alone
from readout.reading.scene import Scene
from readout_en.casting import CastingNetwork

TALKS = (
    "President of Latvia Edgars Rinkēvičs met with Prime Minister of Norway Jonas Gahr Støre in Riga. "
    "The sides agreed to build a ferry line. The Prime Minister told reporters that Latvia would open a new port."
)


def stage(words: str) -> Stage:
    """The stage of the finding that has these words."""
    scene: Scene = READER.scene(TALKS, date="2023-03-10")
    found = READER.weighing.findings(scene) if READER.weighing else []
    return Stage(Scenery(scene), next(f for f in found if words in f.span.of(TALKS)))


def names(of: Stage, company: tuple[int, ...]) -> set[str]:
    return {of.standings[k].party.name for k in company}


def test_whoever_is_named_or_pointed_to_near_a_finding_may_play_its_part() -> None:
    seen = {one.party.name for one in compared(stage("build a ferry line"))}
    assert {"Edgars Rinkēvičs", "Jonas Gahr Støre", "Latvia", "Norway"} <= seen


def test_the_rules_choice_is_the_first_company() -> None:
    own = stage("build a ferry line")
    assert names(own, companies(own)[0]) == {"Latvia", "Norway"}


def test_those_who_met_may_play_a_part_together() -> None:
    own = stage("build a ferry line")
    assert {"Edgars Rinkēvičs", "Jonas Gahr Støre"} in [names(own, company) for company in companies(own)]


def test_a_trait_tells_where_a_subject_stands() -> None:
    traits = {one.party.name: one.traits for one in compared(stage("open a new port"))}
    assert {"inside nsubj", "acts nearest"} <= traits["Latvia"]
    assert "chosen" in traits["Jonas Gahr Støre"] and "chosen" not in traits["Latvia"]


def test_the_chances_of_all_companies_are_one_in_sum() -> None:
    traits = [{"chosen", "acts nearest", "person"}, {"other than chosen 1", "country"}]
    chances = CastingNetwork().chances("commitment", traits, [(0,), (1,), (0, 1)], [None, None])
    assert chances.sum() == pytest.approx(1, abs=1e-5) and chances.argmax() == 0


def test_a_trait_that_the_network_does_not_know_changes_nothing() -> None:
    network, traits = CastingNetwork(), [{"chosen"}, {"country"}]
    strange = [{"chosen", "never seen"}, {"country"}]
    told, other = (network.chances("agreement", own, [(0,), (1,)], [None, None]) for own in (traits, strange))
    assert told.tolist() == other.tolist()


def test_a_part_that_is_cast_anew_stands_on_the_words_of_its_actor_and_says_how() -> None:
    own = stage("build a ferry line")
    person = next(one for one in own.standings if one.party.name == "Edgars Rinkēvičs")
    (slot,) = recast(own, [person], "cast by the network, 0.80").all("by")
    assert slot.value == "Edgars Rinkēvičs" and slot.how == "cast by the network, 0.80"
    assert slot.span is not None and "Rinkēvičs" in slot.span.of(TALKS)


def test_nobody_is_owed_what_they_undertake_themselves() -> None:
    own = stage("build a ferry line")
    owed = Finding(own.finding.kind, "r", own.finding.span, (Slot("to", "Latvia"),), own.finding.rule, 0.9)
    latvia = next(one for one in own.standings if one.party.name == "Latvia")
    assert recast(Stage(own.scenery, owed), [latvia], "").values("to") == ()


def test_direct_speech_that_a_rule_found_keeps_its_speaker() -> None:
    text = "President of Latvia Edgars Rinkēvičs met with guests. “The ferry will sail in May,” Edgars Rinkēvičs said."
    reading: Reading = READER.read(text, date="2023-03-10")
    (said,) = reading.of_kind("statement")
    official = Scenery(READER.scene(text, date="2023-03-10", source="U.S. Department of State"))
    assert official.is_official and is_plain(said, official)
    assert said.values("speaker") == ("Edgars Rinkēvičs",)
    assert is_plain(said, Scenery(READER.scene(text, date="2023-03-10")))


def test_in_news_direct_speech_is_cast_anew_where_its_verb_has_no_subject_that_names_the_speaker() -> None:
    text = "Edgars Rinkēvičs met with guests. Anna Berg left. “The ferry will sail in May,” Anna Berg said."
    said = next(f for f in READER.read(text, date="2023-03-10").of_kind("statement") if "ferry" in f.span.of(text))
    met = next(actor for actor in READER.read(text, date="2023-03-10").actors if actor.name == "Edgars Rinkēvičs")
    scenery = Scenery(READER.scene(text, date="2023-03-10"))
    other = replace(said, slots=tuple(replace(s, actor=met.id) if s.role == "speaker" else s for s in said.slots))
    assert is_plain(said, scenery) and not is_plain(other, scenery)


@pytest.mark.parametrize(
    ("phrase", "name", "stays"),
    [
        ("Mayor of Riga Mārtiņš Staķis and the Secretary General of the Arctic Council", "Arctic Council", True),
        ("the Secretary General of the Arctic Council and the Council of Europe", "Council of Europe", True),
        ("Mayor of Riga Mārtiņš Staķis on the rules of the Arctic Council", "Arctic Council", False),
    ],
)
def test_a_body_whose_office_has_no_name_is_met_by_it(phrase: str, name: str, stays: bool) -> None:
    text = f"Prime Minister of Norway Jonas Gahr Støre met with {phrase}."
    scene = READER.scene(text)
    finding = Finding("meeting", "r", scene.words.span(0, len(scene.words) - 2), (), "en.meeting.verb", 0.9)
    party = next(p for p in scene.cast.others.values() if p.name == name)
    assert Stage(Scenery(scene), finding).is_office(party) is stays


@pytest.mark.parametrize(("owner", "shared"), [("their shared", True), ("their", False)])
def test_a_shared_commitment_is_one_of_several(owner: str, shared: bool) -> None:
    text = f"President of Latvia Edgars Rinkēvičs met with Prime Minister of Norway Jonas Gahr Støre. They affirmed {owner} commitment to guarding the strait."
    scene = READER.scene(text, date="2023-03-10")
    found = READER.weighing.findings(scene) if READER.weighing else []
    own = next(f for f in found if f.kind == "commitment")
    assert Stage(Scenery(scene), own).is_shared == shared


@pytest.mark.parametrize(
    ("text", "keeps"),
    [
        ("Norway and Latvia met in Riga. The Harbour Ferry Agency will open a school by 2026.", True),
        ("Norway and Latvia met in Riga. Anna Berg welcomed Norway’s plan to open a school by 2026.", True),
        ("Norway and Latvia met in Riga. The Harbour Ferry Partnership will open a school by 2026.", False),
        ("Norway and Latvia met in Riga. The European Union will open a school by 2026.", False),
        ("Norway and Latvia met in Riga. They will open a school by 2026.", False),
    ],
)
def test_an_agency_that_acts_by_name_and_whose_plan_is_told_are_not_cast_anew(text: str, keeps: bool) -> None:
    scene = READER.scene(text, date="2023-03-10")
    found = next(f for f in rules_alone(scene) if f.kind == "commitment")
    assert acts_by_name(Stage(Scenery(scene), found)) is keeps


def test_who_tells_behind_it_what_an_agency_will_do_does_not_undertake_it() -> None:
    text = "The Trade and Development Agency of the United States will open an office at the American embassy in Riga, the White House said."
    (found,) = READER.read(text, date="2023-03-10").of_kind("commitment")
    assert found.values("by") == ("United States",)


@pytest.mark.parametrize(
    ("told", "joins"),
    [
        ("Norway will build a ferry line.", True),
        ("Norway and Latvia will build a ferry line.", False),
        ("Latvia and the guests welcomed it, and Norway will build a ferry line.", False),
        ("They will build a ferry line.", False),
    ],
)
def test_nobody_joins_the_one_state_that_its_sentence_names_as_acting_alone(told: str, joins: bool) -> None:
    text = f"The Presidents of Norway and Latvia met in Riga. {told}"
    scene = READER.scene(text, date="2023-03-10")
    (found,) = [f for f in rules_alone(scene) if f.kind == "commitment"]
    own = Stage(Scenery(scene, [found]), found)
    both = [one for one in own.standings if one.party.name in ("Norway", "Latvia")]
    assert joins_one_named(own, both) is joins
