"""Rows whose number or id is among many: one statement however many there are, so that it is prepared once."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from typing import Any

from sqlalchemy import ARRAY, ColumnElement, any_, bindparam, func, select

from readout.ledger.packing import compact


@cache
def among(column: ColumnElement[Any], dialect: str, name: str = "some") -> ColumnElement[bool]:
    """That a column is among the values that are bound under a name, as `values` packs them for the dialect."""
    if dialect == "sqlite":
        return column.in_(select(func.json_each(bindparam(name)).table_valued("value").c.value))
    return column == any_(bindparam(name, type_=ARRAY(column.type)))


def values(wanted: Iterable[int] | Iterable[str], dialect: str) -> str | list[Any]:
    """Numbers or ids as the dialect takes them in one parameter."""
    found = list(wanted)
    return compact(found) if dialect == "sqlite" else found
