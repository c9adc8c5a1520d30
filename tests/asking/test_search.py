"""Words are found where they stand, the same in every database."""

import re
from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import update
from tests.ledger.conftest import AT, Told, bridge

from readout import Asking
from readout.asking.search import KINDS, Where
from readout.ledger.deciding import Act
from readout.ledger.records.entries import OF_A_DAY
from readout.ledger.records.sought import standing, terms
from readout.ledger.records.tables import entries
from readout.ledger.records.tokens import said
from readout.model import InvalidDate, NotInLedger, Span, Stated

GAS = (
    "The President of Kazakhstan received the Minister of Energy of Uzbekistan in Astana. “The gas pipelines serve us both,” "
    "the President said. Kazakhstan will lay a pipeline for gas to the border by 2026, and on to Türkiye. Nobody spoke of the U.S. embargo."
)
RAIL = "Norway agreed with Latvia to carry freight by rail. The signing of the railway treaty took place in Riga."


def gas(**known):
    told = Told(GAS, **{"date": "2024-03-02", "title": "Pipelines in Astana", "source": "The Steppe Post", **known})
    told.country("Kazakhstan", "Uzbekistan")
    told.find("meeting", "The President of Kazakhstan received the Minister of Energy of Uzbekistan in Astana",
              participants=["Kazakhstan", "Uzbekistan"], kind="visit", place="Astana")  # fmt: skip
    told.find("statement", "“The gas pipelines serve us both,”", speaker="Kazakhstan", form="direct", cue="said")
    told.find(
        "commitment", "lay a pipeline for gas to the border", by="Kazakhstan", to="Uzbekistan", strength="pledged"
    )
    return told


def rail(**known):
    told = Told(RAIL, **{"date": "2023-06-01", "title": "Freight", **known}).country("Norway", "Latvia")
    told.find("commitment", "carry freight by rail", by="Norway", to="Latvia", strength="agreed")
    return told


@pytest.fixture
def asking(ledger):
    for told in (gas(), rail(), bridge(title="A bridge over the Svinesund")):
        ledger.keep(told.reading(), at=AT)
    return Asking(ledger)


def found(asking, words, **where):
    return [(hit.kind, hit.date) for hit in asking.search(words, Where(**where)).hits]


def test_a_hit_shows_its_sentence_with_the_words_marked_and_the_report_the_outlet_and_the_date(asking):
    hit = asking.search("embargo").hits[0]
    assert (hit.kind, hit.outlet, hit.date, hit.title) == (
        "report",
        "The Steppe Post",
        "2024-03-02",
        "Pipelines in Astana",
    )
    assert hit.sentence == "Nobody spoke of the U.S. embargo." == hit.span.of(GAS)
    assert [mark.of(hit.sentence) for mark in hit.marks] == ["embargo"]
    assert asking.ledger.report(hit.report).text == GAS


def test_titles_come_first_then_what_was_found_then_other_text_and_each_report_and_record_once(asking):
    assert found(asking, "pipeline") == [
        ("report", "2024-03-02"),
        ("commitment", "2024-03-02"),
        ("statement", "2024-03-02"),
        ("meeting", "2024-03-02"),
    ]
    assert found(asking, "Riga") == [("report", "2023-06-01")]


@pytest.mark.parametrize(
    ("words", "hits"),
    [
        ("pipelines gas", True),  # other forms, in any order
        ('"gas pipelines"', True),
        ('"gas pipeline"', False),  # quotes take words as they are
        ('"pipelines gas"', False),
        ("pipel*", True),
        ('"a pipel*"', True),
        ("TURKIYE", True),
        ("türkiye", True),
        ("US", True),
        ("u.s.", True),
        ("sign treaties", True),
        ("signed treaty", True),
        ("pipe", False),
        ("gas AND embargo", True),
        ("gas freight", False),
        ('"served us', False),
        ("“serve us both”", True),
    ],
)
def test_words_are_found_in_their_forms_and_rows_as_they_are(asking, words, hits):
    assert bool(asking.search(words).hits) is hits


@pytest.mark.parametrize(
    ("where", "kinds"),
    [
        ({"kind": "commitment"}, ["commitment"]),
        ({"kind": "report"}, ["report"]),
        ({"actor": "KZ", "kind": "statement"}, ["statement"]),
        ({"actor": "Uzbekistan", "kind": "statement"}, []),
        ({"actor": "Chile"}, []),
        ({"pair": ("Uzbekistan", "KZ"), "kind": "statement"}, ["statement"]),  # what either side said where both met
        ({"pair": ("KZ", "UZ"), "kind": "commitment"}, ["commitment"]),
        ({"pair": ("KZ", "Norway")}, []),
        ({"since": "2024-03-03"}, []),
        ({"until": "2024-03-01"}, []),
        ({"since": "2024-03-02", "until": "2024-03-02", "kind": "meeting"}, ["meeting"]),
        ({"as_of": "2024-03-01"}, []),
    ],
)
def test_a_search_is_narrowed_by_kind_actor_pair_and_days(asking, where, kinds):
    assert [kind for kind, _ in found(asking, "pipelines", **where)] == kinds


def test_the_newest_come_first_and_a_limit_tells_of_more(ledger):
    days = ["2024-01-05", "2022-01-05", "2023-01-05", None]
    for number, day in enumerate(days):
        ledger.keep(_numbered(number, day), at=AT)
    dates = [date for _, date in found(Asking(ledger), "freight", kind="report")]
    assert dates == ["2024-01-05", "2023-01-05", "2022-01-05", None]
    two = Asking(ledger).search("freight", Where(kind="report", limit=2))
    assert [hit.date for hit in two.hits] == dates[:2] and two.more
    assert not Asking(ledger).search("freight", Where(kind="report", limit=0)).more


def test_reports_of_one_day_stand_by_their_ids_whenever_they_were_kept(ledger):
    days = ["2024-01-05"] * 70 + ["2024-01-06", "2024-01-04", None, None]
    for number, day in enumerate(days):
        ledger.keep(_numbered(number, day), at=AT)
    asking = Asking(ledger)
    hits = asking.search("freight", Where(kind="report", limit=0)).hits
    told = [(hit.date or "", hit.report) for hit in hits]
    assert [day for day, _ in told] == sorted((day or "" for day in days), reverse=True)
    ofs = [[report for of, report in told if of == day] for day in {day for day, _ in told}]
    assert all(of == sorted(of) for of in ofs)
    for limit in (1, 3, 60, 71, 73):
        assert asking.search("freight", Where(kind="report", limit=limit)).hits == hits[:limit]


def test_reports_without_a_date_may_be_more_than_a_day_has_room_for(ledger):
    ledger.keep(_numbered(0, None), at=AT)
    with ledger.database.engine.begin() as connection:
        connection.execute(update(entries).where(entries.c.finding.is_(None)).values(number=OF_A_DAY - 1))
    for number in (1, 2, 3):
        ledger.keep(_numbered(number, None), at=AT)
    asking = Asking(ledger)
    assert len(found(asking, "freight", kind="report")) == 3
    assert found(asking, "freight", since="1990-01-01") == found(asking, "freight", until="2030-01-01") == []


def _numbered(number, day):
    told = Told(f"{RAIL} It was train number {number}.", date=day, title="Freight", id=f"r{number}")
    return told.reading()


def test_an_undertaking_told_twice_is_one_hit_with_two_sources(ledger):
    ledger.keep(bridge().reading(), at=AT)
    ledger.keep(bridge(date="2024-05-02", source="The Evening Courier").reading(), at=AT)
    (hit,) = Asking(ledger).search("Svinesund", Where(kind="commitment")).hits
    assert (hit.sources, hit.date) == (2, "2024-05-02")


@pytest.mark.parametrize("words", ["", "  ", '"', '""', "?!", "*", "AND", "(", "- _"])
def test_marks_without_a_word_are_refused_with_one_clear_message(asking, words):
    with pytest.raises(NotInLedger, match="no word to look for"):
        asking.search(words)


def test_too_many_words_wrong_days_and_kinds_are_refused(asking):
    with pytest.raises(NotInLedger, match="too many"):
        asking.search(" ".join(f"w{number}" for number in range(40)))
    with pytest.raises(NotInLedger, match="3 letters or more before the star"):
        asking.search("ga*")
    with pytest.raises(NotInLedger, match="no kind"):
        asking.search("gas", Where(kind="rumour"))
    for where in (Where(since="2024"), Where(until="soon"), Where(as_of="2024-02-30")):
        with pytest.raises(InvalidDate, match="YYYY-MM-DD"):
            asking.search("gas", where)


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    words=st.text(alphabet=st.sampled_from(list("gas pie\"'*()-:^{}+,.AND OR NOT NEAR/\\%_ü\u0301İ½ß")), max_size=30)
)
def test_whatever_is_typed_is_taken_as_words(asking, words):
    if not terms_in(words):
        with pytest.raises(NotInLedger, match="no word to look for"):
            asking.search(words)
        return
    try:
        hits = asking.search(words).hits
    except NotInLedger as problem:
        hits, told = (), str(problem)
        assert re.search("before the star", told)
    assert all(hit.marks or hit.title_marks for hit in hits)


def terms_in(words):
    """Letters or figures, other than an AND that stands alone."""
    return any(said(part) and part != "AND" for part in re.split(r'["\s]', words))


def test_a_removed_report_leaves_the_index_and_a_rejected_finding_is_only_text(ledger):
    ledger.keep(gas().reading(), at=AT)
    asking = Asking(ledger)
    commitment = asking.search("pipeline", Where(kind="commitment")).hits[0]
    ledger.enlist("ann", at=AT)
    ledger.decide(Act("reject", commitment.id, "ann", AT))
    assert found(asking, "pipeline", kind="commitment") == []
    assert found(asking, "border") == [("report", "2024-03-02")]
    ledger.decide(Act("remove", commitment.report, "ann", AT))
    assert found(asking, "pipeline") == []


def test_a_making_anew_gives_the_same_hits(ledger):
    for told in (gas(), rail(), bridge(), gas(date="2024-03-02", source="Another Post", id="other")):
        ledger.keep(told.reading(), at=AT)
    later = gas()
    later.findings.pop()
    ledger.keep(later.reading("reader-2"), at=AT)
    asking = Asking(ledger)
    asked = [
        (words, Where(kind=kind)) for words in ("gas", "the", "freight", '"to the border"') for kind in (None, *KINDS)
    ]
    before = [asking.search(*each) for each in asked]
    assert any(hits.hits for hits in before)
    ledger.rebuild()
    assert [asking.search(*each) for each in asked] == before


def test_a_report_with_another_date_after_reading_again_is_found_by_that_date(ledger):
    for reader, day in (("reader-1", "2023-06-01"), ("reader-2", "2023-07-09")):
        reading = rail(date=None).reading(reader)
        found_in_text = Stated(day, Span(0, 6))
        ledger.keep(replace(reading, report=replace(reading.report, published=found_in_text)), at=AT)
    assert found(Asking(ledger), "freight", since="2023-07-01", kind="report") == [("report", "2023-07-09")]
    assert found(Asking(ledger), "freight", until="2023-06-30") == []


def test_phrases_are_found_in_texts_of_any_length_however_often_a_word_stands_there(ledger):
    text = "of the " * 300 + "word " * 16_000 + "At last the rare heron of the lake."
    ledger.keep(Told(text).reading(), at=AT)
    (hit,) = Asking(ledger).search('"rare heron of the lake"').hits
    assert hit.sentence.endswith("the rare heron of the lake.") and len(hit.sentence) <= 320


def test_places_of_words_are_where_the_text_has_them():
    text = "The gas pipelines and “co-operation” of the U.S. côté."
    places = standing(text, terms('pipeline co-operation us "cote"'))
    assert [text[start:end] for start, end, _ in places] == ["pipelines", "co-operation", "U.S", "côté"]


APART = "The pipeline was discussed. Kazakhstan will sell gas to its neighbours."
TOGETHER = "The weather was cold. Ministers spoke of the gas pipelines that serve both."


def test_words_that_stand_side_by_side_come_before_those_that_stand_apart(ledger):
    """The report where they stand apart is newer, and would come first."""
    ledger.keep(Told(APART, date="2024-03-05", title="Apart").reading(), at=AT)
    ledger.keep(Told(TOGETHER, date="2024-03-01", title="Together").reading(), at=AT)
    asking = Asking(ledger)
    for words in ("gas pipeline", "gas pipelines", "gas pipelin*"):
        assert [hit.title for hit in asking.search(words).hits] == ["Together", "Apart"]
    assert [hit.title for hit in asking.search("pipeline gas").hits] == ["Apart", "Together"]
    assert [hit.title for hit in asking.search("gas AND pipeline").hits] == ["Apart", "Together"]
    assert [hit.title for hit in asking.search("gas pipeline", Where(limit=1)).hits] == ["Together"]
    assert asking.search("gas pipeline", Where(limit=1)).more


def test_words_side_by_side_are_one_mark(asking):
    hit = asking.search("gas pipelines").hits[0]
    assert "gas pipelines" in [mark.of(hit.sentence) for mark in hit.marks]
