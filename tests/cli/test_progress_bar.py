"""The progress bar: on standard error, for long work, in a terminal only."""

import io
import sys

from readout.cli import progress
from readout.cli.failures import Failures
from readout.model import ReadoutError


class Terminal(io.StringIO):
    """A stream that calls itself a terminal."""

    def isatty(self) -> bool:
        return True


def sit_before_a_terminal(monkeypatch) -> Terminal:
    """Makes standard error a terminal and standard output none."""
    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.setattr(sys, "stdout", io.StringIO())
    monkeypatch.setattr(sys, "stderr", Terminal())
    return sys.stderr


def test_more_than_twenty_reports_show_it_at_once(monkeypatch):
    terminal = sit_before_a_terminal(monkeypatch)
    with progress.bar(lambda: 21) as bar:
        bar._timer.join()
        bar.advance()
    assert "Reading" in terminal.getvalue()
    assert sys.stdout.getvalue() == ""


def test_short_work_shows_none(monkeypatch):
    terminal = sit_before_a_terminal(monkeypatch)
    with progress.bar(lambda: 2) as bar:
        bar.advance()
    assert "Reading" not in terminal.getvalue()


def test_few_reports_that_take_long_show_it_too(monkeypatch):
    terminal = sit_before_a_terminal(monkeypatch)
    monkeypatch.setattr(progress, "PATIENCE", 0.0)
    with progress.bar(lambda: None) as bar:
        bar._timer.join()
    assert "Reading" in terminal.getvalue()


def test_where_standard_error_is_no_terminal_there_is_none_and_nothing_is_counted(monkeypatch):
    monkeypatch.setattr(sys, "stderr", io.StringIO())
    counted = []
    with progress.bar(lambda: counted.append(1)) as bar, bar.aside():
        bar.advance()
    assert (sys.stderr.getvalue(), counted) == ("", [])


def test_an_error_takes_the_bar_away_before_its_line_is_written(monkeypatch):
    terminal = sit_before_a_terminal(monkeypatch)
    failures = Failures()
    with progress.bar(lambda: 30) as bar:
        bar._timer.join()
        failures.aside = bar.aside
        failures.tell(ReadoutError("it broke."), "report.txt")
    lines = terminal.getvalue().split("\n")
    assert any(line.endswith("readout: report.txt: it broke.") for line in lines)
