"""Who may play a part together: each alone, all of one phrase, all of one source, and unions of these."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import chain, combinations, islice

from readout.reading.actors.party import Party
from readout.reading.casting.stage import Stage

Company = tuple[int, ...]
"""Numbers of a stage's standings, in order."""
STATES = ("country", "organisation", "body")
MANY = 48
"""Companies of one finding that are weighed at the most."""
MOST_PAIRS = 100
"""Unions that are looked at."""
LARGEST = 8
"""Actors of a union of two companies at the most."""
ONE_SIDED = ("statement", "commitment")
"""Kinds whose part is mostly told in one place: unions are made with the rules' choice alone."""


def companies(stage: Stage) -> list[Company]:
    """The companies of a stage, the rules' choice first where there is one; none where nobody is seen."""
    number = {one.party: k for k, one in enumerate(stage.standings)}
    told = (tuple(sorted({number[p] for p in parties if p in number})) for parties in _told(stage))
    own = list(islice(_distinct(company for company in told if company), MANY))
    if len(own) == MANY:
        return own
    pairs = ((own[0], other) for other in own[1:]) if stage.finding.kind in ONE_SIDED else combinations(own, 2)
    unions = (tuple(sorted({*a, *b})) for a, b in pairs)
    small = (both for both in unions if len(both) <= LARGEST)
    return list(islice(_distinct(chain(own, islice(small, MOST_PAIRS))), MANY))


def _distinct(found: Iterable[Company]) -> Iterator[Company]:
    """Each company once, as they come: what is not asked for is not worked out."""
    seen: set[Company] = set()
    for company in found:
        if company not in seen:
            seen.add(company)
            yield company


def _told(stage: Stage) -> Iterator[Iterable[Party]]:
    scenery, first = stage.scenery, stage.words[0]
    yield stage.chosen
    yield from (stage.acting(subject, here) for _, here, subject in stage.subjects)
    for one in stage.standings:
        yield (one.party,)
        for place in one.places:
            yield scenery.who(place)
            if place < first:
                yield scenery.who(place, first)
    yield from scenery.companies
    yield scenery.scene.resolver.authors
    yield from stage.voices()
    yield from _inside(stage)


def _inside(stage: Stage) -> Iterator[Iterable[Party]]:
    """All whom the finding's own words name: persons, states, everyone."""
    first, last = stage.words
    parties = [one.party for one in stage.standings if any(first <= place <= last for place in one.places)]
    yield [party for party in parties if party.kind == "person"]
    yield [party for party in parties if party.kind in STATES]
    yield parties
