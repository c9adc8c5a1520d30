"""What a report is about: the meeting that its head tells of, also where no finding says so."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from readout.lang import Pack, load
from readout.lang.pack import read_yaml
from readout.matching.occasions import (
    is_announced,
    is_of_others,
    is_own_event,
    is_phoned,
    words_in_title,
    words_of_titles,
)
from readout.matching.parties import Party, parties, party, persons_by_side, same_person, sides_of, surname
from readout.matching.sentences import sentences
from readout.matching.thresholds import thresholds
from readout.model import Actor, Finding, Reading


@dataclass(frozen=True, slots=True)
class Headline:
    """The meeting that a title tells of: persons of two sides or more, and the kind of encounter."""

    parties: frozenset[Party]
    kind: str


def is_headline(reading: Reading, finding: Finding) -> bool:
    """Whether the report is about this meeting: the first that it tells, in its first sentences, and not in passing.

    Of one sentence the meeting counts that names persons of most sides, else the first of two sides: "as part of a meeting of
    the commission, A met B" is about A and B.
    """
    limits = thresholds("meeting")
    told = [
        one for one in reading.of_kind("meeting") if one.span.start < limits["lead"] and not _is_another(reading, one)
    ]
    first = next(iter(told), None)
    if first is None or finding not in told or finding.rule in limits["passing"]:
        return False
    sentence = _sentence_end(reading.report.text, first.span.start)
    between = [one for one in told if one.span.start < sentence and len(_sides(reading, one)) >= 2]
    return finding == max(between, key=lambda one: len(_sides_with_persons(reading, one)), default=first)


def _is_another(reading: Reading, finding: Finding) -> bool:
    """Whether words at the head of a report tell of another meeting than its title: of the leaders' summit beside the talks of
    ministers, of a call that somebody remembers in talks, or of two of one side, one of whom the title does not name.
    """
    if is_of_others(reading, finding):
        return True
    met = [one for one in parties(reading, finding.all("participants")) if one.person and one.sides]
    among = len(met) > 1 and len(sides_of(met)) == 1
    told = headline(reading) if among or is_phoned(reading, finding) else None
    if told is None:
        return False
    return (
        any(not _is_titled(one, told) for one in met) if among else told.kind == "talks" and not is_spoken_of(reading)
    )


def _is_titled(one: Party, told: Headline) -> bool:
    return any(same_person(one.person, other.person) for other in told.parties)


def is_titled_surely(reading: Reading, finding: Finding) -> bool:
    """Whether the report is about a meeting of which its title tells whether it was a call or talks."""
    return is_headline(reading, finding) and headline(reading) is not None and not is_spoken_of(reading)


def is_spoken_of(reading: Reading) -> bool:
    """Whether the title tells of a meeting by a word that leaves open whether they met or called."""
    return not set(words_of_titles(reading.report.language)["spoken"]).isdisjoint(words_in_title(reading))


def is_elsewhen(reading: Reading, finding: Finding) -> bool:
    """Whether a meeting that names no day was on another than the report's: "our first meeting two years ago"."""
    text, patterns = reading.report.text, _elsewhen(reading.report.language)
    words = text[finding.span.start : max(_sentence_end(text, finding.span.start), finding.span.end)]
    before = text[max(0, finding.span.start - BEFORE) : finding.span.start]
    return patterns[0].search(words.lower()) is not None or patterns[1].search(before.lower()) is not None


BEFORE = 40
"""Code points before a meeting's words that may tell of another day."""


@cache
def _elsewhen(language: str) -> tuple[re.Pattern[str], re.Pattern[str]]:
    """What tells of another day in a meeting's words and the rest of its sentence, and right before them."""
    rows = read_yaml(language, "matching", "elsewhen.yaml")["elsewhen"]
    said, before = ([pattern for row in rows for pattern in row.get(key, ())] for key in ("patterns", "before"))
    return re.compile("|".join(said)), re.compile(f"(?:{'|'.join(before)})\\s*$")


def _sentence_end(text: str, start: int) -> int:
    return next((span.end for span in sentences(text) if span.end > start), len(text))


def _sides_with_persons(reading: Reading, finding: Finding) -> frozenset[str]:
    return frozenset(persons_by_side(parties(reading, finding.all("participants"))))


def _sides(reading: Reading, finding: Finding) -> frozenset[str]:
    return sides_of(parties(reading, finding.all("participants")))


def headline(reading: Reading) -> Headline | None:
    """The meeting that the report's title tells of; None where it names fewer than two sides, or what is yet to come."""
    title = reading.report.title or ""
    pack = load(reading.report.language)
    words = words_in_title(reading)
    kind = _kind(words, pack)
    ahead = not set(pack.lexicon["meetings"]["future_words"]).isdisjoint(words)
    if kind is None or ahead or is_announced(reading) or (is_own_event(reading) and kind != "ceremony"):
        return None
    told = _comment(reading.report.language).search(title)
    title = title[told.start() :] if told else title
    found = frozenset(party(actor) for actor in reading.actors if _stands_in(actor, title))
    return Headline(found, kind) if len(sides_of(found)) >= 2 else None


@cache
def _comment(language: str) -> re.Pattern[str]:
    """What stands in a title between the name of one who speaks of a meeting and those who met."""
    return re.compile("|".join(words_of_titles(language)["comments"]), re.IGNORECASE)


def completed(reading: Reading, named: frozenset[Party], kind: str) -> tuple[frozenset[Party], str]:
    """The parties and kind of the report's main meeting, with those that its title names and the finding missed."""
    told = headline(reading)
    if told is None or sides_of(named).isdisjoint(sides_of(told.parties)):
        return named, kind
    return named | told.parties, told.kind if told.kind == "summit" else kind


def entitled(reading: Reading, named: frozenset[Party]) -> frozenset[str]:
    """A call or talks, if the title calls the report's main meeting so and names its sides: who "spoke" may have met or called."""
    told = headline(reading)
    titled = told is not None and sides_of(told.parties) == sides_of(named)
    return frozenset((told.kind,)) & {"call", "talks"} if told and titled else frozenset()


def _kind(words: list[str], pack: Pack) -> str | None:
    lexicon, own = pack.lexicon["meetings"], words_of_titles(pack.language)["kinds"]
    if word := next((word for word in words if word in own), None):
        kind: str | None = own[word]
        return kind
    if any(f" {after} " in f" {' '.join(words)} " for after in words_of_titles(pack.language)["after_talks"]):
        return "talks"
    kind = next((lexicon["nouns"][word] for word in words if word in lexicon["nouns"]), None)
    return "call" if kind == "talks" and not set(words).isdisjoint(lexicon["call_words"]) else kind


def _stands_in(actor: Actor, title: str) -> bool:
    """Whether a person of a known side is named in the title."""
    if actor.kind != "person" or not actor.stands_for:
        return False
    last = surname(actor.name)
    if last.lower() not in title.lower():  # before a pattern is made for every person of every report
        return False
    return re.search(rf"(?<!\w){re.escape(last)}(?!\w)", title, re.IGNORECASE) is not None
