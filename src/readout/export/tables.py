"""The tables of an export and their columns: tables.yaml, and the slots of every kind."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any, Literal

import yaml

from readout.model import Kind, SlotDefinition, kinds

Cell = str | int | float | bool | None
Row = tuple[Cell, ...]
Type = Literal["text", "whole", "number", "flag"]
SLOT = "slot_"
"""What the column of a slot begins with, as in `Records.to_frame`: a slot may be called `kind`, as a column is."""


@dataclass(frozen=True, slots=True)
class Column:
    """A column: what it holds, the column of another table that it refers to, the kinds that have it (none: all)."""

    name: str
    type: Type
    says: str
    to: str | None = None
    kinds: tuple[str, ...] = ()

    @property
    def of_slot(self) -> bool:
        """Whether it holds the values of a slot."""
        return self.name.startswith(SLOT)


@dataclass(frozen=True, slots=True)
class Table:
    """A table: what one row of it is, the columns that name a row, and all columns in order."""

    name: str
    row: str
    key: tuple[str, ...]
    columns: tuple[Column, ...]

    def cells(self, said: Mapping[str, Cell]) -> Row:
        """A row in the order of the columns; what is not said is empty. Raises KeyError for what no column holds."""
        if strange := said.keys() - {column.name for column in self.columns}:
            raise KeyError(f"{self.name} has no column {', '.join(sorted(strange))}")
        return tuple(said.get(column.name) for column in self.columns)


@cache
def tables() -> dict[str, Table]:
    """All tables by name, in the order in which people are told of them."""
    written = yaml.safe_load(files("readout.export").joinpath("tables.yaml").read_text(encoding="utf-8"))
    return {row["table"]: Table(row["table"], row["row"], tuple(row["key"]), tuple(_columns(row))) for row in written}


def _columns(row: Mapping[str, Any]) -> Iterator[Column]:
    for column in row["columns"]:
        if "slots" in column:
            yield from _slots(kinds())
        else:
            yield Column(**{**column, "kinds": tuple(column.get("kinds", ()))})


def _slots(of: Mapping[str, Kind]) -> Iterator[Column]:
    """A column a slot; kinds that call a slot the same share it."""
    roles: dict[str, dict[str, SlotDefinition]] = {}
    for kind in of.values():
        for slot in kind.slots:
            roles.setdefault(slot.role, {})[kind.kind] = slot
    for role, by_kind in roles.items():
        flag = all(slot.type == "flag" and not slot.many for slot in by_kind.values())
        yield Column(SLOT + role, "flag" if flag else "text", _says(by_kind), kinds=tuple(by_kind))


def _says(by_kind: Mapping[str, SlotDefinition]) -> str:
    said: dict[str, list[str]] = {}
    for kind, slot in by_kind.items():
        said.setdefault(_holds(slot), []).append(kind)
    return "; ".join(f"of {' or '.join(map(_one, of))}: {what}" if len(said) > 1 else what for what, of in said.items())


def _one(kind: str) -> str:
    return f"an {kind}" if kind[0] in "aeiou" else f"a {kind}"


def _holds(slot: SlotDefinition) -> str:
    values = f": {', '.join(slot.values)}" if slot.values else ""
    several = ", several with `; ` between" if slot.many else ""
    return f"{slot.label} ({slot.type}{values}{several})"
