"""Names that one account alone mentions: a modest list, each with the place where it first stands."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache, lru_cache

from readout.asking.compare.comparison import Passage, Subject
from readout.asking.compare.items import Sentences
from readout.lang import load
from readout.matching.concreteness import everyday_names
from readout.matching.parties import countries_named, same_person
from readout.matching.words import empty_stems, parts, rarity, stem
from readout.model import Reading, Span

CAPITAL = r"(?:U\.S\.|U\.K\.|[A-Z][\w-]+)"
NAME = re.compile(rf"(?<![\w’'-]){CAPITAL}(?:[ -](?:(?:of|for|on) (?:the )?)?(?:{CAPITAL}|\d+\b))*(?![’'][a-rt-z])")
KINDS = ("person", "country", "body", "organisation", "company")
SHORTEST = 3
RARE = 3.5
"""Rarity (nats) from which one word with a capital is a name."""


def subjects(reading: Reading, other: Reading, told: Sentences) -> tuple[Subject, ...]:
    """The names of a report that the other one does not have in any form that is known, in the order of the text."""
    found = [*_actors(reading, other), *_things(reading, other)]
    unknown = sorted({(span, name, kind) for name, kind, span in found})
    kept: list[tuple[Span, str, str]] = []
    for span, name, kind in unknown:
        if not any(span.overlaps(s) or _stems(name) <= _stems(n) for s, n, _ in kept):
            kept.append((span, name, kind))
    return tuple(
        Subject(name, kind, Passage(span, told.number(span.start), span.of(told.text))) for span, name, kind in kept
    )


def _actors(reading: Reading, other: Reading) -> Iterator[tuple[str, str, Span]]:
    """Actors whom the other report does not name."""
    text, language = other.report.text, other.report.language
    stems, countries = _stems(text), countries_named(text, language)
    persons = [actor.name for actor in other.actors if actor.kind == "person"]
    names = {actor.name for actor in other.actors}
    for actor in reading.actors:
        known = actor.name in names or actor.name in countries or _stems(actor.name) <= stems
        if actor.kind == "person":
            known = known or any(same_person(actor.name, name) for name in persons)
        where = next(
            (m for m in actor.mentions if actor.kind != "country" or _stands_alone(m, reading.report.text)), None
        )
        if actor.kind in KINDS and where and not known:
            yield where.of(reading.report.text) if actor.kind == "country" else actor.name, actor.kind, where


def _things(reading: Reading, other: Reading) -> Iterator[tuple[str, str, Span]]:
    """What else is written with a capital within a sentence (Nord Stream 2) and is no actor of the report."""
    text, stems = reading.report.text, _stems(other.report.text)
    taken = [mention for actor in reading.actors if actor.kind != "country" for mention in actor.mentions]
    taken += [mention for actor in reading.actors for mention in actor.mentions if _stands_alone(mention, text)]
    taken += [office.span for actor in reading.actors for office in actor.offices if office.span]
    for sentence in Sentences.of(text).spans:
        for match in NAME.finditer(text, sentence.start + 1, sentence.end):
            span = Span(match.start(), match.end())
            opens = not re.search(r"[\w,;)”’'-]\s*$", text[sentence.start : span.start])
            if opens or any(span.overlaps(each) for each in taken):
                continue
            own = _stems(match[0])
            if len(match[0]) >= SHORTEST and own and not own <= stems and _tells(match[0], reading.report.language):
                yield match[0], "name", span


def _stands_alone(mention: Span, text: str) -> bool:
    """Whether a country is meant, and not a name that it is part of (the Minsk Agreements)."""
    return not re.match(r"[ -][A-Z]", text[mention.end : mention.end + 2])


def _tells(name: str, language: str) -> bool:
    """Whether a name says something by itself: no date, no title, no adjective of a country, no everyday word."""
    own = _stems(name) - empty_stems(language) - everyday_names(language) - _calendar(language)
    words = [each for each in own if not each.isdigit()]
    return bool(words) and (len(words) > 1 or rarity(words[0]) >= RARE or name.isupper())


@cache
def _calendar(language: str) -> frozenset[str]:
    months = load(language).lexicon["calendar"]
    return frozenset(stem(word) for word in (*months["months"], *months["weekdays"]))


@lru_cache(maxsize=8192)
def _stems(text: str) -> frozenset[str]:
    return frozenset(stem(word) for word in parts(text)) - {""}
