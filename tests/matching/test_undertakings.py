"""The same undertaking in several reports is one commitment; restated later it shows its drift."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.matching.made import CANADA, LATVIA, NORWAY, undertaking

from readout.lang.pack import read_yaml
from readout.matching.umbrellas import is_umbrella
from readout.matching.undertakings import Undertaking, commitments, drift, may_be_one_record, same_undertaking

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


@given(any_undertaking, any_undertaking)
def test_what_is_seen_of_undertakings_decides_alone_whether_they_may_be_one_record(
    one: Undertaking, other: Undertaking
) -> None:
    assert may_be_one_record(one, other) == may_be_one_record(one.judged, other.judged)
    assert one.judged == replace(one, id="elsewhere", report="another").judged


@given(st.lists(any_undertaking, max_size=14), st.randoms())
def test_commitments_do_not_depend_on_the_order_of_import(found: list[Undertaking], random: object) -> None:
    shuffled = list(found)
    random.shuffle(shuffled)  # type: ignore[attr-defined]
    assert commitments(found) == commitments(shuffled)


def test_a_visit_that_is_promised_again_a_season_later_is_another_visit() -> None:
    first = undertaking("travel to Riga and Liepaja for the Baltic Harbour Dialogue", told="2022-03-01")
    soon, later = (replace(first, id=day, told=day) for day in ("2022-04-01", "2022-11-01"))
    assert same_undertaking(first, soon)
    assert same_undertaking(first, later) is None


def test_a_guest_who_is_welcomed_a_season_later_is_another_guest() -> None:
    first = undertaking("welcome the Chancellor of Germany to the White House on July 15", due="2022-07-15")
    later = undertaking(
        "welcoming the German Chancellor to the White House on February 7", "2022-09-01", due="2023-02-07"
    )
    assert not may_be_one_record(first, later)
    assert may_be_one_record(first, replace(later, told="2022-03-20"))


@pytest.mark.parametrize(
    ("due", "told", "again", "same"),
    [
        ("2022-03-16", "2022-03-28", "2022-04-02", False),
        ("2022-03-16", "2022-03-15", "2022-04-02", True),
        ("2022-03-16", "2022-03-28", None, True),
        ("2022-03-16", "2022-03-28", "2022-03-16", True),
        ("2022-03-02", "2022-03-03", "2022-03-16", True),
        ("2022-03", "2022-03-28", "2022-04-02", True),
    ],
    ids=[
        "another time",
        "put off before its time",
        "no time",
        "the same time",
        "told within days",
        "the month is not over",
    ],
)
def test_a_visit_promised_for_another_time_when_the_first_had_passed_is_another_visit(
    due: str, told: str, again: str | None, same: bool
) -> None:
    first = undertaking("travel to Riga and Liepaja for the Baltic Harbour Dialogue", told="2022-03-01", due=due)
    later = replace(first, id=told, told=told, due=again)
    assert bool(same_undertaking(first, later)) == bool(same_undertaking(later, first)) == same


def test_the_names_of_the_parties_make_no_two_undertakings_one() -> None:
    one = undertaking("keep Norway's and Latvia's fishermen safe from the storms of the Barents Sea", told="2022-03-01")
    other = undertaking("keep Norway's and Latvia's schools open", told="2022-06-01")
    assert one.matter.stems.isdisjoint({"norway", "latvia"})
    assert same_undertaking(one, other) is None


def test_what_shares_little_with_any_telling_stays_out_of_a_record_however_long_the_chain() -> None:
    words = "establish a timber harbour in Liepaja with cranes, rails, lamps and pilots for the ferries of Bergen"
    chain = [
        undertaking(words, told="2022-03-01"),
        undertaking(
            "cranes, rails, lamps and pilots for the ferries of Bergen and a museum of amber in Ventspils",
            told="2022-03-02",
        ),
        undertaking("open a museum of amber in Ventspils", told="2022-03-03"),
    ]
    assert not may_be_one_record(chain[0], chain[2])
    assert all(len(group) < 3 for group in commitments(chain))


def test_where_one_account_names_more_promisers_more_of_the_words_must_be_the_same() -> None:
    words = "open a ferry line to Liepaja and train sappers of the coast guard"
    promise, loose = undertaking(words), "open a ferry line to Liepaja and survey reefs"
    assert same_undertaking(promise, undertaking(loose))
    both = (NORWAY, LATVIA)
    assert same_undertaking(promise, undertaking(words, by=both))
    assert same_undertaking(promise, undertaking(loose, by=both)) is None
