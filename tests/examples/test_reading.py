"""What a person finds in the examples, the reader finds too (facts.yaml)."""

import re
from collections import Counter
from pathlib import Path

import pytest
import yaml

import readout
from readout.model import kinds

EXAMPLES = Path(__file__).parents[2] / "examples"
FACTS = yaml.safe_load(Path(__file__).with_name("facts.yaml").read_text(encoding="utf-8"))
EVERY_FACT = [(name, fact) for name, told in FACTS.items() for fact in told["findings"]]


def label(of: str | dict) -> str:
    """A file, or a fact by its kind and first words, as a test's name shows it."""
    return of.removesuffix(".txt") if isinstance(of, str) else f"{of['kind']}: {of['words'][:40]}"


@pytest.fixture(scope="session")
def readings():
    """Each example as `readout.read` reads it."""
    return {name: readout.read((EXAMPLES / name).read_text(encoding="utf-8")) for name in FACTS}


@pytest.mark.parametrize("name", FACTS, ids=label)
def test_an_example_gives_its_date_of_publication(readings, name):
    assert readings[name].report.date == str(FACTS[name]["published"])


@pytest.mark.parametrize(("name", "fact"), EVERY_FACT, ids=label)
def test_the_reader_finds_what_a_person_finds(readings, name, fact):
    reading = readings[name]
    found = [finding for finding in reading.of_kind(fact["kind"]) if answers(reading, finding, fact)]
    seen = [(reading.quote(finding), slots_of(finding)) for finding in reading.of_kind(fact["kind"])]
    assert found, f"{fact['kind']} not found: {fact['words']!r}; found were {seen}"
    wanted = {role: values(fact, role) for role in fact["slots"]}
    best = max(found, key=lambda finding: sum(holds(finding, role, value) for role, value in wanted.items()))
    wrong = {role: (slots_of(best).get(role), value) for role, value in wanted.items() if not holds(best, role, value)}
    assert not wrong, f"{reading.quote(best)!r}: (found, expected) {wrong}"


def answers(reading, finding, fact) -> bool:
    """True where the finding covers the words by half, or is the meeting of the same participants."""
    parties = values(fact, "participants") if fact["kind"] == "meeting" else []
    if parties and holds(finding, "participants", parties):
        return True
    return likeness(words_of(reading, finding), fact["words"]) >= 0.5


def words_of(reading, finding) -> str:
    """What the finding covers: its parts, where it is interrupted."""
    return " ".join(span.of(reading.report.text) for span in finding.spans or (finding.span,))


def likeness(one: str, other: str) -> float:
    """The F of the words of two texts, as a bag."""
    a, b = (Counter(re.findall(r"\w+", text.lower())) for text in (one, other))
    return 2 * (a & b).total() / (a.total() + b.total())


def values(fact, role) -> list[str]:
    """The values that the facts file gives for a role, as words."""
    return [str(value) for value in fact["slots"].get(role, ())]


def slots_of(finding) -> dict[str, list[str]]:
    """The finding's values by role."""
    return {role: [str(value) for value in finding.values(role)] for role in kinds()[finding.kind].roles}


def holds(finding, role, wanted) -> bool:
    """True where the slot holds the wanted values: all of them, and no others of a list of actors but in a meeting."""
    found = {name_of(value) for value in slots_of(finding)[role]}
    wanted = {name_of(value) for value in wanted}
    return wanted <= found if role == "participants" else wanted == found


def name_of(value: str) -> str:
    """A value without case and stops, and a government as its country."""
    value = re.sub(r"^(?:the )?government of (?:the )?", "", value.lower().strip())
    return re.sub(r"\W+", " ", value).strip()
