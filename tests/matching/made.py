"""Values of matching made by hand, for tests in our own words."""

from __future__ import annotations

from datetime import date as Date
from hashlib import sha256

from readout.matching.account import Account
from readout.matching.cues import cue_in, unblamed
from readout.matching.parties import Party
from readout.matching.tellings import Telling
from readout.matching.umbrellas import with_occasion
from readout.matching.undertakings import Undertaking
from readout.matching.words import words_of
from readout.model import Span

NORWAY, LATVIA, CANADA = "Norway", "Latvia", "Canada"


def short(*parts: object) -> str:
    """A made id, the same for the same parts."""
    return sha256(repr(parts).encode()).hexdigest()[:16]


def person(name: str, side: str) -> Party:
    """A person who acts for a side."""
    return Party(frozenset((side,)), name)


def side(name: str) -> Party:
    """A country by itself."""
    return Party(frozenset((name,)))


def account(
    *parties: Party, day: str | None, kind: str = "talks", place: str | None = None, outlet: str = "Outlet A"
) -> Account:
    """An account of a meeting."""
    id = short(parties, day, kind, place, outlet)
    return Account(id, id, short("report", id), outlet, frozenset(parties), kind, place, day, True)


def undertaking(
    action: str,
    told: str = "2022-03-01",
    by: tuple[str, ...] = (NORWAY,),
    table: tuple[str, ...] = (NORWAY, LATVIA),
    strength: str = "pledged",
    due: str | None = None,
    umbrella: bool = False,
) -> Undertaking:
    """A commitment finding."""
    id = short(action, told, by, table, strength)
    words = with_occasion(words_of(action), action)
    return Undertaking(
        id=id,
        report=short("report", id),
        span=Span(0, max(1, len(action))),
        told=told,
        by=frozenset(by),
        to=frozenset(),
        table=frozenset(table),
        action=action,
        words=words,
        strength=strength,
        due=due,
        amount=None,
        umbrella=umbrella,
    )


def telling(quote: str, told: str, by: str = NORWAY, about: tuple[str, ...] = (NORWAY, LATVIA)) -> Telling:
    """A later sentence, read by the cues of the language pack."""
    cue = cue_in(quote)
    effect, id, stage = (cue.effect, cue.id, cue.stage) if cue else ("reaffirmed", "en.commitment", None)
    report = short("report", quote, told, by)
    return Telling(
        report=report,
        span=Span(0, len(quote)),
        told=Date.fromisoformat(told).isoformat(),
        quote=quote,
        words=words_of(unblamed(quote)),
        effect=effect,
        cue=id,
        stage=stage,
        tellers=frozenset((by,)),
        who=by,
        about=frozenset(about),
    )
