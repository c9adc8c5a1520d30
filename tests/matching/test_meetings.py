"""Two sides' accounts of one meeting are one meeting, and nothing else is."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.matching.made import CANADA, LATVIA, NORWAY, account, person, side

from readout.matching.account import Account
from readout.matching.meetings import may_stand_together, meetings, same_encounter

STORE = person("Jonas Gahr Støre", NORWAY)
BARTH = person("Espen Barth Eide", NORWAY)
KARINS = person("Krišjānis Kariņš", LATVIA)
TRUDEAU = person("Justin Trudeau", CANADA)
NAMES = [STORE, BARTH, KARINS, TRUDEAU, side(NORWAY), side(LATVIA), side(CANADA)]

any_account = st.builds(
    lambda parties, day, kind, place, outlet: account(*parties, day=day, kind=kind, place=place, outlet=outlet),
    st.lists(st.sampled_from(NAMES), min_size=1, max_size=4, unique=True),
    st.sampled_from([None, "2022-03-01", "2022-03-02", "2022-03-03"]),
    st.sampled_from(["talks", "call", "visit", "summit", "ceremony"]),
    st.sampled_from([None, "Riga", "Oslo"]),
    st.sampled_from(["Outlet A", "Outlet B"]),
)


def test_an_evening_call_is_the_next_day_for_the_other_side() -> None:
    here = account(STORE, TRUDEAU, day="2022-03-01", kind="call")
    there = account(
        person("Gahr Store", NORWAY), person("J. Trudeau", CANADA), day="2022-03-02", kind="call", outlet="Outlet B"
    )
    assert same_encounter(here, there)


def test_one_outlet_that_names_two_days_means_two_calls() -> None:
    monday, tuesday = (account(STORE, TRUDEAU, day=day, kind="call") for day in ("2022-03-01", "2022-03-02"))
    assert not same_encounter(monday, tuesday)


def test_where_no_outlet_is_known_a_day_that_only_the_report_gives_may_be_the_next_one() -> None:
    named, told = (replace(account(STORE, KARINS, day=day), outlet=None) for day in ("2022-03-01", "2022-03-02"))
    assert same_encounter(named, replace(told, stated=False))
    assert not same_encounter(named, told)


def test_a_person_and_its_country_are_one_side() -> None:
    named = account(STORE, KARINS, day="2022-03-01", kind="call")
    unnamed = account(side(NORWAY), KARINS, day="2022-03-01", kind="call", outlet="Outlet B")
    assert same_encounter(named, unnamed)


def test_a_minister_s_meeting_is_not_the_dialogue_of_delegations_on_the_same_day_in_the_same_place() -> None:
    dialogue = account(side(NORWAY), side(LATVIA), day="2022-03-01", place="Riga")
    assert not same_encounter(account(BARTH, KARINS, day="2022-03-01", place="Riga"), dialogue)
    assert same_encounter(
        dialogue, account(side(NORWAY), side(LATVIA), day="2022-03-01", place="Riga", outlet="Outlet B")
    )


@pytest.mark.parametrize(
    "other",
    [
        account(BARTH, KARINS, day="2022-03-01"),
        account(STORE, KARINS, TRUDEAU, day="2022-03-01"),
        account(STORE, KARINS, day="2022-03-01", kind="call"),
        account(STORE, KARINS, day="2022-03-03"),
        account(STORE, KARINS, day=None),
    ],
    ids=["other minister", "three at the table", "a call", "two days later", "no day known"],
)
def test_another_encounter_of_the_same_countries_stays_another(other: Account) -> None:
    assert not same_encounter(account(STORE, KARINS, day="2022-03-01"), other)


def test_what_one_calls_a_visit_another_calls_talks_of_the_same_two_on_that_day() -> None:
    talks = account(STORE, KARINS, day="2022-03-01", place="Riga")
    visit = account(STORE, KARINS, day="2022-03-01", kind="visit", place="Latvia", outlet="Outlet B")
    assert same_encounter(talks, visit)
    assert not same_encounter(talks, replace(visit, place="Oslo"))
    assert not same_encounter(talks, replace(visit, day="2022-03-02"))
    assert not same_encounter(talks, replace(visit, parties=frozenset((BARTH, KARINS))))


def test_a_kind_by_which_the_same_report_calls_a_meeting_counts_as_its_own() -> None:
    talks, summit = (account(STORE, KARINS, day="2022-03-01", kind=kind) for kind in ("talks", "summit"))
    assert not same_encounter(talks, summit)
    assert same_encounter(talks, replace(summit, also=frozenset(("talks",))))


def test_a_capital_is_in_its_country_where_kinds_differ() -> None:
    talks, summit = (account(STORE, KARINS, day="2022-03-01", kind=kind) for kind in ("talks", "summit"))
    assert same_encounter(replace(talks, place="Riga"), replace(summit, place="Latvia"))
    assert not same_encounter(replace(talks, place="Riga"), replace(summit, place="Norway"))


def test_a_report_on_a_summit_of_three_need_not_name_who_sat_there() -> None:
    named = account(STORE, KARINS, TRUDEAU, day="2022-03-01", kind="summit")
    bare = account(side(NORWAY), side(LATVIA), side(CANADA), day="2022-03-01", kind="summit", outlet="Outlet B")
    assert same_encounter(named, replace(bare, main=True))
    assert not same_encounter(named, bare)
    assert not same_encounter(named, replace(bare, main=True, kind="talks"))


def test_a_group_s_summit_is_that_of_its_members() -> None:
    four = account(*map(side, ("Australia", "India", "Japan", "United States")), day="2022-03-01", kind="summit")
    group = account(side("Quad"), side("India"), side("Japan"), day="2022-03-01", kind="summit", outlet="Outlet B")
    assert same_encounter(four, group)
    assert not same_encounter(four, replace(group, day="2022-03-02"))
    assert not same_encounter(
        four, account(side("AUKUS"), side("India"), side("Japan"), day="2022-03-01", kind="summit")
    )


def test_two_who_are_named_at_the_table_of_their_group_are_of_its_company_and_two_without_it_are_not() -> None:
    albanese, modi, kishida, biden = (
        person("Anthony Albanese", "Australia"),
        person("Narendra Modi", "India"),
        person("Fumio Kishida", "Japan"),
        person("Joe Biden", "United States"),
    )
    four = account(albanese, modi, kishida, biden, day="2022-03-01", kind="summit")
    two = account(modi, biden, side("Quad"), day="2022-03-01", kind="summit", outlet="Outlet B")
    assert same_encounter(four, two)
    assert not same_encounter(four, account(modi, biden, day="2022-03-01", kind="summit", outlet="Outlet B"))
    other = account(modi, person("Kamala Harris", "United States"), side("Quad"), day="2022-03-01", kind="summit")
    assert not same_encounter(four, other)


def test_talks_of_the_same_persons_of_three_sides_are_what_another_report_calls_a_summit() -> None:
    talks = account(STORE, KARINS, TRUDEAU, day="2022-03-01", place="Riga")
    summit = account(STORE, KARINS, TRUDEAU, day="2022-03-01", kind="summit", outlet="Outlet B")
    assert same_encounter(talks, summit)
    assert not same_encounter(talks, replace(summit, place="Oslo"))
    assert not same_encounter(talks, account(BARTH, KARINS, TRUDEAU, day="2022-03-01", kind="summit"))
    assert not same_encounter(
        account(STORE, KARINS, day="2022-03-01"), account(STORE, KARINS, day="2022-03-01", kind="summit")
    )


def test_places_in_two_countries_part_what_is_dated_by_its_report_alone_or_names_few() -> None:
    riga, oslo = (account(STORE, KARINS, day="2022-03-01", place=place) for place in ("Riga", "Oslo"))
    assert same_encounter(riga, oslo)
    assert not same_encounter(riga, replace(oslo, stated=False))
    assert same_encounter(riga, replace(oslo, stated=False, place="Latvia"))
    assert same_encounter(replace(riga, kind="call"), replace(oslo, kind="call", stated=False))


def test_a_desk_does_not_leave_out_whom_its_other_report_is_about() -> None:
    named = account(STORE, KARINS, day="2022-03-01", place="Riga")
    unnamed = account(STORE, side(LATVIA), day="2022-03-01", place="Riga")
    assert same_encounter(named, unnamed)
    assert not same_encounter(replace(named, main=True), replace(unnamed, main=True))
    assert same_encounter(replace(named, main=True), replace(unnamed, main=True, outlet="Outlet B"))


def test_an_account_that_tells_too_little_alone_stands_with_those_of_which_one_is_surely_its_own() -> None:
    named = account(STORE, KARINS, TRUDEAU, day="2022-03-01", kind="summit")
    titled = replace(account(side(NORWAY), side(LATVIA), side(CANADA), day="2022-03-01", kind="summit"), main=True)
    passing = account(side(NORWAY), side(LATVIA), side(CANADA), day="2022-03-01", kind="summit", outlet="Outlet B")
    assert not same_encounter(named, passing)
    assert len(meetings([named, titled, passing])) == 1
    assert len(meetings([named, passing])) == 2
    assert len(meetings([named, titled, replace(passing, kind="call")])) == 2


@given(any_account, any_account)
def test_sameness_of_meetings_is_symmetric(one: Account, other: Account) -> None:
    assert same_encounter(one, other) == same_encounter(other, one)


@given(any_account, any_account)
def test_accounts_of_one_meeting_share_a_blocking_key(one: Account, other: Account) -> None:
    if one.id != other.id and same_encounter(one, other):
        assert set(one.keys) & set(other.keys)


@given(st.lists(any_account, max_size=12), st.randoms())
def test_meetings_do_not_depend_on_the_order_of_import(found: list[Account], random: object) -> None:
    shuffled = list(found)
    random.shuffle(shuffled)  # type: ignore[attr-defined]
    assert meetings(found) == meetings(shuffled)


@given(st.lists(any_account, max_size=12))
def test_no_meeting_holds_two_accounts_that_exclude_one_another(found: list[Account]) -> None:
    table = {one.id: one for one in found}
    for group in meetings(found):
        assert all(may_stand_together(table[a], table[b]) for a in group for b in group)
        assert all(
            any(a == b or same_encounter(table[a], table[b]) for b in group if b != a) for a in group if len(group) > 1
        )


def test_remarks_that_an_outlet_puts_up_a_day_late_are_of_the_talks_whose_day_its_note_names() -> None:
    note = replace(account(STORE, KARINS, day="2022-03-01"), main=True)
    remarks = replace(account(STORE, KARINS, day="2022-03-02"), main=True, dateless=True)
    assert same_encounter(note, remarks)
    assert not same_encounter(note, replace(remarks, dateless=False))
    assert not same_encounter(replace(note, dateless=True), remarks)
    assert not same_encounter(replace(note, kind="call"), replace(remarks, kind="call"))
    assert not same_encounter(note, replace(remarks, main=False))
    assert not same_encounter(replace(note, day="2022-03-03"), remarks)
    next_note = replace(account(STORE, KARINS, day="2022-03-02", place="Riga"), main=True)
    assert sorted(map(len, meetings((note, remarks, next_note)))) == [1, 2]


def test_an_event_of_one_name_is_one_meeting_though_one_report_names_nobody_who_came() -> None:
    dialogue = frozenset(("strate", "dialog"))
    bare = replace(account(side(NORWAY), side(LATVIA), day="2022-03-01", kind="consultations"), event=dialogue)
    full = replace(account(STORE, KARINS, day="2022-03-01", kind="summit", outlet="Outlet B"), event=dialogue)
    assert same_encounter(bare, full)
    assert not same_encounter(bare, replace(full, event=frozenset(("joint", "commit"))))
    assert not same_encounter(bare, replace(full, event=frozenset()))
    assert not same_encounter(bare, replace(full, day="2022-03-02"))
    other = replace(full, id="another", kind="consultations", parties=frozenset((BARTH, KARINS)))
    assert not same_encounter(other, full)


def test_a_city_is_in_its_country() -> None:
    talks = account(STORE, KARINS, day="2022-03-01", place="Bergen", kind="ceremony")
    assert same_encounter(talks, account(STORE, KARINS, day="2022-03-01", place=NORWAY, kind="ceremony"))
    early = replace(account(STORE, KARINS, day="2022-03-01", place="Bergen"), stated=False)
    assert not same_encounter(early, account(STORE, KARINS, day="2022-03-01", place=LATVIA, outlet="Outlet B"))
