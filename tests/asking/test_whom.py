"""Who is meant by a name that somebody typed."""

import pytest
from tests.ledger.conftest import AT, Told, bridge

from readout import Asking
from readout.asking.brief import Briefed
from readout.asking.due import DueAsked
from readout.asking.search import Where
from readout.asking.timeline import Course
from readout.asking.whom import check_known, whom
from readout.ledger.deciding import Act
from readout.ledger.pursuing import Pursued
from readout.model import NotInLedger

DAY = "2026-01-01"
MINISTER = "Foreign Minister"


def said(name: str, of: str, date: str = "2024-05-01") -> Told:
    """A report in which somebody promises a lighthouse."""
    told = Told(f"{name}, {MINISTER}, met Sweden. {name} will build a lighthouse.", date=date).country("Sweden")
    told.person(name, MINISTER, of)
    told.find("meeting", f"{name}, {MINISTER}, met Sweden", participants=[name, "Sweden"], kind="talks")
    told.find("statement", "build a lighthouse", speaker=name, form="indirect", cue="will")
    told.find("commitment", "build a lighthouse", by=name, to="Sweden", strength="pledged", specific=True)
    return told


def kept(ledger, *told):
    for each in told:
        ledger.keep(each.reading(), at=AT)
    return Asking(ledger)


def every_question(asking, name: str):
    """What each question about somebody answers, by the question."""
    return {
        "brief": lambda: asking.brief(Briefed(name, DAY)).meetings,
        "timeline": lambda: len(asking.timeline(Course(DAY, actor=name)).moments),
        "due": lambda: asking.due(DueAsked(Pursued(DAY, actor=name))).counts.undertaken,
        "deadlines": lambda: len(asking.deadlines(DueAsked(Pursued(DAY, actor=name)))),
        "stats": lambda: asking.stats(DAY, actor=name).meetings,
        "search": lambda: len(asking.search("lighthouse", Where(actor=name, kind="statement")).hits),
    }


def test_a_name_that_nobody_bears_is_refused_everywhere_in_the_same_words_with_what_is_near(ledger):
    asking = kept(ledger, bridge())
    refused = {}
    for question, ask in every_question(asking, "Norwey").items():
        with pytest.raises(NotInLedger) as problem:
            ask()
        refused[question] = str(problem.value).replace(f" by {DAY}", "")
    words = "Norwey: neither a country nor anybody of whom a report tells. Did you mean Norway?"
    assert refused == dict.fromkeys(refused, words)


ABOUT_A_PAIR = pytest.mark.parametrize("ask", [
    lambda asking, pair: asking.timeline(Course(DAY, pair=pair)),
    lambda asking, pair: asking.due(DueAsked(Pursued(DAY, pair=pair))),
    lambda asking, pair: asking.stats(DAY, pair=pair),
    lambda asking, pair: asking.search("bridge", Where(pair=pair)),
])  # fmt: skip


@ABOUT_A_PAIR
def test_of_a_pair_the_side_that_nobody_knows_is_named(ledger, ask):
    asking = kept(ledger, bridge())
    for pair in (("Atlantis", "Norway"), ("NO", "Atlantis")):
        with pytest.raises(NotInLedger, match=r"^Atlantis: neither a country"):
            ask(asking, pair)


@ABOUT_A_PAIR
def test_one_side_named_twice_is_no_pair(ledger, ask):
    asking = kept(ledger, bridge())
    for pair in (("Norway", "NO"), ("Sweden", "Sweden")):
        with pytest.raises(NotInLedger, match=r": one side, (Norway|Sweden)\. Name two"):
            ask(asking, pair)


@pytest.mark.parametrize("name", ["Chile", "CL", "African Union", "Storting"])
def test_a_country_organisation_or_parliament_without_records_is_known_and_has_nothing(ledger, name):
    answers = every_question(kept(ledger, bridge()), name)
    assert {question: ask() for question, ask in answers.items()} == dict.fromkeys(answers, 0)


def test_a_surname_is_its_only_bearer_s_everywhere_under_all_the_names_that_are_one(ledger):
    told = said("Kari Lund", "Norway"), said("Lund", "Norway", "2024-06-01"), said("Kåre Lundberg", "Norway")
    asking = kept(ledger, *told)
    answers = {name: {q: ask() for q, ask in every_question(asking, name).items()} for name in ("Lund", "Kari Lund")}
    assert answers["Lund"] == answers["Kari Lund"]
    assert [answers["Lund"][each] for each in ("brief", "stats", "search", "due")] == [2, 2, 2, 1]
    assert asking.timeline(Course(DAY, actor="lund")).subject == "Kari Lund"
    assert asking.due(DueAsked(Pursued(DAY, actor="lund"))).asked.pursued.actor == "Kari Lund"


def test_of_several_bearers_of_a_surname_the_question_asks_which_is_meant(ledger):
    asking = kept(ledger, said("Kari Lund", "Norway"), said("Per Lund", "Denmark"), said("Lund", "Norway"))
    for ask in every_question(asking, "Lund").values():
        with pytest.raises(NotInLedger, match=r"^Lund: 2 persons bear this name: .*Kari Lund \(Norway\).*Per Lund \(D"):
            ask()
    assert whom(ledger, "Per Lund", DAY).names == ("Per Lund",)


def test_two_spellings_are_one_bearer_s_where_they_hold_office_of_one_country_unless_a_reviewer_parted_them(ledger):
    kept(ledger, said("Sergei Holm", "Norway"), said("Sergey Holm", "Norway"))
    assert whom(ledger, "Holm", DAY).names == ("Sergei Holm", "Sergey Holm", "Holm")
    ledger.enlist("Ada", at=AT)
    ledger.decide(Act("part", "Sergei Holm", "Ada", AT, other="Sergey Holm"))
    with pytest.raises(NotInLedger, match="2 persons bear this name"):
        whom(ledger, "Holm", DAY)


def test_two_spellings_in_two_countries_are_two_bearers_until_a_reviewer_joins_them(ledger):
    kept(ledger, said("Sergei Holm", "Norway"), said("Sergey Holm", "Sweden"))
    with pytest.raises(NotInLedger, match="2 persons bear this name"):
        whom(ledger, "Holm", DAY)
    ledger.enlist("Ada", at=AT)
    ledger.decide(Act("join", "Sergei Holm", "Ada", AT, other="Sergey Holm"))
    assert set(whom(ledger, "Holm", DAY).names) == {"Sergei Holm", "Sergey Holm", "Holm"}


def test_middle_initials_that_differ_are_two_persons_and_a_name_without_them_may_be_either_s(ledger):
    names = "George Holm", "George H.W. Holm", "George W. Holm"
    kept(ledger, *(said(name, "Norway") for name in names), said("George Holm", "Norway", "2024-06-01"))
    for typed in ("Holm", "George Holm"):
        with pytest.raises(
            NotInLedger, match=r"2 persons bear this name: George (H\.)?W\. Holm .*, George (H\.)?W\. Holm"
        ):
            whom(ledger, typed, DAY)
    assert set(whom(ledger, "George W. Holm", DAY).names) == {"George Holm", "George W. Holm"}
    assert set(whom(ledger, "George H.W. Holm", DAY).names) == {"George Holm", "George H.W. Holm"}


def test_an_initial_that_only_some_reports_write_is_no_other_person(ledger):
    kept(ledger, said("Kari B. Lund", "Norway"), said("Kari Lund", "Norway"), said("Kari B.C. Lund", "Norway"))
    assert len(whom(ledger, "Lund", DAY).names) == 4


def test_a_mark_of_honour_behind_a_name_is_no_part_of_it(ledger):
    asking = kept(ledger, said("Kari Lund", "Norway"), said("Lund-ji", "Norway", "2024-06-01"))
    for typed in ("Lund", "Lund-ji", "Kari Lund", "kari lund-ji"):
        assert asking.timeline(Course(DAY, actor=typed)).subject == "Kari Lund"
        assert asking.stats(DAY, actor=typed).meetings == 2


def test_a_junior_behind_a_surname_is_no_surname(ledger):
    asking = kept(ledger, said("Kari Lund", "Norway"), said("Kari B. Lund, Jr.", "Norway", "2024-06-01"))
    for typed in ("Lund", "Kari Lund", "Kari B. Lund, Jr."):
        assert asking.stats(DAY, actor=typed).meetings == 2


def test_a_title_before_a_surname_is_no_first_name(ledger):
    kept(ledger, said("Kari Lund", "Norway"), said("Chancellor Lund", "Norway"))
    assert set(whom(ledger, "Lund", DAY).names) == {"Kari Lund", "Chancellor Lund", "Lund"}


def test_whoever_is_told_of_only_later_is_nobody_yet(ledger):
    kept(ledger, said("Kari Lund", "Norway", "2024-05-01"), said("Per Lund", "Denmark", "2025-05-01"))
    assert whom(ledger, "Lund", "2024-12-31").name == "Kari Lund"
    with pytest.raises(
        NotInLedger, match=r"^Lund: neither a country nor anybody of whom a report tells by 2024-04-30\."
    ):
        whom(ledger, "Lund", "2024-04-30")


def test_whom_an_imported_table_names_is_known(ledger):
    post = {"title": "Harbour Master", "of": "Denmark"}
    ledger.register([{"name": "Per Berg", "aliases": [], "offices": [post]}], at=AT)
    assert whom(ledger, "Berg", DAY).name == "Per Berg"
    check_known(ledger, "Per", DAY)


def test_a_part_of_a_name_that_is_no_person_s_finds_all_that_have_it(ledger):
    told = Told("Ministry of Fish of Norway met Sweden.").country("Sweden", "Ministry of Fish of Norway")
    told.find("meeting", told.text, participants=["Ministry of Fish of Norway", "Sweden"], kind="talks")
    assert kept(ledger, told).stats(DAY, actor="of fish").meetings == 1


def test_a_capital_or_a_people_leads_to_its_country(ledger):
    kept(ledger, bridge())
    for written in ("Copenhagen", "Danish"):
        with pytest.raises(NotInLedger, match=r"Did you mean Denmark\?$"):
            whom(ledger, written, DAY)
