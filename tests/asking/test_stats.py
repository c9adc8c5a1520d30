"""Counts over the ledger: as of a day, and beside what they are to be read against."""

import pytest
from tests.ledger.conftest import AT, Told, bridge
from tests.ledger.records.story import later, pledge

from readout import Asking
from readout.asking.atlas import land, places
from readout.asking.stats import Place
from readout.lang import load


def met(one: str, other: str, place: str, date: str, source: str = "The Morning Gazette") -> Told:
    """A report of a meeting on its day."""
    told = Told(f"{one} and {other} met in {place} today.", date=date, source=source).country(one, other)
    told.find(
        "meeting", f"{one} and {other} met in {place}", participants=[one, other], kind="talks", place=place, date=date
    )
    return told


@pytest.fixture
def told(ledger):
    """Three meetings of two pairs, one told by two outlets, and what was undertaken and delivered."""
    reports = (
        met("Norway", "Sweden", "Oslo", "2024-05-01"),
        met("Norway", "Sweden", "Oslo", "2024-05-01", "The Evening Courier"),
        met("Norway", "Sweden", "Atlantis", "2024-06-02"),
        met("Finland", "Norway", "Helsinki", "2024-06-03"),
        pledge("2024-05-01"),
        later("2025-06-01", "Sweden said that Norway delivered all four HIMARS launchers.", "Sweden"),
    )
    for report in reports:
        ledger.keep(report.reading(), at=AT)
    return ledger


def test_a_meeting_that_two_outlets_tell_of_is_one_meeting_of_its_pair_and_month(told):
    stats = Asking(told).stats("2026-01-01")
    assert stats.pairs == (
        ("Finland", "Norway", "2024-06", 1), ("Norway", "Sweden", "2024-05", 1), ("Norway", "Sweden", "2024-06", 1),
    )  # fmt: skip
    assert (stats.meetings, dict(stats.sides)) == (3, {"Finland": 1, "Norway": 3, "Sweden": 2})
    assert stats.met() == [("Norway", "Sweden", 2), ("Finland", "Norway", 1)]


def test_places_have_coordinates_where_they_are_known_and_none_where_not(told):
    stats = Asking(told).stats("2026-01-01")
    assert Place("Oslo", (10.7, 59.9), 1) in stats.places
    assert Place("Atlantis", None, 1) in stats.places
    assert stats.placed == 3


def test_outcomes_are_those_of_the_day(told):
    assert Asking(told).stats("2025-05-31").outcomes == (("pledged", "no later report", 1),)
    assert Asking(told).stats("2025-06-01").outcomes == (("pledged", "delivered, confirmed", 1),)


def test_each_outlet_counts_for_what_it_tells(told):
    telling = {row[:3]: row[3] for row in Asking(told).stats("2024-05-31").telling}
    assert telling["The Evening Courier", "Norway", "meeting"] == 1
    assert telling["The Morning Gazette", "Norway", "commitment"] == 1
    assert ("The Morning Gazette", "Finland", "meeting") not in telling


def test_what_lies_before_a_first_day_or_after_the_day_is_not_counted(told):
    assert Asking(told).stats("2024-06-02").meetings == 2
    assert Asking(told).stats("2026-01-01", since="2024-06-01").meetings == 2
    assert Asking(told).stats("2024-04-30").reports == 0


def test_a_pair_an_actor_and_days_narrow_every_count(told):
    stats = Asking(told).stats("2026-01-01", pair=("NO", "SE"))
    assert (stats.meetings, stats.met()) == (2, [("Norway", "Sweden", 2)])
    assert {row[1] for row in stats.telling} == {"Norway", "Sweden"}
    finnish = Asking(told).stats("2026-01-01", actor="FI")
    assert (finnish.meetings, finnish.reports, finnish.outcomes) == (1, 1, ())
    assert Asking(told).stats("2026-01-01", until="2024-06-02").meetings == 2
    assert Asking(told).stats("2026-01-01", until="2024-05").meetings == 1


def test_a_meeting_without_a_known_day_is_told_of_and_counted_nowhere_else(ledger):
    ledger.keep(bridge(date="2024-05-01").reading(), at=AT)
    stats = Asking(ledger).stats("2026-01-01")
    assert stats.meetings + stats.undated == 1


def test_every_place_of_the_atlas_is_a_name_that_the_ledger_writes_and_lies_on_the_globe():
    lexicon = load("en").lexicon
    known = {row["name"] for row in lexicon["cities"]["cities"]}
    capitals = {form for row in lexicon["countries"] for form in (row["name"], *row.get("capital", ())[:1])}
    assert set(places()) <= known | capitals
    assert all(
        -180 <= x <= 180 and -90 <= y <= 90 for x, y in [*places().values(), *(p for ring in land() for p in ring)]
    )


def test_moscow_lies_on_land_and_the_middle_of_the_atlantic_does_not():
    assert any(inside(places()["Moscow"], ring) for ring in land())
    assert not any(inside((-40.0, 30.0), ring) for ring in land())


def inside(point, ring):
    """Whether a ray from a point crosses a ring an odd number of times."""
    (x, y), crossed = point, False
    for (a, b), (c, d) in zip(ring, (*ring[1:], ring[0]), strict=True):
        if (b > y) != (d > y) and x < (c - a) * (y - b) / (d - b) + a:
            crossed = not crossed
    return crossed
