"""A leader and the state that acts through them are linked: a question about either finds both, each told apart."""

import csv
import json
from io import StringIO

import pytest
from tests.ledger.conftest import AT, Told

from readout import Asking
from readout.asking.brief import Briefed
from readout.asking.due import DueAsked
from readout.asking.leading import headed, leads
from readout.asking.search import Where
from readout.asking.sides import known_countries
from readout.asking.timeline import Course
from readout.asking.whom import whom
from readout.lang import load
from readout.lang.offices import load_offices, rows_with
from readout.lang.pack import read_yaml
from readout.ledger.pursuing import Pursued
from readout.ledger.records.wanted import Wanted
from readout.matching.status import time_of
from readout.model import Actor, NotInLedger
from readout.pages import brief, due, timeline
from readout.pages.due.calendar import description
from readout.pages.phrasing import led
from readout.pages.search.page import page

DAY = "2026-01-01"


def told(
    by: str, what: str, date: str = "2024-05-01", *, kind: str = "body", of: str = "Russia", due: str = "2025-06-30"
) -> Told:
    """A report in which somebody promises Kazakhstan something, as a body of a country or in person."""
    report = Told(f"{by} will {what} for Kazakhstan by 30 June 2025.", date=date).country("Kazakhstan")
    span = (report.span(by),)
    report.actors[by] = Actor(by, kind, (), span, () if kind == "country" else (of,))
    report.find(
        "commitment",
        what,
        by=by,
        to="Kazakhstan",
        strength="pledged",
        due=due,
        due_text="by 30 June 2025",
        specific=True,
    )
    return report


@pytest.fixture
def asking(ledger):
    """Mishustin, the government that he heads, his president and their state, each with a promise of their own."""
    reports = (
        told("Mikhail Mishustin", "build a granary", kind="person"),
        told("Government of Russia", "build a dry dock"),
        told("Vladimir Putin", "build a cosmodrome", kind="person"),
        told("Russia", "build a reactor", kind="country"),
        told("Government of Russia", "build a railway", "2019-05-01", due="2020-06-30"),
        told("Government of Norway", "build a lighthouse", of="Norway"),
    )
    for report in reports:
        ledger.keep(report.reading(), at=AT)
    return Asking(ledger)


def promised(records) -> list[str]:
    return sorted(record.words.removeprefix("build a ") for record in records)


def commitments(asking, name: str, **asked):
    return asking.records(Wanted("commitment", actor=name, **asked), DAY)


def test_a_head_of_government_finds_what_the_government_undertook_in_that_time_apart_from_what_is_his_own(asking):
    found = commitments(asking, "Mishustin")
    assert (found.actor, promised(found.records)) == ("Mikhail Mishustin", ["granary"])
    ((lead, theirs),) = ((each.lead, each.found) for each in found.led)
    assert (lead.name, lead.title, lead.since) == ("Government of Russia", "Prime Minister", "2020-01-16")
    assert promised(theirs.records) == ["dry dock"]


def test_a_president_finds_what_the_state_undertook_by_whomever(asking):
    (under,) = commitments(asking, "Putin", since="2023-01-01").led
    assert under.lead.name == "Russia"
    assert promised(under.found.records) == ["dry dock", "granary", "reactor"]


def test_the_state_finds_its_leaders_and_bodies(asking):
    found = commitments(asking, "RU")
    assert promised(found.records) == ["cosmodrome", "dry dock", "granary", "railway", "reactor"]
    assert not found.led


def test_one_whom_no_report_names_finds_what_stood_under_him(asking):
    found = commitments(asking, "Medvedev")
    assert (found.actor, promised(found.records)) == ("Dmitry Medvedev", [])
    (under,) = found.led
    assert (under.lead.until, promised(under.found.records)) == ("2020-01-16", ["railway"])


def test_each_question_tells_the_two_apart(asking):
    answer = asking.due(DueAsked(Pursued(DAY, actor="Mishustin")))
    assert (answer.counts.undertaken, [each.found.counts.overdue for each in answer.led]) == (1, [1])
    course = asking.timeline(Course(DAY, actor="Mishustin"))
    assert [moment.words for moment in course.moments] == ["build a granary"]
    assert [moment.words for each in course.led for moment in each.found.moments] == ["build a dry dock"]
    hits = asking.search("build", Where(actor="Mishustin", kind="commitment"))
    assert [len(hits.hits), *(len(each.found.hits) for each in hits.led)] == [1, 1]
    told_of = asking.brief(Briefed("Mishustin", DAY))
    assert [[one.words for one in part.lines] for part in (told_of.theirs, *(each.found for each in told_of.led))] == [
        ["build a granary"], ["build a dry dock"],
    ]  # fmt: skip
    assert "dry dock" not in str(told_of.ours)
    entries = asking.deadlines(DueAsked(Pursued(DAY, actor="Mishustin")))
    assert sorted((entry.words, entry.lead is not None) for entry in entries) == [
        ("build a dry dock", True), ("build a granary", False),
    ]  # fmt: skip
    assert any("Undertaken by the Government of Russia" in description(entry) for entry in entries)


SAID = "by the Government of Russia under Mikhail Mishustin, Prime Minister since 16 January 2020"


def test_every_page_says_under_whom_it_was_undertaken(asking):
    asked = DueAsked(Pursued(DAY, actor="Mishustin"))
    where = Where(actor="Mishustin", kind="commitment")
    pages = (
        due.page(asking.due(asked)),
        due.markdown(asking.due(asked)),
        timeline.page(asking.timeline(Course(DAY, actor="Mishustin"))),
        page(asking.search("build", where), where),
    )
    assert [each.count(f"Undertaken {SAID}") for each in pages] == [1, 1, 1, 1]
    told_of = brief.text(asking.brief(Briefed("Mishustin", DAY)))
    assert "OPEN: WHAT THE GOVERNMENT OF RUSSIA UNDERTOOK UNDER MIKHAIL MISHUSTIN" in told_of
    rows = list(csv.DictReader(StringIO(due.table(asking.due(asked)))))
    assert [(row["words"], row["under"], row["body"]) for row in rows] == [
        ("build a granary", "", ""), ("build a dry dock", "Mikhail Mishustin", "Government of Russia"),
    ]  # fmt: skip


def test_as_it_stood_on_a_day_nothing_that_was_told_later_is_found(asking):
    def then(day: str):
        return asking.records(Wanted("commitment", actor="Mishustin"), day, stood=True)

    assert then("2024-04-30").led == ()
    assert [promised(each.found.records) for each in then("2024-05-01").led] == [["dry dock"]]


def test_what_is_undertaken_towards_a_state_is_not_its_own(asking):
    (kazakhstan,) = (commitments(asking, "Tokayev").led or (None,),)[0]
    assert kazakhstan is None


def test_two_of_one_surname_stay_two(ledger):
    for name, of in (("Kari Lund", "Norway"), ("Per Lund", "Denmark")):
        report = Told(f"{name}, Prime Minister, met Sweden.").country("Sweden").person(name, "Prime Minister", of)
        report.find("meeting", f"{name}, Prime Minister, met Sweden", participants=[name, "Sweden"], kind="talks")
        ledger.keep(report.reading(), at=AT)
    for of in ("Norway", "Denmark"):
        ledger.keep(told(of, "build a ferry", kind="country", of=of).reading(), at=AT)
    with pytest.raises(NotInLedger, match="2 persons bear this name"):
        commitments(Asking(ledger), "Lund")
    (under,) = commitments(Asking(ledger), "Kari Lund").led
    assert (under.lead.name, under.lead.since, under.lead.until) == ("Norway", "2024-05-01", "2024-05-01")
    assert [record.slots["by"] for record in under.found.records] == [("Norway",)]


def test_an_imported_table_tells_when_an_office_was_held(ledger):
    post = {"title": "Minister of Harbours", "of": "Denmark", "start": "2024-01-01", "end": "2024-12-31"}
    ledger.register([{"name": "Per Berg", "aliases": [], "offices": [post]}], at=AT)
    ledger.keep(told("Ministry of Harbours", "build a pier", of="Denmark").reading(), at=AT)
    ledger.keep(told("Ministry of Harbours", "build a mole", "2025-05-01", of="Denmark").reading(), at=AT)
    (under,) = commitments(Asking(ledger), "Per Berg").led
    assert (under.lead.name, promised(under.found.records)) == ("Ministry of Harbours of Denmark", ["pier"])


@pytest.mark.parametrize(("title", "of", "name"), [
    ("President", "Russia", "Russia"), ("President of the Republic of Kazakhstan", "Kazakhstan", "Kazakhstan"),
    ("Prime Minister", "Russia", "Government of Russia"), ("Prime Minister", "Japan", "Japan"), ("Federal Chancellor", "Germany", "Germany"),
    ("Foreign Minister", "Russia", "Ministry of Foreign Affairs of Russia"), ("Secretary of State", "United States", "Department of State"),
    ("Minister of Energy of the Republic of Poland", "Poland", "Ministry of Energy of Poland"),
    ("Secretary General", "NATO", "NATO"), ("Prime Minister", "Iran", "Iran"),
])  # fmt: skip
def test_the_holder_of_an_office_heads_a_state_a_government_a_ministry_or_an_organisation(title, of, name):
    assert [each for each, _ in headed(title, of)] == [name]


@pytest.mark.parametrize(("title", "of"), [
    ("Federal President", "Germany"), ("King", "Norway"), ("Vice President", "United States"), ("Deputy Foreign Minister", "Russia"),
    ("Spokesperson", "Russia"), ("former President", "France"), ("President-elect", "United States"), ("Ambassador", "Japan"),
])  # fmt: skip
def test_whoever_represents_or_serves_a_state_does_not_head_it(title, of):
    assert headed(title, of) == ()


def test_the_states_whose_government_acts_are_countries_of_the_lexicon():
    said = read_yaml("en", "asking", "leading.yaml")
    named = [*said["head_of_government"], *said["both"]]
    assert set(named) <= set(known_countries())
    assert len(named) == len(set(named))


@pytest.mark.parametrize("name", ["Mishustin", "Gerhard Schröder", "schröder", "Xi Jinping", "Nausėda", "Ali Khamenei"])
def test_the_rows_of_the_table_of_offices_that_have_a_name_are_found_without_reading_all(name):
    words = [word for word in name.split() if word != "Ali"]
    listed = load_offices()
    last = name.split()[-1]
    assert set(listed.named(last)) <= set(rows_with(words))
    assert set(rows_with(words)) <= set(listed.rows)


def test_a_time_of_office_is_said_as_far_as_it_is_known(asking):
    (lead,) = leads(asking.ledger, whom(asking.ledger, "Mishustin", None), None)
    assert led(lead) == SAID
    (lead, *_) = leads(asking.ledger, whom(asking.ledger, "Medvedev", None), None)
    assert "Russia under Dmitry Medvedev, President from 7 May 2008 to" in led(lead)


def test_a_country_or_nobody_heads_nothing(asking):
    for name in ("Russia", "NATO", None):
        assert leads(asking.ledger, whom(asking.ledger, name, None), None) == ()


def test_the_lexicon_of_titles_says_what_each_rank_is():
    ranks = {row["rank"] for row in load("en").lexicon["titles"]["titles"]}
    assert {"head of state", "head of government", "head of organisation", "foreign minister"} <= ranks


def test_what_was_only_proposed_is_never_past_due():
    assert time_of("2024-06-30", "2024-07-01", None, "proposed") == "unanswered"
    assert time_of("2024-06-30", "2024-07-01", None, "pledged") == "past due"
    assert json.dumps(time_of("2024-06-30", "2024-06-01", None, "proposed")) == '"due soon"'
