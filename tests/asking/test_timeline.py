"""What passed between sides, in order of time."""

from dataclasses import replace

import pytest
from tests.ledger.conftest import AT, Told, bridge

from readout import Asking
from readout.asking.timeline import Course
from readout.matching.outlets import NOBODY
from readout.model import InvalidDate, NotInLedger
from readout.pages.phrasing import day
from readout.pages.timeline import page
from readout.pages.timeline.axis import LEFT, RIGHT, Tick
from readout.pages.timeline.page import who
from readout.pages.timeline.picture import picture

DAY = "2026-01-01"
AGAIN = "In Stockholm, Norway told Sweden once more that it would build the new bridge over the Svinesund."
BUILT = "Sweden said on Monday that Norway had completed the bridge over the Svinesund."


@pytest.fixture
def asking(ledger):
    ledger.keep(bridge().reading(), at=AT)
    ledger.keep(bridge(date="2025-02-03", text="Norway and Sweden met in Oslo. It rained.").reading(), at=AT)
    told = Told("Latvia and Estonia met in Riga.", date="2024-07-01").country("Latvia", "Estonia")
    told.find(
        "meeting", "Latvia and Estonia met in Riga", participants=["Latvia", "Estonia"], kind="talks", place="Riga"
    )
    ledger.keep(told.reading(), at=AT)
    return Asking(ledger)


def moments(asking, **course):
    found = asking.timeline(Course(course.pop("as_of", DAY), **course))
    return [(moment.date, moment.kind) for moment in found.moments]


def test_a_pair_has_its_meetings_and_undertakings_in_order_of_time_whichever_side_comes_first(asking):
    course = [("2024-05-01", "meeting"), ("2024-05-01", "commitment"), ("2025-02-03", "meeting")]
    assert moments(asking, pair=("NO", "Sweden")) == moments(asking, pair=("SE", "Norway")) == course


def test_what_a_side_undertook_where_the_two_met_is_theirs_though_no_words_say_towards_whom(ledger):
    told = Told("Latvia and Estonia met in Riga. Latvia will open a school.", date="2024-07-01")
    told.country("Latvia", "Estonia")
    told.find(
        "meeting", "Latvia and Estonia met in Riga", participants=["Latvia", "Estonia"], kind="talks", place="Riga"
    )
    told.find("commitment", "open a school", by="Latvia", strength="pledged", specific=True)
    ledger.keep(told.reading(), at=AT)
    course = [("2024-07-01", "meeting"), ("2024-07-01", "commitment")]
    assert moments(Asking(ledger), pair=("LV", "EE")) == course
    assert moments(Asking(ledger), pair=("LV", "LT")) == []


def test_what_a_side_undertook_at_talks_with_others_is_not_of_the_pair_that_spoke_the_day_before(ledger):
    called = "On Sunday Latvia spoke with Estonia by phone"
    told = Told(f"Latvia and Finland met in Riga. Latvia will open a school. {called}.", date="2024-07-01")
    told.country("Latvia", "Estonia", "Finland")
    met = "Latvia and Finland met in Riga"
    told.find("meeting", met, participants=["Latvia", "Finland"], kind="talks", date="2024-07-01")
    told.find("meeting", called, participants=["Latvia", "Estonia"], kind="call", date="2024-06-30")
    told.find("commitment", "open a school", by="Latvia", strength="pledged", specific=True)
    ledger.keep(told.reading(), at=AT)
    assert moments(Asking(ledger), pair=("LV", "EE")) == [("2024-06-30", "meeting")]
    assert ("2024-07-01", "commitment") in moments(Asking(ledger), pair=("LV", "FI"))


def test_what_one_report_tells_of_one_day_stands_in_its_order(ledger):
    words = ["dig a canal", "open a school", "build a mill", "paint a ship"]
    told = Told(f"Latvia and Estonia met. Latvia will {', '.join(words)}.", date="2024-07-01").country(
        "Latvia", "Estonia"
    )
    told.find("meeting", "Latvia and Estonia met", participants=["Latvia", "Estonia"], kind="talks")
    for one in words:
        told.find("commitment", one, by="Latvia", to="Estonia", strength="pledged", specific=True)
    ledger.keep(told.reading(), at=AT)
    found = Asking(ledger).timeline(Course(DAY, pair=("LV", "EE"))).moments
    assert [moment.words for moment in found if moment.kind == "commitment"] == words


def test_an_actor_and_a_topic_have_theirs(asking):
    assert moments(asking, actor="Latvia") == [("2024-07-01", "meeting")]
    assert moments(asking, topic="svinesund") == [("2024-05-01", "commitment")]
    assert moments(asking, actor="Chile") == []


def test_every_moment_cites_the_words_of_a_report(asking):
    for moment in asking.timeline(Course(DAY, pair=("NO", "SE"))).moments:
        text = asking.ledger.report(moment.report).text
        assert moment.words == moment.span.of(text)
        assert (moment.outlet, moment.published[:4]) == ("The Morning Gazette", moment.date[:4])


def test_nothing_dated_after_the_day_is_told(asking):
    assert moments(asking, pair=("NO", "SE"), as_of="2024-12-31") == [
        ("2024-05-01", "meeting"),
        ("2024-05-01", "commitment"),
    ]
    assert moments(asking, pair=("NO", "SE"), as_of="2024-04-30") == []


def test_a_timeline_is_narrowed_by_days_and_keeps_the_last_of_many(asking):
    assert moments(asking, pair=("NO", "SE"), since="2025-01-01") == [("2025-02-03", "meeting")]
    assert moments(asking, pair=("NO", "SE"), until="2024-05-01")[-1] == ("2024-05-01", "commitment")
    found = asking.timeline(Course(DAY, pair=("NO", "SE"), limit=1))
    assert ([moment.date for moment in found.moments], found.before) == (["2025-02-03"], True)


def test_an_undertaking_is_followed_from_its_first_telling_to_what_came_of_it(ledger):
    ledger.keep(bridge().reading(), at=AT)
    again = Told(AGAIN, date="2024-11-02", source="The Evening Courier").country("Norway", "Sweden")
    again.find("commitment", "build the new bridge over the Svinesund", by="Norway", to="Sweden", strength="pledged")
    ledger.keep(again.reading(), at=AT)
    told = Told(BUILT, date="2025-10-06").country("Sweden", "Norway")
    told.find("progress", "the bridge over the Svinesund", effect="fulfilled", actors="Norway")
    ledger.keep(told.reading(), at=AT)
    asking = Asking(ledger)
    (pledge,) = (m for m in asking.timeline(Course(DAY, topic="Svinesund")).moments if m.kind == "commitment")
    kinds = [kind for _, kind in moments(asking, commitment=pledge.id[:8])]
    assert kinds[:2] == ["commitment", "again"]
    assert kinds[2:] == ["news"] * len(ledger.record(pledge.id).news)
    assert [kind for _, kind in moments(asking, commitment=pledge.id, as_of="2024-06-01")] == ["commitment"]
    with pytest.raises(NotInLedger, match="no report told of it by 2024-01-01"):
        moments(asking, commitment=pledge.id, as_of="2024-01-01")


def test_a_topic_in_quotes_is_not_quoted_again(asking):
    said = [
        asking.timeline(Course(DAY, topic=topic)).subject
        for topic in ("new bridge", '"new bridge"', '"new bridge" Norway')
    ]
    assert said == ["“new bridge”", '"new bridge"', '"new bridge" Norway']


def test_exactly_one_thing_is_asked_for_on_days_that_exist(asking):
    for course in ({}, {"actor": "Norway", "topic": "bridge"}):
        with pytest.raises(NotInLedger, match="of one thing"):
            asking.timeline(Course(DAY, **course))
    with pytest.raises(InvalidDate, match="since"):
        asking.timeline(Course(DAY, actor="Norway", since="2024"))


def test_the_page_has_a_picture_whose_every_dot_leads_to_its_entry(asking):
    html = page(asking.timeline(Course(DAY, pair=("NO", "SE"))))
    assert '<title id="pic-title">Norway and Sweden in order of time</title>' in html
    assert html.count("<circle") == html.count('<li id="m') == 3
    assert all(f'href="#m{number}"' in html and f'id="m{number}"' in html for number in range(3))
    assert "<script" not in html and page(asking.timeline(Course(DAY, pair=("NO", "SE")))) == html


def test_a_page_without_moments_says_so(asking):
    html = page(asking.timeline(Course(DAY, actor="Chile")))
    assert "Nothing of that in the ledger. <code>readout list actors</code> shows" in html


def test_the_words_of_a_day_at_an_edge_of_the_picture_stand_within_it(asking):
    moments = asking.timeline(Course(DAY, pair=("NO", "SE"))).moments
    alone = picture(moments[:1], ["."]).ticks
    assert [(tick.at, tick.anchor) for tick in alone] == [(LEFT, "start")]
    some = (Tick(20, "2020"), Tick(240, "2021"), Tick(460, "2022"))
    assert [(tick.at, tick.anchor) for tick in some] == [(LEFT, "start"), (240, "middle"), (RIGHT, "end")]


def test_a_page_tells_what_its_picture_leaves_out(asking):
    found = asking.timeline(Course(DAY, pair=("NO", "SE")))
    assert "leaves out the time" not in page(found)
    first = found.moments[0]
    early = [replace(first, date=date) for date in ("1990", "1990-12-24")]
    html = page(replace(found, moments=(*early, *found.moments)))
    assert (
        f"The picture leaves out the time from 24 December 1990 to {day(first.date)}, of which nothing is told." in html
    )
    assert html.count('class="gap"') == html.count('class="ground"')


def test_news_told_by_nobody_that_a_report_names_is_set_off_by_commas(asking):
    told = next(moment for moment in asking.timeline(Course(DAY, pair=("NO", "SE"))).moments if moment.by)
    news = replace(told, kind="news", who=(NOBODY,))
    assert who(news).startswith("the report, which names nobody, on what Norway undertook")


def test_an_undertaking_says_towards_whom_and_news_of_it_who_tells_it_in_which_outlet(asking):
    told = Told(BUILT, date="2026-02-01", source="The Evening Post").country("Sweden", "Norway")
    words = BUILT[BUILT.index("Norway") : -1]
    told.find("statement", words, speaker="Sweden", form="indirect")
    told.find("progress", words, actors=["Norway"], effect="fulfilled")
    asking.ledger.keep(told.reading(), at=AT)
    moments = asking.timeline(Course("2026-12-31", pair=("NO", "SE"))).moments
    undertaken = next(moment for moment in moments if moment.kind == "commitment")
    news = next(moment for moment in moments if moment.kind == "news")
    assert who(undertaken) == "Norway → Sweden"
    assert (news.outlet, who(news)) == ("The Evening Post", "Sweden on what Norway undertook towards Sweden")
