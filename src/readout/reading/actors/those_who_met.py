"""Those who met, as words that point back mean them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from readout.reading.actors.party import Party

if TYPE_CHECKING:
    from readout.reading.actors.who import Resolver


def encounter(resolver: Resolver, i: int) -> tuple[Party, ...]:
    """Those who met last before word `i`; else the persons of the text's opening."""
    return met_before(resolver, i) or _opening(resolver)


def met_before(resolver: Resolver, i: int) -> tuple[Party, ...]:
    """Those who met last before word `i`."""
    return next((met.parties for met in reversed(resolver.encounters) if met.at <= i and len(met.parties) > 1), ())


def _opening(resolver: Resolver) -> tuple[Party, ...]:
    """Persons named in the first sentence that names two, in order, at most four."""
    cast = resolver.cast
    for low, high in cast.words.sentences[:6]:
        found = [m.parties[0] for k in range(low, high) if (m := cast.at[k]) and m.sort == "person" and m.core[0] == k]
        found = list(dict.fromkeys(found))
        if len(found) > 1:
            return tuple(found[:4])
    return tuple(cast.persons.parties[:2])
