"""A ledger that is yet to be made: it is made by the first reading that is kept, and by nothing else."""

from pathlib import Path

import pytest
import sqlalchemy as sa
from tests.ledger.conftest import AT, bridge

from readout.ledger import Ledger
from readout.ledger.awaited import Awaited
from readout.ledger.opening import engine_for
from readout.ledger.plain.address import address
from readout.model import UnreadableInput, UnusableLedger


def holds_nothing(url):
    """Whether there is no file, or a database without any table."""
    if "://" not in url:
        return not list(Path(url).parent.iterdir())
    engine = engine_for(address(url))
    try:
        return not sa.inspect(engine).get_table_names()
    finally:
        engine.dispose()


def unkeepable():
    return bridge(text="Norway and Sweden met in Oslo. \ud83d").reading()


def test_where_nothing_is_kept_no_ledger_is_made(url):
    with Awaited(url) as awaited:
        assert awaited.read_by(["any"], "reader-1") == set()
        (done,) = awaited.keep_all([unkeepable()], at=AT)
        assert isinstance(done, UnreadableInput)
        assert awaited.keep_all([], at=AT) == []
    assert holds_nothing(url)


def test_the_first_reading_that_is_kept_makes_the_ledger_and_what_cannot_be_kept_costs_itself_alone(url):
    with Awaited(url) as awaited:
        problem, kept = awaited.keep_all([unkeepable(), bridge().reading()], at=AT)
        assert isinstance(problem, UnreadableInput) and kept.new
        assert awaited.read_by([kept.report], "reader-1") == {kept.report}
    with Ledger.open(url, make=False) as ledger:
        assert [report.id for report in ledger.reports()] == [kept.report]


def test_a_ledger_that_is_there_is_opened_at_once_and_keeps_what_it_has(url):
    with Ledger.open(url) as ledger:
        name = ledger.keep(bridge().reading(), at=AT).report
    with Awaited(url) as awaited:
        assert awaited.read_by([name], "reader-1") == {name}
        assert not awaited.keep_all([bridge().reading()], at=AT)[0].new
    with Ledger.open(url, make=False) as ledger:
        assert ledger.counts()["reports"] == 1


def test_two_that_await_one_ledger_both_keep_theirs(url):
    with Awaited(url) as one, Awaited(url) as other:
        assert one.keep_all([bridge().reading()], at=AT)[0].new
        assert other.keep_all([bridge(date="2024-06-01").reading()], at=AT)[0].new
    with Ledger.open(url, make=False) as ledger:
        assert ledger.counts()["reports"] == 2


def test_where_none_can_be_made_that_is_told_before_anything_is_read(tmp_path):
    with pytest.raises(UnusableLedger, match="Check the folder"), Awaited(tmp_path / "missing" / "ledger.db"):
        pytest.fail("opened")
