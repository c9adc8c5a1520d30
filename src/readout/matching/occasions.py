"""What stands beside a report's main meeting: gatherings of groups of states, events with a name of their own, what lies ahead."""

from __future__ import annotations

import re
from collections.abc import Collection
from functools import cache
from typing import Any

from readout.lang import load
from readout.lang.pack import read_yaml
from readout.matching.parties import Party, parties, sides_of
from readout.matching.sentences import sentences
from readout.model import Finding, Reading


def group_of(reading: Reading, finding: Finding) -> frozenset[Party]:
    """The group of states whose gathering a finding of one or two sides tells ("the Quad Summit"): whoever else is named was one
    of many there. Nobody where the two met as themselves.
    """
    told = finding.one("kind")
    if told is None or told.span is None or is_in_margins(reading, finding):
        return frozenset()
    if len(sides_of(parties(reading, finding.all("participants")))) > 2:
        return frozenset()
    before = reading.report.text[: told.span.start]
    word = told.span.of(reading.report.text).lower()
    found = _groups(reading.report.language).search(before) if word in _nouns(reading.report.language) else None
    return frozenset((Party(frozenset((found[1],))),)) if found else frozenset()


def is_called(reading: Reading, finding: Finding) -> bool:
    """Whether a noun tells the kind of a meeting ("summit"), and not only a verb or an adverb ("met", "here")."""
    told = finding.one("kind")
    if told is None or told.span is None:
        return False
    return told.span.of(reading.report.text).lower() in _nouns(reading.report.language)


@cache
def _nouns(language: str) -> frozenset[str]:
    return frozenset(load(language).lexicon["meetings"]["nouns"])


@cache
def _groups(language: str) -> re.Pattern[str]:
    """A group's name right before a noun, with at most one word that tells of whom ("the Quad Leaders’ Summit")."""
    names = sorted(load(language).lexicon["meetings"]["groups"], key=lambda name: (-len(name), name))
    return re.compile(rf"(?<![\w-])({'|'.join(map(re.escape, names))})(?: [\w’'-]+)?\s+$")


def is_of_two(reading: Reading, finding: Finding, met: Collection[Party]) -> bool:
    """Whether a summit of two sides is their talks: its words name no gathering, or say that it is theirs ("our summit")."""
    if len(sides_of(met)) != 2:
        return False
    gathering, of_two = (_patterns(reading.report.language, name) for name in ("gathering", "of_two"))
    said = reading.quote(finding).lower()
    return gathering.search(said) is None or of_two.search(said) is not None


def is_in_margins(reading: Reading, finding: Finding) -> bool:
    """Whether a meeting's own words say that it was beside a gathering, for which the word for it stands: "spoke on the sidelines of
    the NATO Summit". Words that begin behind "sidelines" tell of the gathering.
    """
    told = finding.one("kind")
    if told is None or told.span is None:
        return False
    start = max(0, told.span.start - NEAR)
    beside = _patterns(reading.report.language, "margins").search(reading.report.text[start : told.span.start].lower())
    return beside is not None and finding.span.start <= start + beside.start()


NEAR = 80
"""Code points before a word in which what it stands for is looked for."""


def tells_of_several(reading: Reading, finding: Finding) -> bool:
    """Whether a meeting's words tell of several encounters: "we have had separate meetings", "met from time to time"."""
    return _patterns(reading.report.language, "several").search(reading.quote(finding).lower()) is not None


def are_officials(reading: Reading, finding: Finding) -> bool:
    """Whether a meeting's words tell of ministers or officials: no summit of the leaders whom another report names."""
    return _patterns(reading.report.language, "officials").search(reading.quote(finding).lower()) is not None


def is_from_afar(reading: Reading, finding: Finding) -> bool:
    """Whether a meeting's words, or those right before what tells its kind, say that it was held by video: a call, and talks."""
    text, told = reading.report.text, finding.one("kind")
    before = (
        text[max(0, told.span.start - AFAR) : told.span.start] if told is not None and told.span is not None else ""
    )
    return _patterns(reading.report.language, "afar").search(f"{before}|{reading.quote(finding)}".lower()) is not None


AFAR = 15
"""Code points before what tells the kind of a meeting, in which it may be called virtual."""


@cache
def _patterns(language: str, name: str, key: str = "patterns") -> re.Pattern[str]:
    """The patterns of one list of `elsewhen.yaml`, as one; none fits where the list has none."""
    rows = read_yaml(language, "matching", "elsewhen.yaml")[name]
    return re.compile("|".join(pattern for row in rows for pattern in row.get(key, ())) or r"(?!)")


def is_own_event(reading: Reading) -> bool:
    """Whether the report's title names an event of its own beside talks ("at Arrival Ceremony")."""
    return bool(events_in_title(reading))


def events_in_title(reading: Reading) -> frozenset[str]:
    """The words of the report's title that name such events."""
    return frozenset(words_of_titles(reading.report.language)["beside"]) & frozenset(words_in_title(reading))


def is_beside(reading: Reading, finding: Finding) -> bool:
    """Whether a greeting opens such an event."""
    return finding.rule.endswith(".greeting") and is_own_event(reading)


@cache
def words_of_titles(language: str) -> Any:
    """What words of titles tell (`lang/*/matching/titles.yaml`): kinds of meetings, talks, events beside them."""
    return read_yaml(language, "matching", "titles.yaml")


def words_in_title(reading: Reading) -> list[str]:
    """The words of the report's title, in lower case."""
    return re.findall(r"[\w’'-]+", (reading.report.title or "").lower())


def is_announced(reading: Reading) -> bool:
    """Whether the report's title, or its first sentence, tells what somebody is to do ("A to Host B"): no encounter yet."""
    title, sentence = _announced(reading.report.language)
    text = reading.report.text
    first = next((span.of(text) for span in sentences(text)), "")
    return title.search((reading.report.title or "").lower()) is not None or sentence.search(first.lower()) is not None


@cache
def _announced(language: str) -> tuple[re.Pattern[str], re.Pattern[str]]:
    return _patterns(language, "announced"), _patterns(language, "announced", "sentence")
