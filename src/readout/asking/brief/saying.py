"""What somebody said last, and which sentence of a long speech to show."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import TYPE_CHECKING

from readout.asking.brief.answer import Section
from readout.asking.brief.lines import by_day, distinct, line
from readout.lang.pack import read_yaml
from readout.matching.parties import names_one_of
from readout.matching.sentences import sentences
from readout.matching.words import WORD, stem, words_of

if TYPE_CHECKING:
    from readout.ledger.records.record import Detail

LONG = 300
"""Characters from which a statement is a speech, of which one sentence is shown."""
BEFORE = 50
"""Characters that are shown before the words for which a sentence is shown."""
SALUTATION = 25
"""Characters of the shortest sentence that says something."""


def said(statements: Sequence[Detail], about: Sequence[str], as_of: str, most: int) -> Section:
    """The last statements that name one of some countries, or else the last ones, each with the sentence that does so.

    Those of one day stand by how much they tell. Greetings and thanks are shown where nothing else was said.
    """
    shown = {detail.record.id: _naming(detail.record.words, about) for detail in statements}
    naming = [d for d in statements if shown[d.record.id]]
    short = [d for d in statements if not shown[d.record.id] and len(d.record.words) < LONG]

    def key(detail: Detail) -> tuple[object, ...]:
        telling = _telling(shown[detail.record.id] or detail.record.words)
        return *by_day(detail)[:1], -telling, detail.record.id

    ordered = [*sorted(naming, key=key), *sorted(short, key=key)]
    matters = [d for d in ordered if not _is_courtesy(shown[d.record.id] or d.record.words)]
    kept = distinct(matters or ordered, most)
    return Section(tuple(line(d, as_of, shown[d.record.id]) for d in kept), len(ordered) - len(kept))


def _naming(words: str, about: Sequence[str]) -> str | None:
    """Of the sentences that name one of some countries the one that tells most, no courtesy if it can be."""
    countries = frozenset(about)
    naming = [s for s in _sentences(words) if names_one_of(s, countries)]
    return max(naming, key=lambda s: (not _is_courtesy(s), _telling(s)), default=None)


def _telling(sentence: str) -> float:
    """How much a sentence tells of its matter: the rarity of its words."""
    return words_of(sentence).weight


def _is_courtesy(sentence: str) -> bool:
    return not courtesies().isdisjoint(stem(word) for word in WORD.findall(sentence))


@cache
def courtesies() -> frozenset[str]:
    """The stems of words of courtesy and of press conferences."""
    return frozenset(stem(word) for word in read_yaml("en", "asking", "topics.yaml")["courtesies"])


def sentence_with(words: str, stems: Sequence[str]) -> str:
    """The first sentence that has all of some stems, from shortly before them on where it is long, or else the words."""
    wanted = set(stems)
    for one in _sentences(words):
        at = {stem(found[0]): found.start() for found in WORD.finditer(one)}
        if wanted <= set(at):
            return _from(one, min(at[key] for key in wanted))
    return words


def _from(sentence: str, place: int) -> str:
    """A sentence, or its part from a few words before a place that stands far behind."""
    if place < BEFORE * 2:
        return sentence
    return f"… {sentence[sentence.index(' ', place - BEFORE) + 1 :]}"


def _sentences(words: str) -> list[str]:
    return [said for span in sentences(words) if len(said := span.of(words).strip()) >= SALUTATION or len(words) < LONG]
