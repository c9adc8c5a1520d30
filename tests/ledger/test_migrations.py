"""A ledger of any released schema becomes one of the newest: the same export, decisions and records as if it had always been."""

from contextlib import nullcontext
from dataclasses import replace

import pytest
import sqlalchemy as sa
from tests.ledger.conftest import AT, Told, bridge
from tests.ledger.first_form import FirstForm, FourthForm, SecondForm, ThirdForm

from readout.ledger import Ledger, schema
from readout.ledger.deciding import Act, Value
from readout.model import Span

OLDER = {"0001": FirstForm, "0002": SecondForm, "0003": ThirdForm, "0004": FourthForm}
"""How to write a ledger of each schema that is not the newest."""


def readings():
    """Versions of an address, readers that see more, less and otherwise, a report without a date, a later report."""
    first = bridge(url="https://one.example/a", id="given")
    again = bridge(url="https://one.example/a")
    again.findings.pop()
    edited = bridge(
        text="Norway and Sweden met in Oslo. Norway will build the bridge over the Svinesund by the end of 2027. Soon."
    )
    visit = Told(
        "Prime Minister Ada Berg of Norway said: we will, she added, build it all.",
        date=None,
        source=None,
        title="On “it”",
    )
    visit.person("Ada Berg", "Prime Minister", "Norway").country("Norway")
    visit.find("statement", "we will, she added, build it", speaker=["Ada Berg", "Norway"], form="direct")
    finding = visit.findings.pop()
    parts = (visit.span("we will"), visit.span("build it"))
    odd = replace(finding.slots[0], role="addressee", value="the bridge", how="reference", precision="day")
    nobody = replace(finding.slots[0], role="addressee", actor="0123456789abcdef", span=Span(0, 14))
    visit.findings.append(replace(finding, spans=parts, slots=(*finding.slots, odd, nobody)))
    later = Told("Norway has started to build the bridge over the Svinesund, Sweden said.", "2025-05-01").country(
        "Norway", "Sweden"
    )
    return [
        (first.reading(), AT),
        (visit.reading(), AT),
        (again.reading("reader-2"), "2026-11-25T12:00:00Z"),
        (edited.reading(), AT),
        (later.reading(), AT),
        (bridge(source=None, date=None).reading(), AT),
    ]


def decide(ledger):
    """Decisions of every sort on what `readings` holds."""
    report = ledger.report("given").id
    meeting, promise = ledger.decided(report).reading.findings[0], bridge(id=report).findings[1]
    ledger.decide(Act("accept", meeting.id, "Ada", AT))
    ledger.decide(Act("change", promise.id, "Ada", AT, role="due", values=(Value("2029"),)))
    ledger.decide(
        Act("add", report, "Bo", AT, kind="statement", words="met in Oslo", slots=(("speaker", Value("Norway")),))
    )
    ledger.decide(Act("status", promise.id, "Bo", AT, role="outcome", values=(Value("partly"),), note="seen there"))
    gone = ledger.decide(Act("reject", meeting.id, "Bo", AT))
    ledger.decide(Act("withdraw", gone.id, "Bo", "2026-11-26T12:00:00Z"))
    ledger.dismiss("Bo", at="2026-12-01T12:00:00Z")
    ledger.register([{"name": "Norway", "kind": "country", "aliases": ["Noreg"]}], at=AT)


@pytest.fixture
def always_new(tmp_path):
    """A ledger that was the newest from the start, with all of that in it."""
    with Ledger.open(tmp_path / "new.db") as ledger:
        for reading, at in readings():
            ledger.keep(reading, at=at)
        decide(ledger)
        yield ledger


def older(revision, always_new, url):
    """The same in an older schema."""
    form = OLDER[revision]()
    for reading, at in readings():
        form.keep(reading, at)
    found = [finding for report in always_new.reports(0) for finding in always_new.decided(report.id).reading.findings]
    form.take(always_new.export(), {finding.id: finding for finding in found})
    form.write(url)


def test_every_schema_that_was_released_can_be_written_for_these_tests():
    assert {*OLDER, schema.HEAD} == set(schema.known())


@pytest.mark.parametrize("revision", OLDER)
def test_a_filled_ledger_of_an_older_schema_opens_with_all_that_it_held(revision, always_new, url):
    older(revision, always_new, url)
    with Ledger.open(url) as ledger:
        assert list(ledger.export()) == list(always_new.export())
        assert list(ledger.check()) == []
        for kind in ("meeting", "commitment", "statement"):
            assert ledger.records(kind) == always_new.records(kind)
        assert [d for _, d in ledger.waiting()] == [d for _, d in always_new.waiting()]
        for record in always_new.records("commitment"):
            assert ledger.record(record.id) == always_new.record(record.id)
            assert ledger.history(record.id) == always_new.history(record.id)


@pytest.mark.parametrize("revision", OLDER)
def test_a_ledger_that_was_brought_up_to_date_is_guarded_and_goes_on(revision, always_new, url):
    older(revision, always_new, url)
    with Ledger.open(url) as ledger:
        for table in ("readings", "findings"):
            with (
                pytest.raises(sa.exc.DBAPIError, match="never altered or deleted"),
                ledger.database.engine.begin() as connection,
            ):
                connection.exec_driver_sql(f"DELETE FROM {table}")
        assert not ledger.keep(readings()[0][0], at=AT).new
        assert ledger.keep(bridge(date="2024-06-01").reading(), at=AT).new


@pytest.mark.parametrize("revision", OLDER)
def test_a_migration_that_is_stopped_leaves_the_older_schema_whole(revision, always_new, url, monkeypatch):
    older(revision, always_new, url)
    with monkeypatch.context() as patch:
        patch.setattr("readout.ledger.guards.guards", lambda *_: 1 / 0)
        patch.setattr("readout.ledger.packing.packed", lambda *_: 1 / 0)
        nothing_to_do = revision == "0004" or (revision in ("0002", "0003") and url.startswith("postgresql"))
        with nullcontext() if nothing_to_do else pytest.raises(ZeroDivisionError):
            Ledger.open(url).close()
    with Ledger.open(url) as ledger:
        assert list(ledger.export()) == list(always_new.export())
