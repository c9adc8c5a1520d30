"""Lists keep what their filters say, in their order."""

import pytest
from tests.ledger.conftest import AT, Told
from tests.ledger.records.story import pledge

from readout.ledger.records.wanted import Wanted


@pytest.mark.parametrize(
    ("wanted", "count"),
    [
        (Wanted("commitment"), 2),
        (Wanted("commitment", actor="norway"), 2),
        (Wanted("commitment", actor="Nor"), 2),
        (Wanted("commitment", actor="orway"), 0),
        (Wanted("commitment", actor="Denmark"), 0),
        (Wanted("commitment", pair=("Sweden", "Norway")), 2),
        (Wanted("commitment", pair=("Sweden", "Norway"), actor="Norway", since="2024-05-01"), 2),
        (Wanted("commitment", since="2024-05-02"), 0),
        (Wanted("commitment", until="2024-05-01"), 2),
        (Wanted("commitment", form="pledged"), 2),
        (Wanted("commitment", form="signed"), 0),
        (Wanted("commitment", outcome="no later report"), 1),
        (Wanted("commitment", outcome="delivered, confirmed"), 1),
        (Wanted("commitment", due_before="2026-01-01"), 0),
        (Wanted("commitment", due_before="2027-01-01"), 1),
        (Wanted("commitment", due_before="2030-01-01", actor="Sweden"), 2),
        (Wanted("commitment", text="himars launchers"), 1),
        (Wanted("commitment", text='"launchers himars"'), 0),
        (Wanted("commitment", text="AND OR ("), 0),
        (Wanted("commitment", review="confirmed"), 0),
        (Wanted("commitment", limit=1), 1),
        (Wanted("meeting", pair=("Norway", "Sweden")), 2),
        (Wanted("statement", actor="Sweden"), 1),
    ],
)
def test_filters_keep_what_they_say(told, wanted, count):
    assert len(told.records(wanted)) == count


def test_common_words_are_looked_for_record_by_record_with_the_same_result(told, monkeypatch):
    few = told.records(Wanted("commitment", text="launchers"))
    monkeypatch.setattr("readout.ledger.records.wanted.MANY", 1)
    assert told.records(Wanted("commitment", text="launchers")) == few != ()


def test_the_nearest_deadline_comes_first_whichever_report_is_newer(ledger):
    ledger.keep(pledge("2024-05-01", due="2027-12-31").reading(), at=AT)
    boats = Told("Norway will build six CB90 boats for Sweden.", date="2024-03-01").country("Norway", "Sweden")
    boats.find("commitment", "build six CB90 boats", by="Norway", to="Sweden", strength="pledged", due="2025-06-30")
    ledger.keep(boats.reading(), at=AT)
    found = ledger.records(Wanted("commitment", due_before="2030"))
    assert [record.due for record in found] == ["2025-06-30", "2027-12-31"]
