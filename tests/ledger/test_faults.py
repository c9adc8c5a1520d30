"""Nothing is lost: not by kill -9, not by two writers, not on a full disk, a read-only or a damaged file."""

import os
import random
import signal
import sqlite3
import threading
import time
from functools import partial
from typing import IO

import pytest
import sqlalchemy as sa
from sqlalchemy.engine import make_url
from tests.ledger.conftest import AT, POSTGRES, Told, bridge
from tests.test_pipeline import Light

from readout.intake import Source
from readout.ledger import Ledger, kept
from readout.ledger.plain.troubles import translated
from readout.model import UnusableLedger
from readout.pipeline import add

REPORTS = 1000
KILLS = 20
NOBODY = 65_534


def many(start: int = 0) -> list[Source]:
    """A thousand short reports."""
    return [Source(f"Norway and Sweden met for the {i}th time.", f"report {i}") for i in range(start, start + REPORTS)]


def forked(work) -> tuple[int, IO[str]]:
    """Runs work in a process of its own, which writes lines; the process's id and what it writes."""
    reads, writes = os.pipe()
    if (child := os.fork()) == 0:
        try:
            with os.fdopen(writes, "w") as out:
                work(out)
        finally:
            os._exit(0)
    os.close(writes)
    return child, os.fdopen(reads)


def write_many(url: str, out: IO[str]) -> None:
    """Adds the thousand reports and names each once it is kept."""
    with Ledger.open(url) as ledger:
        for one in add(ledger, many(), Light(), at=AT):
            if one.new:
                print(one.report, file=out, flush=True)


def test_killed_twenty_times_in_the_middle_of_an_import_the_ledger_loses_nothing_that_was_told(url):
    told: set[str] = set()
    chance = random.Random(4)
    for kill in range(KILLS):
        child, lines = forked(partial(write_many, url))
        with lines:
            if kill % 2:  # else it may not even have opened the ledger
                told.add(lines.readline().strip())
            time.sleep(chance.uniform(0, 0.05))
            os.kill(child, signal.SIGKILL)
            told.update(line.strip() for line in lines if line.endswith("\n"))
        os.waitpid(child, 0)
    with Ledger.open(url) as ledger:
        kept = {report.id for report in ledger.reports(0)}
        assert told - {""} <= kept
        assert KILLS < len(kept) < REPORTS
        assert list(ledger.check()) == []
        done = list(add(ledger, many(), Light(), at=AT))
        assert sum(one.new for one in done) == REPORTS - len(kept)
        assert ledger.counts()["readings"] == REPORTS


def test_two_writers_at_once_both_finish_and_nothing_is_lost(url):
    Ledger.open(url).close()
    counts = []

    def write(start: int) -> None:
        with Ledger.open(url) as ledger:
            counts.append(sum(one.new for one in add(ledger, many(start)[:150], Light(), at=AT)))

    writers = [threading.Thread(target=write, args=(start,)) for start in (0, 100)]
    for each in writers:
        each.start()
    for each in writers:
        each.join()
    with Ledger.open(url) as ledger:
        assert sum(counts) == ledger.counts()["reports"] == ledger.counts()["readings"] == 250
        assert list(ledger.check()) == []


def test_all_questions_of_one_look_see_the_same_state_whatever_others_keep_meanwhile(url):
    with Ledger.open(url) as reader, Ledger.open(url) as writer:
        writer.keep(bridge(date="2024-05-01").reading(), at=AT)
        with reader.database.looking() as connection:
            before = kept.counts(connection)
            assert before["reports"] == 1
            writer.keep(bridge(date="2024-05-02").reading(), at=AT)
            assert kept.counts(connection) == before
        assert reader.counts()["reports"] == 2


def test_two_who_make_a_ledger_at_once_make_one(url):
    opened, failed = [], []

    def make() -> None:
        try:
            opened.append(Ledger.open(url))
        except UnusableLedger as problem:
            failed.append(problem)

    makers = [threading.Thread(target=make) for _ in range(4)]
    for each in makers:
        each.start()
    for each in makers:
        each.join()
    assert (len(opened), failed) == (4, [])
    for ledger in opened:
        ledger.close()


@pytest.fixture
def file(tmp_path):
    """A SQLite ledger with one report, closed."""
    path = tmp_path / "ledger.db"
    with Ledger.open(path) as ledger:
        ledger.keep(bridge().reading(), at=AT)
    return path


def test_a_full_disk_is_told_and_what_was_kept_stays(file):
    with Ledger.open(file) as ledger:
        full = "PRAGMA max_page_count = 1"  # SQLite takes no fewer than there are
        sa.event.listen(ledger.database.engine, "checkout", lambda connection, *_: connection.execute(full))
        with pytest.raises(UnusableLedger, match="the disk is full, nothing of this was kept"):
            ledger.keep(Told("They met. " * 20_000).reading(), at=AT)
        assert ledger.counts()["reports"] == 1
        assert list(ledger.check()) == []


def test_a_ledger_that_may_not_be_written_is_still_read_and_says_so_when_written(file):
    def visit(out: IO[str]) -> None:
        if os.getuid() == 0:  # whom no permission stops
            os.setuid(NOBODY)
        with Ledger.open(file, make=False) as ledger:
            print(len(ledger.reports()), file=out)
            try:
                ledger.keep(Told("They met.").reading(), at=AT)
            except UnusableLedger as problem:
                print(problem, file=out)

    folders = [folder for folder in file.parents if folder.stat().st_uid == os.getuid() and "pytest" in str(folder)]
    modes = {path: path.stat().st_mode for path in (file, *folders)}
    for path in modes:
        path.chmod(0o444 if path == file else 0o555)
    try:
        child, lines = forked(visit)
        with lines:
            said = lines.read().splitlines()
        os.waitpid(child, 0)
    finally:
        for path, mode in modes.items():
            path.chmod(mode)
    assert said == ["1", f"{file}: may not be written (read-only). Ask its owner, or copy it to where you may write."]


def test_a_damaged_file_is_told_in_one_line(file):
    whole = file.read_bytes()
    file.write_bytes(whole[:16_384] + b"\xff" * (len(whole) - 16_384))
    with pytest.raises(UnusableLedger, match="the file is damaged"), Ledger.open(file) as ledger:
        list(ledger.check())
    file.write_bytes(b"no database at all, but long enough to be looked at" * 100)
    with pytest.raises(UnusableLedger, match="no SQLite database"):
        Ledger.open(file)


def test_a_folder_that_is_not_there_is_told(tmp_path):
    with pytest.raises(UnusableLedger, match="Check the folder"):
        Ledger.open(tmp_path / "none" / "ledger.db")


def test_a_writer_that_holds_the_ledger_too_long_is_told(file, monkeypatch):
    monkeypatch.setattr("readout.ledger.opening.PATIENCE", 0.1)
    other = sqlite3.connect(file, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    with Ledger.open(file) as ledger, pytest.raises(UnusableLedger, match="another program kept it"):
        ledger.keep(Told("They met.").reading(), at=AT)
    other.close()


def test_a_length_that_was_overwritten_is_told_as_damage(file):
    said = sqlite3.DataError("string or blob too big")
    with pytest.raises(UnusableLedger, match="the file is damaged"), translated(str(file), sa.exc.DBAPIError):
        raise sa.exc.DataError("SELECT 1", {}, said)


@pytest.mark.parametrize("where", ["?host=/nowhere", "?host=127.0.0.1&port=1", "?host=nowhere.invalid"])
def test_a_server_that_does_not_answer_is_told(where):
    pytest.importorskip("psycopg")
    with pytest.raises(UnusableLedger, match="no server answers at this address"):
        Ledger.open(f"postgresql://readout@/ledger{where}")


def test_a_database_or_user_that_a_server_does_not_know_is_told():
    server = os.environ.get(POSTGRES)
    if not server:
        pytest.skip(f"{POSTGRES} names no server")
    with pytest.raises(UnusableLedger, match="no database of that name"):
        Ledger.open(make_url(server).set(database="nowhere").render_as_string(hide_password=False))
    with pytest.raises(UnusableLedger, match="the server knows no such user"):
        Ledger.open(make_url(server).set(username="nobody").render_as_string(hide_password=False))
