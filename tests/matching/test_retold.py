"""A report that speaks of its meeting several times has one meeting."""

from __future__ import annotations

from dataclasses import replace

import pytest

from readout.lang.pack import read_yaml
from readout.matching.accounts import accounts
from readout.matching.meetings import meetings
from readout.model import Actor, Finding, Reading, Report, Slot, Span, Stated

PEOPLE = {"Erik Berg": "Norway", "Anna Holm": "Latvia", "Janis Kalns": "Canada"}
NAMES = (*PEOPLE, "Norway", "Latvia")
POINTING = read_yaml("en", "matching", "elsewhen.yaml")["pointing"]
MET = "Erik Berg met with Anna Holm"
TWO = ("Erik Berg", "Anna Holm")
BARE = ("Norway", "Latvia")


def reading(
    *told: tuple[str, tuple[str, ...], str], title: str | None = None, day: str | None = None, outlet: str | None = None
) -> Reading:
    """A report of 1 May 2024 with meetings: their words, who met and the kind; `day` is that of the first, where its words say so."""
    text = ". ".join(words for words, _, _ in told)
    actors = [Actor(name, "person" if name in PEOPLE else "country", (), (), (PEOPLE[name],) if name in PEOPLE else ()) for name in NAMES]  # fmt: skip
    ids = {actor.name: actor.id for actor in actors}
    found = []
    for number, (words, names, kind) in enumerate(told):
        start = text.index(words)
        slots = [*(Slot("participants", name, None, ids[name]) for name in names), Slot("kind", kind)]
        said = (day or "2024-05-01") if number == 0 else "2024-05-01"
        slots.append(Slot("date", said, Span(start, start + len(words)), None, "day"))
        found.append(Finding("meeting", "r", Span(start, start + len(words)), tuple(slots), "en.meeting.verb", 0.9))
    report = Report("r", text, title, outlet=Stated(outlet) if outlet else None, published=Stated("2024-05-01"))
    return Reading(report, "hand", tuple(actors), tuple(found))


def told(*some: tuple[str, tuple[str, ...], str]) -> int:
    """How many meetings a report of these is about."""
    return len(meetings(accounts(reading(*some))))


def test_the_same_persons_under_another_word_met_once() -> None:
    assert told((MET, TWO, "talks"), ("Thank you for this visit", TWO, "visit")) == 1
    assert told((MET, TWO, "talks"), ("They spoke by telephone", TWO, "call")) == 2
    assert told((MET, TWO, "talks"), ("He welcomed Janis Kalns", ("Erik Berg", "Janis Kalns"), "visit")) == 2


@pytest.mark.parametrize("row", POINTING, ids=lambda row: row["id"])
def test_what_only_points_at_the_meeting_that_the_report_is_about_is_that_meeting(row: dict[str, str]) -> None:
    assert told((MET, TWO, "talks"), (row["example"].rstrip("."), BARE, "talks")) == 1
    assert told((MET, TWO, "talks"), ("The two countries opened consultations of experts", BARE, "talks")) == 2
    assert told((MET, TWO, "talks"), (row["example"].rstrip("."), BARE, "call")) == 2


def test_what_goes_on_with_whom_somebody_else_was_met_does_not_only_point() -> None:
    assert told((MET, TWO, "talks"), ("We had talks", BARE, "talks")) == 1
    made = reading((MET, TWO, "talks"), ("We had talks", BARE, "talks"), ("with the envoy", BARE, "call"))
    text = made.report.text.replace("talks. with", "talks with ")
    assert (
        len(meetings(accounts(replace(made, report=replace(made.report, text=text), findings=made.findings[:2])))) == 2
    )


def test_of_places_in_two_countries_that_one_report_gives_its_meeting_neither_is_known() -> None:
    made = reading((MET, TWO, "talks"), ("Thank you for these talks", TWO, "talks"))

    def places(*some: str) -> set[str | None]:
        found = tuple(replace(one, slots=(*one.slots, Slot("place", place))) for one, place in zip(made.findings, some, strict=True))  # fmt: skip
        return {account.place for account in accounts(replace(made, findings=found))}

    assert places("Oslo", "Latvia") == {None}
    assert places("Oslo", "Norway") == {"Oslo", "Norway"}


def test_where_the_main_meeting_names_nobody_who_is_welcomed_met_there() -> None:
    some = ("We just held the first meeting of the council", BARE, "talks"), ("Anna Holm was welcome", TWO, "talks")
    assert told(*some) == 1
    assert {party.person for one in accounts(reading(*some)) for party in one.parties} == set(TWO)


def test_of_two_accounts_without_persons_one_must_point_at_the_other() -> None:
    assert told(("Norway and Latvia met", BARE, "talks"), ("Our talks today were long", BARE, "talks")) == 1
    assert (
        told(("Norway and Latvia met", BARE, "talks"), ("The first meeting of fishers took place", BARE, "talks")) == 2
    )


def test_a_title_tells_of_the_meeting_of_the_day_before_that_the_words_name() -> None:
    yesterday = reading((MET, TWO, "talks"), title="Erik Berg’s Meeting with Anna Holm", day="2024-04-30")
    assert [account.day for account in accounts(yesterday)] == ["2024-04-30"]
    called = reading((MET, TWO, "talks"), title="Erik Berg’s Call with Anna Holm", day="2024-04-30")
    assert [account.kind for account in accounts(called)] == ["talks", "call"]


@pytest.mark.parametrize(("outlet", "title", "heads"), [(None, "Anna Holm", 1), (None, "Anna Holm and Janis Kalns", 0), ("Government of Canada", "Anna Holm", 0)])  # fmt: skip
def test_a_title_need_not_name_the_outlet_s_own_and_else_names_all(outlet: str | None, title: str, heads: int) -> None:
    met = ("Erik Berg and Anna Holm met Janis Kalns", tuple(PEOPLE), "summit")
    found = accounts(reading(met, title=f"Erik Berg’s Meeting with {title}", outlet=outlet))
    assert sum(account.finding is None for account in found) == heads


def test_what_points_back_at_a_meeting_by_video_is_that_meeting() -> None:
    by_video = "Erik Berg had a meeting by video with Anna Holm"
    assert told((by_video, TWO, "call"), ("We spoke of it at our meeting today", BARE, "talks")) == 1
    assert (
        told(("Erik Berg phoned Anna Holm", TWO, "call"), ("We spoke of it at our meeting today", BARE, "talks")) == 2
    )
