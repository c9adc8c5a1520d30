"""Who holds an office that is named without its holder: of the persons of the text, or by the table of offices."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from readout.reading.actors.party import Party

if TYPE_CHECKING:
    from readout.reading.actors.who import Resolver

DEPUTY = "deputy head of state"
"""An office of which an outlet says "the Vice President" when it means that of its own country."""


HEAD_OF_STATE = "Head of State"
"""What a press service calls its own President; where the outlet is unknown, the one whom the text names first."""


@dataclass(frozen=True, slots=True)
class Office:
    """An office without its holder's name: its words, what is said, the country where the text gives one, and its rank."""

    wanted: set[str]
    said: str
    country: str | None
    rank: str | None


def holder(resolver: Resolver, i: int, office: Office) -> tuple[Party, ...]:
    """Who holds an office that word `i` names; nobody where neither text nor table tells."""
    cast, country, rank = resolver.cast, office.country, office.rank
    leads = rank in ("head of state", "head of government")
    persons = [p for p in cast.persons.parties if office.wanted <= p.title_words() or (leads and rank in p.ranks)]
    if leads:  # the head of the President's office is no president
        persons = [p for p in persons if rank in p.ranks] or ([] if cast.around.home else persons)
    persons = _by_title(persons, office)
    if country:
        same = [p for p in persons if p.country == country]
        if same:
            return (same[0],)
        others = [p for p in cast.persons.parties if p.country == country and p.titles] if rank else []
        if len(others) == 1 and not persons:
            return (others[0],)
        return _from_table(resolver, office, country)
    if len(persons) > 1:
        persons = [p for p in persons if p not in _acted_on(resolver, i)] or persons
        if office.said == HEAD_OF_STATE and not cast.around.home:
            return (persons[0],)
        home = [p for p in persons if p.country == cast.around.home and p.country]
        able = home or persons
        exact = [p for p in able if any(title.lower() == office.said.lower() for title, *_ in p.titles)]
        return (exact[0] if len(exact) == 1 else _latest(resolver, i, able),)
    if persons:
        return (persons[0],)
    side = cast.around.home
    at_home = leads or rank == DEPUTY or _known_at_home(resolver, i, office)
    return _from_table(resolver, office, side) if at_home and side else ()


def _known_at_home(resolver: Resolver, i: int, office: Office) -> bool:
    """Whether an outlet says "the Foreign Secretary", "the Secretary-General" and the table knows who that is of its own side then."""
    cast = resolver.cast
    if office.rank not in ("foreign minister", "head of organisation") or cast.around.home is None:
        return False
    alone = cast.words.lower[max(i - len(office.said.split()), 0)] == "the"
    return alone and cast.pack.offices.holder(cast.around.home, office.rank, cast.around.date) is not None


def _acted_on(resolver: Resolver, i: int) -> list[Party]:
    """The persons on whom the verb acts whose subject is word `i`: "the President thanked B" does not tell of B."""
    words, cast = resolver.cast.words, resolver.cast
    objects = words.kin(words.head[i], "obj", "iobj") if words.dep[i] == "nsubj" else ()
    return [party for k in objects if cast.is_person_at(k) for party in cast.at[k].parties]  # type: ignore[union-attr]


def _by_title(persons: list[Party], office: Office) -> list[Party]:
    """Those who bear the very title ("the State Secretary" is no Deputy Secretary of State, "the King" no president)."""
    said = office.said.lower()
    phrased = [p for p in persons if " " in said and any(said in title.lower() for title, *_ in p.titles)]
    worded = any(office.wanted <= p.title_words() for p in persons)
    return phrased or [p for p in persons if not worded or not p.titles or office.wanted <= p.title_words()]


def _latest(resolver: Resolver, i: int, persons: list[Party]) -> Party:
    place = resolver.cast.words.start[i]
    return max(persons, key=lambda p: max((s.start for s in p.spans if s.start < place), default=-1))


def _from_table(resolver: Resolver, office: Office, country: str) -> tuple[Party, ...]:
    """The holder that the table knows, where the text names the person elsewhere; else the office itself."""
    cast = resolver.cast
    if office.rank is None:
        return ()
    row = cast.pack.offices.holder(country, office.rank, cast.around.date)
    if row:
        known = next((p for p in cast.persons.parties if p.words and p.words[-1] in row.person.lower().split()), None)
        if known:
            return (known,)
        if country == cast.around.home:
            return (cast.holder(row),)
    return (cast.party(f"{office.said} of {country}", "person", country),)
