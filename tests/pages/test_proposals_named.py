"""Whoever is merely asked to act is nowhere named as if they had undertaken it, or had proposed it."""

import pytest
from tests.ledger.conftest import AT, Told

from readout import Asking, Ledger
from readout.asking.brief import Briefed
from readout.asking.due import DueAsked
from readout.asking.timeline import Course
from readout.ledger.pursuing import Pursued
from readout.pages import brief, due, reading, timeline


def told():
    """Norway asks Sweden for a ferry line."""
    told = Told(
        "Norway and Sweden met in Oslo. Norway asked Sweden to open a ferry line in June 2024.", date="2024-05-01"
    )
    told.country("Norway", "Sweden")
    told.find(
        "meeting", "Norway and Sweden met in Oslo", participants=["Norway", "Sweden"], kind="talks", date="2024-05-01"
    )
    told.find(
        "commitment", "open a ferry line in June 2024", by="Sweden", to="Norway", proposer="Norway", strength="proposed", due="2024-06", specific=True,
    )  # fmt: skip
    return told


@pytest.fixture
def asking(tmp_path):
    with Ledger.open(tmp_path / "ledger.db") as ledger:
        ledger.keep(told().reading(), at=AT)
        yield Asking(ledger)


def test_what_is_due_says_of_whom_it_was_asked(asking):
    assert "Asked of Sweden" in due.page(asking.due(DueAsked(Pursued(as_of="2024-12-01"))))


def test_a_timeline_says_of_whom_it_was_asked(asking):
    assert "asked of Sweden" in timeline.page(asking.timeline(Course("2024-12-01", pair=("Norway", "Sweden"))))


def test_a_brief_says_of_whom_it_was_asked(asking):
    assert "Asked of Sweden" in brief.text(asking.brief(Briefed("Norway", "2024-12-01", own="Sweden")))


def test_a_reading_s_page_says_of_whom_it_was_asked():
    page = reading.page([("report.txt", told().reading())])
    assert "<dt>Asked of</dt>" in page and "<dt>By</dt>" not in page


def test_where_all_were_only_asked_nobody_s_strength_of_wording_stands_beside_once_more(asking):
    found = asking.due(DueAsked(Pursued(as_of="2024-12-01")))
    assert "**Asked of Sweden**: “open a ferry line" in due.markdown(found)
    assert '<span class="strength">' not in due.page(found)
