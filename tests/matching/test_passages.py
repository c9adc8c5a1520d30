"""The same document or project under much the same name is one; the same words are the same statement, for a week."""

from __future__ import annotations

from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from readout.matching.grouping import grouped
from readout.matching.passages import Passage, may_be_one_thing, passages, same_passage
from readout.model import Actor, Finding, Reading, Report, Slot, Span, Stated

SIDES = ("Norway", "Latvia", "Canada")
ROLES = {"agreement": "parties", "project": "participants", "statement": "speaker", "progress": "actors"}


def passage(
    kind: str, words: str, told: str | None = "2024-05-01", sides: tuple[str, ...] = ("Norway", "Latvia")
) -> Passage:
    """A passage that stands in a report of its own."""
    actors = {name: Actor(name, "country", (), ()) for name in SIDES}
    slots = tuple(Slot(ROLES[kind], side, None, actors[side].id) for side in sides)
    finding = Finding(kind, f"{words} {told}", Span(0, len(words)), slots, f"en.{kind}.hand", 0.9)
    report = Report(f"{words} {told}", words, published=Stated(told) if told else None)
    (found,) = passages(Reading(report, "hand", tuple(actors.values()), (finding,)))
    return found


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Liepaja Ferry Treaty", "the Ferry Treaty of Liepaja"),
        ("Bergen Declaration on Fishing and Protection", "the Bergen Declaration on Fishing and Protection of Cod"),
        ("updated Harbour Partnership Charter", "Norway-Latvia Harbour Partnership Charter"),
    ],
)
@pytest.mark.parametrize("kind", ["agreement", "project"])
def test_a_document_or_project_under_much_the_same_name_is_one_also_years_later(
    kind: str, one: str, other: str
) -> None:
    assert same_passage(passage(kind, one), passage(kind, other, "2026-02-01"))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Norway-Latvia Ferry Treaty", "Norway-Latvia Fishing Protocol"),
        ("commitments in Latvia", "the Government of Latvia"),
        ("a loan of $20 million for the harbour of Liepaja", "a loan of $35 million for the harbour of Liepaja"),
        ("the CB90 patrol boat project", "the HX33 patrol boat project"),
    ],
)
def test_the_names_of_the_parties_a_sum_or_a_code_make_no_two_things_one(one: str, other: str) -> None:
    assert same_passage(passage("project", one), passage("project", other)) is None


def test_a_treaty_with_one_country_is_not_that_with_another() -> None:
    words = "Sevres Harbour Pilotage Treaty"
    assert same_passage(passage("agreement", words), passage("agreement", words, sides=("Norway", "Canada"))) is None


@pytest.mark.parametrize("kind", ["statement", "progress"])
def test_the_same_words_of_the_same_speaker_are_one_for_a_week_and_other_words_never(kind: str) -> None:
    words = "The harbour will be ready for the first ship."
    said = passage(kind, words, sides=("Norway",))
    assert same_passage(said, passage(kind, words.upper(), "2024-05-08", ("Norway",)))
    assert same_passage(said, passage(kind, words, "2024-06-08", ("Norway",))) is None
    assert same_passage(said, passage(kind, words, sides=("Latvia",))) is None
    assert same_passage(said, passage(kind, "The harbour is not ready.", sides=("Norway",))) is None


def test_what_is_not_of_one_kind_is_not_the_same() -> None:
    assert (
        same_passage(passage("agreement", "Liepaja Ferry Treaty"), passage("project", "Liepaja Ferry Treaty")) is None
    )


def test_a_chain_of_likenesses_binds_no_two_things_that_share_little() -> None:
    names = [
        "Liepaja Ferry Pilotage Harbour Treaty",
        "Pilotage Harbour Treaty and Amber Museum Protocol",
        "Amber Museum Protocol",
    ]
    found = [passage("agreement", name, f"2024-05-0{day}") for day, name in enumerate(names, 1)]
    links = [(score, a.id, b.id) for a, b in combinations(found, 2) if (score := same_passage(a, b))]
    assert not may_be_one_thing(found[0], found[2])
    assert all(len(group) < 3 for group in grouped({p.id: p for p in found}, links, may_be_one_thing))


any_passage = st.builds(
    passage,
    st.sampled_from(["agreement", "project", "statement"]),
    st.sampled_from(["Liepaja Ferry Treaty", "the Ferry Treaty of Liepaja", "Amber Museum Protocol", "a pact"]),
    st.sampled_from(["2024-05-01", "2024-05-04", "2025-01-01", None]),
    st.sampled_from([("Norway", "Latvia"), ("Norway",), ("Norway", "Canada")]),
)


@given(any_passage, any_passage)
def test_being_the_same_is_symmetric_and_the_same_share_a_blocking_key(one: Passage, other: Passage) -> None:
    assert same_passage(one, other) == same_passage(other, one)
    if one.id != other.id and same_passage(one, other):
        assert set(one.keys) & set(other.keys)


@given(any_passage, any_passage)
def test_what_is_seen_of_passages_decides_alone_whether_they_may_be_one_thing(one: Passage, other: Passage) -> None:
    if one.kind == other.kind:
        assert may_be_one_thing(one, other) == may_be_one_thing(one.judged, other.judged)


@pytest.mark.parametrize("words", ["new Memorandum of Understanding", "the joint statement", "historic trade deal"])
def test_words_that_name_no_document_are_one_only_within_days_between_the_very_same_sides(words: str) -> None:
    here = passage("agreement", words)
    assert same_passage(here, passage("agreement", words, "2024-05-03"))
    assert same_passage(here, passage("agreement", words, "2024-09-01")) is None
    assert same_passage(here, passage("agreement", words, "2024-05-03", SIDES)) is None


def test_the_very_same_sides_call_a_document_by_few_words_also_years_later() -> None:
    treaty = passage("agreement", "the Defense Treaty")
    assert same_passage(treaty, passage("agreement", "Norway-Latvia Defense Treaty", "2026-02-01"))
    assert same_passage(treaty, passage("agreement", "the Defense Treaty", "2026-02-01", SIDES)) is None
    project = passage("project", "the Defense Centre")
    assert same_passage(project, passage("project", "the Defense Centre", "2026-02-01")) is None


def test_a_document_may_have_its_name_from_a_capital_of_its_sides() -> None:
    riga = passage("agreement", "the Riga agreements")
    assert same_passage(riga, passage("agreement", "the Riga agreements", "2026-02-01"))
    assert same_passage(riga, passage("agreement", "the Latvian agreements")) is None
