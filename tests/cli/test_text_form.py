"""The text form: what stands where, at any width."""

import io
import re
from dataclasses import replace

import pytest

from readout.cli.terminal import Paper

QUOTE = "We shall never cease to speak of the bridge that our two countries need. " * 20
TEXT = (
    f"PM Ada Byron met FM Émile Żółć in Rīga. “{QUOTE}” she said. He added that it was hard. She asked Estonia to pay "
    "$3 billion by the end of 2027. They signed a pact. 日本の首相が会談した。"
)


class Terminal(io.StringIO):
    """A stream that calls itself a terminal."""

    def isatty(self) -> bool:
        return True


@pytest.fixture
def reading(by_hand):
    hand = by_hand(TEXT, title="Talks in Rīga", source="Yle", date="2023-01-05")
    hand.actor("Ada Byron", "Prime Minister", "Latvia")
    hand.actor("Émile Żółć", "Foreign Minister of Poland", "Poland")
    hand.actor("Estonia")
    hand.find("meeting", "Ada Byron met", participants=["Ada Byron", "Émile Żółć"], kind="talks", place="Rīga")
    hand.find("statement", QUOTE.strip(), speaker="Ada Byron", form="direct", cue="said")
    hand.find("statement", "it was hard", speaker="Émile Żółć", form="indirect", cue="added")
    hand.find("statement", "日本の首相が会談した", form="direct")
    hand.find(
        "commitment",
        "pay $3 billion by the end of 2027",
        by="Estonia",
        proposer="Ada Byron",
        strength="proposed",
        due="2027-12-31",
        due_text="by the end of 2027",
        amount="$3 billion",
        specific=True,
    )
    hand.find("agreement", "a pact", kind="agreement", parties=["Latvia", "Poland"], status="signed")
    return hand.reading


def written(reading, monkeypatch, columns: int | None = None, terminal: bool = False, no_color: bool = False) -> str:
    monkeypatch.setenv("COLUMNS", str(columns)) if columns else monkeypatch.delenv("COLUMNS", raising=False)
    monkeypatch.setenv("TERM", "xterm-256color")
    monkeypatch.delenv("NO_COLOR", raising=False)
    out = Terminal() if terminal else io.StringIO()
    Paper.on(out, no_color).reading(reading, "report.txt")
    return out.getvalue()


def test_a_low_score_is_told_behind_the_words_and_a_high_one_is_not(reading, monkeypatch):
    assert "unsure" not in written(reading, monkeypatch)
    doubted = replace(reading, findings=tuple(replace(f, score=0.446) for f in reading.findings))
    shown = written(doubted, monkeypatch)
    assert shown.count("unsure, .45") == len(reading.findings)
    assert "it was hard · unsure, .45" in shown


def test_the_form_is_what_the_page_of_the_docs_shows(reading, monkeypatch):
    lines = written(reading, monkeypatch).splitlines()
    assert lines[:8] == [
        "Talks in Rīga",
        "Yle · 5 January 2023 · report.txt",
        "",
        "Who met?",
        f"  talks       Ada Byron, Prime Minister of Latvia{reading.findings[0].id[:8]:>31}",
        "              Émile Żółć, Foreign Minister of Poland",
        "              Rīga",
        "",
    ]


def test_a_commitment_tells_who_how_firmly_what_until_when_and_how_much(reading, monkeypatch):
    shown = written(reading, monkeypatch, 200)
    assert "proposed    Asked of Estonia by Ada Byron" in shown
    assert "due 31 December 2027 “by the end of 2027” · $3 billion · checkable" in shown


def test_words_that_were_said_stand_in_marks_and_words_that_were_reported_do_not(reading, monkeypatch):
    shown = " ".join(written(reading, monkeypatch, 120).split())
    assert "said “We shall never cease" in shown
    assert "added it was hard" in shown
    assert "Nobody named said “日本の首相が会談した”" in shown


def test_what_is_cut_short_says_so_and_is_cut_between_words(reading, monkeypatch):
    body = " ".join(line[14:70].strip() for line in written(reading, monkeypatch).splitlines())
    cut = body.partition("“We shall")[2].partition(" …”")[0]
    assert f"We shall{cut}" in QUOTE
    assert QUOTE[len("We shall" + cut)] == " "


@pytest.mark.parametrize("columns", [40, 60, 80, 120, 200])
def test_no_line_is_wider_than_the_terminal_and_no_word_is_lost(reading, monkeypatch, columns):
    from rich.cells import cell_len

    shown = written(reading, monkeypatch, columns)
    assert max(map(cell_len, shown.splitlines())) <= columns
    assert {"Byron", "Estonia", "signed", "Poland", "report", "hard"} <= set(re.findall(r"\w+", shown))


def test_a_terminal_gets_colour_and_no_color_takes_it_away(reading, monkeypatch):
    assert "\x1b[3" in written(reading, monkeypatch, 80, terminal=True)
    assert "\x1b[3" not in written(reading, monkeypatch, 80, terminal=True, no_color=True).replace("\x1b[3m", "")
    assert "\x1b" not in written(reading, monkeypatch, 80)


def test_what_the_report_says_cannot_command_the_terminal(by_hand, monkeypatch):
    hand = by_hand("Eve\x1b]0;gone\x07 said \x9b31mred\u2028text.", title="[bold]Ti\x1b[2Jtle[/bold] :smile:")
    hand.find("statement", "\x9b31mred\u2028text", form="direct")
    shown = written(hand.reading, monkeypatch)
    assert not set(shown) & {"\x1b", "\x07", "\x9b", "\u2028"}
    assert "[bold]Ti\ufffd[2Jtle[/bold] :smile:" in shown


def test_nothing_found_is_said_plainly(by_hand, monkeypatch):
    shown = written(by_hand("The weather was nice.").reading, monkeypatch)
    assert "No official meeting found. Nothing else that Readout looks for was found either." in shown
