"""What counts as an undertaking, how far its words go, and whose it is."""

from __future__ import annotations

import pytest
from tests.reading.reader import READER

from readout import Finding, Span
from readout.reading.finders import rules_alone
from readout.reading.finders.commitments.governing import governed
from readout.reading.finders.commitments.undertaker import undertaker
from readout.reading.scene import Scene

TALKS = "President of Latvia Edgars Rinkēvičs met with Prime Minister of Norway Jonas Gahr Støre. "


def scene(told: str) -> Scene:
    return READER.scene(TALKS + told, date="2024-05-14")


def seen_by_rules(told: str) -> list[Finding]:
    """The commitments that the rules see, in order."""
    return [finding for finding in rules_alone(scene(told)) if finding.kind == "commitment"]


def actions(told: str) -> list[str]:
    """Their words."""
    return [finding.span.of(TALKS + told) for finding in seen_by_rules(told)]


def undertaken(told: str) -> list[tuple[str, tuple[str, ...], tuple[str, ...]]]:
    """Their words, who acts, and strength."""
    return [(f.span.of(TALKS + told), f.values("by"), f.values("strength")) for f in seen_by_rules(told)]


@pytest.mark.parametrize("feeling", ["hope", "confidence", "the conviction"])
def test_what_somebody_hopes_another_will_do_is_no_undertaking_nor_what_and_joins_to_it(feeling: str) -> None:
    told = (
        f"The President expressed {feeling} that Norway will open the ferry line, widen the port and mend the bridge."
    )
    assert actions(told) == []


def test_what_one_is_ready_for_is_undertaken_where_one_can_do_it() -> None:
    assert actions("Norway is ready for talks about the ferry line.") == ["talks about the ferry line"]
    assert actions("He reaffirmed Norway's readiness for cooperation in Riga.") == ["cooperation in Riga"]
    assert actions("Norway is ready for any scenario in the Baltic Sea.") == []


def test_a_readiness_of_somebody_holds_what_stands_behind_the_owner() -> None:
    told = "The President praised the readiness of the Norwegian side to widen the harbour of Riga."
    assert undertaken(told) == [("widen the harbour of Riga", ("Norway",), ("intended",))]


def test_a_purpose_belongs_to_its_action() -> None:
    assert actions("They agreed to work together to keep the strait open.") == ["work together to keep the strait open"]


def test_a_reason_does_not_belong_to_its_action() -> None:
    told = "Norway will keep the ferry line open, because the harbour needs it."
    assert actions(told) == ["keep the ferry line open"]


def test_because_of_something_is_no_clause_of_reason() -> None:
    told = "Norway will close the ferry line because of the ice in the harbour."
    assert actions(told) == ["close the ferry line because of the ice in the harbour"]


def test_each_to_of_a_list_begins_an_action() -> None:
    told = "Both pledged to work together on the ferry line, to partner in the defense of the strait, and to promote trade in fish."
    assert actions(told) == [
        "work together on the ferry line",
        "partner in the defense of the strait",
        "promote trade in fish",
    ]


def test_each_and_to_begins_an_action_but_not_behind_a_purpose() -> None:
    told = "Norway reaffirmed its commitment to providing pumps to the towns of Latvia, and to ensure the safe passage of ships."
    assert actions(told) == ["providing pumps to the towns of Latvia", "ensure the safe passage of ships"]
    told = "Norway pledged to work closely with Latvia to find the lost ships and to repair them."
    assert actions(told) == ["work closely with Latvia to find the lost ships and to repair them"]


def test_two_actions_of_which_one_has_but_few_words_are_told_as_one() -> None:
    assert actions("Norway will rebuild alliances and strengthen its ties with the Baltic coast.") == [
        "rebuild alliances and strengthen its ties with the Baltic coast"
    ]
    assert actions("Norway will dredge the old harbour and strengthen its ties with the Baltic coast.") == [
        "dredge the old harbour",
        "strengthen its ties with the Baltic coast",
    ]


def test_what_somebody_continues_and_does_besides_are_two_actions() -> None:
    told = "They agreed to continue clearing the strait of mines and increase controls along the common coast."
    assert actions(told) == ["continue clearing the strait of mines", "increase controls along the common coast"]
    told = "Norway will continue to clear the strait of mines and support the pilots of the port of Riga."
    assert actions(told) == ["continue to clear the strait of mines", "support the pilots of the port of Riga"]


def test_verbs_of_a_list_are_actions_of_their_own_also_behind_a_clause() -> None:
    told = "They pledged to deepen the harbour of Riga, encourage trade that benefits both coasts, and expand the ferry line."
    assert actions(told) == [
        "deepen the harbour of Riga",
        "encourage trade that benefits both coasts",
        "expand the ferry line",
    ]


def test_what_a_purpose_may_go_on_with_is_no_action_of_its_own() -> None:
    told = "Norway will work with Latvia to find the lost ships, repair their engines and open the line."
    assert actions(told) == ["work with Latvia to find the lost ships, repair their engines and open the line"]


def test_what_is_told_beside_an_action_does_not_belong_to_it() -> None:
    told = "Norway will rebuild the ferry quay of Riga, recognizing that the islands depend on it."
    assert actions(told) == ["rebuild the ferry quay of Riga"]


def test_a_hope_is_no_member_of_a_list_of_actions() -> None:
    told = "Norway will follow up on the ferry line and hope for the benefits of a new era."
    assert actions(told) == ["follow up on the ferry line and hope for the benefits of a new era"]


def test_what_will_not_be_done_keeps_its_negation() -> None:
    assert actions("Norway undertakes not to close the line before 2030.") == ["not to close the line before 2030"]
    assert actions("Norway pledged never to sell the port of Riga.") == ["never to sell the port of Riga"]


def test_talks_that_somebody_will_have_are_undertaken() -> None:
    assert actions("Jonas Gahr Støre will have talks with the ministers of Latvia.") == [
        "have talks with the ministers of Latvia"
    ]
    assert actions("Norway will have a hard winter.") == []


def test_a_parliament_is_asked_and_not_ordered() -> None:
    told = "The Prime Minister called on the Parliament of Norway to approve the ferry line."
    assert undertaken(told) == [("approve the ferry line", ("Parliament of Norway",), ("proposed",))]


def test_a_clause_with_which_behind_a_comma_does_not_belong_to_its_action() -> None:
    assert actions("Norway promised to send two ships to Latvia, which has lost its own.") == [
        "send two ships to Latvia"
    ]
    assert actions("Norway promised to send two ships to Latvia, in which pilots train.") == [
        "send two ships to Latvia"
    ]


def test_what_somebody_suggests_is_proposed_to_the_one_named_or_to_the_other_side() -> None:
    assert undertaken("The President suggested that the Norwegian Prime Minister consider a second ferry line.") == [
        ("consider a second ferry line", ("Jonas Gahr Støre",), ("proposed",))
    ]
    assert undertaken("The President proposed opening a second ferry line.") == [
        ("opening a second ferry line", ("Jonas Gahr Støre",), ("proposed",))
    ]


def test_whom_a_president_asks_among_his_own_officials_has_an_order() -> None:
    told = "President of Latvia Edgars Rinkēvičs asked Foreign Minister of Latvia Baiba Braže to travel to Oslo."
    assert undertaken(told) == [("travel to Oslo", ("Edgars Rinkēvičs",), ("pledged",))]


def test_a_sum_that_is_announced_is_pledged() -> None:
    assert undertaken("Norway announced $5 million in assistance to the harbour of Riga.") == [
        ("$5 million in assistance to the harbour of Riga", ("Norway",), ("pledged",))
    ]
    assert actions("Norway announced a new ambassador to Latvia.") == []


@pytest.mark.parametrize(
    ("told", "action", "trait"),
    [
        ("Norway will open the port.", "open the port", "told"),
        ("Norway and Latvia agreed to open the port.", "open the port", "told"),
        ("Norway can open the port.", "open the port", "unbound"),
        ("They spoke of ways to open the port and to widen the quay.", "widen the quay", "unbound"),
        ("They praised a fund that will open the port.", "open the port", "relative"),
    ],
)
def test_what_governs_an_action_tells_whether_it_is_undertaken(told: str, action: str, trait: str) -> None:
    seen = scene(told)
    start = seen.report.text.index(action)
    traits = governed(seen, *seen.words_of(Span(start, start + len(action))))
    assert traits[trait] == 1
    assert trait == "told" or traits["told"] == 0 or trait == "relative"


def test_a_hope_does_not_tell_what_the_network_proposes() -> None:
    seen = scene("He expressed confidence that Norway will open the port.")
    start = seen.report.text.index("open the port")
    assert governed(seen, *seen.words_of(Span(start, start + 13))) == {"told": 0, "unbound": 1, "relative": 0}


def test_what_is_announced_that_somebody_would_do_is_told_as_what_they_will() -> None:
    seen = scene("Ferries of the North announced that it would open the port.")
    start = seen.report.text.index("open the port")
    assert governed(seen, *seen.words_of(Span(start, start + 13))) == {"told": 1, "unbound": 0, "relative": 0}


def test_a_decision_of_somebody_else_counts_only_where_it_is_praised() -> None:
    assert actions("The President welcomed the decision of Estonia to open a port.") == ["open a port"]
    assert actions("The President condemned the decision of Estonia to close a port.") == []


def test_actions_that_the_rules_tell_apart_are_not_one_of_the_network() -> None:
    told = "Both pledged to work together on the ferry line, to partner in the defense of the strait, and to promote trade in fish."
    found = READER.read(TALKS + told, date="2024-05-14").of_kind("commitment")
    assert [f.span.of(TALKS + told)[:4] for f in found] == ["work", "part", "prom"]


@pytest.mark.parametrize("who", ["The members", "The leaders"])
def test_those_who_belong_to_a_group_undertake_as_the_group(who: str) -> None:
    own = scene(f"{who} of the G7 will open a fund for ports.")
    assert [party.name for party in undertaker(own, own.words.lower.index("open")).parties] == ["G7"]
