"""Sorts of act: how they are promised, and how it is told that the very act was done (`lang/*/matching/follow_up.yaml`)."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Any

from readout.lang.pack import read_yaml
from readout.matching.words import Words, stem

MEETING = "en.act.meet"
OPENING = 2
"""First telling words of an action that say what sort of act it is."""
NAMING = 8
"""First telling words of an action among which it names the event, or the document, that it is."""


@dataclass(frozen=True, slots=True)
class Act:
    """One sort of act: the stems that promise it (only `of` one of some things, where these are given) or name it as an event,
    `unless` another stem stands among them, and how it is told when it is done."""

    id: str
    promised: frozenset[str]
    of: frozenset[str]
    events: frozenset[str]
    unless: frozenset[str]
    told: re.Pattern[str]

    def is_promised(self, opening: frozenset[str], naming: frozenset[str]) -> bool:
        """Whether first words and more first words of an action make it this act."""
        if not self.unless.isdisjoint(naming):
            return False
        if not self.events.isdisjoint(naming):
            return True
        return not self.promised.isdisjoint(opening) and (not self.of or not self.of.isdisjoint(naming))

    def is_told(self, words: str) -> bool:
        """Whether the words of a cue tell that it was done."""
        return self.told.search(words) is not None


@lru_cache(maxsize=16_384)
def acts_promised(action: Words, language: str = "en") -> tuple[Act, ...]:
    """The sorts of act that an action is, by its first telling words or by the event that it names."""
    opening, naming = frozenset(action.row[:OPENING]), frozenset(action.row[:NAMING])
    return tuple(act for act in acts(language) if act.is_promised(opening, naming))


def is_meeting(action: Words, language: str = "en") -> bool:
    """Whether an action is to meet, to visit or to hold an event: it has its day, and a season later another one is told of."""
    return any(act.id == MEETING for act in acts_promised(action, language))


def is_open_ended(action: Words, language: str = "en") -> bool:
    """Whether an action only goes on, so that nothing fulfils it."""
    return not _endless(language).isdisjoint(action.row[:OPENING])


@cache
def _endless(language: str) -> frozenset[str]:
    rows = read_yaml(language, "matching", "follow_up.yaml")["open_ended"]
    return frozenset(stem(word) for row in rows for word in row["words"])


@cache
def acts(language: str) -> tuple[Act, ...]:
    """The sorts of act of a language."""
    rows: list[dict[str, Any]] = read_yaml(language, "matching", "follow_up.yaml")["acts"]

    def stems(row: dict[str, Any], key: str) -> frozenset[str]:
        return frozenset(map(stem, row.get(key, ())))

    return tuple(
        Act(
            row["id"],
            stems(row, "promised"),
            stems(row, "of"),
            stems(row, "events"),
            stems(row, "unless"),
            re.compile("|".join(row["told"])),
        )
        for row in rows
    )
