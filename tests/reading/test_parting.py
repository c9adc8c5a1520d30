"""Commitments that a rule took for one action and the network for several."""

from __future__ import annotations

from tests.reading.reader import READER

from readout import Finding, Span
from readout.model import Slot
from readout.reading.proposals.parting import parted
from readout.reading.proposals.propose import Proposal

TEXT = (
    "Latvia will deepen its partnership with the port of Oslo, encourage trade that benefits the coast and expand the "
    "ferry line by 2027. Norway will maintain and strengthen its ties with Riga. Norway will fight smuggling and train pilots for the coast."
)
SCENE = READER.scene(TEXT, date="2024-05-14")
WHOLE = "deepen its partnership with the port of Oslo, encourage trade that benefits the coast and expand the ferry line by 2027"


def told(*begins: str, words: str = WHOLE) -> list[Finding]:
    """What becomes of a promise where the network begins proposals at some words."""
    at = Span(TEXT.index(words), TEXT.index(words) + len(words))
    promise = Finding("commitment", "r", at, (Slot("by", "Latvia"), Slot("due", "2027")), "en.commitment.will", 0.9)
    begun = [SCENE.words_of(Span(TEXT.index(word), TEXT.index(word) + len(word)))[0] for word in begins]
    return list(parted(SCENE, [promise], [Proposal("commitment", k, k + 3, "pledged", 0.9, 0.9) for k in begun]))


def quotes(findings: list[Finding]) -> list[str]:
    return [TEXT[slice(*f.span.to_list())] for f in findings]


def test_actions_that_the_network_tells_apart_become_commitments_of_their_own() -> None:
    assert quotes(told("deepen", "encourage", "expand")) == [
        "deepen its partnership with the port of Oslo",
        "encourage trade that benefits the coast",
        "expand the ferry line by 2027",
    ]


def test_each_action_keeps_the_undertaker_and_has_its_own_deadline() -> None:
    first, last = told("deepen", "expand")
    assert [f.values("by") for f in (first, last)] == [("Latvia",), ("Latvia",)]
    assert (first.values("due"), last.values("due")) == ((), ("2027",))


def test_words_that_a_comma_alone_joins_stay_one_action() -> None:
    assert quotes(told("deepen", "encourage")) == [WHOLE]


def test_a_proposal_amid_an_action_does_not_part_it() -> None:
    assert quotes(told("partnership", "trade", "ferry")) == [WHOLE]


def test_verbs_that_share_their_object_stay_one_action() -> None:
    shared = "maintain and strengthen its ties with Riga"
    assert quotes(told("strengthen", words=shared)) == [shared]


def test_two_actions_of_which_one_has_but_few_words_stay_one() -> None:
    brief = "fight smuggling and train pilots for the coast"
    assert quotes(told("fight", "train", words=brief)) == [brief]


def test_other_kinds_are_left_alone() -> None:
    whole = SCENE.words.span(0, len(SCENE.words) - 1)
    speech = Finding("statement", "r", whole, (), "en.statement.clause", 0.9)
    begun = [Proposal("commitment", k, k + 3, "pledged", 0.9, 0.9) for k in range(0, 20)]
    assert list(parted(SCENE, [speech], begun)) == [speech]
