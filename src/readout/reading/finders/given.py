"""The slots of a finding whose words are given: who, when and towards whom, whatever found the words."""

from __future__ import annotations

from readout.model import Slot
from readout.reading.finders.commitments.commitment import slots_of_commitment
from readout.reading.finders.documents.agreement import slots_of_agreement
from readout.reading.finders.encounters.attendance import slots_of_meeting
from readout.reading.finders.progress import slots_of_progress
from readout.reading.finders.project import slots_of_project
from readout.reading.finders.statements.speaker import slots_of_statement
from readout.reading.scene import Scene

SLOTS = {
    "meeting": slots_of_meeting,
    "statement": slots_of_statement,
    "commitment": slots_of_commitment,
    "agreement": slots_of_agreement,
    "project": slots_of_project,
    "progress": slots_of_progress,
}


def slots_of(scene: Scene, kind: str, first: int, last: int) -> list[Slot]:
    """The slots of a kind for words `first` to `last`, both included; ask after the meetings of the report are found.

    A role that the words and their sentence do not tell is left out.
    """
    return SLOTS[kind](scene, first, last)
