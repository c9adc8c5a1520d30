"""What is asked as of a day is answered as by a ledger that holds no later report, to the last byte."""

import json
from dataclasses import asdict

import pytest
from tests.ledger.conftest import AT, Told
from tests.ledger.records.story import pledge, story

from readout import Asking
from readout.asking.due import DueAsked
from readout.asking.search import Where
from readout.export import FORMATS, Asked
from readout.ledger import Ledger, stood
from readout.ledger.pursuing import Pursued
from readout.ledger.records.wanted import Wanted
from readout.model import KIND_NAMES, NotInLedger

DAYS = ("2024-02-01", "2024-04-30", "2024-05-01", "2024-07-01", "2024-09-01", "2025-03-01", "2025-12-31")
PAIR = ("Norway", "Sweden")


def chain() -> list[Told]:
    """Two undertakings that only a third report, of June, binds into one; and who promised it there, too."""
    said = [
        ("2024-01-10", "Norway will deliver Leopard tanks and Bofors guns to Sweden."),
        ("2024-03-10", "Norway will deliver Bofors guns and Gripen aircraft to Sweden."),
        ("2024-06-01", "Norway will deliver Leopard tanks, Bofors guns and Gripen aircraft to Sweden."),
    ]
    found = []
    for date, text in said:
        one = Told(text, date=date).country(*PAIR)
        words = {"strength": "pledged", "due": "2024-12-31", "specific": True}
        found.append(one.find("commitment", text[12:-1], by="Norway", to="Sweden", **words))
    return found


def met(date: str, text: str, place: str) -> Told:
    """A report of a meeting on a day that its words name."""
    told = Told(text, date=date, source=f"The Gazette of {place}").country(*PAIR)
    words = text[: text.index(".")]
    return told.find("meeting", words, participants=list(PAIR), kind="talks", place=place, date="2024-08-20")


def reports() -> list[Told]:
    """Things told before and after most days: a chain, a meeting announced and then held elsewhere, and two without a date."""
    undated = Told("Norway and Sweden met in Oslo. They talked for an hour.", date=None).country(*PAIR)
    undated.find("meeting", "Norway and Sweden met in Oslo", participants=list(PAIR), kind="talks", place="Oslo")
    return [
        *story(),
        *chain(),
        met("2024-06-15", "Norway and Sweden will meet in Oslo on August 20. Fish is on the table.", "Oslo"),
        met("2024-08-21", "Norway and Sweden met in Bergen on August 20. Fish was on the table.", "Bergen"),
        pledge(None, source="The Weekly"),
        undated,
    ]


@pytest.fixture(params=DAYS)
def both(request, url, tmp_path):
    """A day, a ledger of all reports, and one of those that are dated by that day."""
    with Ledger.open(url) as whole, Ledger.open(tmp_path / "then.db") as then:
        for told in reports():
            whole.keep(told.reading(), at=AT)
            if told.date and told.date <= request.param:
                then.keep(told.reading(), at=AT)
        yield request.param, whole, then


def _all(ledger, day):
    return [detail for kind in KIND_NAMES for detail in ledger.stood(Wanted(kind, limit=0), day)]


NARROWED = (
    {}, {"pair": PAIR}, {"actor": "Norw"}, {"since": "2024-03-01", "until": "2024-10-01"}, {"strength": "pledged"},
)  # fmt: skip


@pytest.mark.parametrize("narrowed", NARROWED, ids=str)
def test_what_is_due_and_the_calendar_are_those_of_the_day(both, narrowed):
    day, whole, then = both
    asked = DueAsked(Pursued(day, **narrowed), limit=0)
    assert asdict(Asking(whole).due(asked)) == asdict(Asking(then).due(asked))
    assert Asking(whole).deadlines(asked) == Asking(then).deadlines(asked)


@pytest.mark.parametrize("narrowed", NARROWED[:4], ids=str)
def test_figures_are_those_of_the_day(both, narrowed):
    day, whole, then = both
    assert json.dumps(asdict(Asking(whole).stats(day, **narrowed))) == json.dumps(
        asdict(Asking(then).stats(day, **narrowed))
    )


@pytest.mark.parametrize("narrowed", NARROWED[:4], ids=str)
def test_an_export_of_a_day_has_what_was_told_by_then_and_no_report_that_came_later(both, narrowed, tmp_path):
    day, whole, then = both
    for ledger, folder in ((whole, "whole"), (then, "then")):
        FORMATS["csv"].write(ledger, tmp_path / folder, Asked(as_of=day, stood=True, **narrowed))
    written = {name: {p.name: p.read_text() for p in (tmp_path / name).iterdir()} for name in ("whole", "then")}
    assert written["whole"] == written["then"]


def test_a_hit_counts_the_sources_of_the_day(both):
    day, whole, then = both
    for where in (Where(kind="commitment", as_of=day), Where(as_of=day)):
        counts = [
            [(hit.id, hit.sources) for hit in Asking(ledger).search("HIMARS", where).hits] for ledger in (whole, then)
        ]
        assert counts[0] == counts[1]


def test_two_undertakings_that_a_later_report_binds_into_one_are_two_until_then(ledger):
    for told in chain():
        ledger.keep(told.reading(), at=AT)
    counts = [Asking(ledger).due(DueAsked(Pursued(day))).counts for day in ("2024-04-01", "2024-07-01")]
    assert [(count.undertaken, count.due_soon) for count in counts] == [(2, 0), (1, 0)]
    silent = Asking(ledger).due(DueAsked(Pursued("2024-05-30"), soon=0, silent=1)).silent
    assert [(item.date, item.sources) for item in silent] == [("2024-03-10", 1), ("2024-01-10", 1)]


LISTS = (
    *(Wanted(kind) for kind in KIND_NAMES),
    *(Wanted(kind, limit=limit) for kind in ("meeting", "commitment") for limit in (1, 2, 3)),
    Wanted("commitment", pair=PAIR, since="2024-03-01", until="2024-12-31"),
    Wanted("meeting", actor="norw"),
    Wanted("commitment", outcome="no later report"),
    Wanted("commitment", outcome="delivered, confirmed"),
    Wanted("commitment", due_before="2026-06-01", limit=2),
    Wanted("commitment", text="bofors"),
    Wanted("commitment", text="launchers", limit=1),
    Wanted("meeting", form="talks", limit=2),
)


@pytest.mark.parametrize("wanted", LISTS, ids=str)
def test_a_list_is_that_of_the_day(both, wanted):
    day, whole, then = both
    assert whole.records_on(wanted, day) == then.records(wanted, as_of=day)


def test_a_record_is_that_of_the_day_with_its_sources_its_news_and_its_changes(both):
    day, whole, then = both
    found = {source.finding or f"report:{source.report}" for detail in _all(then, day) for source in detail.sources}
    for id in found:
        assert whole.record_on(id, day) == then.record(id, as_of=day)
        assert id.startswith("report:") or whole.record_on(id[:10], day) == then.record(id, as_of=day)


def test_what_only_later_reports_tell_of_or_one_without_a_date_is_not_there_on_the_day(both):
    day, whole, then = both
    kept = [whole.record(record.id) for kind in KIND_NAMES for record in whole.records(kind)]
    told = {source.finding: source.date for detail in kept for source in detail.sources if source.finding}
    assert None in told.values()
    for id in told.keys() - {source.finding for detail in _all(then, day) for source in detail.sources}:
        with pytest.raises(NotInLedger, match=f"no report dated by {day} tells of it"):
            whole.record_on(id, day)


def test_a_list_of_the_day_looks_at_no_more_than_it_shows(ledger, monkeypatch):
    for number in range(9):
        told = Told(f"Norway said that {number} boats had sunk.", date=f"2024-05-0{number + 1}").country("Norway")
        told.find("statement", f"{number} boats had sunk", speaker="Norway", form="indirect", cue="said")
        ledger.keep(told.reading(), at=AT)
    monkeypatch.setattr(stood, "PAGE", 2)
    looked_at = []
    made = stood.details_of
    monkeypatch.setattr(stood, "details_of", lambda c, groups, on: looked_at.extend(groups) or made(c, groups, on))
    assert len(ledger.records_on(Wanted("statement", limit=2), "2024-05-08")) == 2
    assert len(looked_at) == 4
