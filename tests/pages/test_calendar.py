"""The calendar of deadlines and meetings, as two libraries that are not ours load it."""

import datetime
import re
import sys
from dataclasses import replace

import pytest
from tests.ledger.conftest import AT, Told, bridge
from tests.ledger.records.story import later, pledge

from readout import Asking
from readout.asking.due import DueAsked
from readout.ledger import Ledger
from readout.ledger.deciding import Act, Value
from readout.ledger.pursuing import Pursued
from readout.model import MissingInput
from readout.pages.due import calendar

icalendar = pytest.importorskip("icalendar")
vobject = pytest.importorskip("vobject")

LONG = "build the bridge, the quay; and a “long” tunnel under the Øresund\nwith 100 % of the money that Sweden and Norway set aside for it"


def coming() -> Told:
    """A report of a meeting that is to come."""
    told = Told("Norway and Sweden will meet in Oslo on 3 June 2024.", date="2024-05-01").country("Norway", "Sweden")
    told.find("meeting", "Norway and Sweden will meet in Oslo", participants=["Norway", "Sweden"], kind="talks", place="Oslo", date="2024-06-03")  # fmt: skip
    return told


def long_words() -> Told:
    """A deadline known to a quarter, in words that a calendar has to escape and to fold."""
    told = Told(f"Norway will {LONG}.", date="2024-05-01").country("Norway", "Sweden")
    told.find("commitment", LONG, by="Norway", strength="agreed", due="2024-09-30", specific=True)
    (found,) = told.findings
    slots = tuple(replace(slot, precision="quarter") if slot.role == "due" else slot for slot in found.slots)
    told.findings = [replace(found, slots=slots)]
    return told


@pytest.fixture
def told(tmp_path):
    with Ledger.open(tmp_path / "ledger.db") as ledger:
        for report in (bridge(), pledge("2024-05-01", due="2025"), long_words(), coming()):
            ledger.keep(report.reading(), at=AT)
        yield ledger


def written(ledger, as_of="2024-05-20", **asked):
    return calendar(Asking(ledger).deadlines(DueAsked(Pursued(as_of, **asked))))


def events(text):
    return {str(event["summary"]): event for event in icalendar.Calendar.from_ical(text).walk("VEVENT")}


def one(text, part):
    return next(event for summary, event in events(text).items() if part in summary)


def test_two_libraries_load_it_and_find_the_same_days_and_words(told):
    text = written(told)
    ours = {(str(e["uid"]), str(e["summary"]), e.decoded("dtstart"), e.decoded("dtend")) for e in events(text).values()}
    theirs = {(e.uid.value, e.summary.value, e.dtstart.value, e.dtend.value) for e in vobject.readOne(text).vevent_list}
    assert ours == theirs
    assert len(ours) == 4


def test_a_day_takes_a_day_and_a_quarter_or_a_year_all_of_it(told):
    day = datetime.date
    spans = {
        "over the Svinesund": (day(2027, 12, 31), day(2028, 1, 1)),
        "the quay": (day(2024, 7, 1), day(2024, 10, 1)),
        "HIMARS": (day(2025, 1, 1), day(2026, 1, 1)),
    }
    for words, span in spans.items():
        event = one(written(told), words)
        assert (event.decoded("dtstart"), event.decoded("dtend")) == span
        assert not any(
            isinstance(when, datetime.datetime) for when in (event.decoded("dtstart"), event.decoded("dtend"))
        )


def test_words_are_escaped_and_lines_folded_so_that_they_come_back_whole(told):
    text = written(told)
    assert all(len(line.encode()) <= 75 for line in text.split("\r\n"))
    event = one(text, "build the bridge, the quay; and")
    assert "“build the bridge, the quay; and a “long” tunnel under the Øresund with 100 %" in str(event["description"])


def test_a_meeting_that_is_to_come_stands_in_it_with_its_place(told):
    event = one(written(told), "Talks: Norway, Sweden")
    assert (event.decoded("dtstart"), str(event["location"])) == (datetime.date(2024, 6, 3), "Oslo")
    assert event["categories"].cats == ["meeting", "talks"]
    assert not any("Talks" in summary for summary in events(written(told, "2024-06-03")))


def test_an_entry_keeps_its_name_and_its_number_rises_when_the_ledger_learns_of_it(told):
    before = one(written(told), "HIMARS")
    told.keep(
        later("2024-05-10", "Sweden said that Norway delivered all four HIMARS launchers.", "Sweden").reading(), at=AT
    )
    after = one(written(told), "HIMARS")
    assert before["uid"] == after["uid"]
    assert (before["sequence"], after["sequence"]) == (0, 1)
    assert "delivered, confirmed" in after["description"]
    assert before.decoded("dtstamp") < after.decoded("dtstamp")


def test_its_number_rises_when_a_deadline_is_changed_and_when_that_is_taken_back_whatever_day_is_asked_about(told):
    seen = [one(written(told), "HIMARS")]
    (id,) = (record.id for record in told.records("commitment") if "HIMARS" in record.words)
    changed = told.decide(Act("change", id, "Ada", AT, role="due", values=(Value("2024-09-30"),)))
    seen.append(one(written(told), "HIMARS"))
    told.decide(Act("withdraw", changed.id, "Ada", AT))
    seen.append(one(written(told), "HIMARS"))
    assert [str(event["dtstart"].dt) for event in seen] == ["2025-01-01", "2024-09-30", "2025-01-01"]
    assert [event["sequence"] for event in seen] == [0, 1, 2]
    assert len({str(event["uid"]) for event in seen}) == 1 and seen[0]["dtstamp"].dt < seen[1]["dtstamp"].dt


def test_it_is_the_same_each_time_and_no_clock_goes_into_it(told):
    assert written(told) == written(told)
    stamps = set(re.findall(r"(?:DTSTAMP|LAST-MODIFIED):(\S+)", written(told)))
    assert stamps == {"20240501T000000Z"}


def test_without_the_library_it_says_what_to_install(told, monkeypatch):
    monkeypatch.setitem(sys.modules, "icalendar", None)
    with pytest.raises(MissingInput, match=r"pip install 'readout-ledger\[calendar\]'"):
        written(told)
