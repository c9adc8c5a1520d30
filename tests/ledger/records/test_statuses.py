"""A status follows from evidence and from what persons say, and names both."""

from tests.ledger.conftest import AT
from tests.ledger.records.story import the_pledge

from readout.ledger.deciding import Act, Value
from readout.matching.evidence import RESTATED, weigh
from readout.matching.tellings import tellings
from readout.matching.undertakings import undertakings


def test_a_status_names_the_sentence_the_date_and_who_says_so(told):
    detail = told.record(the_pledge(told).id)
    assert detail.record.outcome == "delivered, confirmed"
    assert [(change.after, change.date) for change in detail.changes if change.field == "outcome"] == [
        ("reaffirmed", "2024-09-01"), ("delivered, claimed", "2025-03-01"), ("delivered, confirmed", "2025-06-01"),
    ]  # fmt: skip
    last = next(change for change in detail.changes if change.after == "delivered, confirmed")
    assert (last.date, last.who) == ("2025-06-01", "Sweden")
    assert told.report(last.report).text[last.span.start : last.span.end] == last.quote


def test_a_person_s_word_that_it_is_delivered_ends_its_deadline(told):
    (bridge_,) = [r for r in told.records("commitment", as_of="2030-01-01") if "bridge" in r.words]
    act = Act(
        "status", bridge_.id, "Ada", AT, role="outcome", values=(Value("delivered, confirmed"),), note="crossed it"
    )
    told.decide(act)
    (after,) = [r for r in told.records("commitment", as_of="2030-01-01") if "bridge" in r.words]
    assert (bridge_.time, after.time, after.due) == ("past due", "none", "2027-12-31")


def test_a_status_falls_back_when_the_report_that_told_it_is_removed(told):
    pledged = the_pledge(told)
    for each in told.record(pledged.id).news:
        if each.effect == "delivered":
            told.decide(Act("remove", each.report, "Ada", AT, note="withdrawn by its outlet"))
    assert the_pledge(told).outcome == "reaffirmed"


def test_news_names_the_cue_that_tells_it_as_matching_found_it(told):
    pledged = the_pledge(told)
    (promise,) = (
        u for u in undertakings(told.reading(told.record(pledged.id).sources[0].report)) if u.id == pledged.id
    )
    news = [each for each in told.record(pledged.id).news if each.cue != RESTATED]
    found = {e.span: (e.effect, e.cue) for n in news for e in weigh(promise, tellings(told.reading(n.report)))}
    assert news and [found[n.span] for n in news] == [(n.effect, n.cue) for n in news]


def test_silence_stays_no_later_report(told):
    (record,) = [r for r in told.records("commitment", as_of="2030-01-01") if "bridge" in r.words]
    assert (record.outcome, record.time) == ("no later report", "past due")


def test_a_person_s_word_stands_over_the_reports_and_is_told_as_theirs(told):
    pledged = the_pledge(told)
    act = Act("status", pledged.id, "Ada", AT, role="outcome", values=(Value("partly"),), note="two of four seen")
    decision = told.decide(act)
    change = [change for change in told.record(pledged.id).changes if change.field == "outcome"][-1]
    assert (the_pledge(told).outcome, change.who, change.quote) == ("partly", "Ada", "two of four seen")
    told.decide(Act("withdraw", decision.id, "Ada", AT))
    assert the_pledge(told).outcome == "delivered, confirmed"
