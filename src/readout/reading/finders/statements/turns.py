"""The turns of a transcript: a speaker's name or title at the head of a line, a colon, and all until the next."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from readout.lang.offices import fold_name
from readout.reading.actors.party import Party
from readout.reading.scene import Scene

LONGEST_LABEL = 20
"""Words before a colon that may name a speaker."""
ENDS = frozenset((".", "?", "!", '"', "”", "*", "…", ")", "]", "’"))
COLONS = frozenset((":", "):"))
OPENING_LABEL = re.compile(r"^([A-Z][\w.'’-]+(?: [A-Z][\w.'’-]*){0,2}):\s", re.MULTILINE)
"""A label of up to three capitalised words at the head of a line."""
SHORTEST = 3
"""Words of a turn below which it is no speech."""


@dataclass(frozen=True, slots=True)
class Turn:
    """Words `first` to `last` are said by those whom the words before the colon name; `colon` is the colon's word."""

    first: int
    last: int
    colon: int
    parties: tuple[Party, ...]


def turns(scene: Scene) -> Iterator[Turn]:
    """The turns of a transcript in order, where two labels or one before a first person show that it is one."""
    every = list(_every_turn(scene))
    if len(every) > 1 or (every and _first_person(scene, every[0].colon)):
        yield from (turn for turn in every if turn.parties and turn.last - turn.colon >= SHORTEST - 1)


def moderated(scene: Scene) -> list[tuple[int, int]]:
    """First and last word of each turn of one who leads through the talk and speaks for nobody."""
    words, hosts = scene.words, scene.cast.references["moderators"]
    if hosts.isdisjoint(words.lower):
        return []
    nobodys = (turn for turn in _every_turn(scene) if not turn.parties)
    return [(turn.first, turn.last) for turn in nobodys if words.lower[turn.colon - 1] in hosts]


def _every_turn(scene: Scene) -> Iterator[Turn]:
    """What stands behind each label, those of nobody in particular too."""
    again = _opening_lines(scene)
    labels = [label for i, form in enumerate(scene.words.form) if form in COLONS and (label := _label(scene, i, again))]
    ends = [*(first for first, _, _ in labels), len(scene.words)][1:]
    for (_, colon, parties), stop in zip(labels, ends, strict=True):
        yield Turn(colon + 1, stop - 1, colon, parties)


def _opening_lines(scene: Scene) -> frozenset[str]:
    """In news, the labels that open several lines, whether or not the text tells more of who bears them ("QUADE:")."""
    if scene.cast.around.official:
        return frozenset()
    askers = scene.cast.references["askers"]
    counts = Counter(match[1] for match in OPENING_LABEL.finditer(scene.report.text))
    return frozenset(label for label, count in counts.items() if count > 1 and label.lower() not in askers)


def _label(scene: Scene, colon: int, again: frozenset[str]) -> tuple[int, int, tuple[Party, ...]] | None:
    """First word of a label, its colon, and who is meant (nobody for a question or a moderator); `again` are labels of several lines."""
    words = scene.words
    last = colon - 1
    if words.form[colon] == "):" or (last >= 0 and words.form[last] == ")"):
        last = next((k for k in range(last, max(last - 8, -1), -1) if words.form[k] == "("), last + 1) - 1
    first = last + 1
    while first > 0 and colon - first < LONGEST_LABEL and _belongs(scene, first - 1) and not _breaks(scene, first):
        first -= 1
    first += next((k for k in range(last - first + 1) if words.form[first + k][:1].isupper()), 0)
    if first > last or not (_breaks(scene, first) or words.form[first - 1] in ENDS or _titled(scene, first, last)):
        return None
    parties = _speakers(scene, first, last)
    said = words.said(first, last)
    if not parties and said in again and _breaks(scene, first):
        parties = (scene.cast.party(said.title() if said.isupper() and last == first else said, "group"),)
    capital = words.form[last].isupper() or (first == last and words.form[last].istitle())
    asked = words.lower[last] in scene.cast.references["askers"] and capital
    return (first, colon, parties) if parties or asked else None


def _titled(scene: Scene, first: int, last: int) -> bool:
    """Whether a label that runs on from other words is a title with its name, before speech without quote marks."""
    mention = scene.cast.at[last]
    full = mention is not None and mention.sort == "person" and mention.first < mention.core[0] < mention.core[1]
    after = scene.words.form[last + 2] if last + 2 < len(scene.words) else '"'
    return (
        mention is not None
        and full
        and mention.first == first
        and after[:1].isupper()
        and scene.words.pos[first - 1] == "NOUN"
    )


def _breaks(scene: Scene, i: int) -> bool:
    """Whether a line begins at word `i`."""
    words = scene.words
    return i == 0 or "\n" in words.text[words.end[i - 1] : words.start[i]]


def _belongs(scene: Scene, i: int) -> bool:
    form = scene.words.form[i]
    return form[:1].isupper() or form in scene.cast.around.connectors or scene.cast.at[i] is not None


def _speakers(scene: Scene, first: int, last: int) -> tuple[Party, ...]:
    """The person whom the label names last, by full name or by surname in capitals; else whom its title means."""
    words = scene.words
    ranked = _by_rank(scene, first, last)
    if ranked:
        return ranked
    for k in range(last, first - 1, -1):
        mention = scene.cast.at[k]
        if mention is not None and mention.sort == "person":
            return mention.parties
    surname = fold_name(words.form[last])
    known = [p for p in scene.cast.persons.parties if p.words and p.words[-1] == surname]
    return (max(known, key=lambda p: len(p.spans)),) if known else ()


def _by_rank(scene: Scene, first: int, last: int) -> tuple[Party, ...]:
    """Whom the table of offices knows by the label's office ("THE PRESIDENT", "PRESIDENT BIDEN") at the report's date."""
    around = scene.cast.around
    said = [word for word in scene.words.lower[first : last + 1] if word != "the"]
    if not said:
        return ()
    rank = scene.pack.rank_of_title.get(" ".join(said))
    if rank and around.home and (row := around.offices.holder(around.home, rank, around.date)):
        return (scene.cast.holder(row),)
    rank = scene.pack.rank_of_title.get(" ".join(said[:-1]))
    rows = {row.person: row for row in around.offices.named(said[-1], around.date or None) if row.office == rank}
    return (scene.cast.holder(next(iter(rows.values()))),) if rank and len(rows) == 1 else ()


def _first_person(scene: Scene, colon: int) -> bool:
    words = scene.words
    own = scene.cast.references["own_words"]
    return sum(words.lower[k] in own for k in range(colon + 1, min(colon + 120, len(words)))) > 1
