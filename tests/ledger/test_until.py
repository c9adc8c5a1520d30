"""What the ledger says of a day is what a ledger says that holds no later report, byte for byte."""

import json
from dataclasses import asdict

import pytest
from tests.ledger.conftest import AT, Told
from tests.ledger.records.story import pledge, story

from readout.ledger import Ledger
from readout.ledger.deciding import Act, Value
from readout.ledger.records.wanted import Wanted
from readout.model import KIND_NAMES

DAYS = ("2024-04-30", "2024-05-01", "2024-05-02", "2024-09-01", "2024-11-01", "2025-03-01", "2025-12-31")
PAIR = ("Norway", "Sweden")


def all_of(ledger: Ledger, day: str, **asked) -> str:
    """Everything that a ledger says of a day, as text."""
    found = [ledger.stood(Wanted(kind, pair=PAIR, limit=0, **asked), day) for kind in KIND_NAMES]
    return json.dumps([asdict(detail) for some in found for detail in some])


def kept_in(path, told: list[Told]) -> Ledger:
    ledger = Ledger.open(path)
    for each in told:
        ledger.keep(each.reading(), at=AT)
    return ledger


@pytest.mark.parametrize("day", DAYS)
def test_a_ledger_with_later_reports_says_of_a_day_what_a_ledger_without_them_says(url, tmp_path, day):
    with kept_in(url, story()) as whole, kept_in(tmp_path / "then.db", [t for t in story() if t.date <= day]) as then:
        assert all_of(whole, day) == all_of(then, day)


def test_what_became_of_an_undertaking_is_told_as_of_the_day(url):
    wanted = Wanted("commitment", pair=PAIR, text="HIMARS", limit=0)
    with kept_in(url, story()) as ledger:
        outcomes = [ledger.stood(wanted, day)[0].record.outcome for day in DAYS[1:]]
    assert outcomes == [
        "no later report", "no later report", "reaffirmed", "reaffirmed", "delivered, claimed", "delivered, confirmed",
    ]  # fmt: skip


def test_today_it_says_what_the_records_say(url):
    with kept_in(url, story()) as ledger:
        for kind in KIND_NAMES:
            wanted = Wanted(kind, pair=PAIR, limit=0)
            stood = ledger.stood(wanted, "2026-01-01")
            assert [detail.record for detail in stood] == list(ledger.records(wanted, as_of="2026-01-01"))
            assert all(
                detail == now for detail in stood for now in [ledger.record(detail.record.id, as_of="2026-01-01")]
            )


def test_what_a_later_report_binds_into_one_record_are_two_on_the_day_before(url):
    said = [
        "Norway will deliver Leopard tanks and Bofors guns to Sweden.",
        "Norway will deliver Bofors guns and Gripen aircraft to Sweden.",
        "Norway will deliver Leopard tanks, Bofors guns and Gripen aircraft to Sweden.",
    ]
    dates = ("2024-01-10", "2024-03-10", "2024-06-01")
    told = []
    for date, text in zip(dates, said, strict=True):
        one = Told(text, date=date).country("Norway", "Sweden")
        one.find("commitment", text[12:-1], by="Norway", to="Sweden", strength="pledged", specific=True)
        told.append(one)
    wanted = Wanted("commitment", pair=PAIR, limit=0)
    with kept_in(url, told) as ledger:
        counts = [len(ledger.stood(wanted, day)) for day in ("2024-02-01", "2024-04-01", "2024-07-01")]
        assert counts == [1, 2, 1]


def test_an_outcome_that_a_person_set_counts_from_that_day_and_a_word_on_the_reading_always(url):
    with kept_in(url, [pledge("2024-05-01")]) as ledger:
        (record,) = ledger.records("commitment")
        dropped = {"note": "her own letter", "role": "outcome", "values": (Value("dropped"),)}
        ledger.decide(Act("status", record.id, "Ada", "2025-02-01T10:00:00Z", **dropped))
        ledger.decide(Act("accept", record.id, "Ada", "2025-03-01T10:00:00Z"))
        before, after = (
            ledger.stood(Wanted("commitment", pair=PAIR), day)[0].record for day in ("2025-01-31", "2025-02-01")
        )
    assert (before.outcome, after.outcome) == ("no later report", "dropped")
    assert before.review == after.review != "machine"


def test_a_report_without_a_date_belongs_to_no_day(url):
    with kept_in(url, [pledge(None), pledge("2024-05-02", source="The Evening Courier")]) as ledger:
        assert ledger.stood(Wanted("commitment", pair=PAIR), "2024-05-01") == ()
        assert ledger.stood(Wanted("commitment", pair=PAIR), "2024-05-02")[0].record.sources == 1


def test_what_some_reports_tell_is_told_of_the_day(url):
    with kept_in(url, story()) as ledger:
        (meeting,) = ledger.stood(Wanted("meeting", pair=PAIR), "2024-05-01")
        reports = [source.report for source in meeting.sources]
        assert [detail.sides for detail in ledger.told_in(reports, "commitment", "2024-05-01")] == [("Norway",)]
        assert ledger.told_in(reports, "commitment", "2024-04-30") == ()
