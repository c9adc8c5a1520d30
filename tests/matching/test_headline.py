"""Which meeting a report is about, and when it was."""

from __future__ import annotations

from dataclasses import replace

import pytest

from readout.lang.pack import read_yaml
from readout.matching.accounts import accounts
from readout.matching.headline import is_elsewhen
from readout.model import Actor, Finding, Reading, Report, Slot, Span, Stated

ELSEWHEN = read_yaml("en", "matching", "elsewhen.yaml")["elsewhen"]


def reading(text: str, *meetings: tuple[str, tuple[str, ...]], title: str | None = None) -> Reading:
    """A report of 1 May 2024 with meetings: their words and who took part."""
    people = {"Erik Berg": "Sweden", "Xi Holm": "China", "Zhang Youxia": "China"}
    actors = [
        Actor(name, "person" if name in people else "country", (), (), (people[name],) if name in people else ())
        for name in ("Norway", "Sweden", *people)
    ]
    ids = {actor.name: actor.id for actor in actors}
    found = []
    for words, names in meetings:
        slots = [Slot("participants", name, None, ids[name]) for name in names]
        start = text.index(words)
        span = Span(start, start + len(words))
        found.append(Finding("meeting", "r", span, (*slots, Slot("kind", "talks", None)), "en.meeting.verb", 0.9))
    return Reading(Report("r", text, title, published=Stated("2024-05-01")), "hand", tuple(actors), tuple(found))


@pytest.mark.parametrize("row", ELSEWHEN, ids=lambda row: row["id"])
def test_each_rule_of_another_day_fits_its_own_example(row: dict[str, str]) -> None:
    told = reading(row["example"], (row.get("meeting", row["example"].rstrip(".")), ("Norway",)))
    assert is_elsewhen(told, told.findings[0])


def test_a_meeting_that_a_speaker_remembers_is_not_dated_by_the_report() -> None:
    text = "Norway and Sweden first met here two years ago. We are glad to be back."
    (account,) = accounts(reading(text, ("Norway and Sweden first met here", ("Norway", "Sweden"))))
    assert (account.day, account.stated) == (None, False)
    often = "Norway and Sweden have spent a good deal of time together in Oslo. We are glad to be back."
    (account,) = accounts(reading(often, ("Norway and Sweden have spent", ("Norway", "Sweden"))))
    assert account.day is None
    second = "Norway and Sweden had a brief meeting following their news conference."
    (account,) = accounts(reading(second, ("Norway and Sweden had a brief meeting", ("Norway", "Sweden"))))
    assert account.day is None
    today = text.replace("first met here two years ago", "met here today")
    (account,) = accounts(reading(today, ("Norway and Sweden met here", ("Norway", "Sweden"))))
    assert account.day == "2024-05-01"


def test_a_date_on_a_word_that_names_no_day_gives_way_to_words_that_tell_of_another() -> None:
    def day(words: str, on: str) -> str | None:
        made = reading(f"{words} in Oslo.", (words, ("Norway", "Sweden")))
        at = made.report.text.index(on)
        date = Slot("date", "2024-05-01", Span(at, at + len(on)), None, "day")
        found = replace(made.findings[0], slots=(*made.findings[0].slots, date))
        return accounts(replace(made, findings=(found,)))[0].day

    assert day("We were just, to be sure,", "just") is None
    assert day("We are glad to be here", "are") == "2024-05-01"
    assert day("We last saw each other today", "today") == "2024-05-01"


def test_of_one_sentence_the_meeting_of_two_sides_is_what_the_report_is_about() -> None:
    text = "As part of a meeting of the fishing commission, Norway met with Sweden in Oslo."
    told = reading(
        text, ("a meeting of the fishing commission", ("Norway",)), ("Norway met with Sweden", ("Norway", "Sweden"))
    )
    assert {account.sides: account.day for account in accounts(told)} == {
        frozenset(("Norway",)): None,
        frozenset(("Norway", "Sweden")): "2024-05-01",
    }


def test_of_one_sentence_the_meeting_that_names_persons_of_most_sides_counts() -> None:
    text = "As part of a meeting of the Norwegian-Chinese commission, Erik Berg met with Zhang Youxia in Oslo."
    told = reading(
        text,
        ("a meeting of the Norwegian-Chinese commission", ("Norway", "Sweden")),
        ("Erik Berg met with Zhang Youxia", ("Erik Berg", "Zhang Youxia")),
    )
    assert [account.day for account in accounts(told)] == [None, "2024-05-01"]


def test_a_title_names_a_person_by_a_whole_word_and_not_by_letters_inside_another() -> None:
    text = "Erik Berg met with Zhang Youxia in Beijing. They spoke of what Xi had said."
    told = reading(
        text,
        ("Erik Berg met with Zhang Youxia", ("Erik Berg", "Zhang Youxia")),
        title="Erik Berg's meeting with Zhang Youxia",
    )
    short = Actor("Xi", "person", (), (), ("China",))
    (account, *_) = accounts(Reading(told.report, "hand", (*told.actors, short), told.findings))
    assert {party.person for party in account.parties} == {"Erik Berg", "Zhang Youxia"}


TITLES = read_yaml("en", "matching", "titles.yaml")


@pytest.mark.parametrize(("word", "kind"), TITLES["kinds"].items())
def test_each_word_of_titles_tells_its_kind_of_meeting_or_of_an_event_beside_talks(word: str, kind: str | None) -> None:
    told = reading("We built a bridge.", title=f"Remarks by Erik Berg and Zhang Youxia at the {word.title()}")
    assert [account.kind for account in accounts(told)] == ([kind] if kind else [])


def test_a_press_conference_tells_of_talks_and_a_conference_is_a_gathering() -> None:
    text = "Erik Berg met with Zhang Youxia in Beijing."
    for title, kind in (("in Joint Press Conference", "talks"), ("at the Conference on Fishing", "summit")):
        told = reading(
            text,
            ("Erik Berg met with Zhang Youxia", ("Erik Berg", "Zhang Youxia")),
            title=f"Remarks by Erik Berg and Zhang Youxia {title}",
        )
        assert [account.kind for account in accounts(told)] == [kind]


def test_who_speaks_of_a_conversation_between_others_is_none_of_them() -> None:
    title = "Erik Berg on the conversation between Xi Holm and the King"
    assert accounts(reading("It was good to hear of it.", title=title)) == ()
    assert len(accounts(reading("It was good to hear of it.", title=title.replace(" on the", " had a")))) == 1


def test_who_briefs_on_a_meeting_of_others_is_none_of_them() -> None:
    for title in (
        "Erik Berg Briefs on the Xi Holm-King Meeting",
        "Erik Berg briefed the media on the Xi Holm-King talks",
    ):
        assert accounts(reading("It was good to hear of it.", title=title)) == ()
