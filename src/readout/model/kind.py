"""The six kinds of finding, as `kinds/*.yaml` define them: forms, columns and the JSON Schema follow from those files."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from readout.model.yaml_file import yaml_of

KIND_NAMES = ("meeting", "statement", "commitment", "agreement", "project", "progress")


@dataclass(frozen=True, slots=True)
class SlotDefinition:
    """What a slot of a kind may hold: `type` is actor, word, date, place, text or flag; `values` the words of a word slot.

    `of` names the slot whose words or figures it holds: what it says is void when a person changes that one.
    """

    role: str
    label: str
    type: str
    many: bool = False
    values: tuple[str, ...] = ()
    of: str | None = None


@dataclass(frozen=True, slots=True)
class Kind:
    """One kind of finding: its words for a person and its slots in order."""

    kind: str
    label: str
    plural: str
    span: str
    question: str
    slots: tuple[SlotDefinition, ...]

    @property
    def roles(self) -> tuple[str, ...]:
        """The names of the slots, in order."""
        return tuple(slot.role for slot in self.slots)


@cache
def kinds() -> dict[str, Kind]:
    """All kinds by name, in the order in which people are told of them."""
    return {name: _load(name) for name in KIND_NAMES}


def _load(name: str) -> Kind:
    row = yaml_of("readout.model", "kinds", f"{name}.yaml")
    slots = tuple(SlotDefinition(**{**slot, "values": tuple(slot.get("values", ()))}) for slot in row.pop("slots"))
    return Kind(**row, slots=slots)
