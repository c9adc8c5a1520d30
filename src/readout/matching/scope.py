"""Whom a report concerns: the sides at its table, and all sides that it speaks of."""

from __future__ import annotations

from readout.matching.meetings import accounts
from readout.matching.parties import party, sides_of
from readout.model import Reading


def sides_at_the_table(reading: Reading) -> frozenset[str]:
    """The sides of the meeting that the report is about; empty where it is about none."""
    told = [one for one in accounts(reading) if one.day == reading.report.date or one.finding is None]
    return told[0].sides if told else frozenset()


def sides_spoken_of(reading: Reading) -> frozenset[str]:
    """The sides of all actors that the report mentions."""
    return sides_of(
        party(actor) for actor in reading.actors if actor.kind in ("country", "person", "body", "organisation")
    )
