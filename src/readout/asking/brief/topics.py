"""What somebody came back to: names, and pairs of words, that statements of several days share."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from functools import cache
from itertools import pairwise
from typing import TYPE_CHECKING

from readout.asking.brief.answer import Topic
from readout.asking.brief.lines import distinct, line
from readout.asking.brief.saying import courtesies, sentence_with
from readout.lang.pack import read_yaml
from readout.matching.concreteness import everyday_names
from readout.matching.words import WORD, rarity, stem, words_of

if TYPE_CHECKING:
    from readout.ledger.records.record import Detail

TELLING = 3.0
"""Rarity (nats) from which a word tells what a matter is: it stands in no more than one of twenty reports."""
DAYS = 2
"""Days on which a matter must have been spoken of to be one that somebody came back to."""
NAME = re.compile(r"(?<=[a-z,;] )[A-Z][^\W_]*(?:[-.’'&][^\W_]+)*")
"""A word with a capital within a sentence."""
SHOWN = 1
"""Statements that are shown of a topic, the newest."""

Matter = tuple[str, ...]
"""The stems of one name or of two words in a row."""


def topics(
    said: Sequence[Detail], met: Iterable[Detail], business: Iterable[Detail], as_of: str, most: int
) -> tuple[Topic, ...]:
    """The matters that statements (the newest first) came back to, each statement under one.

    First what undertakings and documents (`business`) are about as well, and of that what was spoken of on most days. No
    matter are countries, those who speak and those who met.
    """
    names = _names([*said, *met])
    left = {detail.record.id: (detail, _matters(detail.record.words, names)) for detail in said}
    worked = frozenset(matter for detail in business for matter in _matters(detail.record.words, names))
    found: list[Topic] = []
    while len(found) < most and (matter := _commonest(list(left.values()), worked)):
        about = [(detail, matters[matter]) for detail, matters in left.values() if matter in matters]
        written = Counter(form for _, forms in about for form in forms)
        words = max(sorted(written), key=lambda form: written[form])
        newest = distinct((detail for detail, _ in about), SHOWN)
        lines = tuple(line(d, as_of, sentence_with(d.record.words, matter)) for d in newest)
        found.append(Topic(words, len({d.record.date for d, _ in about}), lines))
        for detail, _ in about:
            del left[detail.record.id]
    return tuple(found)


def _matters(words: str, names: frozenset[str]) -> dict[Matter, list[str]]:
    """What a statement speaks of: names with a capital, codes, and two telling words in a row, as they are written."""
    found: dict[Matter, list[str]] = {}
    written = [match[0] for match in WORD.finditer(words)]
    named = {match[0] for match in NAME.finditer(words)}
    stems = [_telling(word, names) if word in named or not word[0].isupper() else None for word in written]
    for key, word in zip(stems, written, strict=True):
        if key and word in named and rarity(key) >= TELLING:
            found.setdefault((key,), []).append(word)
    for (one, first), (other, second) in pairwise(zip(stems, written, strict=True)):
        if one and other and one != other and max(rarity(one), rarity(other)) >= TELLING:
            found.setdefault((one, other), []).append(f"{first} {second}")
    return found


def _telling(word: str, names: frozenset[str]) -> str | None:
    if re.split("['’]", word.lower())[-1] in _contracted():
        return None
    key = stem(word)
    pieces = (stem(piece) for piece in re.split(r"[-.]", word) if len(piece) > 1)
    return key if key in _told_by(word) and not names.issuperset(pieces) else None


@cache
def _told_by(word: str) -> frozenset[str]:
    return words_of(word).stems


def _names(details: Iterable[Detail]) -> frozenset[str]:
    """Countries, and those who speak and meet: whom it is about, not what."""
    slots = [detail.record.slots for detail in details]
    named = (str(name) for some in slots for role in ("speaker", "participants") for name in some.get(role, ()))
    return (
        everyday_names("en")
        | courtesies()
        | _ceremonies()
        | {stem(word) for name in named for word in WORD.findall(name)}
    )


@cache
def _contracted() -> frozenset[str]:
    return frozenset(read_yaml("en", "asking", "topics.yaml")["contracted"])


@cache
def _ceremonies() -> frozenset[str]:
    return frozenset(stem(word) for word in read_yaml("en", "asking", "topics.yaml")["ceremonies"])


def _commonest(left: Sequence[tuple[Detail, dict[Matter, list[str]]]], worked: frozenset[Matter]) -> Matter | None:
    days: dict[Matter, set[str]] = {}
    for detail, matters in left:
        for matter in matters:
            days.setdefault(matter, set()).add(detail.record.date or "")
    often = {matter: len(on) for matter, on in days.items() if len(on) >= DAYS}
    return max(sorted(often), key=lambda m: (m in worked, often[m], sum(map(rarity, m)))) if often else None
