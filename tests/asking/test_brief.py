"""A brief says what the reports of the day say, and nothing that anybody told later."""

import json
from dataclasses import asdict, replace
from itertools import product
from types import SimpleNamespace

import pytest
from tests.ledger.conftest import AT, Told, bridge
from tests.ledger.records.story import later, pledge, story

from readout import Asking, Ledger
from readout.asking.brief import Briefed, gathering
from readout.asking.brief.lines import by_day
from readout.asking.brief.people import is_office, level, plain
from readout.model import NotInLedger
from readout.pages.brief import markdown, page, text

NORWAY = Briefed("Norway", "2026-01-01", own="Sweden")


TALKS = (
    "Foreign Minister of Norway Kari Lund met the Foreign Minister of Sweden Nils Berg in Stockholm. Kari Lund said that the "
    "herring quota was too small. Norway asked Sweden to reopen the Charlottenberg crossing. It rained.",
    "Ministers of Norway and Sweden talked over dinner in Stockholm. Kari Lund, Foreign Minister, said that nobody could live on "
    "such a herring quota. The sun shone all day long.",
)


def talks(date: str, again: int = 0, **known: object) -> Told:
    """Talks of a Norwegian minister in Stockholm, who says something and is asked something."""
    told = Told(TALKS[again], date=date, **known).country("Norway", "Sweden")
    told.person("Kari Lund", "Foreign Minister", "Norway")
    told.actors["Kari Lund"] = replace(told.actors["Kari Lund"], stands_for=("Norway",))
    met = {"participants": ["Kari Lund", "Sweden"], "kind": "talks", "place": "Stockholm"}
    told.find("meeting", told.text.split(".")[0], **met)
    said = told.text.split(" said that ")[1].split(".")[0]
    told.find("statement", said, speaker="Kari Lund", form="indirect", cue="said")
    if "reopen" in told.text:
        asked = {"by": "Sweden", "proposer": "Norway", "strength": "proposed", "specific": True}
        told.find("commitment", "reopen the Charlottenberg crossing", **asked)
    return told


def everything() -> list[Told]:
    return [
        *story(),
        talks("2025-02-03"),
        talks("2025-04-08", 1, source="The Evening Courier"),
        bridge(date="2026-03-01"),
    ]


def kept(path: object, told: list[Told]) -> Ledger:
    ledger = Ledger.open(path)
    for each in told:
        ledger.keep(each.reading(), at=AT)
    return ledger


@pytest.fixture
def whole(url):
    with kept(url, everything()) as ledger:
        yield ledger


def written(ledger: Ledger, asked: Briefed) -> list[str]:
    found = Asking(ledger).brief(asked)
    return [json.dumps(asdict(found)), markdown(found), text(found), page(found)]


@pytest.mark.parametrize("day", ["2024-05-01", "2024-10-01", "2025-03-01", "2025-12-31"])
def test_a_ledger_with_later_reports_gives_byte_for_byte_the_brief_of_one_that_never_had_them(whole, tmp_path, day):
    with kept(tmp_path / "then.db", [told for told in everything() if told.date <= day]) as then:
        for own, other in product(("Sweden", None), ("Norway",)):
            asked = Briefed(other, day, own)
            assert written(whole, asked) == written(then, asked)


def test_an_undertaking_is_listed_on_the_side_that_made_it(whole):
    found = Asking(whole).brief(replace(NORWAY, as_of="2024-12-31"))
    mine = Asking(whole).brief(Briefed("Sweden", "2024-12-31", own="Norway"))
    assert ["HIMARS" in line.words for line in found.theirs.lines].count(True) == 1
    assert not found.ours.lines
    assert [line.words for line in mine.ours.lines] == [line.words for line in found.theirs.lines]


def test_an_undertaking_of_which_nobody_tells_later_is_open_and_never_broken(whole):
    (line,) = (one for one in Asking(whole).brief(NORWAY).theirs.lines if "bridge" in one.words)
    assert (line.outcome, line.due, line.time, line.days) == ("no later report", "2027-12-31", "due", 610)


def test_what_was_delivered_names_who_says_so_and_the_report_of_it(whole):
    (line,) = Asking(whole).brief(NORWAY).delivered.lines
    assert (line.outcome, line.since) == ("delivered, confirmed", "2025-06-01")
    assert "Sweden" in line.says and "the other side" in line.says
    assert line.told[-1].date == "2025-06-01"


def test_what_the_other_side_asked_for_is_no_undertaking_and_is_likely_to_be_raised(whole):
    found = Asking(whole).brief(NORWAY)
    assert [line.words for line in found.asked_of_us.lines] == ["reopen the Charlottenberg crossing"]
    assert not any(
        "Charlottenberg" in line.words for part in (found.ours, found.theirs, found.joint) for line in part.lines
    )


def test_what_the_other_side_came_back_to_is_what_it_said_on_several_days(whole):
    topics = Asking(whole).brief(NORWAY).topics
    assert [(topic.words.split()[0], topic.days) for topic in topics] == [("herring", 2)]
    assert not Asking(whole).brief(replace(NORWAY, as_of="2025-03-01")).topics


def test_offices_are_those_that_reports_of_the_day_give(whole):
    (person,) = Asking(whole).brief(NORWAY).people
    assert (person.name, person.title, person.said, person.met) == (
        "Kari Lund",
        "Foreign Minister",
        "2025-04-08",
        "2025-04-08",
    )
    assert not Asking(whole).brief(replace(NORWAY, as_of="2025-01-01")).people


def test_the_last_meeting_comes_with_what_was_undertaken_there(whole):
    found = Asking(whole).brief(replace(NORWAY, as_of="2024-05-01"))
    assert (found.last.date, found.last.place, found.last.who, found.last.to) == (
        "2024-05-01", "Oslo", ("Sweden", "Norway"), (),
    )  # fmt: skip
    assert any("bridge" in line.words for line in found.agreed.lines)


def test_of_what_was_undertaken_at_the_last_meeting_what_both_did_comes_first(ledger):
    text = "Norway and Sweden met in Oslo. Norway will open a quay by 2027. Sweden and Norway will share a radar."
    told = Told(text).country("Norway", "Sweden")
    told.find("meeting", "Norway and Sweden met in Oslo", participants=["Norway", "Sweden"], kind="talks", place="Oslo")
    told.find("commitment", "open a quay by 2027", by="Norway", strength="signed", due="2027", specific=True)
    told.find("commitment", "share a radar", by=["Sweden", "Norway"], strength="intended", specific=False)
    ledger.keep(told.reading(), at=AT)
    found = Asking(ledger).brief(replace(NORWAY, as_of="2024-06-01"))
    assert [line.words for line in found.agreed.lines] == ["share a radar", "open a quay by 2027"]


def test_where_offices_were_named_long_ago_alone_it_says_so_and_not_that_none_ever_was(whole):
    found = Asking(whole).brief(replace(NORWAY, as_of="2028-01-01"))
    assert not found.people
    assert "No report of the last two years names an office of theirs." in text(found)


def test_every_line_names_a_report_of_the_list_and_none_is_later_than_the_day(whole):
    found = Asking(whole).brief(NORWAY)
    known = {report.id: report.date for report in found.reports}
    parts = (found.agreed, found.others, found.theirs, found.ours, found.delivered, found.asked_of_us, found.said)
    lines = [*(line for part in parts for line in part.lines), found.last, *found.people]
    assert len(lines) > 6
    assert all(line.told and {told.report for told in line.told} <= set(known) for line in lines)
    assert max(known.values()) <= NORWAY.as_of


def test_a_pair_that_never_met_gets_a_brief_that_says_so(whole):
    found = Asking(whole).brief(Briefed("Kenya", "2026-01-01", own="Sweden"))
    assert found.last is None
    assert "No report tells of a meeting." in text(found)


def test_a_person_can_be_briefed_on(whole):
    found = Asking(whole).brief(Briefed("Kari Lund", "2026-01-01"))
    assert (found.last.date, [topic.days for topic in found.topics]) == ("2025-04-08", [2])


def test_an_unknown_name_is_refused_with_what_is_near(whole):
    with pytest.raises(NotInLedger, match=r"Norwey.*Did you mean Norway"):
        Asking(whole).brief(Briefed("Norwey", "2026-01-01", own="Sweden"))
    with pytest.raises(NotInLedger, match="Kari Lund"):
        Asking(whole).brief(Briefed("Kari Lunt", "2026-01-01", own="Sweden"))


def test_findings_of_a_low_score_are_left_out_and_counted(url):
    unsure = pledge("2024-05-01")
    unsure.findings = [replace(finding, score=0.3) for finding in unsure.findings]
    with kept(url, [unsure, later("2024-06-01", "Sweden said that it rained.", "Sweden")]) as ledger:
        found = Asking(ledger).brief(NORWAY)
    assert (found.theirs.lines, found.unsure) == ((), 1)


QUAYS = ("Bergen", "Bodø", "Molde")


@pytest.fixture
def long_known(url):
    """Undertakings of one year that are enough, older ones of which one falls due in it, and the last meeting long before."""
    forgotten = Told("Norway will paint the lighthouse of Skagen.", date="2013-05-01").country("Norway", "Sweden")
    forgotten.find(
        "commitment", "paint the lighthouse of Skagen", by="Norway", to="Sweden", strength="pledged", specific=True
    )
    older = [forgotten, bridge(date="2014-05-01"), pledge("2014-08-01")]
    late = []
    for day, place in enumerate(QUAYS, 1):
        told = Told(f"Norway will mend the {place} quay.", date=f"2025-05-0{day}").country("Norway", "Sweden")
        words = {"by": "Norway", "to": "Sweden", "strength": "pledged", "specific": True}
        late.append(told.find("commitment", f"mend the {place} quay", **words))
    with kept(url, [*older, *late]) as ledger:
        yield ledger


def test_of_two_that_undertook_much_of_late_the_last_years_are_told_with_what_falls_due_in_them(
    long_known, monkeypatch
):
    whole = Asking(long_known).brief(NORWAY)
    monkeypatch.setattr(gathering, "OF_TWO", len(QUAYS))
    found = Asking(long_known).brief(NORWAY)
    assert (whole.since, found.since) == (None, "2021-01-02")
    told = [[line.words for line in each.theirs.lines] for each in (whole, found)]
    assert ["paint the lighthouse of Skagen" in words for words in told] == [True, False]
    assert [any("HIMARS" in words for words in each) for each in told] == [True, True]
    assert [line.words for line in found.agreed.lines] == [line.words for line in whole.agreed.lines]
    assert (found.last, found.meetings) == (whole.last, whole.meetings)
    assert "since 2 January 2021" in text(found)


def test_where_nothing_older_is_left_out_a_brief_names_no_first_day(whole, monkeypatch):
    before = written(whole, NORWAY)
    monkeypatch.setattr(gathering, "OF_TWO", 1)
    assert written(whole, NORWAY) == before


def meeting_on(day: str, told: str, place: str) -> Told:
    """A report of a day that tells of a meeting on another, as exactly as that is known."""
    words = f"Norway and Sweden talk in {place}"
    report = Told(f"{words}. It rained in {place}.", date=told).country("Norway", "Sweden")
    return report.find("meeting", words, participants=["Norway", "Sweden"], kind="talks", place=place, date=day)


def test_a_meeting_that_was_only_announced_is_not_the_last_one(url):
    with kept(
        url, [meeting_on("2024-05-02", "2024-05-02", "Oslo"), meeting_on("2025-06-30", "2024-06-01", "Bergen")]
    ) as ledger:
        found = Asking(ledger).brief(NORWAY)
        assert (found.last.place, found.meetings) == ("Oslo", 1)
        ledger.keep(meeting_on("2025-06-30", "2025-06-30", "Bergen").reading(), at=AT)
        assert Asking(ledger).brief(NORWAY).last.place == "Bergen"


def test_what_is_known_to_the_year_or_month_is_not_newer_than_a_day_of_it():
    days = ["2024", "2024-05-02", "2023-12-31", "2024-05", None]
    told = [SimpleNamespace(record=SimpleNamespace(date=day, id="")) for day in days]
    assert [one.record.date for one in sorted(told, key=by_day)] == [
        "2024-05-02",
        "2024-05",
        "2024",
        "2023-12-31",
        None,
    ]


def test_a_title_that_was_read_across_two_is_no_office():
    assert is_office("Foreign Minister")
    assert not is_office("White House with the Foreign Minister")
    assert not is_office("President of the American Chamber of Commerce")
    assert is_office("Speaker of the Chamber of Deputies")
    assert plain("External Affairs Minister Dr.", "India") == "External Affairs Minister"
    assert plain("(PRC) State Councilor", "China") == "State Councilor"


def call(date: str, *who: str) -> Told:
    """A report of a call of some countries, always in the same words."""
    told = Told(f"{', '.join(who)} spoke by phone about the herring.", date=date).country(*who)
    told.find("meeting", told.text, participants=list(who), kind="call", date=date)
    return told


def test_calls_of_several_days_in_the_same_words_are_several_meetings(url):
    days = ["2024-05-01", "2024-07-01", "2024-09-01", "2024-11-01", "2025-01-01"]
    with kept(url, [call(day, "Norway", "Sweden") for day in days]) as ledger:
        found = Asking(ledger).brief(NORWAY)
    assert found.last.date == "2025-01-01"
    assert ([line.date for line in found.others.lines], found.others.more) == (
        ["2024-11-01", "2024-09-01", "2024-07-01"], 1,
    )  # fmt: skip


def test_a_later_meeting_in_larger_company_is_told_beside_the_last_of_the_two(url):
    reports = [call("2024-05-01", "Norway", "Sweden"), call("2024-03-01", "Norway", "Sweden")]
    with kept(url, [*reports, call("2024-08-01", "Norway", "Sweden", "Finland")]) as ledger:
        found = Asking(ledger).brief(NORWAY)
    assert (found.last.date, found.meetings) == ("2024-05-01", 3)
    assert [line.date for line in found.others.lines] == ["2024-08-01", "2024-03-01"]


def test_who_advises_a_chancellor_holds_no_highest_office():
    assert level("European Policy Advisor to the Federal Chancellor") > level("Federal Chancellor") == 0


def test_words_of_every_speech_are_nothing_that_somebody_came_back_to(url):
    said = "and I’ve said that we’ve seen no smolts, greatly appreciated this afternoon"
    reports = [
        Told(f"Norway met Sweden. Norway said: {said}.", date=f"2025-0{n}-01").country("Norway", "Sweden")
        for n in (4, 5)
    ]
    for told in reports:
        told.find("meeting", "Norway met Sweden", participants=["Norway", "Sweden"], kind="talks")
        told.find("statement", said, speaker="Norway", form="direct", cue="said")
    with kept(url, reports) as ledger:
        (topic,) = Asking(ledger).brief(NORWAY).topics
    assert "smolts" in topic.words


@pytest.mark.parametrize("asked", [replace(NORWAY, own=""), replace(NORWAY, other=" ")])
def test_a_name_that_is_empty_is_no_name_that_was_left_out(whole, asked):
    with pytest.raises(NotInLedger, match="one of the names is empty"):
        Asking(whole).brief(asked)


def test_a_surname_is_briefed_on_as_its_only_bearer_however_it_is_spelt(url):
    met = Told("Volodymyr Zelenskyy, President of Ukraine, met Sweden.", date="2024-05-01").country("Sweden", "Ukraine")
    met.person("Volodymyr Zelenskyy", "President of Ukraine", "Ukraine")
    met.find("meeting", met.text, participants=["Volodymyr Zelenskyy", "Sweden"], kind="talks")
    said = Told("Zelensky, President of Ukraine, said that it rained.", date="2024-06-01").country("Ukraine")
    said.person("Zelensky", "President of Ukraine", "Ukraine")
    said.find("statement", "it rained", speaker="Zelensky", form="indirect", cue="said")
    with kept(url, [met, said]) as ledger:
        whole = Asking(ledger).brief(Briefed("Volodymyr Zelenskyy", "2026-01-01", own="Sweden"))
        assert (whole.other, whole.meetings) == ("Volodymyr Zelenskyy", 1)
        for written in ("Zelensky", "zelenskyy", "Zelenskiy"):
            assert Asking(ledger).brief(Briefed(written, "2026-01-01", own="Sweden")) == whole
