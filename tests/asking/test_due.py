"""What is due on a day: deadlines, silence, and the counts that they are to be read against."""

from dataclasses import replace
from io import StringIO

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.ledger.conftest import AT, Told, bridge
from tests.ledger.records.story import PLEDGE, later, pledge

from readout import Asking
from readout.asking.brief import Briefed
from readout.asking.due import DueAsked
from readout.asking.periods import days_after, months_before, passed
from readout.asking.timeline import Course
from readout.cli.ledger.showing import show
from readout.cli.terminal import Paper
from readout.ledger.deciding import Act, Value
from readout.ledger.pursuing import Pursued
from readout.matching.periods import period
from readout.pages.due import table
from readout.pages.due.saying import deadline


def vague(date: str = "2024-05-01") -> Told:
    """A report of an undertaking that nobody can check."""
    told = Told("Norway will deepen its friendship with Finland.", date=date).country("Norway", "Finland")
    told.find("commitment", "deepen its friendship with Finland", by="Norway", to="Finland", strength="intended")
    return told


def today() -> Told:
    """A report that says what was signed on its very day."""
    told = Told("Today Norway will sign a treaty on salmon with Chile.", date="2024-05-01").country("Norway", "Chile")
    told.find("commitment", "sign a treaty on salmon", by="Norway", to="Chile", strength="signed", due="2024-05-01", specific=True)  # fmt: skip
    return told


@pytest.fixture
def told(ledger):
    """A bridge due in 2027, launchers due in 2025 that were delivered in 2025, a vague wish, and a signature of the day."""
    news = later("2025-06-01", "Sweden said that Norway delivered all four HIMARS launchers.", "Sweden")
    for report in (bridge(), pledge("2024-05-01"), news, vague(), today()):
        ledger.keep(report.reading(), at=AT)
    return ledger


def due(ledger, as_of, soon=90, **asked):
    return Asking(ledger).due(DueAsked(Pursued(as_of, **asked), soon))


def words(items):
    return [item.words.split()[0] for item in items]


def test_a_deadline_that_has_passed_without_an_outcome_is_overdue_and_one_within_reach_is_due_soon(told):
    assert words(due(told, "2027-10-15").due_soon) == ["build"]
    (item,) = due(told, "2028-01-10").overdue
    assert (item.words.split()[0], item.days, item.outcome) == ("build", 10, "no later report")
    assert (item.outlet, item.date, item.strength, item.by) == (
        "The Morning Gazette",
        "2024-05-01",
        "pledged",
        ("Norway",),
    )


def test_what_was_delivered_is_not_overdue_but_was_so_as_long_as_nobody_had_told(told):
    assert "hand" not in words(due(told, "2026-06-01").overdue)
    early = later("2026-03-01", "Sweden said that Norway delivered all four HIMARS launchers to Oslo.", "Sweden")
    told.keep(replace(early, text=early.text).reading(), at=AT)
    assert due(told, "2026-06-01").counts.closed == 1
    assert due(told, "2025-05-31").counts.closed == 0
    assert words(due(told, "2025-05-31", since="2024-01-01").silent).count("hand") == 1


def test_nothing_that_is_dated_after_the_day_counts(told):
    assert due(told, "2024-04-30").counts.undertaken == 0
    before, after = due(told, "2025-05-31").counts, due(told, "2025-06-01").counts
    assert (before.told_of, after.told_of) == (0, 1)
    assert (before.checked, after.checked) == (0, 1)


def test_a_person_s_word_counts_from_the_day_on_which_it_was_given(told):
    item = next(item for item in due(told, "2028-01-10").overdue if item.words.startswith("build"))
    told.enlist("Ada", at=AT)
    act = Act("status", item.id, "Ada", AT, role="outcome", values=(Value("dropped"),), note="given up")
    told.decide(act)
    assert due(told, "2028-01-10").overdue == ()
    assert words(due(told, "2026-11-23").silent).count("build") == 1
    assert words(due(told, "2026-11-24").silent).count("build") == 0


def moved(ledger) -> None:
    """The launchers due in 2025 are promised again in September 2024, for 2026."""
    again = pledge("2024-09-01", f"Again, {PLEDGE}".replace("2025", "2026"), "The Evening Courier", due="2026-12-31")
    again.findings.clear()
    again.find("commitment", "hand over four HIMARS launchers", by="Norway", to="Sweden", strength="pledged", due="2026-12-31",
               due_text="by the end of 2026", specific=True)  # fmt: skip
    for report in (pledge("2024-05-01"), again):
        ledger.keep(report.reading(), at=AT)


def test_a_deadline_that_was_promised_anew_is_the_one_that_passes_and_tells_from_when_it_was_moved(ledger):
    moved(ledger)
    assert due(ledger, "2026-06-01").overdue == ()
    (item,) = due(ledger, "2027-01-10").overdue
    assert (item.due, item.due_words, item.days) == ("2026-12-31", "by the end of 2026", 10)
    assert (item.moved.before, item.moved.outlet, item.moved.date) == (
        "2025-12-31",
        "The Evening Courier",
        "2024-09-01",
    )
    assert deadline(item) == (
        "due 31 December 2026 (“by the end of 2026”), moved from 31 December 2025 by The Evening Courier, 1 September 2024"
    )
    assert "2025-12-31," + item.moved.report + ",2024-09-01" in table(due(ledger, "2027-01-10"))


def test_a_record_and_its_course_tell_from_when_its_deadline_was_moved(ledger):
    moved(ledger)
    (record,) = ledger.records("commitment")
    out = StringIO()
    show(ledger.record(record.id), Paper.on(out))
    said = " ".join(out.getvalue().split())
    assert "31 December 2026 · due · moved from 31 December 2025 by The Evening Courier, 1 September 2024" in said
    assert "due: 2025-12-31 → 2026-12-31 · Norway" in said
    told = Asking(ledger).timeline(Course("2027-01-01", commitment=record.id)).moments
    assert [moment.due for moment in told] == ["2025-12-31", "2026-12-31"]


def test_before_a_deadline_was_moved_the_first_one_held(ledger):
    moved(ledger)
    (item,) = due(ledger, "2024-08-31", soon=600).due_soon
    assert (item.due, item.moved) == ("2025-12-31", None)
    (item,) = due(ledger, "2024-09-01", soon=900).due_soon
    assert (item.due, item.moved.before) == ("2026-12-31", "2025-12-31")


def test_a_deadline_that_a_person_corrected_is_not_moved_by_a_later_report(ledger):
    moved(ledger)
    (record,) = ledger.records("commitment")
    assert (record.due, [c.before for c in ledger.record(record.id).moves]) == ("2026-12-31", ["2025-12-31"])
    ledger.enlist("Ada", at=AT)
    ledger.decide(Act("change", record.id, "Ada", AT, role="due", values=(Value("2027-06-30"),)))
    (record,) = ledger.records("commitment")
    assert (record.due, ledger.record(record.id).moves) == ("2027-06-30", ())


def test_counts_tell_how_many_can_be_checked_and_how_many_have_a_deadline_ahead(told):
    counts = due(told, "2025-12-01").counts
    assert (counts.undertaken, counts.checkable, counts.dated) == (4, 3, 2)


def test_a_deadline_on_the_day_of_the_report_makes_nothing_overdue(told):
    asked = due(told, "2030-01-01", actor="Chile", whole=True)
    assert (asked.overdue, words(asked.silent), asked.counts.dated) == ((), ["sign"], 0)


def test_the_three_lists_share_no_commitment_and_their_counts_are_parts_of_what_can_be_checked(told):
    for day in ("2024-06-01", "2025-10-15", "2026-03-01", "2027-12-01", "2030-01-01"):
        answer = due(told, day)
        listed = [item.id for items in (answer.overdue, answer.due_soon, answer.silent) for item in items]
        assert len(listed) == len(set(listed))
        counts = answer.counts
        assert len(listed) == counts.overdue + counts.due_soon + counts.silent
        assert len(listed) + counts.closed <= counts.checkable <= counts.undertaken


def test_a_pair_an_actor_a_strength_and_a_first_day_narrow_lists_and_counts_alike(told):
    assert due(told, "2030-01-01", pair=("Norway", "Finland")).counts.undertaken == 1
    assert due(told, "2030-01-01", actor="Sweden", whole=True).counts.undertaken == 2
    assert due(told, "2030-01-01", strength="signed").counts.undertaken == 1
    assert due(told, "2030-01-01", since="2024-05-02").counts.undertaken == 0


def test_what_several_sides_undertake_counts_for_each_of_them(ledger):
    both = Told("Norway and Sweden will build a tunnel.", date="2024-05-01").country("Norway", "Sweden")
    both.find("commitment", "build a tunnel", by=["Norway", "Sweden"], strength="agreed", specific=True)
    ledger.keep(both.reading(), at=AT)
    answer = due(ledger, "2024-06-01")
    assert [(side, counts.checkable) for side, counts in answer.by_side] == [("Norway", 1), ("Sweden", 1)]
    assert answer.counts.checkable == 1


def test_a_limit_shortens_lists_and_leaves_counts(told):
    answer = Asking(told).due(DueAsked(Pursued("2030-01-01"), limit=1))
    assert (len(answer.silent), answer.counts.silent) == (1, 1)
    assert (len(answer.overdue), answer.counts.overdue) == (1, 1)


def test_the_order_of_keeping_changes_no_answer(tmp_path):
    from readout.ledger import Ledger

    reports = (bridge(), pledge("2024-05-01"), vague(), today())
    answers = []
    for name, order in (("one", reports), ("other", reports[::-1])):
        with Ledger.open(tmp_path / name) as ledger:
            for report in order:
                ledger.keep(report.reading(), at=AT)
            answers.append(due(ledger, "2026-06-01"))
    assert answers[0] == answers[1]


def test_a_quarter_covers_its_three_months_and_a_day_covers_itself():
    assert [str(day) for day in period("2027-09-30", "quarter")] == ["2027-07-01", "2027-09-30"]
    assert [str(day) for day in period("2027-06-30", "half-year")] == ["2027-01-01", "2027-06-30"]
    assert [str(day) for day in period("2028-02")] == ["2028-02-01", "2028-02-29"]
    assert [str(day) for day in period("2027")] == ["2027-01-01", "2027-12-31"]
    assert [str(day) for day in period("2027-12-31", "year")] == ["2027-01-01", "2027-12-31"]
    assert [str(day) for day in period("2027-03-05", "day")] == ["2027-03-05", "2027-03-05"]


@given(st.dates(), st.sampled_from((4, 7, 10)))
def test_a_date_has_passed_on_the_day_after_all_that_it_covers_and_on_no_day_before(date, length):
    written = date.isoformat()[:length]
    last = period(written)[1]
    assert not passed(written, last.isoformat())
    if last.year < 9999:
        assert passed(written, days_after(last.isoformat(), 1))


def test_months_before_a_long_month_end_on_the_last_day_there_is():
    assert months_before("2026-08-31", 6) == "2026-02-28"
    assert months_before("2026-01-15", 1) == "2025-12-15"


@given(st.dates(), st.integers(-(10**9), 10**9), st.integers(0, 10**9))
def test_a_day_that_no_calendar_writes_is_the_first_or_the_last_that_one_does(day, days, months):
    assert "0001-01-01" <= days_after(day.isoformat(), days) <= "9999-12-31"
    assert "0001-01-01" <= months_before(day.isoformat(), months) <= day.isoformat()


@pytest.mark.parametrize(("as_of", "overdue"), [("0001-01-01", 0), ("9999-12-31", 1)])
def test_the_first_and_the_last_day_of_all_can_be_asked_for(told, as_of, overdue):
    assert due(told, as_of).counts.overdue == overdue
    assert Asking(told).stats(as_of).as_of == as_of
    assert Asking(told).brief(Briefed("Finland", as_of, "Norway")).as_of == as_of


def test_what_was_due_on_the_day_it_was_told_is_silent_later_and_names_no_deadline(told):
    (item,) = [item for item in due(told, "2025-02-01").silent if item.words.startswith("sign")]
    assert (item.due, item.days, item.precision) == (None, None, None)


def test_a_proposal_that_nobody_took_up_stands_apart_and_is_no_broken_promise(ledger):
    told = Told("Norway invited Sweden to visit Bergen in June 2024. Norway will build a pier by June 2024.")
    told.country("Norway", "Sweden")
    asked = {"to": "Norway", "due": "2024-06", "specific": True}
    told.find("commitment", "visit Bergen in June 2024", by="Sweden", proposer="Norway", strength="proposed", **asked)
    told.find("commitment", "build a pier", by="Norway", strength="pledged", due="2024-06", specific=True)
    ledger.keep(told.reading(), at=AT)
    answer = due(ledger, "2025-03-01")
    assert (words(answer.overdue), words(answer.unanswered)) == (["build"], ["visit"])
    counts = answer.counts
    assert (counts.overdue, counts.unanswered, counts.proposed, counts.silent) == (1, 1, 1, 0)
    assert (due(ledger, "2024-05-20").counts.due_soon, due(ledger, "2024-05-20").counts.unanswered) == (1, 1)
    assert table(answer).splitlines()[2].startswith("unanswered,")
    (record,) = (r for r in ledger.records("commitment", as_of="2025-03-01") if r.form == "proposed")
    assert record.time == "unanswered"
