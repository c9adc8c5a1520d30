"""What people decide is kept, holds under every later reader, and is never moved in silence."""

from dataclasses import replace

import pytest
from tests.ledger.conftest import AT, BRIDGE, Told, bridge

from readout.ledger.deciding import Act, Value
from readout.model import NotInLedger, RefusedDecision

TWICE = "Norway will build the bridge. Sweden smiled. Norway will build the bridge."


def later(minute: int) -> str:
    return f"2026-11-24T13:{minute:02}:00Z"


@pytest.fixture
def kept(ledger):
    """The name of a report that is kept, with a meeting and a commitment."""
    return ledger.keep(bridge().reading(), at=AT).report


def finding(ledger, report, kind="commitment"):
    return next(f for f in ledger.decided(report).reading.findings if f.kind == kind)


def promise(text: str, where: int) -> Told:
    """One commitment on the n-th place where the text says the words."""
    from readout.model import Finding, Slot, Span

    told = Told(text)
    start = [i for i in range(len(text)) if text.startswith("build the bridge", i)][where]
    told.findings.append(
        Finding("commitment", "r", Span(start, start + 16), (Slot("by", "Norway", Span(0, 6)),), "en.hand", 0.9)
    )
    return told


def test_a_rejected_finding_no_longer_counts_and_a_withdrawal_brings_it_back(ledger, kept):
    wrong = finding(ledger, kept)
    decision = ledger.decide(Act("reject", wrong.id[:6], "Ada", later(1), note="a misreading"))
    assert (decision.target, decision.words) == (wrong.id, "build the bridge over the Svinesund")
    assert [f.kind for f in ledger.decided(kept).reading.findings] == ["meeting"]
    ledger.decide(Act("withdraw", decision.id, "Ada", later(2)))
    assert finding(ledger, kept) == wrong
    assert [d.verb for d in ledger.decisions()] == ["reject", "withdraw"]


def test_two_reviewers_who_disagree_leave_a_finding_disputed_and_counted(ledger, kept):
    found = finding(ledger, kept)
    ledger.decide(Act("reject", found.id, "Ada", later(1)))
    ledger.decide(Act("accept", found.id, "Ben", later(2)))
    assert ledger.decided(kept).reviews == {found.id: "disputed"}
    assert finding(ledger, kept) == found


def test_a_changed_slot_stands_on_words_of_the_report_and_keeps_the_id_to_find_it_by(ledger, kept):
    found = finding(ledger, kept)
    act = Act("change", found.id, "Ada", AT, role="due", values=(Value("2027", "2027"),))
    ledger.decide(act)
    said = ledger.decided(kept)
    changed = finding(ledger, kept)
    (due,) = changed.all("due")
    assert (due.value, due.precision, due.span.of(BRIDGE), due.how) == ("2027", "year", "2027", "decided by Ada")
    assert said.id_of(changed) == found.id
    assert said.reviews == {found.id: "corrected"}


def test_the_words_of_an_old_deadline_go_with_it_unless_people_set_them_too(ledger, kept):
    found = finding(ledger, kept)
    (words,) = found.all("due_text")
    ledger.decide(Act("change", found.id, "Ada", later(1), role="due", values=(Value("2028"),)))
    assert finding(ledger, kept).all("due_text") == ()
    ledger.decide(Act("change", found.id, "Ada", later(2), role="due_text", values=(Value(str(words.value)),)))
    assert [slot.value for slot in finding(ledger, kept).all("due_text")] == [words.value]


@pytest.mark.parametrize(
    ("act", "says"),
    [
        ({"role": "due", "values": (Value("soon"),)}, "no ISO date"),
        ({"role": "due", "values": (Value("2027-02-31"),)}, "no ISO date"),
        ({"role": "due", "values": (Value("0000"),)}, "no ISO date"),
        ({"role": "strength", "values": (Value("sworn"),)}, "none of: signed | agreed"),
        ({"role": "strength", "values": (Value("signed"), Value("agreed"))}, "strength: holds one value"),
        ({"role": "colour", "values": (Value("red"),)}, "no such slot"),
        ({"role": "due", "values": (Value("2027", "next spring"),)}, "does not say 'next spring'"),
        ({"role": "specific", "values": (Value("perhaps"),)}, "neither yes nor no"),
    ],
)
def test_a_change_that_cannot_stand_is_refused_and_nothing_is_kept(ledger, kept, act, says):
    with pytest.raises(RefusedDecision, match=says):
        ledger.decide(Act("change", finding(ledger, kept).id, "Ada", AT, **act))
    assert ledger.decisions() == []


def test_a_status_needs_a_word_of_the_list_and_a_note(ledger, kept):
    id = finding(ledger, kept).id
    with pytest.raises(RefusedDecision, match="no status"):
        ledger.decide(Act("status", id, "Ada", AT, role="outcome", values=(Value("broken"),), note="n"))
    with pytest.raises(RefusedDecision, match="needs a note"):
        ledger.decide(Act("status", id, "Ada", AT, role="outcome", values=(Value("dropped"),)))
    assert (
        ledger.decide(Act("status", id, "Ada", AT, role="outcome", values=(Value("dropped"),), note="told")).note
        == "told"
    )


def test_what_has_no_outcome_is_given_none(ledger, kept):
    meeting = finding(ledger, kept, "meeting").id
    with pytest.raises(RefusedDecision, match="only a commitment has an outcome"):
        ledger.decide(Act("status", meeting, "Ada", AT, role="outcome", values=(Value("dropped"),), note="told"))


@pytest.mark.parametrize(("one", "other"), [("", "Maria Holm"), ("Maria Holm", " "), ("Maria Holm", "Maria Holm")])
def test_actors_are_joined_by_two_names(ledger, one, other):
    with pytest.raises(RefusedDecision, match="Name two actors"):
        ledger.decide(Act("join", one, "Ada", AT, other))


def test_a_finding_added_by_hand_counts_and_quotes_the_report(ledger, kept):
    slots = (("speaker", Value("Sweden")), ("form", Value("indirect")))
    ledger.decide(Act("add", kept, "Ada", AT, kind="statement", words="by the end of 2027", slots=slots))
    added = finding(ledger, kept, "statement")
    assert added.span.of(BRIDGE) == "by the end of 2027"
    assert added.one("speaker").span.of(BRIDGE) == "Sweden"
    assert added.one("speaker").actor == ledger.reading(kept).actors[1].id
    assert ledger.decided(kept).orphans == ()


def test_a_finding_is_added_with_one_value_in_a_slot_that_holds_one_and_as_many_as_there_are_in_another(ledger, kept):
    speakers = (("speaker", Value("Sweden")), ("speaker", Value("Norway")))
    wanted = Act("add", kept, "Ada", AT, kind="statement", words="by the end of 2027", slots=speakers)
    ledger.decide(wanted)
    assert len(finding(ledger, kept, "statement").all("speaker")) == 2
    forms = (("form", Value("direct")), ("form", Value("indirect")))
    with pytest.raises(RefusedDecision, match="form: holds one value"):
        ledger.decide(replace(wanted, slots=forms))


def test_words_that_stand_twice_or_nowhere_are_no_finding(ledger, kept):
    for words, says in (("Norway", "2 times"), ("Denmark", "does not say")):
        with pytest.raises(RefusedDecision, match=says):
            ledger.decide(Act("add", kept, "Ada", AT, kind="statement", words=words))


def test_only_what_is_there_can_be_decided_on(ledger, kept):
    for act in (Act("accept", "zzzz", "Ada", AT), Act("withdraw", "zzzz", "Ada", AT), Act("remove", "zzzz", "Ada", AT)):
        with pytest.raises(NotInLedger):
            ledger.decide(act)
    one, other = finding(ledger, kept), finding(ledger, kept, "meeting")
    with pytest.raises(RefusedDecision, match="of one kind"):
        ledger.decide(Act("merge", one.id, "Ada", AT, other.id))


def test_a_deactivated_reviewer_decides_no_more_and_what_was_decided_stays(ledger, kept):
    id = finding(ledger, kept).id
    ledger.decide(Act("reject", id, "Ada", later(1)))
    ledger.dismiss("Ada", at=later(2))
    with pytest.raises(RefusedDecision, match="Ada was deactivated"):
        ledger.decide(Act("accept", id, "Ada", later(3)))
    assert [(r.name, bool(r.until)) for r in ledger.reviewers()] == [("Ada", True)]
    assert ledger.decided(kept).reviews == {id: "rejected"}
    ledger.enlist("Ada", at=later(4))
    ledger.decide(Act("accept", id, "Ada", later(5)))
    assert ledger.decided(kept).reviews == {id: "confirmed"}


def test_decisions_outlive_a_newer_reader(ledger, kept):
    found = finding(ledger, kept)
    ledger.decide(Act("change", found.id, "Ada", AT, role="strength", values=(Value("agreed"),)))
    ledger.keep(bridge().reading("reader-2"), at=AT)
    assert finding(ledger, kept).values("strength") == ("agreed",)
    assert ledger.decided(kept).orphans == ()


def test_what_was_rejected_does_not_return_under_a_newer_reader_nor_in_another_form(ledger, kept):
    found = finding(ledger, kept)
    ledger.decide(Act("reject", found.id, "Ada", AT))
    ledger.keep(bridge().reading("reader-2"), at=AT)
    assert [f.kind for f in ledger.decided(kept).reading.findings] == ["meeting"]
    newer = bridge()
    newer.findings.pop()
    newer.find("commitment", "build the bridge over the Svinesund by the end of 2027", by="Norway")
    ledger.keep(newer.reading("reader-3"), at=AT)
    said = ledger.decided(kept)
    assert [f.kind for f in said.reading.findings] == ["meeting"]
    ((held, by),) = said.held
    assert (by, held.span.of(BRIDGE)) == (found.id, "build the bridge over the Svinesund by the end of 2027")
    ledger.decide(Act("accept", held.id, "Ben", AT))
    assert finding(ledger, kept).id == held.id


def test_a_decision_whose_finding_moved_waits_with_its_likeliest_heir(ledger, kept):
    found = finding(ledger, kept)
    ledger.decide(Act("accept", found.id, "Ada", AT))
    newer = bridge()
    newer.findings.pop()
    newer.find("commitment", "build the bridge", by="Norway", strength="pledged")
    ledger.keep(newer.reading("reader-2"), at=AT)
    (orphan,) = ledger.decided(kept).orphans
    assert (orphan.finding.id, orphan.review) == (found.id, "confirmed")
    assert orphan.heir.span.of(BRIDGE) == "build the bridge"
    assert orphan.heir.id not in ledger.decided(kept).reviews
    ledger.decide(Act("carry", found.id, "Ada", AT, orphan.heir.id))
    said = ledger.decided(kept)
    assert (said.orphans, said.reviews) == ((), {orphan.heir.id: "confirmed"})


def test_a_decision_whose_sentence_is_gone_is_orphaned_and_not_moved_to_its_look_alike(ledger):
    report = ledger.keep(promise(TWICE, 0).reading(), at=AT).report
    found = finding(ledger, report)
    ledger.decide(Act("reject", found.id, "Ada", AT))
    ledger.keep(promise(TWICE, 1).reading("reader-2"), at=AT)
    said = ledger.decided(report)
    assert [f.span.start for f in said.reading.findings] == [TWICE.rindex("build")]
    assert [(orphan.finding.id, orphan.heir) for orphan in said.orphans] == [(found.id, None)]


def test_an_accepted_finding_that_a_newer_reader_misses_still_counts(ledger, kept):
    found = finding(ledger, kept)
    ledger.decide(Act("accept", found.id, "Ada", AT))
    newer = bridge()
    newer.findings.pop()
    ledger.keep(newer.reading("reader-2"), at=AT)
    assert finding(ledger, kept) == found
    assert [orphan.heir for orphan in ledger.decided(kept).orphans] == [None]


def test_a_removed_report_is_no_source_until_that_is_withdrawn(ledger, kept):
    gone = ledger.decide(Act("remove", kept, "Ada", AT, note="a hoax"))
    assert ledger.decided(kept).reading.findings == ()
    assert ledger.report(kept).text == BRIDGE
    ledger.decide(Act("withdraw", gone.id, "Ada", AT))
    assert len(ledger.decided(kept).reading.findings) == 2
