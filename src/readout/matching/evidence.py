"""Follow-up: later sentences weighed as evidence of what became of an undertaking."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Literal

from readout.matching.likeness import anchors, shared_weight, speak_of_other_things
from readout.matching.tellings import Effect, Telling
from readout.matching.thresholds import thresholds
from readout.matching.undertakings import Undertaking, days_apart, earliest
from readout.model import Span

Standing = Literal["promiser", "other side", "third", "unknown"]


@dataclass(frozen=True, slots=True)
class Evidence:
    """One sentence that tells what became of one undertaking.

    `commitment` is the id of the commitment finding, `told` the ISO date of the report that tells it, `standing` how the
    teller stands to the undertaking, `score` how surely the sentence is about it (0 to 1), `shared` the stems that say so.
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
    shared: tuple[str, ...]
    finding: str | None = None


def weigh(undertaking: Undertaking, later: Iterable[Telling]) -> tuple[Evidence, ...]:
    """The later tellings that are evidence for an undertaking, in the order of their dates, reports and places."""
    found = [evidence for telling in later if (evidence := weighed(undertaking, telling))]
    return tuple(sorted(found, key=lambda e: (e.told, e.report, e.span)))


def follow(members: Iterable[Undertaking], later: Iterable[Telling]) -> tuple[Evidence, ...]:
    """What became of a record of several findings: evidence for any of them, told after the first of them, each sentence once.

    A finding that restates the undertaking later is itself evidence, `reaffirmed`, unless its sentence tells more.
    """
    found = sorted(members, key=lambda u: u.id)
    first = earliest(found)
    told = [e for e in weigh_all(found, later) if e.told > (first.told or "")]
    told += [
        _restated(first, one) for one in found if (days_apart(first, one) or 0) > thresholds("commitment")["days_apart"]
    ]
    best: dict[tuple[str, int], Evidence] = {}
    for one in sorted(told, key=lambda e: (-e.score, e.effect == "reaffirmed", e.commitment)):
        heard = any(one.report == e.report and one.span.overlaps(e.span) for e in best.values())
        if not heard:
            best[one.report, one.span.start] = replace(one, commitment=first.id)
    return tuple(sorted(best.values(), key=lambda e: (e.told, e.report, e.span)))


def weigh_all(members: Iterable[Undertaking], later: Iterable[Telling]) -> list[Evidence]:
    """The evidence for each of some undertakings."""
    heard = tuple(later)
    return [evidence for one in members for evidence in weigh(one, heard)]


def _restated(first: Undertaking, later: Undertaking) -> Evidence:
    who = ", ".join(sorted(later.by))
    shared = tuple(sorted(first.words.stems & later.words.stems))
    return Evidence(
        first.id, later.report, later.span, later.told or "", later.action, "reaffirmed", "promiser", who, "restated", None, 0.0,
        shared, later.id,
    )  # fmt: skip


def weighed(undertaking: Undertaking, telling: Telling) -> Evidence | None:
    """The telling as evidence for the undertaking; None where it is earlier, of other parties or of something else."""
    if undertaking.told is None or telling.told is None or telling.told <= undertaking.told or undertaking.umbrella:
        return None
    if not _same_parties(undertaking, telling) or speak_of_other_things(undertaking.words, telling.words):
        return None
    score = closeness(undertaking, telling)
    if score < thresholds("evidence")["alike"]:
        return None
    return Evidence(
        undertaking.id,
        telling.report,
        telling.span,
        telling.told,
        telling.quote,
        telling.effect,
        _standing(undertaking, telling),
        telling.who,
        telling.cue,
        telling.stage,
        round(score, 3),
        tuple(sorted(undertaking.words.stems & telling.words.stems)),
        telling.finding,
    )


def closeness(undertaking: Undertaking, telling: Telling) -> float:
    """How much of what the undertaking names the sentence names too, by rarity, 0 to 1; 0 without a telling word in common."""
    one, other = undertaking.words, telling.words
    if not anchors(one) & other.stems:
        return 0.0
    shared = shared_weight(one, other)
    return shared / max(one.weight, thresholds("evidence")["least"]) if shared else 0.0


def _same_parties(undertaking: Undertaking, telling: Telling) -> bool:
    """The report speaks of one who undertook it, and of two of the parties where it has two."""
    promisers = undertaking.by or undertaking.parties
    shared = undertaking.parties & telling.about
    return bool(promisers & telling.about) and len(shared) >= min(2, len(undertaking.parties))


def _standing(undertaking: Undertaking, telling: Telling) -> Standing:
    """Whether the promiser, the other side or a third tells it; a text of several sides counts by those who did not promise."""
    if not telling.tellers or not undertaking.by:
        return "unknown"
    others = telling.tellers - undertaking.by
    if not others:
        return "promiser"
    return "other side" if others & undertaking.parties else "third"
