"""The same undertaking in several reports is one commitment; restated later it shows its drift."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from tests.matching.made import CANADA, LATVIA, NORWAY, undertaking

from readout.lang.pack import read_yaml
from readout.matching import Undertaking, commitments, drift, same_undertaking
from readout.matching.umbrellas import is_umbrella

ACTIONS = [
    "open a ferry line between Bergen and Liepaja by the end of 2024",
    "open the ferry line between Liepaja and Bergen",
    "train sappers to clear mines in the harbour of Liepaja",
    "provide $20 million in demining equipment",
    "provide $35 million in demining equipment",
    "deliver six CB90 patrol boats",
    "strengthen cooperation",
]
any_undertaking = st.builds(
    undertaking,
    st.sampled_from(ACTIONS),
    st.sampled_from(["2022-03-01", "2022-03-02", "2022-09-10", "2023-05-05"]),
    st.sampled_from([(NORWAY,), (LATVIA,), (NORWAY, LATVIA), ()]),
    st.sampled_from([(NORWAY, LATVIA), (NORWAY, CANADA), ()]),
)


def test_two_reports_of_one_meeting_tell_the_same_undertaking() -> None:
    match = same_undertaking(undertaking(ACTIONS[0]), undertaking(ACTIONS[1], told="2022-03-02"))
    assert match is not None and match.relation == "same"


def test_the_same_undertaking_months_later_is_restated_and_shows_its_drift() -> None:
    first = undertaking(ACTIONS[0], due="2024-12-31", strength="agreed")
    later = undertaking(ACTIONS[1], told="2023-05-05", strength="intended")
    match = same_undertaking(first, later)
    assert match is not None and match.relation == "restated"
    changed = drift(first, later)
    assert changed.strength == ("agreed", "intended")
    assert changed.due == ("2024-12-31", None)
    assert changed.amount is None


def test_another_sum_another_promiser_or_another_counterpart_is_another_undertaking() -> None:
    first = undertaking(ACTIONS[3])
    assert same_undertaking(first, undertaking(ACTIONS[4], told="2022-03-02")) is None
    assert same_undertaking(first, undertaking(ACTIONS[3], told="2022-03-02", by=(LATVIA,))) is None
    assert same_undertaking(first, undertaking(ACTIONS[3], told="2022-03-02", table=(NORWAY, CANADA))) is None


def test_umbrellas_are_known_by_their_words() -> None:
    data = read_yaml("en", "matching", "umbrellas.yaml")
    assert [a for a in data["umbrellas"] if not is_umbrella(a)] == []
    assert [a for a in data["undertakings"] if is_umbrella(a)] == []


@given(any_undertaking, any_undertaking)
def test_sameness_of_undertakings_is_symmetric_and_shares_a_key(one: Undertaking, other: Undertaking) -> None:
    match = same_undertaking(one, other)
    assert match == same_undertaking(other, one)
    assert match is None or set(one.keys) & set(other.keys)


@given(st.lists(any_undertaking, max_size=14), st.randoms())
def test_commitments_do_not_depend_on_the_order_of_import(found: list[Undertaking], random: object) -> None:
    shuffled = list(found)
    random.shuffle(shuffled)  # type: ignore[attr-defined]
    assert commitments(found) == commitments(shuffled)
