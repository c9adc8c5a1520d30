"""Versions of one address that came out on one day stand in one order, whatever was added first: the shorter text is the earlier."""

from itertools import permutations

import pytest
from tests.ledger.conftest import AT, Told

from readout.ledger import Ledger

URL = "https://one.example/a"
OPENING = "Norway and Sweden met in Oslo. Norway will build the long bridge over the Svinesund by the end of"
DATES = {"2026": "", "2027": " Both were glad.", "2028": " Both were glad. They had dinner."}


def version(year: str, more: str, **known: str) -> Told:
    """A report of a commitment with a deadline, as it was edited on its day."""
    told = Told(f"{OPENING} {year}.{more}", **{"url": URL, **known}).country("Norway", "Sweden")
    told.find("meeting", "Norway and Sweden met in Oslo", participants=["Norway", "Sweden"], kind="talks", place="Oslo")
    told.find(
        "commitment", "build the long bridge over the Svinesund", by="Norway", to="Sweden", strength="pledged",
        due=f"{year}-12-31", due_text=f"by the end of {year}", specific=True,
    )  # fmt: skip
    return told


@pytest.mark.parametrize("order", list(permutations(DATES)))
@pytest.mark.parametrize("known", [{}, {"url": "", "id": "line-7"}], ids=["address", "given id"])
def test_the_shorter_version_of_a_day_is_the_first_in_whatever_order_they_were_added(tmp_path, order, known):
    with Ledger.open(tmp_path / "ledger.db") as ledger:
        names = {year: ledger.keep(version(year, DATES[year], **known).reading(), at=AT).report for year in order}
        assert [one.id for one in ledger.versions(names["2028"])] == [names[year] for year in DATES]
        (record,) = ledger.records("commitment")
        assert record.due == "2026-12-31"
        detail = ledger.record(record.id)
        assert [source.report for source in detail.sources] == [names[year] for year in DATES]
        assert [source.drift.due for source in detail.sources if source.drift] == [
            ("2026-12-31", "2027-12-31"),
            ("2026-12-31", "2028-12-31"),
        ]
        (meeting,) = ledger.records("meeting")
        assert [source.report for source in ledger.record(meeting.id).sources] == [names[year] for year in DATES]


def test_an_earlier_date_comes_first_however_long_the_text(ledger):
    later = ledger.keep(version("2026", "", date="2024-05-02").reading(), at=AT).report
    first = ledger.keep(version("2028", DATES["2028"]).reading(), at=AT).report
    assert [one.id for one in ledger.versions(later)] == [first, later]
    (record,) = ledger.records("commitment")
    assert record.due == "2028-12-31"
    assert list(ledger.check()) == []


def test_on_either_database_the_versions_stand_alike(ledger):
    names = {year: ledger.keep(version(year, DATES[year]).reading(), at=AT).report for year in reversed(DATES)}
    assert [one.id for one in ledger.versions(names["2026"])] == [names[year] for year in DATES]
    (record,) = ledger.records("commitment")
    assert record.due == "2026-12-31"


def test_versions_of_one_address_are_one_source_and_another_address_is_a_second(ledger):
    for year, more in DATES.items():
        ledger.keep(version(year, more).reading(), at=AT)
    counted = {record.sources for kind in ("commitment", "meeting") for record in ledger.records(kind)}
    assert counted == {1}
    assert set(ledger.sources([ledger.records("commitment")[0].id], "2024-12-31").values()) == {1}
    ledger.keep(version("2026", " Oslo was cold.", url="https://two.example/b").reading(), at=AT)
    assert {record.sources for kind in ("commitment", "meeting") for record in ledger.records(kind)} == {2}
    assert set(ledger.sources([ledger.records("commitment")[0].id], "2024-12-31").values()) == {2}
