"""Follow-up: later sentences weighed as evidence of what became of an undertaking."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import lru_cache

from readout.matching.closeness import (
    Measures,
    closeness,
    is_late,
    may_be_close,
    measures,
    measures_at_best,
    words_near,
)
from readout.matching.cues import cues
from readout.matching.effects import Said, said_of
from readout.matching.likeness import anchors, foremost, speak_of_other_things
from readout.matching.outcomes import Effect
from readout.matching.parties import names_of_all
from readout.matching.standing import Standing, standing_of
from readout.matching.tellings import Telling
from readout.matching.things import is_of_the_event, is_of_the_thing
from readout.matching.thresholds import thresholds
from readout.matching.undertakings import Undertaking, days_apart, earliest
from readout.model import Span

YEAR = re.compile(r"\b(?:19|20)\d\d\b")

RESTATED = "restated"
"""The cue of a finding that tells the undertaking again."""


@dataclass(frozen=True, slots=True)
class Evidence:
    """One sentence that tells what became of one undertaking; where it is not `sure`, it may, and changes no status.

    `commitment` is the id of the commitment finding, `told` the ISO date of the report that tells it, `standing` how the
    teller stands to the undertaking, `tellers` the sides that tell it, `score` how surely the sentence is about it (0 to 1).
    """

    commitment: str
    report: str
    span: Span
    told: str
    quote: str
    effect: Effect
    standing: Standing
    who: str
    cue: str
    stage: str | None
    score: float
    finding: str | None = None
    sure: bool = True
    tellers: frozenset[str] = frozenset()
    language: str = "en"


def weigh(undertaking: Undertaking, later: Iterable[Telling]) -> tuple[Evidence, ...]:
    """The later tellings that are evidence for an undertaking, in the order of their dates, reports and places."""
    found = [evidence for telling in later if (evidence := weighed(undertaking, telling))]
    return tuple(sorted(found, key=lambda e: (e.told, e.report, e.span)))


def follow(members: Iterable[Undertaking], news: Iterable[Evidence]) -> tuple[Evidence, ...]:
    """What became of a record of several findings, from the evidence for any of them: what is told after the first of them, each
    sentence once.

    A finding that restates the undertaking later is itself evidence, `reaffirmed`, unless its sentence tells more.
    """
    found = sorted(members, key=lambda u: u.id)
    first, (by, parties) = earliest(found), _everyone(found)
    apart = thresholds("commitment")["days_apart"]
    told = [e for e in news if e.told > (first.told or "")]
    told += [_restated(first, one) for one in found if (days_apart(first, one) or 0) > apart]
    best: dict[str, list[Evidence]] = {}
    for one in sorted(told, key=lambda e: (not e.sure, -e.score, e.effect == "reaffirmed", e.commitment)):
        heard = best.setdefault(one.report, [])
        if not any(one.span.overlaps(e.span) for e in heard):
            standing = one.standing if one.cue == RESTATED else standing_of(one.tellers, by, parties)
            heard.append(replace(one, commitment=first.id, standing=standing))
    return tuple(sorted((e for some in best.values() for e in some), key=lambda e: (e.told, e.report, e.span)))


def _everyone(members: Iterable[Undertaking]) -> tuple[frozenset[str], frozenset[str]]:
    """All who undertake it in any telling, and all its parties: whoever promised it once does not confirm it."""
    some = list(members)
    return frozenset().union(*(one.by for one in some)), frozenset().union(*(one.parties for one in some))


def _restated(first: Undertaking, later: Undertaking) -> Evidence:
    who = ", ".join(sorted(later.by))
    return Evidence(
        first.id, later.report, later.span, later.told or "", later.action, "reaffirmed", "promiser", who, RESTATED, None, 0.0,
        later.id,
    )  # fmt: skip


def weighed(undertaking: Undertaking, telling: Telling) -> Evidence | None:
    """The telling as evidence for the undertaking; None where it is earlier, of other parties or of something else.

    An umbrella has no evidence of its own. What only may be news is not `sure`; nor is a meeting that is told of long after its time,
    and of what nobody is known to have promised more is asked. Nothing of it hangs on the wording of the
    action beyond its `words`. Progress with a rare thing that both name by its code is sure with less in common; a meeting that both name so and
    that is told of late is shown with less in common.
    """
    if not _may_tell_of(undertaking, telling) or not may_be_close(undertaking, telling):
        return None
    limits, at_best = thresholds("evidence"), measures_at_best(undertaking, telling)
    event = at_best.late > 0 and is_of_the_event(undertaking, telling)
    thing = is_of_the_thing(undertaking, telling, at_best.covered)
    if round(closeness(at_best), 3) < limits["named" if event or thing else "perhaps"]:
        return None
    said = said_of(undertaking, telling)
    by_name = (event and said.effect == "delivered") or (thing and said.effect == "in progress")
    least = limits["named" if by_name else "perhaps"]
    score = round(closeness(_measured(at_best, undertaking, telling, said)), 3)
    asked = limits["sure"][said.effect] if undertaking.by else limits["doubtful"]
    sure = (score >= asked or (thing and said.effect == "in progress")) and not is_late(undertaking, telling.told)
    return _evidence(undertaking, telling, said, score, sure) if score >= least else None


def measured(undertaking: Undertaking, telling: Telling) -> Measures | None:
    """What an undertaking and a telling share; None where the telling is earlier, of other parties or of something else."""
    if not _may_tell_of(undertaking, telling):
        return None
    return _measured(measures_at_best(undertaking, telling), undertaking, telling, said_of(undertaking, telling))


def _measured(at_best: Measures, undertaking: Undertaking, telling: Telling, said: Said) -> Measures:
    return measures(at_best, undertaking, words_near(telling.quote, said.at, telling.language))


def _may_tell_of(undertaking: Undertaking, telling: Telling) -> bool:
    """Whether a telling is later, of the same parties, and of nothing else."""
    if undertaking.told is None or telling.told is None or telling.told <= undertaking.told or undertaking.umbrella:
        return False
    return may_be_of(undertaking, telling.about) and _same_matter(undertaking, telling)


def _same_matter(undertaking: Undertaking, telling: Telling) -> bool:
    """No other sum, no other code, no year before the promise, and a foremost word in common."""
    telling_words = anchors(telling.words)
    if foremost(undertaking.words).isdisjoint(telling_words):
        return False
    if anchors(undertaking.words) & telling_words <= names_of_all(undertaking.parties):
        return False
    others = speak_of_other_things(undertaking.words, telling.words)
    return not others and not _is_older(telling.quote, undertaking.told or "")


def _is_older(quote: str, told: str) -> bool:
    """Whether all years that a sentence names lie before the year of the promise: it tells of something else."""
    last = _last_year(quote)
    return last is not None and last < told[:4]


@lru_cache(maxsize=16_384)
def _last_year(quote: str) -> str | None:
    return max(YEAR.findall(quote), default=None)


def evidence_of(
    undertaking: Undertaking, telling: Telling, effect: Effect, cue: int | None, score: float, sure: bool
) -> Evidence:
    """The telling as the evidence for the undertaking that `weighed` found; its words are not looked at again.

    `cue` is the place of the cue that tells it (`cues.place_of`), None where the finding in the sentence does.
    """
    told = cues(telling.language)[cue] if cue is not None else None
    said = Said(effect, told.id, told.stage, None) if told else Said(effect, telling.cue, telling.stage, None)
    return _evidence(undertaking, telling, said, score, sure)


def _evidence(undertaking: Undertaking, telling: Telling, said: Said, score: float, sure: bool) -> Evidence:
    return Evidence(
        undertaking.id,
        telling.report,
        telling.span,
        telling.told or "",
        telling.quote,
        said.effect,
        standing_of(telling.tellers, undertaking.by, undertaking.parties, telling.language),
        telling.who,
        said.cue,
        said.stage,
        score,
        telling.finding,
        sure,
        telling.tellers,
        telling.language,
    )


def may_be_of(undertaking: Undertaking, about: frozenset[str]) -> bool:
    """Whether a report about some sides speaks of one who undertook it, and of two of the parties where it has two."""
    parties = undertaking.parties
    promisers = undertaking.by or parties
    return not promisers.isdisjoint(about) and len(parties & about) >= min(2, len(parties))
