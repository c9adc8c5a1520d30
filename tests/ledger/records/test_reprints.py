"""The same text printed again, with another date or a misspelling, is another source and no other fact, whichever came first."""

from dataclasses import replace
from itertools import permutations

import pytest
from tests.ledger.conftest import AT, Told
from tests.ledger.records.derived import derived_rows

from readout.ledger import Ledger
from readout.ledger.deciding import Act

TEXT = (
    "Norway and Sweden met in Oslo on Tuesday. The ministers spoke of the ferry line between Bergen and Gothenburg, of the training of "
    "sappers, and of the price of timber, which has fallen by a third since the winter. Sweden said that the harbour had been dredged "
    "in time for the first ships of the season. Norway will hand over four HIMARS launchers to Sweden by the end of 2025. The two "
    "sides will meet again in Stockholm before the summer, when the harbour of Gothenburg is to be ready for the larger vessels."
)
NEWS = (
    "Norway has delivered the four HIMARS launchers to Sweden, it was announced in Oslo on Friday after a week of rumours about the "
    "convoy on the road from Trondheim. The launchers crossed the border at Storlien under escort and were received by the commander "
    "of the garrison, who thanked the drivers for their patience in the snow and offered them coffee, buns and a tour of the museum."
)


def talks(date: str = "2024-05-01", misspelt: str = "", source: str = "The Morning Gazette") -> Told:
    """A report of talks with a meeting, a statement and a commitment; `misspelt` is a word that the copy gets wrong."""
    told = Told(TEXT.replace(misspelt, misspelt[::-1]) if misspelt else TEXT, date=date, source=source)
    told.country("Norway", "Sweden")
    told.find("meeting", "Norway and Sweden met in Oslo", participants=["Norway", "Sweden"], kind="talks", place="Oslo")
    words = told.text.split("Sweden said that ")[1].split(".")[0]
    told.find("statement", words, speaker="Sweden", form="indirect", cue="said")
    words = "hand over four HIMARS launchers"
    told.find("commitment", words, by="Norway", to="Sweden", strength="pledged", due="2025-12-31", specific=True)
    return told


def news(date: str, source: str) -> Told:
    """A later report that the launchers were delivered."""
    return Told(NEWS, date=date, source=source).country("Norway", "Sweden")


def story() -> list[Told]:
    """Talks, three reprints of them (a misspelling, another date, both) and news that is printed again in Kyiv."""
    copies = [talks(misspelt="dredged", source="The Courier"), talks("2024-05-06", source="The Post")]
    both = talks("2024-05-04", misspelt="dredged", source="The Echo")
    return [talks(), *copies, both, news("2025-02-01", "Kremlin"), news("2025-02-03", "President of Ukraine")]


def kept(ledger: Ledger, told: list[Told]) -> Ledger:
    for each in told:
        ledger.keep(each.reading(), at=AT)
    return ledger


def test_a_copy_with_another_date_or_a_misspelling_counts_as_a_source_and_not_as_a_fact(ledger):
    kept(ledger, story()[:4])
    for kind in ("meeting", "statement", "commitment"):
        (record,) = ledger.records(kind)
        assert (record.sources, record.date) == (4, "2024-05-01")
        sources = ledger.record(record.id).sources
        assert [source.reprint for source in sources] == [False, True, True, True]


def test_a_reprint_some_days_later_reaffirms_nothing_and_confirms_nothing(ledger):
    kept(ledger, story())
    (record,) = ledger.records("commitment")
    detail = ledger.record(record.id)
    assert [(n.date, n.who) for n in detail.news] == [("2025-02-01", "Kremlin")]
    assert [change.after for change in detail.changes if change.field == "outcome"] == [record.outcome]


def test_another_account_of_the_meeting_joins_whatever_the_copy_gets_wrong(ledger):
    kept(ledger, story()[:4])
    other = Told("Sweden and Norway met in Oslo.", source="The Herald").country("Norway", "Sweden")
    other.find(
        "meeting", "Sweden and Norway met in Oslo", participants=["Norway", "Sweden"], kind="talks", place="Oslo"
    )
    kept(ledger, [other])
    (record,) = ledger.records("meeting")
    assert record.sources == 5


def test_when_the_first_print_is_removed_its_copies_stand_for_it(ledger):
    kept(ledger, story()[:4])
    (record,) = ledger.records("commitment")
    first = ledger.record(record.id).sources[0]
    ledger.decide(Act("remove", first.report, "Ada", AT, note="withdrawn by its outlet"))
    (record,) = ledger.records("commitment")
    assert (record.sources, record.date) == (3, "2024-05-01")
    before = derived_rows(ledger)
    ledger.rebuild()
    assert derived_rows(ledger) == before


@pytest.mark.parametrize("order", list(permutations(range(3)))[1:])
def test_the_order_in_which_reprints_come_in_does_not_matter(tmp_path, order):
    told = [story()[place] for place in (0, 3, 5)]
    made = []
    for places in (range(3), order):
        with Ledger.open(tmp_path / f"{len(made)}.db") as ledger:
            made.append(derived_rows(kept(ledger, [told[place] for place in places])))
    assert made[0] == made[1]


def test_a_finding_that_a_copy_has_twice_is_joined_once(ledger):
    twice = talks("2024-05-02", source="The Courier")
    again = next(f for f in twice.findings if f.kind == "commitment")
    longer = replace(again, span=twice.span("hand over four HIMARS launchers to Sweden"))
    twice.findings.append(longer)
    kept(ledger, [talks(), twice])
    assert {record.sources for record in ledger.records("commitment")} <= {1, 2}
    assert max(record.sources for record in ledger.records("commitment")) == 2


def test_the_same_words_printed_again_a_month_later_tell_of_a_second_meeting(ledger):
    kept(ledger, [talks(), talks("2024-06-05", source="The Courier")])
    assert sorted(record.date for record in ledger.records("meeting")) == ["2024-05-01", "2024-06-05"]
    assert {record.sources for record in ledger.records("meeting")} == {1}
