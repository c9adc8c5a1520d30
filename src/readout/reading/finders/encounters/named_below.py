"""Those whom a report names below as participants of a meeting with people without a name: "they" means them as well."""

from __future__ import annotations

from collections.abc import Iterator

from readout.reading.actors.party import Party
from readout.reading.finders.encounters.attended import attendances
from readout.reading.scene import Scene

NAMELESS = ("person", "group")
"""Kinds of those who met where the sentence names one side alone."""


def name_below(scene: Scene) -> None:
    """Adds to an encounter of one person with nobody else by name ("held a call with European leaders") all whom a list of participants
    names further down."""
    lists = list(_lists(scene)) if scene.resolver.encounters else []
    for met in scene.resolver.encounters:
        host = [party for party in met.parties if party.kind == "person"]
        below = [party for at, parties in lists if at > met.at for party in parties]
        if len(host) <= 1 < len(set(below)) and all(party.kind in NAMELESS for party in met.parties):
            met.parties = tuple(dict.fromkeys((*host, *below)))
            scene.resolver.forget()


def _lists(scene: Scene) -> Iterator[tuple[int, list[Party]]]:
    """The word of each place that introduces participants, and the persons named there."""
    attendees = scene.pack.lexicon["attending"]["attendees"]
    for told in attendances(scene):
        if told.enrolled or scene.words.lower[told.at] in attendees:
            yield told.at, [party for party in told.parties if party.kind == "person"]
