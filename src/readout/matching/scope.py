"""Whom a report concerns: the sides at its table, and all sides that it speaks of."""

from __future__ import annotations

from collections.abc import Iterable

from readout.matching.accounts import accounts
from readout.matching.parties import party, sides_of
from readout.model import Actor, Reading


def sides_at_the_table(reading: Reading) -> frozenset[str]:
    """The sides of the meeting that the report is about; empty where it is about none."""
    told = [one for one in accounts(reading) if one.day == reading.report.date or one.finding is None]
    return told[0].sides if told else frozenset()


def sides_spoken_of(actors: Iterable[Actor]) -> frozenset[str]:
    """The countries, and the organisations that act for themselves, among some actors and those whom they act for."""
    return sides_of(party(actor) for actor in actors if actor.kind in ("country", "person", "body", "organisation"))
