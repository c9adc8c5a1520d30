"""A reading made by hand, where what is done with a reading is what is tested."""

import pytest

from readout.model import Actor, Finding, Office, Reading, Report, Slot, Span, Stated


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
