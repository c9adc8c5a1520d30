"""Of very many later sentences on one undertaking the surest of each effect are kept: whatever the order, and when some go."""

from random import Random

from tests.ledger.conftest import AT
from tests.ledger.records.test_records import derived_rows, later, pledge, the_pledge

from readout.ledger import Ledger
from readout.ledger.deciding import Act
from readout.matching.thresholds import thresholds

KEPT = thresholds("evidence")["kept"]
MANY = [
    later(f"2025-{month:02}-10", f"Norway and Sweden heard that Norway has delivered {words} HIMARS launchers in {place}.")
    for month, (words, place) in enumerate(
        [("the four", "Boden"), ("four more", "Kiruna"), ("some", "Umea"), ("its", "Lund"), ("the new", "Malmo"), ("two", "Visby"),
         ("three", "Gavle"), ("all four", "Falun"), ("the first", "Sala"), ("the four", "Ystad")], 1)
]  # fmt: skip


def news_of(ledger):
    return [(news.date, news.words) for news in ledger.record(the_pledge(ledger).id).news]


def test_the_surest_and_the_last_sentences_are_kept_whatever_came_first(url, tmp_path):
    told = [pledge("2024-05-01"), *MANY]
    with Ledger.open(url) as one, Ledger.open(tmp_path / "other.db") as other:
        for each in told:
            one.keep(each.reading(), at=AT)
        for each in Random(1).sample(told, len(told)):
            other.keep(each.reading(), at=AT)
        assert KEPT <= len(news_of(one)) <= KEPT + 1 < len(MANY)
        assert news_of(one)[-1][0] == "2025-10-10"
        assert news_of(one) == news_of(other)
        assert derived_rows(one)["evidence"] == derived_rows(other)["evidence"]


def test_when_a_report_goes_another_sentence_takes_its_place(ledger):
    for each in [pledge("2024-05-01"), *MANY]:
        ledger.keep(each.reading(), at=AT)
    before, (first, _) = news_of(ledger), ledger.record(the_pledge(ledger).id).news[:2]
    ledger.decide(Act("remove", first.report, "Ada", AT, note="a forgery"))
    after = news_of(ledger)
    assert first.words not in [quote for _, quote in after]
    assert len(after) == len(before)
