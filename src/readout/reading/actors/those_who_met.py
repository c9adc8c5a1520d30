"""Those who met, as words that point back mean them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from readout.reading.actors.party import Party

if TYPE_CHECKING:
    from readout.reading.actors.who import Resolver

PAIR = 2


def encounter(resolver: Resolver, i: int) -> tuple[Party, ...]:
    """Those who met last before word `i` as sides, else those who met at all; else the persons of the text's opening."""
    return sides_met(resolver, i) or met_before(resolver, i) or _opening(resolver)


def met_before(resolver: Resolver, i: int) -> tuple[Party, ...]:
    """Those who met last before word `i`."""
    return next((met.parties for met in reversed(resolver.encounters) if met.at <= i and len(met.parties) > 1), ())


def sides_met(resolver: Resolver, i: int) -> tuple[Party, ...]:
    """Those who met last before word `i` and may be "the sides" or "the leaders": people and states, or one with a body of states; a
    report's meeting of universities, or of a president with two summits, is none that it comes back to.
    """
    able = (met.parties for met in reversed(resolver.encounters) if met.at <= i and _are_sides(met.parties))
    return next(able, ())


def _are_sides(parties: tuple[Party, ...]) -> bool:
    leading = [party for party in parties if party.kind in ("person", "country")]
    return len(leading) > 1 or (len(leading) == 1 and len(parties) == PAIR)


def _opening(resolver: Resolver) -> tuple[Party, ...]:
    """Persons named in the first sentence that names two, in order, at most four."""
    cast = resolver.cast
    for low, high in cast.words.sentences[:6]:
        found = [m.parties[0] for k in range(low, high) if (m := cast.at[k]) and m.sort == "person" and m.core[0] == k]
        found = list(dict.fromkeys(found))
        if len(found) > 1:
            return tuple(found[:4])
    return tuple(cast.persons.parties[:2])
