"""What a sentence tells of one undertaking: by the cue that stands where the sentence speaks of it.

A sentence of an official text may tell of five things at once: one was signed, one began, a third goes on. Which of them is
told of an undertaking follows from the clause that shares its words. Delivered is only the very act that was promised.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Any

from readout.lang.pack import read_yaml
from readout.matching.cues import Effect, Sign, leading, signs
from readout.matching.tellings import Telling
from readout.matching.undertakings import Undertaking
from readout.matching.words import WORD, Words, parts, rarity, stem, sums_in

CLAUSE = re.compile(r"[;:]|(?<=[a-z]{2})\.\s|, (?:and|but|which|while|as well as)\b| [–—] |—")
OPENING = 2
"""First telling words of an action that say what sort of act it is."""
CLOSE = 80
"""Code points within which the promised act is told of the words that are shared, whatever else stands there."""
NAMING = 8
"""First telling words of an action among which it names the event, or the document, that it is."""


@dataclass(frozen=True, slots=True)
class Said:
    """What a sentence says of an undertaking: effect, rule and stage, and where the cue stands (None where a finding tells)."""

    effect: Effect
    cue: str
    stage: str | None
    at: int | None


@dataclass(frozen=True, slots=True)
class Act:
    """One sort of act: the stems that promise it (only `of` one of some things, where these are given) or name it as an event,
    and how it is told when it is done."""

    id: str
    promised: frozenset[str]
    of: frozenset[str]
    events: frozenset[str]
    told: re.Pattern[str]

    def is_promised(self, opening: frozenset[str], naming: frozenset[str]) -> bool:
        """Whether first words and more first words of an action make it this act."""
        named = not self.events.isdisjoint(naming)
        return named or not self.promised.isdisjoint(opening) and (not self.of or not self.of.isdisjoint(naming))


def said_of(undertaking: Undertaking, telling: Telling) -> Said:
    """What a telling says of an undertaking: by a sign of its clause, else by the finding that tells, else by another clause.

    What is promised again is reaffirmed, or goes on where its clause tells of that as well.
    """
    found = signs(telling.quote, telling.language)
    promised = acts_promised(undertaking.words, undertaking.language)
    sign = _here(undertaking, telling, found, promised)
    if telling.effect == "reaffirmed" and telling.finding and not (sign and sign.cue.effect == "in progress"):
        return Said("reaffirmed", telling.cue, None, None)
    if sign:
        act = _is_done(promised, sign)
        return Said(_careful(sign.cue.effect, act, undertaking, telling), sign.cue.id, sign.cue.stage, sign.at)
    if telling.finding is None and (sign := leading(found)):
        return Said(_careful(sign.cue.effect, False, undertaking, telling), sign.cue.id, sign.cue.stage, sign.at)
    act = any(_is_done(promised, each) for each in found)
    return Said(_careful(telling.effect, act, undertaking, telling), telling.cue, telling.stage, None)


def _careful(effect: Effect, act: bool, undertaking: Undertaking, telling: Telling) -> Effect:
    """Delivered is only what was promised: the same act, the sum where there is one, and nothing that has no end."""
    if effect != "delivered":
        return effect
    sums = undertaking.words.sums
    if not act or is_open_ended(undertaking.action, undertaking.language) or (sums and sums.isdisjoint(sums_in(telling.quote))):
        return "in progress"
    return "delivered"


def _here(undertaking: Undertaking, telling: Telling, found: tuple[Sign, ...], promised: tuple[Act, ...]) -> Sign | None:
    """Of the clause that shares most words the sign that turns it, else the promised act, else what stands nearest to these words."""
    places = _shared(undertaking, telling)
    start, end = _home(telling.quote, places)
    within = [sign for sign in found if start <= sign.at < end]
    if turning := next((sign for sign in within if sign.cue.turns), None):
        return turning
    news = [sign for sign in within if sign.cue.effect != "reaffirmed"] or within
    middle = _middle([place for place in places if start <= place[1] < end])
    done = [sign for sign in news if _is_done(promised, sign) and _apart(sign, middle) <= CLOSE]
    return min(done or news, key=lambda sign: (_apart(sign, middle), sign.at), default=None)


def _apart(sign: Sign, place: int) -> int:
    return max(sign.at - place, place - sign.end, 0)


def _middle(places: list[tuple[float, int]]) -> int:
    """The place up to which half of what is shared is said."""
    left, half = 0.0, sum(weight for weight, _ in places) / 2
    for weight, place in places:
        left += weight
        if left >= half:
            return place
    return 0


def _shared(undertaking: Undertaking, telling: Telling) -> list[tuple[float, int]]:
    """Where the sentence has words of the undertaking, with what they say."""
    stems = undertaking.matter.stems
    return [(rarity(key), at) for key, at in _placed(telling.quote) if key in stems]


@lru_cache(maxsize=16_384)
def _placed(quote: str) -> tuple[tuple[str, int], ...]:
    """The stems of a sentence and where they stand."""
    return tuple((stem(part), word.start()) for word in WORD.finditer(quote) for part in parts(word[0]))


def _home(quote: str, places: list[tuple[float, int]]) -> tuple[int, int]:
    """The clause that has most of some places, by their weight; the first of equals."""
    clauses = _clauses(quote)
    return max(clauses, key=lambda c: (sum(weight for weight, at in places if c[0] <= at < c[1]), -c[0]))


@lru_cache(maxsize=16_384)
def _clauses(quote: str) -> tuple[tuple[int, int], ...]:
    cuts = [0, *(found.start() for found in CLAUSE.finditer(quote)), len(quote)]
    return tuple((a, b) for a, b in zip(cuts, cuts[1:], strict=False) if a < b)


def _is_done(promised: tuple[Act, ...], sign: Sign) -> bool:
    return any(act.told.search(sign.words) for act in promised)


@lru_cache(maxsize=16_384)
def acts_promised(action: Words, language: str = "en") -> tuple[Act, ...]:
    """The sorts of act that an action is, by its first telling words or by the event that it names."""
    opening, naming = frozenset(action.row[:OPENING]), frozenset(action.row[:NAMING])
    return tuple(act for act in acts(language) if act.is_promised(opening, naming))


@lru_cache(maxsize=16_384)
def is_open_ended(action: str, language: str = "en") -> bool:
    """Whether an action only goes on, so that nothing fulfils it."""
    rows = read_yaml(language, "matching", "follow_up.yaml")["open_ended"]
    opening = {stem(word) for word in parts(action)[:OPENING]}
    return any(stem(word) in opening for row in rows for word in row["words"])


@cache
def acts(language: str) -> tuple[Act, ...]:
    """The sorts of act of a language."""
    rows: list[dict[str, Any]] = read_yaml(language, "matching", "follow_up.yaml")["acts"]

    def stems(row: dict[str, Any], key: str) -> frozenset[str]:
        return frozenset(map(stem, row.get(key, ())))

    return tuple(
        Act(row["id"], stems(row, "promised"), stems(row, "of"), stems(row, "events"), re.compile("|".join(row["told"])))
        for row in rows
    )
