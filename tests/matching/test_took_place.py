"""An announced meeting is known again in an account of it: its time, who undertook it, and whom or what place it names."""

from dataclasses import replace
from datetime import date

import pytest
from tests.matching.made import LATVIA, NORWAY, undertaking

from readout.matching.account import Account
from readout.matching.parties import Party
from readout.matching.took_place import announced, months_met, months_of, took_place
from readout.matching.undertakings import Undertaking

HOLM, BERZINS = Party(frozenset((NORWAY,)), "Maria Holm"), Party(frozenset((LATVIA,)), "Edgars Berzins")
TALKS = Account("m", "m", "r", None, frozenset((HOLM, BERZINS)), "talks", "Riga", "2022-06-14", True)
SUMMIT = replace(TALKS, kind="summit", parties=frozenset((Party(frozenset(("NATO",))),)), place=None)


def visit(words: str, due: str = "2022-06-14", precision: str = "day") -> Undertaking:
    """A visit of Maria Holm of Norway that was announced in March."""
    return replace(undertaking(words, "2022-03-01", due=due), to=frozenset(), table=frozenset(), precision=precision)


def is_held(promise: Undertaking, account: Account = TALKS, named: str = "Maria Holm") -> bool:
    """Whether the account, told on the day after, is that of the visit."""
    meeting = announced(promise, (NORWAY, named))
    return meeting is not None and took_place(meeting, account, "2022-06-15")


@pytest.mark.parametrize(
    "words",
    [
        "meet with President Edgars Berzins on June 14",
        "host President Berzins for talks",
        "travel to Latvia on June 14",
        "visit Riga, Latvia",
        "travel to Estonia and Latvia, June 9-15",
    ],
)
def test_whoever_is_named_was_met_or_the_country_visited(words: str) -> None:
    assert is_held(visit(words, due="2022-06-15" if "9-15" in words else "2022-06-14"))


@pytest.mark.parametrize(
    ("words", "due", "precision"),
    [
        ("meet with President Janis Kalnins on June 14", "2022-06-14", "day"),
        ("meet with ministers of Latvia in Riga", "2022-06-14", "day"),
        ("travel to Estonia on June 14", "2022-06-14", "day"),
        ("call President Edgars Berzins", "2022-06-14", "day"),
        ("meet with President Edgars Berzins on June 15", "2022-06-15", "day"),
        ("meet with President Edgars Berzins in July", "2022-07", "month"),
        ("meet with President Edgars Berzins this year", "2022", "year"),
        ("build a bridge to Latvia with President Edgars Berzins", "2022-06-14", "day"),
    ],
)
def test_others_another_place_another_way_or_another_time_are_another_meeting(
    words: str, due: str, precision: str
) -> None:
    assert not is_held(visit(words, due, precision))


def test_a_meeting_of_somebody_else_of_the_same_country_is_not_theirs() -> None:
    assert not is_held(visit("meet with President Edgars Berzins on June 14"), named="Erik Lund")


def test_a_call_is_held_by_a_call() -> None:
    assert is_held(visit("hold a phone call with President Edgars Berzins"), replace(TALKS, kind="call", place=None))


def test_a_summit_of_a_group_is_that_of_its_members_on_its_day_alone() -> None:
    assert is_held(visit("take part in the NATO summit on June 14"), SUMMIT)
    assert not is_held(visit("meet at the NATO summit in June", "2022-06", "month"), SUMMIT)
    assert not is_held(visit("take part in the Quad summit on June 14"), SUMMIT)


def test_a_visit_of_several_days_may_begin_two_weeks_before_its_last_and_never_when_it_was_announced() -> None:
    meeting = announced(visit("travel to Latvia from June 9 to 14"), ())
    assert meeting and (meeting.first, meeting.last) == (date(2022, 5, 31), date(2022, 6, 14))
    soon = announced(replace(visit("travel to Latvia from June 9 to 14"), told="2022-06-08"), ())
    assert soon and soon.first == date(2022, 6, 9)


def test_what_may_be_a_meeting_and_an_account_of_it_stand_under_one_side_and_month() -> None:
    assert (NORWAY, "2022-06") in set(months_of(visit("travel to Latvia from June 9 to 14"))) & set(months_met(TALKS))
    assert months_of(visit("travel to Latvia from June 9 to 14")) == [(NORWAY, "2022-05"), (NORWAY, "2022-06")]
    assert (NORWAY, "2022-06") in months_met(SUMMIT)
    assert months_of(visit("travel to Latvia", "2022", "year")) == []
    assert months_met(replace(TALKS, kind="correspondence")) == []
