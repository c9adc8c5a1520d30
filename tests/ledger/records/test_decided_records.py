"""What people decide changes the records: splits, merges, rejections, changed slots."""

import pytest
from tests.ledger.conftest import AT, Told
from tests.ledger.records.derived import derived_rows
from tests.ledger.records.story import the_pledge

from readout.ledger.deciding import Act, Value
from readout.model import NotInLedger, RefusedDecision


def test_what_a_person_splits_is_two_records_and_what_one_merges_is_one(told):
    sources = told.record(the_pledge(told).id).sources
    split = told.decide(Act("split", sources[0].finding, "Ada", AT, sources[2].finding))
    assert len([r for r in told.records("commitment") if "HIMARS" in r.words]) == 2
    told.decide(Act("withdraw", split.id, "Ada", AT))
    both = [told.record(r.id).record.id for r in told.records("commitment")]
    told.decide(Act("merge", both[0], "Ada", AT, both[1]))
    (one,) = told.records("commitment")
    assert one.sources == 4


def test_persons_that_a_reviewer_joins_are_one_at_the_table_and_two_again_when_parted(ledger):
    for name, source in (("Maria Holm", "The Morning Gazette"), ("Maria Lindqvist", "The Courier")):
        text = f"Foreign Minister {name} met with Erik Berg, the Foreign Minister of Sweden, in Oslo."
        report = Told(text, source=source).country("Norway", "Sweden")
        report.person(name, "Foreign Minister", "Norway").person("Erik Berg", "the Foreign Minister", "Sweden")
        report.find("meeting", text[:-1], participants=[name, "Erik Berg"], kind="talks", place="Oslo")
        ledger.keep(report.reading(), at=AT)
    assert len(ledger.records("meeting")) == 2
    joined = ledger.decide(Act("join", "Maria Lindqvist", "Ada", AT, "Maria Holm", note="married in June"))
    (meeting,) = ledger.records("meeting")
    assert meeting.sources == 2
    one = derived_rows(ledger)
    ledger.rebuild()
    assert derived_rows(ledger) == one
    ledger.decide(Act("withdraw", joined.id, "Ada", AT))
    assert len(ledger.records("meeting")) == 2


def test_a_rejected_finding_is_out_of_its_record_and_the_record_without_any_is_gone(told):
    (record,) = [r for r in told.records("commitment") if "bridge" in r.words]
    told.decide(Act("reject", record.id, "Ada", AT))
    assert [r for r in told.records("commitment") if "bridge" in r.words] == []
    with pytest.raises(NotInLedger, match="no longer counts"):
        told.record(record.id)


@pytest.mark.parametrize("verb", ["merge", "split"])
def test_a_rejected_finding_is_merged_with_nothing_until_it_counts_again(told, verb):
    one, other = (record.id for record in told.records("commitment"))
    rejected = told.decide(Act("reject", other, "Ada", AT, note="a misreading"))
    for pair in ((one, other), (other, one)):
        with pytest.raises(RefusedDecision, match=f"{other} does not count: rejected by Ada on .*: a misreading"):
            told.decide(Act(verb, pair[0], "Ada", AT, pair[1]))
    told.decide(Act("withdraw", rejected.id, "Ada", AT))
    assert told.decide(Act(verb, one, "Ada", AT, other)).other == other


def test_a_finding_that_does_not_count_is_still_shown_with_the_reason(told):
    (record,) = [r for r in told.records("commitment") if "bridge" in r.words]
    with pytest.raises(NotInLedger, match="this finding counts"):
        told.set_aside(record.id)
    told.decide(Act("reject", record.id, "Ada", AT, note="never said"))
    aside = told.set_aside(record.id[:8])
    assert (aside.words, aside.why) == (record.words, "rejected by Ada on 2026-11-24: never said")
    told.decide(Act("remove", aside.report, "Ben", AT))
    assert told.set_aside(record.id).why == "its report was removed by Ben on 2026-11-24"


def test_a_changed_slot_shows_in_its_record(told):
    (record,) = [r for r in told.records("commitment") if "bridge" in r.words]
    told.decide(Act("change", record.id, "Ada", AT, role="strength", values=(Value("signed"),)))
    again = told.record(record.id).record
    assert (again.form, again.slots["strength"], again.review) == ("signed", ("signed",), "corrected")
