"""An announced meeting or visit took place where another report of the ledger tells of it, whichever came first."""

from itertools import permutations

import pytest
from tests.ledger.conftest import AT, Told
from tests.ledger.records.derived import derived_rows

from readout import Asking
from readout.asking.due import DueAsked
from readout.ledger import Ledger
from readout.ledger.deciding import Act
from readout.ledger.pursuing import Pursued

WORDS = "visit Riga to meet President Edgars Berzins of Latvia on June 14"


def promise(words: str = WORDS, date: str = "2024-05-01", due: str = "2024-06-14") -> Told:
    """A report of an announced visit."""
    told = Told(f"Prime Minister Maria Holm of Norway will {words}.", date=date)
    told.country("Norway", "Latvia").person("Maria Holm", "Prime Minister", "Norway")
    told.find("commitment", words, by="Maria Holm", strength="intended", due=due, specific=True)
    return told


def account(date: str = "2024-06-14", day: str | None = None, **known: str) -> Told:
    """A report of the meeting."""
    guest, host = known.get("guest", "Maria Holm"), known.get("host", "Edgars Berzins")
    text = f"President {host} of Latvia and Prime Minister {guest} of Norway talked in Riga."
    told = Told(text, date=date, source=known.get("source", "The Morning Gazette"))
    told.country("Norway", "Latvia").person(guest, "Prime Minister", "Norway").person(host, "President", "Latvia")
    kind = known.get("kind", "talks")
    told.find("meeting", text[:-1], participants=[guest, host], kind=kind, place="Riga", date=day or date)
    return told


def kept(file, *reports: Told) -> Ledger:
    ledger = Ledger.open(file)
    for each in reports:
        ledger.keep(each.reading(), at=AT)
    return ledger


@pytest.fixture
def outcome(tmp_path):
    """The outcome of the announced visit in a ledger of some reports."""

    def of(*reports: Told) -> str | None:
        with kept(tmp_path / "ledger.db", *reports) as ledger:
            (record,) = ledger.records("commitment")
            return record.outcome

    return of


def test_a_visit_of_which_another_report_tells_is_delivered_by_its_words_and_no_longer_past_due(ledger):
    for each in (promise(), account()):
        ledger.keep(each.reading(), at=AT)
    detail = ledger.record(ledger.records("commitment")[0].id)
    assert (detail.record.outcome, detail.record.time) == ("delivered, claimed", "none")
    (news,) = detail.news
    (meeting,) = ledger.records("meeting")
    assert (news.report, news.date) == (ledger.record(meeting.id).sources[0].report, "2024-06-14")
    assert (news.effect, news.cue, news.sure) == ("delivered", "took place", True)
    assert news.words.startswith("President Edgars Berzins of Latvia and Prime Minister")
    asked = DueAsked(Pursued("2024-12-01"))
    assert Asking(ledger).due(asked).counts.overdue == 0
    assert Asking(ledger).due(asked).counts.closed == 1


def test_before_the_report_of_it_the_visit_was_due(ledger):
    for each in (promise(), account(date="2024-06-15", day="2024-06-14")):
        ledger.keep(each.reading(), at=AT)
    before = Asking(ledger).due(DueAsked(Pursued("2024-06-14"))).counts
    assert (before.due_soon, before.closed) == (1, 0)
    assert Asking(ledger).due(DueAsked(Pursued("2024-06-15"))).counts.closed == 1


@pytest.mark.parametrize(
    "told",
    [
        pytest.param(account(date="2024-06-15"), id="another day"),
        pytest.param(account(guest="Erik Lund"), id="another guest"),
        pytest.param(account(host="Janis Kalnins"), id="another host who is not named"),
        pytest.param(account(kind="call"), id="a call"),
        pytest.param(account(kind="correspondence"), id="a letter"),
        pytest.param(account(date="2024-06-13", day="2024-06-14"), id="told before its day"),
    ],
)
def test_another_meeting_is_not_the_one_that_was_announced(outcome, told):
    assert outcome(promise("meet President Edgars Berzins of Latvia on June 14"), told) == "no later report"


def test_a_visit_goes_where_it_says_whoever_was_met_there(outcome):
    assert outcome(promise("travel to Latvia on June 14"), account(host="Janis Kalnins")) == "delivered, claimed"


def test_the_order_of_keeping_does_not_matter_and_a_making_anew_gives_the_same(tmp_path):
    told = [promise(), account(), account(source="The Evening Courier", date="2024-06-15", day="2024-06-14")]
    made = []
    for place, order in enumerate(permutations(told)):
        with kept(tmp_path / f"{place}.db", *order) as ledger:
            made.append(derived_rows(ledger))
            ledger.rebuild()
            assert derived_rows(ledger) == made[-1]
            assert list(ledger.check()) == []
    assert all(rows == made[0] for rows in made)


def test_it_is_due_again_when_the_report_that_tells_of_it_is_removed_or_its_finding_rejected(ledger):
    for each in (promise(), account()):
        ledger.keep(each.reading(), at=AT)
    (meeting,) = ledger.records("meeting")
    for act in (
        Act("reject", meeting.id, "Ada", AT),
        Act("remove", ledger.record(meeting.id).sources[0].report, "Ada", AT),
    ):
        assert ledger.records("commitment")[0].outcome == "delivered, claimed"
        decided = ledger.decide(act)
        assert ledger.records("commitment")[0].outcome == "no later report"
        ledger.decide(Act("withdraw", decided.id, "Ada", AT))
    assert ledger.records("commitment")[0].outcome == "delivered, claimed"


def test_what_is_to_be_within_a_year_is_no_single_meeting(outcome):
    assert (
        outcome(promise("visit Riga to meet President Edgars Berzins of Latvia this year", due="2024"), account())
        == "no later report"
    )
