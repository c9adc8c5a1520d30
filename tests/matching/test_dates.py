"""What a slot calls a date counts as far as it is one."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.ledger.conftest import AT, Told

from readout.ledger import Ledger
from readout.matching.dates import dated
from readout.matching.undertakings import last_day
from readout.model import Slot

WORDS = "Norway and Sweden met in Oslo"
ACTION = "build the long bridge over the Svinesund"


@pytest.mark.parametrize("date", ["2024-05-01", "2024-05", "2024"])
def test_a_day_a_month_and_a_year_are_dates(date: str) -> None:
    assert dated(date) == date


@pytest.mark.parametrize(
    "words", ["2024-13", "2024-02-30", "2024-Q1", "soon", "", "0999", "9999", "24-5-1", "２０２４"]
)
def test_nothing_else_is(words: str) -> None:
    assert dated(words) is None


@given(st.text(max_size=12) | st.dates().map(str))
def test_every_date_has_a_last_day(words: str) -> None:
    if found := dated(words):
        assert str(last_day(found)) >= found


def reading(value: str, precision: str | None):
    """A report of a meeting and a commitment whose date and deadline are what a slot says, whatever that is."""
    told = Told(f"{WORDS}. Norway will {ACTION}.").country("Norway", "Sweden")
    told.find("meeting", WORDS, participants=["Norway", "Sweden"], kind="talks", place="Oslo")
    told.find("commitment", ACTION, by="Norway", to="Sweden", strength="pledged", specific=True)
    for number, role in enumerate(("date", "due")):
        found = told.findings[number]
        told.findings[number] = replace(found, slots=(*found.slots, Slot(role, value, None, None, precision)))
    return told.reading()


@pytest.mark.parametrize(
    ("value", "precision", "date"),
    [
        ("2024", None, "2024"),
        ("2024", "day", "2024"),
        ("2024-05-01", None, "2024-05-01"),
        ("2024-13", "month", None),
        ("soon", "day", None),
        ("2024-Q1", "quarter", None),
    ],
)
def test_a_slot_that_is_no_date_costs_its_date_alone(
    tmp_path, value: str, precision: str | None, date: str | None
) -> None:
    with Ledger.open(tmp_path / "one.db") as ledger, Ledger.open(tmp_path / "two.db") as other:
        ledger.keep(reading(value, precision), at=AT)
        other.take_in(ledger.export())
        for kept in (ledger, other):
            assert [record.date for record in kept.records("meeting")] == [date]
            assert [record.due for record in kept.records("commitment", as_of="2026-01-01")] == [date]
            assert list(kept.check()) == []
