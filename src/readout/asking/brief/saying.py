"""What somebody said last, and which sentence of a long speech to show."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from readout.asking.brief.answer import Section
from readout.asking.brief.lines import by_day, distinct, line
from readout.matching.parties import names_one_of
from readout.matching.sentences import sentences
from readout.matching.words import WORD, stem

if TYPE_CHECKING:
    from readout.ledger.records.record import Detail

LONG = 300
"""Characters from which a statement is a speech, of which one sentence is shown."""
BEFORE = 50
"""Characters that are shown before the words for which a sentence is shown."""
SALUTATION = 25
"""Characters of the shortest sentence that says something."""


def said(statements: Sequence[Detail], about: Sequence[str], as_of: str, most: int) -> Section:
    """The last statements that name one of some countries, or else the last ones, each with the sentence that does so."""
    shown = {detail.record.id: _naming(detail.record.words, about) for detail in statements}
    naming = [d for d in statements if shown[d.record.id]]
    short = [d for d in statements if not shown[d.record.id] and len(d.record.words) < LONG]
    ordered = [*sorted(naming, key=by_day), *sorted(short, key=by_day)]
    kept = distinct(ordered, most)
    return Section(tuple(line(d, as_of, shown[d.record.id]) for d in kept), len(ordered) - len(kept))


def _naming(words: str, about: Sequence[str]) -> str | None:
    countries = frozenset(about)
    return next((s for s in _sentences(words) if names_one_of(s, countries)), None)


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
