"""What reads like an undertaking and is none, and how far a request reaches."""

from __future__ import annotations

import pytest
from tests.reading.reader import READER

from readout import Finding, Span
from readout.model import Slot
from readout.reading.finders import rules_alone
from readout.reading.finders.commitments.requests import is_demand
from readout.reading.finders.commitments.unreal import is_unreal, is_value
from readout.reading.scene import Scene

TALKS = "President of Latvia Edgars Rinkēvičs met with Prime Minister of Norway Jonas Gahr Støre. "


def scene(told: str) -> Scene:
    return READER.scene(TALKS + told, date="2024-05-14")


def undone(told: str, action: str) -> bool:
    seen = scene(told)
    start = seen.report.text.index(action)
    return is_unreal(seen, *seen.words_of(Span(start, start + len(action))))


@pytest.mark.parametrize(
    ("told", "action"),
    [
        ("Norway did not commit to raising the quota.", "raising the quota"),
        ("Norway has not promised to reopen the strait.", "reopen the strait"),
        ("The Prime Minister refused to pledge troops.", "pledge troops"),
        ("The Prime Minister has no plans to visit Riga.", "visit Riga"),
        ("No decision to expand the port has been taken.", "expand the port"),
        ("The President hopes that Norway will mend the bridge.", "mend the bridge"),
        ("Norway might host the next round of talks.", "host the next round of talks"),
        ("Norway would not commit to a date for the talks.", "not commit to a date for the talks"),
        ("The Prime Minister stopped short of pledging troops.", "pledging troops"),
        ("The Prime Minister stopped short of pledging troops.", "troops"),
        ("If the sanctions are lifted, Norway will reopen its consulate.", "reopen its consulate"),
        ("Norway will close the port unless the attacks stop.", "close the port"),
        ("Should the ceasefire hold, Latvia will withdraw its observers.", "withdraw its observers"),
        ("In 2019 the two countries agreed to build a cable.", "build a cable"),
        ("The Prime Minister had pledged in 2018 to open a consulate.", "open a consulate"),
    ],
)
def test_what_is_denied_hoped_possible_conditional_or_long_past_is_not_undertaken(told: str, action: str) -> None:
    assert undone(told, action)


@pytest.mark.parametrize(
    ("told", "action"),
    [
        ("Norway does not intend to leave the pact.", "leave the pact"),
        ("Norway pledged not only to open the port but to widen it.", "open the port"),
        ("Norway will open the port even if the ice stays.", "open the port"),
        ("The Prime Minister said that Norway had promised to open the port.", "open the port"),
        ("In 2024 the two countries agreed to build a cable.", "build a cable"),
        ("Norway will not recognise the vote.", "recognise the vote"),
        ("Norway will never fail in its pledge to defend the strait.", "defend the strait"),
        ("Norway will defend the strait if it comes under attack.", "defend the strait if it comes under attack"),
    ],
)
def test_what_is_assured_in_spite_of_such_words_is_undertaken(told: str, action: str) -> None:
    assert not undone(told, action)


def test_the_second_of_two_values_is_none_either() -> None:
    seen = scene("Norway reaffirmed its commitment to democracy and to the security of the coast.")
    start = seen.report.text.index("the security")
    assert is_value(seen, *seen.words_of(Span(start, len(seen.report.text) - 1)))


@pytest.mark.parametrize(
    ("held", "value"),
    [
        ("democracy and the rule of law", True),
        ("a strong and lasting partnership with Latvia", True),
        ("Latvia’s security", True),
        ("the Baltic Sea", True),
        ("the full implementation of the ferry accord", False),
        ("cooperation on the ferry line", False),
        ("defending the strait", False),
    ],
)
def test_a_commitment_to_a_value_or_a_party_undertakes_nothing(held: str, value: bool) -> None:
    seen = scene(f"Norway reaffirmed its commitment to {held}.")
    start = seen.report.text.index(held)
    assert is_value(seen, *seen.words_of(Span(start, start + len(held)))) is value


def asked(told: str) -> list[tuple[str, tuple[str, ...], tuple[str, ...]]]:
    """The commitments that the rules see: their words, who acts, and strength."""
    found = (f for f in rules_alone(scene(told)) if f.kind == "commitment")
    return [(f.span.of(TALKS + told), f.values("by"), f.values("strength")) for f in found]


def test_nobody_asks_himself() -> None:
    told = "The President encouraged the leaders to keep the strait open."
    assert asked(told) == [("keep the strait open", ("Jonas Gahr Støre",), ("proposed",))]


def test_his_counterpart_is_the_one_whom_he_met() -> None:
    told = "Edgars Rinkēvičs invited his counterpart to visit Riga."
    assert asked(told) == [("visit Riga", ("Jonas Gahr Støre",), ("proposed",))]


def requested(seen: Scene, of: str) -> Finding:
    """A request of a country."""
    by = seen.actors("by", (seen.cast.country(of),), None)
    return Finding("commitment", "r", Span(0, 5), (*by, Slot("strength", "proposed")), "network.commitment", 0.9)


def test_what_is_asked_of_those_alone_who_are_not_there_is_a_demand() -> None:
    seen = scene("They called on Finland to release the sailors.")
    list(rules_alone(seen))
    assert is_demand(seen, requested(seen, "Finland"))
    assert not is_demand(seen, requested(seen, "Norway"))


def test_what_one_decides_alone_is_pledged_and_what_several_decide_agreed() -> None:
    assert asked("Norway decided to widen the quay.") == [("widen the quay", ("Norway",), ("pledged",))]
    assert asked("Norway and Latvia decided to widen the quay.") == [
        ("widen the quay", ("Norway", "Latvia"), ("agreed",))
    ]
    assert asked("Norway resolved to widen the quay.") == [("widen the quay", ("Norway",), ("pledged",))]


@pytest.mark.parametrize(
    "told",
    [
        "The two delegations reaffirmed the United Kingdom and Latvia’s commitment to protecting the strait.",
        "The commitment by the United Kingdom and Latvia to protecting the strait was reaffirmed.",
    ],
)
def test_a_commitment_is_that_of_all_who_stand_beside_it(told: str) -> None:
    assert asked(told) == [("protecting the strait", ("United Kingdom", "Latvia"), ("pledged",))]


def test_each_stop_of_a_journey_with_days_of_its_own_is_an_action() -> None:
    told = "The Prime Minister will travel to Riga on June 20-22, Tallinn on June 24, and Turku on July 1-3."
    assert [words for words, _, _ in asked(told)] == [
        "travel to Riga on June 20-22",
        "Tallinn on June 24",
        "Turku on July 1-3",
    ]
    told = "The Prime Minister will travel to Riga on June 20 to open the port on June 21."
    assert [words for words, _, _ in asked(told)] == ["travel to Riga on June 20 to open the port on June 21"]


def test_whom_one_asks_among_his_own_officials_has_an_order_also_without_a_name() -> None:
    told = "The President asked his foreign minister to visit Oslo."
    assert asked(told) == [("visit Oslo", ("Edgars Rinkēvičs",), ("pledged",))]


def test_each_sum_with_an_end_of_its_own_is_an_action() -> None:
    told = "Norway announced $5 million for schools, $3 million for boats, and $2 million for clinics."
    assert [words for words, _, _ in asked(told)] == [
        "$5 million for schools",
        "$3 million for boats",
        "$2 million for clinics",
    ]
    told = "Norway announced a grant of $5 million and bought $2 million of gas."
    assert [words for words, _, _ in asked(told)] == ["a grant of $5 million"]
