"""What is kept comes back as it was, once."""

from dataclasses import replace

import pytest
import sqlalchemy as sa
from tests.ledger.conftest import AT, BRIDGE, Told, bridge

from readout.ledger import Ledger
from readout.model import NotInLedger, Span, UnreadableInput, UnusableLedger, report_name


def test_a_reading_comes_back_value_for_value(ledger):
    kept = ledger.keep(bridge().reading(), at=AT)
    back = ledger.reading(kept.report)
    assert back.report.id == report_name(BRIDGE, source="The Morning Gazette", date="2024-05-01")
    assert [f.slots for f in back.findings] == [f.slots for f in bridge().reading().findings]
    assert [f.path for f in back.findings] == [("by", "hand")] * 2
    assert back.actors == bridge().reading().actors
    assert back.report.date == "2024-05-01"
    assert ledger.keep(back, at=AT).read is False


def test_offices_parts_and_workings_out_come_back(ledger):
    told = Told("Prime Minister Ada Berg said we will, she added, open the bank today.", date=None, source=None)
    told.person("Ada Berg", "Prime Minister", "Norway")
    told.find("statement", "we will, she added, open the bank", speaker="Ada Berg", form="direct")
    finding = told.findings.pop()
    parts = (told.span("we will"), told.span("open the bank"))
    slots = (*finding.slots, replace(finding.slots[0], role="cue", how="from the words around", precision=None))
    told.findings.append(replace(finding, spans=parts, slots=slots))
    reading = told.reading()
    kept = ledger.keep(reading, at=AT)
    back = ledger.reading(kept.report)
    assert back.actors == reading.actors
    assert [(f.spans, f.slots, f.rule, f.score) for f in back.findings] == [
        (f.spans, f.slots, f.rule, f.score) for f in reading.findings
    ]


def test_adding_twice_changes_nothing(ledger):
    first = ledger.keep(bridge().reading(), at=AT)
    before = list(ledger.export())
    again = ledger.keep(bridge().reading(), at="2027-01-01T00:00:00Z")
    assert (first.new, first.read, again.new, again.read) == (True, True, False, False)
    assert list(ledger.export()) == before


def test_the_same_words_at_another_address_are_another_source(ledger):
    one = ledger.keep(bridge(url="https://one.example/a").reading(), at=AT)
    two = ledger.keep(bridge(url="https://two.example/b").reading(), at=AT)
    assert one.report != two.report


def test_an_edited_republication_is_a_new_version_of_its_address(ledger):
    first = ledger.keep(bridge(url="https://one.example/a").reading(), at=AT)
    edited = f"{BRIDGE.replace('2027', '2028')} Both were glad."
    told = bridge(url="https://one.example/a", text=edited.replace("build the bridge", "paint the bridge"))
    second = ledger.keep(told.reading(), at=AT)
    assert [version.id for version in ledger.versions(second.report)] == [first.report, second.report]
    assert ledger.report(first.report).text == BRIDGE


def test_a_report_is_found_by_its_name_its_beginning_and_its_given_id(ledger):
    kept = ledger.keep(bridge(id="line-7").reading(), at=AT)
    for id in (kept.report, kept.report[:6], "line-7"):
        assert ledger.report(id).id == kept.report
    with pytest.raises(NotInLedger, match="no such report"):
        ledger.report("zzz")


def test_an_id_of_an_input_names_the_last_version_and_none_where_two_addresses_have_it(ledger):
    one = {"url": "https://one.example/a", "id": "line-7"}
    edited = f"{BRIDGE} Both were glad."
    second = ledger.keep(bridge(text=edited, **one).reading(), at=AT)
    first = ledger.keep(bridge(**one).reading(), at=AT)
    ledger.keep(bridge(text=f"{edited} So were we.", url=one["url"], id="line-8").reading(), at=AT)
    assert ledger.report("line-7").id == second.report
    assert ledger.report(first.report).id == first.report
    ledger.keep(bridge(url="https://two.example/b", id="line-7").reading(), at=AT)
    with pytest.raises(NotInLedger, match="Type more of it"):
        ledger.report("line-7")


def test_a_newer_reader_leaves_the_older_sightings_and_is_what_counts(ledger):
    ledger.keep(bridge().reading(), at=AT)
    newer = bridge()
    newer.findings.pop()
    kept = ledger.keep(newer.reading("reader-2"), at=AT)
    assert (kept.new, kept.read) == (False, True)
    assert [finding.kind for finding in ledger.reading(kept.report).findings] == ["meeting"]
    assert ledger.keep(bridge().reading("reader-1"), at=AT).read
    assert len(ledger.reading(kept.report).findings) == 2


def test_half_a_character_is_refused_with_its_place(ledger):
    with pytest.raises(UnreadableInput, match="half a character at position 3"):
        ledger.keep(Told("Abc\ud800").reading(), at=AT)
    assert list(ledger.export()) == ['{"format": 1, "line": "ledger"}']


def test_a_ledger_that_is_not_there_is_not_made_by_asking(tmp_path):
    with pytest.raises(UnusableLedger, match="no such ledger"):
        Ledger.open(tmp_path / "none.db", make=False)
    assert not (tmp_path / "none.db").exists()


def test_an_address_of_another_database_is_refused():
    with pytest.raises(UnusableLedger, match="not kept in mysql"):
        Ledger.open("mysql://somewhere/ledger")


def test_spans_are_those_of_the_text(ledger):
    kept = ledger.keep(bridge().reading(), at=AT)
    meeting = ledger.reading(kept.report).findings[0]
    assert meeting.span == Span(0, 29)
    assert meeting.span.of(ledger.report(kept.report).text) == "Norway and Sweden met in Oslo"


def test_a_report_of_many_undertakings_takes_hardly_more_statements_than_one_of_a_single_one(ledger):
    parts = ["bridge over the Svinesund", "tunnel below Oslo harbour", "railway along Skagerrak", "ferry quay in Moss"]
    text = "Norway and Sweden met in Oslo. " + " ".join(f"Norway will build the {part}." for part in parts)
    many = bridge(text=text.replace(parts[0], parts[0] + " by the end of 2027"), date="2024-05-02")
    for part in parts[1:]:
        many.find("commitment", f"build the {part}", by="Norway", to="Sweden", strength="pledged", specific=True)
    ledger.keep(bridge(date="2024-01-01").reading(), at=AT)
    single, several = (_statements(ledger, told.reading()) for told in (bridge(), many))
    assert several <= single + 3


def _statements(ledger, reading):
    """How many statements it takes to keep a reading."""
    told: list[str] = []

    def tell(*event):
        told.append(event[2])

    sa.event.listen(ledger.database.engine, "before_cursor_execute", tell)
    ledger.keep(reading, at=AT)
    sa.event.remove(ledger.database.engine, "before_cursor_execute", tell)
    return len(told)
