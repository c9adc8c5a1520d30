"""Two accounts of one meeting: what both tell, what they tell differently, what only one tells."""

from __future__ import annotations

import gzip
import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.ledger.conftest import AT, Told

from readout import Asking, Reader
from readout.asking.compare import compared
from readout.model import NotInLedger

PAIRS = Path(__file__).parents[3] / "shared" / "corpus" / "same_meeting_pairs.jsonl.gz"
EXAMPLES = Path(__file__).parents[2] / "examples"

OSLO = (
    "Norway and Sweden met in Oslo. Norway pledged to build the bridge over the Svinesund by 2027. "
    "Sweden will lend 40 million euros for railway signals. The ministers spoke of herring quotas."
)
STOCKHOLM = (
    "Sweden and Norway met in Oslo. Norway intends to build a bridge over the Svinesund by 2029. "
    "Norway will lend 40 million euros for the railway signals. Both praised the Baltic winter festival."
)


def oslo(**known):
    told = Told(OSLO, source="Government of Norway", **known).country("Norway", "Sweden")
    told.find("meeting", "Norway and Sweden met in Oslo", participants=["Norway", "Sweden"], kind="talks", place="Oslo")
    told.find(
        "commitment",
        "build the bridge over the Svinesund",
        by="Norway",
        strength="pledged",
        due="2027",
        due_text="by 2027",
    )
    told.find("commitment", "lend 40 million euros for railway signals", by="Sweden", strength="pledged")
    told.find("statement", "herring quotas", speaker="Sweden", cue="spoke")
    return told


def stockholm(**known):
    told = Told(STOCKHOLM, source="Government of Sweden", **known).country("Norway", "Sweden")
    told.find("meeting", "Sweden and Norway met in Oslo", participants=["Norway", "Sweden"], kind="talks", place="Oslo")
    told.find(
        "commitment",
        "build a bridge over the Svinesund",
        by="Norway",
        strength="intended",
        due="2029",
        due_text="by 2029",
    )
    told.find("commitment", "lend 40 million euros for the railway signals", by="Norway", strength="pledged")
    told.find("statement", "the Baltic winter festival", speaker=["Norway", "Sweden"], cue="praised")
    return told


@pytest.fixture
def comparison():
    return compared(oslo().reading(), stockholm().reading())


def rows(comparison, verdict, kind="commitment"):
    return comparison.of(verdict, kind)


def test_the_same_undertaking_in_weaker_words_and_with_a_later_deadline_is_told_differently(comparison):
    bridge = rows(comparison, "differently")[0]
    assert {d.field: (d.one, d.other) for d in bridge.differences} == {
        "strength": (("pledged",), ("intended",)),
        "due": (("2027",), ("2029",)),
    }


def test_an_undertaking_that_each_account_ascribes_to_another_side_differs_by_its_actors(comparison):
    loan = rows(comparison, "differently")[1]
    assert [(d.field, d.sort, d.one, d.other) for d in loan.differences] == [
        ("actors", "actor", ("Sweden",), ("Norway",))
    ]


def test_what_one_account_alone_tells_is_told_by_one(comparison):
    only = [row.one[0].parts[0].words for row in rows(comparison, "one", "statement")]
    other = [row.other[0].parts[0].words for row in rows(comparison, "other", "statement")]
    assert (only, other) == (["herring quotas"], ["the Baltic winter festival"])


def test_every_quote_stands_at_its_place_in_its_report(comparison):
    for row in comparison.rows:
        for account, tellings in ((comparison.one, row.one), (comparison.other, row.other)):
            for passage in (p for telling in tellings for p in (*telling.parts, telling.around)):
                assert passage.span.of(account.report.text) == passage.words
                assert 1 <= passage.sentence <= account.sentences


def test_both_accounts_are_seen_to_tell_of_one_meeting(comparison):
    assert comparison.one_meeting
    assert [row.verdict for row in comparison.rows if row.kind == "meeting"] == ["both"]


def test_swapping_the_accounts_mirrors_the_comparison(comparison):
    swapped = compared(stockholm().reading(), oslo().reading())
    assert swapped == comparison.mirrored()
    assert swapped.mirrored() == comparison


def test_an_account_beside_itself_shows_no_difference():
    itself = compared(oslo().reading(), oslo().reading())
    assert itself.counts() == {"both": len(itself.rows), "differently": 0, "one": 0, "other": 0}
    assert not itself.named_by_one and not itself.named_by_other


def test_a_promise_that_the_other_account_has_in_a_sentence_that_nobody_read_as_one_shows_that_sentence():
    one = Told("Norway will repair the lighthouse on Utsira.").country("Norway")
    one.find("commitment", "repair the lighthouse on Utsira", by="Norway", strength="pledged")
    other = Told("There was talk of the weather. The lighthouse on Utsira and its repair came up.").reading()
    (row,) = compared(one.reading(), other).rows
    assert row.verdict == "one"
    assert row.near is not None and row.near.sentence == 2


def test_a_sum_that_the_accounts_put_at_different_heights_is_a_difference_of_numbers():
    one = Told("Norway will buy 12 harbour ferries for the fjords.").country("Norway")
    one.find("commitment", "buy 12 harbour ferries for the fjords", by="Norway", strength="pledged")
    other = Told("Norway will buy 15 harbour ferries for its fjords.").country("Norway")
    other.find("commitment", "buy 15 harbour ferries for its fjords", by="Norway", strength="pledged")
    (row,) = compared(one.reading(), other.reading()).rows
    assert [(d.sort, d.one, d.other) for d in row.differences] == [("number", ("12 harbour",), ("15 harbour",))]


def test_a_deadline_that_one_account_alone_gives_is_a_difference_with_one_empty_side():
    one = Told("Norway will open the tunnel under Boknafjord by 2033.").country("Norway")
    one.find("commitment", "open the tunnel under Boknafjord", by="Norway", strength="pledged", due="2033")
    other = Told("Norway will open the tunnel under Boknafjord.").country("Norway")
    other.find("commitment", "open the tunnel under Boknafjord", by="Norway", strength="pledged")
    (row,) = compared(one.reading(), other.reading()).rows
    assert [(d.field, d.one, d.other) for d in row.differences] == [("due", ("2033",), ())]


def test_what_an_account_tells_twice_stands_in_one_row():
    text = "Norway will open the tunnel under Boknafjord. Once more: Norway will open the Boknafjord tunnel."
    one = Told(text).country("Norway")
    one.find("commitment", "open the tunnel under Boknafjord", by="Norway", strength="pledged")
    one.find("commitment", "open the Boknafjord tunnel", by="Norway", strength="pledged")
    other = Told("Norway will open the tunnel under Boknafjord.").country("Norway")
    other.find("commitment", "open the tunnel under Boknafjord", by="Norway", strength="pledged")
    (row,) = compared(one.reading(), other.reading()).rows
    assert (row.verdict, len(row.one), len(row.other)) == ("both", 2, 1)


def test_a_name_that_one_account_alone_mentions_is_listed_with_its_place():
    one = Told("The ministers spoke of the Nordic Rail Compact and of Norway.").country("Norway").reading()
    other = Told("The ministers spoke of Norway.").country("Norway").reading()
    found = compared(one, other)
    assert [(s.name, s.passage.words) for s in found.named_by_one] == [("Nordic Rail Compact", "Nordic Rail Compact")]
    assert not found.named_by_other


WORDS = st.sampled_from(
    ["bridge", "tunnel", "railway", "harbour", "lighthouse", "herring", "ferry", "12", "15", "vaccine", "grain"]
)
SENTENCE = st.lists(WORDS, min_size=1, max_size=4).map(" ".join)
KINDS = st.sampled_from(["commitment", "statement", "project", "progress"])
ACTORS = st.sampled_from([[], ["Norway"], ["Sweden"], ["Norway", "Sweden"]])
ROLES = {"commitment": "by", "statement": "speaker", "project": "participants", "progress": "actors"}
FINDINGS = st.lists(st.tuples(SENTENCE, KINDS, ACTORS, st.sampled_from(["signed", "pledged", "intended"])), max_size=7)


@st.composite
def made(draw, name):
    """A report of random sentences, each with one finding or two."""
    found = draw(FINDINGS)
    told = Told("Norway and Sweden. " + " ".join(f"They {words}." for words, *_ in found), id=name)
    told.country("Norway", "Sweden")
    for words, kind, actors, strength in found:
        strengths = {"strength": strength} if kind == "commitment" else {}
        told.find(kind, words, **{ROLES[kind]: actors}, **strengths)
    return told.reading()


@given(made("one"), made("other"))
def test_whatever_the_accounts_tell_swapping_them_mirrors_the_comparison(one, other):
    assert compared(other, one) == compared(one, other).mirrored()


@given(made("same"), made("same"))
def test_reports_whose_findings_have_the_same_ids_are_mirrored_too(one, other):
    assert compared(other, one) == compared(one, other).mirrored()


@given(made("one"))
def test_whatever_an_account_tells_beside_itself_it_shows_no_difference(reading):
    assert {row.verdict for row in compared(reading, reading).rows} <= {"both"}


@given(made("one"), made("other"))
def test_every_finding_of_both_accounts_stands_in_one_row_at_most(one, other):
    found = compared(one, other)
    for side in ("one", "other"):
        ids = [telling.finding for row in found.rows for telling in getattr(row, side)]
        assert len(ids) == len(set(ids))


def test_two_reports_of_a_ledger_are_compared_by_their_ids(ledger):
    ids = [ledger.keep(told.reading(), at=AT).report for told in (oslo(id="oslo"), stockholm(id="stockholm"))]
    by_id = Asking(ledger).compare(*ids)
    assert by_id.counts() == {"both": 1, "differently": 2, "one": 1, "other": 1}


def test_the_accounts_of_one_meeting_are_compared_by_the_id_of_its_record(ledger):
    for told in (oslo(id="oslo"), stockholm(id="stockholm")):
        ledger.keep(told.reading(), at=AT)
    (record,) = ledger.records("meeting")
    found = Asking(ledger).compare(record.id)
    assert {found.one.outlet, found.other.outlet} == {"Government of Norway", "Government of Sweden"}


def test_a_meeting_that_one_report_alone_tells_of_is_not_compared(ledger):
    ledger.keep(oslo(id="oslo").reading(), at=AT)
    (record,) = ledger.records("meeting")
    with pytest.raises(NotInLedger, match="one report alone"):
        Asking(ledger).compare(record.id)


@pytest.fixture(scope="module")
def reader():
    return Reader()


def test_both_accounts_of_the_example_are_mirrored_and_seen_as_one_meeting(reader):
    one, other = (
        reader.read((EXAMPLES / f"2021-11-10-washington-by-{side}.txt").read_text(encoding="utf-8"))
        for side in ("kyiv", "washington")
    )
    found = compared(one, other)
    assert found.one_meeting
    assert compared(other, one) == found.mirrored()
    assert not compared(one, one).of("differently")


def test_every_pair_of_accounts_of_the_corpus_is_mirrored_and_seen_as_one_meeting(reader):
    if not PAIRS.exists():
        pytest.skip(f"{PAIRS} is missing: the pairs of accounts are not here")
    with gzip.open(PAIRS, "rt", encoding="utf-8") as lines:
        pairs = [json.loads(line) for line in lines]
    known = ("id", "title", "date", "source", "url")
    for pair in pairs:
        one, other = (reader.read(r["text"], **{k: r[k] for k in known}) for r in (pair["a"], pair["b"]))
        found = compared(one, other)
        assert found.one_meeting
        assert compared(other, one) == found.mirrored()
        assert {row.verdict for row in compared(one, one).rows} == {"both"}
