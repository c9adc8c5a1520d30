"""What a sentence tells of one undertaking: by the cue that stands where the sentence speaks of it.

A sentence of an official text may tell of five things at once: one was signed, one began, a third goes on. Which of them is
told of an undertaking follows from the clause that shares its words. Delivered is only the very act that was promised.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from readout.matching.acts import Act, acts_promised, is_meeting, is_open_ended
from readout.matching.cues import Sign, clause_break, leading, signs, year_ahead
from readout.matching.outcomes import Effect
from readout.matching.sums import sums_in
from readout.matching.tellings import Telling
from readout.matching.undertakings import Undertaking
from readout.matching.words import WORD, parts, rarity, stem

CLOSE = 80
"""Code points within which the promised act is told of the words that are shared, whatever else stands there."""


@dataclass(frozen=True, slots=True)
class Said:
    """What a sentence says of an undertaking: effect, rule and stage, and where the cue stands (None where a finding tells)."""

    effect: Effect
    cue: str
    stage: str | None
    at: int | None


def said_of(undertaking: Undertaking, telling: Telling) -> Said:
    """What a telling says of an undertaking: by a sign of its clause, else by the finding that tells, else by another clause.

    What is promised again is reaffirmed, or goes on where its clause tells of that as well. What a finding thinks dropped, without
    words that say so, goes on.
    """
    found = signs(telling.quote, telling.language)
    promised = acts_promised(undertaking.words, undertaking.language)
    sign = _here(undertaking, telling, found, promised)
    if telling.effect == "reaffirmed" and telling.finding and not (sign and sign.cue.effect == "in progress"):
        return Said("reaffirmed", telling.cue, None, None)
    if sign:
        act = _is_done(promised, sign) and not _is_ahead(telling, sign)
        return _said(undertaking, telling, sign.cue.effect, act, sign)
    if telling.finding is None and (sign := leading(found)):
        return _said(undertaking, telling, sign.cue.effect, False, sign)
    act = any(_is_done(promised, each) for each in found)
    return _said(undertaking, telling, "in progress" if telling.effect == "dropped" else telling.effect, act, None)


def _said(undertaking: Undertaking, telling: Telling, effect: Effect, act: bool, sign: Sign | None) -> Said:
    """What a sign, or the telling's finding, says. Delivered is only what was promised."""
    if effect == "delivered" and not (act and _is_it(undertaking, telling)):
        effect = "in progress"
    if sign is None:
        return Said(effect, telling.cue, telling.stage, None)
    return Said(effect, sign.cue.id, sign.cue.stage, sign.at)


def _is_it(undertaking: Undertaking, telling: Telling) -> bool:
    """Whether what is done may be what was promised: something that has an end, the sum where there is one, and not before its time.

    Of what was only proposed nobody can tell by words alone whether it is what came.
    """
    if undertaking.strength == "proposed" or is_open_ended(undertaking.words, undertaking.language):
        return False
    sums = undertaking.words.sums
    if sums and sums.isdisjoint(sums_in(telling.quote, telling.language)):
        return False
    return not _is_early(undertaking, telling)


def _is_early(undertaking: Undertaking, telling: Telling) -> bool:
    """Whether a meeting that has its day, month or year is told of before that."""
    due, told = undertaking.due, telling.told or ""
    return due is not None and is_meeting(undertaking.words, undertaking.language) and told[: len(due)] < due


def _is_ahead(telling: Telling, sign: Sign) -> bool:
    """Whether a year that has not come stands behind a cue: what is "hosted by India in 2025" is not done in 2024."""
    year = year_ahead(telling.language).search(telling.quote, sign.end, sign.end + CLOSE)
    return year is not None and year["year"] > (telling.told or "")[:4]


def _here(
    undertaking: Undertaking, telling: Telling, found: tuple[Sign, ...], promised: tuple[Act, ...]
) -> Sign | None:
    """Of the clause that shares most words the sign that turns it, else the promised act, else what stands nearest to these words."""
    places = _shared(undertaking, telling)
    start, end = _home(telling, places)
    within = [sign for sign in found if start <= sign.at < end]
    if turning := next((sign for sign in within if sign.cue.turns), None):
        return turning
    news = [sign for sign in within if sign.cue.effect != "reaffirmed"] or within
    middle = _middle([place for place in places if start <= place[1] < end])
    going_on = [sign for sign in news if sign.cue.effect == "in progress"]
    done = [
        sign
        for sign in news
        if _is_done(promised, sign) and _apart(sign, middle) <= CLOSE and not any(_within(sign, on) for on in going_on)
    ]
    return min(done or news, key=lambda sign: (_apart(sign, middle), sign.at), default=None)


def _within(sign: Sign, other: Sign) -> bool:
    return sign is not other and other.at <= sign.at and sign.end <= other.end


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


def _home(telling: Telling, places: list[tuple[float, int]]) -> tuple[int, int]:
    """The clause that has most of some places, by their weight; the first of equals."""
    clauses = _clauses(telling.quote, telling.language)
    return max(clauses, key=lambda c: (sum(weight for weight, at in places if c[0] <= at < c[1]), -c[0]))


@lru_cache(maxsize=16_384)
def _clauses(quote: str, language: str) -> tuple[tuple[int, int], ...]:
    cuts = [0, *(found.start() for found in clause_break(language).finditer(quote)), len(quote)]
    return tuple((a, b) for a, b in pairwise(cuts) if a < b)


def _is_done(promised: tuple[Act, ...], sign: Sign) -> bool:
    return any(act.is_told(sign.words) for act in promised)
