"""Lists of those who took part, a line each, under a heading that says so ("Participants included:")."""

from __future__ import annotations

import re
from collections.abc import Iterator

from readout.model import Span
from readout.reading.actors.party import Party
from readout.reading.scene import Scene

ROLL = re.compile(r"(?m)^([^\n]+:)[^\S\n]*+\n\s*+((?:[-•*–·]\s[^\n]*+(?:\n\s*+|\Z))+)")
LINE = re.compile(r"[-•*–·]\s[^\n]+")
LONGEST = 16
"""Words of a heading at the most: a longer one is a sentence of its own."""


def rolls(scene: Scene) -> Iterator[tuple[int, tuple[Party, ...], int]]:
    """For each person of such a list: the word of the heading that says they took part, the person, and where the name begins."""
    for match in ROLL.finditer(scene.report.text):
        cue = _cue(scene, Span(*match.span(1)))
        if cue is None:
            continue
        for line in LINE.finditer(match[2]):
            start = match.start(2)
            named = _named(scene, Span(start + line.start(), start + line.end()))
            if named is not None:
                yield cue, *named


def _cue(scene: Scene, heading: Span) -> int | None:
    """The word of a short heading, the last sentence of its line, that says somebody took part; None where that is to come."""
    words, last = scene.words, scene.words_of(heading)[1]
    first = max(scene.words_of(heading)[0], words.sentence_of[last][0])
    if last - first > LONGEST or any(words.tag[k] in ("MD", "TO") for k in range(first, last + 1)):
        return None
    data, persons = scene.pack.lexicon["attending"], scene.cast.references["persons"]
    people = next((k for k in range(first, last + 1) if words.lower[k] in persons), last)
    return next(
        (
            k
            for k in range(first, last + 1)
            if words.lower[k] in data["roll"] or (k > people and words.lower[k] in data["listing"])
        ),
        None,
    )


def _named(scene: Scene, line: Span) -> tuple[tuple[Party, ...], int] | None:
    """The first person of a line who has more than one name, and the word where that stands."""
    first, last = scene.words_of(line)
    for k in range(first, last + 1):
        mention = scene.cast.at[k]
        if (
            mention is not None
            and mention.first == k
            and mention.sort == "person"
            and len(mention.parties[0].words) > 1
        ):
            return mention.parties, mention.core[0]
    return None
