"""Lines become a ledger whole or not at all: what fails or is killed leaves what was there before, and nothing where nothing was."""

import os
import signal
import sqlite3
import time
from contextlib import closing

import pytest
import sqlalchemy as sa
from tests.ledger.conftest import AT, bridge

from readout.ledger import Ledger
from readout.ledger.importing import take_in
from readout.ledger.opening import engine_for
from readout.ledger.plain.address import address
from readout.model import UnreadableInput, UnusableLedger


@pytest.fixture
def lines(tmp_path):
    """A ledger of one report as exported lines."""
    with Ledger.open(tmp_path / "from.db") as ledger:
        ledger.keep(bridge().reading(), at=AT)
        found = list(ledger.export())
    (tmp_path / "from.db").unlink()
    return found


def tables(url):
    """What tables lie at an address."""
    engine = engine_for(address(url))
    try:
        return sa.inspect(engine).get_table_names()
    finally:
        engine.dispose()


def test_a_ledger_is_made_of_lines_and_they_are_taken_in_once(url, lines, tmp_path):
    assert take_in(url, lines, "lines") == {"reports": 1, "readings": 1, "findings": 2, "decisions": 0, "actors": 0}
    assert set(take_in(url, lines, "lines").values()) == {0}
    with Ledger.open(url, make=False) as ledger:
        assert list(ledger.export()) == lines
        assert list(ledger.check()) == []
        assert len(ledger.records("commitment")) == 1
    assert [path.name for path in tmp_path.iterdir()] in ([], ["ledger.db"])


def test_a_wrong_line_leaves_nothing_where_nothing_was(url, lines, tmp_path):
    with pytest.raises(UnreadableInput, match="lines: line 3: no line of an exported ledger"):
        take_in(url, [*lines[:2], "no line", *lines[2:]], "lines")
    assert not list(tmp_path.iterdir())
    assert tables(url) == []
    with pytest.raises(UnusableLedger, match=r"no such ledger|no ledger"):
        Ledger.open(url, make=False)


def test_a_wrong_line_leaves_a_ledger_as_it_was(url, lines):
    with Ledger.open(url) as ledger:
        ledger.keep(bridge(date="2024-05-02").reading(), at=AT)
        before = list(ledger.export())
        with pytest.raises(UnreadableInput):
            take_in(url, [*lines, "no line"], "lines")
        assert list(ledger.export()) == before


def test_two_exports_make_one_ledger(url, lines, tmp_path):
    with Ledger.open(tmp_path / "second.db") as second:
        second.keep(bridge(date="2024-05-02").reading(), at=AT)
        more = list(second.export())
    take_in(url, lines, "lines")
    assert take_in(url, more, "more")["reports"] == 1


@pytest.mark.parametrize("by", [signal.SIGKILL, signal.SIGINT])
def test_a_killed_import_leaves_no_ledger_and_the_next_one_clears_up(lines, tmp_path, by):
    file = tmp_path / "ledger.db"

    def endless():
        yield from lines
        started.touch()
        time.sleep(60)

    started = tmp_path / "started"
    if (child := os.fork()) == 0:
        signal.signal(signal.SIGINT, signal.default_int_handler)
        try:
            take_in(file, endless(), "lines")
        except KeyboardInterrupt:
            pass
        finally:
            os._exit(0)
    while not started.exists():
        time.sleep(0.01)
    with pytest.raises(UnreadableInput):  # what goes on is nobody else's to clear away
        take_in(file, ["no line"], "lines")
    assert list(tmp_path.glob(".ledger.db.import-*"))
    os.kill(child, by)
    os.waitpid(child, 0)
    assert not file.exists()
    take_in(file, lines, "lines")
    assert sorted(path.name for path in tmp_path.iterdir()) == ["ledger.db", "started"]


def test_a_ledger_that_was_made_meanwhile_is_not_overwritten(lines, tmp_path):
    file = tmp_path / "ledger.db"

    def slow():
        yield from lines
        with Ledger.open(file) as other:
            other.keep(bridge(date="2024-05-02").reading(), at=AT)

    with pytest.raises(UnusableLedger, match=r"ledger\.db: another program made it meanwhile"):
        take_in(file, slow(), "lines")
    with Ledger.open(file) as ledger:
        assert [report.date for report in ledger.reports()] == ["2024-05-02"]
    assert [path.name for path in tmp_path.iterdir()] == ["ledger.db"]


def test_an_empty_file_becomes_a_ledger_and_another_database_is_told_by_name(lines, tmp_path):
    (tmp_path / "empty.db").touch()
    assert take_in(tmp_path / "empty.db", lines, "lines")["reports"] == 1
    with closing(sqlite3.connect(tmp_path / "other.db")) as other:
        other.execute("CREATE TABLE people (name)")
    with pytest.raises(UnusableLedger, match=r"other\.db: this database is no ledger: it holds 'people'"):
        take_in(tmp_path / "other.db", lines, "lines")
    with pytest.raises(UnusableLedger, match=r"none/ledger\.db: cannot be opened. Check the folder"):
        take_in(tmp_path / "none" / "ledger.db", lines, "lines")
