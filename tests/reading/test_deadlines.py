"""Deadlines and amounts: in the text's words, worked out only where these name a time or a figure."""

from __future__ import annotations

import pytest
from tests.reading.reader import READER

from readout.model import Span
from readout.reading.finders.commitments.amounts import amount
from readout.reading.finders.commitments.deadlines import due_words

PUBLISHED = "2022-05-10"


@pytest.mark.parametrize(
    ("words", "due", "precision"),
    [
        ("by the end of 2024", "2024-12-31", "year"),
        ("within 24 hours", "2022-05-11", "day"),
        ("in the first half of next year", "2023-06-30", "half-year"),
        ("by 2030", "2030", "year"),
        ("during the last two months of 2023", "2023-12-31", "year"),
        ("on June 17-18", "2022-06-18", "day"),
        ("by the end of June", "2022-06-30", "day"),
        ("by mid-2025", "2025", "year"),
        ("in 2022-2023", "2023", "year"),
        ("over the next five years", "2027", "year"),
        ("no later than June 30", "2022-06-30", "day"),
        ("on Friday, September 16", "2022-09-16", "day"),
        ("next February", "2023-02", "month"),
        ("in early June", "2022-06", "month"),
        ("this June", "2022-06", "month"),
        ("next month", "2022-06", "month"),
        ("later this month", "2022-05", "month"),
        ("within sixty days", "2022-07-09", "day"),
        ("in fiscal year 2024", "2024", "year"),
        ("in a week", "2022-05-17", "day"),
        ("within a year", "2023", "year"),
        ("by FY 2027", "2027", "year"),
        ("in the second quarter of the year", "2022-06-30", "quarter"),
        ("in the second half of the year", "2022-12-31", "half-year"),
        ("within the year", "2022-12-31", "year"),
        ("by mid-June", "2022-06", "month"),
    ],
)
def test_a_deadline_is_worked_out_with_its_precision_and_keeps_its_words(words: str, due: str, precision: str) -> None:
    text = f"open the line {words}"
    worked, said = due_words(text, Span(0, len(text)), PUBLISHED)
    assert (worked.value, worked.precision) == (due, precision)
    assert said.value == words


def test_a_day_is_read_where_the_space_behind_it_is_lost() -> None:
    text = "host a dinner on June 17to mark the day"
    worked, said = due_words(text, Span(0, len(text)), PUBLISHED)
    assert (worked.value, said.value) == ("2022-06-17", "on June 17")


def test_a_day_is_read_where_its_line_is_broken_before_the_figure() -> None:
    told = READER.read(
        "Norvania's minister Ida Holm will travel to Riga on June\n17. She will host a dinner.", date=PUBLISHED
    )
    assert ("2022-06-17",) in [f.values("due") for f in told.findings if f.kind == "commitment"]


def test_as_soon_as_something_happens_is_no_time() -> None:
    text = "open the line as soon as the ice melts"
    assert due_words(text, Span(0, len(text)), PUBLISHED) == []


def test_a_fiscal_year_that_names_a_budget_is_no_deadline() -> None:
    text = "explain what was requested in the FY 2024 Harbour Budget"
    assert due_words(text, Span(0, len(text)), PUBLISHED) == []


@pytest.mark.parametrize(
    "words",
    [
        "this fall",
        "before the next summit",
        "in the coming weeks",
        "in the near future",
        "before the summer",
        "next quarter",
        "in the spring of 2024",
        "by summer 2025",
        "over the coming year",
        "over the next year",
        "over three years",
    ],
)
def test_a_vague_deadline_stays_words(words: str) -> None:
    text = f"open the line {words}"
    (said,) = due_words(text, Span(0, len(text)), PUBLISHED)
    assert (said.role, said.value) == ("due_text", words)


@pytest.mark.parametrize(
    "words", ["by the end of June", "within sixty days", "by the end of the year", "on Friday", "in October"]
)
def test_a_deadline_stays_words_where_nobody_knows_the_day_of_the_report(words: str) -> None:
    text = f"open the line {words}"
    (said,) = due_words(text, Span(0, len(text)), None)
    assert (said.role, said.value) == ("due_text", words)


def test_a_time_before_the_report_is_no_deadline() -> None:
    text = "lower the duties under the order of April 2, 2020"
    assert due_words(text, Span(0, len(text)), PUBLISHED) == []


@pytest.mark.parametrize(
    "action",
    [
        "meet the challenges of today",
        "follow up on today's conversation",
        "build the foundations of tomorrow's successes",
        "protect the gains of the Good Friday Agreement",
        "decide within six months of entry into force",
        "work on the issues discussed in the telephone conversation today",
        "extend the exclusions, which are due to expire on June 29, 2022",
    ],
)
def test_words_that_date_something_else_are_no_deadline(action: str) -> None:
    assert not [slot for slot in due_words(action, Span(0, len(action)), PUBLISHED) if slot.role == "due"]


def test_the_day_on_which_something_is_announced_is_not_that_on_which_it_is_due() -> None:
    told = READER.read("Today, Norvania is announcing $5 million in assistance to Estland.", date=PUBLISHED)
    assert all(f.one("due") is None for f in told.findings if f.kind == "commitment")


@pytest.mark.parametrize(
    ("words", "figures"),
    [
        ("$30 billion", "30000000000 USD"),
        ("€1.5 billion", "1500000000 EUR"),
        ("500 million euros", "500000000 EUR"),
        ("UAH 20 billion", "20000000000 UAH"),
        ("$2.5-3 billion", "3000000000 USD"),
        ("20,000 tonnes", "20000 tonnes"),
        ("30%", "30 percent"),
    ],
)
def test_an_amount_keeps_its_words_and_gives_its_figures(words: str, figures: str) -> None:
    text = f"provide up to {words} next year"
    said, counted = amount(text, Span(0, len(text)))
    assert (said.value, counted.value) == (words, figures)


def test_an_action_without_a_figure_has_no_amount() -> None:
    text = "provide several million dollars"
    assert amount(text, Span(0, len(text))) == []


@pytest.mark.parametrize(
    ("told", "due"),
    [
        ("This year the Secretary will open a ferry line.", ["2022"]),
        ("In Riga, Latvia, on June 6, the Secretary will open a ferry line.", ["2022-06-06"]),
        ("On June 6, the Secretary plans to open a ferry line.", ["2022-06-06"]),
        ("Today, the Secretary and the Minister reaffirm their commitment to open a ferry line.", []),
        ("Today, Norway and Latvia agreed to open a ferry line.", []),
        ("Today, the Secretary will open a ferry line.", ["2022-05-10"]),
    ],
)
def test_a_time_at_the_head_of_a_sentence_is_due_where_its_verb_lies_ahead(told: str, due: list[str]) -> None:
    text = f"Secretary of State Antony Blinken met with Foreign Minister of Latvia Edgars Rinkevics. {told}"
    reading = READER.read(text, date=PUBLISHED, source="state.gov")
    (found,) = (f for f in reading.of_kind("commitment") if "open a ferry line" in reading.quote(f))
    assert list(found.values("due")) == due


@pytest.mark.parametrize("link", [", where she will", " where she will"])
def test_what_somebody_will_do_where_they_travel_is_an_action_of_its_own(link: str) -> None:
    text = f"Under Secretary Uzra Zeya will travel to Riga on June 6{link} meet with officials of the harbour."
    reading = READER.read(text, date=PUBLISHED, source="state.gov")
    told = [(reading.quote(f), list(f.values("due"))) for f in reading.of_kind("commitment")]
    assert told == [("travel to Riga on June 6", ["2022-06-06"]), ("meet with officials of the harbour", [])]


def test_a_clause_that_tells_which_place_is_meant_stays_with_its_action() -> None:
    text = "Under Secretary Uzra Zeya will open shelters where they will be safe from storms."
    reading = READER.read(text, date=PUBLISHED, source="state.gov")
    assert [reading.quote(f) for f in reading.of_kind("commitment")] == [
        "open shelters where they will be safe from storms"
    ]


@pytest.mark.parametrize("noun", ["resolve", "determination"])
def test_resolve_and_determination_are_intentions(noun: str) -> None:
    text = f"Secretary of State Antony Blinken reaffirmed the {noun} of the United States to open a ferry line."
    (told,) = READER.read(text, date=PUBLISHED, source="state.gov").of_kind("commitment")
    assert told.values("strength") == ("intended",)


@pytest.mark.parametrize(
    ("text", "due"),
    [
        ("Memorandum on ferries: On July 3, the ministers will sign the papers.", "2022-07-03"),
        (
            "In the northern harbours of the Baltic Sea on July 3-4, the ministers will discuss the elections in 2026.",
            "2022-07-04",
        ),
        ("Today, the ministers will discuss how to dredge the port by 2026.", "2026"),
    ],
)
def test_a_day_to_come_at_the_head_of_a_sentence_is_the_deadline(text: str, due: str) -> None:
    told = READER.read(text, date=PUBLISHED).of_kind("commitment")
    assert [f.values("due") for f in told][:1] == [(due,)]


def test_what_is_extended_is_due_at_its_new_end() -> None:
    text = "extend the exclusions, due to expire on June 29, 2022, until November 10, 2023"
    assert [slot.value for slot in due_words(text, Span(0, len(text)), PUBLISHED) if slot.role == "due"] == [
        "2023-11-10"
    ]
