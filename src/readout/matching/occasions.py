"""What stands beside a report's main meeting: gatherings of groups of states, events with a name of their own, what lies ahead."""

from __future__ import annotations

import re
from collections.abc import Collection
from functools import cache
from typing import Any

from readout.lang import load
from readout.lang.pack import read_yaml
from readout.matching.concreteness import everyday_names
from readout.matching.parties import Party, names_of_all, parties, persons_by_side, sides_of
from readout.matching.sentences import sentences
from readout.matching.words import parts, stem
from readout.model import Finding, Reading


def group_of(reading: Reading, finding: Finding) -> frozenset[Party]:
    """The group of states whose gathering a finding of one or two sides tells ("the Quad Summit", "the summit of the Quad"): whoever
    else is named was one of many there. Nobody where the two met as themselves.
    """
    told = finding.one("kind")
    if told is None or told.span is None or is_in_margins(reading, finding):
        return frozenset()
    if len(sides_of(parties(reading, finding.all("participants")))) > 2:
        return frozenset()
    text, language = reading.report.text, reading.report.language
    if told.span.of(text).lower() not in _nouns(language):
        return frozenset()
    before, behind = _groups(language)
    found = before.search(text[: told.span.start]) or behind.match(text, told.span.end)
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
def _groups(language: str) -> tuple[re.Pattern[str], re.Pattern[str]]:
    """A group's name right before a noun, with at most one word that tells of whom ("the Quad Leaders’ Summit"), and right behind it."""
    some = sorted(load(language).lexicon["meetings"]["groups"], key=lambda name: (-len(name), name))
    names = "|".join(map(re.escape, some))
    return re.compile(rf"(?<![\w-])({names})(?: [\w’'-]+)?\s+$"), re.compile(rf"\s+of the ({names})(?![\w-])")


def is_before_the_press(reading: Reading, finding: Finding) -> bool:
    """Whether what a meeting's words call a conference is one before the press, which follows talks."""
    told = finding.one("kind")
    if told is None or told.span is None:
        return False
    words = reading.report.text[max(0, told.span.start - NEAR) : told.span.end].lower()
    return any(words.endswith(after) for after in words_of_titles(reading.report.language)["after_talks"])


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
    """Whether a meeting's words tell of several encounters ("met from time to time"), or name one of them behind ("our talks, including
    my meeting with").
    """
    language, behind = reading.report.language, reading.report.text[finding.span.end : finding.span.end + NEAR].lower()
    if _patterns(language, "several", "behind").match(behind):
        return True
    return _patterns(language, "several").search(reading.quote(finding).lower()) is not None


def are_officials(reading: Reading, finding: Finding) -> bool:
    """Whether a meeting's words tell of ministers or officials: no summit of the leaders whom another report names."""
    return _patterns(reading.report.language, "officials").search(reading.quote(finding).lower()) is not None


def is_of_others(reading: Reading, finding: Finding) -> bool:
    """Whether a summit is that of the leaders, in a report over whose meeting the title names ministers or officials: the words call it
    so and do not name persons of two sides.
    """
    told = finding.one("kind")
    if told is None or told.value != "summit" or "summit" not in reading.quote(finding).lower():
        return False
    title = _patterns(reading.report.language, "officials").search((reading.report.title or "").lower())
    return title is not None and len(persons_by_side(parties(reading, finding.all("participants")))) < 2


def is_dateless(reading: Reading, finding: Finding, sorts: Collection[str] = ("now", "greeting")) -> bool:
    """Whether the date of a meeting stands on a word that names no day ("we were just in Riga", "welcome"): it is only the report's."""
    date = finding.one("date")
    if date is None or date.span is None:
        return False
    word, dateless = date.span.of(reading.report.text).lower(), _dateless(reading.report.language)
    return any(word in dateless[sort] for sort in sorts)


@cache
def _dateless(language: str) -> dict[str, frozenset[str]]:
    """The words that name no day, by sort."""
    told = read_yaml(language, "matching", "elsewhen.yaml")["dateless"]
    return {sort: frozenset(words) for sort, words in told.items()}


def is_phoned(reading: Reading, finding: Finding) -> bool:
    """Whether a meeting's words leave no doubt that it was a call: who "spoke" may have met."""
    return _patterns(reading.report.language, "phoned").search(reading.quote(finding).lower()) is not None


def is_left_open(reading: Reading, finding: Finding) -> bool:
    """Whether a meeting's words leave open whether two who "spoke" met or called; three seldom speak by telephone, and talks at a
    place are none, while a call that has a place ("when we spoke in Kyiv") may be talks.
    """
    told = finding.one("kind")
    if told is None or told.span is None or is_phoned(reading, finding):
        return False
    if finding.one("place") and told.value != "call":
        return False
    if len(sides_of(parties(reading, finding.all("participants")))) > 2:
        return False
    word = told.span.of(reading.report.text).lower()
    return _patterns(reading.report.language, "spoken").fullmatch(word) is not None


def is_from_afar(reading: Reading, finding: Finding) -> bool:
    """Whether a meeting's words, or those right before what tells its kind, say that it was held by video: a call, and talks."""
    text, told = reading.report.text, finding.one("kind")
    before = (
        text[max(0, told.span.start - AFAR) : told.span.start] if told is not None and told.span is not None else ""
    )
    return _patterns(reading.report.language, "afar").search(f"{before}|{reading.quote(finding)}".lower()) is not None


def is_titled_afar(reading: Reading) -> bool:
    """Whether the report's title calls its meeting virtual."""
    return _patterns(reading.report.language, "afar").search((reading.report.title or "").lower()) is not None


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
    """Whether a greeting opens such an event, by a rule or by the word that gives it its day."""
    greets = finding.rule.endswith(".greeting") or is_dateless(reading, finding, ("greeting",))
    return greets and is_own_event(reading)


def event_of(reading: Reading, finding: Finding, sides: Collection[str]) -> frozenset[str]:
    """The stems of the name by which a meeting's words call the event that it is ("the first Strategic Dialogue"), without those of
    its sides and of other states and organisations; none where they have no name of two words and more, or several.
    """
    whose = names_of_all(frozenset(sides)) | everyday_names(reading.report.language)
    names = _event_names(reading.report.language).findall(" ".join(reading.quote(finding).split()))
    found = {frozenset(stem(word) for word in parts(name) if word[0].isupper()) - whose for name in names}
    named = [stems for stems in found if len(stems) > 1]
    return named[0] if len(named) == 1 else frozenset()


@cache
def _event_names(language: str) -> re.Pattern[str]:
    """Words with a capital that end in one for an event; small words may stand between them, not before."""
    told = words_of_titles(language)
    nouns, small = ("|".join(map(re.escape, told[key])) for key in ("event_nouns", "event_joints"))
    return re.compile(rf"(?:[A-Z0-9][\w’'+.-]*,? (?:(?:{small}) )*)+(?:{nouns})(?!\w)")


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
