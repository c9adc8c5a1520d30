"""A brief on paper: two sheets of A4 at most, the same bytes each time, references that lead to the reports."""

import gzip
import io
import json
import os
import random
import re
from dataclasses import replace
from pathlib import Path

import pytest
from pypdf import PdfReader
from tests.ledger.conftest import AT, Told

from readout import Asking, Ledger
from readout.asking.brief import Briefed
from readout.asking.brief.answer import Person
from readout.model import MissingInput
from readout.pages.brief import markdown, page, text
from readout.pages.pdf import SETTING, pdf
from readout.reading import Reader

SERIES = Path(__file__).parents[3] / "shared" / "corpus" / "series"
"""Real reports on one pair of countries each; the full suite needs them beside the project."""
PAIRS = {"kazakhstan_russia": ("KZ", "RU"), "us_philippines": ("PH", "US")}
SYLLABLES = ("ba", "do", "fe", "gu", "ki", "lo", "ma", "nu", "pi", "ra", "se", "to", "vu", "wa", "ze")


def busy_ledger(path: Path) -> Ledger:
    """Two sides that undertake, sign and say a hundred long things, no two of them alike."""
    some = random.Random(5)
    ledger = Ledger.open(path)
    for day in range(1, 29):
        date = f"2024-{day % 12 + 1:02}-{day:02}"
        told = Told("", date=date, title=f"Talks of {date}", url=f"https://example.org/{date}")
        said = [" ".join("".join(some.choices(SYLLABLES, k=4)) for _ in range(30)) for _ in range(8)]
        told.text = "Norway and Sweden met in Oslo. " + " ".join(f"It will {words}." for words in said)
        told.country("Norway", "Sweden")
        told.find(
            "meeting", "Norway and Sweden met in Oslo", participants=["Norway", "Sweden"], kind="talks", place="Oslo"
        )
        for number, words in enumerate(said):
            by = (["Norway"], ["Sweden"], ["Norway", "Sweden"])[number % 3]
            strength = ("pledged", "agreed", "proposed")[number % 3]
            told.find("commitment", words, by=by, strength=strength, due=f"202{number}-06-30", specific=True)
        ledger.keep(told.reading(), at=AT)
    return ledger


@pytest.fixture(scope="module")
def busy(tmp_path_factory):
    """The brief on two sides that undertook very much."""
    with busy_ledger(tmp_path_factory.mktemp("busy") / "readout.db") as ledger:
        yield Asking(ledger).brief(Briefed("Norway", "2024-12-31", own="Sweden"))


@pytest.fixture(scope="module")
def printed(busy):
    try:
        return pdf(page(busy))
    except MissingInput as problem:
        if os.environ.get("READOUT_REQUIRE_ALL"):
            raise
        pytest.skip(str(problem))


def sheets(printed: bytes) -> int:
    found = PdfReader(io.BytesIO(printed)).pages
    assert all((round(sheet.mediabox.width), round(sheet.mediabox.height)) == (595, 842) for sheet in found)
    return len(found)


def test_a_brief_on_very_much_is_two_sheets_of_a4(printed):
    assert sheets(printed) == 2


def test_of_very_many_persons_as_many_are_named_as_two_sheets_hold(busy):
    many = tuple(Person(f"Kari Lund {n}", f"Minister {n}", "2024-12-01", 1, (), None) for n in range(90))
    crowded = page(replace(busy, people=many))
    assert 6 <= crowded.count("Kari Lund") < 60
    assert [f"Kari Lund {n}<" in crowded for n in (0, 5, 89)] == [True, True, False]


def test_the_same_brief_is_the_same_pdf_byte_for_byte(busy, printed):
    assert pdf(page(busy)) == printed


def test_what_is_left_out_is_counted_with_the_command_that_shows_it(busy):
    said = page(busy)
    assert re.search(r"and \d+ more: readout timeline --pair .{0,5}Sweden,Norway.{0,5} --as-of 2024-12-31", said)


@pytest.mark.parametrize("form", [markdown, text, page])
def test_every_form_names_the_same_reports_by_the_same_numbers(busy, form):
    said = form(busy)
    used = {int(number) for number in re.findall(r"\[(\d+)\]", said)}
    assert used == set(range(1, len(used) + 1))
    assert len(used) > 3


def test_references_lead_to_the_web_only_where_a_report_has_an_address_there(tmp_path):
    addresses = ("https://example.org/a", "javascript:alert(1)")
    with Ledger.open(tmp_path / "readout.db") as ledger:
        for day, url in enumerate(addresses, 1):
            told = Told("Norway and Sweden met in Oslo.", date=f"2024-05-0{day}", url=url, title=f"<b>No {day}</b>")
            told.country("Norway", "Sweden")
            told.find("meeting", "Norway and Sweden met in Oslo", participants=["Norway", "Sweden"], kind="talks")
            ledger.keep(told.reading(), at=AT)
        said = page(Asking(ledger).brief(Briefed("Norway", "2024-12-31", own="Sweden")))
    assert 'href="https://example.org/a"' in said
    assert "javascript:" not in said
    assert "<b>No 1" not in said
    assert "&lt;b&gt;No 1" in said


def test_without_a_browser_a_pdf_is_refused_with_what_to_do(busy, monkeypatch):
    monkeypatch.setenv(SETTING, "no-such-browser")
    with pytest.raises(MissingInput, match=r"no-such-browser: no such program.*write \.html"):
        pdf(page(busy))


@pytest.fixture(scope="module", params=PAIRS)
def series(request, tmp_path_factory):
    """The two sides of a series of real reports, and a ledger that the real reader filled with them."""
    file = SERIES / f"{request.param}.jsonl.gz"
    if not file.exists():
        pytest.skip(f"{file} is missing")
    with gzip.open(file, "rt", encoding="utf-8") as lines:
        rows = [json.loads(line) for line in lines]
    reader = Reader()
    with Ledger.open(tmp_path_factory.mktemp("series") / "readout.db") as ledger:
        for row in rows:
            given = {key: row.get(key) for key in ("title", "date", "source", "url")}
            ledger.keep(reader.read(row["text"], id=row["id"], **given), at=AT)
        yield PAIRS[request.param], ledger


@pytest.mark.parametrize("day", ["2022-02-10", "2023-07-01", "2026-11-24"])
def test_briefs_from_real_reports_are_two_sheets_of_a4_at_most(series, day):
    (own, other), ledger = series
    found = Asking(ledger).brief(Briefed(other, day, own=own))
    assert sheets(pdf(page(found))) <= 2


def test_a_report_without_a_title_is_cited_by_its_first_words_behind_its_date(tmp_path):
    told = Told("date 2024-05-01 Norway and Sweden met in Oslo. They agreed to meet again.", date="2024-05-01")
    told.country("Norway", "Sweden")
    told.find("meeting", "Norway and Sweden met in Oslo", participants=["Norway", "Sweden"], kind="talks")
    with Ledger.open(tmp_path / "readout.db") as ledger:
        ledger.keep(told.reading(), at=AT)
        assert "Norway and Sweden met in Oslo." in text(
            Asking(ledger).brief(Briefed("Norway", "2024-12-01", own="Sweden"))
        )
