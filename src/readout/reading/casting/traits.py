"""What speaks of each who may play a part beside the others: the rules' choice, their kind, how the report names them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from math import floor

from readout.reading.actors.party import Party
from readout.reading.casting.stage import QUOTATION, Stage, Standing
from readout.reading.proposals.weigh import NETWORK

LABELS = ("strength", "status", "effect", "form")
NEAREST = 3
"""So many are told apart by who stands nearest."""
STRONGEST = 4
"""Log odds of a link are told by whole numbers, up to this one either way."""
TELLING = ("acts", "speaks", "chosen")
"""Traits that tell more together with a link."""


def compared(stage: Stage) -> list[Standing]:
    """The standings of a stage with what they have beside one another added to their traits."""
    found = stage.standings
    label, kinds = _label(stage), Counter(one.party.kind for one in found)
    sides = {p.name for p in stage.chosen} | {p.country for p in stage.chosen if p.country}
    for one in found:
        kind = one.party.kind
        one.traits.update((kind, f"{kind} label {label}", f"{kind} beside {min(kinds[kind] - 1, 3)}"))
        one.traits.update(_of_choice(stage, one.party, sides, label))
        one.traits.update(stage.scenery.named(one.party))
    near = [one for one in found if one.places]
    near.sort(key=lambda one: min(abs(place - stage.words[0]) for place in one.places))
    for rank, one in enumerate(near[:NEAREST]):
        one.traits.add(f"near {rank}")
    return found


def _label(stage: Stage) -> str:
    """The finding's scored word, such as its strength."""
    roles = (*LABELS, "kind") if stage.finding.kind == "meeting" else LABELS
    return next((str(slot.value) for slot in stage.finding.slots if slot.role in roles), "none")


def _of_choice(stage: Stage, party: Party, sides: set[str], label: str) -> Iterator[str]:
    """How one stands to those whom the rules chose; `sides` are their names and countries."""
    if party in stage.chosen:
        by = "network" if stage.finding.rule.startswith(NETWORK) else "rule"
        yield from ("chosen", f"chosen by {by}", f"chosen {party.kind}", f"chosen label {label}")
    elif not stage.chosen:
        yield "none chosen"
    elif party.name in sides or party.country in sides:
        yield f"same side, {party.kind}"
    else:
        yield f"other than chosen {min(len(stage.chosen), 3)}"


def of_links(part: str, odds: Sequence[float | None], traits: Sequence[Collection[str]]) -> list[list[str]]:
    """What the links of the network of spans add to the traits of each who may play a part.

    `odds` are the log odds by which each is linked with the finding, None where that network sees no word that means them. Nothing is
    added where news tells who speaks: those without a name have no links, and no news is annotated that the network did not learn from.
    """
    if part == QUOTATION:
        return [[] for _ in traits]
    seen = sorted((one for one in odds if one is not None), reverse=True)
    return [list(_of_link(one, seen, own)) for one, own in zip(odds, traits, strict=True)]


def _of_link(own: float | None, seen: Sequence[float], traits: Collection[str]) -> Iterator[str]:
    if own is None:
        yield "link none"
        return
    rank = seen.index(own)
    yield from (f"link {max(-STRONGEST, min(STRONGEST, floor(own)))}", f"link rank {min(rank, NEAREST)}")
    if own > 0:
        yield "link yes"
    if own > 0 or rank == 0:
        yield from (f"link yes {trait}" for trait in TELLING if any(one.startswith(trait) for one in traits))
