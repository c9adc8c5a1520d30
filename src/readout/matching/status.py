"""The status of a commitment: outcome, time, stage and review, each derived from evidence and rulings."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date as Date
from typing import TYPE_CHECKING, Literal

from readout.matching.deadlines import deadlines
from readout.matching.outcomes import STAGES, Outcome, Review, Stage, Time
from readout.matching.thresholds import thresholds
from readout.matching.undertakings import Undertaking, last_day
from readout.model import Span

if TYPE_CHECKING:
    from readout.matching.evidence import Evidence

ONWARD: tuple[Stage, ...] = STAGES[: STAGES.index("completed") + 1]
"""The stages that follow one another."""
AGAINST = frozenset(("delayed", "dropped"))
CLOSED = frozenset(("delivered, claimed", "delivered, confirmed", "replaced", "dropped", "not delivered", "untestable"))
"""Outcomes after which no deadline runs any longer."""


@dataclass(frozen=True, slots=True)
class Ruling:
    """What a person decided of a commitment, as status needs it: `at` orders rulings (ISO time, then a serial number)."""

    verdict: Literal["accept", "change", "reject", "dispute", "set"]
    by: str
    at: str
    outcome: Outcome | None = None
    stage: Stage | None = None
    note: str = ""


@dataclass(frozen=True, slots=True)
class Change:
    """One change of a status: which field became what, by which words (or whose ruling), on which date, who says so.

    A deadline (`due`) is an ISO date as the telling gives it.
    """

    field: Literal["outcome", "stage", "due"]
    before: str | None
    after: str
    date: str
    who: str
    report: str | None = None
    span: Span | None = None
    quote: str = ""


@dataclass(frozen=True, slots=True)
class Status:
    """The four fields, which never mix, and how outcome and stage came about. `counted` is False for umbrellas.

    `due` is the deadline that `time` is worked out from, known to `precision`. `course` is the outcome after each later report and
    each word of a person, with its date.
    """

    outcome: Outcome
    time: Time
    stage: Stage | None
    review: Review
    changes: tuple[Change, ...]
    counted: bool
    course: tuple[tuple[str, str], ...] = ()
    due: str | None = None
    precision: str | None = None


def status(
    undertaking: Undertaking,
    evidence: Iterable[Evidence],
    rulings: Iterable[Ruling] = (),
    as_of: str | None = None,
    retold: Iterable[Undertaking] = (),
) -> Status:
    """The status of a commitment on a date (ISO; without one, `time` says only whether there is a deadline).

    Depends on the set of evidence and rulings alone, not on their order: evidence counts by the date of its report, a
    person's word after it whenever it was given. Evidence that is not sure changes nothing. `retold` are other tellings of the
    commitment, which may have moved its deadline.
    """
    told = sorted((e for e in evidence if e.sure), key=lambda e: (e.told, e.report, e.span))
    said = sorted(rulings, key=lambda r: r.at)
    changes = (*_outcomes(told), *_stages(undertaking, told))
    changes = (*changes, *_ruled(said, _last(changes, "outcome"), _last(changes, "stage")))
    outcome, stage = _last(changes, "outcome"), _last(changes, "stage")
    set_by = deadlines(undertaking, retold)
    due = set_by[-1].due if set_by else None
    return Status(
        outcome or "no later report",  # type: ignore[arg-type]
        time_of(due, as_of, outcome, undertaking.strength),
        stage or _first_stage(undertaking),  # type: ignore[arg-type]
        review_of(said),
        (*changes, *_moved(undertaking, set_by)),
        not undertaking.umbrella,
        course(told, said),
        due,
        set_by[-1].precision if set_by else None,
    )


def course(evidence: Iterable[Evidence], rulings: Iterable[Ruling] = ()) -> tuple[tuple[str, str], ...]:
    """The outcome after each later report and each word of a person, with its ISO date.

    The outcome on a day is the last entry of that day or before: reports stand in order of time, rulings over them.
    """
    told = sorted(evidence, key=lambda e: (e.told, e.report, e.span))
    heard = tuple((one.told, str(outcome)) for one, outcome in zip(told, outcomes_of(told), strict=True))
    return heard + tuple((r.at[:10], r.outcome) for r in sorted(rulings, key=lambda r: r.at) if r.outcome)


def outcome_on(day: str, course: Iterable[tuple[str, str]]) -> tuple[str, str | None]:
    """The outcome on an ISO day, and the day when it was last heard of (None where nobody had told)."""
    known = [(when, outcome) for when, outcome in course if when <= day]
    return (known[-1][1], max(when for when, _ in known)) if known else ("no later report", None)


def time_of(due: str | None, as_of: str | None, outcome: str | None = None, strength: str | None = None) -> Time:
    """Where a date stands to a deadline (`2024`, `2024-06` or `2024-06-30`); the whole of a month or year must have passed.

    `none` where there is no deadline, or where the outcome closed the matter: what was delivered is not past due.
    Nor is what was only asked or offered (`proposed`): when its time has passed and nobody took it up it is `unanswered`.
    """
    if due is None or outcome in CLOSED:
        return "none"
    if as_of is None:
        return "due"
    left = (last_day(due) - Date.fromisoformat(as_of)).days
    if left < 0:
        return "unanswered" if strength == "proposed" else "past due"
    return "due soon" if left <= thresholds("status")["soon"] else "due"


def review_of(rulings: Sequence[Ruling]) -> Review:
    """What persons said of it, the last word counting; two persons who contradict one another leave it disputed."""
    words: dict[str, Review] = {
        "accept": "confirmed",
        "change": "corrected",
        "set": "corrected",
        "reject": "rejected",
        "dispute": "disputed",
    }
    last = {ruling.by: words[ruling.verdict] for ruling in sorted(rulings, key=lambda r: r.at)}
    if not last:
        return "machine"
    if "rejected" in last.values() and len(set(last.values())) > 1:
        return "disputed"
    return words[max(rulings, key=lambda r: r.at).verdict]


def _outcomes(told: Sequence[Evidence]) -> list[Change]:
    """The outcome after each piece of evidence, where it changes."""
    changes: list[Change] = []
    before: Outcome = "no later report"
    for one, after in zip(told, outcomes_of(told), strict=True):
        if after != before:
            changes.append(Change("outcome", before, after, one.told, one.who, one.report, one.span, one.quote))
            before = after
    return changes


def outcomes_of(told: Iterable[Evidence]) -> Iterator[Outcome]:
    """The outcome that evidence in order of time amounts to, after each piece of it.

    What was delivered stays so: later restating or praise takes nothing back. Delivery that another then denies is
    `conflicting`. Delay and dropping hold until a later sentence tells otherwise.
    """
    outcome: Outcome = "no later report"
    givers: set[str] = set()
    for one in told:
        if one.effect == "delivered":
            givers.add(one.who)
            confirmed = one.standing in ("other side", "third") or outcome == "delivered, confirmed"
            outcome = "delivered, confirmed" if confirmed else "delivered, claimed"
        elif outcome.startswith("delivered") or outcome == "conflicting":
            outcome = "conflicting" if one.effect in AGAINST and one.who not in givers else outcome
        else:
            outcome = _undelivered(outcome, one)
        yield outcome


def _undelivered(outcome: Outcome, one: Evidence) -> Outcome:
    """Before delivery the latest news counts, but restating takes back no other news."""
    if one.effect == "reaffirmed":
        return outcome if outcome != "no later report" else "reaffirmed"
    if one.effect == "in progress" and outcome == "partly":
        return outcome
    return one.effect  # type: ignore[return-value]


def _stages(undertaking: Undertaking, told: Sequence[Evidence]) -> list[Change]:
    """How money or a project came on: a stage is never taken back but by suspension or cancelling."""
    changes: list[Change] = []
    before = _first_stage(undertaking)
    if before is None:
        return []
    for one in told:
        after = _next_stage(before, one.stage)
        if after != before:
            changes.append(Change("stage", before, after, one.told, one.who, one.report, one.span, one.quote))
            before = after
    return changes


def _moved(first: Undertaking, set_by: Iterable[Undertaking]) -> Iterator[Change]:
    """How the deadline was moved: each telling that set another one."""
    before = first.due
    for one in set_by:
        if one is not first:
            yield Change(
                "due",
                before,
                one.due or "",
                one.told or "",
                ", ".join(sorted(one.by)),
                one.report,
                one.span,
                one.action,
            )
            before = one.due


def _next_stage(before: Stage, told: str | None) -> Stage:
    if told in ("suspended", "cancelled"):
        return told  # type: ignore[return-value]
    if told not in ONWARD or (before in ONWARD and ONWARD.index(told) <= ONWARD.index(before)):
        return before
    return told


def _first_stage(undertaking: Undertaking) -> Stage | None:
    """Money alone, and what names a thing, has a stage."""
    if undertaking.amount is None and not undertaking.words.sums and not undertaking.words.named:
        return None
    return "signed" if undertaking.strength == "signed" else "announced"


def _ruled(rulings: Sequence[Ruling], outcome: str | None, stage: str | None) -> list[Change]:
    """What persons set, in order of time; it stands over what reports say."""
    changes: list[Change] = []
    for ruling in rulings:
        if ruling.outcome is not None and ruling.outcome != outcome:
            changes.append(
                Change("outcome", outcome or "no later report", ruling.outcome, ruling.at, ruling.by, quote=ruling.note)
            )
            outcome = ruling.outcome
        if ruling.stage is not None and ruling.stage != stage:
            changes.append(Change("stage", stage, ruling.stage, ruling.at, ruling.by, quote=ruling.note))
            stage = ruling.stage
    return changes


def _last(changes: Iterable[Change], field: str) -> str | None:
    return next((change.after for change in reversed(tuple(changes)) if change.field == field), None)
