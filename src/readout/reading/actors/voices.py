"""Whose words a stretch of a text is: what "I", "we" and "our" stand for."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from readout.reading.actors.party import Party

if TYPE_CHECKING:
    from readout.reading.actors.who import Resolver


@dataclass(frozen=True, slots=True)
class Voice:
    """Words `first` to `last` are spoken by these parties; `at_table` where a transcript of talks holds them."""

    first: int
    last: int
    parties: tuple[Party, ...]
    at_table: bool = False


def first_person(resolver: Resolver, i: int, alone: bool) -> tuple[Party, ...]:
    """Whom "I" (`alone`) or "we" at word `i` stands for: who speaks there, the authors of a joint document,
    the partners of a fact sheet, or the outlet's side."""
    voice = next((v for v in resolver.voices if v.first <= i <= v.last), None)
    if voice is not None:
        return voice.parties if alone or len(voice.parties) > 1 else _side_of(resolver, voice)
    if resolver.authors or (resolver.partners and not alone):
        return resolver.authors or resolver.partners
    home = resolver.cast.around.home
    return (resolver.cast.country(home),) if home else ()


def _side_of(resolver: Resolver, voice: Voice) -> tuple[Party, ...]:
    """The country of a speaker; in a transcript of talks between two countries, both."""
    speaker = voice.parties[0]
    if speaker.kind != "person" or speaker.country is None:
        return voice.parties
    own = resolver.cast.country(speaker.country)
    met = next((e.parties for e in reversed(resolver.encounters) if e.at <= voice.first), ())
    others = [p.country for p in met if p.country and p.country != speaker.country] if voice.at_table else []
    return (own, resolver.cast.country(others[0])) if len(set(others)) == 1 and others[0] else (own,)
