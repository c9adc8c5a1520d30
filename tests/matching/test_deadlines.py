"""A deadline that they who promised it told anew is the one that holds; what else reports say moves nothing."""

from dataclasses import replace
from itertools import permutations

from tests.matching.made import LATVIA, NORWAY, undertaking

from readout.matching.deadlines import deadlines
from readout.matching.status import status
from readout.matching.undertakings import Undertaking

BOATS = "deliver six CB90 patrol boats to Latvia"
FIRST = undertaking(BOATS, "2022-03-01", due="2023-12-31")


def told(date: str, due: str | None, by: tuple[str, ...] = (NORWAY,), precision: str | None = None) -> Undertaking:
    """The promise told again."""
    return replace(undertaking(BOATS, date, by, due=due), precision=precision)


def held(*later: Undertaking, first: Undertaking = FIRST) -> list[str | None]:
    """The deadlines that held one after the other."""
    return [one.due for one in deadlines(first, later)]


def test_the_deadline_that_was_told_last_holds_in_whatever_order_reports_came() -> None:
    later = told("2023-02-01", "2024-06-30"), told("2023-09-01", "2025"), told("2023-05-01", None)
    for order in permutations(later):
        assert held(*order) == ["2023-12-31", "2024-06-30", "2025"]


def test_a_deadline_that_is_brought_forward_holds_too() -> None:
    assert held(told("2022-09-01", "2023-03-31")) == ["2023-12-31", "2023-03-31"]


def test_a_promise_that_had_no_deadline_has_none_by_a_later_telling() -> None:
    assert held(told("2022-09-01", "2023-03"), first=told("2022-03-01", None)) == []


def test_a_visit_that_is_promised_when_the_time_of_the_first_had_passed_is_the_next_one() -> None:
    first = undertaking("hold a ferry forum in Riga", "2022-03-01", due="2022-06-01")
    assert held(replace(first, told="2022-09-01", due="2023-06-01"), first=first) == ["2022-06-01"]
    assert held(replace(first, told="2022-05-01", due="2022-08-01"), first=first) == ["2022-06-01", "2022-08-01"]


def test_a_coarser_word_for_the_same_time_moves_nothing() -> None:
    assert held(told("2022-09-01", "2023")) == ["2023-12-31"]
    assert held(told("2022-09-01", "2023-12-31", precision="quarter"), told("2022-10-01", "2023-12")) == ["2023-12-31"]


def test_accounts_of_the_first_meeting_move_nothing() -> None:
    assert held(told("2022-03-02", "2025")) == ["2023-12-31"]


def test_only_all_who_promised_it_move_it() -> None:
    both = undertaking(BOATS, "2022-03-01", (NORWAY, LATVIA), due="2023-12-31")
    assert held(told("2023-02-01", "2025"), first=both) == ["2023-12-31"]
    assert held(told("2023-02-01", "2025", (NORWAY, LATVIA)), first=both) == ["2023-12-31", "2025"]
    assert held(told("2023-02-01", "2025", ()), first=told("2022-03-01", "2023-12-31", ())) == ["2023-12-31"]


def test_a_time_that_had_come_when_it_was_told_moves_nothing() -> None:
    assert held(told("2023-02-01", "2023-02-01"), told("2024-05-01", "2022")) == ["2023-12-31"]


def test_tellings_of_one_day_that_contradict_one_another_move_nothing() -> None:
    assert held(told("2023-02-01", "2024"), told("2023-02-01", "2025")) == ["2023-12-31"]
    assert held(told("2023-02-01", "2024"), told("2023-02-01", "2024-06")) == ["2023-12-31", "2024-06"]


def test_time_is_worked_out_from_the_deadline_that_holds_and_each_move_names_words_date_and_who() -> None:
    later = told("2023-02-01", "2025")
    stands = status(FIRST, (), as_of="2024-05-01", retold=[later])
    assert (stands.due, stands.time) == ("2025", "due")
    assert status(FIRST, (), as_of="2024-05-01").time == "past due"
    (move,) = stands.changes
    assert (move.field, move.before, move.after, move.date, move.who) == (
        "due",
        "2023-12-31",
        "2025",
        "2023-02-01",
        NORWAY,
    )
    assert (move.report, move.span, move.quote) == (later.report, later.span, BOATS)
