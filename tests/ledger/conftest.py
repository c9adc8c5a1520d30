"""Ledgers on every database, and readings made by hand: short reports whose findings the tests name themselves."""

from __future__ import annotations

import itertools
import os
from dataclasses import dataclass

import pytest

from readout.ledger import Ledger
from readout.ledger.opening import engine_for
from readout.ledger.plain.address import address
from readout.model import Actor, Finding, Office, Reading, Report, Slot, Span, Stated
from readout.model.report import text_hash

AT = "2026-11-24T12:00:00Z"
POSTGRES = "READOUT_TEST_POSTGRES"
_numbers = itertools.count(1)


@pytest.fixture(params=["sqlite", "postgresql"])
def url(request, tmp_path):
    """The address of an empty ledger, on each database in turn."""
    if request.param == "sqlite":
        yield str(tmp_path / "ledger.db")
        return
    yield from empty_schema()


def empty_schema():
    """The address of an empty schema on the server that READOUT_TEST_POSTGRES names, dropped afterwards."""
    server = os.environ.get(POSTGRES)
    if not server:
        told = f"{POSTGRES} names no server; `.ci/postgres make test` starts one"
        if os.environ.get("READOUT_REQUIRE_ALL"):
            pytest.fail(told)
        pytest.skip(told)
    name = f"test_{os.getpid()}_{next(_numbers)}"
    engine = engine_for(address(server))
    with engine.begin() as connection:
        connection.exec_driver_sql(f"CREATE SCHEMA {name}")
    yield f"{server}{'&' if '?' in server else '?'}options=-csearch_path%3D{name}"
    with engine.begin() as connection:
        connection.exec_driver_sql(f"DROP SCHEMA {name} CASCADE")
    engine.dispose()


@pytest.fixture
def ledger(url):
    """An empty ledger, on each database in turn."""
    with Ledger.open(url) as opened:
        yield opened


@dataclass
class Told:
    """A report made by hand: a text, its metadata, and findings on its words."""

    text: str
    date: str | None = "2024-05-01"
    source: str | None = "The Morning Gazette"
    title: str | None = None
    url: str | None = None
    id: str | None = None

    def __post_init__(self) -> None:
        self.findings: list[Finding] = []
        self.actors: dict[str, Actor] = {}
        self.name = self.id or text_hash(self.text)[:16]

    def span(self, words: str) -> Span:
        start = self.text.index(words)
        return Span(start, start + len(words))

    def person(self, name: str, title: str, of: str) -> Told:
        where = self.span(title) if title in self.text else None
        office = Office(title, of, where, "text" if where else "table")
        self.actors[name] = Actor(name, "person", (office,), (self.span(name),), (of,))
        return self

    def country(self, *names: str) -> Told:
        for name in names:
            self.actors[name] = Actor(name, "country", (), (self.span(name),) if name in self.text else ())
        return self

    def find(self, kind: str, words: str, rule: str = "", /, **slots: object) -> Told:
        made = []
        for role, given in slots.items():
            for value in given if isinstance(given, list) else [given]:
                said = isinstance(value, str) and value in self.text
                actor = self.actors.get(value) if isinstance(value, str) else None
                precision = "day" if role in ("date", "due") else None
                made.append(
                    Slot(role, value, self.span(value) if said else None, actor.id if actor else None, precision)
                )
        rule = rule or f"en.{kind}.hand"
        self.findings.append(Finding(kind, self.name, self.span(words), tuple(made), rule, 0.9, (), ("by", "hand")))
        return self

    def reading(self, reader: str = "reader-1") -> Reading:
        outlet = Stated(self.source) if self.source else None
        published = Stated(self.date) if self.date else None
        report = Report(self.name, self.text, self.title, self.source, self.url, outlet, None, published)
        found = tuple(sorted(self.findings, key=lambda finding: (finding.span, finding.kind, finding.id)))
        return Reading(report, reader, tuple(self.actors.values()), found)


BRIDGE = "Norway and Sweden met in Oslo. Norway will build the bridge over the Svinesund by the end of 2027."


def bridge(**known: object) -> Told:
    """A report of a meeting with one commitment."""
    told = Told(str(known.pop("text", BRIDGE)), **known)
    told.country("Norway", "Sweden")
    told.find("meeting", "Norway and Sweden met in Oslo", participants=["Norway", "Sweden"], kind="talks", place="Oslo")
    if "build the bridge" in told.text:
        told.find(
            "commitment", "build the bridge over the Svinesund", by="Norway", to="Sweden", strength="pledged",
            due="2027-12-31", due_text="by the end of 2027", specific=True,
        )  # fmt: skip
    return told
