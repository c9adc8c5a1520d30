"""One record from many reports: it follows from what is kept, whatever the order, and can be made anew at any time."""

from dataclasses import replace

import pytest
import sqlalchemy as sa
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.ledger.conftest import AT, Told, bridge

from readout.ledger import Ledger
from readout.ledger.deciding import Act, Value
from readout.ledger.records.tables import bands, copies, evidence, facts, holdings, keys, links, news, parties, records
from readout.ledger.records.wanted import Wanted
from readout.matching.evidence import RESTATED, weigh
from readout.matching.tellings import tellings
from readout.matching.undertakings import undertakings
from readout.model import NotInLedger, RefusedDecision, Slot

PLEDGE = "Norway will hand over four HIMARS launchers to Sweden by the end of 2025."


def pledge(date: str, text: str = PLEDGE, source: str = "The Morning Gazette", due: str = "2025-12-31") -> Told:
    """A report of one commitment of Norway towards Sweden."""
    told = Told(text, date=date, source=source).country("Norway", "Sweden")
    words = "hand over four HIMARS launchers"
    told.find("commitment", words, by="Norway", to="Sweden", strength="pledged", due=due, specific=True)
    return told


def later(date: str, text: str, speaker: str | None = None) -> Told:
    """A later report that may be news of it."""
    told = Told(text, date=date).country("Norway", "Sweden")
    if speaker:
        told.find("statement", text.split(" said that ")[1].rstrip("."), speaker=speaker, form="indirect", cue="said")
    return told


def story() -> list[Told]:
    """Two accounts of a meeting, an undertaking told, restated and delivered, and what has nothing to do with it."""
    met = "Norway and Sweden met in Oslo. They talked for an hour."
    return [
        bridge(date="2024-05-01"),
        bridge(date="2024-05-01", text=met, source="The Evening Courier"),
        pledge("2024-05-01"),
        pledge("2024-05-02", f"Reprinted. {PLEDGE}", "The Evening Courier"),
        pledge("2024-09-01", f"Again, {PLEDGE}".replace("2025", "2026"), due="2026-12-31"),
        later("2025-03-01", "Norway and Sweden are told that Norway has delivered the four HIMARS launchers."),
        later("2025-06-01", "Sweden said that Norway delivered all four HIMARS launchers.", "Sweden"),
        bridge(date="2024-11-01", text="Norway and Sweden met in Oslo. It rained."),
    ]


def derived_rows(ledger: Ledger) -> dict[str, list[str]]:
    """All that is derived, by ids in place of the numbers that depend on the order of keeping."""
    with ledger.database.engine.connect() as connection:
        ids = "COALESCE(f.id, 'report:' || p.id)"
        names = dict(
            connection.exec_driver_sql(
                f"SELECT c.number, {ids} FROM facts c LEFT JOIN findings f ON f.number = c.finding "
                "JOIN reports p ON p.number = c.report"
            ).all()
        )
        of = {row.number: names[row.anchor] for row in connection.execute(sa.select(records))}
        report = dict(connection.exec_driver_sql("SELECT number, id FROM reports").all())
        people = dict(connection.exec_driver_sql("SELECT number, name FROM names").all())
        told = {
            "records": [
                (of[r.number], r.kind, r.date, r.last, r.form, r.due, r.place, r.outcome, r.stage, r.review, r.counted,
                 r.sources, r.precision, r.heard, r.course, r.moved, sorted(people[int(n)] for n in r.parties.split()))
                for r in connection.execute(sa.select(records))
            ],
            "facts": [(names[r.number], of[r.record], r.told, r.form) for r in connection.execute(sa.select(facts))],
            "links": [
                (*sorted((names[r.one], names[r.other])), r.strength) for r in connection.execute(sa.select(links))
            ],
            "keys": [(r.key, names[r.fact]) for r in connection.execute(sa.select(keys))],
            "bands": [(r.key, report[r.report]) for r in connection.execute(sa.select(bands))],
            "copies": [sorted((report[r.one], report[r.other])) for r in connection.execute(sa.select(copies))],
            "news": [(r.tellings, r.told, report[r.report]) for r in connection.execute(sa.select(news))],
            "evidence": [
                (names[r.fact], report[r.report], r.start, r.score, r.sure) for r in connection.execute(sa.select(evidence))
            ],
            "parties": [(people[r.party], r.kind, r.date, of[r.record]) for r in connection.execute(sa.select(parties))],
            "holdings": [
                (people[r.holder], people[r.office], people[r.country], r.told, report[r.report])
                for r in connection.execute(sa.select(holdings))
            ],
        }  # fmt: skip
    return {name: sorted(map(repr, rows)) for name, rows in told.items()}


@pytest.fixture
def told(ledger):
    """A ledger that holds the story."""
    for each in story():
        ledger.keep(each.reading(), at=AT)
    return ledger


def the_pledge(ledger, **options):
    (record,) = [r for r in ledger.records("commitment", **options) if "HIMARS" in r.words]
    return record


def test_two_accounts_of_one_meeting_are_one_record_and_a_later_meeting_is_another(told):
    meetings = told.records("meeting")
    assert [(meeting.date, meeting.sources, meeting.place) for meeting in meetings] == [
        ("2024-11-01", 1, "Oslo"), ("2024-05-01", 2, "Oslo"),
    ]  # fmt: skip


def test_an_undertaking_told_again_is_one_record_with_several_sources_and_its_drift(told):
    detail = told.record(the_pledge(told).id)
    assert (detail.record.date, detail.record.last, detail.record.sources) == ("2024-05-01", "2024-09-01", 3)
    assert [source.reprint for source in detail.sources] == [False, True, True]
    assert detail.sources[2].drift.due == ("2025-12-31", "2026-12-31")


def test_all_records_at_once_are_what_each_of_them_is_alone_by_date_and_id(told):
    with told.snapshot() as snapshot:
        for kind in ("meeting", "commitment", "statement"):
            details = list(snapshot.details(Wanted(kind), "2026-01-01"))
            assert details == [told.record(detail.record.id, as_of="2026-01-01") for detail in details]
            assert len(details) == len(told.records(kind))
            assert details == sorted(details, key=lambda detail: (detail.record.date, detail.record.id))


def test_a_record_names_the_pairs_that_it_stands_between(told):
    assert told.record(the_pledge(told).id).pairs == (("Norway", "Sweden"),)


def test_a_status_names_the_sentence_the_date_and_who_says_so(told):
    detail = told.record(the_pledge(told).id)
    assert detail.record.outcome == "delivered, confirmed"
    assert [(change.after, change.date) for change in detail.changes if change.field == "outcome"] == [
        ("reaffirmed", "2024-09-01"), ("delivered, claimed", "2025-03-01"), ("delivered, confirmed", "2025-06-01"),
    ]  # fmt: skip
    last = next(change for change in detail.changes if change.after == "delivered, confirmed")
    assert (last.date, last.who) == ("2025-06-01", "Sweden")
    assert told.report(last.report).text[last.span.start : last.span.end] == last.quote


def test_a_person_s_word_that_it_is_delivered_ends_its_deadline(told):
    (bridge_,) = [r for r in told.records("commitment", as_of="2030-01-01") if "bridge" in r.words]
    act = Act(
        "status", bridge_.id, "Ada", AT, role="outcome", values=(Value("delivered, confirmed"),), note="crossed it"
    )
    told.decide(act)
    (after,) = [r for r in told.records("commitment", as_of="2030-01-01") if "bridge" in r.words]
    assert (bridge_.time, after.time, after.due) == ("past due", "none", "2027-12-31")


def met(words: str, date: str, /, **slots: object) -> Told:
    """A report of a date that tells of a meeting with these words."""
    return Told(words, date=date).country("Norway", "Sweden").find(
        "meeting", words.removesuffix("."), "en.meeting.noun", participants=["Norway", "Sweden"], kind="talks", **slots
    )  # fmt: skip


@pytest.mark.parametrize(
    ("words", "slots", "date"),
    [
        ("Norway and Sweden met on 2024-05-20.", {"date": "2024-05-20"}, "2024-05-20"),
        ("Norway and Sweden met in 2023-11.", {"date": "2023-11"}, "2023-11"),
        ("Norway and Sweden met some time ago.", {}, None),
    ],
)
def test_a_meeting_is_listed_by_its_own_day_and_never_by_that_of_a_report_that_mentions_it(ledger, words, slots, date):
    report = met(words, "2024-06-01", **slots)
    if date and len(date) < 10:
        report.findings = [replace(f, slots=tuple(_by_month(s) for s in f.slots)) for f in report.findings]
    ledger.keep(report.reading(), at=AT)
    (meeting,) = ledger.records("meeting")
    assert meeting.date == date


def _by_month(slot: Slot) -> Slot:
    return replace(slot, precision="month") if slot.role == "date" else slot


def test_a_merged_meeting_shows_the_places_of_both_accounts(ledger):
    first = met("Norway and Sweden met in Oslo.", "2024-06-01", place="Oslo", date="2024-06-01")
    other = met("Norway and Sweden met in Gothenburg.", "2024-06-01", place="Gothenburg", date="2024-06-01")
    for each in (first, other):
        ledger.keep(each.reading(), at=AT)
    one, two = (r.id for r in ledger.records("meeting"))
    ledger.decide(Act("merge", one, "Ada", AT, two))
    (meeting,) = ledger.records("meeting")
    assert (meeting.place, meeting.sources) == ("Gothenburg / Oslo", 2)


def test_a_record_has_the_score_of_its_surest_finding_and_none_where_a_person_vouches(ledger):
    ledger.keep(pledge("2024-05-01").reading(), at=AT)
    again = pledge("2024-05-02", f"Reprinted. {PLEDGE}")
    again.findings = [replace(f, score=0.4) for f in again.findings]
    ledger.keep(again.reading(), at=AT)
    (record,) = ledger.records("commitment")
    assert (record.sources, record.score) == (2, 0.9)
    ledger.decide(Act("accept", record.id, "Ada", AT))
    assert the_pledge(ledger).score is None


def test_a_status_falls_back_when_the_report_that_told_it_is_removed(told):
    pledged = the_pledge(told)
    for each in told.record(pledged.id).news:
        if each.effect == "delivered":
            told.decide(Act("remove", each.report, "Ada", AT, note="withdrawn by its outlet"))
    assert the_pledge(told).outcome == "reaffirmed"


def test_news_names_the_cue_that_tells_it_as_matching_found_it(told):
    pledged = the_pledge(told)
    (promise,) = (
        u for u in undertakings(told.reading(told.record(pledged.id).sources[0].report)) if u.id == pledged.id
    )
    news = [each for each in told.record(pledged.id).news if each.cue != RESTATED]
    found = {e.span: (e.effect, e.cue) for n in news for e in weigh(promise, tellings(told.reading(n.report)))}
    assert news and [found[n.span] for n in news] == [(n.effect, n.cue) for n in news]


def test_silence_stays_no_later_report(told):
    (record,) = [r for r in told.records("commitment", as_of="2030-01-01") if "bridge" in r.words]
    assert (record.outcome, record.time) == ("no later report", "past due")


def test_a_person_s_word_stands_over_the_reports_and_is_told_as_theirs(told):
    pledged = the_pledge(told)
    act = Act("status", pledged.id, "Ada", AT, role="outcome", values=(Value("partly"),), note="two of four seen")
    decision = told.decide(act)
    change = [change for change in told.record(pledged.id).changes if change.field == "outcome"][-1]
    assert (the_pledge(told).outcome, change.who, change.quote) == ("partly", "Ada", "two of four seen")
    told.decide(Act("withdraw", decision.id, "Ada", AT))
    assert the_pledge(told).outcome == "delivered, confirmed"


def test_what_a_person_splits_is_two_records_and_what_one_merges_is_one(told):
    sources = told.record(the_pledge(told).id).sources
    split = told.decide(Act("split", sources[0].finding, "Ada", AT, sources[2].finding))
    assert len([r for r in told.records("commitment") if "HIMARS" in r.words]) == 2
    told.decide(Act("withdraw", split.id, "Ada", AT))
    both = [told.record(r.id).record.id for r in told.records("commitment")]
    told.decide(Act("merge", both[0], "Ada", AT, both[1]))
    (one,) = told.records("commitment")
    assert one.sources == 4


def test_persons_that_a_reviewer_joins_are_one_at_the_table_and_two_again_when_parted(ledger):
    for name, source in (("Maria Holm", "The Morning Gazette"), ("Maria Lindqvist", "The Courier")):
        text = f"Foreign Minister {name} met with Erik Berg, the Foreign Minister of Sweden, in Oslo."
        report = Told(text, source=source).country("Norway", "Sweden")
        report.person(name, "Foreign Minister", "Norway").person("Erik Berg", "the Foreign Minister", "Sweden")
        report.find("meeting", text[:-1], participants=[name, "Erik Berg"], kind="talks", place="Oslo")
        ledger.keep(report.reading(), at=AT)
    assert len(ledger.records("meeting")) == 2
    joined = ledger.decide(Act("join", "Maria Lindqvist", "Ada", AT, "Maria Holm", note="married in June"))
    (meeting,) = ledger.records("meeting")
    assert meeting.sources == 2
    one = derived_rows(ledger)
    ledger.rebuild()
    assert derived_rows(ledger) == one
    ledger.decide(Act("withdraw", joined.id, "Ada", AT))
    assert len(ledger.records("meeting")) == 2


def test_a_rejected_finding_is_out_of_its_record_and_the_record_without_any_is_gone(told):
    (record,) = [r for r in told.records("commitment") if "bridge" in r.words]
    told.decide(Act("reject", record.id, "Ada", AT))
    assert [r for r in told.records("commitment") if "bridge" in r.words] == []
    with pytest.raises(NotInLedger, match="no longer counts"):
        told.record(record.id)


@pytest.mark.parametrize("verb", ["merge", "split"])
def test_a_rejected_finding_is_merged_with_nothing_until_it_counts_again(told, verb):
    one, other = (record.id for record in told.records("commitment"))
    rejected = told.decide(Act("reject", other, "Ada", AT, note="a misreading"))
    for pair in ((one, other), (other, one)):
        with pytest.raises(RefusedDecision, match=f"{other} does not count: rejected by Ada on .*: a misreading"):
            told.decide(Act(verb, pair[0], "Ada", AT, pair[1]))
    told.decide(Act("withdraw", rejected.id, "Ada", AT))
    assert told.decide(Act(verb, one, "Ada", AT, other)).other == other


def test_a_finding_that_does_not_count_is_still_shown_with_the_reason(told):
    (record,) = [r for r in told.records("commitment") if "bridge" in r.words]
    with pytest.raises(NotInLedger, match="this finding counts"):
        told.set_aside(record.id)
    told.decide(Act("reject", record.id, "Ada", AT, note="never said"))
    aside = told.set_aside(record.id[:8])
    assert (aside.words, aside.why) == (record.words, "rejected by Ada on 2026-11-24: never said")
    told.decide(Act("remove", aside.report, "Ben", AT))
    assert told.set_aside(record.id).why == "its report was removed by Ben on 2026-11-24"


def test_a_changed_slot_shows_in_its_record(told):
    (record,) = [r for r in told.records("commitment") if "bridge" in r.words]
    told.decide(Act("change", record.id, "Ada", AT, role="strength", values=(Value("signed"),)))
    again = told.record(record.id).record
    assert (again.form, again.slots["strength"], again.review) == ("signed", ("signed",), "corrected")


@pytest.mark.parametrize(
    ("wanted", "count"),
    [
        (Wanted("commitment"), 2),
        (Wanted("commitment", actor="norway"), 2),
        (Wanted("commitment", actor="Nor"), 2),
        (Wanted("commitment", actor="orway"), 0),
        (Wanted("commitment", actor="Denmark"), 0),
        (Wanted("commitment", pair=("Sweden", "Norway")), 2),
        (Wanted("commitment", pair=("Sweden", "Norway"), actor="Norway", since="2024-05-01"), 2),
        (Wanted("commitment", since="2024-05-02"), 0),
        (Wanted("commitment", until="2024-05-01"), 2),
        (Wanted("commitment", form="pledged"), 2),
        (Wanted("commitment", form="signed"), 0),
        (Wanted("commitment", outcome="no later report"), 1),
        (Wanted("commitment", outcome="delivered, confirmed"), 1),
        (Wanted("commitment", due_before="2026-01-01"), 0),
        (Wanted("commitment", due_before="2027-01-01"), 1),
        (Wanted("commitment", due_before="2030-01-01", actor="Sweden"), 2),
        (Wanted("commitment", text="himars launchers"), 1),
        (Wanted("commitment", text='"launchers himars"'), 0),
        (Wanted("commitment", text="AND OR ("), 0),
        (Wanted("commitment", review="confirmed"), 0),
        (Wanted("commitment", limit=1), 1),
        (Wanted("meeting", pair=("Norway", "Sweden")), 2),
        (Wanted("statement", actor="Sweden"), 1),
    ],
)
def test_filters_keep_what_they_say(told, wanted, count):
    assert len(told.records(wanted)) == count


def test_common_words_are_looked_for_record_by_record_with_the_same_result(told, monkeypatch):
    few = told.records(Wanted("commitment", text="launchers"))
    monkeypatch.setattr("readout.ledger.records.wanted.MANY", 1)
    assert told.records(Wanted("commitment", text="launchers")) == few != ()


def test_records_of_another_edition_are_made_anew_when_the_ledger_opens(told, url, monkeypatch):
    before = derived_rows(told)
    monkeypatch.setattr("readout.ledger.records.view.edition", lambda: "another")
    with Ledger.open(url) as again:
        assert derived_rows(again) == before


def test_a_thing_that_is_named_by_its_capitals_alone_is_followed_whichever_report_comes_first(tmp_path):
    words = "establish the Labor Working Group with Sweden"
    first = Told(f"Norway will {words}.", date="2024-01-01").country("Norway", "Sweden")
    first.find("commitment", words, by="Norway", to="Sweden", strength="pledged", specific=True)
    news = later("2024-06-01", "Norway and Sweden established the Labor Working Group in May.")
    made = []
    for order in ((first, news), (news, first)):
        with Ledger.open(tmp_path / f"{len(made)}.db") as ledger:
            for each in order:
                ledger.keep(each.reading(), at=AT)
            made.append((derived_rows(ledger), ledger.records("commitment")[0].outcome))
    assert made[0] == made[1]
    assert made[0][1] == "delivered, claimed"


orders = st.permutations(range(8))


@settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(order=orders, again=st.integers(0, 7), removed=st.integers(0, 7), data=st.data())
def test_whatever_the_order_the_records_are_those_of_a_making_anew(tmp_path_factory, order, again, removed, data):
    told = story()
    with Ledger.open(tmp_path_factory.mktemp("order") / "ledger.db") as ledger:
        names = [ledger.keep(told[place].reading(), at=AT).report for place in order]
        ledger.keep(told[again].reading("reader-2"), at=AT)
        ledger.decide(Act("remove", names[removed], "Ada", AT))
        if data.draw(st.booleans()):
            ledger.decide(Act("withdraw", ledger.decisions()[0].id, "Ada", AT))
        step_by_step = derived_rows(ledger)
        ledger.rebuild()
        assert derived_rows(ledger) == step_by_step


@settings(max_examples=6, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(order=orders)
def test_neither_the_order_of_import_matters_nor_how_many_are_kept_at_once(tmp_path_factory, order):
    told = story()
    made = []
    for places, at_once in ((range(8), 1), (order, 1), (order, 3), (order, 8)):
        with Ledger.open(tmp_path_factory.mktemp("order") / "ledger.db") as ledger:
            readings = [told[place].reading() for place in places]
            for start in range(0, 8, at_once):
                ledger.keep_all(readings[start : start + at_once], at=AT)
            made.append(derived_rows(ledger))
    assert all(rows == made[0] for rows in made)


def test_the_nearest_deadline_comes_first_whichever_report_is_newer(ledger):
    ledger.keep(pledge("2024-05-01", due="2027-12-31").reading(), at=AT)
    boats = Told("Norway will build six CB90 boats for Sweden.", date="2024-03-01").country("Norway", "Sweden")
    boats.find("commitment", "build six CB90 boats", by="Norway", to="Sweden", strength="pledged", due="2025-06-30")
    ledger.keep(boats.reading(), at=AT)
    found = ledger.records(Wanted("commitment", due_before="2030"))
    assert [record.due for record in found] == ["2025-06-30", "2027-12-31"]
