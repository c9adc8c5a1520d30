"""Which facts belong to some records or components: these have the least number of their facts, so few need looking up."""

from __future__ import annotations

from typing import Any

from sqlalchemy import Column, ColumnElement, and_, or_

from readout.ledger.records.tables import facts


def of_records(some: Any) -> ColumnElement[bool]:
    """That a fact tells of one of these records: numbers, or a query for numbers."""
    return _among(facts.c.record, some)


def of_components(some: Any) -> ColumnElement[bool]:
    """That a fact is in one of these components: numbers, or a query for numbers."""
    return _among(facts.c.component, some)


def of_record(number: Any) -> ColumnElement[bool]:
    """That a fact tells of the record of this number, or of the record that a column names."""
    return or_(facts.c.number == number, and_(facts.c.record == number, facts.c.record != facts.c.number))


def _among(column: Column[Any], some: Any) -> ColumnElement[bool]:
    return or_(facts.c.number.in_(some), and_(column.in_(some), column != facts.c.number))
