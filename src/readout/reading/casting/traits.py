"""What speaks of each who may play a part beside the others: the rules' choice, their kind, how the report names them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from readout.reading.actors.party import Party
from readout.reading.casting.stage import Stage, Standing
from readout.reading.proposals.weigh import NETWORK

LABELS = ("strength", "status", "effect", "form")
NEAREST = 3
"""So many are told apart by who stands nearest."""


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
