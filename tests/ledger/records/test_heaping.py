"""Of very many later sentences on one undertaking those are kept that were among the surest when told: whatever the order."""

from random import Random

from tests.ledger.conftest import AT
from tests.ledger.records.derived import derived_rows
from tests.ledger.records.story import later, pledge, the_pledge

from readout.ledger import Ledger
from readout.ledger.deciding import Act
from readout.ledger.records.wanted import Wanted
from readout.matching.thresholds import thresholds

KEPT = thresholds("evidence")["kept"]
MANY = [
    later(f"2025-03-{day:02}", f"Norway and Sweden heard that Norway has delivered {words} HIMARS launchers in {place}.")
    for day, (words, place) in enumerate(
        [("the four", "Boden"), ("four more", "Kiruna"), ("some", "Umea"), ("its", "Lund"), ("the new", "Malmo"), ("two", "Visby"),
         ("three", "Gavle"), ("all four", "Falun"), ("the first", "Sala"), ("the four", "Ystad")], 1)
]  # fmt: skip


def news_of(ledger):
    return [(news.date, news.words) for news in ledger.record(the_pledge(ledger).id).news]


def test_those_that_were_among_the_surest_are_kept_whatever_came_first(url, tmp_path):
    told = [pledge("2024-05-01"), *MANY]
    with Ledger.open(url) as one, Ledger.open(tmp_path / "other.db") as other:
        for each in told:
            one.keep(each.reading(), at=AT)
        for each in Random(1).sample(told, len(told)):
            other.keep(each.reading(), at=AT)
        assert KEPT <= len(news_of(one)) < len(MANY)
        assert news_of(one)[0][0] == "2025-03-01"
        assert news_of(one) == news_of(other)
        assert derived_rows(one)["evidence"] == derived_rows(other)["evidence"]


def test_no_later_report_drives_out_what_was_told_before(url, tmp_path):
    with Ledger.open(url) as whole, Ledger.open(tmp_path / "then.db") as then:
        for each in [pledge("2024-05-01"), *MANY]:
            whole.keep(each.reading(), at=AT)
            if each.date <= "2025-03-06":
                then.keep(each.reading(), at=AT)
        (stood,) = whole.stood(Wanted("commitment"), "2025-03-06")
        assert stood.news == then.record(the_pledge(then).id).news


def test_when_a_report_goes_another_sentence_takes_its_place(ledger):
    for each in [pledge("2024-05-01"), *MANY]:
        ledger.keep(each.reading(), at=AT)
    before, (first, _) = news_of(ledger), ledger.record(the_pledge(ledger).id).news[:2]
    ledger.decide(Act("remove", first.report, "Ada", AT, note="a forgery"))
    after = news_of(ledger)
    assert first.words not in [quote for _, quote in after]
    assert len(after) == len(before)
