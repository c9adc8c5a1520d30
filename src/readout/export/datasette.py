"""What Datasette shall know of an exported SQLite file: descriptions, labels, facets and order."""

from __future__ import annotations

from typing import Any

from readout.export.asked import Asked
from readout.export.tables import Table, tables
from readout.model import Kind, kinds

SHOWN: dict[str, dict[str, Any]] = {
    "records": {"label_column": "words", "facets": ["kind", "form", "outcome"], "sort_desc": "date"},
    "sources": {"label_column": "quote", "facets": ["outlet"], "sort": "date"},
    "news": {"facets": ["effect", "standing"], "sort": "date"},
    "changes": {"facets": ["field", "after"], "sort": "date"},
    "roles": {"facets": ["role", "actor"]},
    "pairs": {"facets": ["one", "other"]},
    "reports": {"label_column": "title", "facets": ["outlet"], "sort_desc": "date"},
    "actors": {"facets": ["kind"], "sort_desc": "reports"},
}
"""How Datasette shows each table; the other tables are shown as they are."""


def metadata(name: str, asked: Asked) -> dict[str, Any]:
    """The content of metadata.json for a file of that name (without its ending)."""
    day = f", deadlines as of {asked.as_of}" if asked.as_of else ""
    shown = {table.name: _table(table) for table in tables().values()}
    shown |= {kind.plural: _view(kind) for kind in kinds().values()}
    about = "Every record stands on words of reports: its sources quote them, its news tell what came of it."
    database = {"description": f"{about} A ledger of Readout{day}.", "tables": shown}
    return {"title": "The record of official meetings", "databases": {name: database}}


def _table(table: Table) -> dict[str, Any]:
    says = {column.name: column.says for column in table.columns}
    return {"description": f"A row is {table.row}.", **SHOWN.get(table.name, {}), "columns": says}


def _view(kind: Kind) -> dict[str, Any]:
    says = {c.name: c.says for c in tables()["records"].columns if not c.kinds or kind.kind in c.kinds}
    says.pop("kind")
    return {"description": f"{kind.question} A row is one record.", "facets": ["form"], "columns": says}
