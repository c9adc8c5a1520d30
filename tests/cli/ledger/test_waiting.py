"""What waits for a person is listed, at most as much as was asked for."""

import pytest
from tests.ledger.conftest import AT, Told

from readout.ledger import Ledger
from readout.ledger.deciding import Act

TEXT = "Norway will build the bridge. Norway will paint the bridge. Norway will open the bridge."


@pytest.fixture(scope="module")
def path(tmp_path_factory):
    """A ledger with a report of which three decisions wait, since a newer reader sees nothing in it."""
    path = tmp_path_factory.mktemp("ledger") / "readout.db"
    told = Told(TEXT).country("Norway")
    for verb in ("build", "paint", "open"):
        told.find("commitment", f"{verb} the bridge", by="Norway", strength="pledged")
    with Ledger.open(path) as ledger:
        report = ledger.keep(told.reading(), at=AT).report
        for finding in ledger.decided(report).reading.findings:
            ledger.decide(Act("reject", finding.id, "Ada", AT))
        told.findings.clear()
        ledger.keep(told.reading("reader-2"), at=AT)
    return path


@pytest.mark.parametrize(("limit", "shown"), [(1, 1), (2, 2), (3, 3), (0, 3)])
def test_a_list_of_what_waits_ends_where_it_was_asked_to_even_within_a_report(readout, path, limit, shown):
    asked = ("list", "orphans", "--ledger", path, "--limit", limit)
    assert len(readout(*asked, "--format", "json").out.splitlines()) == shown
    said = readout(*asked).out
    assert said.count("no longer seen") == shown
    assert (f"There are more: --limit {2 * limit} shows them" in said) == (shown < 3)
