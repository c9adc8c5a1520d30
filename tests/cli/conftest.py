"""The real command, a report for it, and a reading made by hand where a layout is what is tested."""

import os
import subprocess
import sys
from dataclasses import dataclass

import pytest

from readout.model import Actor, Finding, Office, Reading, Report, Slot, Span, Stated

REPORT = """\
date 2023-01-05 President of Finland Sauli Niinisto met with Prime Minister of Sweden Magdalena Andersson in Helsinki.
"We will build the new bridge by the end of 2027," Sauli Niinisto said.
Magdalena Andersson noted that the talks had been useful. Sweden intends to open a consulate in Turku.
"""


@dataclass(frozen=True)
class Ended:
    """How a command ended."""

    status: int
    out: str
    err: str

    @property
    def errors(self) -> list[str]:
        """The lines on standard error."""
        return self.err.splitlines()


@pytest.fixture(scope="session")
def readout():
    """Runs the command `readout` in a process of its own; output is no terminal."""

    def run(*arguments: object, input: str | bytes = b"", python: tuple[str, ...] = (), **variables: str) -> Ended:
        clean = {
            name: value for name, value in os.environ.items() if name not in ("COLUMNS", "NO_COLOR", "FORCE_COLOR")
        }
        done = subprocess.run(
            [sys.executable, *python, "-m", "readout.cli", *map(str, arguments)],
            input=input.encode() if isinstance(input, str) else input,
            capture_output=True,
            check=False,
            env={**clean, "PYTHONPATH": os.pathsep.join(filter(None, sys.path)), **variables},
        )
        return Ended(done.returncode, done.stdout.decode(), done.stderr.decode())

    return run


@pytest.fixture(scope="session")
def report(tmp_path_factory):
    """A file with a short report."""
    path = tmp_path_factory.mktemp("reports") / "report.txt"
    path.write_text(REPORT, encoding="utf-8")
    return path


class Hand:
    """Makes findings by hand on one text: words are found where they first stand."""

    def __init__(self, text: str, **known: str) -> None:
        self.text = text
        self.actors: dict[str, Actor] = {}
        self.findings: list[Finding] = []
        date = known.pop("date", None)
        self.report = Report("r", text, published=Stated(date) if date else None, **known)

    def span(self, words: str) -> Span:
        start = self.text.index(words)
        return Span(start, start + len(words))

    def actor(self, name: str, title: str = "", of: str | None = None) -> None:
        offices = (Office(title, of),) if title else ()
        self.actors[name] = Actor(name, "person" if title else "country", offices, (self.span(name),))

    def find(self, kind: str, words: str, /, **slots: str | bool | list[str] | Slot) -> Finding:
        made = []
        for role, given in slots.items():
            for value in given if isinstance(given, list) else [given]:
                made.append(value if isinstance(value, Slot) else self.slot(role, value))
        self.findings.append(Finding(kind, "r", self.span(words), tuple(made), f"en.{kind}.hand", 0.9))
        return self.findings[-1]

    def slot(self, role: str, value: str | bool) -> Slot:
        actor = self.actors.get(value) if isinstance(value, str) else None
        found = isinstance(value, str) and value in self.text
        return Slot(role, value, self.span(value) if found else None, actor.id if actor else None)

    @property
    def reading(self) -> Reading:
        found = tuple(sorted(self.findings, key=lambda finding: finding.span))
        return Reading(self.report, "by hand", tuple(self.actors.values()), found)


@pytest.fixture
def by_hand():
    """Starts a reading by hand."""
    return Hand
