"""What a sentence tells of one promise: the cue where it speaks of it counts, and delivered is only the very act."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from tests.matching.made import CANADA, LATVIA, NORWAY, telling, undertaking

from readout.lang.pack import read_yaml
from readout.matching.acts import is_meeting, is_open_ended
from readout.matching.cues import clause_break, cue_in, unblamed
from readout.matching.effects import said_of
from readout.matching.evidence import weigh
from readout.matching.standing import standing_of
from readout.matching.words import words_of

FOLLOW_UP = read_yaml("en", "matching", "follow_up.yaml")
LATER = "2022-09-01"


def effect(action: str, quote: str, told: str = LATER, **more: object) -> str:
    """What a later sentence tells of an action."""
    return said_of(undertaking(action, **more), telling(quote, told)).effect  # type: ignore[arg-type]


@pytest.mark.parametrize("row", FOLLOW_UP["acts"], ids=lambda row: row["id"])
def test_each_act_is_delivered_by_its_own_example_and_by_no_mere_news_of_it(row: dict[str, str]) -> None:
    assert effect(row["promise"], row["done"]) == "delivered"
    assert (
        effect(row["promise"], f"Work is under way: the ministers noted progress on this promise to {row['promise']}.")
        != "delivered"
    )


@pytest.mark.parametrize("row", FOLLOW_UP["open_ended"], ids=lambda row: row["id"])
def test_what_only_goes_on_is_delivered_by_nothing(row: dict[str, str]) -> None:
    assert is_open_ended(words_of(row["example"]))
    assert effect(row["example"], "Norway provided Latvia with patrol boats.") == "in progress"


def test_of_several_news_in_a_sentence_each_promise_has_its_own() -> None:
    quote = (
        "They welcomed the signing of the Liepaja ferry treaty; work on the Daugava bridge is under way; and they reaffirmed the training "
        "of sappers."
    )
    assert effect("sign the Liepaja ferry treaty", quote) == "delivered"
    assert effect("build a bridge over the Daugava", quote) == "in progress"
    assert effect("continue the training of sappers", quote) == "reaffirmed"


def test_another_act_with_the_thing_is_progress_and_no_delivery() -> None:
    assert effect("operate six CB90 patrol boats", "Norway sent six CB90 patrol boats to the yard.") == "in progress"


def test_another_sum_than_the_promised_one_is_no_delivery() -> None:
    promise, quote = "provide $500 million for the harbour of Liepaja", "Norway provided {} for the harbour of Liepaja."
    assert effect(promise, quote.format("$500 million")) == "delivered"
    assert effect(promise, quote.format("money")) == "in progress"
    assert (
        effect("provide 1.2 billion euros for the harbour", "Norway provided 3 billion euros for the harbour.")
        == "in progress"
    )


def test_what_is_to_be_in_a_later_year_is_not_done() -> None:
    quote = "They spoke of the next ferry summit hosted by Norway in 2025."
    assert effect("host the ferry summit", quote, told="2024-09-01") == "in progress"
    assert effect("host the ferry summit", quote, told="2025-09-01") == "delivered"


@pytest.mark.parametrize("row", FOLLOW_UP["clauses"], ids=lambda row: row["id"])
def test_each_word_that_begins_a_clause_parts_what_is_told_in_its_own_example(row: dict[str, Any]) -> None:
    before, behind = clause_break("en").split(row["example"])
    assert "bridge" in behind and "bridge" not in before


@pytest.mark.parametrize("row", FOLLOW_UP["clauses"], ids=lambda row: row["id"])
def test_a_wish_reaches_over_a_clause_unless_its_first_word_ends_wishes(row: dict[str, Any]) -> None:
    assert bool(cue_in(row["example"])) is row["ends_wishes"]


@pytest.mark.parametrize("row", FOLLOW_UP["ahead"], ids=lambda row: row["id"])
def test_each_way_to_name_a_year_ahead_keeps_its_own_example_from_being_done(row: dict[str, Any]) -> None:
    assert effect("host the ferry summit", row["example"], told="2098-09-01") == "in progress"
    assert effect("host the ferry summit", row["example"], told="2099-09-01") == "delivered"


def test_a_meeting_that_has_its_year_is_not_held_before_it() -> None:
    quote = "Norway hosted the ferry summit with success."
    assert effect("host the ferry summit", quote, told="2023-09-01", due="2024") == "in progress"
    assert effect("host the ferry summit", quote, told="2024-09-01", due="2024") == "delivered"


def test_what_was_only_proposed_is_delivered_by_no_words_alone() -> None:
    assert effect("donate six patrol boats", "Norway donated six patrol boats.", strength="proposed") == "in progress"


def test_a_meeting_told_of_long_after_its_time_changes_no_status() -> None:
    promise = undertaking("meet with Foreign Minister Edgars Liepins in Riga")
    quote = "Minister Solberg met with Foreign Minister Edgars Liepins in Riga."
    soon, late = (weigh(promise, [telling(quote, told)]) for told in ("2022-03-10", "2023-03-10"))
    assert [(e.sure, e.effect) for e in (*soon, *late)] == [(True, "delivered"), (False, "delivered")]


def test_the_next_meeting_of_what_both_name_by_its_acronym_is_shown_however_late() -> None:
    promise = undertaking("undertake a midterm review of the NOLA in September", due="2022-09")
    (news,) = weigh(
        promise, [telling("The deputies of both sides held a first review of the NOLA in Riga.", "2023-06-01")]
    )
    assert (news.effect, news.sure) == ("delivered", False)
    assert not weigh(
        promise, [telling("Both sides look at the NOLA as a success, says a speech in Riga.", "2023-06-01")]
    )


def test_to_hold_somebody_accountable_is_no_meeting() -> None:
    assert is_meeting(words_of("hold a forum on fisheries in Riga"))
    assert not is_meeting(words_of("hold the captains of the trawlers accountable for the damage"))


def test_what_somebody_is_blamed_for_is_nothing_that_was_promised_again() -> None:
    blame = "Reaffirming their ties, the ministers condemned illegal trawling, raids and threats, and committed to patrol the gulf."
    assert unblamed(blame) == "Reaffirming their ties, the ministers committed to patrol the gulf."
    assert unblamed("The ministers committed to patrol it.") == "The ministers committed to patrol it."
    assert unblamed("The ministers condemned the raids.") == "The ministers "


@pytest.mark.parametrize("row", FOLLOW_UP["promises"], ids=lambda row: row["id"])
def test_a_sentence_that_blames_goes_on_to_promise_in_its_own_example(row: dict[str, Any]) -> None:
    assert unblamed(row["example"]) == "The ministers pledged to mend it."


def test_of_what_nobody_is_known_to_have_promised_more_is_asked() -> None:
    quote = telling("Norway delivered patrol boats to the coast guard of Latvia, and timber to the harbour.", LATER)
    promise = undertaking(
        "deliver six patrol boats with radars to the coast guard of Latvia and of Estonia in the spring"
    )
    (known,), (unknown,) = weigh(promise, [quote]), weigh(replace(promise, by=frozenset()), [quote])
    assert known.sure and not unknown.sure and known.score == unknown.score


COAST_GUARD = "which will help the coast guard and the pilots of the gulf to find ships in distress"


@pytest.mark.parametrize(
    ("action", "quote", "sure"),
    [
        ("procure PX-7B patrol craft", f"They welcomed progress in the procurement of nine PX-7B, {COAST_GUARD}.", True),
        ("procure PX-7B patrol craft", f"They welcomed the letter of request to procure nine PX-7B, {COAST_GUARD}.", True),
        ("procure PX-7B patrol craft", f"They welcomed progress in the training on PX-7B, {COAST_GUARD}.", False),
        ("procure PX-7B patrol craft", f"They reaffirmed the procurement of nine PX-7B, {COAST_GUARD}.", False),
        ("procure vessels by the C5+1", f"They welcomed progress in the procurement of boats by the C5+1, {COAST_GUARD}.", False),
    ],
    ids=["progress", "ordering", "another act", "no progress", "a side's name"],
)  # fmt: skip
def test_progress_with_a_thing_that_both_name_by_its_code_is_sure(action: str, quote: str, sure: bool) -> None:
    made = undertaking(action)
    assert any(e.sure for e in weigh(made, [telling(quote, LATER)])) == sure
    assert not any(e.sure for e in weigh(replace(made, by=frozenset()), [telling(quote, LATER)]))


@pytest.mark.parametrize(
    "quote",
    [
        "They condemned the ongoing aggression in the gulf.",
        "The minister provided an update on the ferries.",
        "They spoke of the fishermen held by the pirates.",
        "The ASEAN-led forum is of weight.",
        "The ministers discussed the opening of the ferry line.",
    ],
)
def test_words_that_tell_of_something_else_are_no_news(quote: str) -> None:
    assert cue_in(quote) is None


def test_evidence_hangs_on_the_words_of_an_action_and_not_on_its_wording() -> None:
    promise = undertaking("continue to provide six CB90 patrol boats to Latvia")
    told = telling("Norway provided six CB90 patrol boats to Latvia.", LATER)
    (full,), (bare,) = weigh(promise, [told]), weigh(replace(promise, action=""), [told])
    assert full == bare


@pytest.mark.parametrize(
    ("tellers", "by", "parties", "standing"),
    [
        ({NORWAY}, {NORWAY}, {NORWAY, LATVIA}, "promiser"),
        ({NORWAY, LATVIA}, {NORWAY}, {NORWAY, LATVIA}, "other side"),
        ({CANADA}, {NORWAY}, {NORWAY, LATVIA}, "third"),
        ({NORWAY}, {"NATO"}, {"NATO", "Ukraine"}, "promiser"),
        ({CANADA}, {"Ukraine"}, {"NATO", "Ukraine"}, "other side"),
        ({"Departments of Ferries, Harbours"}, {NORWAY}, {NORWAY, LATVIA}, "unknown"),
        (set(), {NORWAY}, {NORWAY, LATVIA}, "unknown"),
    ],
)
def test_a_member_of_a_group_that_promised_it_confirms_nothing_and_an_unknown_voice_neither(
    tellers: set[str], by: set[str], parties: set[str], standing: str
) -> None:
    assert standing_of(frozenset(tellers), frozenset(by), frozenset(parties)) == standing
