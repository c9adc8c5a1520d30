"""Laws of reading, on words of our own and on any words at all."""

from __future__ import annotations

import json
import pickle
from contextlib import suppress

import pytest
from benches.corpus import faults
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.reading.reader import READER

from readout import read
from readout.lang import Rule, every_rule
from readout.model import ReadoutError, kinds
from readout.reading.finders import rules_alone

REPORT = (
    "date 2023-03-10 Foreign Minister of Norway Anniken Huitfeldt met with Foreign Minister of Latvia Edgars Rinkevics in Riga, "
    "Example.lv reports with reference to the press service of the Ministry of Foreign Affairs.\n"
    'Our ports have waited long for this line. The first ship will sail in May," Anniken Huitfeldt said.\n'
    "The sides agreed to open a ferry line by the end of 2024."
)


def test_a_report_gives_its_meeting_its_quote_and_its_commitment() -> None:
    reading = read(REPORT)
    (meeting,) = reading.of_kind("meeting")
    assert set(meeting.values("participants")) == {"Anniken Huitfeldt", "Edgars Rinkevics"}
    assert meeting.values("place") == ("Riga",)
    assert reading.quote(reading.of_kind("statement")[0]).startswith("Our ports have waited long")
    agreed = next(f for f in reading.of_kind("commitment") if f.values("strength") == ("agreed",))
    assert set(agreed.values("by")) == {"Norway", "Latvia"}
    assert agreed.values("due") == ("2024-12-31",)


def test_provenance_is_read_and_is_no_statement() -> None:
    report = read(REPORT).report
    assert report.outlet is not None
    assert report.outlet.value == "Example.lv"
    assert report.credited is not None
    assert report.credited.value.startswith("press service of the Ministry")
    assert report.date == "2023-03-10"


def test_every_slot_quotes_the_text_it_names() -> None:
    reading = read(REPORT)
    for finding in reading.findings:
        for slot in finding.slots:
            assert slot.span is None or slot.span.end <= len(REPORT)
            if slot.role in ("cue", "due_text", "amount") and slot.span:
                assert slot.span.of(REPORT) == slot.value
        assert {slot.role for slot in finding.slots} <= set(kinds()[finding.kind].roles)


def test_the_same_text_gives_the_same_bytes_also_from_a_pickled_reader() -> None:
    other = pickle.loads(pickle.dumps(READER))
    assert json.dumps(READER.read(REPORT).to_dict()) == json.dumps(other.read(REPORT).to_dict())


@given(st.text(min_size=1, max_size=300))
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_reading_never_raises_but_a_clear_error_on_any_text(text: str) -> None:
    with suppress(ReadoutError):
        READER.read(text)


PIECES = st.sampled_from(
    [
        "The President of Latvia met with the Prime Minister of Norway",
        "“We will build the ferry",
        "said Jonas Gahr Støre, and",
        "they agreed that the sides will",
        "sign the memorandum by the end of",
        "on February 30 the",
        "in the first quarter of 2025, the",
        "which was promised on 31 June of the",
        "Ms. Huitfeldt told his counterpart of the",
        "the two leaders’ joint statement of the",
        "$5 billion",
        "\n",
        "\u00a0",
        "”",
        ":",
    ]
)
STRANGE = st.text(st.characters(), max_size=8)


@given(st.lists(PIECES | STRANGE, min_size=1, max_size=30), st.sampled_from(["", " ", "\u2028", "\u00a0"]))
@settings(max_examples=120, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_every_span_lies_in_the_text_and_quotes_it_whatever_stands_between_its_words(
    parts: list[str], gap: str
) -> None:
    text = gap.join(["The ministers of the two states met with the press of the capital that day.", *parts])
    reading = READER.read(text, date="2023-03-10")
    assert not list(faults(reading))


def test_a_cue_that_is_read_as_repaired_quotes_the_damaged_text() -> None:
    parts = [
        "they agreed that the sides will",
        "\u00c5\u0080",
        "in the first quarter of 2025, the",
        "“We will build the ferry",
    ]
    text = " ".join(["The ministers of the two states met with the press of the capital that day.", *parts])
    assert not list(faults(READER.read(text, date="2023-03-10")))


@pytest.mark.parametrize("rule", list(every_rule()), ids=lambda rule: rule.id)
def test_a_rule_finds_its_own_example(rule: Rule) -> None:
    scene = READER.scene(rule.example, title=rule.fields.get("headline"), date="2023-03-10")
    mine = [f for f in rules_alone(scene) if f.rule == rule.id]
    assert mine, f"{rule.id} finds nothing in its example"
    assert any(_says(f, rule, rule.example) for f in mine)


def _says(finding, rule: Rule, text: str) -> bool:  # type: ignore[no-untyped-def]
    for role, wanted in rule.finds.items():
        if role in ("action", "title", "name", "about"):
            if str(wanted) not in finding.span.of(text):
                return False
        elif isinstance(wanted, list):
            if not set(wanted) <= {str(v) for v in finding.values(role)}:
                return False
        elif wanted not in finding.values(role):
            return False
    return True


def test_the_fingerprint_names_code_language_pack_and_model() -> None:
    code, pack, model = READER.fingerprint.split("+")
    assert code.startswith("readout-")
    assert pack.startswith("en.")
    assert model.startswith("readout_en.")
    assert read(REPORT).reader == READER.fingerprint
