"""One record from many reports."""

from dataclasses import replace

import pytest
from tests.ledger.conftest import AT, Told
from tests.ledger.records.story import PLEDGE, pledge, the_pledge

from readout.ledger.deciding import Act
from readout.ledger.records.wanted import Wanted
from readout.model import Slot


def test_two_accounts_of_one_meeting_are_one_record_and_a_later_meeting_is_another(told):
    meetings = told.records("meeting")
    assert [(meeting.date, meeting.sources, meeting.place) for meeting in meetings] == [
        ("2024-11-01", 1, "Oslo"), ("2024-05-01", 2, "Oslo"),
    ]  # fmt: skip


def test_an_undertaking_told_again_is_one_record_with_several_sources_and_its_drift(told):
    detail = told.record(the_pledge(told).id)
    assert (detail.record.date, detail.record.last, detail.record.sources) == ("2024-05-01", "2024-09-01", 3)
    assert [source.reprint for source in detail.sources] == [False, True, True]
    assert detail.sources[2].drift.due == ("2025-12-31", "2026-12-31")


def test_all_records_at_once_are_what_each_of_them_is_alone_by_date_and_id(told):
    with told.snapshot() as snapshot:
        for kind in ("meeting", "commitment", "statement"):
            details = list(snapshot.details(Wanted(kind), "2026-01-01"))
            assert details == [told.record(detail.record.id, as_of="2026-01-01") for detail in details]
            assert len(details) == len(told.records(kind))
            assert details == sorted(details, key=lambda detail: (detail.record.date, detail.record.id))


def test_a_record_names_the_pairs_that_it_stands_between(told):
    assert told.record(the_pledge(told).id).pairs == (("Norway", "Sweden"),)


def met(words: str, date: str, /, **slots: object) -> Told:
    """A report of a date that tells of a meeting with these words."""
    return Told(words, date=date).country("Norway", "Sweden").find(
        "meeting", words.removesuffix("."), "en.meeting.noun", participants=["Norway", "Sweden"], kind="talks", **slots
    )  # fmt: skip


@pytest.mark.parametrize(
    ("words", "slots", "date"),
    [
        ("Norway and Sweden met on 2024-05-20.", {"date": "2024-05-20"}, "2024-05-20"),
        ("Norway and Sweden met in 2023-11.", {"date": "2023-11"}, "2023-11"),
        ("Norway and Sweden met some time ago.", {}, None),
    ],
)
def test_a_meeting_is_listed_by_its_own_day_and_never_by_that_of_a_report_that_mentions_it(ledger, words, slots, date):
    report = met(words, "2024-06-01", **slots)
    if date and len(date) < 10:
        report.findings = [replace(f, slots=tuple(_by_month(s) for s in f.slots)) for f in report.findings]
    ledger.keep(report.reading(), at=AT)
    (meeting,) = ledger.records("meeting")
    assert meeting.date == date


def _by_month(slot: Slot) -> Slot:
    return replace(slot, precision="month") if slot.role == "date" else slot


def test_a_merged_meeting_shows_the_places_of_both_accounts(ledger):
    first = met("Norway and Sweden met in Oslo.", "2024-06-01", place="Oslo", date="2024-06-01")
    other = met("Norway and Sweden met in Gothenburg.", "2024-06-01", place="Gothenburg", date="2024-06-01")
    for each in (first, other):
        ledger.keep(each.reading(), at=AT)
    one, two = (r.id for r in ledger.records("meeting"))
    ledger.decide(Act("merge", one, "Ada", AT, two))
    (meeting,) = ledger.records("meeting")
    assert (meeting.place, meeting.sources) == ("Gothenburg / Oslo", 2)


def test_a_record_has_the_score_of_its_surest_finding_and_none_where_a_person_vouches(ledger):
    ledger.keep(pledge("2024-05-01").reading(), at=AT)
    again = pledge("2024-05-02", f"Reprinted. {PLEDGE}")
    again.findings = [replace(f, score=0.4) for f in again.findings]
    ledger.keep(again.reading(), at=AT)
    (record,) = ledger.records("commitment")
    assert (record.sources, record.score) == (2, 0.9)
    ledger.decide(Act("accept", record.id, "Ada", AT))
    assert the_pledge(ledger).score is None
