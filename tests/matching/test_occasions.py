"""A gathering, an event of its own and what is only announced are no talks of the two whom a report names."""

from __future__ import annotations

from dataclasses import replace
from datetime import date as Date

import pytest
from tests.matching.made import CANADA, LATVIA, NORWAY, account, person

from readout.lang.pack import read_yaml
from readout.matching.account import Account
from readout.matching.accounts import accounts
from readout.matching.meetings import same_encounter
from readout.matching.occasions import is_announced
from readout.model import Actor, Finding, Reading, Report, Slot, Span, Stated

BERG, HOLM = person("Erik Berg", NORWAY), person("Anna Holm", LATVIA)
LUND, KALN = person("Ane Lund", NORWAY), person("Janis Kalns", LATVIA)
DAY = "2024-05-01"


def reading(
    text: str, words: str, told: str, kind: str = "talks", rule: str = "verb", title: str | None = None
) -> Reading:
    """A report of 1 May 2024 with one meeting of Erik Berg with Anna Holm: its words and the word that tells it."""
    people = {"Erik Berg": NORWAY, "Anna Holm": LATVIA}
    actors = [Actor(name, "person", (), (), (country,)) for name, country in people.items()]
    start, at = text.index(words), text.index(told)
    slots = [Slot("participants", actor.name, None, actor.id) for actor in actors]
    slots.append(Slot("kind", kind, Span(at, at + len(told))))
    found = Finding("meeting", "r", Span(start, start + len(words)), tuple(slots), f"en.meeting.{rule}", 0.9)
    return Reading(Report("r", text, title, published=Stated(DAY)), "hand", tuple(actors), (found,))


def test_a_meeting_of_a_group_of_states_has_the_group_at_its_table() -> None:
    text = "Erik Berg and Anna Holm agreed on it beside the NATO Leaders’ summit in Riga."
    (summit,) = accounts(reading(text, "the NATO Leaders’ summit in Riga", "summit", "summit"))
    assert summit.sides == {NORWAY, LATVIA, "NATO"}
    text = "At the summit of the NATO in Riga Erik Berg and Anna Holm agreed on it."
    (summit,) = accounts(reading(text, "the summit of the NATO in Riga", "summit", "summit"))
    assert summit.sides == {NORWAY, LATVIA, "NATO"}
    (talks,) = accounts(reading("Erik Berg met Anna Holm at the NATO summit.", "Erik Berg met Anna Holm", "met"))
    assert talks.sides == {NORWAY, LATVIA}


ROWS = read_yaml("en", "matching", "elsewhen.yaml")


@pytest.mark.parametrize("row", ROWS["margins"], ids=lambda row: row["id"])
def test_who_met_in_the_margins_of_a_gathering_had_talks_and_the_group_is_not_at_their_table(
    row: dict[str, str],
) -> None:
    text = row["example"]
    (talks,) = accounts(reading(text, text.rstrip("."), "Summit", "summit"))
    assert (talks.kind, talks.sides) == ("talks", {NORWAY, LATVIA})


@pytest.mark.parametrize("words", ["of the NATO Summit", "the NATO Summit", "NATO Summit in Riga"])
def test_words_that_begin_behind_the_sidelines_tell_of_the_gathering_and_not_of_the_talks_beside_it(words: str) -> None:
    text = "Erik Berg met Anna Holm, and launched the ferry with her on the sidelines of the NATO Summit in Riga."
    (summit,) = accounts(reading(text, words, "Summit", "summit"))
    assert (summit.kind, summit.sides) == ("summit", {NORWAY, LATVIA, "NATO"})
    (talks,) = accounts(reading(text, "Erik Berg met Anna Holm", "met"))
    assert not same_encounter(talks, replace(summit, report="another report"))


@pytest.mark.parametrize(("name", "also"), [("gathering", frozenset()), ("of_two", frozenset(("talks",)))])
def test_a_summit_of_two_is_their_talks_where_its_words_name_no_gathering(name: str, also: frozenset[str]) -> None:
    for row in ROWS[name]:
        word = next(word for word in ("Summit", "summit") if word in row["example"])
        (summit,) = accounts(reading(row["example"], row["example"].rstrip("."), word, "summit"))
        assert (summit.kind, summit.also) == ("summit", also)
    (summit,) = accounts(reading("They had long talks.", "long talks", "talks", "summit"))
    assert summit.also == {"talks"}


@pytest.mark.parametrize(("place", "kind"), [("at Arrival Ceremony", "ceremony"), ("Before Their Meeting", "talks")])
def test_a_greeting_at_an_event_of_its_own_does_not_open_the_talks(place: str, kind: str) -> None:
    told = reading("Welcome back, Anna!", "Welcome back", "Welcome", rule="greeting", title=f"Remarks by Erik Berg and Anna Holm {place}")  # fmt: skip
    assert [found.kind for found in accounts(told)] == [kind]


def test_a_greeting_that_no_rule_found_is_known_by_the_word_on_which_its_day_stands() -> None:
    made = reading("Welcome back, Anna!", "Welcome back", "Welcome", title="Remarks by Erik Berg and Anna Holm at Arrival Ceremony")  # fmt: skip
    (greeting,) = made.findings
    dated = replace(greeting, slots=(*greeting.slots, Slot("date", DAY, Span(0, len("Welcome")))))
    (told,) = accounts(replace(made, findings=(dated,)))
    assert told.kind == "ceremony"


@pytest.mark.parametrize("row", ROWS["announced"], ids=lambda row: row["id"])
def test_each_rule_of_what_is_to_come_fits_its_own_example(row: dict[str, str]) -> None:
    text, title = (row["example"], "A title") if "sentence" in row else ("Text.", row["example"])
    assert is_announced(Reading(Report("r", text, title), "hand", (), ()))
    assert not is_announced(Reading(Report("r", f"They met. {text}", "A title"), "hand", (), ()))


@pytest.mark.parametrize(("title", "heads"), [("Erik Berg to Host Talks with Anna Holm", 0), ("Erik Berg’s Talks with Anna Holm", 1)])  # fmt: skip
def test_a_title_that_announces_talks_is_no_account_of_them(title: str, heads: int) -> None:
    told = reading("Norway looks forward to it.", "it", "it", title=title)
    told = Reading(told.report, "hand", told.actors, ())
    assert len(accounts(told)) == heads


def test_ministers_who_met_two_and_two_are_not_two_of_them_who_met_alone() -> None:
    four, two = account(BERG, LUND, HOLM, KALN, day=DAY), account(BERG, HOLM, day=DAY)
    assert not same_encounter(four, two)
    assert same_encounter(account(BERG, LUND, HOLM, day=DAY), two)
    assert same_encounter(four, account(BERG, LUND, HOLM, day=DAY))


def test_two_outlets_of_one_country_that_name_two_days_mean_two_meetings() -> None:
    next_day = (Date.fromisoformat(DAY).replace(day=2)).isoformat()
    here = account(BERG, HOLM, day=DAY, outlet="Government of Norway")
    assert not same_encounter(here, account(BERG, HOLM, day=next_day, outlet="Ministry of Foreign Affairs of Norway"))
    assert same_encounter(here, account(BERG, HOLM, day=next_day, outlet=f"Government of {CANADA}"))


@pytest.mark.parametrize("row", ROWS["several"], ids=lambda row: row["id"])
def test_words_that_tell_of_several_encounters_join_no_account_and_keep_their_date(row: dict[str, str]) -> None:
    (told,) = accounts(reading(row["example"], row.get("meeting", row["example"].rstrip(".")), "me"))
    assert (told.day, told.when) == (None, DAY)
    (one,) = accounts(reading("We have had a meeting.", "We have had a meeting", "meet"))
    assert one.day == DAY


def test_a_title_over_those_whom_somebody_called_one_by_one_is_no_call_of_all_of_them() -> None:
    told = reading(
        "She spoke separately with them.", "spoke separately with them", "spoke", title="Calls of Berg and Holm"
    )
    assert [(found.finding is None, found.day) for found in accounts(told)] == [(False, None), (True, DAY)]
    slots = (Slot("participants", "Lund", None, "Ane Lund"), *told.findings[0].slots)
    three = (Actor("Ane Lund", "person", (), (), (NORWAY,)), *told.actors)
    titled = replace(told.report, title="Calls of Berg and Lund with Holm")
    told = Reading(titled, "hand", three, (replace(told.findings[0], slots=slots),))
    assert [(found.finding is None, found.day) for found in accounts(told)] == [(False, None)]


@pytest.mark.parametrize("row", ROWS["afar"], ids=lambda row: row["id"])
def test_a_meeting_by_video_is_a_call_and_talks(row: dict[str, str]) -> None:
    (told,) = accounts(reading(row["example"], row["example"].rstrip("."), "meeting", "summit"))
    assert {told.kind, *told.also} >= {"call", "talks"}
    assert same_encounter(told, account(BERG, HOLM, day=DAY, kind="call"))
    assert same_encounter(told, account(BERG, HOLM, day=DAY, kind="talks"))


@pytest.mark.parametrize("row", ROWS["officials"], ids=lambda row: row["id"])
def test_a_meeting_of_ministers_who_are_not_named_is_no_summit(row: dict[str, str]) -> None:
    for text, kind in (
        (row["example"], "talks"),
        ("The trilateral meeting of the prime ministers was today.", "summit"),
    ):
        told = reading(text, text.rstrip("."), "meeting", "summit")
        sides = tuple(Actor(name, "country", (), ()) for name in (NORWAY, LATVIA, CANADA))
        slots = (*(Slot("participants", one.name, None, one.id) for one in sides), told.findings[0].one("kind"))
        found = replace(told.findings[0], slots=slots)
        (met,) = accounts(Reading(told.report, "hand", sides, (found,)))
        assert met.kind == kind


def test_what_no_noun_calls_a_summit_of_two_are_their_talks_unless_the_report_is_about_it() -> None:
    far = "They looked at the bridge. " * 30
    for text, kind in ((f"{far}They met there.", "talks"), (f"{far}Their summit was there.", "summit"), ("They met there.", "summit")):  # fmt: skip
        (told,) = accounts(reading(text, text[-16:].rstrip("."), "summit" if "summit" in text else "met", "summit"))
        assert told.kind == kind


def test_an_arrival_ceremony_is_neither_the_dinner_nor_the_talks_of_that_day() -> None:
    def at(event: str) -> Account:
        title = f"Remarks by Erik Berg and Anna Holm at {event}"
        (told,) = accounts(reading("Welcome back, Anna!", "Welcome back", "Welcome", rule="greeting", title=title))
        return replace(told, id=event, report=event)

    arrival, dinner, welcome, meal = map(at, ("Arrival Ceremony", "State Dinner", "a Welcoming Ceremony", "a Dinner"))
    assert same_encounter(arrival, welcome)
    assert same_encounter(dinner, meal)
    assert not same_encounter(arrival, dinner)
    assert not same_encounter(replace(arrival, place="Oslo"), account(BERG, HOLM, day=DAY, place="Oslo"))


@pytest.mark.parametrize(("title", "words", "kinds"), [("Call with", "spoke to her", {"talks", "call"}), ("Call with", "had talks with her", {"talks"}), ("Visit of", "spoke to her", {"talks"})])  # fmt: skip
def test_who_spoke_may_have_met_or_called_as_the_title_says(title: str, words: str, kinds: set[str]) -> None:
    told = reading(f"He {words}.", f"He {words}", words.split()[1 if "talks" in words else 0], title=f"Erik Berg’s {title} Anna Holm")  # fmt: skip
    (main,) = (found for found in accounts(told) if found.finding)
    assert {main.kind, *main.also} == kinds


@pytest.mark.parametrize("row", ROWS["phoned"], ids=lambda row: row["id"])
def test_a_call_that_somebody_remembers_is_not_the_talks_of_the_title(row: dict[str, str]) -> None:
    words, title = row["example"].rstrip("."), "Erik Berg and Anna Holm Before Their Meeting"
    called, head = accounts(reading(row["example"], words, "called", "call", title=title))
    assert (called.day, called.main, head.kind) == (None, False, "talks")
    (called,) = accounts(reading(row["example"], words, "called", "call", title="Erik Berg’s Conversation with Anna Holm"))  # fmt: skip
    assert (called.day, called.main) == (DAY, True)


def test_a_summit_that_ministers_speak_of_before_their_talks_is_that_of_others() -> None:
    def told(title: str) -> list[str]:
        text = "There was a summit meeting with Latvia, and now we meet."
        made = reading(text, "There was a summit meeting with Latvia", "meeting", "summit", title=title)
        slots = (made.findings[0].slots[0], made.findings[0].slots[2])
        return [one.kind for one in accounts(replace(made, findings=(replace(made.findings[0], slots=slots),)))]

    assert told("Foreign Minister Erik Berg and Foreign Minister Anna Holm Before Their Meeting") == ["summit", "talks"]
    assert len(told("Erik Berg and Anna Holm Before Their Meeting")) == 1


@pytest.mark.parametrize("row", ROWS["spoken"], ids=lambda row: row["id"])
def test_who_spoke_may_have_met_or_called_where_neither_title_nor_place_says_which(row: dict[str, str]) -> None:
    word = next(word for word in ("talked", "conversation") if word in row["example"])
    told = reading(row["example"], row["example"].rstrip("."), word)
    (open_,) = accounts(told)
    assert same_encounter(open_, account(BERG, HOLM, day=DAY, kind="call"))
    assert same_encounter(open_, account(BERG, HOLM, day=DAY, kind="talks"))
    (there,) = accounts(
        replace(told, findings=(replace(told.findings[0], slots=(*told.findings[0].slots, Slot("place", "Oslo"))),))
    )
    titled = replace(told, report=replace(told.report, title="Erik Berg’s Meeting with Anna Holm"))
    for sure in (there, *(one for one in accounts(titled) if one.finding)):
        assert not same_encounter(sure, account(BERG, HOLM, day=DAY, kind="call"))


@pytest.mark.parametrize("title", ["Erik Berg and Anna Holm Before Their Meeting", "Erik Berg’s Call with Anna Holm"])
def test_whom_one_of_the_title_met_of_his_own_side_is_not_whom_the_title_names(title: str) -> None:
    text = "He was briefed by the General."
    made = reading(text, text.rstrip("."), "briefed", title=title)
    general = Actor("The General", "person", (), (), (NORWAY,))
    own = (made.findings[0].slots[0], Slot("participants", "General", None, general.id), made.findings[0].slots[2])
    brief = replace(made, actors=(*made.actors, general), findings=(replace(made.findings[0], slots=own),))
    first, head = accounts(brief)
    assert (first.sides, first.main, head.sides) == ({NORWAY}, False, {NORWAY, LATVIA})


def test_a_title_that_calls_talks_virtual_tells_of_a_call_and_of_talks() -> None:
    made = replace(reading("It was long.", "It", "It", title="Erik Berg and Anna Holm Before Virtual Meeting"), findings=())  # fmt: skip
    (head,) = accounts(made)
    assert {head.kind, *head.also} == {"call", "talks"}


@pytest.mark.parametrize(
    ("words", "also"), [("a virtual summit of ports", set()), ("a virtual summit with Anna Holm", {"call", "talks"})]
)
def test_a_virtual_gathering_in_which_two_took_part_is_no_call_of_the_two(words: str, also: set[str]) -> None:
    (told,) = [
        one
        for one in accounts(reading(f"Erik Berg and Anna Holm took part in {words}.", words, "summit", "summit"))
        if one.finding
    ]
    assert told.also == also


def test_a_press_conference_is_no_summit() -> None:
    text = "Welcome to this joint press conference of Erik Berg and Anna Holm."
    (told,) = accounts(reading(text, "this joint press conference", "conference", "summit"))
    assert told.kind == "talks"
    (told,) = accounts(reading(text.replace("press ", ""), "this joint conference", "conference", "summit"))
    assert told.kind == "summit"


@pytest.mark.parametrize("word", [word for words in ROWS["dateless"].values() for word in words])
def test_a_date_on_a_word_that_names_no_day_is_only_that_of_the_report(word: str) -> None:
    made = reading(f"Erik Berg met Anna Holm, {word} or today.", "Erik Berg met Anna Holm", "met")
    for on, dateless in ((word, True), ("today", False)):
        at = made.report.text.index(f" {on}") + 1
        date = Slot("date", DAY, Span(at, at + len(on)), None, "day")
        found = replace(made.findings[0], slots=(*made.findings[0].slots, date))
        assert [one.dateless for one in accounts(replace(made, findings=(found,)))] == [dateless]


@pytest.mark.parametrize(("words", "event"), [
    ("the first Norway-Latvia Strategic Dialogue in Riga", {"strate", "dialog"}),
    ("the Ferry Committee before the Joint Ferry Forum", set()),
    ("the Dialogue", set()),
    ("a strategic dialogue", set()),
])  # fmt: skip
def test_the_name_of_an_event_is_that_of_its_meeting_without_its_sides(words: str, event: set[str]) -> None:
    (told,) = accounts(reading(f"Erik Berg and Anna Holm opened {words}.", words, words.split()[-1]))
    assert told.event == event


def test_a_call_that_has_a_place_may_be_talks() -> None:
    words = "told her when they spoke in Kyiv"
    found = reading(f"Erik Berg {words}, and Anna Holm agreed.", words, "spoke", "call")
    (meeting,) = found.findings
    placed = replace(meeting, slots=(*meeting.slots, Slot("place", "Kyiv")))
    assert accounts(replace(found, findings=(placed,)))[0].also == {"talks"}
    called = replace(placed, slots=tuple(replace(s, value="talks") if s.role == "kind" else s for s in placed.slots))
    assert accounts(replace(found, findings=(called,)))[0].also == frozenset()
