"""A ledger in which a promise is told twice, comes true, and is decided on; and what an export of it looks like."""

from __future__ import annotations

import pytest
from tests.ledger.conftest import AT, Told, bridge

from readout.export import FORMATS, Asked
from readout.ledger import Ledger
from readout.ledger.deciding import Act, Value

PLEDGE = "Norway will hand over four HIMARS launchers to Sweden by the end of 2025."
FORMULA = '=HYPERLINK("http://one.example") is what Norway\'s envoy wrote to Sweden.'


def pledge(date: str, source: str, due: str = "2025-12-31") -> Told:
    """A report of one commitment of Norway towards Sweden."""
    told = Told(PLEDGE, date=date, source=source).country("Norway", "Sweden")
    words = "hand over four HIMARS launchers"
    return told.find("commitment", words, by="Norway", to="Sweden", strength="pledged", due=due, specific=True)


def delivered() -> Told:
    """A later report in which the other side says that it came true."""
    text = "Sweden said that Norway had handed over the four HIMARS launchers."
    told = Told(text, date="2025-06-01", source="The Evening Post").country("Norway", "Sweden")
    words = "Norway had handed over the four HIMARS launchers"
    told.find("statement", words, speaker="Sweden", form="indirect")
    return told.find("progress", words, actors=["Norway"], effect="fulfilled")


def formula() -> Told:
    """A report whose words a spreadsheet would take for a formula."""
    told = Told(FORMULA, date="2024-07-01", title="+1 for the bridge").country("Norway", "Sweden")
    return told.find("statement", '=HYPERLINK("http://one.example")', speaker=["Norway", "Sweden"], form="direct")


def fill(ledger: Ledger) -> Ledger:
    """Keeps the reports and decides on two of them."""
    for told in (pledge("2024-05-01", "One"), pledge("2024-09-01", "Two", "2026-12-31"), delivered(), formula()):
        ledger.keep(told.reading(), at=AT)
    report = ledger.keep(bridge(url="https://one.example/a").reading(), at=AT).report
    promise = ledger.decided(report).reading.findings[1]
    ledger.decide(Act("change", promise.id, "Ada", AT, role="due", values=(Value("2027", "2027"),)))
    removed = ledger.keep(Told("Norway and Sweden met in Bergen.").country("Norway").reading(), at=AT).report
    ledger.decide(Act("remove", removed, "Ada", AT, note="never published"))
    ledger.register([{"name": "Norway", "kind": "country", "aliases": ["Norge"], "wikidata": "Q20"}], at=AT)
    return ledger


@pytest.fixture
def kept(tmp_path):
    """The ledger."""
    with Ledger.open(tmp_path / "kept.db") as ledger:
        yield fill(ledger)


@pytest.fixture
def exported(kept, tmp_path):
    """Exports the ledger in a format; gives the folder or file."""

    def export(form: str, name: str = "", **asked: object):
        output = tmp_path / "out" / (name or form)
        FORMATS[form].write(kept, output, Asked(as_of="2026-06-01", **asked))
        return output

    return export
