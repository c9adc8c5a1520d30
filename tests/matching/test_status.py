"""What became of a commitment: each change of status names its sentence, its date and who says so."""

from __future__ import annotations

from dataclasses import replace
from itertools import permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.matching.made import CANADA, LATVIA, telling, undertaking

from readout.lang.pack import read_yaml
from readout.matching.cues import cue_in
from readout.matching.evidence import follow, weigh
from readout.matching.status import Ruling, status
from readout.matching.tellings import Telling, tellings
from readout.model import Actor, Reading, Report, Span, Stated

FOLLOW_UP = read_yaml("en", "matching", "follow_up.yaml")
PROMISE = undertaking("deliver six CB90 patrol boats to Latvia by the end of 2023", due="2023-12-31")
PROGRESS = telling("Work on the six CB90 patrol boats for Latvia is under way.", "2022-09-01")
DELAYED = telling("The delivery of the CB90 patrol boats to Latvia was postponed.", "2023-06-01")
CLAIMED = telling("Norway delivered the six CB90 patrol boats to Latvia.", "2023-11-01")
CONFIRMED = telling("Latvia thanked Norway: the six CB90 patrol boats were delivered.", "2023-11-20", by=LATVIA)
DENIED = telling("The CB90 patrol boats for Latvia have not yet been delivered.", "2023-12-01", by=LATVIA)
OTHER = telling("Norway delivered the new timber harbour cranes to Latvia.", "2023-11-02")


def outcome(*told: Telling) -> str:
    return status(PROMISE, weigh(PROMISE, told)).outcome


def test_silence_stays_no_later_report() -> None:
    assert outcome() == "no later report"
    assert outcome(OTHER) == "no later report"
    assert status(PROMISE, (), as_of="2024-05-01").outcome == "no later report"


@pytest.mark.parametrize(
    ("told", "expected"),
    [
        ([PROGRESS], "in progress"),
        ([PROGRESS, DELAYED], "delayed"),
        ([PROGRESS, CLAIMED], "delivered, claimed"),
        ([CLAIMED, CONFIRMED], "delivered, confirmed"),
        ([CLAIMED, DENIED], "conflicting"),
        ([DELAYED, CLAIMED], "delivered, claimed"),
    ],
)
def test_the_outcome_follows_the_evidence_in_any_order_of_import(told: list[Telling], expected: str) -> None:
    for order in permutations(told):
        assert outcome(*order) == expected


def test_a_status_falls_back_when_its_report_is_removed() -> None:
    assert outcome(PROGRESS, CLAIMED) == "delivered, claimed"
    assert outcome(PROGRESS) == "in progress"


def test_each_change_names_its_sentence_its_date_and_who_says_so() -> None:
    changes = status(PROMISE, weigh(PROMISE, [PROGRESS, CLAIMED])).changes
    outcomes = [c for c in changes if c.field == "outcome"]
    assert [(c.before, c.after) for c in outcomes] == [
        ("no later report", "in progress"),
        ("in progress", "delivered, claimed"),
    ]
    assert [(c.date, c.who, c.quote) for c in outcomes] == [(t.told, t.who, t.quote) for t in (PROGRESS, CLAIMED)]


def test_time_is_worked_out_as_of_a_date_and_knows_no_outcome() -> None:
    times = {day: status(PROMISE, (), as_of=day).time for day in ("2023-01-01", "2023-12-01", "2024-01-01")}
    assert times == {"2023-01-01": "due", "2023-12-01": "due soon", "2024-01-01": "past due"}
    assert status(undertaking("deliver boats"), (), as_of="2024-01-01").time == "none"


@pytest.mark.parametrize("told", [CLAIMED, CONFIRMED])
def test_what_was_delivered_is_not_past_due(told: Telling) -> None:
    assert status(PROMISE, weigh(PROMISE, [told]), as_of="2024-06-01").time == "none"
    assert status(PROMISE, weigh(PROMISE, [PROGRESS]), as_of="2024-06-01").time == "past due"


def test_what_a_person_set_to_delivered_is_not_past_due_either() -> None:
    ruling = Ruling("set", "Ilze", "2024-01-10T09:00:00", outcome="delivered, confirmed", note="Seen in port.")
    assert status(PROMISE, (), [ruling], as_of="2024-06-01").time == "none"


def test_a_year_is_past_due_only_when_all_of_it_has_passed() -> None:
    by_year = undertaking("deliver boats", due="2023")
    assert status(by_year, (), as_of="2023-12-31").time == "due soon"
    assert status(by_year, (), as_of="2024-01-01").time == "past due"


def test_a_person_s_word_stands_over_the_machine_s() -> None:
    ruling = Ruling("set", "Ilze", "2024-01-10T09:00:00", outcome="not delivered", note="Asked the ministry.")
    after = status(PROMISE, weigh(PROMISE, [CLAIMED]), [ruling])
    assert (after.outcome, after.review) == ("not delivered", "corrected")
    assert (after.changes[-1].who, after.changes[-1].quote) == ("Ilze", "Asked the ministry.")


def test_two_persons_who_contradict_one_another_leave_it_disputed() -> None:
    said = [Ruling("accept", "Ilze", "2024-01-10"), Ruling("reject", "Jonas", "2024-01-11")]
    assert status(PROMISE, (), said).review == "disputed"


def test_an_umbrella_is_kept_and_never_counted() -> None:
    umbrella = undertaking("implement the agreements reached", umbrella=True)
    assert not status(umbrella, ()).counted
    assert weigh(umbrella, [CLAIMED]) == ()


def test_news_of_other_parties_is_no_evidence() -> None:
    elsewhere = telling("Canada delivered six CB90 patrol boats.", "2023-11-01", by=CANADA, about=(CANADA,))
    assert weigh(PROMISE, [elsewhere]) == ()


def test_a_record_s_later_restatement_is_evidence_too() -> None:
    again = undertaking("deliver six CB90 patrol boats to Latvia", told="2022-10-01")
    told = follow([again, PROMISE], [*weigh(again, [CLAIMED]), *weigh(PROMISE, [CLAIMED])])
    assert [(e.effect, e.told) for e in told] == [("reaffirmed", "2022-10-01"), ("delivered", "2023-11-01")]


def test_whoever_promised_it_in_any_telling_does_not_confirm_it() -> None:
    both = undertaking("deliver six CB90 patrol boats to Latvia", told="2022-03-02", by=("Norway", LATVIA))
    (alone,) = follow([PROMISE], weigh(PROMISE, [CONFIRMED]))
    (together,) = follow([PROMISE, both], [*weigh(PROMISE, [CONFIRMED]), *weigh(both, [CONFIRMED])])
    assert (alone.standing, together.standing) == ("other side", "promiser")


@given(st.permutations([PROGRESS, DELAYED, CLAIMED, CONFIRMED, DENIED, OTHER]), st.integers(0, 6))
def test_status_depends_on_the_set_of_reports_alone(order: list[Telling], size: int) -> None:
    kept = order[:size]
    assert status(PROMISE, weigh(PROMISE, kept)) == status(PROMISE, weigh(PROMISE, sorted(kept, key=lambda t: t.quote)))


@pytest.mark.parametrize("row", FOLLOW_UP["follow_up"], ids=lambda row: row["id"])
def test_each_cue_of_follow_up_finds_its_own_example(row: dict[str, str]) -> None:
    cue = cue_in(row["example"])
    assert cue is not None and (cue.id, cue.effect) == (row["id"], row["effect"])


@pytest.mark.parametrize("row", [*FOLLOW_UP["wishes"], *FOLLOW_UP["silences"]], ids=lambda row: row["id"])
def test_a_wish_or_blame_is_no_news(row: dict[str, str]) -> None:
    assert cue_in(row["example"]) is None


def test_what_only_may_be_news_is_shown_and_changes_no_status() -> None:
    promise = undertaking("open a consulate in Daugavpils for the fishermen of the coast")
    vague = telling(
        "The harbour of Liepaja, a consulate in Daugavpils, timber and other matters were talked over and a hall was opened.",
        "2023-01-01",
    )
    (found,) = weigh(promise, [vague])
    assert not found.sure
    assert status(promise, [found]).outcome == "no later report"
    assert status(promise, [replace(found, sure=True)]).outcome != "no later report"


def test_a_row_of_common_words_says_more_than_the_same_words_apart() -> None:
    promise = undertaking("establish a harbour timber working group with Latvia")
    row = telling("Norway and Latvia convened the harbour timber working group.", "2023-01-01")
    apart = telling("Norway and Latvia convened a group at the harbour, working on timber.", "2023-01-01")
    scores = [max((e.score for e in weigh(promise, [told])), default=0.0) for told in (row, apart)]
    assert scores[0] > scores[1]


def test_words_that_turn_the_rest_stand_over_it_and_else_the_first_news_counts() -> None:
    turned, first = (
        "The work continues, and the boats have not yet been delivered.",
        "They hailed the completion of the pact and are working on a new one.",
    )
    assert [cue.effect for text in (turned, first) if (cue := cue_in(text))] == ["delayed", "delivered"]


def test_a_promised_event_is_delivered_when_it_is_held() -> None:
    promise = undertaking("a ministerial meeting of the Nordic Timber Committee in July")
    held = telling("Norway and Latvia held the ministerial meeting of the Nordic Timber Committee.", "2022-07-05")
    assert [e.effect for e in weigh(promise, [held])] == ["delivered"]


@pytest.mark.parametrize(
    ("report", "who", "standing"),
    [
        ({"outlet": "Kremlin"}, "Kremlin", "promiser"),
        ({"outlet": "The Morning Gazette", "credited": "Kremlin"}, "Kremlin", "promiser"),
        ({"outlet": "President of Ukraine"}, "President of Ukraine", "third"),
        ({"outlet": "The Morning Gazette"}, "The Morning Gazette", "unknown"),
        ({}, "the report, which names nobody", "unknown"),
    ],
)
def test_who_says_so_is_the_outlet_or_whom_it_credits_or_nobody(
    report: dict[str, str], who: str, standing: str
) -> None:
    text = "Russia delivered the six CB90 patrol boats to Latvia."
    actors = tuple(
        Actor(name, "country", (), (Span(text.index(name), text.index(name) + 6),)) for name in ("Russia", "Latvia")
    )
    heads = {name: Stated(value) for name, value in report.items()}
    reading = Reading(Report("r", text, published=Stated("2023-11-01"), **heads), "hand", actors, ())  # type: ignore[arg-type]
    promise = undertaking("deliver six CB90 patrol boats to Latvia", by=("Russia",), table=("Russia", "Latvia"))
    (found,) = weigh(promise, tellings(reading))
    assert (found.who, found.standing, found.effect) == (who, standing, "delivered")


@given(st.sampled_from([PROGRESS, DELAYED, CLAIMED, CONFIRMED, DENIED, OTHER]))
def test_evidence_shares_a_blocking_key_with_its_undertaking(told: Telling) -> None:
    assert not weigh(PROMISE, [told]) or set(PROMISE.keys) & set(told.keys)


def test_a_signature_is_delivery_only_for_a_promise_to_sign() -> None:
    to_sign = undertaking("sign the Liepaja Ferry Treaty with Latvia")
    to_run = undertaking("run the ferries of the Liepaja Ferry Treaty for ten years")
    signed = telling("Norway and Latvia signed the Liepaja Ferry Treaty.", "2022-10-01")
    assert [e.effect for e in weigh(to_sign, [signed])] == ["delivered"]
    assert {e.effect for e in weigh(to_run, [signed])} <= {"in progress"}
