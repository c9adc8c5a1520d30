"""What a decision says once it is taken: on which words, what of them, and how to take it back."""

import pytest
from tests.ledger.conftest import AT, bridge

from readout.ledger import Ledger


@pytest.fixture(scope="module")
def ledger(tmp_path_factory):
    """The address of a ledger with two reports of a promise, and the names of the reports and the promises' ids."""
    path = tmp_path_factory.mktemp("ledger") / "readout.db"
    with Ledger.open(path) as opened:
        reports = [opened.keep(bridge(date=date).reading(), at=AT).report for date in ("2024-05-01", "2025-09-01")]
        found = [finding for report in reports for finding in opened.reading(report).findings]
    return path, reports, [finding.id for finding in found if finding.kind == "commitment"]


@pytest.fixture(scope="module")
def decide(readout, ledger):
    def run(*arguments):
        ended = readout("decide", *arguments, "--by", "Ada", "--ledger", ledger[0])
        assert ended.status == 0, ended.err
        return " ".join(ended.out.split())

    return run


WORDS = "“build the bridge over the Svinesund”"


def test_a_change_says_which_slot_holds_what(decide, ledger):
    promise = ledger[2][0]
    assert f"change {WORDS}: to is Sweden, Norway, by Ada" in decide("change", promise, "to", "Sweden", "Norway")
    assert f"change {WORDS}: to is empty, by Ada" in decide("change", promise, "to")


def test_a_status_says_what_it_is(decide, ledger):
    said = decide("status", ledger[2][0], "outcome", "partly", "--note", "the consul told us")
    assert f"status {WORDS}: outcome is partly, by Ada" in said


def test_a_decision_on_two_names_both(decide, ledger):
    one, other = ledger[2]
    assert f"merge {WORDS} with {other[:8]}, by Ada" in decide("merge", one, other)
    assert f"split {WORDS} from {other[:8]}, by Ada" in decide("split", one, other)


def test_what_was_added_is_named_by_the_id_to_find_it_by(decide, ledger, readout):
    path, reports, _ = ledger
    said = decide("add", reports[0], "statement", "by the end of 2027", "speaker=Sweden")
    assert said.startswith("add “by the end of 2027” as ")
    id = said.split(" as ")[1].split(",")[0]
    assert "by the end of 2027" in readout("show", id, "--ledger", path).out
