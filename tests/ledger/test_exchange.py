"""Exported, wiped, imported and exported again, a ledger is the same to the byte; what was altered is told."""

import json
import re
import sqlite3
from contextlib import closing

import pytest
from tests.ledger.conftest import AT, Told, bridge, empty_schema

from readout.ledger import Ledger
from readout.ledger.deciding import Act, Value
from readout.model import UnreadableInput, UnusableLedger


@pytest.fixture
def filled(ledger):
    """A ledger with versions, two readers, decisions of a reviewer who has left, and a registered actor."""
    report = ledger.keep(bridge(url="https://one.example/a", id="given").reading(), at=AT).report
    ledger.keep(bridge(source=None, date=None).reading(), at=AT)
    ledger.keep(bridge(url="https://one.example/a").reading("reader-2"), at=AT)
    meeting, promise = ledger.decided(report).reading.findings
    ledger.decide(Act("change", promise.id, "Ada", AT, role="due", values=(Value("2027", "2027"),)))
    ledger.decide(Act("add", report, "Ada", AT, kind="project", words="bridge", slots=(("status", Value("planned")),)))
    refused = ledger.decide(Act("reject", meeting.id, "Ada", AT, note="“no” meeting"))
    ledger.decide(Act("withdraw", refused.id, "Ben", AT))
    ledger.dismiss("Ada", at="2026-12-01T00:00:00Z")
    ledger.register([{"name": "Norway", "kind": "country", "wikidata": "Q20"}], at=AT)
    return ledger


def test_export_wipe_import_export_gives_the_same_bytes(filled, tmp_path):
    lines = list(filled.export())
    with Ledger.open(tmp_path / "other.db") as other:
        other.take_in(lines)
        assert list(other.export()) == lines
        assert list(other.check()) == []
        other.take_in(lines)
        assert list(other.export()) == lines
    kinds = {json.loads(line)["line"] for line in lines}
    assert kinds == {"ledger", "report", "reading", "reviewer", "decision", "actor"}


def test_a_ledger_of_one_database_is_taken_in_by_the_other(filled, tmp_path):
    with Ledger.open(tmp_path / "there.db") as there:
        there.take_in(filled.export())
        back = list(there.export())
    assert back == list(filled.export())


@pytest.mark.parametrize(
    ("line", "old", "new", "says"),
    [
        ("report", "Oslo", "Bergen", "is not what its name says"),
        ("reading", '"pledged"', '"signed"', "is not what its id says"),
        ("decision", '"2027"', '"2029"', "is not what its id says"),
        ("ledger", '"format": 1', '"format": 2', "reads format 1"),
        ("report", '"text"', '"test"', "no line of an exported ledger"),
    ],
)
def test_a_line_that_was_altered_is_refused_with_its_number_and_nothing_is_kept(filled, tmp_path, line, old, new, says):
    lines = list(filled.export())
    place = next(i for i, each in enumerate(lines) if json.loads(each)["line"] == line and old in each)
    lines[place] = lines[place].replace(old, new)
    with Ledger.open(tmp_path / "other.db") as other:
        with pytest.raises(UnreadableInput, match=rf"lines: line {place + 1}: .*{says}"):
            other.take_in(lines)
        assert len(list(other.export())) == 1


def test_a_sound_ledger_has_no_faults(filled):
    assert list(filled.check()) == []


def behind_the_guards(ledger: Ledger, change: str) -> None:
    """Does what the triggers and references would refuse."""
    if ledger.database.engine.dialect.name == "postgresql":
        with ledger.database.engine.begin() as connection:
            connection.exec_driver_sql("SET LOCAL session_replication_role = replica")
            connection.exec_driver_sql(change)
        return
    with closing(sqlite3.connect(ledger.name)) as file:
        guards = file.execute("SELECT name, sql FROM sqlite_master WHERE type = 'trigger'").fetchall()
        for name, _ in guards:
            file.execute(f"DROP TRIGGER {name}")
        file.execute(change)
        for _, guard in guards:
            file.execute(guard)
        file.commit()


@pytest.mark.parametrize(
    ("change", "says"),
    [
        ("UPDATE reports SET text = 'forged' WHERE number = 1", "its text is not the one that was kept"),
        ("UPDATE findings SET start = 1 WHERE number = 1", "it is not what its id says"),
        ('UPDATE findings SET "end" = 4000 WHERE number = 1', "beyond the end of report"),
        ("UPDATE findings SET id = 'f' WHERE number = 1", "nobody saw it"),
        ("UPDATE readings SET seen = substr(seen, 1, 40) WHERE number = 1", "cannot be read"),
        ("UPDATE registered SET entry = replace(entry, 'Norway', 'Sweden')", "actor Norway: the imported entry"),
        ("UPDATE registered SET entry = 'n'", "actor Norway: the imported entry"),
        ("UPDATE decisions SET words = 'other words' WHERE number = 1", "quotes other words"),
        ("UPDATE decisions SET note = 'forged' WHERE number = 1", "it is not what its id says"),
        ("UPDATE decisions SET verb = 'accept' WHERE verb = 'reject'", "it is not what its id says"),
        ("DELETE FROM reviewers WHERE name = 'Ben'", "Ben was no reviewer when it was taken"),
        ("DELETE FROM readings WHERE report = 2", "refers to a row of readings|kept, but never read"),
    ],
)
def test_whatever_was_altered_behind_the_guards_is_found(filled, change, says):
    behind_the_guards(filled, change)
    assert [fault for fault in list(filled.check()) if re.search(says, fault)]


def test_a_reading_that_was_altered_is_told_by_whoever_asks_for_it(filled):
    behind_the_guards(filled, "UPDATE readings SET seen = substr(seen, 1, 40) WHERE number = 1")
    report = filled.reports(0)[-1].id
    with pytest.raises(UnusableLedger, match=r"was altered \(.*`readout check` says where"):
        filled.decided(report)


@pytest.mark.parametrize("lost", ["kind = 'meeting'", "kind = 'project'"])
def test_findings_that_were_lost_are_told_and_are_there_again_after_a_rebuild(filled, lost):
    lines, ids = list(filled.export()), [record.id for record in filled.records("meeting")]
    behind_the_guards(filled, f"DELETE FROM findings WHERE {lost}")
    assert [fault for fault in filled.check() if re.search("is not kept|which is not there", fault)]
    assert list(filled.check(rebuild=True)) == []
    assert [record.id for record in filled.records("meeting")] == ids
    assert list(filled.export()) == lines


def test_a_ledger_whose_records_cannot_be_made_for_want_of_findings_says_so_in_one_line_and_is_still_checked(
    filled, url
):
    behind_the_guards(filled, "DELETE FROM findings WHERE kind = 'meeting'")
    behind_the_guards(filled, "UPDATE view SET edition = 'another'")
    says = r"findings that are known of report \w+ are not kept \(\w+\)\. `readout check` tells all"
    with pytest.raises(UnusableLedger, match=says):
        Ledger.open(url)
    with Ledger.open(url, as_it_is=True) as opened:
        assert [fault for fault in opened.check() if "is not kept" in fault]
        assert list(opened.check(rebuild=True)) == []
    Ledger.open(url).close()


def test_each_decision_that_was_altered_is_named(filled):
    taken = [json.loads(line)["id"] for line in filled.export() if json.loads(line)["line"] == "decision"]
    behind_the_guards(filled, "UPDATE decisions SET note = 'forged'")
    altered = [fault for fault in filled.check() if "is not what its id says" in fault]
    assert altered == [f"decision {id}: it is not what its id says" for id in taken]


def test_a_guard_that_was_taken_away_is_missed(filled):
    on = " ON findings" if filled.database.engine.dialect.name == "postgresql" else ""
    name = "findings_append_only" if on else "findings_no_delete"
    with filled.database.engine.begin() as connection:
        connection.exec_driver_sql(f"DROP TRIGGER {name}{on}")
    assert list(filled.check()) == [f"the trigger {name} that guards what is kept is missing"]


def test_on_a_server_the_guards_of_another_ledger_are_no_guards_of_this_nor_are_those_that_sleep(filled):
    if filled.database.engine.dialect.name != "postgresql":
        pytest.skip("a SQLite file holds one ledger, and its triggers never sleep")
    other = empty_schema()
    Ledger.open(next(other)).close()
    with filled.database.engine.begin() as connection:
        connection.exec_driver_sql("DROP TRIGGER findings_append_only ON findings")
        connection.exec_driver_sql("ALTER TABLE reports DISABLE TRIGGER reports_append_only")
    missed = [
        f"the trigger {table}_append_only that guards what is kept is missing" for table in ("findings", "reports")
    ]
    assert list(filled.check()) == missed
    next(other, None)


@pytest.mark.parametrize(
    ("change", "says"),
    [
        ("UPDATE records SET outcome = 8 WHERE outcome IS NOT NULL", "is not what its reports and decisions say"),
        ("UPDATE records SET outcome = 99 WHERE outcome IS NOT NULL", "the records cannot be read"),
        ("DELETE FROM parties", "is not what its reports and decisions say"),
        ("DELETE FROM records WHERE outcome IS NOT NULL", "is missing"),
    ],
)
def test_a_record_that_does_not_follow_from_what_is_kept_is_found_and_made_anew(filled, change, says):
    behind_the_guards(filled, change)
    assert any(says in fault for fault in filled.check())
    filled.rebuild()
    assert list(filled.check()) == []


INDEXED = {
    "sqlite": {
        "words": "INSERT INTO words (rowid, title, said, about) VALUES ({n}, '', 'norway', '')",
        "entry": "INSERT INTO words (rowid, title, said, about) VALUES (99, '', 'norway', '')",
    },
    "postgresql": {
        "words": "UPDATE words SET said = CAST('norway' AS tsvector) WHERE entry = {n}",
        "entry": "INSERT INTO words (entry, said) VALUES (99, CAST('norway' AS tsvector))",
    },
}


@pytest.mark.parametrize(
    ("change", "says"),
    [
        ("words", r"report \w+: the index of words does not hold what it says"),
        ("entry", "the index of words holds 1 entries of no report"),
        ("DELETE FROM entries WHERE number = {n}", r"report \w+: the index of words does not hold what it says"),
        (
            "UPDATE entries SET finding = NULL WHERE finding IS NOT NULL",
            "the index of words does not hold what it says",
        ),
        ("DELETE FROM holdings", r"report \w+: the offices learned from it are not those that it tells"),
        ("UPDATE holdings SET told = 20200101", "the offices learned from it are not those that it tells"),
        ("UPDATE holdings SET office = holder", "the offices learned from it are not those that it tells"),
    ],
)
def test_an_index_and_offices_that_do_not_follow_from_what_is_kept_are_found_and_made_anew(filled, change, says):
    filled.keep(
        Told("Prime Minister Erik Berg spoke.").person("Erik Berg", "Prime Minister", "Norway").reading(), at=AT
    )
    assert list(filled.check()) == []
    with filled.database.engine.connect() as connection:
        number = connection.exec_driver_sql("SELECT max(number) FROM entries").scalar()
    statement = INDEXED[filled.database.engine.dialect.name].get(change, change).format(n=number)
    with filled.database.engine.begin() as connection:
        connection.exec_driver_sql(statement)
    assert any(re.search(f"{says}.*; `readout check --rebuild`", fault) for fault in filled.check()), statement
    filled.rebuild()
    assert list(filled.check()) == []
