"""Words are found where they stand."""

from tests.ledger.conftest import AT, bridge

from readout import Asking


def test_words_are_found_in_records_with_report_outlet_and_date(ledger):
    ledger.keep(bridge().reading(), at=AT)
    (hit,) = Asking(ledger).search("Svinesund")
    assert (hit.kind, hit.outlet, hit.date) == ("commitment", "The Morning Gazette", "2024-05-01")
    assert "Svinesund" in hit.sentence
