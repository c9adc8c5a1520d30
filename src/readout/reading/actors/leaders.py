"""Plurals that mean those who met by their office: "the two leaders", "the ministers", "the Presidents of A and B"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from readout.reading.actors.party import Mention, Party
from readout.reading.actors.those_who_met import encounter, met_before

if TYPE_CHECKING:
    from readout.reading.actors.who import Resolver


def leaders(resolver: Resolver, i: int, lower: str) -> tuple[Party, ...]:
    """ "The two leaders", "the ministers", "the Presidents of X and Y": of those who met, the ones of that office and country;
    "the Participants" of a joint document are its authors."""
    words = resolver.cast.words
    if resolver.authors and lower == "participants":
        return resolver.authors
    met = met_before(resolver, i) if _may_be_others(resolver, i, lower) else encounter(resolver, i)
    below = words.child(i, "nmod")
    states = resolver.who(below) if below is not None and not resolver.cast.is_person_at(below) else ()
    if states and all(p.kind in ("country", "organisation") for p in states):
        theirs = tuple(p for p in met if p.kind == "person" and p.country in {state.name for state in states})
        return theirs if len(theirs) == len(states) else states
    if (below is not None and lower not in ("heads", "presidents")) or not _definite(resolver, i):
        return ()
    persons = _leading(tuple(p for p in met if p.kind == "person"), lower)
    held = tuple(p for p in persons if _singular(lower) in p.title_words())
    held = tuple(p for p in persons if p in held or _is_apart(p, held)) if len(held) > 1 else ()
    titled = tuple(p for p in persons if p.titles)
    best = next((found for found in (held, titled, persons) if len(found) > 1), ())
    return (_one_a_country(best) if _are_two(resolver, i) else best) or met


def _is_apart(person: Party, held: tuple[Party, ...]) -> bool:
    """Whether somebody below a head of state is of another country than those who bear the title ("the ministers", of whom one is a
    Secretary)."""
    heads = {"head of state", "head of government"}
    return person.country not in {p.country for p in held} and bool(person.ranks) and not person.ranks & heads


def of_group(resolver: Resolver, i: int) -> Mention | None:
    """ "G7 leaders", "the NATO ministers": the group of states whose name stands right before, unless a lexicon names its members."""
    before, pack = resolver.cast.at[i - 1] if i else None, resolver.cast.pack
    if before is None or before.sort != "organisation" or len(before.parties) != 1:
        return None
    name = before.parties[0].name
    return before if name in pack.gathering and name not in pack.members_of else None


def _may_be_others(resolver: Resolver, i: int, lower: str) -> bool:
    """Whether a plural in news may mean others than those of the text's opening ("two officials", "the soldiers"), as "the leaders" may not."""
    words, refs = resolver.cast.words, resolver.cast.references
    definite = any(words.lower[k] in ("the", "both") for k in (i, *words.children[i]) if k <= i)
    return resolver.cast.around.home is None and not (definite and lower in refs["leading"])


def _leading(persons: tuple[Party, ...], lower: str) -> tuple[Party, ...]:
    """Of "the leaders" those who lead their countries, where each country has one: who came along with them is none."""
    heads = tuple(p for p in persons if p.ranks & {"head of state", "head of government"})
    others = {p.country for p in persons if p.country or p.ranks - {"spouse"}}
    all_led = others <= {p.country for p in heads}
    return heads if lower == "leaders" and all_led and len(heads) > 1 else persons


def _are_two(resolver: Resolver, i: int) -> bool:
    """Whether the noun at word `i` speaks of two ("both leaders")."""
    words = resolver.cast.words
    return any(words.lower[k] in ("two", "both") for k in words.children[i] if k < i)


def _one_a_country(persons: tuple[Party, ...]) -> tuple[Party, ...]:
    """Of more than two persons the first of each country, where that makes two: who came along is none of the leaders."""
    first = {person.country: person for person in reversed(persons)}
    return tuple(p for p in persons if p in first.values()) if len(persons) > 2 and len(first) == 2 else persons


def _singular(plural: str) -> str:
    return plural[:-3] + "y" if plural.endswith("ies") else plural.removesuffix("s")


def _definite(resolver: Resolver, i: int) -> bool:
    """Whether a plural means those who met ("the leaders", "our presidents", "their counterparts"), and not some or others."""
    words, refs = resolver.cast.words, resolver.cast.references
    modifiers = {words.lower[k] for k in words.children[i] if k < i}
    if _is_bare(resolver, i) or (words.lower[i] == "counterparts" and modifiers & refs["owning"]):
        return True
    told = {*modifiers, words.lower[max(i - 1, 0)]} & refs["definite"]
    return not modifiers & refs["indefinite"] and bool(told or modifiers & refs["owning_together"])


def _is_bare(resolver: Resolver, i: int) -> bool:
    """Whether a plural without any word before it acts where some have met, as joint readouts write ("Ministers condemned")."""
    words = resolver.cast.words
    acts = (
        words.dep[i] in ("nsubj", "nsubj:pass")
        and words.edges[i][0] == i
        and words.lower[i] in resolver.cast.references["bare"]
    )
    return acts and any(len(met.parties) > 1 and met.at <= i for met in resolver.encounters)
