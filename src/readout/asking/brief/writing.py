"""`brief`: two sides and a day become what the one who goes into the next meeting should know."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from readout.asking.brief import undertakings
from readout.asking.brief.answer import Brief, Line, Person, Section, Topic
from readout.asking.brief.gathering import LATELY, Between, Material, gathered, open_of
from readout.asking.brief.lines import by_time, by_weight, line, section, shared_first
from readout.asking.brief.meetings import beside, in_person, is_of, is_over, last_of, told_at
from readout.asking.brief.names import Names, named_alike
from readout.asking.brief.people import people
from readout.asking.brief.saying import said
from readout.asking.brief.topics import topics
from readout.asking.leading import Under, leads
from readout.asking.sides import is_country
from readout.asking.whom import whom
from readout.matching.parties import same_person
from readout.model import NotInLedger

if TYPE_CHECKING:
    from readout.asking.leading import Lead
    from readout.ledger import Ledger
    from readout.ledger.kept import Byline
    from readout.ledger.records.record import Detail


@dataclass(frozen=True, slots=True)
class Briefed:
    """Who is briefed (`own`; None: whoever meets `other`) on whom, as of which day (ISO), with how many lines a section."""

    other: str
    as_of: str
    own: str | None = None
    most: int = 6


def brief(ledger: Ledger, asked: Briefed) -> Brief:
    """The brief. Raises NotInLedger for a side that meets itself, and as `whom` does for one that nobody bears, or several do."""
    if not asked.other.strip() or asked.own == "":
        raise NotInLedger(
            "A brief is for a country and on a country or an actor; one of the names is empty. Write both, or one."
        )
    other, own = whom(ledger, asked.other, asked.as_of), whom(ledger, asked.own, asked.as_of)
    if own.name and not is_country(own.name) and is_country(other.name):
        own, other = other, own
    if own.name == other.name:
        raise NotInLedger(
            f"{asked.own} and {asked.other}: one side, {other.name}. Name two, or one alone to brief whoever meets it."
        )
    between = Between(own.name, other.name or "", asked.as_of, not is_country(other.name), names=other.names)
    led = leads(ledger, other, asked.as_of)
    return _written(ledger, *gathered(ledger, between), led, asked.most)


def _written(ledger: Ledger, between: Between, found: Material, led: Iterable[Lead], most: int) -> Brief:
    as_of, own, home = between.as_of, between.own, found.home
    met = in_person(found.meetings)
    lasting = undertakings.lasting(found.commitments)
    over = {d.record.id for d in lasting if undertakings.is_open(d) and is_over(d, met)}
    undertaken = undertakings.undertaken(lasting)
    closed = [d for d in lasting if not undertakings.is_open(d)]
    still = [d for d in undertaken if undertakings.is_open(d) and d.record.id not in over]
    last = last_of(met)
    there = told_at(last, met)
    agreed = [d for d in (*undertaken, *found.agreements) if is_of(d, last, there, {own, home} - {None})]
    shown = {detail.record.id for detail in agreed}
    rest = [detail for detail in still if detail.record.id not in shown]
    meanwhile, headed = _led(ledger, between, led, (met, shown), most)
    rest = [detail for detail in rest if detail.record.id not in headed]
    theirs, ours = _divided(rest, between, home)
    since = between.days_before(2 * LATELY)
    asks = [
        d for d in lasting if undertakings.is_open(d) and (d.record.last or "") >= since and d.record.id not in over
    ]
    parts = {
        "agreed": section(agreed, as_of, most + 2, shared_first(own, home), there),
        "others": beside(last, met, as_of, max(3, most // 2)),
        "theirs": section(theirs, as_of, most, by_weight),
        "ours": section(ours, as_of, most, by_weight),
        "joint": section(undertakings.of_both(rest, own, home), as_of, most, by_weight) if own else Section(),
        "delivered": section(closed, as_of, most, by_time),
        "asked_of_us": section(undertakings.asked(asks, own, home), as_of, most // 2, by_weight),
        "asked_of_them": section(undertakings.asked(asks, home, own or ""), as_of, most // 2, by_weight),
        "said": said(found.statements, [own] if own else [], as_of, most // 2),
    }
    whom = people(found.offices, met, home, since, most)
    themes = topics(found.statements, found.meetings, (*undertaken, *found.agreements), as_of, most - 1)
    latest = line(last, as_of) if last else None
    names = Names((*met, *found.commitments, *found.agreements, *found.statements), (one.name for one in whom))
    written = Brief(
        own, between.other, as_of, between.since, whom, latest, topics=themes, meetings=len(met), unsure=found.unsure,
        umbrellas=found.umbrellas, over=len(over), led=meanwhile,
        reports=_cited(ledger, latest, whom, themes, [*parts.values(), *(one.found for one in meanwhile)]), **parts,
    )  # fmt: skip
    return named_alike(written, names)


def _led(
    ledger: Ledger, between: Between, led: Iterable[Lead], known: tuple[Sequence[Detail], set[str]], most: int
) -> tuple[tuple[Under[Section], ...], set[str]]:
    """What is open of that which states and bodies undertook under a person, and the ids of all of it.

    `known` are the meetings, and what is told already.
    """
    met, shown = known
    found, ids = [], set[str]()
    for lead in led:
        some = undertakings.undertaken(undertakings.lasting(open_of(ledger, between, lead)))
        some = [d for d in some if d.record.id not in shown | ids and not is_over(d, met)]
        ids |= {detail.record.id for detail in some}
        if some:
            found.append(Under(lead, section(some, between.as_of, most, by_weight)))
    return tuple(found), ids


def _divided(rest: Sequence[Detail], between: Between, home: str) -> tuple[list[Detail], list[Detail]]:
    """What the other side undertook without the reader's, and the reader's (or anybody else) without the other."""
    if between.person:
        theirs = [d for d in rest if any(same_person(str(n), between.other) for n in d.record.slots.get("by", ()))]
        others = [detail for detail in rest if detail not in theirs]
        return theirs, [d for d in others if between.own in d.sides] if between.own else others
    theirs = undertakings.of_side(rest, home, between.own)
    if between.own is None:
        return theirs, [detail for detail in rest if home not in detail.sides]
    return theirs, undertakings.of_side(rest, between.own, home)


def _cited(
    ledger: Ledger, last: Line | None, whom: Sequence[Person], themes: Sequence[Topic], sections: Iterable[Section]
) -> tuple[Byline, ...]:
    """The reports that are named, the newest first."""
    lines = [*([last] if last else []), *(one for part in sections for one in part.lines)]
    lines += [one for theme in themes for one in theme.lines]
    told = [*(t for one in lines for t in one.told), *(t for one in whom for t in one.told)]
    return tuple(
        sorted(
            ledger.bylines(t.report for t in told).values(),
            key=lambda report: (report.date or "", report.id),
            reverse=True,
        )
    )
