"""What a brief chooses, leaves out and calls by which name, as the one who reads it would."""

from dataclasses import replace

import pytest
from tests.asking.test_brief import NORWAY, kept
from tests.ledger.conftest import Told

from readout import Asking
from readout.asking.offices import level
from readout.ledger.deciding import Act, Value
from readout.pages.brief import text


def minister(told: Told, name: str, title: str = "Foreign Minister", of: str = "Norway") -> Told:
    """Adds a person who speaks for a country."""
    return told.person(name, title, of)


def met(date: str, who: list[str], place: str | None = None, form: str = "talks") -> Told:
    """A report of talks of some persons on a day."""
    words = f"{' and '.join(who)} talked{f' in {place}' if place else ''} on {date}"
    report = Told(f"{words}. {who[0]} is Foreign Minister. It rained.", date=date).country("Norway", "Sweden")
    for name, of in zip(who, ("Norway", "Sweden"), strict=False):
        minister(report, name, of=of)
    where = {"place": place} if place else {}
    return report.find("meeting", words, participants=who, kind=form, date=date, **where)


def asked(date: str, words: str, by: str, proposer: str, **known: object) -> Told:
    """A report in which one side asks somebody of the other to do something."""
    report = Told(f"{proposer} asked {by} to {words}.", date=date).country("Norway", "Sweden")
    if by not in ("Norway", "Sweden"):
        minister(report, by, of="Sweden")
    return report.find(
        "commitment", words, by=by, to=proposer, proposer=proposer, strength="proposed", specific=True, **known
    )


TWO = ["Kari Lund", "Nils Berg"]
INVITED = "pay a visit to the fjords"


def requests(url, *told: Told) -> list[str]:
    with kept(url, list(told)) as ledger:
        return [line.words for line in Asking(ledger).brief(NORWAY).asked_of_us.lines]


@pytest.mark.parametrize(
    ("place", "day", "form", "open"),
    [
        ("Oslo", "2025-04-01", "talks", False),
        ("Stockholm", "2025-04-01", "talks", True),
        (None, "2025-04-01", "talks", True),
        ("Oslo", "2025-02-01", "talks", True),
        ("Oslo", "2025-04-01", "call", True),
    ],
)
def test_an_invitation_is_nothing_to_raise_once_the_guest_met_the_host_there(url, place, day, form, open):
    raised = requests(url, asked("2025-03-01", INVITED, "Nils Berg", "Norway"), met(day, TWO, place, form=form))
    assert raised == ([INVITED] if open else [])


@pytest.mark.parametrize(("due", "open"), [("2025-06", True), ("2025-04", False), ("2025", False)])
def test_an_invitation_for_another_time_is_still_open(url, due, open):
    asked_for = asked("2025-03-01", INVITED, "Nils Berg", "Norway", due=due)
    with kept(url, [asked_for, met("2025-04-01", TWO, "Oslo")]) as ledger:
        found = Asking(ledger).brief(replace(NORWAY, as_of="2025-04-20"))
    assert [line.words for line in found.asked_of_us.lines] == ([INVITED] if open else [])


def test_a_forum_is_no_visit_and_stays_open_though_they_met(url):
    words = "take part in the herring forum"
    assert requests(url, asked("2025-03-01", words, "Nils Berg", "Norway"), met("2025-04-01", TWO, "Oslo")) == [words]


def test_an_invitation_that_another_person_followed_is_still_open(url):
    others = met("2025-04-01", ["Kari Lund", "Olof Ek"], "Oslo")
    assert requests(url, asked("2025-03-01", INVITED, "Nils Berg", "Norway"), others) == [INVITED]


def test_a_visit_whose_day_has_passed_is_left_out_and_counted_and_other_deadlines_stay(url):
    trip = Told("Norway will visit the Svinesund and mend the quay of Moss.", date="2025-01-01").country(
        "Norway", "Sweden"
    )
    for words in ("visit the Svinesund", "mend the quay of Moss"):
        trip.find("commitment", words, by="Norway", to="Sweden", strength="pledged", due="2025-02-01", specific=True)
    with kept(url, [trip]) as ledger:
        found = Asking(ledger).brief(NORWAY)
    assert [line.words for line in found.theirs.lines] == ["mend the quay of Moss"]
    assert found.over == 1
    assert "1 visit or meeting held or past" in " ".join(text(found).split())


def test_persons_have_one_name_in_all_lines_the_one_that_most_reports_write_in_full(url):
    days = ["2025-01-01", "2025-02-01", "2025-03-01", "2025-04-01", "2025-05-01", "2025-06-01"]
    reports = [met(day, TWO, "Oslo") for day in days]
    reports.append(met("2025-07-01", ["Kari M. Lund", "Berg"], "Oslo"))
    with kept(url, reports) as ledger:
        found = Asking(ledger).brief(NORWAY)
    assert (found.last.date, set(found.last.who)) == ("2025-07-01", set(TWO))
    assert [person.name for person in found.people] == ["Kari Lund"]


def test_a_surname_that_two_bear_as_often_stays_as_it_is_written(url):
    reports = [
        met("2025-01-01", TWO),
        met("2025-02-01", ["Kari Lund", "Ada Berg"]),
        met("2025-03-01", ["Kari Lund", "Berg"]),
    ]
    with kept(url, reports) as ledger:
        assert "Berg" in Asking(ledger).brief(NORWAY).last.who


def test_the_sides_of_a_line_stand_in_the_order_of_the_brief(url):
    told = Told("Norway and Sweden will share a radar.", date="2025-01-01").country("Norway", "Sweden")
    told.find("commitment", "share a radar", by=["Norway", "Sweden"], strength="agreed", specific=True)
    with kept(url, [told]) as ledger:
        assert Asking(ledger).brief(NORWAY).joint.lines[0].who == ("Sweden", "Norway")


def said(date: str, *words: str) -> Told:
    """A report of talks in which Norway says some things."""
    spoken = " ".join(f"Norway said: {one}." for one in words)
    told = Told(f"Norway met Sweden. {spoken} {date}", date=date).country("Norway", "Sweden")
    told.find("meeting", "Norway met Sweden", participants=["Norway", "Sweden"], kind="talks")
    for one in words:
        told.find("statement", one, speaker="Norway", form="direct", cue="said")
    return told


def test_of_what_was_said_on_one_day_what_tells_most_comes_first_and_greetings_are_not_shown(url):
    greeting, thin = "we are delighted to welcome Sweden", "Sweden is near"
    full = "Sweden should lower its tariff on smolts from the Trondheim hatcheries"
    with kept(url, [said("2025-05-01", greeting, thin, full)]) as ledger:
        found = Asking(ledger).brief(NORWAY).said
    assert ([line.words for line in found.lines], found.more) == ([full, thin], 1)


def test_where_nothing_but_greetings_was_said_they_are_shown(url):
    greeting = "we are delighted to welcome Sweden"
    with kept(url, [said("2025-05-01", greeting)]) as ledger:
        assert [line.words for line in Asking(ledger).brief(NORWAY).said.lines] == [greeting]


def test_what_undertakings_are_about_too_is_raised_before_what_was_only_spoken_of(url):
    spoken = "the herring quota hurts", "the northern lights bewitch"
    reports = [
        said(f"2025-0{n}-01", *spoken, *(["the northern lights bewitch again"] if n > 4 else [])) for n in (3, 4, 5)
    ]
    deal = Told("Norway and Sweden will share the herring quota.", date="2025-02-01").country("Norway", "Sweden")
    deal.find("commitment", "share the herring quota", by=["Norway", "Sweden"], strength="agreed")
    with kept(url, [*reports[:2], reports[2], deal]) as ledger:
        topics = Asking(ledger).brief(NORWAY).topics
    assert topics[0].words.startswith("herring")


def test_words_of_every_ceremony_are_no_matter_to_raise(url):
    with kept(url, [said(f"2025-0{n}-01", "unbreakable bonds unite us") for n in (3, 4)]) as ledger:
        assert not Asking(ledger).brief(NORWAY).topics


def test_what_one_side_says_at_talks_with_others_is_not_for_the_one_who_only_called_before(url):
    words = "Norway talked with Sweden by phone on Monday"
    told = Told(f"Norway met Finland. {words}. Norway will send a trade mission to Oulu.", date="2025-05-06")
    told.country("Norway", "Sweden", "Finland")
    told.find("meeting", "Norway met Finland", participants=["Norway", "Finland"], kind="talks", date="2025-05-06")
    told.find("meeting", words, participants=["Norway", "Sweden"], kind="call", date="2025-05-05")
    told.find("commitment", "send a trade mission to Oulu", by="Norway", strength="pledged", specific=True)
    with kept(url, [told]) as ledger:
        found = Asking(ledger).brief(NORWAY)
    assert found.last.date == "2025-05-05"
    assert not found.theirs.lines


def test_what_was_said_where_a_meeting_of_the_two_was_only_announced_is_not_quoted(url):
    soon = "Norway and Sweden meet on 7 May"
    told = Told(f"Norway met Finland. {soon}. Norway said: Finland builds fine icebreakers.", date="2025-05-06")
    told.country("Norway", "Sweden", "Finland")
    told.find("meeting", "Norway met Finland", participants=["Norway", "Finland"], kind="talks", date="2025-05-06")
    told.find("meeting", soon, participants=["Norway", "Sweden"], kind="talks", date="2025-05-07")
    told.find("statement", "Finland builds fine icebreakers", speaker="Norway", form="direct", cue="said")
    with kept(url, [told, met("2025-05-07", ["Norway", "Sweden"])]) as ledger:
        assert not Asking(ledger).brief(NORWAY).said.lines


def test_what_both_undertook_on_the_days_of_a_visit_was_undertaken_there_though_its_report_tells_of_no_meeting(url):
    visit = [met("2025-05-05", TWO, "Oslo"), met("2025-05-06", TWO, "Oslo")]
    joint = Told("Norway and Sweden will share a radar.", date="2025-05-05").country("Norway", "Sweden")
    joint.find("commitment", "share a radar", by=["Norway", "Sweden"], strength="signed", specific=True)
    old = Told("Norway and Sweden will plant a forest.", date="2025-04-01").country("Norway", "Sweden")
    old.find("commitment", "plant a forest", by=["Norway", "Sweden"], strength="signed", specific=True)
    with kept(url, [*visit, joint, old]) as ledger:
        found = Asking(ledger).brief(NORWAY)
    assert [line.words for line in found.agreed.lines] == ["share a radar"]
    assert [line.words for line in found.joint.lines] == ["plant a forest"]


def test_what_a_report_undertakes_that_recalls_the_last_meeting_months_later_was_not_undertaken_there(url):
    there = met("2024-12-02", ["Norway", "Sweden"])
    recalled = "Norway and Sweden talked on 2024-12-02"
    joint = Told(f"{recalled}. Norway and Sweden will share a radar.", date="2025-11-03").country("Norway", "Sweden")
    joint.find("meeting", recalled, participants=["Norway", "Sweden"], kind="talks", date="2024-12-02")
    joint.find("commitment", "share a radar", by=["Norway", "Sweden"], strength="signed", specific=True)
    with kept(url, [there, joint]) as ledger:
        found = Asking(ledger).brief(NORWAY)
    assert found.last.date == "2024-12-02"
    assert not found.agreed.lines
    assert [line.words for line in found.joint.lines] == ["share a radar"]


def test_a_meeting_that_another_report_tells_of_the_two_countries_alone_is_shown_once(url):
    days = ("2025-05-06", "2025-04-02")
    with kept(url, [met(day, who) for day in days for who in (TWO, ["Norway", "Sweden"])]) as ledger:
        found = Asking(ledger).brief(NORWAY)
    assert set(found.last.who) == set(TWO)
    assert [(line.date, set(line.who)) for line in found.others.lines] == [("2025-04-02", set(TWO))]


def test_what_was_said_at_the_last_meeting_is_told_however_long_ago_it_was(url):
    told = said("2023-03-01", "nobody can live on such a herring quota")
    with kept(url, [told, met("2023-03-01", ["Norway", "Sweden"])]) as ledger:
        found = Asking(ledger).brief(NORWAY)
    assert [line.words for line in found.said.lines] == ["nobody can live on such a herring quota"]


def test_a_request_that_was_met_is_told_with_what_came_of_others_and_is_nothing_to_raise(url):
    words = "reopen the Charlottenberg crossing"
    with kept(url, [asked("2025-03-01", words, "Sweden", "Norway")]) as ledger:
        (record,) = ledger.records("commitment")
        ledger.enlist("Ada", at="2025-01-01T12:00:00Z")
        came, at = (Value("delivered, confirmed"),), "2025-06-01T12:00:00Z"
        ledger.decide(Act("status", record.id, "Ada", at, role="outcome", values=came, note="It is open."))
        found = Asking(ledger).brief(NORWAY)
    assert not found.asked_of_us.lines
    assert [line.words for line in found.delivered.lines] == [words]


def test_an_official_of_whom_one_report_tells_and_who_never_met_is_nobody_to_meet(url):
    told = Told("Kari Lund, Assistant Administrator, spoke.", date="2025-05-05").country("Norway", "Sweden")
    minister(told, "Kari Lund", "Assistant Administrator")
    with kept(url, [told]) as ledger:
        assert not Asking(ledger).brief(NORWAY).people


def test_a_deputy_stands_below_the_office():
    assert level("USAID Deputy Assistant Administrator for Asia") > level("Administrator")
    assert level("Vice President") == 0
